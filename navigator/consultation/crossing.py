"""One treatment in place of another: the old one tapered while the new one rises, day by day in two columns.

Knows plans, schedules and how two treatments go together. Each column keeps to its own limits; where the two are to be
avoided together the new one waits for the end of the old. No source of the content gives a cross-taper of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from navigator.consultation.assessment import assess
from navigator.consultation.entry import Refused
from navigator.consultation.ladder import falling
from navigator.consultation.planning import NoPlan, planned
from navigator.consultation.titration import NO_WISH, Plan, PlanStep, Wish, dated, must_fit_calendar
from navigator.consultation.units import makes, units_of
from navigator.consultation.wording import figure
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Level, Pair, Schedule, Treatment
from navigator.language import Sentence, Text, _


@dataclass(frozen=True, slots=True)
class Leaving:
    """The treatment that the patient takes now, and its dose in mg a day."""

    treatment: Treatment
    mg: Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last` (both included) neither column changes; None: nothing of that treatment is planned."""

    first: date
    last: date
    old: PlanStep | None
    new: PlanStep | None


@dataclass(frozen=True)
class Crossing:
    """The plan of the new treatment, the steps down of the old, and both side by side."""

    leaving: Leaving
    plan: Plan
    falling: tuple[PlanStep, ...]
    spans: tuple[Span, ...]
    warnings: tuple[Sentence | Text, ...]


def crossed(
    guideline: Guideline,
    treatment: Treatment,
    leaving: Leaving,
    facts: Mapping[str, Value],
    start: date,
    schedule_id: str = "",
    wish: Wish = NO_WISH,
) -> Crossing:
    """`leaving` tapered from `start` on, and `treatment` in its place. Raises `NoPlan`."""
    old = leaving.treatment
    pair = guideline.pairs.get(frozenset({old.id, treatment.id}))
    if old.id == treatment.id or not old.schedules:
        raise NoPlan(Sentence(_("Pas de relais de {old} à {new}."), old=old.name, new=treatment.name))
    if pair is not None and pair.level is Level.CONTRAINDICATED:
        sentence = _("Pas de relais de {old} à {new}, contre-indiqués ensemble. {because}")
        raise NoPlan(Sentence(sentence, old=old.name, new=treatment.name, because=pair.because))
    down = _taper(guideline, leaving, facts, start)
    apart = pair is not None and pair.level is Level.AVOID
    begin = down[-1].last + timedelta(days=1) if apart and down else start
    made, warnings = planned(guideline, treatment, facts, begin, schedule_id, wish)
    said = (*warnings, *_said(pair, down, leaving))
    return Crossing(leaving, made, down, tuple(_spans(down, made.steps)), said)


def _taper(guideline: Guideline, leaving: Leaving, facts: Mapping[str, Value], start: date) -> tuple[PlanStep, ...]:
    """The steps down, from the first lower dose on `start`."""
    old, units = leaving.treatment, units_of(leaving.treatment)
    most = max(s.max_mg for s in old.schedules)
    if not 0 < leaving.mg <= most:
        sentence = _("{name} : {mg} mg/j n’est pas entre 0 et {most} mg/j. Vérifiez la dose actuelle.")
        raise NoPlan(Sentence(sentence, name=old.name, mg=figure(leaving.mg), most=figure(most)))
    schedule = assess(guideline, old, facts).schedule or _slowest(old)
    if not makes(leaving.mg, schedule.takes, units):
        sentence = _("{name} : {mg} mg/j ne se compose pas avec les unités du marché. Vérifiez la dose actuelle.")
        raise NoPlan(Sentence(sentence, name=old.name, mg=figure(leaving.mg)))
    down = falling(schedule, units, leaving.mg)
    try:
        must_fit_calendar(start, down)
    except Refused as refused:
        raise NoPlan(refused.sentence) from None
    return dated(down, units, start)


def _slowest(treatment: Treatment) -> Schedule:
    """The schedule with the gentlest taper, where none applies to the patient any more."""
    return min(treatment.schedules, key=lambda s: (s.taper_mg or Decimal(0)) / (s.taper_every_days or 7))


def _said(pair: Pair | None, down: Sequence[PlanStep], leaving: Leaving) -> Iterator[Sentence | Text]:
    """What must be said with the two columns."""
    name = leaving.treatment.name
    level = pair.level if pair is not None else Level.COMPATIBLE
    if pair is not None and level in (Level.AVOID, Level.CAUTION):
        yield pair.because
    if not down:
        yield Sentence(_("{name} : aucune dose plus basse n’existe, arrêt la veille du premier jour."), name=name)
    elif level is Level.AVOID:
        yield Sentence(_("À éviter ensemble : le nouveau traitement attend la fin de l’ancien ({name})."), name=name)
    yield Sentence(_("Aucune source ne fixe ce relais : chaque colonne suit le schéma de son traitement."))


def _spans(old: Sequence[PlanStep], new: Sequence[PlanStep]) -> Iterator[Span]:
    """Both columns from the first day to the last, cut where one of them changes."""
    steps = [*old, *new]
    end = max(step.last for step in steps)
    cuts = sorted({s.first for s in steps} | {s.last + timedelta(days=1) for s in steps if s.last < end})
    for begin, after in zip(cuts, [*cuts[1:], None], strict=True):
        last = after - timedelta(days=1) if after is not None else end
        yield Span(begin, last, _on(old, begin), _on(new, begin))


def _on(steps: Sequence[PlanStep], day: date) -> PlanStep | None:
    return next((s for s in steps if s.first <= day <= s.last), None)
