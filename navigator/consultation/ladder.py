"""The doses of a plan one after the other, without dates: up by the steps of a schedule, and down again.

Knows schedules and units. Takes the slower and lower end of every range unless the doctor told the faster one; never
passes the target. Knows no calendar and no patient.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from navigator.consultation.entry import Refused
from navigator.consultation.units import Units, grain_of, makes
from navigator.consultation.wording import figure
from navigator.guideline.model import Schedule, Step
from navigator.language import Sentence, _

PRUDENT_DAYS = 7  # between two steps down, where the content gives no taper
_PRUDENT_PART = Decimal("0.25")  # of the dose reached, for the same
_SHORTEST_TAPER = 7  # days: no medicine of the dossier is stopped faster (medicines.md §8c)


class Pace(StrEnum):
    """Which end of the ranges of a schedule its steps take: small and far apart, or large and close."""

    SLOW = "slow"
    FAST = "fast"


@dataclass(frozen=True, slots=True)
class Dose:
    """A mean dose a day, for so many days."""

    mean_mg: Decimal
    days: int
    takes: tuple[str, ...]
    interval_days: int = 1

    @property
    def total_mg(self) -> Decimal:
        """The dose of a day with one."""
        return self.mean_mg * self.interval_days


def lowest_target(schedule: Schedule) -> Decimal:
    """The mean mg a day that a plan aims at unless told otherwise."""
    return min(schedule.target_mg.low, schedule.max_mg)


def rising(schedule: Schedule, units: Units, pace: Pace, target: Decimal) -> tuple[Dose, ...]:
    """The doses from the start up to `target`, the last one until the review."""
    doses: list[Dose] = []
    current, takes, interval = schedule.start_mg.low, schedule.start_takes, schedule.start_interval_days
    for step in schedule.steps:
        ceiling = target if step.up_to_mg is None else min(target, step.up_to_mg)
        once = step.up_to_mg is None and step is not schedule.steps[-1]
        while current < ceiling and step.add_mg.low > 0:
            least = 1 if doses else schedule.first_step_min_days
            wait = step.after_days.high if pace is Pace.SLOW else step.after_days.low
            doses.append(Dose(current, max(whole(wait), least), takes, interval))
            current = _raised(current, step, ceiling, pace, schedule.takes, units)
            takes, interval = schedule.takes, 1
            if once:
                break
    return (*doses, Dose(current, until_review(schedule), takes, interval))


def until_review(schedule: Schedule) -> int:
    """How many days the last dose is kept: the day of the review has its dose too."""
    return whole(schedule.judge_after_weeks * 7) + 1


def targets(schedule: Schedule, units: Units, pace: Pace) -> tuple[Decimal, ...]:
    """The doses (mean mg a day) that may be aimed at by the steps of the schedule, the lowest first."""
    low, high = lowest_target(schedule), min(schedule.target_mg.high, schedule.max_mg)
    way = [dose.mean_mg for dose in rising(schedule, units, pace, high)]
    possible = sorted({low, *(mg for mg in way if low <= mg <= high)})
    return tuple(mg for mg in possible if mg == low or not units or makes(mg, schedule.takes, units))


def checked_target(schedule: Schedule, units: Units, target: Decimal | None) -> Decimal:
    """The dose to aim at; the lowest where none is told. Raises `Refused` outside the range of this patient."""
    if target is None:
        return lowest_target(schedule)
    low, high = lowest_target(schedule), min(schedule.target_mg.high, schedule.max_mg)
    if not low <= target <= high:
        sentence = _("Schéma « {title} » : la cible va de {low} à {high} mg/j ; {mg} mg/j est refusé.")
        bounds = {"low": figure(low), "high": figure(high), "mg": figure(target)}
        raise Refused(Sentence(sentence, title=schedule.title, **bounds))
    if target != low and units and not makes(target, schedule.takes, units):
        raise Refused(Sentence(_("{mg} mg/j ne se compose pas avec les unités du marché."), mg=figure(target)))
    reached = rising(schedule, units, Pace.SLOW, target)[-1].mean_mg
    if reached < target:
        sentence = _("Schéma « {title} » : les paliers s’arrêtent à {reached} mg/j ; {mg} mg/j est refusé.")
        raise Refused(Sentence(sentence, title=schedule.title, reached=figure(reached), mg=figure(target)))
    return target


def _raised(current: Decimal, step: Step, ceiling: Decimal, pace: Pace, takes: Sequence[str], units: Units) -> Decimal:
    """The next dose: the wanted end of the step, else the nearest below (then above) that can be made up."""
    add = step.add_mg.low if pace is Pace.SLOW else step.add_mg.high
    wanted = min(current + add, ceiling)
    limit = min(current + step.add_mg.high, ceiling)
    below = (dose for dose in _multiples(current, wanted, units)[::-1] if current < dose < wanted)
    above = (dose for dose in _multiples(wanted, limit, units) if dose > wanted)
    return next((dose for dose in (wanted, *below, *above) if makes(dose, takes, units)), wanted)


def falling(schedule: Schedule, units: Units, reached: Decimal) -> tuple[Dose, ...]:
    """The doses down from `reached`, never more than half of it at once, over a week at least.

    None where no lower dose can be made up.
    """
    part = reached * _PRUDENT_PART
    if schedule.taper_mg is not None:
        part = min(schedule.taper_mg, reached / 2)
    days = schedule.taper_every_days or PRUDENT_DAYS
    doses: list[Dose] = []
    before = reached
    while before > part:
        dose = _lowered(before, before - part, schedule.takes, units)
        if dose is None:
            break
        doses.append(Dose(dose, days, schedule.takes))
        before = dose
    if doses and len(doses) * days < _SHORTEST_TAPER:
        doses[-1] = replace(doses[-1], days=_SHORTEST_TAPER - (len(doses) - 1) * days)
    return tuple(doses)


def _lowered(before: Decimal, wanted: Decimal, takes: Sequence[str], units: Units) -> Decimal | None:
    """The dose below `before` that can be made up and comes nearest to `wanted` (of two, the higher)."""
    possible = (dose for dose in (wanted, *_multiples(Decimal(0), before, units)) if 0 < dose < before)
    nearest = sorted(possible, key=lambda dose: (abs(dose - wanted), -dose))
    return next((dose for dose in nearest if makes(dose, takes, units)), None)


def _multiples(low: Decimal, high: Decimal, units: Units) -> list[Decimal]:
    """Every multiple of the grain of `units` from `low` to `high`."""
    grain = grain_of(units)
    return [n * grain for n in range(whole(low / grain), int(high / grain) + 1)]


def whole(value: Decimal) -> int:
    """`value` rounded up: a day begun is a day."""
    return int(value.to_integral_value(rounding=ROUND_CEILING))
