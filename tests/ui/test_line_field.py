"""The patient in one line: Enter takes what is ahead, what could not be read stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.pages.scene import PatientLine, Proposal
from navigator.ui.line_field import LineField
from navigator.ui.theme import Theme

TWO = (Proposal("72 ans, opioïde", "Opioïde"), Proposal("72 ans, antagoniste", "Antagoniste", "des opioïdes"))


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> LineField:
    made = LineField(theme)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show_line(PatientLine("Le patient", "72 ans…"))
    made.show()
    made.activateWindow()
    made.edit.setFocus()
    return made


def test_enter_tells_the_line_as_typed(qtbot: QtBot, field: LineField) -> None:
    QTest.keyClicks(field.edit, "72 ans")
    with qtbot.waitSignal(field.told) as caught:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert caught.args == ["72 ans"]


def test_the_arrows_choose_what_enter_takes(qtbot: QtBot, field: LineField) -> None:
    QTest.keyClicks(field.edit, "opi")
    field.show_proposals(TWO)
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.told) as caught:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert caught.args == ["72 ans, antagoniste"]


def test_a_click_takes_a_proposal(qtbot: QtBot, field: LineField) -> None:
    field.show_proposals(TWO)
    with qtbot.waitSignal(field.told) as caught:
        field.rows.all[0].click()
    assert caught.args == ["72 ans, opioïde"]


def test_escape_takes_the_proposals_away(qtbot: QtBot, field: LineField) -> None:
    QTest.keyClicks(field.edit, "opi")
    field.show_proposals(TWO)
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.told) as caught:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert caught.args == ["opi"]


def test_enter_on_nothing_passes_on(qtbot: QtBot, field: LineField) -> None:
    with qtbot.waitSignal(field.passed), qtbot.assertNotEmitted(field.told):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_only_the_answer_to_a_line_replaces_what_is_typed(field: LineField) -> None:
    QTest.keyClicks(field.edit, "72 ans, machin")
    field.show_line(PatientLine("Le patient"))
    assert field.edit.text() == "72 ans, machin"
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    field.show_line(PatientLine("Le patient", left="machin", error="Non compris."))
    assert field.edit.text() == "machin"
    assert field.error.text() == "Non compris."
    field.discard()
    assert field.edit.text() == ""


def test_what_was_not_understood_is_taken_back_by_clearing_it(qtbot: QtBot, field: LineField) -> None:
    QTest.keyClicks(field.edit, "xyz")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    field.show_line(PatientLine("Le patient", "72 ans…", "xyz", "Non compris"))
    field.edit.selectAll()
    with qtbot.waitSignal(field.told) as caught:
        QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert caught.args == [""]
