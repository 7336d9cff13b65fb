"""The page of a titration plan: what the doctor told of it, the dated table, the chart, the prescriptions.

Knows how a plan is told. Decides no dose: `planning`, `crossing` and the settings on the desk did.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from navigator.consultation.assessment import Assessment, Status
from navigator.consultation.crossing import Crossing, Leaving, crossed
from navigator.consultation.ladder import Pace, targets
from navigator.consultation.planning import NoPlan, planned, schedules_for
from navigator.consultation.titration import Plan, PlanStep, Wish
from navigator.consultation.units import units_of
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Schedule, Treatment
from navigator.language import Language, Sentence, Text, _, say
from navigator.pages import alerts, doses, filters, plan_words, scene
from navigator.pages.desk import Desk, PlanSettings
from navigator.pages.filters import tr
from navigator.pages.words import INTAKE

ACTION = "plan."  # what the id of an action begins with that leads to a plan


@dataclass(frozen=True)
class Made:
    """A plan with what must be said; `relay` where it replaces another treatment."""

    plan: Plan
    relay: Crossing | None
    warnings: tuple[Sentence | Text, ...]


def made_of(
    guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], settings: PlanSettings, today: date
) -> Made:
    """The plan that the settings ask for. Raises `NoPlan`."""
    start = settings.start or today
    wish = Wish(settings.pace, settings.target_mg, settings.own)
    if settings.leaving and settings.leaving_mg is not None:
        leaving = Leaving(guideline.treatments[settings.leaving], settings.leaving_mg)
        relay = crossed(guideline, treatment, leaving, facts, start, settings.schedule, wish)
        return Made(relay.plan, relay, relay.warnings)
    plan, said = planned(guideline, treatment, facts, start, settings.schedule, wish)
    return Made(plan, None, said)


def plan_page(guideline: Guideline, desk: Desk, assessment: Assessment) -> scene.PlanPage:
    """The plan of the assessed treatment as the desk has it, or why there is none."""
    treatment, language = assessment.treatment, desk.language
    settings = desk.plan if desk.plan.treatment == treatment.id else PlanSettings(treatment.id)
    refused, made = "", None
    try:
        made = made_of(guideline, treatment, assessment.facts, settings, desk.today)
    except NoPlan as none:
        refused = _refused(none, assessment, language)
    name = filters.told(treatment.name, language)
    page = scene.PlanPage(
        treatment=treatment.id,
        crumbs=(name, tr(_("Calendrier"), language)),
        title=tr(_("{name}, calendrier de prise"), language, name=name),
        lead=_lead(made, assessment, language),
        start=_start_field(settings, desk),
        choices=_choices(guideline, assessment, settings, language),
        leaving_dose=_leaving_dose(settings, language) if settings.leaving else None,
        refused=refused,
        alerts=_alerts(guideline, assessment, language) if refused else (),
        own=bool(settings.own),
        own_hint=tr(_("Tapez dans Jours ou Total pour suivre vos propres paliers."), language),
        own_error=_error(settings, "steps", language),
        words=_button_words(language),
    )
    return page if made is None else _planned(page, made, assessment, language)


def _planned(page: scene.PlanPage, made: Made, assessment: Assessment, language: Language) -> scene.PlanPage:
    """The page with what is there only where there is a plan."""
    treatment, plan = assessment.treatment, made.plan
    review = tr(_("Réévaluer le {day}"), language, day=filters.day(plan.review, language))
    return replace(
        page,
        table=rising_table(plan, language),
        chart=doses.plan_chart(plan, assessment, language),
        facts=(review, *plan_words.supply(plan, treatment, language, made.relay)),
        relay=relay_table(made.relay, treatment, language) if made.relay is not None else None,
        taper=falling_table(plan.taper, language) if plan.taper else None,
        notes=notes(language),
        warnings=tuple(filters.spaced(w.in_(language), language) for w in made.warnings),
        text=plan_words.plan_text(treatment, plan, made.relay, made.warnings, language),
    )


def _refused(none: NoPlan, assessment: Assessment, language: Language) -> str:
    """Why there is no plan; what the boxes under it say is not said twice."""
    name = filters.told(assessment.treatment.name, language)
    if assessment.status is Status.CONTRAINDICATED:
        return tr(_("Pas de plan : {name} est contre-indiqué chez ce patient."), language, name=name)
    if none.missing:
        sentence = _("Pas encore de plan : des réponses qui manquent peuvent l’interdire ou changer la dose.")
        return tr(sentence, language)
    return filters.spaced(none.sentence.in_(language), language)


def actions(treatment: Treatment, language: Language) -> tuple[scene.PageAction, ...]:
    """The way to the plan from the page of a medicine that has doses."""
    if not treatment.schedules:
        return ()
    return (scene.PageAction(ACTION + treatment.id, "calendar", tr(_("Calendrier"), language), worded=True),)


def _alerts(guideline: Guideline, assessment: Assessment, language: Language) -> tuple[scene.Alert, ...]:
    """What stands in the way of any plan; none where it is only the wish."""
    stopped = assessment.missing or assessment.status is Status.CONTRAINDICATED
    return alerts.alerts(guideline, assessment, language) if stopped else ()


def notes(language: Language) -> tuple[str, ...]:
    """What the patient keeps in mind."""
    said = (
        _("Ne sautez pas de palier."),
        _("En cas de somnolence ou de chute, revenez à la dose précédente et appelez le cabinet."),
        _("N’arrêtez pas d’un coup de vous-même. Éruption, fièvre ou plaie de la bouche : appelez tout de suite."),
    )
    return tuple(tr(sentence, language) for sentence in said)


def _lead(made: Made | None, assessment: Assessment, language: Language) -> str:
    schedule = made.plan.schedule if made is not None else assessment.schedule
    if schedule is None:
        return ""
    title, most = filters.told(schedule.title, language), filters.number(schedule.max_mg, language)
    return tr(_("{title}, maximum {most} mg/j"), language, title=title, most=most)


# --- what is told


def _start_field(settings: PlanSettings, desk: Desk) -> scene.PlanField:
    language = desk.language
    day = settings.start or desk.today
    shown = f"{day.day:02}/{day.month:02}/{day.year:04}"
    hint = tr(_("jj/mm/aaaa"), language)
    return scene.PlanField(tr(_("Première prise"), language), shown, _error(settings, "start", language), hint)


def _error(settings: PlanSettings, place: str, language: Language) -> str:
    error = settings.error if settings.error_at == place else None
    return filters.spaced(error.in_(language), language) if error is not None else ""


def _choices(
    guideline: Guideline, assessment: Assessment, settings: PlanSettings, language: Language
) -> tuple[tuple[str, scene.PlanChoice], ...]:
    treatment = assessment.treatment
    try:
        schedules = schedules_for(guideline, treatment, assessment.facts)
    except NoPlan:
        schedules = ()
    schedule = next((s for s in schedules if s.id == settings.schedule), schedules[0] if schedules else None)
    found = [("schedule", _schedule_choice(schedules, schedule, language))]
    if schedule is not None:
        found += [
            ("pace", _pace_choice(schedule, settings, language)),
            ("target", _target_choice(treatment, schedule, settings, language)),
            ("leaving", _leaving_choice(guideline, treatment, settings, language)),
        ]
    return tuple(found)


def _schedule_choice(schedules: Sequence[Schedule], schedule: Schedule | None, language: Language) -> scene.PlanChoice:
    options = tuple(scene.Option(s.id, filters.told(s.title, language)) for s in schedules)
    label = tr(_("Schéma"), language)
    return scene.PlanChoice(label, options if len(options) > 1 else (), schedule.id if schedule is not None else "")


def _pace_choice(schedule: Schedule, settings: PlanSettings, language: Language) -> scene.PlanChoice:
    if not schedule.steps:
        return scene.PlanChoice(tr(_("Palier"), language))
    step = schedule.steps[0]
    ends = {Pace.SLOW: (step.add_mg.low, step.after_days.high), Pace.FAST: (step.add_mg.high, step.after_days.low)}
    varies = any(s.add_mg.low != s.add_mg.high or s.after_days.low != s.after_days.high for s in schedule.steps)
    options = tuple(
        scene.Option(
            pace.value,
            tr(_("+ {mg} mg / {days} jours"), language, mg=filters.number(mg, language), days=days),
        )
        for pace, (mg, days) in ends.items()
        if varies or pace is Pace.SLOW
    )
    return scene.PlanChoice(tr(_("Palier"), language), options, "" if settings.own else settings.pace.value)


def _target_choice(
    treatment: Treatment, schedule: Schedule, settings: PlanSettings, language: Language
) -> scene.PlanChoice:
    offered = targets(schedule, units_of(treatment), settings.pace)
    options = tuple(
        scene.Option(f"{mg.normalize():f}", tr(_("{mg} mg/j"), language, mg=filters.number(mg, language)))
        for mg in offered
    )
    selected = settings.target_mg if settings.target_mg is not None else offered[0]
    return scene.PlanChoice(tr(_("Cible"), language), options, "" if settings.own else f"{selected.normalize():f}")


def _leaving_choice(
    guideline: Guideline, treatment: Treatment, settings: PlanSettings, language: Language
) -> scene.PlanChoice:
    others = [t for t in guideline.treatments.values() if t.schedules and t.id != treatment.id]
    names = sorted((filters.told(t.name, language), t.id) for t in others)
    options = (scene.Option("none", tr(_("aucun"), language)), *(scene.Option(i, name) for name, i in names))
    return scene.PlanChoice(tr(_("Remplace"), language), options, settings.leaving or "none")


def _leaving_dose(settings: PlanSettings, language: Language) -> scene.PlanField:
    value = filters.number(settings.leaving_mg, language) if settings.leaving_mg is not None else ""
    label = tr(_("Sa dose (mg/j)"), language)
    return scene.PlanField(label, value, _error(settings, "leaving", language))


# --- the tables


def rising_table(plan: Plan, language: Language) -> scene.PlanTable:
    """The doses up to the review: weeks, days, takes, what to do."""
    reached = len(plan.steps) - 1
    rows = []
    for place, step in enumerate(plan.steps):
        do = _to_do(plan, place, language)
        week = _weeks(step, plan.steps[0].first, language)
        rows.append(_row(step, (week,), (do,), language, goal=place == reached))
    heads = (tr(_("Semaine"), language), *_heads(language), tr(_("Que faire"), language))
    return scene.PlanTable(tr(_("Montée"), language), heads, tuple(rows), days=3, dose=7)


def falling_table(steps: Sequence[PlanStep], language: Language) -> scene.PlanTable:
    """The doses down, should the treatment be stopped after the review."""
    title = tr(_("S’il faut arrêter : décroissance après le bilan"), language)
    return scene.PlanTable(title, _heads(language), tuple(_row(s, (), (), language) for s in steps))


def relay_table(relay: Crossing, treatment: Treatment, language: Language) -> scene.PlanTable:
    """Both columns of a relay, a row wherever one of them changes."""
    old, new = (filters.told(t.name, language) for t in (relay.leaving.treatment, treatment))
    rows = []
    for span in relay.spans:
        told = [plan_words.column(s, language) for s in (span.old, span.new)]
        days = [filters.day_month(day, language) for day in (span.first, span.last)]
        spoken = f"{days[0]} – {days[1]}, {old} {told[0]}, {new} {told[1]}"
        rows.append(scene.PlanRow((*days, str((span.last - span.first).days + 1), *told), spoken))
    mg = filters.number(relay.leaving.mg, language)
    title = tr(_("Relais : {old} ({mg} mg/j) → {new}"), language, old=old, mg=mg, new=new)
    return scene.PlanTable(title, (*_from_to(language), tr(_("Jours"), language), old, new), tuple(rows))


def _from_to(language: Language) -> tuple[str, str]:
    return tr(_("Du"), language), tr(_("Au"), language)


def _heads(language: Language) -> tuple[str, ...]:
    takes = (say(word, language) for word in INTAKE.values())
    middle = (t[:1].upper() + t[1:] for t in takes)
    return (*_from_to(language), tr(_("Jours"), language), *middle, tr(_("Total"), language))


def _row(
    step: PlanStep, before: tuple[str, ...], after: tuple[str, ...], language: Language, *, goal: bool = False
) -> scene.PlanRow:
    days = [filters.day_month(day, language) for day in (step.first, step.last)]
    takes = [f"{filters.number(mg, language)} mg" if mg else "—" for mg in step.takes.values()]
    length = str((step.last - step.first).days + 1)
    total = f"{filters.number(step.total_mg, language)} mg"
    if step.interval_days > 1:
        total = tr(
            _("{mg} mg, 1 j/{days}"), language, mg=filters.number(step.total_mg, language), days=step.interval_days
        )
    cells = tuple(filters.spaced(c, language) for c in (*before, *days, length, *takes, total, *after))
    spoken = f"{days[0]} – {days[1]}, {plan_words.mg(step, language)}, {plan_words.takes(step, language)}"
    return scene.PlanRow(cells, ". ".join((spoken, *after)), goal)


def _weeks(step: PlanStep, start: date, language: Language) -> str:
    letter = say(_("S"), language)
    first, last = ((day - start).days // 7 + 1 for day in (step.first, step.last))
    return f"{letter}{first}" if first == last else f"{letter}{first}–{last}"


def _to_do(plan: Plan, place: int, language: Language) -> str:
    """What this row asks for, and where to go back to."""
    back = plan.back_from(place)
    said = [tr(_("Début"), language)] if place == 0 else []
    if place == len(plan.steps) - 1:
        said = [tr(_("Jusqu’au bilan"), language)]
    if back is not None:
        said.append(tr(_("mal toléré : revenir à {mg}"), language, mg=plan_words.mg(back, language)))
    whole = tr(_("{first} ; {second}"), language, first=said[0], second=said[1]) if len(said) > 1 else said[0]
    whole = whole[:1].upper() + whole[1:]
    every = plan.steps[place].interval_days
    if every == 1:
        return whole
    return tr(_("Un jour sur {days}. {rest}"), language, days=every, rest=whole)


def _button_words(language: Language) -> scene.PlanWords:
    said = {
        "back": _("Fermer"),
        "reset": _("Revenir au schéma"),
        "add": _("Ajouter un palier"),
        "remove": _("Retirer le palier"),
        "copy": _("Copier le texte"),
        "copied": _("Texte copié"),
        "calendar": _("Agenda…"),
        "pdf": _("PDF…"),
        "print_": _("Imprimer…"),
        "pick": _("Choisir un jour"),
        "sources": _("Sources"),
    }
    return scene.PlanWords(**{name: tr(word, language) for name, word in said.items()})


def mean_of(plan: Plan, place: int, dose: Decimal) -> Decimal:
    """The mean mg a day of a row whose days with a dose have `dose` mg."""
    return dose / plan.steps[place].interval_days
