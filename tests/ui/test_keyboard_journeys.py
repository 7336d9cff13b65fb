"""Whole consultations without a mouse: every control is reached by F6 and Tab and pressed by a key.

The same journeys as by hand, one for each type of pain; then the red flags and the DN4. Nothing is clicked and no
method of the app is called.
"""

from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from navigator.guideline.model import Guideline
from navigator.ui.app import App
from navigator.ui.choice_field import PairField
from navigator.ui.yes_no import YesNo
from tests.telling import FOLDER, follow
from tests.ui.hand import ALT, CTRL, SHIFT, Hand
from tests.ui.looking import settle
from tests.ui.seeing import focused, said
from tests.ui.test_journeys import WindowDriver

JOURNEYS = (
    "central-3-change-of-mind",
    "diffuse-3-everything-blocked",
    "localized-2-face-and-broken-skin",
    "trigeminal-2-rash-stops-everything",
)


class KeyHand(Hand):
    """Presses keys where the mouse would have clicked."""

    def click(self, widget: QWidget) -> None:
        """Reach `widget` and press it."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not on the screen"
        assert widget.isEnabled(), f"{widget.accessibleName()} is disabled"
        self.reach(widget)
        pair = widget.parentWidget()
        if isinstance(pair, YesNo):
            self.key(Qt.Key.Key_O if widget is pair.yes else Qt.Key.Key_N)
            return
        for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            if focused() is not widget:
                self.key(arrow)
        self.key(Qt.Key.Key_Space)

    def type(self, field: QLineEdit, text: str) -> None:
        """Reach a field and replace what stands there."""
        self.reach(field)
        self.key(Qt.Key.Key_A, CTRL)
        self.key(Qt.Key.Key_Delete)
        self.write(text)

    def pick(self, combo: QComboBox, row: int) -> None:
        """Open a list and choose a row with the arrows."""
        self.reach(combo)
        self.key(Qt.Key.Key_Down, ALT)
        view = combo.view()
        assert view.isVisible(), f"{combo.accessibleName()} did not open"
        self._arrow_to(view, row)
        QTest.keyClick(view, Qt.Key.Key_Return)
        settle()
        assert not view.isVisible(), f"{combo.accessibleName()} did not close"

    def pick_in_menu(self, *_: object) -> NoReturn:
        """There is no menu any more."""
        raise AssertionError("a menu")

    def reach(self, widget: QWidget) -> None:
        """Go to the region of `widget` with F6, then to it with Tab; backwards where that is nearer."""
        window = self.window
        if not window.editor.isVisible():
            around = [r for r in window.regions() if r.isAncestorOf(widget)]
            assert around, f"{widget.accessibleName()} is in no region"
            for _ in range(len(window.regions()) + 1):
                if around[-1].isAncestorOf(focused()):
                    break
                self.key(Qt.Key.Key_F6)
        for modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
            for _ in range(160):
                if self._is_at(widget):
                    return
                self.key(Qt.Key.Key_Backtab if modifiers else Qt.Key.Key_Tab, modifiers)
        raise AssertionError(f"Tab never came to {widget.accessibleName()}")

    @staticmethod
    def _is_at(widget: QWidget) -> bool:
        here, pair = focused(), widget.parentWidget()
        if here is widget:
            return True
        one_stop = isinstance(pair, YesNo) or (pair is not None and isinstance(pair.parentWidget(), PairField))
        return one_stop and pair is not None and pair.isAncestorOf(here)

    def _arrow_to(self, view: QAbstractItemView, row: int) -> None:
        QTest.keyClick(view, Qt.Key.Key_Home)  # to the list itself: its window is made anew each time it opens
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.currentIndex().row() == row


class KeyDriver(WindowDriver):
    """Follows a journey with keys alone."""

    def __init__(self, app: App, guideline: Guideline) -> None:
        super().__init__(app, guideline)
        self.hand = KeyHand(app)


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_consultation_by_keys_alone(app: App, guideline: Guideline, name: str) -> None:
    journey = Path(FOLDER / f"{name}.txt")
    settle()
    follow(journey, KeyDriver(app, guideline))


def test_from_the_red_flags_to_the_urgent_page_and_back(app: App) -> None:
    hand = KeyHand(app)
    hand.key(Qt.Key.Key_A)
    page = hand.window.pages.checklist_page
    hand.key(Qt.Key.Key_O)
    assert "appeler le 15" in said(page.verdict)
    hand.reach(page.bar.moves.buttons()[0])
    hand.key(Qt.Key.Key_Return)
    assert hand.window.pages.end_page.isVisible()
    assert "Signes trouvés" in said(hand.window.pages.end_page)
    hand.key(Qt.Key.Key_Z, CTRL)
    assert hand.window.start_page.isVisible()
    hand.key(Qt.Key.Key_A)
    page_rows = hand.window.pages.checklist_page.rows()
    assert page_rows[0].answer.value == "yes"
    page_rows_focus = focused()
    assert page_rows[1].isAncestorOf(page_rows_focus), "the first that is not answered"


def test_no_red_flag_in_one_key_then_the_score_in_ten(app: App) -> None:
    hand = KeyHand(app)
    hand.key(Qt.Key.Key_A)
    hand.key(Qt.Key.Key_Return, CTRL)
    assert hand.window.start_page.isVisible()
    hand.key(Qt.Key.Key_D)
    for key in (Qt.Key.Key_O, Qt.Key.Key_N) * 5:
        hand.key(key)
    assert hand.window.pages.checklist_page.gauge.accessibleName() == "5 sur 10"
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_1)
    found = [b.finding.text for b in hand.window.rail.findings.all if b.isVisible()]
    assert found == ["DN4 5/10", "Aucun signe d’alerte"]


@pytest.mark.parametrize("place", ["", "diffuse.first-line", "gabapentin"])
def test_tab_comes_to_every_region(app: App, place: str) -> None:
    hand = KeyHand(app)
    if place:
        app.session.open_at(place, ())
    settle()
    wanted, seen = set(map(id, hand.window.regions())), set()
    for _ in range(260):
        here = focused()
        seen |= {id(r) for r in hand.window.regions() if r.isAncestorOf(here)}
        if seen == wanted:
            break
        hand.key(Qt.Key.Key_Tab)
    missed = [type(r).__name__ for r in hand.window.regions() if id(r) not in seen]
    assert missed == []
    assert QApplication.activePopupWidget() is None
