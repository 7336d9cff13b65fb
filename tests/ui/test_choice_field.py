"""Choices: unknown stays unknown until it is answered, and can be had back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import Field
from navigator.ui.choice_field import ComboField, PairField, YesNoField
from navigator.ui.flow import column
from navigator.ui.theme import Theme
from tests.ui.window_samples import LEVELS, SEX, yes_no


def test_yes_no_emits_and_shows_implied_facts_disabled(qtbot: QtBot, theme: Theme) -> None:
    field = YesNoField(theme, Language.FR)
    qtbot.addWidget(field)
    field.show_field(yes_no("qt"))
    with qtbot.waitSignal(field.answered) as caught:
        field.answer.yes.click()
    assert caught.args == ["yes"]
    field.show_field(yes_no("qt", "implied", "no", "Sans objet."))
    assert not field.answer.isEnabled()
    assert field.note.text() == "Sans objet."


def test_combo_begins_with_not_known_and_emits_ids(qtbot: QtBot, theme: Theme) -> None:
    field = ComboField(theme, Language.FR)
    qtbot.addWidget(field)
    shown = Field("liver", "choice", "Foie", "asked", options=LEVELS)
    field.show_field(shown)
    assert field.combo.currentText() == "non précisé"
    assert field.combo.property("state") == "asked"
    sent: list[str] = []
    field.answered.connect(sent.append)
    field.combo.activated.emit(2)
    field.show_field(replace(shown, state="answered", value="mild"))
    assert field.combo.currentText() == "Légère"
    field.combo.activated.emit(0)
    assert sent == ["mild", ""]


def test_the_wheel_does_not_choose(qtbot: QtBot, theme: Theme) -> None:
    field = ComboField(theme, Language.FR)
    qtbot.addWidget(field)
    field.show_field(Field("liver", "choice", "Foie", "answered", "mild", options=LEVELS))
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.combo, turn)
    assert field.combo.currentText() == "Légère"


def test_pair_chooses_one_forgets_it_and_names_both(qtbot: QtBot, theme: Theme) -> None:
    field = PairField(theme)
    qtbot.addWidget(field)
    shown = Field("sex", "choice", "Sexe", "unknown", options=SEX)
    field.show_field(shown)
    assert not field.first.isChecked()
    assert not field.second.isChecked()
    sent: list[str] = []
    field.answered.connect(sent.append)
    QTest.keyClick(field.second, Qt.Key.Key_Return)
    field.show_field(replace(shown, value="male", state="answered"))
    assert field.second.isChecked()
    field.second.click()
    assert sent == ["male", ""]
    assert field.first.accessibleName() == "Sexe : Femme"


@pytest.mark.parametrize("half", ["no", "yes"])
@pytest.mark.parametrize("value", ["no", "yes"])
def test_what_is_derived_from_now_on_hands_the_focus_on(qtbot: QtBot, theme: Theme, half: str, value: str) -> None:
    window = QWidget()
    first, second = YesNoField(theme, Language.FR), YesNoField(theme, Language.FR)
    column(first, second, into=window)
    qtbot.addWidget(window)
    first.show_field(yes_no("qt"))
    second.show_field(yes_no("block"))
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    getattr(first.answer, half).setFocus()
    first.show_field(yes_no("qt", "implied", value, "Sans objet."))
    assert second.answer.no.hasFocus()
