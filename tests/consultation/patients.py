"""Random patients for the shipped content: partly known, and completed at random around every threshold."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from navigator.guideline.conditions import Value
from navigator.guideline.model import Factor, FactorKind
from tests.builders import D, known, shipped

NODES = tuple((n.pain_type, n.stage) for n in shipped().nodes.values() if n.stage)


@cache
def thresholds() -> Mapping[str, tuple[Decimal, ...]]:
    """Every number that a rule, a schedule or a band compares a factor with, and its near neighbours."""
    found: dict[str, set[Decimal]] = {}
    for treatment in shipped().treatments.values():
        conditions = [rule.when for rule in treatment.rules]
        conditions += [schedule.when for schedule in treatment.schedules if schedule.when is not None]
        for condition in conditions:
            for factor, values in condition.mentioned.items():
                found.setdefault(factor, set()).update(v for v in values if isinstance(v, Decimal))
        for schedule in treatment.schedules:
            edges = (schedule.band.at_least, schedule.band.below) if schedule.band else ()
            found.setdefault("crcl", set()).update(edge for edge in edges if edge is not None)
    near = (D("-1"), D("-0.04"), D(0), D("0.04"), D(1))
    return {factor: tuple(sorted(v + n for v in values for n in near)) for factor, values in found.items()}


def value_of(factor: Factor) -> st.SearchStrategy[Value]:
    """An answer to `factor`; a number near a threshold more often than not."""
    if factor.kind is FactorKind.CHOICE:
        return st.sampled_from([choice.id for choice in factor.choices])
    if factor.kind is not FactorKind.NUMBER:
        return st.booleans()
    low, high = factor.minimum or D(0), factor.maximum or D(1000)
    edges = [v for v in thresholds().get(factor.id, ()) if low <= v <= high]
    anywhere = st.integers(int(low), int(high)).map(Decimal)
    return st.sampled_from(edges) | anywhere if edges else anywhere


@st.composite
def facts(draw: st.DrawFn, *, known: bool = False) -> dict[str, Value]:
    """What is known of a patient at some stage; everything where `known`, else a part."""
    pain_type, stage = draw(st.sampled_from(NODES))
    found: dict[str, Value] = {"pain_type": pain_type, "stage": stage}
    unknown = frozenset() if known else draw(st.frozensets(st.sampled_from(list(shipped().factors))))
    bad = draw(st.sampled_from([0, 5, 50]))  # how many of a hundred yes/no answers are yes
    for factor in shipped().factors.values():
        if factor.id in unknown:
            continue
        if factor.kind in (FactorKind.YES_NO, FactorKind.TAKING):
            found[factor.id] = draw(st.integers(1, 100)) <= bad
        elif factor.none and bad < 50:
            found[factor.id] = factor.none
        else:
            found[factor.id] = draw(value_of(factor))
    return found


WELL = ["age=50", "sex=male", "weight=75", "height=175", "crcl=100", "sodium=140", "taking=none", "others=no"]


@st.composite
def well_but(draw: st.DrawFn) -> dict[str, Value]:
    """All that is known of a patient at some stage who is well but for a few answers, and of whatever age."""
    pain_type, stage = draw(st.sampled_from(NODES))
    found = dict(known(shipped(), *WELL), pain_type=pain_type, stage=stage)
    factors = shipped().factors
    changed = ["age", "crcl", *draw(st.lists(st.sampled_from(list(factors)), max_size=6))]
    return found | {factor: draw(value_of(factors[factor])) for factor in changed if draw(st.booleans())}


@st.composite
def completed(draw: st.DrawFn, partly: Mapping[str, Value]) -> dict[str, Value]:
    """`partly` with an answer for everything that is unknown."""
    rest = {f.id: draw(value_of(f)) for f in shipped().factors.values() if f.id not in partly}
    return {**rest, **partly}
