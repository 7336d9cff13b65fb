"""Whether one wrong thing is noticed: only what can see it is run again, with the very code of `navigator check`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from navigator.consultation.assessment import Assessment, assess
from navigator.consultation.case_check import play, unmet_by
from navigator.consultation.coverage import coverage_problems, covered_by
from navigator.consultation.patient import patient_from
from navigator.consultation.placement import facts_at
from navigator.consultation.sweep.answers import answers_of, count, states
from navigator.consultation.sweep.pairs import check_pairs
from navigator.guideline import checks_bands, checks_dose, checks_evidence, checks_said
from navigator.guideline.conditions import Value
from navigator.guideline.model import Case, Guideline, Range, Severity, Treatment
from navigator.guideline.standing_warnings import key_of
from tests.mutation.changes import Mutant

_CHECKS = (
    checks_dose.check_doses_are_in_order,
    checks_dose.check_steps_lead_upwards,
    checks_dose.check_target_is_reached_in_time,
    checks_dose.check_units_exist,
    checks_bands.check_schedules_cover_everyone,
    checks_bands.check_bands_do_not_overlap,
    checks_bands.check_frailer_never_gets_more,
    checks_said.check_schedules_are_said,
    checks_said.check_prose_doses_are_fields,
    checks_said.check_thresholds_are_said,
    checks_evidence.check_rules_stand_on_their_sources,
    checks_evidence.check_hard_stops_were_read,
)
_MOST_STATES = 60_000
_HEAVY = (Severity.CONTRAINDICATED, Severity.AVOID)


@dataclass(frozen=True)
class _Played:
    """A case with its facts and what came of it, unchanged."""

    case: Case
    facts: Mapping[str, Value]
    found: dict[str, Assessment]


class Catcher:
    """The content as it is, and what is run again when one thing of it is changed."""

    def __init__(self, guideline: Guideline) -> None:
        self._guideline = guideline
        self._cases = [played for case in guideline.cases for played in self._play(case)]
        self._seen: dict[str, list[_Played]] = {}
        self._before: dict[str, frozenset[str]] = {}

    def _play(self, case: Case) -> Iterator[_Played]:
        """The case, unless it fails as it is: then it could tell nothing."""
        found, unmet = play(self._guideline, case)
        if unmet:
            return
        patient = patient_from(self._guideline, (f"{name}={value}" for name, value in case.patient))
        facts = facts_at(self._guideline, self._guideline.nodes[case.node], patient)
        yield _Played(case, facts, found)

    def catch(self, mutant: Mutant) -> str:
        """What notices `mutant`, in a word or two; empty where nothing does."""
        if mutant.pair is not None:
            return self._pair(mutant)
        if _is_refused(mutant.treatment):
            return "reader"
        guideline = self._with(mutant.treatment)
        for one in self._noticing(guideline, mutant):
            return one
        return ""

    def _with(self, treatment: Treatment) -> Guideline:
        return replace(self._guideline, treatments={**self._guideline.treatments, treatment.id: treatment})

    def _noticing(self, guideline: Guideline, mutant: Mutant) -> Iterator[str]:
        yield from self._failing_cases(guideline, mutant)
        after = self._problems(mutant.treatment)
        for key in sorted(after ^ self._problems(self._guideline.treatments[mutant.treatment.id])):
            yield f"check {key.split()[0]}"
        if mutant.rule and {"taking"} & self._kinds(mutant):
            yield from (f"pair: {problem.code}" for problem in check_pairs(guideline))

    def _failing_cases(self, guideline: Guideline, mutant: Mutant) -> Iterator[str]:
        """The cases that fail now, then the rule that no case makes speak or keeps silent any more."""
        again = []
        for one in self._concerned(mutant.treatment.id):
            found = dict(one.found)
            for name, before in one.found.items():
                if name == mutant.treatment.id or mutant.treatment.id in before.treatment.members:
                    found[name] = assess(guideline, guideline.treatments[name], one.facts)
            if any(unmet_by(one.case, found)):
                yield f"case {one.case.id}"
            again.append((one.case, found))
        if mutant.rule:
            alone = replace(guideline, treatments={mutant.treatment.id: mutant.treatment})
            for problem in coverage_problems(alone, covered_by(alone, again)):
                yield f"check {problem.code}"

    def _concerned(self, treatment: str) -> list[_Played]:
        """The cases that see `treatment`, itself or in a combination."""
        if treatment not in self._seen:
            self._seen[treatment] = [
                one
                for one in self._cases
                if any(treatment in (name, *found.treatment.members) for name, found in one.found.items())
            ]
        return self._seen[treatment]

    def _problems(self, treatment: Treatment) -> frozenset[str]:
        """What the invariants say of one treatment, as warnings.txt would list it."""
        same = self._guideline.treatments[treatment.id] is treatment
        if same and treatment.id in self._before:
            return self._before[treatment.id]
        alone = replace(self._guideline, treatments={treatment.id: treatment}, pairs={})
        keys = frozenset(key_of(problem) for check in _CHECKS for problem in check(alone))
        if same:
            self._before[treatment.id] = keys
        return keys

    def _kinds(self, mutant: Mutant) -> set[str]:
        rule = next(rule for rule in mutant.treatment.rules if rule.id == mutant.rule)
        return {str(self._guideline.factors[f].kind) for f in rule.when.facts_used if f in self._guideline.factors}

    def _pair(self, mutant: Mutant) -> str:
        assert mutant.pair is not None
        guideline = replace(self._guideline, pairs={**self._guideline.pairs, mutant.pair.members: mutant.pair})
        return next((f"pair: {problem.code}" for problem in check_pairs(guideline)), "")

    def is_equivalent(self, mutant: Mutant) -> bool:
        """Whether no patient could tell: the same truths, or the same schedule, in every state of what is asked."""
        if mutant.pair is not None:
            return False
        before, after = self._guideline.treatments[mutant.treatment.id], mutant.treatment
        if mutant.rule:
            old, new = (next(r for r in t.rules if r.id == mutant.rule) for t in (before, after))
            answers = answers_of(self._guideline, [old.when, new.when])
            return (
                old.severity is new.severity
                and count(answers) <= _MOST_STATES
                and all(old.when.holds(facts) == new.when.holds(facts) for facts in states(answers))
            )
        if mutant.kind in ("dose", "unit"):
            return False
        whens = [s.when for t in (before, after) for s in t.schedules if s.when is not None]
        answers = answers_of(self._guideline, whens, [*before.schedules, *after.schedules])
        return count(answers) <= _MOST_STATES and all(
            self._dose(before, facts) == self._dose(after, facts) for facts in states(answers)
        )

    def _dose(self, treatment: Treatment, facts: Mapping[str, Value]) -> tuple[str, bool]:
        """The schedule that applies, or whether one waits for an answer."""
        found = assess(self._guideline, replace(treatment, rules=()), facts)
        return found.schedule.id if found.schedule is not None else "", bool(found.dose_needs)


def _is_refused(treatment: Treatment) -> bool:
    """What the reader does not take: a range from high to low, a block without « instead »."""
    for schedule in treatment.schedules:
        ranges = [schedule.start_mg, schedule.target_mg]
        ranges += [range_ for step in schedule.steps for range_ in (step.after_days, step.add_mg)]
        if any(_is_backwards(range_) for range_ in ranges):
            return True
    return any(rule.severity in _HEAVY and rule.instead is None for rule in treatment.rules)


def _is_backwards(range_: Range) -> bool:
    return range_.low > range_.high
