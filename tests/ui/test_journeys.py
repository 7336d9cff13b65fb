"""Whole consultations by hand in the real window: the journeys that the core follows, by mouse and keyboard only."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages import filters
from navigator.pages.scene import Mark
from navigator.ui.app import App
from navigator.ui.choice_field import ComboField, PairField, YesNoField
from navigator.ui.field_group import GroupBox
from navigator.ui.moves import MoveButton
from navigator.ui.number_field import NumberField
from navigator.ui.option_card import OptionCard
from navigator.ui.outcome_parts import OutcomeButton, ReasonButton
from navigator.ui.page_view import PageView
from navigator.ui.panel_field import PanelField
from navigator.ui.rail_parts import StepBlock, TrialButton
from navigator.ui.start_cards import TypeChoice
from tests.telling import follow, journeys
from tests.ui.hand import ALT, CTRL, SHIFT, Hand
from tests.ui.seeing import said, spaces


class WindowDriver:
    """Follows a journey by clicking and typing; what it expects it reads on the screen."""

    def __init__(self, app: App, guideline: Guideline) -> None:
        self.hand = Hand(app)
        self.guideline = guideline

    def do(self, verb: str, words: list[str]) -> None:
        getattr(self, "_" + verb.replace(" ", "_"))(*words)

    # --- the walk

    def _choose(self, pain_type: str) -> None:
        self.hand.click(self.hand.find(self.hand.window.start_page, TypeChoice, pain_type))

    def _reading(self, source: str) -> None:
        self._pick(self.hand.window.stage_page.reading, source)

    def _type(self, treatment: str, dose: str, weeks: str) -> None:
        bar = self.hand.window.stage_page.outcome
        if bar.trial.currentData() != treatment:
            self._pick(bar.trial, treatment)
        for field, text in ((bar.dose, dose), (bar.weeks, weeks)):
            if text != "-":
                self.hand.type(field, text)
                assert field.text() == text

    def _try(self, treatment: str, dose: str, weeks: str, outcome: str, reason: str = "other") -> None:
        before = len(self._trials())
        self._type(treatment, dose, weeks)
        page = self.hand.window.stage_page
        self.hand.click(self.hand.find(page, OutcomeButton, outcome))
        if outcome == "not-tolerated":
            self.hand.click(self.hand.find(page, ReasonButton, reason))
        assert len(self._trials()) == before + 1, "the trial is not in the rail"

    def _too_early(self, treatment: str, dose: str, weeks: str, outcome: str) -> None:
        before = len(self._trials())
        self._type(treatment, dose, weeks)
        page = self.hand.window.stage_page
        self.hand.click(self.hand.find(page, OutcomeButton, outcome))
        assert len(self._trials()) == before, "it was recorded"
        assert page.outcome.early.buttons()[0].hasFocus(), "what is advised has not the focus"

    def _remark(self) -> None:
        bar = self.hand.window.stage_page.outcome
        assert bar.remark.isVisible()
        assert bar.remark.text(), "no remark"

    def _revise(self, number: str, outcome: str) -> None:
        self.hand.click(self._trials()[int(number) - 1])
        editor = self.hand.window.editor
        assert editor.isVisible(), "the answer did not open"
        if outcome == "remove":
            self.hand.click(editor.remove)
        else:
            self._pick(editor.answer, outcome)
            self.hand.click(editor.save)
        assert not editor.isVisible(), said(editor)

    def _press(self, move: str) -> None:
        self.hand.click(self.hand.find(self._page(), MoveButton, move))

    # --- the patient

    def _know(self, *facts: str) -> None:
        for fact in facts:
            name, _equals, value = fact.partition("=")
            field = self.hand.window.patient_panel.findChild(PanelField, name)
            assert isinstance(field, PanelField), f"no field for {name}"
            self._unfold(field)
            self._answer(field, value)
            assert field.field.state == "answered", f"{name} is {field.field.state}: {field.field.error}"

    def _answer(self, field: PanelField, value: str) -> None:
        if isinstance(field, NumberField):
            self.hand.type(field.edit, value)
            self.hand.key(Qt.Key.Key_Tab)
            assert not field.edit.hasFocus(), "Tab did not leave the field"
        elif isinstance(field, YesNoField):
            self.hand.click(field.answer.yes if value == "yes" else field.answer.no)
        elif isinstance(field, PairField):
            halves = {half.option.id: half for half in (field.first, field.second)}
            self.hand.click(halves[value])
        elif isinstance(field, ComboField):
            self._pick(field.combo, value)

    def _unfold(self, field: PanelField) -> None:
        box: QWidget | None = field
        while not isinstance(box, GroupBox):
            assert box is not None
            box = box.parentWidget()
        if not box.is_open:
            self.hand.click(box.fold)

    def _nothing_else_in(self, *groups: str) -> None:
        for group in self.guideline.factor_groups if groups == ("all",) else groups:
            box = self.hand.find(self.hand.window.patient_panel, GroupBox, group)
            if box.close_button.isVisible() and not box.close_button.isChecked():
                self.hand.click(box.close_button)
                assert box.close_button.isChecked()

    # --- what is read

    def _expect(self, treatment: str, relation: str, word: str) -> None:
        card = self._card(treatment)
        if relation == "is":
            assert card.chip.status.mark is Mark(word), f"it is {card.chip.status.mark}"
            assert card.chip.status.word in card.accessibleName()
            return
        rule = next(r for r in self.guideline.treatments[treatment].rules if r.id == word)
        if card.reasons.toggle.isVisible():
            self.hand.click(card.reasons.toggle)
        assert spaces(filters.told(rule.because, Language.FR)) in said(card), said(card)

    def _expect_first(self, treatment: str) -> None:
        cards = [c for c in self.hand.window.stage_page.cards.values() if c.isVisible()]
        first = min(cards, key=lambda c: (c.y(), c.x()))
        assert first.treatment == treatment, f"first is {first.treatment}"

    def _read(self, *words: str) -> None:
        text = said(self._page())
        assert " ".join(words) in text, text[:2000]

    def _at(self, node: str) -> None:
        window = self.hand.window
        if node == "start":
            assert window.start_page.isVisible(), f"on the screen: {self._page().title.text()}"
            assert not window.rail.isVisible()
            return
        blocks = [b.button.step for b in window.rail.findChildren(StepBlock) if b.isVisible()]
        here = [s.node for s in blocks if s.state == "current"]
        assert here == [node], f"the rail stands at {here}"
        assert [s.node for s in blocks if s.shown] == [node], "another page is on the screen"

    # --- pages and keys

    def _open(self, treatment: str) -> None:
        self.hand.click(self._card(treatment))
        page = self.hand.window.treatment_page
        assert page.isVisible()
        assert page.title.text() == spaces(filters.told(self.guideline.treatments[treatment].name, Language.FR))

    def _back(self) -> None:
        self.hand.key(Qt.Key.Key_Left, ALT)

    def _undo(self) -> None:
        self.hand.key(Qt.Key.Key_Z, CTRL)

    def _redo(self) -> None:
        self.hand.key(Qt.Key.Key_Y, CTRL)

    def _new_patient(self) -> None:
        self.hand.key(Qt.Key.Key_N, CTRL | SHIFT)

    # --- what the verbs share

    def _page(self) -> PageView:
        return self.hand.window.pages.page()

    def _card(self, treatment: str) -> OptionCard:
        found = {c.treatment: c for c in self.hand.window.stage_page.cards.values() if c.isVisible()}
        assert treatment in found, f"offered: {', '.join(found)}"
        return found[treatment]

    def _trials(self) -> list[TrialButton]:
        """The finished trials in the rail, in the order in which they were recorded."""
        shown = [
            t
            for t in self.hand.window.rail.findChildren(TrialButton)
            if t.isVisible() and t.trial.index >= 0 and t.trial.glyph != "move"
        ]
        return sorted(shown, key=lambda t: t.trial.index)

    def _pick(self, combo: QComboBox, id: str) -> None:
        assert combo.findData(id) >= 0, f"offered: {[combo.itemData(i) for i in range(combo.count())]}"
        self.hand.pick(combo, combo.findData(id))
        assert combo.currentData() == id


@pytest.mark.parametrize("journey", journeys(), ids=lambda j: j.stem)
def test_the_window_follows(journey: Path, app: App, guideline: Guideline) -> None:
    follow(journey, WindowDriver(app, guideline))
