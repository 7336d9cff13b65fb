"""What a colleague would say beside the page: a trial too short or too low, and what to change when all is blocked.

Knows schedules, rules and assessments. Decides no status and moves no walk.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from navigator.consultation.assessment import Assessment, Reason, Status, assess, taking_of
from navigator.consultation.placement import Option
from navigator.consultation.wording import figure
from navigator.guideline.conditions import Value
from navigator.guideline.model import FactorKind, Guideline, Range, Schedule, Severity, Treatment
from navigator.language import Sentence, Text, _

_TOGETHER = 2  # so many things at most are asked to change for one option


def judge_after(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value]) -> Decimal | None:
    """How many weeks after the target dose a trial is judged; None where no schedule applies (yet)."""
    schedule = assess(guideline, treatment, facts).schedule
    return schedule.judge_after_weeks if schedule is not None else None


def remark(
    guideline: Guideline,
    treatment: Treatment,
    facts: Mapping[str, Value],
    dose: Decimal | None,
    weeks: Decimal | None,
) -> Sentence | None:
    """What to think of before a trial of `weeks` at `dose` mg a day is called a failure; None where nothing is."""
    schedule = assess(guideline, treatment, facts).schedule
    if schedule is None:
        return None
    short, low = too_short(schedule, weeks), too_low(schedule, dose)
    if not (short or low):
        return None
    return Sentence(_remark(short, low), **_figures(schedule, dose, weeks))


def too_short(schedule: Schedule, weeks: Decimal | None) -> bool:
    """Whether a trial of so many weeks ended before its effect can be judged; unknown is not short."""
    return weeks is not None and weeks < schedule.judge_after_weeks


def too_low(schedule: Schedule, dose: Decimal | None) -> bool:
    """Whether a trial never came to the target of this patient's schedule; unknown is not low."""
    return dose is not None and dose < schedule.target_mg.low


def fair_trial(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value]) -> tuple[Range, Decimal] | None:
    """The target in mg a day and the weeks after which a trial can be judged; None where no schedule applies (yet)."""
    schedule = assess(guideline, treatment, facts).schedule
    return (schedule.target_mg, schedule.judge_after_weeks) if schedule is not None else None


def shortfall(
    guideline: Guideline,
    treatment: Treatment,
    facts: Mapping[str, Value],
    dose: Decimal | None,
    weeks: Decimal | None,
) -> Sentence | None:
    """The remark in a word or two, for a trial that is told in one line; None for a fair trial."""
    schedule = assess(guideline, treatment, facts).schedule
    if schedule is None:
        return None
    short, low = too_short(schedule, weeks), too_low(schedule, dose)
    if short and low:
        return Sentence(_("trop court, dose basse"))
    if short:
        return Sentence(_("trop court"))
    return Sentence(_("dose basse")) if low else None


def _remark(short: bool, low: bool) -> str:
    if short and low:
        return _(
            "Dose basse et essai court : {dose} mg/j pendant {weeks} sem., alors que l’effet se juge "
            "à partir de {target} mg/j et de {judge} sem. Trop tôt pour parler d’échec."
        )
    if short:
        return _("Essai court : {weeks} sem., alors que l’effet se juge à {judge} sem. Trop tôt pour parler d’échec.")
    return _("Dose basse : {dose} mg/j, sous la cible de {target} mg/j. Monter encore, si c’est toléré ?")


def _figures(schedule: Schedule, dose: Decimal | None, weeks: Decimal | None) -> dict[str, object]:
    values = {"dose": dose, "weeks": weeks, "target": schedule.target_mg.low, "judge": schedule.judge_after_weeks}
    return {name: figure(value) for name, value in values.items() if value is not None}


def blocked(options: Sequence[Option]) -> bool:
    """Whether there are options and every one is to be avoided or contraindicated."""
    return bool(options) and all(option.assessment.blocked for option in options)


def what_to_change(
    guideline: Guideline, options: Iterable[Option]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """What would free blocked options if it were gone: (factors, treatments that they free), best first.

    One factor alone where that is enough, else two. Medicines taken come first (deprescribe), then what can be treated
    or tested; what frees more options comes earlier.
    """
    freed: dict[tuple[str, ...], list[str]] = {}
    for option in options:
        if option.assessment.blocked:
            for change in _changes(guideline, option.assessment):
                freed.setdefault(change, []).append(option.assessment.treatment.id)
    order = list(guideline.factors)

    def rank(change: tuple[str, ...]) -> tuple[int, bool, int, list[int]]:
        treats = any(guideline.factors[factor].treatable is not None for factor in change)
        return len(change), treats, -len(freed[change]), [order.index(factor) for factor in change]

    return tuple((change, tuple(freed[change])) for change in sorted(freed, key=rank))


def advice(guideline: Guideline, assessment: Assessment, factors: Iterable[str]) -> Text | None:
    """What the heaviest blocking rule that asks for one of `factors` says to do instead."""
    rules = {rule.id: rule for t in guideline.treatments.values() for rule in t.rules}
    wanted = set(factors)
    for reason in assessment.reasons:
        rule = rules.get(reason.rule)
        if rule is not None and reason.instead is not None and not rule.when.facts_used.isdisjoint(wanted):
            return reason.instead
    return None


def _changes(guideline: Guideline, assessment: Assessment) -> tuple[tuple[str, ...], ...]:
    """The smallest changes after which the treatment is no longer blocked; none where nothing can be changed."""
    heavy = [r for r in assessment.reasons if r.severity.value in (Status.AVOID, Status.CONTRAINDICATED)]
    rules = {rule.id: rule for t in guideline.treatments.values() for rule in t.rules}
    if any(reason.rule not in rules for reason in heavy):
        return ()  # the pair itself: nothing about the patient frees it
    used = [rules[reason.rule].when.facts_used for reason in heavy]
    gone = _changeable(guideline, assessment.facts)
    for size in range(1, _TOGETHER + 1):
        found = []
        for change in combinations(gone, size):
            without = _without(guideline, change, gone)
            if all(not facts.isdisjoint(without) for facts in used) and _frees(guideline, assessment, without):
                found.append(change)
        if found:
            return tuple(found)
    return ()


def _frees(guideline: Guideline, assessment: Assessment, without: Mapping[str, Value]) -> bool:
    changed = {**assessment.facts, **without}
    return not assess(guideline, assessment.treatment, changed, assessment.present).blocked


def _changeable(guideline: Guideline, facts: Mapping[str, Value]) -> dict[str, Value]:
    """The facts about the patient that can be changed, with the value that they then have."""
    gone: dict[str, Value] = {}
    for factor in guideline.factors.values():
        if factor.kind is FactorKind.TAKING and facts.get(factor.id) is True:
            gone[factor.id] = False
        elif factor.treatable is not None and facts.get(factor.id) not in (None, factor.treatable.answer):
            gone[factor.id] = factor.treatable.answer
    implied = {
        factor
        for implication in guideline.implications
        if implication.when.holds({f: True for f in gone if gone[f] is False}) is True
        for factor, _value in implication.then
    }
    return {factor: value for factor, value in gone.items() if factor not in implied}


def _without(guideline: Guideline, change: Iterable[str], gone: Mapping[str, Value]) -> dict[str, Value]:
    """The facts once `change` is made: what it implied is gone with it (tramadol is an opioid)."""
    changed: dict[str, Value] = {factor: gone[factor] for factor in change}
    said = {factor: True for factor, value in changed.items() if value is False}
    for implication in guideline.implications:
        if said and implication.when.holds(said) is True:
            changed |= {factor: False for factor, value in implication.then if value == "yes"}
    return changed


def taken_together(guideline: Guideline, facts: Mapping[str, Value]) -> tuple[tuple[Treatment, Reason], ...]:
    """What the patient takes already and should not take with the rest: a treatment of the guideline, and why.

    Only rules on the other medicines count; what taking it implies of itself (tramadol is an opioid) does not.
    """
    found = []
    for id, treatment in guideline.treatments.items():
        if id not in guideline.factors or facts.get(id) is not True:
            continue
        own = taking_of(guideline, treatment)
        others = {f.id for f in guideline.factors.values() if f.kind is FactorKind.TAKING} - own
        asked = {rule.id: rule.when.facts_used for rule in treatment.rules}
        on_others = {rule for rule, used in asked.items() if used & others and not used & own}
        heavy = (Severity.CONTRAINDICATED, Severity.AVOID)
        reasons = assess(guideline, treatment, facts).reasons
        found += [(treatment, r) for r in reasons if r.rule in on_others and r.severity in heavy]
    return tuple(found)
