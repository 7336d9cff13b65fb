"""The clinical cases of the content, played: every expectation that does not come true is a problem of its author.

Knows cases and the one evaluation. Reads no file; the same check runs in `navigator check`, tests and self-test.
"""

from collections.abc import Iterator

from navigator.consultation.assessment import Assessment
from navigator.consultation.entry import Refused
from navigator.consultation.patient import patient_from
from navigator.consultation.placement import options
from navigator.guideline.model import Case, Guideline, Severity
from navigator.language import Sentence, _
from navigator.problems import Problem

CODE = "case"


def case_problems(guideline: Guideline) -> tuple[Problem, ...]:
    """Every expectation of the cases that this guideline does not meet, in the order of the cases."""
    return tuple(problem for case in guideline.cases for problem in check_case(guideline, case))


def check_case(guideline: Guideline, case: Case) -> Iterator[Problem]:
    """What `case` expects and does not get, in its reading."""
    try:
        patient = patient_from(guideline, (f"{name}={value}" for name, value in case.patient))
    except Refused as refused:
        yield _problem(case, refused.sentence)
        return
    offered = options(guideline, case.node, patient, case.reading or guideline.reading)
    found = {o.assessment.treatment.id: o.assessment for o in offered}
    for treatment, status in case.expect:
        sentence = _unmet(treatment, status, found)
        if sentence is not None:
            yield _problem(case, sentence)
    yield from _rule_problems(case, found)


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


def _problem(case: Case, what: Sentence) -> Problem:
    return Problem(case.place, CODE, Sentence(_("cas « {case} » : {what}"), case=case.id, what=what))
