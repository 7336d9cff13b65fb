"""What a colleague would say beside the page: a trial too short or too low, and what to change when all is blocked.

Knows schedules, rules and assessments. Decides no status and moves no walk.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from navigator.consultation.assessment import Assessment, Reason, Status, assess, taking_of
from navigator.consultation.placement import Option
from navigator.consultation.steps import Trial
from navigator.consultation.wording import figure
from navigator.guideline.conditions import Value
from navigator.guideline.model import FactorKind, Guideline, Outcome, Range, Severity, Treatment
from navigator.guideline.words import words_of
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
    fair = _least(guideline, treatment, facts)
    short, low = _lacking(fair, dose, weeks)
    if fair is None or not (short or low):
        return None
    target, judge = fair
    values = {"dose": dose, "weeks": weeks, "target": target, "judge": judge}
    return Sentence(_remark(short, low), **{name: figure(v) for name, v in values.items() if v is not None})


def too_early(guideline: Guideline, facts: Mapping[str, Value], trial: Trial) -> bool:
    """Whether `trial` ended without full relief before it could be judged: too short, or below the target.

    A treatment that was not tolerated is not to be pushed on with, nor one that is contraindicated here.
    """
    treatment = guideline.treatments.get(trial.treatment)
    if treatment is None or trial.outcome not in (Outcome.RELIEF_30, Outcome.NO_RELIEF):
        return False
    if assess(guideline, treatment, facts).status is Status.CONTRAINDICATED:
        return False
    return any(_lacking(_least(guideline, treatment, facts), trial.dose_mg, trial.weeks))


def _least(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value]) -> tuple[Decimal, Decimal] | None:
    """The least dose (mg a day) and the weeks of a trial that can be judged; None where no schedule applies.

    While an unknown factor decides the schedule, the least that any of them asks for: below that, every one is missed.
    """
    found = assess(guideline, treatment, facts)
    asked = [found.schedule] if found.schedule is not None else treatment.schedules if found.dose_needs else ()
    if not asked:
        return None
    return min(s.target_mg.low for s in asked), min(s.judge_after_weeks for s in asked)


def _lacking(fair: tuple[Decimal, Decimal] | None, dose: Decimal | None, weeks: Decimal | None) -> tuple[bool, bool]:
    """Whether a trial was too short, and whether it was too low; what is unknown is neither."""
    if fair is None:
        return False, False
    target, judge = fair
    return weeks is not None and weeks < judge, dose is not None and dose < target


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
    short, low = _lacking(_least(guideline, treatment, facts), dose, weeks)
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


def advice(
    guideline: Guideline, assessment: Assessment, factors: Iterable[str], freed: Iterable[str] = ()
) -> Text | None:
    """What the heaviest blocking rule that asks for one of `factors` says to do instead.

    Never one that names a treatment which is itself set aside today, unless it is taken already or among the `freed`.
    """
    rules = {rule.id: rule for t in guideline.treatments.values() for rule in t.rules}
    wanted, fine = set(factors), {*freed, *(f for f, value in assessment.facts.items() if value is True)}
    for reason in assessment.reasons:
        rule = rules.get(reason.rule)
        if rule is None or reason.instead is None or rule.when.facts_used.isdisjoint(wanted):
            continue
        named = [t for t in _named(guideline, reason.instead) if t.id not in fine]
        if not any(assess(guideline, t, assessment.facts).blocked for t in named):
            return reason.instead
    return None


def _named(guideline: Guideline, text: Text) -> list[Treatment]:
    """The single treatments that a sentence names, by the longest word of their name."""
    said = set(words_of(text.fr))
    return [t for t in guideline.treatments.values() if not t.members and max(words_of(t.name.fr), key=len) in said]


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
