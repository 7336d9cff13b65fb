"""A number is what the user typed or what was accepted, never anything else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.number_field import DEBOUNCE_MS, NumberField
from navigator.ui.theme import Theme
from tests.ui.window_samples import number


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> NumberField:
    made = NumberField(theme, Language.FR)
    qtbot.addWidget(made)
    made.show_field(number("weight", "61", unit="kg"))
    made.show()
    return made


def focus(field: NumberField) -> None:
    field.activateWindow()
    field.edit.setFocus()


def test_shows_the_value_and_emits_nothing(qtbot: QtBot, field: NumberField) -> None:
    with qtbot.assertNotEmitted(field.answered, wait=DEBOUNCE_MS + 60):
        field.show_field(number("weight", "62", unit="kg"))
    assert field.edit.text() == "62"


def test_the_wheel_changes_nothing_and_goes_on_to_the_panel(field: NumberField) -> None:
    focus(field)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.edit, turn)
    assert field.edit.text() == "61"
    assert not turn.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_no_key_counts_up_or_down(qtbot: QtBot, field: NumberField, key: Qt.Key) -> None:
    focus(field)
    QTest.keyClick(field.edit, key)
    assert field.edit.text() == "61"


def test_typing_is_emitted_once_after_a_pause_as_it_stands(qtbot: QtBot, field: NumberField) -> None:
    focus(field)
    field.edit.selectAll()
    sent: list[str] = []
    field.answered.connect(sent.append)
    QTest.keyClicks(field.edit, "88.40")
    assert sent == []
    qtbot.waitUntil(lambda: bool(sent))
    assert sent == ["88.40"]


def test_the_text_under_the_cursor_is_kept_and_the_accepted_value_echoed(qtbot: QtBot, field: NumberField) -> None:
    focus(field)
    field.edit.setText("")

    def accept(text: str) -> None:
        field.show_field(number("weight", "88,4", unit="kg"))

    field.answered.connect(accept)
    QTest.keyClicks(field.edit, "88.4")
    with qtbot.waitSignal(field.answered):
        pass
    field.edit.setCursorPosition(2)
    field.show_field(replace(field.field, help="autre"))
    assert field.edit.text() == "88.4"
    assert field.edit.cursorPosition() == 2
    assert field.echo.text() == "= 88,4 kg"


def test_leaving_the_field_answers_at_once_and_shows_the_accepted_value(qtbot: QtBot, field: NumberField) -> None:
    focus(field)
    field.edit.setText("")
    sent: list[str] = []

    def accept(text: str) -> None:
        sent.append(text)
        field.show_field(number("weight", "88,4", unit="kg"))

    field.answered.connect(accept)
    QTest.keyClicks(field.edit, "88.4")
    field.edit.clearFocus()
    assert sent == ["88.4"]
    assert field.edit.text() == "88,4"
    assert field.echo.isHidden()


def test_what_cannot_be_taken_stays_as_typed_with_the_reason(qtbot: QtBot, field: NumberField) -> None:
    def refuse(text: str) -> None:
        field.show_field(number("weight", text, "invalid", unit="kg", error="De 25 à 300 kg."))

    field.answered.connect(refuse)
    focus(field)
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "8x")
    field.edit.clearFocus()
    assert field.edit.text() == "8x"
    assert field.error.text() == "De 25 à 300 kg."
    assert not field.error.isHidden()
    assert field.edit.property("state") == "invalid"


def test_another_patient_replaces_the_text_even_under_the_cursor(field: NumberField) -> None:
    focus(field)
    field.show_field(number("weight", unit="kg"))
    assert field.edit.text() == ""


def test_discard_forgets_what_was_not_emitted(qtbot: QtBot, field: NumberField) -> None:
    focus(field)
    QTest.keyClicks(field.edit, "5")
    with qtbot.assertNotEmitted(field.answered, wait=DEBOUNCE_MS + 60):
        field.discard()
    assert field.edit.text() == "61"


def test_emptying_emits_an_empty_text(qtbot: QtBot, field: NumberField) -> None:
    focus(field)
    field.edit.selectAll()
    with qtbot.waitSignal(field.answered) as caught:
        QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert caught.args == [""]


def test_the_unit_is_asked_for_by_its_button(qtbot: QtBot, field: NumberField) -> None:
    assert field.edit.unit_button.isHidden()
    creatinine = replace(number("creatinine", "96", unit="µmol/L"), units=("µmol/L", "mg/dL"))
    field.show_field(creatinine)
    assert not field.edit.unit_button.isHidden()
    assert "mg/dL" in field.edit.unit_button.accessibleName()
    with qtbot.waitSignal(field.unit_asked) as caught:
        QTest.mouseClick(field.edit.unit_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["mg/dL"]
    assert field.edit.text() == "96"


def test_it_is_named_and_no_spin_box(field: NumberField) -> None:
    assert field.edit.accessibleName() == "Weight (kg)"
    assert isinstance(field.edit, QLineEdit)
    assert field.label.buddy() is field.edit
