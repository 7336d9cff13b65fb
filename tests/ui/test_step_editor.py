"""An earlier answer opened again, by keys alone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from navigator.consultation.walk import Chosen, Trial
from navigator.ui.app import App
from tests.ui.hand import CTRL, Hand
from tests.ui.looking import nameless
from tests.ui.seeing import focused, said


@pytest.fixture
def hand(app: App) -> Hand:
    hand = Hand(app)
    hand.key(Qt.Key.Key_1)
    app.session.change_draft("gabapentin", "300", "2")
    app.session.record_outcome("no-relief", "")
    app.session.move("trial.count")
    return hand


def trial(hand: Hand) -> Trial:
    found = hand.app.session.desk.moment.walk.steps[1]
    assert isinstance(found, Trial)
    return found


def open_trial(hand: Hand) -> None:
    row = hand.window.rail.blocks.all[1].trials.all[0]
    row.setFocus()
    hand.key(Qt.Key.Key_Return)
    assert hand.window.editor.isVisible()


def tab_to(hand: Hand, widget: QWidget) -> None:
    for _ in range(12):
        if focused() is widget:
            return
        hand.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {widget}")


def write_over(hand: Hand, field: QWidget, text: str) -> None:
    tab_to(hand, field)
    hand.key(Qt.Key.Key_A, CTRL)
    hand.write(text)
    hand.key(Qt.Key.Key_Return)


def test_dose_and_weeks_are_typed_anew_and_undone_in_one_key(hand: Hand) -> None:
    open_trial(hand)
    editor = hand.window.editor
    assert nameless(editor) == []
    for field, text in ((editor.dose, "1800"), (editor.weeks, "8")):
        tab_to(hand, field)
        hand.key(Qt.Key.Key_A, CTRL)
        hand.write(text)
    hand.key(Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert (trial(hand).dose_mg, trial(hand).weeks) == (Decimal(1800), Decimal(8))
    assert "conservées" in said(hand.window.notice)
    hand.key(Qt.Key.Key_Z, CTRL)
    assert (trial(hand).dose_mg, trial(hand).weeks) == (Decimal(300), Decimal(2))


def test_what_cannot_be_read_stays_with_the_reason(hand: Hand) -> None:
    open_trial(hand)
    editor = hand.window.editor
    write_over(hand, editor.dose, "abc")
    assert editor.isVisible()
    assert editor.dose.text() == "abc"
    assert trial(hand).dose_mg == 300
    hand.key(Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_why_is_asked_only_of_what_was_not_tolerated(hand: Hand) -> None:
    open_trial(hand)
    editor = hand.window.editor
    assert not editor.reason.isVisible()
    tab_to(hand, editor.answer)
    hand.key(Qt.Key.Key_End)
    assert editor.reason.isVisible()
    tab_to(hand, editor.save)
    hand.key(Qt.Key.Key_Return)
    assert trial(hand).outcome.value == "not-tolerated"
    assert trial(hand).reason == "other"


def test_f4_on_the_first_step_changes_the_type_of_pain(hand: Hand) -> None:
    hand.window.rail.blocks.all[0].button.setFocus()
    hand.key(Qt.Key.Key_F4)
    editor = hand.window.editor
    assert editor.isVisible()
    assert not editor.treatment.isVisible()
    hand.key(Qt.Key.Key_End)
    tab_to(hand, editor.save)
    hand.key(Qt.Key.Key_Return)
    assert hand.app.session.desk.moment.walk.steps[0] == Chosen("localized")
    assert hand.window.rail.dropped.all[0].isVisible()


def test_closing_gives_the_focus_back(hand: Hand) -> None:
    open_trial(hand)
    hand.key(Qt.Key.Key_Escape)
    assert focused() is hand.window.rail.blocks.all[1].trials.all[0]


def test_a_trial_made_too_short_asks_in_place_of_saving(hand: Hand) -> None:
    open_trial(hand)
    editor = hand.window.editor
    write_over(hand, editor.weeks, "3")
    advised, other = editor.early.buttons()
    assert focused() is advised
    assert not editor.save.isVisible()
    assert editor.weeks.text() == "3", "what was typed is gone"
    tab_to(hand, editor.weeks)
    hand.write("4")
    assert editor.save.isVisible()
    assert not advised.isVisible()
    hand.key(Qt.Key.Key_Return)
    tab_to(hand, other)
    hand.key(Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert trial(hand).weeks == 4
