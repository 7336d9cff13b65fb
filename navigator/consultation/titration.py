"""A schedule and a start date as a plan: dated steps, takes, units to dispense, the review and the taper.

Takes the slower and lower end of every range. Knows dates as values, never the clock; knows no patient: which
schedule applies was decided by `assess`. Doses are exact: they are spread and made up, never rounded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from navigator.consultation.entry import Refused
from navigator.consultation.units import Composition, Units, compose, grain_of, makes, split, units_of
from navigator.consultation.wording import figure
from navigator.guideline.model import Schedule, Step, Treatment
from navigator.language import Sentence, Text, _

TIMES = ("morning", "noon", "evening")
_PRUDENT_PART = Decimal("0.25")  # of the dose reached, where the content gives no taper
_PRUDENT_DAYS = 7
_SHORTEST_TAPER = 7  # days: no medicine of the dossier is stopped faster (medicines.md §8c)


@dataclass(frozen=True)
class PlanStep:
    """From `first` to `last` (both included) the same dose, every `interval_days`.

    `takes`: mg in the morning, at noon, in the evening of a day with a dose; they add up to `total_mg`.
    `units`: (mg of the unit, how many on such a day); empty where no unit of the market gives the dose.
    """

    first: date
    last: date
    interval_days: int
    takes: Mapping[str, Decimal]
    total_mg: Decimal
    units: tuple[tuple[Decimal, Decimal], ...]

    @property
    def days(self) -> int:
        """How many days with a dose the step has."""
        return ((self.last - self.first).days // self.interval_days) + 1


@dataclass(frozen=True)
class Plan:
    """A dated titration. The last step ends on the `review`; `taper` starts the day after, should it be stopped then.

    `units_total`: (mg of the unit, how many for all steps), without the taper.
    """

    schedule: Schedule
    steps: tuple[PlanStep, ...]
    review: date
    taper: tuple[PlanStep, ...]
    units_total: tuple[tuple[Decimal, int], ...]
    warnings: tuple[Sentence | Text, ...]


@dataclass(frozen=True, slots=True)
class _Dose:
    """A mean dose a day, for so many days."""

    mean_mg: Decimal
    days: int
    takes: tuple[str, ...]
    interval_days: int = 1

    @property
    def total_mg(self) -> Decimal:
        """The dose of a day with one."""
        return self.mean_mg * self.interval_days


def plan(treatment: Treatment, schedule: Schedule, start: date) -> Plan:
    """The plan of `treatment` by `schedule` from `start`: reviewed `judge_after_weeks` after the target is reached.

    Raises `Refused` where the calendar ends before the plan does.
    """
    units = units_of(treatment)
    rising = _rising(schedule, units)
    falling = _falling(schedule, units, rising[-1])
    length = sum(dose.days for dose in (*rising, *falling))
    if (date.max - start).days < length:
        sentence = _("Aucun plan ne peut commencer le {day} : choisissez une date plus proche.")
        raise Refused(Sentence(sentence, day=start.isoformat()))
    steps = tuple(_dated(rising, units, start))
    review = steps[-1].last
    taper = tuple(_dated(falling, units, review + timedelta(days=1)))
    return Plan(schedule, steps, review, taper, _units_total(steps), _warnings(treatment, schedule, steps, taper))


def _rising(schedule: Schedule, units: Units) -> tuple[_Dose, ...]:
    """The doses from the start up to the low end of the target, the last one until the review."""
    target = min(schedule.target_mg.low, schedule.max_mg)
    doses: list[_Dose] = []
    current, takes, interval = schedule.start_mg.low, schedule.start_takes, schedule.start_interval_days
    for step in schedule.steps:
        ceiling = target if step.up_to_mg is None else min(target, step.up_to_mg)
        once = step.up_to_mg is None and step is not schedule.steps[-1]
        while current < ceiling and step.add_mg.low > 0:
            least = 1 if doses else schedule.first_step_min_days
            doses.append(_Dose(current, max(_whole(step.after_days.high), least), takes, interval))
            current = _raised(current, step, ceiling, schedule.takes, units)
            takes, interval = schedule.takes, 1
            if once:
                break
    until_review = _whole(schedule.judge_after_weeks * 7) + 1  # the day of the review has its dose too
    return (*doses, _Dose(current, until_review, takes, interval))


def _raised(current: Decimal, step: Step, ceiling: Decimal, takes: Sequence[str], units: Units) -> Decimal:
    """The next dose: the low end of the step, else the nearest below (then above) that can be made up."""
    wanted = min(current + step.add_mg.low, ceiling)
    limit = min(current + step.add_mg.high, ceiling)
    below = (dose for dose in _multiples(current, wanted, units)[::-1] if current < dose < wanted)
    above = (dose for dose in _multiples(wanted, limit, units) if dose > wanted)
    return next((dose for dose in (wanted, *below, *above) if makes(dose, takes, units)), wanted)


def _falling(schedule: Schedule, units: Units, reached: _Dose) -> tuple[_Dose, ...]:
    """The doses down from the one reached, never more than half of it at once, over a week at least.

    None where no lower dose can be made up.
    """
    part = reached.mean_mg * _PRUDENT_PART
    if schedule.taper_mg is not None:
        part = min(schedule.taper_mg, reached.mean_mg / 2)
    days = schedule.taper_every_days or _PRUDENT_DAYS
    doses: list[_Dose] = []
    before = reached.mean_mg
    while before > part:
        dose = _lowered(before, before - part, schedule.takes, units)
        if dose is None:
            break
        doses.append(_Dose(dose, days, schedule.takes))
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
    return [n * grain for n in range(_whole(low / grain), int(high / grain) + 1)]


def _dated(doses: Sequence[_Dose], units: Units, start: date) -> Iterator[PlanStep]:
    """The doses one after the other, day by day."""
    first = start
    for dose in doses:
        last = first + timedelta(days=dose.days - 1)
        takes = split(dose.total_mg, dose.takes, units)
        made = _day_units(takes, units) if takes is not None and units else ()
        takes = takes or split(dose.total_mg, dose.takes, Units()) or {dose.takes[-1]: dose.total_mg}
        day = {time: takes.get(time, Decimal(0)) for time in TIMES}
        yield PlanStep(first, last, dose.interval_days, day, dose.total_mg, made)
        first = last + timedelta(days=1)


def _day_units(takes: Mapping[str, Decimal], units: Units) -> tuple[tuple[Decimal, Decimal], ...]:
    """The units of a day, the strongest first."""
    counts: dict[Decimal, int] = {}
    for take in takes.values():
        made: Composition = compose(take, units) or ()
        for strength, count in made:
            counts[strength] = counts.get(strength, 0) + count
    return tuple((strength, Decimal(counts[strength])) for strength in sorted(counts, reverse=True))


def _units_total(steps: Sequence[PlanStep]) -> tuple[tuple[Decimal, int], ...]:
    """How many of each unit all the steps take, the strongest first."""
    counts: dict[Decimal, int] = {}
    for step in steps:
        for strength, per_day in step.units:
            counts[strength] = counts.get(strength, 0) + int(per_day) * step.days
    return tuple((strength, counts[strength]) for strength in sorted(counts, reverse=True))


def _warnings(
    treatment: Treatment, schedule: Schedule, steps: Sequence[PlanStep], taper: Sequence[PlanStep]
) -> tuple[Sentence | Text, ...]:
    """What must be said with the plan."""
    said: list[Sentence | Text] = []
    if schedule.specialist:
        said.append(Sentence(_("Schéma à conduire avec un avis spécialisé.")))
    if treatment.no_unit is not None:
        said.append(treatment.no_unit)
    else:
        for total in dict.fromkeys(step.total_mg for step in steps if not step.units):
            sentence = _("Aucune association d’unités ne donne {mg} mg : la dose est à vérifier avec le pharmacien.")
            said.append(Sentence(sentence, mg=figure(total)))
    if taper and schedule.taper_mg is None:
        sentence = _(
            "Décroissance proposée par prudence, environ un quart de la dose tous les {days} jours : "
            "la ralentir si des signes de sevrage apparaissent."
        )
        said.append(Sentence(sentence, days=schedule.taper_every_days or _PRUDENT_DAYS))
    return tuple(said)


def _whole(value: Decimal) -> int:
    """`value` rounded up: a day begun is a day."""
    return int(value.to_integral_value(rounding=ROUND_CEILING))
