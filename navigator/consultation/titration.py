"""A schedule and a start date as a plan: dated steps, takes, units to dispense, the review and the taper.

Which doses come one after the other is told by `ladder`, or by the doctor (`own_steps`). Knows dates as values, never
the clock; knows no patient: which schedule applies was decided by `assess`. Doses are exact: never rounded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from navigator.consultation.entry import Refused
from navigator.consultation.ladder import PRUDENT_DAYS, Dose, Pace, checked_target, falling, rising
from navigator.consultation.own_steps import OwnStep, own_doses
from navigator.consultation.supply import Prescription, prescriptions, units_between
from navigator.consultation.units import Composition, Units, compose, split, units_of
from navigator.consultation.wording import figure
from navigator.guideline.model import Schedule, Treatment
from navigator.language import Sentence, Text, _

TIMES = ("morning", "noon", "evening")


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
    def mean_mg(self) -> Decimal:
        """The dose a day in the mean."""
        return self.total_mg / self.interval_days

    @property
    def days(self) -> int:
        """How many days with a dose the step has."""
        return ((self.last - self.first).days // self.interval_days) + 1


@dataclass(frozen=True)
class Plan:
    """A dated titration. The last step ends on the `review`; `taper` starts the day after, should it be stopped then.

    `units_total`: (mg of the unit, how many for all steps), without the taper. `prescriptions`: the same, cut where the
    law limits how long one prescription may cover.
    """

    schedule: Schedule
    steps: tuple[PlanStep, ...]
    review: date
    taper: tuple[PlanStep, ...]
    units_total: tuple[tuple[Decimal, int], ...]
    warnings: tuple[Sentence | Text, ...]
    prescriptions: tuple[Prescription, ...] = ()

    def back_from(self, place: int) -> PlanStep | None:
        """The step to go back to where the one at `place` is not tolerated: the nearest before with a lower dose."""
        mean = self.steps[place].mean_mg
        return next((s for s in reversed(self.steps[:place]) if s.mean_mg < mean), None)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the doctor told of a plan besides its start.

    `target_mg`: the dose to aim at; None: the lowest. `own`: steps that replace those of the schedule.
    """

    pace: Pace = Pace.SLOW
    target_mg: Decimal | None = None
    own: tuple[OwnStep, ...] = ()


NO_WISH = Wish()


def plan(treatment: Treatment, schedule: Schedule, start: date, wish: Wish = NO_WISH) -> Plan:
    """The plan of `treatment` by `schedule` from `start`: reviewed `judge_after_weeks` after the target is reached.

    Raises `Refused` where the wish breaks a limit of the schedule or the calendar ends before the plan does.
    """
    units = units_of(treatment)
    if wish.own:
        up = own_doses(schedule, units, wish.own)
    else:
        up = rising(schedule, units, wish.pace, checked_target(schedule, units, wish.target_mg))
    down = falling(schedule, units, up[-1].mean_mg)
    must_fit_calendar(start, (*up, *down))
    steps = dated(up, units, start)
    review = steps[-1].last
    taper = dated(down, units, review + timedelta(days=1))
    total = units_between(steps, start, review)
    written = prescriptions(steps, treatment.prescription_days)
    said = (*_warnings(treatment, schedule, steps, taper), *(_own_warnings(schedule, steps) if wish.own else ()))
    return Plan(schedule, steps, review, taper, total, said, written)


def must_fit_calendar(start: date, doses: Sequence[Dose]) -> None:
    """Raises `Refused` where the calendar ends before `doses` do."""
    if (date.max - start).days < sum(dose.days for dose in doses):
        sentence = _("Aucun plan ne peut commencer le {day} : choisissez une date plus proche.")
        raise Refused(Sentence(sentence, day=start.isoformat()))


def dated(doses: Sequence[Dose], units: Units, start: date) -> tuple[PlanStep, ...]:
    """The doses one after the other, day by day."""
    return tuple(_dated(doses, units, start))


def _dated(doses: Sequence[Dose], units: Units, start: date) -> Iterator[PlanStep]:
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
        said.append(Sentence(sentence, days=schedule.taper_every_days or PRUDENT_DAYS))
    return tuple(said)


def _own_warnings(schedule: Schedule, steps: Sequence[PlanStep]) -> Iterator[Sentence]:
    """What a plan of the doctor's own steps may fall short of."""
    reached, target = steps[-1], min(schedule.target_mg.low, schedule.max_mg)
    if reached.mean_mg < target:
        sentence = _("La dose finale, {mg} mg/j, est sous la cible de {target} mg/j : trop peu pour juger l’essai.")
        yield Sentence(sentence, mg=figure(reached.mean_mg), target=figure(target))
    if (reached.last - reached.first).days < schedule.judge_after_weeks * 7:
        sentence = _("La dose finale est gardée moins de {weeks} semaines : l’essai serait jugé trop tôt.")
        yield Sentence(sentence, weeks=figure(schedule.judge_after_weeks))
