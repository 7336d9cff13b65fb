"""The patient's leaflet: one sheet in plain words, for this patient's treatment and schedule.

Takes what the content says to a patient (advice, effects, driving, figures) and sorts it under a patient's questions.
Knows the plan and the model. Adds no medical fact; decides nothing: without a plan the dose is left blank.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from navigator.consultation.planning import NoPlan, planned
from navigator.consultation.titration import Plan, PlanStep
from navigator.guideline.conditions import Value
from navigator.guideline.model import Evidence, Guideline, Kind, Statement, Topic, Treatment
from navigator.language import Language, Sentence, Text, _
from navigator.pages import filters, scene
from navigator.pages.environment import render
from navigator.pages.filters import tr
from navigator.pages.plain_words import plain
from navigator.pages.plan_words import made_up

LARGE = 1.5  # of the text on the screen: 16 pt
_USUAL = 1.04
_WITH_CHANCES = 5  # a longer schedule leaves no room for them on one sheet
_PICTOGRAM = 2  # the level whose words are the same on every box
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=\S)")


_SAID = {
    "sub": _("Fiche pour le patient · {day}"),
    "treatment": _("Votre traitement"),
    "when": _("Quand"),
    "morning": _("Matin"),
    "noon": _("Midi"),
    "evening": _("Soir"),
    "a_day": _("Par jour"),
    "visit": _("Prochain rendez-vous : le ____________________ à ________"),
    "first": _("Première prise (jour 1) : le ____________________"),
    "chances": _("Vos chances"),
    "next_visit": _("Prochain rendez-vous"),
    "appointment": _("Le ____________________ à ________"),
}


@dataclass(frozen=True, slots=True)
class Dose:
    """A line of the schedule: which days, and what is taken when."""

    days: str
    takes: tuple[tuple[str, str], ...]  # the dose and the units that make it up
    total: str


@dataclass(frozen=True, slots=True)
class Section:
    """A question of the patient's and its answers."""

    id: str
    title: str
    lines: tuple[str, ...]


def leaflet(
    guideline: Guideline,
    treatment: Treatment,
    facts: Mapping[str, Value],
    today: date,
    language: Language,
    foot: tuple[str, str],
    *,
    large: bool = False,
) -> tuple[scene.Document, Sentence | None]:
    """The leaflet of `treatment`, and why its doses are left blank where no plan can be made for this patient.

    `foot`: the stamp and the intended use.
    """
    plan, because = _plan(guideline, treatment, facts, today)
    doses, sections = _doses(treatment, plan, language) if plan else (), _sections(treatment, plan, facts, language)
    chances = chances_of(treatment, language) if len(doses) <= _WITH_CHANCES or large else None
    name, day = filters.told(treatment.name, language), filters.day(today, language)
    html = render(
        "leaflet.html.j2",
        language,
        name=name,
        said={id: tr(words, language, day=day) for id, words in _SAID.items()},
        doses=doses,
        blank=not doses and bool(treatment.schedules),
        sections=sections,
        source=chances_source(guideline, treatment, language) if chances else "",
        next_visit=_next_visit(plan, language),
        large=large,
    )
    text = _text(name, doses, sections, language)
    made = _document(treatment, html, text, foot, language)
    charts = (("chances", chances),) if chances else ()
    return replace(made, charts=charts, scale=LARGE if large else _USUAL, one_page=not large), because


def _document(treatment: Treatment, html: str, text: str, foot: tuple[str, str], language: Language) -> scene.Document:
    title = tr(_("Fiche pour le patient : {name}"), language, name=filters.told(treatment.name, language))
    return scene.Document(title, language, html, text, tr(_("fiche-{id}"), language, id=treatment.id), *foot)


def has_leaflet(treatment: Treatment) -> bool:
    """Whether a patient can be given one: not for what is still in research, nor for two medicines at once."""
    return treatment.kind not in (Kind.RESEARCH, Kind.COMBINATION)


def _plan(
    guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], today: date
) -> tuple[Plan | None, Sentence | None]:
    if not treatment.schedules:
        return None, None
    try:
        return planned(guideline, treatment, facts, today)[0], None
    except NoPlan as refused:
        return None, refused.sentence


def _doses(treatment: Treatment, plan: Plan, language: Language) -> tuple[Dose, ...]:
    """The steps in days from the first take: the patient may begin on another day than today."""
    found = []
    first = plan.steps[0].first
    for step in plan.steps:
        low, high = (step.first - first).days + 1, (step.last - first).days + 1
        if len(plan.steps) == 1:
            days = tr(_("Chaque jour") if step.interval_days == 1 else _("Du jour 1 au contrôle"), language)
        elif step is plan.steps[-1]:
            days = tr(_("Ensuite, à partir du jour {low}"), language, low=low)
        else:
            days = tr(_("Jours {low} à {high}"), language, low=low, high=high)
        takes = tuple(_take(treatment, step, time, language) for time in step.takes)
        total = _mg(step.total_mg, language)
        if step.interval_days > 1:  # said first and last: taken every day it would be twice the dose
            every = tr(_("un jour sur {count}"), language, count=step.interval_days)
            days, total = f"{every[:1].upper()}{every[1:]}. {days}", f"{total} {every}"
        found.append(Dose(days, takes, total))
    return tuple(found)


def _take(treatment: Treatment, step: PlanStep, time: str, language: Language) -> tuple[str, str]:
    """« 600 mg » and « 2 × 300 »: the dose of a take and the units that make it up, where one alone does not."""
    dose = step.takes[time]
    return (_mg(dose, language), made_up(treatment, dose, language)) if dose else ("—", "")


def _mg(value: Decimal, language: Language) -> str:
    return f"{filters.number(value, language)}{filters.NO_BREAK}mg"


def _sections(
    treatment: Treatment, plan: Plan | None, facts: Mapping[str, Value], language: Language
) -> tuple[Section, ...]:
    told = _advice(treatment, facts, language)
    medicine = treatment.kind in (Kind.MEDICINE, Kind.TOPICAL)
    feel = [_plain(s, language) for s in _statements(treatment, "adverse_common")] + told[Topic.FEEL]
    titrated = treatment.kind is Kind.MEDICINE and bool(treatment.schedules)
    stopping = told[Topic.STOPPING]
    if titrated:
        keep = _("Ne l’arrêtez pas seul : la dose se baisse peu à peu. Un signe d’alerte ci-dessous passe avant.")
        stopping.append(tr(keep, language))
    call = told[Topic.CALL]
    if medicine:
        call.append(tr(_("Un effet vous gêne ou vous inquiète : appelez avant de changer la dose."), language))
    call.append(tr(_("Cabinet : ____________________   Urgence : 15 ou 112"), language))
    use = [*told[Topic.USE], *told[Topic.CONTRACEPTION]]
    found = (
        Section("why", tr(_("À quoi ça sert"), language), (*_why(treatment, plan, language), *told[Topic.EFFECT])),
        Section("use", tr(_("Pour bien le prendre") if medicine else _("À savoir"), language), tuple(use)),
        Section("feel", tr(_("Ce que vous pouvez ressentir"), language), tuple(feel)),
        Section("driving", tr(_("Conduite et alcool"), language), tuple(_driving(treatment, told, language))),
        Section("stopping", tr(_("Ne pas arrêter d’un coup"), language), tuple(stopping)),
        Section("call", tr(_("Quand appeler"), language), tuple(call)),
    )
    return tuple(s for s in found if s.lines)


def _why(treatment: Treatment, plan: Plan | None, language: Language) -> tuple[str, ...]:
    """The aim is that of the guide for every treatment (landmarks): a third less pain or a better daily life."""
    if treatment.kind is Kind.SUPPORT:
        return (tr(_("Ce soin vous aide à vivre mieux avec une douleur qui vient des nerfs."), language),)
    lines = [
        tr(_("Il sert à calmer une douleur qui vient des nerfs. Il n’en guérit pas la cause."), language),
        tr(_("Le but : un tiers de douleur en moins, ou une vie de tous les jours plus facile."), language),
    ]
    if plan is not None:
        weeks = filters.number(plan.schedule.judge_after_weeks, language)
        when = _("L’effet n’est pas immédiat : on en juge après {weeks} semaines à la dose prévue.")
        lines.append(tr(when, language, weeks=weeks))
    return tuple(lines)


def _driving(treatment: Treatment, told: Mapping[Topic, list[str]], language: Language) -> Iterator[str]:
    """The words of the box, then what the content says of this medicine, else what it says of all of that level."""
    driving = treatment.driving
    if driving is not None and driving.applicable and driving.level == _PICTOGRAM:
        yield tr(_("Ne conduisez pas sans l’avis d’un professionnel de santé."), language)
        if not told[Topic.DRIVING]:
            yield tr(_("Ne conduisez ni au début, ni quand la dose change."), language)
    elif driving is not None and driving.applicable:
        yield _plain(driving.statement, language)
    yield from told[Topic.DRIVING]
    yield from told[Topic.ALCOHOL]
    if driving is not None and driving.level and not told[Topic.ALCOHOL]:
        # What the page of patient education says of every medicine.
        yield tr(_("Prudence avec l’alcool et avec ce qui endort."), language)


def _advice(treatment: Treatment, facts: Mapping[str, Value], language: Language) -> dict[Topic, list[str]]:
    """The sentences to say to the patient, each under its topic; of contraception only to whom it may concern."""
    found: dict[Topic, list[str]] = {topic: [] for topic in Topic}
    for statement in _statements(treatment, "advice"):
        if statement.topic is None or (statement.topic is Topic.CONTRACEPTION and facts.get("childbearing") is False):
            continue
        for sentence in _sentences(statement.text):
            text = plain(filters.spaced(filters.bare(sentence.in_(language)), language), language)
            found[statement.topic].append(_ended(text))
    return found


def _sentences(text: Text) -> list[Text]:
    """The sentences of a statement; whole where the languages divide it differently."""
    french, english = (_SENTENCE_END.split(t.strip("«»“” \u00a0\u202f")) for t in (text.fr, text.en))
    if len(french) != len(english):
        return [text]
    return [Text(f, e) for f, e in zip(french, english, strict=True)]


def _statements(treatment: Treatment, section: str) -> tuple[Statement, ...]:
    found = treatment.sections.get(section)
    return found.statements if found is not None else ()


def _plain(statement: Statement, language: Language) -> str:
    return plain(filters.told(statement.text, language), language)


def _ended(text: str) -> str:
    """A sentence cut out of a longer one ends like a sentence."""
    text = text.rstrip(" ;\u00a0\u202f")
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _next_visit(plan: Plan | None, language: Language) -> str:
    if plan is None:
        return ""
    days = (plan.review - plan.steps[0].first).days + 1
    return tr(_("au plus tard le jour {days}"), language, days=days)


def chances_of(treatment: Treatment, language: Language) -> scene.ChanceArray | None:
    """How many of a hundred have the effect because of the treatment, and how many stop because of it; sourced."""
    found = _figures(treatment)
    if "nnt" not in found:
        return None
    words = {
        "nnt": _("{count} sur 100 ont moitié moins mal grâce à lui."),
        "nnh": _("{count} sur 100 l’arrêtent à cause de ses effets."),
    }
    groups = []
    for measure, figure in found.items():
        count = int((100 / figure.value).quantize(Decimal(1), ROUND_HALF_UP))
        groups.append(scene.ChanceGroup(count, tr(words[measure], language, count=count), measure == "nnt"))
    return scene.ChanceArray(tuple(groups), " ".join(g.words for g in groups))


def _figures(treatment: Treatment) -> dict[str, Evidence]:
    """The first figure of each measure that the leaflet counts, all of the source that the treatment's page charts."""
    found: dict[str, Evidence] = {}
    for figure in treatment.evidence:
        if figure.leaflet and figure.citation.source == treatment.evidence[0].citation.source:
            found.setdefault(figure.measure, figure)
    return {m: found[m] for m in ("nnt", "nnh") if m in found}


def chances_source(guideline: Guideline, treatment: Treatment, language: Language) -> str:
    """Where the chances come from, for which medicines, and what they were compared with."""
    figures = _figures(treatment)
    first = figures["nnt"]
    source = filters.told(guideline.sources[first.citation.source].short, language)
    listed = ", ".join(
        f"{measure.upper()}{filters.NO_BREAK}{filters.number(figure.value, language)}"
        for measure, figure in figures.items()
    )
    whom = filters.told(first.label or treatment.name, language)
    said = _("{whom}, études contre un faux médicament. {source} : {figures}.")
    return tr(said, language, whom=whom, source=source, figures=listed)


def _text(name: str, doses: tuple[Dose, ...], sections: tuple[Section, ...], language: Language) -> str:
    """The leaflet as plain text."""
    lines = [name, ""]
    if doses:
        lines.append(tr(_SAID["treatment"], language))
        lines += [f"– {d.days} : {' / '.join(dose for dose, _units in d.takes)} = {d.total}" for d in doses]
        lines.append("")
    for section in sections:
        lines += [section.title, *(f"– {line}" for line in section.lines), ""]
    return "\n".join(lines).strip() + "\n"
