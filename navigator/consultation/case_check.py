"""The clinical cases of the content, played: every expectation that does not come true is a problem of its author.

Knows cases and the one evaluation. Reads no file; the same check runs in `navigator check`, tests and self-test.
"""

from collections.abc import Iterator
from dataclasses import fields

from navigator.consultation.assessment import Assessment
from navigator.consultation.entry import Refused
from navigator.consultation.patient import patient_from
from navigator.consultation.placement import options
from navigator.guideline.model import Case, ExpectedDose, Guideline, Range, Severity, Step
from navigator.language import Sentence, _
from navigator.problems import Problem

CODE = "case"


def case_problems(guideline: Guideline) -> tuple[Problem, ...]:
    """Every expectation of the cases that this guideline does not meet, in the order of the cases."""
    return tuple(problem for case in guideline.cases for problem in play(guideline, case)[1])


def play(guideline: Guideline, case: Case) -> tuple[dict[str, Assessment], tuple[Problem, ...]]:
    """How each treatment at the node of `case` fits its patient, by id, and what `case` expects and does not get."""
    try:
        patient = patient_from(guideline, (f"{name}={value}" for name, value in case.patient))
    except Refused as refused:
        return {}, (_problem(case, refused.sentence),)
    offered = options(guideline, case.node, patient, case.reading or guideline.reading)
    found = {o.assessment.treatment.id: o.assessment for o in offered}
    return found, tuple(unmet_by(case, found))


def unmet_by(case: Case, found: dict[str, Assessment]) -> Iterator[Problem]:
    """What `case` expects and `found` is not: statuses, rules, dose."""
    for treatment, status in case.expect:
        sentence = _unmet(treatment, status, found)
        if sentence is not None:
            yield _problem(case, sentence)
    yield from _rule_problems(case, found)
    yield from _dose_problems(case, found)


def _unmet(treatment: str, status: str, found: dict[str, Assessment]) -> Sentence | None:
    if treatment not in found:
        sentence = _("« {treatment} » est attendu « {status} » mais n’est pas proposé à ce nœud")
        return Sentence(sentence, treatment=treatment, status=status)
    actual = found[treatment]
    if actual.status == status:
        return None
    sentence = _("« {treatment} » est attendu « {status} » et se trouve « {actual} » ({why})")
    why = [reason.rule for reason in actual.reasons if reason.severity is not Severity.PREFER] + [
        f"? {f}" for f in actual.missing
    ]
    return Sentence(
        sentence, treatment=treatment, status=status, actual=actual.status.value, why=", ".join(why[:4]) or "—"
    )


def _rule_problems(case: Case, found: dict[str, Assessment]) -> Iterator[Problem]:
    """The rule that must speak for the first treatment, and those that must not speak at all."""
    first = case.expect[0][0] if case.expect else ""
    fired = {treatment: {reason.rule for reason in a.reasons} for treatment, a in found.items()}
    if case.because and case.because not in fired.get(first, set()):
        sentence = _("la règle « {rule} » devrait s’appliquer à « {treatment} » et ne s’applique pas")
        yield _problem(case, Sentence(sentence, rule=case.because, treatment=first))
    for rule in case.absent:
        if any(rule in rules for rules in fired.values()):
            yield _problem(case, Sentence(_("la règle « {rule} » ne devrait pas s’appliquer et s’applique"), rule=rule))


def _dose_problems(case: Case, found: dict[str, Assessment]) -> Iterator[Problem]:
    """Each field of the expected dose that the schedule of the first treatment does not have."""
    first = found.get(case.expect[0][0]) if case.expect else None
    if case.dose is None or first is None:
        return
    if case.dose.nothing != (first.schedule is None):
        schedule = first.schedule.id if first.schedule is not None else "—"
        sentence = _("le schéma de « {treatment} » se trouve être « {schedule} » ; la dose attendue est une autre")
        yield _problem(case, Sentence(sentence, treatment=first.treatment.id, schedule=schedule))
    if first.schedule is None or case.dose.nothing:
        return
    actual = _dose_of(first)
    for field in fields(ExpectedDose):
        wanted, got = getattr(case.dose, field.name), getattr(actual, field.name)
        if wanted not in (None, (), False) and wanted != got:
            sentence = _("« {field} » de « {treatment} » est attendu à {wanted} et se trouve à {got} ({schedule})")
            values = {"field": field.name, "wanted": _told(wanted), "got": _told(got), "schedule": first.schedule.id}
            yield _problem(case, Sentence(sentence, treatment=first.treatment.id, **values))


def _dose_of(found: Assessment) -> ExpectedDose:
    """The schedule that applies, as a case would expect it."""
    schedule, treatment = found.schedule, found.treatment
    assert schedule is not None, treatment.id
    return ExpectedDose(
        start_mg=schedule.start_mg,
        start_interval_days=schedule.start_interval_days,
        target_mg=schedule.target_mg,
        max_mg=schedule.max_mg,
        steps=schedule.steps,
        takes_a_day=len(schedule.takes),
        judge_after_weeks=schedule.judge_after_weeks,
        taper_mg=schedule.taper_mg,
        taper_every_days=schedule.taper_every_days,
        strengths_mg=treatment.strengths_mg,
        liquid_mg=treatment.liquid.mg if treatment.liquid is not None else None,
    )


def _told(value: object) -> str:
    """A value of a dose as an author writes it."""
    match value:
        case Range(low, high):
            return str(low) if low == high else f"{low}-{high}"
        case Step(after_days, add_mg, up_to_mg):
            limit = f", up_to {up_to_mg}" if up_to_mg is not None else ""
            return f"{_told(after_days)} d: +{_told(add_mg)}{limit}"
        case tuple():
            return " ; ".join(_told(item) for item in value) or "—"
    return "—" if value is None else str(value)


def _problem(case: Case, what: Sentence) -> Problem:
    return Problem(case.place, CODE, Sentence(_("cas « {case} » : {what}"), case=case.id, what=what))
