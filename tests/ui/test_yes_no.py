import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.theme import Theme
from navigator.ui.yes_no import YesNo
from tests.ui.looking import grey, nameless


@pytest.fixture
def pair(theme: Theme, qtbot: QtBot) -> YesNo:
    window = QWidget()
    made = YesNo(theme, Language.FR, "Glaucome")
    QHBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    made.window_kept = window  # type: ignore[attr-defined]
    with qtbot.waitExposed(window):
        window.show()
    return made


def test_nothing_is_chosen_at_first(pair: YesNo) -> None:
    assert pair.value == ""
    assert not pair.yes.isChecked()
    assert not pair.no.isChecked()
    assert pair.accessibleDescription() == "non renseigné"


def test_pressing_answers_and_pressing_again_forgets(pair: YesNo, qtbot: QtBot) -> None:
    heard: list[str] = []
    pair.answered.connect(heard.append)
    QTest.mouseClick(pair.yes, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pair.no, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pair.no, Qt.MouseButton.LeftButton)
    assert heard == ["yes", "no", ""]
    assert not pair.no.isChecked()
    assert not pair.yes.isChecked()


@pytest.mark.parametrize(
    ("key", "value"), [(Qt.Key.Key_O, "yes"), (Qt.Key.Key_Y, "yes"), (Qt.Key.Key_N, "no"), (Qt.Key.Key_Space, "no")]
)
def test_keys_answer(pair: YesNo, qtbot: QtBot, key: Qt.Key, value: str) -> None:
    pair.focus_answer()
    QTest.keyClick(pair.no, key)
    assert pair.value == value


def test_suppr_forgets_and_says_so_once(pair: YesNo, qtbot: QtBot) -> None:
    pair.show_value("yes")
    pair.focus_answer()
    with qtbot.waitSignal(pair.answered) as heard:
        QTest.keyClick(pair.yes, Qt.Key.Key_Delete)
    assert heard.args == [""]
    with qtbot.assertNotEmitted(pair.answered):
        QTest.keyClick(pair.yes, Qt.Key.Key_Delete)


def test_the_arrows_move_without_answering(pair: YesNo, qtbot: QtBot) -> None:
    pair.focus_answer()
    with qtbot.assertNotEmitted(pair.answered):
        QTest.keyClick(pair.no, Qt.Key.Key_Right)
    assert pair.yes.hasFocus()
    QTest.keyClick(pair.yes, Qt.Key.Key_Return)
    assert pair.value == "yes"


def test_ctrl_and_a_letter_is_not_an_answer(pair: YesNo, qtbot: QtBot) -> None:
    pair.focus_answer()
    with qtbot.assertNotEmitted(pair.answered):
        QTest.keyClick(pair.no, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_being_shown_a_value_says_nothing(pair: YesNo, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pair.answered):
        pair.show_value("no")
    assert pair.no.isChecked()


def test_the_pair_is_one_stop_of_the_tab_key(pair: YesNo) -> None:
    for value in ("", "yes", "no"):
        pair.show_value(value)
        stops = [h for h in (pair.no, pair.yes) if h.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [pair.yes if value == "yes" else pair.no]


def test_the_halves_say_the_question_and_the_answer(pair: YesNo) -> None:
    assert pair.yes.accessibleName() == "Glaucome : oui"
    assert pair.no.accessibleName() == "Glaucome : non"
    assert nameless(pair) == []


def test_unknown_no_and_yes_look_different_in_grey(pair: YesNo) -> None:
    looks = []
    for value in ("", "no", "yes"):
        pair.show_value(value)
        looks.append(grey(pair))
    assert looks[0] != looks[1] != looks[2] != looks[0]
