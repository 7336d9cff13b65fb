"""Invariants of one schedule: its doses are in order, reached in time, and made of units that exist.

Knows schedules, strengths and liquids. Knows no patient; who gets which schedule is checked next door.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from navigator.guideline.model import Guideline, Schedule, Treatment
from navigator.language import Sentence, _
from navigator.problems import Problem

LONGEST_TITRATION_DAYS = 16 * 7
MOST_UNITS_A_TAKE = 3
_MOST_STRENGTHS = 12
_MOST_STEPS = 200


def check_doses_are_in_order(guideline: Guideline) -> Iterable[Problem]:
    """0 < start ≤ low end of the target ≤ high end ≤ maximum; times and tapers above zero."""
    for _treatment, schedule in _schedules(guideline):
        start, target = schedule.start_mg, schedule.target_mg
        if not 0 < start.low <= start.high <= target.low <= target.high <= schedule.max_mg:
            sentence = _("0 < début {start} ≤ cible {low}–{high} ≤ maximum {most} n’est pas vrai ; corrigez la dose")
            values = {"start": start.high, "low": target.low, "high": target.high, "most": schedule.max_mg}
            yield Problem(schedule.place, "dose-order", Sentence(sentence, **values))
        taper = (schedule.taper_mg, schedule.taper_every_days)
        if any(value is not None and value <= 0 for value in taper) or (taper[0] is None) != (taper[1] is None):
            sentence = _("« taper_mg » et « taper_every_days » vont ensemble, au-dessus de 0 ; corrigez-les")
            yield Problem(schedule.place, "taper", Sentence(sentence))
        if schedule.judge_after_weeks <= 0 or schedule.start_interval_days < 1:
            sentence = _("« judge_after_weeks » et « start_interval_days » sont au-dessus de 0 ; corrigez-les")
            yield Problem(schedule.place, "dose-order", Sentence(sentence))


def check_steps_lead_upwards(guideline: Guideline) -> Iterable[Problem]:
    """Every step adds something after some time, and each kind of step ends above the one before."""
    for _treatment, schedule in _schedules(guideline):
        before = schedule.start_mg.low
        for index, step in enumerate(schedule.steps):
            last = index == len(schedule.steps) - 1
            up_to = schedule.max_mg if step.up_to_mg is None else step.up_to_mg
            wrong = step.after_days.low < 1 or step.add_mg.low <= 0 or not before < up_to <= schedule.max_mg
            if wrong or (step.up_to_mg is None and not last):
                sentence = _(
                    "le palier {number} ne monte pas de {before} vers {up_to} ; corrigez jours, mg ou « up_to »"
                )
                values = {"number": index + 1, "before": before, "up_to": up_to}
                yield Problem(schedule.place, "step", Sentence(sentence, **values))
            before = up_to


def check_target_is_reached_in_time(guideline: Guideline) -> Iterable[Problem]:
    """The low end of the target is reached within 16 weeks by the slowest and smallest steps."""
    for _treatment, schedule in _schedules(guideline):
        path = slowest_path(schedule)
        days, dose = path[-1]
        if dose < schedule.target_mg.low:
            sentence = _("les paliers s’arrêtent à {dose} mg, sous la cible {target} mg ; ajoutez un palier")
            yield Problem(schedule.place, "target", Sentence(sentence, dose=dose, target=schedule.target_mg.low))
        elif days > LONGEST_TITRATION_DAYS:
            sentence = _("la cible n’est atteinte qu’après {days} jours ; au plus {most}, raccourcissez les paliers")
            yield Problem(schedule.place, "target", Sentence(sentence, days=days, most=LONGEST_TITRATION_DAYS))


def slowest_path(schedule: Schedule) -> list[tuple[Decimal, Decimal]]:
    """Day and mean daily dose of each step from the start to the low end of the target, slowest and smallest."""
    target, dose, day = schedule.target_mg.low, schedule.start_mg.low, Decimal(0)
    path = [(day, dose)]
    for step in schedule.steps:
        end = target if step.up_to_mg is None else min(step.up_to_mg, target)
        while dose < end and step.add_mg.low > 0 and len(path) < _MOST_STEPS:
            dose, day = min(dose + step.add_mg.low, end), day + step.after_days.high
            path.append((day, dose))
    return path


def check_units_exist(guideline: Guideline) -> Iterable[Problem]:
    """Each dose is made of at most 3 units a take, of a liquid, of an alternate-day take, or marked as without unit."""
    for treatment in guideline.treatments.values():
        if not treatment.schedules:
            continue
        yield from _units_are_told(treatment)
        if treatment.no_unit is None and len(treatment.strengths_mg) <= _MOST_STRENGTHS:
            for schedule in treatment.schedules:
                yield from _doses_without_unit(treatment, schedule)


def _units_are_told(treatment: Treatment) -> Iterable[Problem]:
    has_unit = bool(treatment.strengths_mg) or treatment.liquid is not None
    if has_unit == (treatment.no_unit is not None):
        sentence = _("écrivez « strengths_mg » ou « liquid », ou bien « no_unit » avec la raison, pas les deux")
        yield Problem(treatment.place, "units", Sentence(sentence))
    strengths = treatment.strengths_mg
    if (
        list(strengths) != sorted(set(strengths))
        or (strengths and strengths[0] <= 0)
        or len(strengths) > _MOST_STRENGTHS
    ):
        sentence = _("« strengths_mg » monte, sans répétition, avec au plus {most} dosages ; corrigez-le")
        yield Problem(treatment.place, "units", Sentence(sentence, most=_MOST_STRENGTHS))
    if treatment.liquid is not None and treatment.liquid.mg <= 0:
        yield Problem(treatment.place, "units", Sentence(_("« liquid » contient plus de 0 mg ; corrigez-le")))


def _doses_without_unit(treatment: Treatment, schedule: Schedule) -> Iterable[Problem]:
    start, target = schedule.start_mg, schedule.target_mg
    doses = [start.low, start.high, *(dose for _day, dose in slowest_path(schedule))]
    for dose in dict.fromkeys([*doses, target.low, target.high, schedule.max_mg]):
        every_other_day = dose * schedule.start_interval_days if dose <= start.high else dose
        daily = is_composable(treatment, dose, len(schedule.takes))
        if not daily and not is_composable(treatment, every_other_day, len(schedule.start_takes)):
            sentence = _("{dose} mg ne se compose pas avec les dosages du marché ; changez la dose ou « strengths_mg »")
            yield Problem(schedule.place, "units", Sentence(sentence, dose=dose))


def is_composable(treatment: Treatment, day_dose: Decimal, takes: int) -> bool:
    """Whether the dose of a day is a sum of units, at most 3 a take, or of the liquid."""
    if treatment.liquid is not None and treatment.liquid.mg > 0 and day_dose % treatment.liquid.mg == 0:
        return True
    sums = {Decimal(0)}
    for _unit in range(MOST_UNITS_A_TAKE * max(takes, 1)):
        sums |= {total + unit for total in sums for unit in treatment.strengths_mg if total + unit <= day_dose}
        if day_dose in sums:
            return True
    return False


def _schedules(guideline: Guideline) -> Iterator[tuple[Treatment, Schedule]]:
    for treatment in guideline.treatments.values():
        for schedule in treatment.schedules:
            yield treatment, schedule
