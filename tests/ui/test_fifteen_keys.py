"""The scene of the house, from the start page to the printer, in at most fourteen clicks, keys and entries.

Counted strictly: each click, each key, and each run of letters typed in one field is one. Three ways: all in the
patient's line; the trial in the outcome bar by keys; by mouse. Each comes to the same answer and to the same paper.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from navigator.ui import printing
from navigator.ui.app import App
from navigator.ui.outcome_parts import OutcomeButton
from tests.ui.hand import CTRL, NONE, Hand, is_seen
from tests.ui.seeing import focused, said

MOST = 14
PATIENT = "femme 72 ans, diabétique, 61 kg, créatinine 128, tramadol, sertraline"
TRIAL = "gabapentine 300 mg 2 semaines"


class Counted(Hand):
    """A hand that counts what it does. It types without looking for the field: the focus must be there."""

    count = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key."""
        self.count += 1
        self.key(key, modifiers)

    def enter_text(self, text: str) -> None:
        """One entry, where the focus is."""
        self.count += 1
        assert isinstance(focused(), QLineEdit | QComboBox), f"nothing to type in: {focused()}"
        for letter in text:
            self.key(Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown, text=letter)

    def hit(self, widget: QWidget) -> None:
        """One click, after one turn of the wheel where it is out of view."""
        self.count += 1 if is_seen(widget) else 2
        self.click(widget)

    def choose_in(self, combo: QComboBox, id: str) -> None:
        """Two clicks: the arrow of a list, and a row."""
        self.count += 2
        self.pick(combo, combo.findData(id))


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that went to the printer; its own dialog takes one more key."""
    texts: list[str] = []

    def print_document(document: object, _parent: QWidget) -> None:
        texts.append(document.text)  # type: ignore[attr-defined]

    monkeypatch.setattr(printing, "print_document", print_document)
    return texts


def the_answer(hand: Counted, printed: list[str]) -> None:
    """What the rules say of her stands on the page, and on the paper."""
    (note,) = printed
    text = " ".join(note.split()).replace("\u202f", " ").replace("\u00a0", " ")
    for words in (
        "clairance 34 mL/min",
        "Écarté :",
        "À changer d’abord : Revoir tramadol",
        "Essai non concluant à ce jour : Gabapentine, 300 mg/j, 2 semaines",
        "Trop tôt pour parler d’échec",
        "Reste sans rien changer",
    ):
        assert words.lower() in text.lower(), f"{words} is not in: {text}"
    assert hand.count + 1 <= MOST, f"{hand.count} and one for the dialog of the printer"


def named(inside: QWidget, name: str) -> QAbstractButton:
    return next(b for b in inside.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible())


def print_by_keys(hand: Counted) -> None:
    hand.press(Qt.Key.Key_P, CTRL)
    assert hand.window.pages.document_page.isVisible()
    hand.press(Qt.Key.Key_P, CTRL)


def test_all_in_one_line(app: App, printed: list[str]) -> None:
    hand = Counted(app)
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_F2)
    hand.enter_text(f"{PATIENT}, {TRIAL}")
    hand.press(Qt.Key.Key_F3)
    assert "Aucune option de cette étape" in said(hand.window.stage_page)
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_3)
    assert "lever d’abord" in focused().accessibleName()
    hand.press(Qt.Key.Key_Return)
    print_by_keys(hand)
    the_answer(hand, printed)


def test_the_trial_in_the_outcome_bar_by_keys(app: App, printed: list[str]) -> None:
    hand = Counted(app)
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_F2)
    hand.enter_text(PATIENT)
    hand.press(Qt.Key.Key_F3)
    hand.press(Qt.Key.Key_F4)
    hand.enter_text("gaba 300 2")
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_QuoteDbl)  # the 3 of a French keyboard
    assert "lever d’abord" in focused().accessibleName()
    hand.press(Qt.Key.Key_Return)
    print_by_keys(hand)
    the_answer(hand, printed)


def test_by_mouse(app: App, printed: list[str]) -> None:
    hand = Counted(app)
    window = hand.window
    bar, panel = window.stage_page.outcome, window.patient_panel
    hand.hit(window.start_page.cards.all[0])
    hand.hit(panel.line.edit)
    hand.enter_text(PATIENT)
    hand.hit(panel.close_all)
    hand.choose_in(bar.trial, "gabapentin")
    hand.enter_text("300")
    hand.hit(bar.weeks)
    hand.enter_text("2")
    hand.hit(hand.find(window.stage_page, OutcomeButton, "no-relief"))
    hand.hit(hand.find(bar, QAbstractButton, "trial.pursue"))
    hand.hit(named(window.stage_page.tools, "Note de consultation"))
    hand.hit(named(window.pages.document_page, "Imprimer…"))
    the_answer(hand, printed)
