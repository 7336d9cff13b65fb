"""The plan as a document for paper: the calendar that the patient takes home, with nothing about the patient in it.

Knows the template plan.html.j2. Knows no Qt.
"""

from navigator.consultation.assessment import Assessment
from navigator.guideline.model import Guideline
from navigator.language import Language, _
from navigator.pages import doses, filters, plan_page, plan_words, scene
from navigator.pages.desk import Desk
from navigator.pages.documents import intended_use, stamp
from navigator.pages.environment import render
from navigator.pages.filters import tr


def document(guideline: Guideline, desk: Desk, assessment: Assessment, made: plan_page.Made) -> scene.Document:
    """The calendar, the chart, the prescriptions, the way down."""
    language, treatment, plan = desk.language, assessment.treatment, made.plan
    name = filters.told(treatment.name, language)
    title = tr(_("{name}, calendrier de prise"), language, name=name)
    most = filters.number(plan.schedule.max_mg, language)
    first = filters.day(plan.steps[0].first, language)
    chart = doses.plan_chart(plan, assessment, language)
    html = render(
        "plan.html.j2",
        language,
        title=title,
        name=name,
        lead=tr(_("Première prise : {day}. Maximum {most} mg/j."), language, day=first, most=most),
        table=plan_page.rising_table(plan, language),
        relay=plan_page.relay_table(made.relay, treatment, language) if made.relay is not None else None,
        taper=plan_page.falling_table(plan.taper, language) if plan.taper else None,
        review=tr(_("Réévaluer le {day}"), language, day=filters.day(plan.review, language)),
        keep=tr(_("À retenir"), language),
        care=tr(_("Pour le médecin et le pharmacien"), language),
        supply=list(plan_words.supply(plan, treatment, language, made.relay)),
        notes=plan_page.notes(language),
        warnings=_warnings(made, language),
    )
    return scene.Document(
        title=title,
        language=language,
        html=html,
        text=plan_words.plan_text(treatment, plan, made.relay, made.warnings, language),
        file_name=f"plan-{treatment.id}",
        stamp=stamp(guideline, desk.today, language),
        intended_use=intended_use(language),
        charts=(("titration", chart),),
        one_page=True,
    )


def _warnings(made: plan_page.Made, language: Language) -> list[str]:
    """What must be said with the plan, and how its chart is read where a dose is not taken every day."""
    said = [filters.spaced(w.in_(language), language) for w in made.warnings]
    if any(step.interval_days > 1 for step in made.plan.steps):
        said.append(tr(_("Le dessin montre la dose moyenne par jour."), language))
    return said
