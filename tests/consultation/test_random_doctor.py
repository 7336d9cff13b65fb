"""A doctor who presses anything that is offered, in any order, on the shipped content."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from navigator.consultation.history import History
from navigator.consultation.patient import Patient, Refused
from navigator.consultation.placement import options
from navigator.consultation.resume import Resumed, code_of, resumed
from navigator.consultation.walk import (
    Answered,
    Chosen,
    Draft,
    Fate,
    Moment,
    Offers,
    Position,
    Step,
    Trial,
    Walk,
    advance,
    offers,
    replay,
    revise,
)
from navigator.guideline.codes import numbered_ids
from navigator.guideline.model import NodeKind, Outcome
from tests.builders import shipped
from tests.consultation.patients import value_of

CONTENT = shipped()
READINGS = [source.id for source in CONTENT.sources.values() if source.reading]
FINDINGS = list(numbered_ids(CONTENT)["findings"])
DOSES = st.none() | st.integers(1, 3600).map(Decimal)
RELIEF = (Outcome.RELIEF_50, Outcome.RELIEF_30)


class Doctor(RuleBasedStateMachine):
    """Chooses, answers, tries, revises, undoes, and looks after each press whether the walk still makes sense."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(Moment(reading=CONTENT.reading))

    @property
    def moment(self) -> Moment:
        return self.history.present

    @property
    def position(self) -> Position:
        return replay(CONTENT, self.moment)

    @property
    def offered(self) -> Offers:
        return offers(CONTENT, self.moment)

    def do(self, moment: Moment) -> None:
        done = self.history.did(moment)
        assert done.undo().present == self.history.present
        assert done.undo().redo().present == moment
        self.history = done

    def step(self, step: Step) -> None:
        self.do(advance(CONTENT, self.moment, step))
        assert self.position.standing[-1] is Fate.KEPT

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        if data.draw(st.booleans()):
            self.step(Chosen(data.draw(st.sampled_from(list(CONTENT.pain_types)))))

    @precondition(lambda self: self.offered.pain_types)
    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        self.step(Chosen(data.draw(st.sampled_from(self.offered.pain_types))))

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        factor = data.draw(st.sampled_from(list(CONTENT.factors.values())))
        value = data.draw(st.none() | value_of(factor))
        self.do(replace(self.moment, patient=self.moment.patient.answered(factor.id, value)))

    @rule(group=st.sampled_from(list(CONTENT.factor_groups)), closed=st.booleans())
    def close(self, group: str, closed: bool) -> None:
        self.do(replace(self.moment, patient=self.moment.patient.with_closed(group, closed)))

    @precondition(lambda self: self.offered.treatments)
    @rule(data=st.data(), dose=DOSES, weeks=DOSES)
    def draft(self, data: st.DataObject, dose: Decimal | None, weeks: Decimal | None) -> None:
        treatment = data.draw(st.sampled_from(self.offered.treatments))
        self.do(replace(self.moment, walk=replace(self.moment.walk, draft=Draft(treatment, dose, weeks))))

    @precondition(lambda self: self.offered.treatments)
    @rule(data=st.data(), dose=DOSES, weeks=DOSES)
    def try_one(self, data: st.DataObject, dose: Decimal | None, weeks: Decimal | None) -> None:
        offered, here = self.offered, self.position.here
        treatment = data.draw(st.sampled_from(offered.treatments))
        outcome = data.draw(st.sampled_from(offered.outcomes))
        reason = data.draw(st.sampled_from(["side-effect", "rash", "other"])) if outcome == "not-tolerated" else ""
        try:
            self.step(Trial(here, treatment, dose, weeks, outcome, reason))
        except Refused:
            assert outcome in RELIEF
            assert self.status(treatment) == "contraindicated"

    @precondition(lambda self: self.offered.moves)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        self.step(Answered(self.position.here, data.draw(st.sampled_from(self.offered.moves))))

    @precondition(lambda self: self.moment.walk.steps)
    @rule(data=st.data())
    def revise(self, data: st.DataObject) -> None:
        steps = self.moment.walk.steps
        index = data.draw(st.integers(0, len(steps) - 1))
        old = steps[index]
        new: Step | None = None
        if isinstance(old, Trial):
            outcome = data.draw(st.sampled_from([*RELIEF, Outcome.NO_RELIEF, Outcome.NOT_TOLERATED]))
            new = data.draw(st.sampled_from([None, replace(old, outcome=outcome, reason="")]))
        elif isinstance(old, Chosen):
            new = Chosen(data.draw(st.sampled_from(list(CONTENT.pain_types))))
        before = self.moment
        self.do(revise(CONTENT, before, index, new))
        others = [s for i, s in enumerate(before.walk.steps) if i != index]
        assert [s for s in self.moment.walk.steps if s is not new] == [s for s in others if s is not new]

    @rule(id=st.sampled_from(FINDINGS), present=st.none() | st.booleans())
    def look(self, id: str, present: bool | None) -> None:
        known = {f: seen for f, seen in self.moment.findings.items() if f != id}
        self.do(replace(self.moment, findings=known if present is None else {**known, id: present}))

    @rule(reading=st.sampled_from(READINGS))
    def read(self, reading: str) -> None:
        self.do(replace(self.moment, reading=reading))

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()

    @rule()
    def new_patient(self) -> None:
        reading = self.moment.reading
        self.history = self.history.new_patient()
        assert self.moment == Moment(Walk(), Patient(), reading)
        assert self.history.undo() == self.history.redo() == self.history

    def status(self, treatment: str) -> str:
        position = self.position
        found = options(
            CONTENT, position.here, self.moment.patient, self.moment.reading, position.facts_more, position.present
        )
        return next(o.assessment.status.value for o in found if o.assessment.treatment.id == treatment)

    @invariant()
    def the_walk_stands_somewhere(self) -> None:
        position = self.position
        assert position.here in CONTENT.nodes
        assert position.stepped[0] == "start"
        assert position.stepped[-1] == position.here
        assert len(position.standing) == len(self.moment.walk.steps)
        fates = list(zip(position.standing, self.moment.walk.steps, strict=True))
        assert position.kept == tuple(step for fate, step in fates if fate is Fate.KEPT)
        if position.stop is not None:
            assert self.offered.treatments == ()
            assert set(self.offered.moves) == {"stopped", "urgent"}

    @invariant()
    def walking_from_scratch_leads_to_the_same_place(self) -> None:
        position = self.position
        scratch = replay(CONTENT, replace(self.moment, walk=replace(self.moment.walk, steps=position.kept)))
        assert set(scratch.standing) <= {Fate.KEPT}
        for part in ("here", "pain_type", "kept", "present", "stop", "facts_more", "stepped"):
            assert getattr(scratch, part) == getattr(position, part)
        assert [trial for _i, trial in scratch.trials] == [trial for _i, trial in position.trials]

    @invariant()
    def what_is_offered_belongs_to_the_stage(self) -> None:
        position = self.position
        node = CONTENT.nodes[position.here]
        found = options(
            CONTENT, node.id, self.moment.patient, self.moment.reading, position.facts_more, position.present
        )
        shown = {option.assessment.treatment.id for option in found}
        if node.kind is NodeKind.STAGE and position.stop is None:
            assert set(self.offered.treatments) == shown
        elif node.kind is not NodeKind.STAGE:
            assert not shown
            assert not self.offered.treatments
        ranks = [option.assessment.status.rank for option in found]
        assert ranks == sorted(ranks)

    @invariant()
    def the_resume_code_restores_all_of_it(self) -> None:
        assert resumed(CONTENT, code_of(CONTENT, self.moment)) == Resumed(self.moment, CONTENT.version)

    @invariant()
    def an_end_can_always_be_reached(self) -> None:
        moment = self.moment
        for _press in range(4):
            offered = offers(CONTENT, moment)
            position = replay(CONTENT, moment)
            if CONTENT.nodes[position.here].kind is NodeKind.END:
                return
            wanted = next((m for m in ("stopped", "refer") if m in offered.moves), None)
            step: Step = Answered(position.here, wanted) if wanted else Chosen(offered.pain_types[0])
            moment = advance(CONTENT, moment, step)
        raise AssertionError(f"no way out of {self.position.here}")


CALM = settings(
    max_examples=80,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def test_a_random_doctor_finds_no_way_to_break_the_walk() -> None:
    run_state_machine_as_test(Doctor, settings=CALM)


@pytest.mark.sweep
def test_a_random_doctor_with_more_time() -> None:
    run_state_machine_as_test(Doctor, settings=settings(CALM, max_examples=800, stateful_step_count=60))
