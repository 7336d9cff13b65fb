"""What must hold of the evaluation for every patient, on the shipped content."""

from collections.abc import Mapping
from time import process_time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.consultation.assessment import Assessment, Status, assess
from navigator.consultation.patient import Patient, facts_of
from navigator.guideline.conditions import Value
from navigator.guideline.model import Severity, Treatment
from tests.builders import D, shipped
from tests.consultation.patients import completed, facts, value_of

CONTENT = shipped()
SINGLE = [t for t in CONTENT.treatments.values() if not t.members]
STATUS = {
    Severity.CONTRAINDICATED: Status.CONTRAINDICATED,
    Severity.AVOID: Status.AVOID,
    Severity.CAUTION: Status.CAUTION,
    Severity.PREFER: Status.SUITABLE,
}
MANY = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def all_of(known: Mapping[str, Value]) -> list[Assessment]:
    return [assess(CONTENT, treatment, known) for treatment in CONTENT.treatments.values()]


def expected(treatment: Treatment, known: Mapping[str, Value]) -> Status:
    """The status by the table of the architecture, written a second time."""
    truths = [(rule.severity, rule.when.holds(known)) for rule in treatment.rules]
    fired = [STATUS[severity] for severity, truth in truths if truth]
    heavy = any(truth is None and STATUS[severity].rank > Status.MISSING.rank for severity, truth in truths)
    waiting = heavy or bool(assess(CONTENT, treatment, known).dose_needs)
    return max([Status.SUITABLE, *fired, *([Status.MISSING] if waiting else [])], key=lambda status: status.rank)


@MANY
@given(facts())
def test_the_status_is_the_maximum_over_the_rules(known: dict[str, Value]) -> None:
    for treatment in SINGLE:
        assert assess(CONTENT, treatment, known).status is expected(treatment, known), treatment.id


@MANY
@given(facts(), st.data())
def test_unknown_is_never_fine(known: dict[str, Value], data: st.DataObject) -> None:
    """Whatever the unknown turns out to be, what was suitable or caution is not blocked and keeps its dose."""
    before = all_of(known)
    whole = data.draw(completed(known))
    for early, late in zip(before, all_of(whole), strict=True):
        if early.status in (Status.SUITABLE, Status.CAUTION):
            assert not late.blocked, (early.treatment.id, late.reasons[0].rule)
            assert late.schedule == early.schedule


@MANY
@given(facts(), st.data())
def test_what_is_certain_stays_certain(known: dict[str, Value], data: st.DataObject) -> None:
    """Learning more never lifts a block, nor silences a rule that certainly fired."""
    before = all_of(known)
    for early, late in zip(before, all_of(data.draw(completed(known))), strict=True):
        assert {r.rule for r in early.reasons} <= {r.rule for r in late.reasons}
        if early.blocked:
            assert late.status.rank >= early.status.rank
        if early.schedule is not None:
            assert late.schedule == early.schedule


@MANY
@given(facts(known=True))
def test_when_all_is_known_nothing_is_missing(known: dict[str, Value]) -> None:
    for found in all_of(known):
        assert found.missing == found.dose_needs == ()
        assert found.could == ()
        assert found.status is not Status.MISSING


@MANY
@given(facts(), st.data())
def test_adding_a_risk_never_improves_a_status(known: dict[str, Value], data: st.DataObject) -> None:
    """One more answer: where it makes a rule fire and silences none, the status is no better than that rule."""
    factor = CONTENT.factors[data.draw(st.sampled_from(list(CONTENT.factors)))]
    more = {**known, factor.id: data.draw(value_of(factor))}
    for early, late in zip(all_of(known), all_of(more), strict=True):
        old, new = ({r.rule: r.severity for r in a.reasons} for a in (early, late))
        for rule in new.keys() - old.keys():
            assert late.status.rank >= STATUS[new[rule]].rank
        if old.keys() <= new.keys() and early.missing == late.missing:
            assert late.status.rank >= early.status.rank


@MANY
@given(facts(known=True), st.data())
def test_a_risk_more_in_a_patient_of_whom_all_is_known(known: dict[str, Value], data: st.DataObject) -> None:
    factor = CONTENT.factors[data.draw(st.sampled_from(list(CONTENT.factors)))]
    more = {**known, factor.id: data.draw(value_of(factor))}
    for early, late in zip(all_of(known), all_of(more), strict=True):
        if {r.rule for r in early.reasons} <= {r.rule for r in late.reasons}:
            assert late.status.rank >= early.status.rank


@MANY
@given(facts())
def test_every_missing_factor_can_be_asked_and_is_unknown(known: dict[str, Value]) -> None:
    for found in all_of(known):
        assert set(found.missing) <= CONTENT.factors.keys() - known.keys()
        assert set(found.dose_needs) <= set(found.missing)
        assert (found.status is Status.MISSING) <= bool(found.missing)
        assert bool(found.could) <= bool(found.missing)


@MANY
@given(facts())
def test_every_reason_has_its_words_and_sources(known: dict[str, Value]) -> None:
    for found in all_of(known):
        weights = [list(Severity).index(reason.severity) for reason in found.reasons]
        assert weights == sorted(weights)
        assert found.prefers == sum(reason.severity is Severity.PREFER for reason in found.reasons)
        assert all(reason.citations and reason.because.fr and reason.because.en for reason in found.reasons)
        if found.blocked:
            assert STATUS[found.reasons[0].severity] is found.status


@MANY
@given(facts())
def test_a_combination_is_never_better_than_its_members(known: dict[str, Value]) -> None:
    for treatment in CONTENT.treatments.values():
        whole = assess(CONTENT, treatment, known)
        for member in treatment.members:
            part = assess(CONTENT, CONTENT.treatments[member], known)
            if part.blocked:
                assert whole.status.rank >= part.status.rank, (treatment.id, member)


def test_all_treatments_are_assessed_well_within_a_frame() -> None:
    """Under 15 ms with nothing and with everything known; the best of several turns, in the time of this process."""
    every = Patient().answered("crcl", D(100))
    for group in CONTENT.factor_groups:
        every = every.with_closed(group, True)
    for patient in (Patient(), every):
        known = facts_of(CONTENT, patient, {"pain_type": "diffuse", "stage": "first-line"}).values
        times = []
        for _turn in range(7):
            begun = process_time()
            all_of(known)
            times.append(process_time() - begun)
        assert min(times) < 0.015
