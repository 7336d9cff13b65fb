"""The doctor's own steps, held against the limits of the schedule that applies to this patient.

Knows schedules and units. Refuses in the rule's words what breaks a limit; never bends a dose to fit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from navigator.consultation.entry import Refused
from navigator.consultation.ladder import Dose, until_review, whole
from navigator.consultation.units import Units, grain_of, makes
from navigator.consultation.wording import figure
from navigator.guideline.model import Schedule, Step
from navigator.language import Sentence, _

MOST_DAYS = 366  # of one step: a longer one is a slip of the hand


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step as the doctor wants it: `mg` a day in the mean, for `days`; the last one may leave them to the review."""

    mg: Decimal
    days: int | None = None


def own_doses(schedule: Schedule, units: Units, own: Sequence[OwnStep]) -> tuple[Dose, ...]:
    """`own` as doses, the same one after the other joined; the last, unless told, until the review.

    The first takes the takes and the interval of the schedule's start. Raises `Refused`.
    """
    joined = _joined(own, until_review(schedule))
    doses: list[Dose] = []
    for place, step in enumerate(joined):
        start = place == 0
        takes = schedule.start_takes if start else schedule.takes
        dose = Dose(step.mg, step.days or 0, takes, schedule.start_interval_days if start else 1)
        _must_be_possible(schedule, units, dose)
        doses.append(dose)
    if doses[0].mean_mg > schedule.start_mg.high:
        sentence = _("Schéma « {title} » : le début est à {most} mg/j au plus ; {mg} mg/j est refusé.")
        raise _refused(sentence, schedule, most=schedule.start_mg.high, mg=doses[0].mean_mg)
    _must_rise_gently(schedule, doses)
    return tuple(doses)


def inserted(schedule: Schedule, units: Units, own: Sequence[OwnStep], place: int) -> tuple[OwnStep, ...]:
    """`own` with one more step after the one at `place`: midway to the next, or a step up where it is the last.

    The last step hands its open end over. Raises `Refused` where no dose can be made up there.
    """
    here, least = own[place], whole(schedule.steps[0].after_days.high) if schedule.steps else 1
    if place + 1 < len(own):
        low, high = sorted((here.mg, own[place + 1].mg))
        wanted = (low + high) / 2
    else:
        step, _once = _kind(schedule, here.mg, 0)
        wanted, low, high = here.mg + step.add_mg.low, here.mg, min(here.mg + step.add_mg.high, schedule.max_mg)
    nearest = sorted(_between(low, high, units), key=lambda mg: (abs(mg - wanted), mg))
    found = next((mg for mg in nearest if mg not in (here.mg,) and makes(mg, schedule.takes, units)), None)
    taken = {own[place + 1].mg} if place + 1 < len(own) else set()
    if found is None or found in taken:
        raise Refused(Sentence(_("Aucune dose ne se compose entre ces deux paliers.")))
    if place + 1 < len(own):
        return (*own[: place + 1], OwnStep(found, here.days or least), *own[place + 1 :])
    return (*own[:place], OwnStep(here.mg, here.days or least), OwnStep(found, None))


def _between(low: Decimal, high: Decimal, units: Units) -> list[Decimal]:
    """Every multiple of the grain of `units` between the two, the upper end included."""
    grain = grain_of(units)
    return [n * grain for n in range(int(low / grain) + 1, int(high / grain) + 1)]


def _joined(own: Sequence[OwnStep], last_days: int) -> list[OwnStep]:
    if not own:
        raise Refused(Sentence(_("Aucun palier : écrivez au moins une dose.")))
    joined: list[OwnStep] = []
    for place, step in enumerate(own):
        days = step.days if step.days is not None else last_days if place == len(own) - 1 else None
        if days is None or not 1 <= days <= MOST_DAYS:
            sentence = _("Un palier dure de 1 à {most} jours : {days} est refusé.")
            raise Refused(Sentence(sentence, most=MOST_DAYS, days="—" if days is None else days))
        if joined and joined[-1].mg == step.mg:
            days += joined.pop().days or 0
        joined.append(OwnStep(step.mg, days))
    return joined


def _must_be_possible(schedule: Schedule, units: Units, dose: Dose) -> None:
    if dose.mean_mg <= 0:
        raise Refused(Sentence(_("Une dose est plus grande que zéro : retirez le palier à la place.")))
    if dose.mean_mg > schedule.max_mg:
        sentence = _("Schéma « {title} » : le maximum de ce patient est {most} mg/j ; {mg} mg/j est refusé.")
        raise _refused(sentence, schedule, most=schedule.max_mg, mg=dose.mean_mg)
    if not makes(dose.total_mg, dose.takes, units):
        sentence = _("{mg} mg/j ne se compose pas avec les unités du marché.")
        raise Refused(Sentence(sentence, mg=figure(dose.mean_mg)))


def _must_rise_gently(schedule: Schedule, doses: Sequence[Dose]) -> None:
    taken_once = 0
    for place in range(1, len(doses)):
        before, after = doses[place - 1], doses[place]
        if before.mean_mg <= doses[0].mean_mg:
            taken_once = 0
        if after.mean_mg <= before.mean_mg:
            continue
        step, once = _kind(schedule, before.mean_mg, taken_once)
        taken_once += once
        _must_be_small(schedule, step, before, after)
        least = max(whole(step.after_days.low), schedule.first_step_min_days if place == 1 else 1)
        if before.days < least:
            sentence = _("Schéma « {title} » : au moins {most} jours avant de monter ; {mg} est refusé.")
            raise _refused(sentence, schedule, most=Decimal(least), mg=Decimal(before.days))


def _must_be_small(schedule: Schedule, step: Step, before: Dose, after: Dose) -> None:
    most = before.mean_mg + step.add_mg.high
    if step.up_to_mg is not None and before.mean_mg < step.up_to_mg:
        most = min(most, step.up_to_mg)
    if after.mean_mg > most:
        sentence = _("Schéma « {title} » : après {before} mg/j, {most} mg/j au plus ; {mg} mg/j est refusé.")
        raise _refused(sentence, schedule, before=before.mean_mg, most=most, mg=after.mean_mg)


def _kind(schedule: Schedule, dose: Decimal, taken_once: int) -> tuple[Step, bool]:
    """The kind of step that leads up from `dose`, and whether it is one that is taken once."""
    passed = 0
    for step in schedule.steps:
        last = step is schedule.steps[-1]
        if step.up_to_mg is not None:
            if dose < step.up_to_mg:
                return step, False
        elif last:
            return step, False
        elif passed == taken_once:
            return step, True
        else:
            passed += 1
    sentence = _("Schéma « {title} » : aucun palier ne monte au-dessus de {mg} mg/j.")
    raise _refused(sentence, schedule, mg=dose)


def _refused(sentence: str, schedule: Schedule, **values: Decimal) -> Refused:
    told = {name: figure(value) for name, value in values.items()}
    return Refused(Sentence(sentence, title=schedule.title, **told))
