"""Which clinical case makes each rule speak, and which one keeps it silent.

Knows rules, and the cases once they are played. A rule that no case makes speak could be lost without anyone noticing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from navigator.consultation.assessment import Assessment
from navigator.consultation.sweep.answers import answers_of, states
from navigator.guideline.conditions import Truth
from navigator.guideline.model import Case, Guideline, Line, Rule, Treatment
from navigator.language import Sentence, _
from navigator.problems import Problem

CODE = "coverage"


@dataclass(frozen=True, slots=True)
class Covered:
    """The cases in which a rule speaks, and those in which its treatment is offered and it is silent, by id."""

    fires: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def covered_by(guideline: Guideline, found: Iterable[tuple[Case, Mapping[str, Assessment]]]) -> Mapping[str, Covered]:
    """What the cases cover, by rule, once they are played; a case whose patient was refused covers nothing."""
    fires: dict[str, list[str]] = {}
    absent: dict[str, list[str]] = {}
    for case, assessments in found:
        spoken = {reason.rule for assessment in assessments.values() for reason in assessment.reasons}
        for assessment in assessments.values():
            for rule in assessment.treatment.rules:
                (fires if rule.id in spoken else absent).setdefault(rule.id, []).append(case.id)
    return {rule.id: Covered(tuple(fires.get(rule.id, ())), tuple(absent.get(rule.id, ()))) for rule in _all(guideline)}


def coverage_problems(guideline: Guideline, covered: Mapping[str, Covered]) -> Iterator[Problem]:
    """Every rule that could speak and does so in no case, and every one that could be silent and never is."""
    for treatment in guideline.treatments.values():
        for rule in treatment.rules:
            cases = covered[rule.id]
            if cases.fires and cases.absent:
                continue
            possible = set(_truths(guideline, treatment, rule))
            if not cases.fires and True in possible:
                sentence = _("la règle « {rule} » ne s’applique dans aucun cas ; ajoutez à cases/ un patient concerné")
                yield Problem(rule.place, CODE, Sentence(sentence, rule=rule.id))
            elif not cases.absent and False in possible:
                sentence = _("la règle « {rule} » s’applique dans tous les cas ; ajoutez à cases/ un patient sans elle")
                yield Problem(rule.place, CODE, Sentence(sentence, rule=rule.id))


def _all(guideline: Guideline) -> Iterator[Rule]:
    return (rule for treatment in guideline.treatments.values() for rule in treatment.rules)


def _truths(guideline: Guideline, treatment: Treatment, rule: Rule) -> Iterator[Truth]:
    """What the rule can be of a patient of whom all is known, in the types of pain where the treatment is placed."""
    answers = {name: tuple(v for v in vs if v is not None) for name, vs in answers_of(guideline, [rule.when]).items()}
    placed = {placement.pain_type for placement in treatment.placements if placement.line is not Line.NOT_ADDRESSED}
    for facts in states(answers):
        if facts.get("pain_type", "") in placed | {""}:
            yield rule.when.holds(facts)
