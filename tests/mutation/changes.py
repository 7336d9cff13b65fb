"""The content with one thing wrong in it, in memory: every rule, dose, unit, band and pair changed one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from navigator.guideline.model import Band, Guideline, Level, Liquid, Pair, Range, Rule, Schedule, Severity, Treatment
from tests.mutation import conditions

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change. `hard`: it must be caught (a contraindication, a dose). `rule`, `schedule`: whose it is, if any."""

    of: str
    kind: str  # threshold, severity, condition, dose, unit, band, pair
    what: str
    hard: bool
    treatment: Treatment
    rule: str = ""
    schedule: str = ""
    pair: Pair | None = None

    @property
    def name(self) -> str:
        return f"{self.of} · {self.kind}: {self.what}"


def mutants(guideline: Guideline) -> Iterator[Mutant]:
    """Every change, in the order of the content."""
    for treatment in guideline.treatments.values():
        if treatment.members:
            continue
        for rule in treatment.rules:
            yield from _of_rule(guideline, treatment, rule)
        for schedule in treatment.schedules:
            yield from _of_schedule(guideline, treatment, schedule)
        yield from _of_units(treatment)
    for pair in guideline.pairs.values():
        yield from _of_pair(guideline, pair)


def _of_rule(guideline: Guideline, treatment: Treatment, rule: Rule) -> Iterator[Mutant]:
    hard = rule.severity is Severity.CONTRAINDICATED

    def made(kind: str, what: str, other: Rule) -> Mutant:
        rules = tuple(other if one is rule else one for one in treatment.rules)
        return Mutant(rule.id, kind, what, hard, replace(treatment, rules=rules), rule=rule.id)

    for severity in _beside(rule.severity, list(Severity)):
        yield made("severity", f"{rule.severity} → {severity}", replace(rule, severity=severity))
    for kind, what, when in conditions.changed(rule.when, guideline.factors):
        yield made(kind, what, replace(rule, when=when))


def _beside(one: Severity, all_: list[Severity]) -> list[Severity]:
    at = all_.index(one)
    return [all_[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(all_)]


def _of_schedule(guideline: Guideline, treatment: Treatment, schedule: Schedule) -> Iterator[Mutant]:
    name = f"{treatment.id}/{schedule.id}"

    def made(kind: str, what: str, other: Schedule) -> Mutant:
        schedules = tuple(other if one is schedule else one for one in treatment.schedules)
        return Mutant(name, kind, what, True, replace(treatment, schedules=schedules), schedule=schedule.id)

    for what, other in _doses(schedule):
        yield made("dose", what, other)
    for what, other in _intervals(schedule):
        yield made("dose", what, other)
    for what, other in _bands(schedule, ONE.scaleb(-guideline.factors["crcl"].decimals)):
        yield made("band", what, other)
    if schedule.when is not None:
        for kind, what, when in conditions.changed(schedule.when, guideline.factors):
            yield made(kind, what, replace(schedule, when=when))


def _doses(schedule: Schedule) -> Iterator[tuple[str, Schedule]]:
    """Every amount tenfold, and one step up and down."""
    step = schedule.steps[0].add_mg.low if schedule.steps else schedule.start_mg.low
    for key in ("start_mg", "target_mg"):
        for what, amount in _ranges(getattr(schedule, key), step):
            yield f"{key} {what}", _with(schedule, key, amount)
    for key in ("max_mg", "taper_mg"):
        for mg in _amounts(getattr(schedule, key), step):
            yield f"{key} {mg}", _with(schedule, key, mg)
    for index, one in enumerate(schedule.steps):
        for what, add in _ranges(one.add_mg, step):
            yield f"step {index + 1} add_mg {what}", _with_step(schedule, index, add_mg=add)
        for mg in _amounts(one.up_to_mg, step):
            yield f"step {index + 1} up_to_mg {mg}", _with_step(schedule, index, up_to_mg=mg)


def _intervals(schedule: Schedule) -> Iterator[tuple[str, Schedule]]:
    """Every time tenfold, and one unit of it more and less; one take fewer."""
    for index, one in enumerate(schedule.steps):
        for what, days in _ranges(one.after_days, ONE):
            yield f"step {index + 1} after_days {what}", _with_step(schedule, index, after_days=days)
    for key in ("judge_after_weeks", "start_interval_days", "taper_every_days"):
        value = getattr(schedule, key)
        for other in _amounts(None if value is None else Decimal(value), ONE):
            yield f"{key} {other}", _with(schedule, key, type(value)(other))
    if len(schedule.takes) > 1:
        yield "one take fewer", replace(schedule, takes=schedule.takes[1:])


def _with(schedule: Schedule, key: str, value: object) -> Schedule:
    return replace(schedule, **{key: value})  # type: ignore[arg-type]


def _with_step(schedule: Schedule, index: int, **more: object) -> Schedule:
    steps = list(schedule.steps)
    steps[index] = replace(steps[index], **more)  # type: ignore[arg-type]
    return replace(schedule, steps=tuple(steps))


def _ranges(range_: Range, step: Decimal) -> Iterator[tuple[str, Range]]:
    """The range with one end changed, or both where they are one number."""
    if range_.low == range_.high:
        for amount in _amounts(range_.low, step):
            yield f"{amount}", Range(amount, amount)
        return
    for low in _amounts(range_.low, step):
        yield f"{low}-{range_.high}", Range(low, range_.high)
    for high in _amounts(range_.high, step):
        yield f"{range_.low}-{high}", Range(range_.low, high)


def _amounts(amount: Decimal | None, step: Decimal) -> list[Decimal]:
    """Tenfold, one step more, one step less; nothing below zero, which the reader refuses."""
    return [] if amount is None else [a for a in (amount * 10, amount + step, amount - step) if a >= 0]


def _bands(schedule: Schedule, unit: Decimal) -> Iterator[tuple[str, Schedule]]:
    band = schedule.band or Band()
    for key in ("at_least", "below"):
        edge = getattr(band, key)
        for other in () if edge is None else (edge - unit, edge + unit, edge * 10):
            yield f"{key} {other}", replace(schedule, band=replace(band, **{key: other}))


def _of_units(treatment: Treatment) -> Iterator[Mutant]:
    def made(what: str, other: Treatment) -> Mutant:
        return Mutant(f"{treatment.id}/units", "unit", what, True, other)

    for index, strength in enumerate(treatment.strengths_mg):
        for other in (strength * 10, strength + 1, strength - 1, strength / 10):
            strengths = (*treatment.strengths_mg[:index], other, *treatment.strengths_mg[index + 1 :])
            yield made(f"strength {strength} → {other}", replace(treatment, strengths_mg=strengths))
    if treatment.liquid is not None:
        for mg in (treatment.liquid.mg * 10, treatment.liquid.mg / 10):
            liquid = Liquid(mg, treatment.liquid.unit, treatment.liquid.units)
            yield made(f"liquid {treatment.liquid.mg} → {mg}", replace(treatment, liquid=liquid))


def _of_pair(guideline: Guideline, pair: Pair) -> Iterator[Mutant]:
    levels = list(Level)
    at, treatment = levels.index(pair.level), guideline.treatments[min(pair.members)]
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(levels):
            other = replace(pair, level=levels[beside])
            what = f"{pair.level} → {other.level}"
            yield Mutant(" + ".join(sorted(pair.members)), "pair", what, False, treatment, pair=other)
