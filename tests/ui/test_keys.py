"""Pages and keys: where one is led, how one comes back, and what one key does."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from navigator.consultation.walk import Chosen
from navigator.ui.app import App
from navigator.ui.moves import MoveButton
from tests.ui.hand import ALT, CTRL, SHIFT, Hand
from tests.ui.seeing import focused


@pytest.fixture
def hand(app: App) -> Hand:
    return Hand(app)


def test_back_and_forward_restore_page_and_scroll(hand: Hand, qtbot: QtBot) -> None:
    hand.choose(1)
    window = hand.window
    hand.click(list(window.stage_page.cards.values())[-1])
    stage = window.stage_page.scroll_position()
    assert stage > 0
    assert window.treatment_page.isVisible()
    assert window.pages.scroll_position() == 0
    hand.key(Qt.Key.Key_PageDown)
    treatment = window.pages.scroll_position()
    assert treatment > 0
    hand.click(window.top_bar.back_button)
    assert window.stage_page.isVisible()
    qtbot.waitUntil(lambda: window.pages.scroll_position() == stage)
    hand.click(window.top_bar.forward_button)
    assert window.treatment_page.isVisible()
    qtbot.waitUntil(lambda: window.pages.scroll_position() == treatment)


def test_the_same_type_pressed_again_opens_its_stage(hand: Hand) -> None:
    hand.choose(1)
    hand.key(Qt.Key.Key_Home, ALT)
    assert hand.window.start_page.isVisible()
    hand.choose(1)
    hand.key(Qt.Key.Key_Left, ALT)
    assert hand.window.start_page.isVisible()


def test_ctrl_z_gives_back_what_was_answered(hand: Hand) -> None:
    hand.choose(1)
    hand.type(hand.number("age").edit, "58")
    hand.key(Qt.Key.Key_Tab)
    hand.type(hand.number("age").edit, "85")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Z, CTRL)
    assert hand.number("age").edit.text() == "58"
    hand.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert hand.number("age").edit.text() == "85"


@pytest.mark.parametrize(
    ("key", "text", "card"),
    [
        (Qt.Key.Key_1, "1", 0),
        (Qt.Key.Key_2, "2", 1),
        (Qt.Key.Key_3, "3", 2),
        (Qt.Key.Key_4, "4", 3),
        (Qt.Key.Key_Ampersand, "&", 0),
        (Qt.Key.Key_Eacute, "é", 1),
        (Qt.Key.Key_QuoteDbl, '"', 2),
        (Qt.Key.Key_Apostrophe, "'", 3),
    ],
)
def test_one_key_chooses_the_type(hand: Hand, key: Qt.Key, text: str, card: int) -> None:
    wanted = hand.window.start_page.cards.all[card].objectName()
    hand.key(key, text=text)
    assert hand.window.stage_page.isVisible()
    assert hand.app.session.desk.moment.walk.steps == (Chosen(wanted),)


def test_f2_goes_to_the_line_then_to_the_first_field_that_is_asked(hand: Hand) -> None:
    hand.choose(1)
    hand.key(Qt.Key.Key_F2)
    assert hand.window.patient_panel.line.edit.hasFocus()
    hand.key(Qt.Key.Key_F2)
    field = hand.number("age")
    assert field.field.state == "asked"
    assert field.edit.hasFocus()
    hand.write("58")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_F2)
    assert not field.edit.hasFocus()
    assert hand.window.patient_panel.isAncestorOf(focused())


def test_enter_on_a_card_opens_it_and_alt_left_comes_back_to_it(hand: Hand) -> None:
    hand.key(Qt.Key.Key_1)
    cards = hand.window.stage_page.cards
    for _ in range(10):
        hand.key(Qt.Key.Key_Tab)
        if focused() in cards.values():
            break
    card = next(c for c in cards.values() if c.hasFocus())
    hand.key(Qt.Key.Key_Return)
    assert hand.window.treatment_page.isVisible()
    hand.key(Qt.Key.Key_Left, ALT)
    assert hand.window.stage_page.isVisible()
    assert card.hasFocus()


def test_the_focus_comes_back_to_the_same_one_of_two_with_one_name(hand: Hand) -> None:
    hand.choose(1)
    hand.app.session.tell("72 ans, 128 µmol/L, femme, 61 kg, tramadol, sertraline")
    page = hand.window.stage_page
    refer = [b for b in page.findChildren(MoveButton) if b.objectName() == "refer" and b.isVisible()]
    assert len({b.accessibleName() for b in refer}) == 1 < len(refer)
    for button in refer:
        button.setFocus()
        hand.key(Qt.Key.Key_F1)
        assert not page.isVisible()
        hand.key(Qt.Key.Key_Escape)
        assert focused() is button


def test_f3_says_nothing_else_at_all_and_is_undone(hand: Hand) -> None:
    hand.key(Qt.Key.Key_F3)
    assert not hand.app.session.desk.moment.patient.closed
    hand.choose(1)
    hand.key(Qt.Key.Key_F3)
    assert hand.window.patient_panel.close_all.isChecked()
    hand.key(Qt.Key.Key_Z, CTRL)
    assert not hand.app.session.desk.moment.patient.closed


def test_the_patient_is_told_in_one_line_and_a_word_is_chosen_with_the_arrows(hand: Hand) -> None:
    hand.choose(1)
    hand.key(Qt.Key.Key_F2)
    hand.write("72 ans, opioi")
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    answers = hand.app.session.desk.moment.patient.answers
    assert set(answers) == {"age", "opioid_antagonist"}
    assert hand.window.patient_panel.line.edit.text() == ""
    hand.key(Qt.Key.Key_Return)
    assert hand.window.patient_panel.close_all.hasFocus()


def test_escape_leaves_the_score_and_keeps_its_answers(hand: Hand) -> None:
    hand.key(Qt.Key.Key_D)
    hand.key(Qt.Key.Key_O)
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.start_page.isVisible()
    assert hand.app.session.desk.moment.findings


def test_f4_goes_to_the_treatment_tried(hand: Hand) -> None:
    hand.choose(1)
    hand.key(Qt.Key.Key_F4)
    assert hand.window.stage_page.outcome.trial.hasFocus()


def test_enter_and_a_letter_go_from_measure_to_measure(hand: Hand) -> None:
    hand.choose(1)
    for _ in range(2):
        hand.key(Qt.Key.Key_F2)
    hand.write("72")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_F, text="f")
    hand.write("61")
    hand.key(Qt.Key.Key_Return)
    hand.write("128")
    hand.key(Qt.Key.Key_Return)
    answers = hand.app.session.desk.moment.patient.answers
    assert {f: str(v) for f, v in answers.items()} == {
        "age": "72.0",
        "sex": "female",
        "weight": "61.0",
        "creatinine": "128.0",
    }
    focused = hand.window.focusWidget()
    assert focused is not None
    assert hand.window.patient_panel.questions.isAncestorOf(focused)


def test_an_impossible_number_keeps_the_focus(hand: Hand) -> None:
    hand.choose(1)
    for _ in range(2):
        hand.key(Qt.Key.Key_F2)
    hand.write("172")
    hand.key(Qt.Key.Key_Return)
    assert hand.number("age").edit.hasFocus()
    assert "110" in hand.number("age").error.text()
