import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.ui.click_card import ClickCard
from navigator.ui.controls import Label
from navigator.ui.flow import column
from navigator.ui.theme import Theme


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ClickCard:
    made = ClickCard(theme)
    column(Label(theme, text="Une carte", wrap=True), margins=(20, 12, 16, 12), into=made)
    qtbot.addWidget(made)
    made.resize(200, 60)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(card: ClickCard, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, key)


def test_a_click_on_its_text_presses_it(card: ClickCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(card.findChildren(Label)[0], Qt.MouseButton.LeftButton)


def test_the_ring_is_for_the_keyboard_only(card: ClickCard, qtbot: QtBot) -> None:
    card.setFocus(Qt.FocusReason.MouseFocusReason)
    quiet = card.grab().toImage()
    card.clearFocus()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.grab().toImage() != quiet


def test_selected_recessed_and_dashed_look_different(theme: Theme, qtbot: QtBot) -> None:
    card = ClickCard(theme)  # not shown: the pointer of the test machine may lie on it
    qtbot.addWidget(card)
    card.resize(200, 60)
    looks = [card.grab().toImage()]
    card.set_surface("sunken")
    looks.append(card.grab().toImage())
    card.set_surface("surface", "miss_line", dashed=True)
    looks.append(card.grab().toImage())
    card.set_selected(True)
    looks.append(card.grab().toImage())
    assert all(a != b for i, a in enumerate(looks) for b in looks[i + 1 :])


def test_it_may_shrink(card: ClickCard) -> None:
    assert card.minimumSizeHint().width() < 120
