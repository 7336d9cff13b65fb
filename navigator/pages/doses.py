"""A schedule in words and as a drawing: the line on a card, the key figures, the titration chart.

Every figure comes out of the schedule's fields, so that prose and field cannot differ.
"""

from datetime import date
from decimal import Decimal

from navigator.consultation import titration
from navigator.consultation.assessment import Assessment
from navigator.consultation.patient import Facts
from navigator.consultation.titration import Plan
from navigator.guideline.model import Band, Range, Schedule, Treatment
from navigator.language import Language, _, say
from navigator.pages import filters, scene
from navigator.pages.filters import tr
from navigator.pages.words import INTAKE

_ANY_DAY = date(2001, 1, 1)


def clearance(facts: Facts) -> Decimal | None:
    """The creatinine clearance that the doses follow, in mL/min; None while it is unknown."""
    value = facts.values.get("crcl")
    return value if isinstance(value, Decimal) else None


def takes_words(takes: tuple[str, ...], language: Language) -> str:
    """`le soir` or `en 3 prises`."""
    if len(takes) == 1:
        return tr(_("le {time}"), language, time=say(INTAKE[takes[0]], language))
    return tr(_("en {count} prises"), language, count=len(takes))


def start_words(schedule: Schedule, language: Language) -> str:
    """The first dose: `100–300 mg le soir`, `25 mg un jour sur deux`."""
    every = schedule.start_interval_days
    dose = Range(schedule.start_mg.low * every, schedule.start_mg.high * every)
    mg = filters.between(dose, language)
    if every == 2:
        return tr(_("{mg} mg un jour sur deux"), language, mg=mg)
    if every > 2:
        return tr(_("{mg} mg tous les {days} jours"), language, mg=mg, days=every)
    if len(schedule.start_takes) == 1:
        return tr(_("{mg} mg {takes}"), language, mg=mg, takes=takes_words(schedule.start_takes, language))
    return tr(_("{mg} mg/j {takes}"), language, mg=mg, takes=takes_words(schedule.start_takes, language))


def target_words(schedule: Schedule, language: Language) -> str:
    """The dose aimed at: `900–3600 mg/j en 3 prises`."""
    return tr(
        _("{mg} mg/j {takes}"),
        language,
        mg=filters.between(schedule.target_mg, language),
        takes=takes_words(schedule.takes, language),
    )


def band_words(band: Band, language: Language) -> str:
    """A range of creatinine clearance: `30 à moins de 60`, `moins de 15`, `60 et plus`."""
    if band.at_least is None and band.below is None:
        return tr(_("toutes"), language)
    if band.at_least is None:
        return tr(_("moins de {below}"), language, below=band.below)
    if band.below is None:
        return tr(_("{at_least} et plus"), language, at_least=band.at_least)
    return tr(_("{at_least} à moins de {below}"), language, at_least=band.at_least, below=band.below)


def usual(treatment: Treatment) -> Schedule | None:
    """The schedule of a patient with nothing to adapt to: the last one, as they are tried in order."""
    return treatment.schedules[-1] if treatment.schedules else None


def adapted_because(assessment: Assessment, clearance: Decimal | None, language: Language) -> str:
    """Why this patient's schedule is not the usual one: `ClCr 45` or the schedule's title; empty when it is."""
    schedule = assessment.schedule
    if schedule is None or schedule is usual(assessment.treatment):
        return ""
    if schedule.band is not None and clearance is not None:
        return tr(_("ClCr {value}"), language, value=filters.number(round(clearance, 1), language))
    return filters.told(schedule.title, language)


def change_words(assessment: Assessment, language: Language) -> str:
    """`dose réduite` where the limit is under the usual one, `dose adaptée` for another schedule; else empty."""
    schedule, normal = assessment.schedule, usual(assessment.treatment)
    if schedule is None or normal is None or schedule is normal:
        return ""
    return say(_("dose réduite") if schedule.max_mg < normal.max_mg else _("dose adaptée"), language)


def needs_words(assessment: Assessment, names: dict[str, str], language: Language) -> str:
    """`Dose : préciser d’abord la clairance` — empty where the dose waits for nothing."""
    if not assessment.dose_needs:
        return ""
    wanted = filters.listed([names.get(f, f) for f in assessment.dose_needs], language)
    return tr(_("Dose à préciser : il manque {wanted}"), language, wanted=wanted)


def dose_line(
    assessment: Assessment, clearance: Decimal | None, names: dict[str, str], language: Language
) -> scene.DoseLine | None:
    """The dose on a card; None where the treatment has none."""
    if assessment.dose_needs:
        return scene.DoseLine(needs=needs_words(assessment, names, language))
    schedule = assessment.schedule
    if schedule is None:
        return None
    because = adapted_because(assessment, clearance, language)
    return scene.DoseLine(
        start=start_words(schedule, language),
        target=target_words(schedule, language),
        adapted=tr(_("dose adaptée · {because}"), language, because=because) if because else "",
    )


def step_words(schedule: Schedule, language: Language) -> tuple[str, str]:
    """The first kind of step: (`+ 30`, `tous les 7 à 14 jours`); empty for a schedule without steps."""
    if not schedule.steps:
        return "", tr(_("sans palier"), language)
    step = schedule.steps[0]
    days = step.after_days
    if days.low == days.high:
        pace = tr(_("tous les {days} jours"), language, days=days.low)
    else:
        pace = tr(_("tous les {low} à {high} jours"), language, low=days.low, high=days.high)
    return f"+ {filters.between(step.add_mg, language)}", pace


def figures(assessment: Assessment, clearance: Decimal | None, language: Language) -> tuple[scene.Figure, ...]:
    """Start, step, target and limit for this patient; empty where no schedule applies."""
    schedule = assessment.schedule
    if schedule is None:
        return ()
    because = adapted_because(assessment, clearance, language)
    normal = usual(assessment.treatment)
    limit = filters.told(schedule.title, language)
    lower = normal is not None and schedule.max_mg < normal.max_mg
    if lower and normal is not None:
        top = filters.number(normal.max_mg, language)
        limit = tr(_("au lieu de {top}, {because}"), language, top=top, because=because)
    step, pace = step_words(schedule, language)
    every = schedule.start_interval_days
    start = Range(schedule.start_mg.low * every, schedule.start_mg.high * every)
    return (
        scene.Figure(
            say(_("Début"), language),
            filters.between(start, language),
            "mg" if every > 1 or len(schedule.start_takes) == 1 else say(_("mg/j"), language),
            tr(_("un jour sur deux"), language) if every > 1 else takes_words(schedule.start_takes, language),
        ),
        scene.Figure(say(_("Palier"), language), step or "—", "mg" if step else "", pace),
        scene.Figure(
            say(_("Cible"), language),
            filters.between(schedule.target_mg, language),
            say(_("mg/j"), language),
            takes_words(schedule.takes, language),
        ),
        scene.Figure(
            say(_("Maximum"), language),
            filters.number(schedule.max_mg, language),
            say(_("mg/j"), language),
            limit,
            lower,
        ),
    )


def chart(assessment: Assessment, clearance: Decimal | None, language: Language) -> scene.TitrationChart | None:
    """The proposed titration as drawn: the slower and lower end of every range, as the plan takes it."""
    if assessment.schedule is None:
        return None
    plan = titration.plan(assessment.treatment, assessment.schedule, _ANY_DAY)
    return _drawn(plan, adapted_because(assessment, clearance, language), language)


def plan_chart(plan: Plan, assessment: Assessment, language: Language) -> scene.TitrationChart:
    """A plan as drawn; the limit says why it is this patient's where the plan follows the schedule that applies."""
    clearance = assessment.facts.get("crcl")
    known = clearance if isinstance(clearance, Decimal) else None
    applies = plan.schedule is assessment.schedule
    return _drawn(plan, adapted_because(assessment, known, language) if applies else "", language)


def _drawn(plan: Plan, because: str, language: Language) -> scene.TitrationChart:
    schedule, start = plan.schedule, plan.steps[0].first
    steps = tuple(
        scene.ChartStep((s.first - start).days, float(s.mean_mg), filters.number(s.mean_mg, language))
        for s in plan.steps
    )
    judge = (plan.review - start).days
    target, top = filters.between(schedule.target_mg, language), filters.number(schedule.max_mg, language)
    limit = tr(_("Maximum {top} mg/j"), language, top=top)
    spoken = ", ".join(tr(_("jour {day} : {mg} mg"), language, day=s.day, mg=s.label) for s in steps)
    return scene.TitrationChart(
        title=tr(_("Titration proposée"), language),
        caption=tr(_("Dose totale par jour"), language),
        steps=steps,
        horizon_days=judge + 7,
        target_low=float(schedule.target_mg.low),
        target_high=float(schedule.target_mg.high),
        target_label=tr(_("Zone cible {target} mg/j"), language, target=target),
        maximum=float(schedule.max_mg),
        maximum_label=f"{limit} ({because})" if because else limit,
        judge_day=judge,
        judge_label=tr(_("Évaluer l’essai"), language),
        axis=say(_("mg/j"), language),
        spoken=tr(_("Titration proposée : {steps}. Évaluer au jour {day}."), language, steps=spoken, day=judge),
        week_letter=say(_("S"), language),
        day_zero=say(_("J0"), language),
    )
