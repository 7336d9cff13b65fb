from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import EarlyEnd, Move
from navigator.ui.controls import Label
from navigator.ui.outcome_bar import OutcomeBar
from navigator.ui.theme import Theme
from tests.ui.looking import nameless, settle
from tests.ui.stage_samples import BAR


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> OutcomeBar:
    made = OutcomeBar(theme, Language.FR)
    qtbot.addWidget(made)
    made.show_bar(BAR)
    made.resize(736, 130)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_result_is_recorded_at_once(bar: OutcomeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.outcome_chosen) as heard:
        QTest.keyClick(bar.buttons.all[1], Qt.Key.Key_Return)
    assert heard.args == ["relief-30", ""]


def test_not_tolerated_first_asks_why(bar: OutcomeBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.outcome_chosen):
        QTest.mouseClick(bar.buttons.all[3], Qt.MouseButton.LeftButton)
    assert bar.reasons.all[0].hasFocus()
    with qtbot.waitSignal(bar.outcome_chosen) as heard:
        QTest.keyClick(bar.reasons.all[1], Qt.Key.Key_Return)
    assert heard.args == ["not-tolerated", "rash"]
    assert not bar.reasons.all[1].isVisible()


def test_asking_why_can_be_called_off(bar: OutcomeBar, qtbot: QtBot) -> None:
    QTest.mouseClick(bar.buttons.all[3], Qt.MouseButton.LeftButton)
    QTest.keyClick(bar.reasons.all[0], Qt.Key.Key_Escape)
    assert not bar.cancel.isVisible()
    assert not bar.buttons.all[3].isChecked()


EARLY = EarlyEnd(
    "no-relief", "Trop tôt", (Move("trial.pursue", "Poursuivre", primary=True), Move("trial.count", "Non"))
)


def test_a_result_too_early_asks_and_the_advice_has_the_focus(bar: OutcomeBar, qtbot: QtBot) -> None:
    bar.show_bar(replace(BAR, early=EARLY))
    advised, other = bar.early.buttons()
    assert advised.hasFocus()
    assert bar.buttons.all[2].isChecked()
    with qtbot.waitSignal(bar.move_chosen) as heard:
        QTest.keyClick(other, Qt.Key.Key_Return)
    assert heard.args == ["trial.count"]
    with qtbot.waitSignal(bar.move_chosen) as heard:
        QTest.keyClick(advised, Qt.Key.Key_Escape)
    assert heard.args == ["trial.pursue"]
    bar.show_bar(BAR)
    assert bar.trial.hasFocus()
    assert not bar.buttons.all[2].isChecked()


def test_typing_a_dose_changes_the_draft(bar: OutcomeBar, qtbot: QtBot) -> None:
    bar.dose.setFocus()
    bar.dose.selectAll()
    with qtbot.waitSignal(bar.draft_changed) as heard:
        QTest.keyClicks(bar.dose, "9")
    assert heard.args == ["gabapentine", "9", "6"]


def test_what_is_being_typed_is_not_overwritten(bar: OutcomeBar, qtbot: QtBot) -> None:
    bar.dose.setFocus()
    bar.dose.selectAll()
    QTest.keyClicks(bar.dose, "60,")
    bar.show_bar(replace(BAR, dose="60"))
    assert bar.dose.text() == "60,"


def test_what_could_not_be_read_stays_beside_its_error(bar: OutcomeBar) -> None:
    bar.dose.setText("60x")
    bar.show_bar(replace(BAR, dose="", error="« 60x » n’est pas une dose."))
    assert bar.dose.text() == "60x"


def test_another_treatment_never_inherits_a_dose(bar: OutcomeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.draft_changed) as heard:
        QTest.keyClick(bar.trial, Qt.Key.Key_Down)
    assert heard.args == ["duloxetine", "", ""]
    bar.dose.setFocus()
    bar.show_bar(replace(BAR, selected="duloxetine", dose="", weeks=""))
    assert bar.dose.text() == ""


def test_a_technique_asks_no_dose(bar: OutcomeBar) -> None:
    bar.show_bar(replace(BAR, asks_dose=False))
    assert bar.dose.isHidden()


def test_nothing_to_try_takes_no_place(bar: OutcomeBar) -> None:
    bar.show_bar(replace(BAR, trials=(), selected=""))
    assert bar.isHidden()


def test_remark_and_error_are_said(bar: OutcomeBar) -> None:
    bar.show_bar(replace(BAR, remark="Trop tôt.", error="Pas une dose."))
    words = {label.text() for label in bar.findChildren(Label)}
    assert {"Trop tôt.", "Pas une dose."} <= words


@pytest.mark.parametrize("compact", [False, True])
def test_every_control_is_named_and_it_fits(bar: OutcomeBar, compact: bool) -> None:
    bar.set_gutter(24, compact=compact)
    bar.buttons.all[3].click()
    assert nameless(bar) == []
    assert bar.minimumSizeHint().width() <= 600
    assert bar.buttons.all[0].sizeHint().height() == 58


@pytest.mark.parametrize(("width", "columns", "height"), [(1100, 4, 40), (736, 4, 58), (500, 2, 40)])
def test_a_result_always_says_where_it_leads(bar: OutcomeBar, width: int, columns: int, height: int) -> None:
    bar.set_gutter(24, compact=True)
    bar.resize(width, 200)
    settle()
    buttons = bar.buttons.all
    assert len({button.y() for button in buttons}) == len(buttons) // columns
    for button in buttons:
        assert button.sizeHint().height() == height
        assert button.width() >= button.width_on(1 if height == 40 else 2)


def test_showing_again_keeps_the_widgets(bar: OutcomeBar) -> None:
    before = len(bar.findChildren(QObject))
    for _ in range(20):
        bar.show_bar(BAR)
    assert len(bar.findChildren(QObject)) == before
