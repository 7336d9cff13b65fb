"""Comparing and supposing in the window, by hand."""

import pytest
from PySide6.QtCore import Qt

from navigator.ui.app import App
from navigator.ui.what_if_page import ChangeCard
from tests.ui.hand import Hand
from tests.ui.looking import nameless, settle


@pytest.fixture
def hand(app: App) -> Hand:
    made = Hand(app)
    made.choose(1)
    return made


def compared(hand: Hand) -> None:
    """Gabapentin and duloxetine side by side, by the keyboard."""
    for treatment in ("gabapentin", "duloxetine"):
        hand.window.stage_page.cards[treatment].setFocus(Qt.FocusReason.TabFocusReason)
        hand.key(Qt.Key.Key_C)
    tool = hand.window.stage_page.tools.buttons()[1]
    assert "(2)" in tool.text()
    hand.click(tool)
    assert hand.window.pages.compare_page.isVisible()


def test_c_on_two_cards_compares_them(hand: Hand) -> None:
    compared(hand)
    page = hand.window.pages.compare_page
    assert [h.treatment for h in page.heads.all if h.isVisible()] == ["gabapentin", "duloxetine"]
    assert nameless(page) == []
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.stage_page.isVisible()


def test_equal_rows_are_put_away(hand: Hand) -> None:
    compared(hand)
    page = hand.window.pages.compare_page
    everything = [row for row in page.rows.all if not row.isHidden()]
    assert not all(row.differs for row in everything)
    hand.click(page.only)
    assert all(row.differs for row in page.rows.all if not row.isHidden())
    hand.click(page.only)
    assert [row for row in page.rows.all if not row.isHidden()] == everything


def test_a_column_goes_and_the_last_one_stays(hand: Hand) -> None:
    compared(hand)
    page = hand.window.pages.compare_page
    hand.click(page.heads.all[0].remove)
    assert [h.treatment for h in page.heads.all if h.isVisible()] == ["duloxetine"]
    assert not page.heads.all[0].remove.isVisible()


def test_what_if_shows_before_and_after_and_esc_leaves(hand: Hand) -> None:
    hand.click(hand.window.stage_page.tools.buttons()[0])
    page = hand.window.pages.what_if_page
    assert page.isVisible()
    hand.app.session.suppose_about("ssri")
    settle()
    duloxetine = next(c for c in page.findChildren(ChangeCard) if c.accessibleName().startswith("Dulox"))
    assert duloxetine.before.status != duloxetine.after.status
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.stage_page.isVisible()
    assert "ssri" not in hand.app.session.desk.moment.patient.answers


def test_what_if_is_applied_by_its_button(hand: Hand) -> None:
    hand.click(hand.window.stage_page.tools.buttons()[0])
    page = hand.window.pages.what_if_page
    hand.app.session.suppose_about("ssri")
    settle()
    hand.click(page.bar.moves.buttons()[0])
    assert hand.window.stage_page.isVisible()
    assert hand.app.session.desk.moment.patient.answers["ssri"] is True


def test_the_rows_are_one_stop_and_arrows_walk_them(hand: Hand) -> None:
    compared(hand)
    page = hand.window.pages.compare_page
    seen = [row for row in page.rows.all if row.isVisible()]
    page.only.setFocus(Qt.FocusReason.TabFocusReason)
    for _head in range(2 * len(page.heads.all)):
        hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Tab)
    assert seen[0].hasFocus()
    assert "Gabapentine" in seen[0].accessibleName()
    assert "Duloxétine" in seen[0].accessibleName()
    for row in seen[1:]:
        hand.key(Qt.Key.Key_Down)
        assert row.hasFocus()
        assert row.visibleRegion().boundingRect().height() > 0
    hand.key(Qt.Key.Key_Up)
    assert seen[-2].hasFocus()
    hand.key(Qt.Key.Key_Tab)
    assert not any(row.hasFocus() for row in seen)
