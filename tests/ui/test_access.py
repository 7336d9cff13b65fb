"""What everybody can reach: by Tab, by F6, by a screen reader; and that no text is ever read as HTML."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from navigator.ui.app import App
from navigator.ui.combo import Combo
from navigator.ui.field_group import GroupBox
from navigator.ui.moves import MoveButton
from navigator.ui.outcome_parts import OutcomeButton, ReasonButton
from navigator.ui.tab_strip import Anchor
from tests.ui.hand import CTRL, NONE, SHIFT, Hand
from tests.ui.seeing import focused, is_rich, said, spoken_name, stops

Way = Callable[[Hand], object]


def to_stage(hand: Hand) -> None:
    hand.key(Qt.Key.Key_1)
    for box in hand.window.patient_panel.findChildren(GroupBox):
        if not box.is_open:
            hand.click(box.fold)
    hand.click(hand.window.stage_page.statements.head)
    for card in hand.window.stage_page.cards.values():
        if card.reasons.toggle.isVisible():
            hand.click(card.reasons.toggle)


def to_treatment(hand: Hand) -> None:
    hand.key(Qt.Key.Key_1)
    hand.click(hand.window.stage_page.cards["duloxetine"])


def to_find(hand: Hand) -> None:
    to_treatment(hand)
    hand.key(Qt.Key.Key_F, CTRL)


def to_stop(hand: Hand) -> None:
    hand.key(Qt.Key.Key_2)
    page = hand.window.stage_page
    hand.pick(page.outcome.trial, page.outcome.trial.findData("carbamazepine"))
    hand.type(page.outcome.dose, "200")
    hand.type(page.outcome.weeks, "1")
    hand.click(hand.find(page, OutcomeButton, "not-tolerated"))
    hand.click(hand.find(page, ReasonButton, "rash"))


def to_reasons(hand: Hand) -> None:
    hand.key(Qt.Key.Key_2)
    hand.click(hand.find(hand.window.stage_page, OutcomeButton, "not-tolerated"))


def to_end(hand: Hand) -> None:
    hand.key(Qt.Key.Key_3)
    while (page := hand.window.stage_page).isVisible():
        offered = {b.objectName(): b for b in page.findChildren(MoveButton) if b.isVisible()}
        hand.click(offered.get("skip") or offered["refer"])


def to_preview(hand: Hand) -> None:
    hand.key(Qt.Key.Key_4)
    hand.click(hand.window.rail.blocks.all[3].button)


def to_search(hand: Hand) -> None:
    hand.key(Qt.Key.Key_K, CTRL)
    hand.write("gaba")


PLACES: dict[str, Way] = {
    "start": lambda hand: None,
    "drawer": lambda hand: hand.key(Qt.Key.Key_F2),
    "search": to_search,
    "red flags": lambda hand: hand.click(hand.window.start_page.strips.all[1]),
    "score": lambda hand: hand.click(hand.window.start_page.strips.all[0]),
    "help": lambda hand: hand.key(Qt.Key.Key_F1),
    "stage": to_stage,
    "preview": to_preview,
    "why not tolerated": to_reasons,
    "stop": to_stop,
    "treatment": to_treatment,
    "find": to_find,
    "end": to_end,
}


@pytest.fixture(params=list(PLACES.values()), ids=list(PLACES))
def hand(app: App, request: pytest.FixtureRequest) -> Hand:
    """A hand that has gone to one of the places."""
    made = Hand(app)
    request.param(made)
    return made


def test_a_screen_reader_can_name_every_stop(hand: Hand) -> None:
    nameless = [repr(w) for w in stops(hand.window) if not spoken_name(w).strip()]
    assert nameless == []


def test_no_text_is_read_as_html(hand: Hand) -> None:
    labels = hand.window.findChildren(QLabel)
    assert len(labels) > 20
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []
    spoken = [w for w in hand.window.findChildren(QWidget) if is_rich(w.toolTip()) or is_rich(w.whatsThis())]
    assert [w.toolTip() for w in spoken] == []


@pytest.mark.parametrize("modifiers", [NONE, SHIFT], ids=["Tab", "Shift+Tab"])
def test_tab_stops_at_everything(hand: Hand, modifiers: Qt.KeyboardModifier) -> None:
    if hand.window.search.isVisible():
        pytest.skip("Tab goes from group to group in the search")
    wanted = {w for w in stops(hand.window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    if hand.window.drawer.isVisible():
        wanted = {w for w in wanted if hand.window.drawer.isAncestorOf(w)}
    seen: set[QWidget] = set()
    for _ in range(400):
        seen.add(focused())
        if all(w in seen or isinstance(w, Anchor) for w in wanted):
            break
        hand.key(Qt.Key.Key_Tab, modifiers)
    missed = [
        spoken_name(w) for w in wanted - seen if not isinstance(w, Anchor)
    ]  # one anchor: that of the section read
    assert missed == []
    assert not any(isinstance(w, Anchor) for w in wanted) or any(isinstance(w, Anchor) for w in seen)


@pytest.mark.parametrize("place", ["stage", "preview", "treatment", "end", "score"])
def test_tab_goes_as_one_reads(app: App, place: str) -> None:
    hand = Hand(app)
    PLACES[place](hand)
    window = hand.window
    regions = [r for r in (window.top_bar, window.rail, window.pages, window.patient_panel) if r.isVisible()]
    order: list[int] = []
    for _ in range(300):
        here = next(i for i, region in enumerate(regions) if region.isAncestorOf(focused()))
        if not order or order[-1] != here:
            order.append(here)
        if len(order) == 2 * len(regions):
            break
        hand.key(Qt.Key.Key_Tab)
    start = order[0]
    assert order == [(start + i) % len(regions) for i in range(2 * len(regions))]


def test_what_changes_is_said_aloud_once(app: App) -> None:
    hand = Hand(app)
    heard: list[str] = []
    app.window.speaker.said.connect(heard.append)
    app.window.patient_panel.line.speaker.said.connect(heard.append)
    hand.key(Qt.Key.Key_1)
    assert heard[-1].startswith("Première ligne.")
    hand.key(Qt.Key.Key_F2)
    before = len(heard)
    hand.write("tramadol")
    assert heard[before:] == ["Tramadol"], "not at every letter"
    hand.write(", sertraline, 72 ans, femme, 61 kg, 128 umol")
    hand.key(Qt.Key.Key_F3)
    assert heard[-2].startswith("Noté")
    assert "Aucune option de cette étape ne convient" in heard[-2]
    assert heard[-1].startswith("Rien d’autre")
    before = len(heard)
    hand.key(Qt.Key.Key_F4)
    hand.write("gaba 300 2")
    hand.key(Qt.Key.Key_Return)
    assert heard[before:] == [], "nothing of it changed the page"
    hand.key(Qt.Key.Key_3)
    assert heard[-1].startswith("Trop tôt pour juger cet essai. Essai court")


def test_no_control_is_named_by_half(hand: Hand) -> None:
    """« Sources : Prudence », never « : Prudence »."""
    halves = [spoken_name(w) for w in stops(hand.window) if spoken_name(w).strip().startswith(":")]
    assert halves == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the name itself is told")
def test_a_list_says_what_it_is_about_and_not_only_its_value(hand: Hand) -> None:
    """On Linux Qt gives a reader the value in place of the name of a list."""
    silent = [repr(c) for c in stops(hand.window) if isinstance(c, Combo) and not c.accessibleDescription()]
    assert silent == []


def test_tab_and_f6_reach_every_region(app: App) -> None:
    hand = Hand(app)
    hand.key(Qt.Key.Key_1)
    regions = hand.window.regions()
    assert len(regions) == 5
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_F6):
        reached: set[QWidget] = set()
        for _ in range(150):
            hand.key(key)
            reached |= {r for r in regions if r.isAncestorOf(focused())}
            if reached == set(regions):
                break
        assert reached == set(regions), key


def test_the_whole_first_line_is_walked_without_a_mouse(app: App) -> None:
    hand = Hand(app)
    hand.key(Qt.Key.Key_1)
    hand.key(Qt.Key.Key_F2)
    hand.write("58 ans")
    hand.key(Qt.Key.Key_F6, SHIFT)
    bar = hand.window.stage_page.outcome
    assert bar.isAncestorOf(focused())
    hand.key(Qt.Key.Key_Down)
    chosen = bar.trial.currentData()
    assert chosen
    hand.key(Qt.Key.Key_Tab)
    hand.write("60")
    hand.key(Qt.Key.Key_Tab)
    hand.write("8")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Return)
    assert hand.window.pages.end_page.isVisible()
    assert hand.app.session.desk.moment.patient.answers["age"] == 58
    assert "60" in said(hand.window.pages.end_page.trials)
