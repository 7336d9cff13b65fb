from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from navigator.ui.controls import Label
from navigator.ui.flow import Flow, Pool, ScrollColumn, column
from navigator.ui.theme import Theme
from tests.ui.looking import settle


def test_a_flow_goes_on_in_the_next_line(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    flow = Flow(window, gap=8, line_gap=6)
    buttons = [QPushButton("x" * 10) for _ in range(4)]
    for button in buttons:
        flow.addWidget(button)
    qtbot.addWidget(window)
    hint = buttons[0].sizeHint()
    assert flow.heightForWidth(hint.width() * 4 + 24) == hint.height()
    assert flow.heightForWidth(hint.width()) == 4 * hint.height() + 3 * 6
    window.resize(hint.width() * 2 + 8, 400)
    window.show()
    assert [button.y() for button in buttons] == [0, 0, hint.height() + 6, hint.height() + 6]


def test_a_flow_leaves_no_place_for_the_hidden(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    flow = Flow(window, gap=8)
    shown, hidden = QPushButton("a"), QPushButton("b")
    flow.addWidget(shown)
    flow.addWidget(hidden)
    hidden.hide()
    qtbot.addWidget(window)
    assert flow.sizeHint().width() == shown.sizeHint().width()


def test_a_pool_makes_what_is_missing_and_hides_what_is_over(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pool = Pool(lambda: QPushButton(window))
    first = pool.take(3)
    assert pool.take(1) == first[:1]
    assert [widget.isHidden() for widget in pool.all] == [False, True, True]
    assert pool.take(3) == first


def test_wrapped_text_leaves_no_void_below(theme: Theme, qtbot: QtBot) -> None:
    scroll = ScrollColumn()
    label = Label(theme, wrap=True, text="Une phrase qui prend plusieurs lignes. " * 10)
    column(label, None, into=scroll.body)
    qtbot.addWidget(scroll)
    scroll.resize(600, 60)
    scroll.show()
    settle()
    assert scroll.body.height() == label.heightForWidth(label.width())


def test_what_does_not_wrap_is_not_squeezed(theme: Theme, qtbot: QtBot) -> None:
    scroll = ScrollColumn()
    column(*(QPushButton("x") for _ in range(30)), into=scroll.body)
    qtbot.addWidget(scroll)
    scroll.resize(200, 100)
    scroll.show()
    settle()
    assert scroll.body.height() > 30 * 20


def test_the_content_keeps_its_width_when_the_bar_comes(theme: Theme, qtbot: QtBot) -> None:
    scroll = ScrollColumn()
    filler = QWidget()
    column(filler, into=scroll.body)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    settle()
    before = scroll.body.width()
    filler.setMinimumHeight(1000)
    settle()
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.body.width() == before


def test_its_position_is_read_and_set(theme: Theme, qtbot: QtBot) -> None:
    scroll = ScrollColumn()
    filler = QWidget()
    filler.setMinimumHeight(1000)
    column(filler, into=scroll.body)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    settle()
    scroll.set_position(120)
    assert scroll.position() == 120
