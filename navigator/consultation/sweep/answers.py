"""The answers that decide: for each fact, every value on either side of every threshold, and unknown.

Knows conditions, bands and factors. Between two neighbouring answers no condition changes, so that going through them
is going through all patients. Knows no status.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from math import prod
from random import Random

from navigator.guideline.conditions import Condition, Value
from navigator.guideline.model import Factor, FactorKind, Guideline, Schedule, Treatment

Answers = Mapping[str, tuple[Value | None, ...]]
Facts = dict[str, Value]
NODE_FACTS = frozenset({"pain_type", "stage"})  # the page supplies them: never unknown
_WORSE_UP, _WORSE_DOWN = frozenset({"age", "bmi"}), frozenset({"crcl", "sodium"})
_FIT = {"age": 50, "weight": 78, "height": 178, "creatinine": 80, "crcl": 108, "sodium": 140, "bmi": 24}


def conditions_of(treatment: Treatment) -> list[Condition]:
    """The conditions of the rules and schedules of `treatment`."""
    when = [rule.when for rule in treatment.rules]
    return when + [schedule.when for schedule in treatment.schedules if schedule.when is not None]


def answers_of(guideline: Guideline, conditions: Iterable[Condition], schedules: Iterable[Schedule] = ()) -> Answers:
    """Every answer that `conditions` and the bands of `schedules` tell apart, unknown last."""
    named: dict[str, set[Decimal | str]] = {}
    for condition in conditions:
        for fact, values in condition.mentioned.items():
            named.setdefault(fact, set()).update(values)
    for band in (schedule.band for schedule in schedules):
        edges = (band.at_least, band.below) if band is not None else ()
        if edges:
            named.setdefault("crcl", set()).update(edge for edge in edges if edge is not None)
    return {fact: _answers(guideline, fact, values) for fact, values in sorted(named.items())}


def _answers(guideline: Guideline, fact: str, named: set[Decimal | str]) -> tuple[Value | None, ...]:
    if fact in NODE_FACTS:
        return tuple(guideline.pain_types if fact == "pain_type" else guideline.stages)
    factor = guideline.factors[fact]
    if factor.kind is FactorKind.CHOICE:
        return (*(choice.id for choice in factor.choices), None)
    if factor.kind is not FactorKind.NUMBER:
        return (False, True, None)
    beside = Decimal(1).scaleb(-factor.decimals)
    near = {value + step for value in named if isinstance(value, Decimal) for step in (-beside, Decimal(0), beside)}
    return (*(value for value in sorted(near) if _is_possible(factor, value)), None)


def _is_possible(factor: Factor, value: Decimal) -> bool:
    above = factor.minimum is None or value >= factor.minimum
    return above and (factor.maximum is None or value <= factor.maximum)


def count(answers: Answers) -> int:
    """How many states `states` would give."""
    return prod(len(values) for values in answers.values())


def states(answers: Answers) -> Iterator[Facts]:
    """Every combination of the answers; what is unknown is left out."""
    names = list(answers)
    for values in product(*answers.values()):
        yield {name: value for name, value in zip(names, values, strict=True) if value is not None}


def drawn(answers: Answers, how_many: int, random: Random) -> Iterator[Facts]:
    """So many combinations of the answers, at random."""
    for _turn in range(how_many):
        picked = ((name, random.choice(values)) for name, values in answers.items())
        yield {name: value for name, value in picked if value is not None}


def fit(guideline: Guideline) -> Facts:
    """A patient of whom all is known and nothing is wrong, outside any node."""
    found: Facts = {}
    for factor in guideline.factors.values():
        if factor.kind is FactorKind.CHOICE:
            found[factor.id] = factor.none or factor.choices[-1].id
        elif factor.kind is not FactorKind.NUMBER:
            found[factor.id] = False
        elif factor.id in _FIT:
            found[factor.id] = Decimal(_FIT[factor.id])
    return found


def everyone(guideline: Guideline) -> Answers:
    """The answers that any rule of the guideline tells apart, for every factor and node fact."""
    treatments = guideline.treatments.values()
    conditions = [condition for treatment in treatments for condition in conditions_of(treatment)]
    decisive = answers_of(guideline, conditions, [s for treatment in treatments for s in treatment.schedules])
    rest = {name: _answers(guideline, name, set()) for name in guideline.factors if name not in decisive}
    return {name: values for name, values in {**rest, **decisive}.items() if values != (None,)}


def worse(factor: Factor, value: Value, answers: Sequence[Value | None]) -> Value | None:
    """The next answer of more risk: yes, further up an ordered choice, older, heavier, a lower clearance or sodium.

    Of a choice without an order the last one is the worst (professional, positive). None: there is none.
    """
    if factor.kind is FactorKind.CHOICE:
        ids = [choice.id for choice in factor.choices]
        if not factor.ordered:
            return ids[-1] if factor.none and value != ids[-1] else None
        return next(iter(ids[ids.index(str(value)) + 1 :]), None)
    if factor.kind is not FactorKind.NUMBER:
        return True if value is False else None
    numbers = [answer for answer in answers if isinstance(answer, Decimal)]
    if not isinstance(value, Decimal):
        return None
    if factor.id in _WORSE_UP:
        return min((n for n in numbers if n > value), default=None)
    return max((n for n in numbers if n < value), default=None) if factor.id in _WORSE_DOWN else None
