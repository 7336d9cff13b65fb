"""The map in the window: the keyboard in the grid, the question before trials are left, and what fits."""

import pytest
from PySide6.QtCore import Qt

from navigator.ui.app import App
from navigator.ui.map_cell import MapCell, broken
from navigator.ui.map_grid import share
from navigator.ui.theme import Theme
from tests.ui.hand import CTRL, SHIFT, Hand, is_seen
from tests.ui.looking import nameless, settle
from tests.ui.seeing import focused


@pytest.fixture
def hand(app: App) -> Hand:
    """At the first line of diffuse pain, with the map open."""
    made = Hand(app)
    made.choose(1)
    made.key(Qt.Key.Key_M, CTRL)
    assert made.window.map_page.isVisible()
    return made


def node() -> str:
    cell = focused()
    assert isinstance(cell, MapCell)
    return cell.cell.node


def test_it_opens_where_the_walk_stands_and_arrows_go_on(hand: Hand) -> None:
    assert node() == "diffuse.first-line"
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Down)
    assert node() == "trigeminal.combinations"
    hand.key(Qt.Key.Key_End)
    assert node() == "trigeminal.emerging"
    hand.key(Qt.Key.Key_Right)
    assert node() == "trigeminal.emerging"
    hand.key(Qt.Key.Key_Home)
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Up)
    assert node() == "diffuse.first-line"


def test_tab_stops_once_in_the_grid(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Tab)
    assert not isinstance(focused(), MapCell)
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert node() == "diffuse.combinations"
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert focused() is hand.window.map_page.title


def test_enter_opens_the_stage_and_back_finds_the_cell(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    assert hand.window.stage_page.isVisible()
    hand.click(hand.window.top_bar.back_button)
    assert node() == "diffuse.combinations"


def test_esc_returns_to_the_page_and_its_focus(app: App) -> None:
    hand = Hand(app)
    hand.choose(1)
    card = list(hand.window.stage_page.cards.values())[2]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    hand.click(hand.window.rail.map_button)
    assert hand.window.top_bar.map_button.isChecked()
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.stage_page.isVisible()
    assert not hand.window.top_bar.map_button.isChecked()


def test_the_button_goes_there_and_back(hand: Hand) -> None:
    button = hand.window.top_bar.map_button
    assert button.isChecked()
    hand.click(button)
    assert hand.window.stage_page.isVisible()
    assert not button.isChecked()


def test_a_jump_that_leaves_a_trial_asks_on_the_page(hand: Hand) -> None:
    page = hand.window.map_page
    hand.app.session.start_trial("duloxetine")
    hand.key(Qt.Key.Key_M, CTRL)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    stay, leave = page.leaving.moves.buttons()
    assert focused() is stay
    hand.key(Qt.Key.Key_Escape)
    assert not page.leaving.isVisible()
    assert node() == "trigeminal.first-line"
    hand.key(Qt.Key.Key_Return)
    hand.click(leave)
    assert hand.window.stage_page.isVisible()
    assert hand.app.session.desk.moment.walk.draft is None


def test_the_patient_is_in_the_drawer(hand: Hand) -> None:
    assert not hand.window.rail.isVisible()
    assert not hand.window.patient_panel.isVisible()
    hand.click(hand.window.top_bar.patient_button)
    assert is_seen(hand.window.patient_panel)
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.map_page.isVisible()


def test_every_cell_tells_its_options(hand: Hand) -> None:
    assert nameless(hand.window.map_page) == []
    for cell in hand.window.map_page.grid.cells.all:
        for option in cell.cell.options:
            assert f"{option.name}, {option.status.word}" in cell.accessibleName()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_walked_cell_is_brought_into_view(hand: Hand, zoom: float) -> None:
    hand.app.theme.set_zoom(zoom)
    hand.app.frame.resize(1024, 640)
    settle()
    hand.key(Qt.Key.Key_End, CTRL)
    assert node() == "localized.emerging"
    seen = focused().visibleRegion().boundingRect()
    assert seen.width() == focused().width()
    assert hand.window.width() == 1024


def test_back_restores_the_scroll_in_both_directions_and_a_new_visit_shows_where_one_is(hand: Hand) -> None:
    hand.app.theme.set_zoom(2.0)
    hand.app.frame.resize(1024, 640)
    settle()
    hand.key(Qt.Key.Key_End, CTRL)
    scroller = hand.window.map_page.grid.scroller
    bars = scroller.horizontalScrollBar(), scroller.verticalScrollBar()
    left = [bar.value() for bar in bars]
    assert min(left) > 0
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [bar.value() for bar in bars] == left
    hand.key(Qt.Key.Key_M, CTRL)
    hand.key(Qt.Key.Key_M, CTRL)
    here = hand.window.map_page.grid.here
    assert here.visibleRegion().boundingRect().width() == here.width()


def test_room_is_shared_by_need() -> None:
    assert share([100, 300, 100], 600, 50) == [133, 333, 133]
    assert share([100, 400, 400], 500, 50) == [100, 200, 200]
    assert share([100, 400], 100, 80) == [80, 80]


def test_a_long_name_ends_in_an_ellipsis(theme: Theme) -> None:
    lines = broken(theme, "small", "Stimulation magnétique transcrânienne répétée", 110, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert broken(theme, "small", "TENS", 110, 2) == ("TENS",)
