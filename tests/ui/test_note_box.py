import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.pages.scene import Mark, Move, Note
from navigator.ui.note_box import NoteBox
from navigator.ui.theme import Theme


@pytest.mark.parametrize("mark", Mark)
def test_a_note_of_any_mark_is_shown_and_said(theme: Theme, qtbot: QtBot, mark: Mark) -> None:
    box = NoteBox(theme)
    qtbot.addWidget(box)
    box.show_note(Note(mark, "Tout arrêter.", ("Une ligne.", "Une autre.")))
    assert box.accessibleName() == "Tout arrêter. Une ligne. Une autre."
    assert not box.grab().isNull()


def test_its_moves_are_emitted(theme: Theme, qtbot: QtBot) -> None:
    box = NoteBox(theme)
    qtbot.addWidget(box)
    box.show_note(Note(Mark.AVOID, "x", (), (Move("skip", "Passer", primary=True), Move("refer", "Adresser"))))
    with qtbot.waitSignal(box.move_chosen) as heard:
        QTest.mouseClick(box.moves.buttons()[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["refer"]


def test_showing_another_note_uses_the_same_widgets(theme: Theme, qtbot: QtBot) -> None:
    box = NoteBox(theme)
    qtbot.addWidget(box)
    box.show_note(Note(Mark.CAUTION, "x", ("a", "b"), (Move("m", "M"),)))
    before = len(box.findChildren(QObject))
    box.show_note(Note(Mark.NEUTRAL, "y", ("c",)))
    assert len(box.findChildren(QObject)) == before
    assert box.moves.isHidden()
