"""Whole consultations, followed by the core: the same journeys that the window is clicked through."""

from datetime import date
from pathlib import Path

import pytest

from navigator.consultation import walk as walking
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages import scene
from navigator.pages.sitting import Sitting
from navigator.pages.trail import Revision
from navigator.terminal import printing
from tests.telling import follow, journeys, lines


class CoreDriver:
    """Follows a journey on a sitting; every page on the way is also rendered as text, in both languages."""

    def __init__(self, guideline: Guideline) -> None:
        self.guideline = guideline
        self.sitting = Sitting(guideline, Language.FR, date(2026, 11, 23))

    def do(self, verb: str, words: list[str]) -> None:
        getattr(self, "_" + verb.replace(" ", "_"))(*words)
        for language in Language:
            self.sitting.speak(language)
            assert printing.page(self.sitting.scene)
        self.sitting.speak(Language.FR)

    def _stage(self) -> scene.StagePage:
        page = self.sitting.scene.page
        assert isinstance(page, scene.StagePage), f"on the screen: {self.sitting.scene.title}"
        return page

    def _card(self, treatment: str) -> scene.OptionCard:
        found = {c.treatment: c for c in self._stage().options}
        assert treatment in found, f"offered: {', '.join(found)}"
        return found[treatment]

    def _choose(self, pain_type: str) -> None:
        self.sitting.choose_type(pain_type)

    def _know(self, *facts: str) -> None:
        for fact in facts:
            name, _equals, value = fact.partition("=")
            self.sitting.answer(name, value)
            assert name not in self.sitting.desk.refusals, f"{name} was refused"

    def _nothing_else_in(self, *groups: str) -> None:
        for group in self.guideline.factor_groups.values() if groups == ("all",) else groups:
            name = group if isinstance(group, str) else group.id
            if self.guideline.factor_groups[name].closable:
                self.sitting.close_group(name, True)

    def _reading(self, source: str) -> None:
        self.sitting.choose_reading(source)

    def _expect(self, treatment: str, relation: str, word: str) -> None:
        card = self._card(treatment)
        if relation == "is":
            assert card.status.mark == word, f"it is {card.status.mark}"
        else:
            assert word in [r.rule for r in card.reasons], f"reasons: {[r.rule for r in card.reasons]}"

    def _expect_first(self, treatment: str) -> None:
        first = self._stage().options[0].treatment
        assert first == treatment, f"first is {first}"

    def _open(self, treatment: str) -> None:
        self._card(treatment)
        self.sitting.open_treatment(treatment)
        assert isinstance(self.sitting.scene.page, scene.TreatmentPage)

    def _back(self) -> None:
        self.sitting.back()

    def _read(self, *words: str) -> None:
        said = " ".join(printing.page(self.sitting.scene).split()).replace("\u00a0", " ").replace("\u202f", " ")
        assert " ".join(words) in said, said[:2000]

    def _try(self, treatment: str, dose: str, weeks: str, outcome: str, reason: str = "other") -> None:
        before = len(self.sitting.desk.moment.walk.steps)
        self._type(treatment, dose, weeks)
        self.sitting.record_outcome(outcome, reason if outcome == "not-tolerated" else "")
        error = self.sitting.desk.draft_error
        assert error is None, error.in_(Language.FR) if error else ""
        assert len(self.sitting.desk.moment.walk.steps) == before + 1

    def _too_early(self, treatment: str, dose: str, weeks: str, outcome: str) -> None:
        before = self.sitting.desk.moment.walk.steps
        self._type(treatment, dose, weeks)
        self.sitting.record_outcome(outcome, "")
        bar = self._stage().outcome
        assert bar is not None
        assert bar.early is not None, "it was not asked about"
        assert self.sitting.desk.moment.walk.steps == before, "it was recorded"

    def _type(self, treatment: str, dose: str, weeks: str) -> None:
        self._card(treatment)
        self.sitting.change_draft(treatment, dose.replace("-", ""), weeks.replace("-", ""))

    def _remark(self) -> None:
        bar = self._stage().outcome
        assert bar is not None
        assert bar.remark, "no remark"

    def _revise(self, number: str, outcome: str) -> None:
        moment = self.sitting.desk.moment
        trials = [i for i, s in enumerate(moment.walk.steps) if isinstance(s, walking.Trial)]
        assert self.sitting.revise_step(trials[int(number) - 1], Revision(outcome)) is None

    def _press(self, move: str) -> None:
        page = self.sitting.scene.page
        notes = getattr(page, "notes", ())
        early = page.outcome.early if isinstance(page, scene.StagePage) and page.outcome is not None else None
        asked = early.moves if early is not None else ()
        offered = [m.id for m in (*getattr(page, "moves", ()), *(m for n in notes for m in n.moves), *asked)]
        assert move in offered, f"offered: {offered}"
        self.sitting.move(move)

    def _undo(self) -> None:
        self.sitting.undo()

    def _redo(self) -> None:
        self.sitting.redo()

    def _new_patient(self) -> None:
        self.sitting.new_patient()

    def _at(self, node: str) -> None:
        here = walking.replay(self.guideline, self.sitting.desk.moment).here
        assert here == node, f"the walk stands at {here}"


@pytest.mark.parametrize("journey", journeys(), ids=lambda j: j.stem)
def test_the_core_follows(journey: Path, guideline: Guideline) -> None:
    follow(journey, CoreDriver(guideline))


def test_every_type_of_pain_is_walked_to_its_last_stage_three_times(guideline: Guideline) -> None:
    walked = dict.fromkeys(guideline.pain_types, 0)
    for journey in journeys():
        nodes = [line.rest for line in lines(journey) if line.verb == "at"]
        for pain in walked:
            walked[pain] += f"{pain}.emerging" in nodes
    assert all(count >= 3 for count in walked.values()), walked
