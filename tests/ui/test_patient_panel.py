"""The panel: groups fold, answers go out, the field that is asked for is found."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.choice_field import YesNoField
from navigator.ui.number_field import NumberField
from navigator.ui.patient_panel import PatientPanel
from navigator.ui.theme import Theme
from tests.ui.window_samples import number, patient


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> PatientPanel:
    made = PatientPanel(theme, Language.FR)
    qtbot.addWidget(made)
    made.setFixedWidth(296)
    made.resize(296, 700)
    made.show_patient(patient())
    made.show()
    made.activateWindow()
    return made


def typed_in(panel: PatientPanel, id: str) -> NumberField:
    found = panel.findChild(NumberField, id)
    assert isinstance(found, NumberField)
    return found


def test_answers_name_their_factor(qtbot: QtBot, panel: PatientPanel) -> None:
    block = panel.findChild(YesNoField, "block")
    assert isinstance(block, YesNoField)
    with qtbot.waitSignal(panel.factor_answered) as caught:
        block.answer.no.click()
    assert caught.args == ["block", "no"]
    field = typed_in(panel, "weight")
    field.edit.setFocus()
    with qtbot.waitSignal(panel.factor_answered) as caught:
        QTest.keyClicks(field.edit, "61")
    assert caught.args == ["weight", "61"]


def test_units_groups_and_new_patient_go_out(qtbot: QtBot, panel: PatientPanel) -> None:
    with qtbot.waitSignal(panel.unit_chosen) as caught:
        typed_in(panel, "creatinine").edit.unit_button.click()
    assert caught.args == ["creatinine", "mg/dL"]
    heart = panel.group("heart")
    with qtbot.waitSignal(panel.group_closed) as caught:
        heart.close_button.click()
    assert caught.args == ["heart", True]
    with qtbot.waitSignal(panel.new_patient):
        panel.clear_button.click()


def test_new_patient_leaves_no_typed_text(qtbot: QtBot, panel: PatientPanel) -> None:
    field = typed_in(panel, "weight")
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "61")
    panel.clear_button.click()
    assert field.edit.text() == ""
    with qtbot.assertNotEmitted(panel.factor_answered, wait=220):
        pass


def test_groups_fold_by_themselves_until_the_user_does(qtbot: QtBot, panel: PatientPanel) -> None:
    assert [panel.group(g).is_open for g in ("body", "women")] == [True, False]
    panel.group("women").fold.click()
    assert [panel.group(g).is_open for g in ("body", "women")] == [True, True]
    panel.show_patient(patient())
    assert [panel.group(g).is_open for g in ("body", "women")] == [True, True]


def test_the_group_that_cannot_be_closed_has_no_button(panel: PatientPanel) -> None:
    assert panel.group("body").close_button.isHidden()
    assert not panel.group("heart").close_button.isHidden()


def test_focus_factor_unfolds_focuses_and_flashes(qtbot: QtBot, panel: PatientPanel) -> None:
    assert panel.focus_factor("block")
    block = panel.findChild(YesNoField, "block")
    assert isinstance(block, YesNoField)
    assert block.control().hasFocus()
    qtbot.waitUntil(panel.ring.isVisible)
    qtbot.waitUntil(panel.ring.isHidden, timeout=1500)
    panel.group("heart").fold.click()
    assert not panel.group("heart").is_open
    panel.focus_factor("qt")
    assert panel.group("heart").is_open
    assert not panel.focus_factor("nothing")


def test_first_asked_is_the_first_in_the_order_of_the_panel(panel: PatientPanel) -> None:
    panel.focus_first_asked()
    assert typed_in(panel, "weight").edit.hasFocus()
    nothing_asked = patient(number("age", "72"))
    panel.show_patient(replace(nothing_asked, groups=nothing_asked.groups[:1]))


def test_showing_again_makes_no_new_widget(panel: PatientPanel) -> None:
    before = len(panel.findChildren(NumberField)) + len(panel.findChildren(YesNoField))
    for _ in range(20):
        panel.show_patient(patient())
    assert len(panel.findChildren(NumberField)) + len(panel.findChildren(YesNoField)) == before


def test_typing_survives_a_new_showing(qtbot: QtBot, panel: PatientPanel) -> None:
    field = typed_in(panel, "weight")
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "6")
    panel.show_patient(replace(patient(), to_settle="2 à préciser"))
    assert field.edit.text() == "6"
    assert field.edit.hasFocus()


def test_every_stop_of_tab_has_a_name(panel: PatientPanel) -> None:
    panel.group("women").open()
    stops = [w for w in panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(stops) > 10
    assert [w for w in stops if not w.accessibleName()] == []
