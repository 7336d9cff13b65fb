"""The referral letter to the pain centre, as plain text that the doctor edits: what is known here, and blanks.

Knows the walk, the facts and the assessments, and how each is told. Knows no name, and keeps nothing.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from navigator.consultation import walk as walking
from navigator.consultation.assessment import Status, assess
from navigator.consultation.findings import flag_of, flags_asked, flags_present, scored
from navigator.consultation.placement import facts_at
from navigator.consultation.walk import Draft, Moment, Position, Trial
from navigator.guideline.conditions import Value
from navigator.guideline.model import Factor, FactorKind, Guideline, Kind, Node, Outcome
from navigator.language import Language, _
from navigator.pages import cards, filters
from navigator.pages.filters import tr

_REASON = {
    "side-effect": _("effet indésirable"),
    "rash": _("éruption"),
    "other": _("autre raison"),
}
_EFFECT = {
    Outcome.RELIEF_50: _("soulagement d’au moins 50 %"),
    Outcome.RELIEF_30: _("soulagement de 30 à 49 %"),
    Outcome.NO_RELIEF: _("soulagement de moins de 30 %"),
    Outcome.NOT_TOLERATED: _("mal toléré"),
}
_MEASURES = ("weight", "creatinine", "crcl", "sodium")


def letter_text(
    guideline: Guideline, moment: Moment, facts: Mapping[str, Value], today: date, language: Language
) -> str:
    """The whole letter; what is not known is left out, what a name would be is a blank."""
    position = walking.replay(guideline, moment)
    paragraphs = (
        tr(_("Docteur ____________________\n{day}"), language, day=filters.day(today, language)),
        tr(_("Patient : ____________________   né(e) le ____________________"), language),
        tr(_("Chère consœur, cher confrère,"), language),
        _opening(guideline, position, facts, language),
        tr(_("Douleur depuis __________, intensité ____ sur 10, cause : __________"), language),
        _examined(guideline, moment, position, language),
        _trials(guideline, position, language),
        _present(guideline, moment, position, language),
        background(guideline, facts, language),
        _barred(guideline, moment, position, language),
        tr(
            _("Ma question : ____________________\nAttente du patient : ____________________"),
            language,
        ),
        tr(_("Avec mes remerciements,\nDocteur ____________________"), language),
    )
    return "\n\n".join(p for p in paragraphs if p) + "\n"


def _opening(guideline: Guideline, position: Position, facts: Mapping[str, Value], language: Language) -> str:
    pain = guideline.pain_types.get(position.pain_type)
    if pain is None:
        what = tr(_("une douleur neuropathique chronique"), language)
    else:
        title = filters.told(pain.title, language)
        what = tr(_("une douleur neuropathique chronique ({type})"), language, type=filters.inside(title))
    whom = who(facts, language)
    return tr(_("Je vous adresse {who} pour {what}."), language, who=whom, what=what)


def who(facts: Mapping[str, Value], language: Language) -> str:
    """`une femme de 72 ans`, as far as it is known."""
    named = {"female": _("une femme"), "male": _("un homme")}
    told = tr(named.get(str(facts.get("sex")), _("un patient")), language)
    age = facts.get("age")
    if isinstance(age, Decimal):
        told = tr(_("{who} de {age} ans"), language, who=told, age=filters.number(age, language))
    return told


def _examined(guideline: Guideline, moment: Moment, position: Position, language: Language) -> str:
    """The scores and the red flags, where they were looked for."""
    lines = []
    for score in guideline.scores.values():
        found = scored(guideline, moment, score.id)
        if not found.points and found.positive is None:
            continue
        verdict = _("incomplet") if found.positive is None else _("positif") if found.positive else _("négatif")
        said = tr(
            _("{score} : {points} sur {most}, {verdict}."),
            language,
            score=score.id.upper(),
            points=found.points,
            most=found.out_of,
            verdict=tr(verdict, language),
        )
        lines.append(said)
    asked = flags_asked(guideline, moment, position.pain_type)
    present = flags_present(guideline, moment)
    if present:
        told = " ; ".join(filters.told(f.finding, language) for f in present)
        lines.append(tr(_("Signes d’alerte : {told}."), language, told=told))
    elif asked and all(flag_of(moment, flag) is False for flag in asked):
        lines.append(tr(_("Aucun signe d’alerte à la recherche systématique."), language))
    return "\n".join(lines)


def _trials(guideline: Guideline, position: Position, language: Language) -> str:
    lines = [f"– {trial_line(guideline, trial, language)}" for _index, trial in position.trials]
    if not lines:
        return ""
    return "\n".join([tr(_("Traitements essayés :"), language), *lines])


def trial_line(guideline: Guideline, trial: Trial, language: Language) -> str:
    """`Prégabaline, 300 mg/j, 6 semaines : soulagement de moins de 30 %`."""
    effect = tr(_EFFECT[trial.outcome], language) if trial.outcome in _EFFECT else ""
    if trial.reason:
        effect = f"{effect} ({tr(_REASON[trial.reason], language)})"
    return tr(_("{what} : {effect}"), language, what=draft_line(guideline, trial, language), effect=effect)


def draft_line(guideline: Guideline, trial: Trial | Draft, language: Language) -> str:
    """`Prégabaline, 300 mg/j, 6 semaines`: how much was taken and for how long, as far as it is known."""
    parts = [filters.told(guideline.treatments[trial.treatment].name, language)]
    if trial.dose_mg is not None:
        parts.append(tr(_("{mg} mg/j"), language, mg=filters.number(trial.dose_mg, language)))
    if trial.weeks is not None:
        parts.append(tr(_("{weeks} semaines"), language, weeks=filters.number(trial.weeks, language)))
    return ", ".join(parts)


def _present(guideline: Guideline, moment: Moment, position: Position, language: Language) -> str:
    """What the patient goes on with, with the dose where the last trial or the one under way tells it."""
    if not position.present:
        return tr(_("Traitement actuel : ____________________"), language)
    name = filters.told(guideline.treatments[position.present].name, language)
    draft = moment.walk.draft
    doses = [t.dose_mg for _index, t in position.trials if t.treatment == position.present]
    dose = draft.dose_mg if draft is not None and draft.treatment == position.present else doses[-1] if doses else None
    if dose is not None:
        name += tr(_(", {mg} mg/j"), language, mg=filters.number(dose, language))
    return tr(_("Traitement actuel : {what}"), language, what=name)


def background(guideline: Guideline, facts: Mapping[str, Value], language: Language) -> str:
    """What was answered of the patient and is not the rule: figures, then every yes and every degree."""
    told = [_fact(guideline, factor, facts.get(factor.id), language) for factor in guideline.factors.values()]
    what = ", ".join(t for t in told if t)
    return tr(_("Terrain : {what}."), language, what=what) if what else ""


def _fact(guideline: Guideline, factor: Factor, value: Value | None, language: Language) -> str:
    """One answer as the letter tells it; empty where it is not worth a word there."""
    name = cards.factor_names(guideline, language)[factor.id]
    if isinstance(value, Decimal) and factor.id in _MEASURES:
        figure = filters.number(Decimal(round(value)) if factor.id == "crcl" else value, language)
        unit = filters.told(factor.unit, language) if factor.unit else ""
        return filters.spaced(f"{name} {figure} {unit}".strip(), language)
    if value is True and factor.kind in (FactorKind.YES_NO, FactorKind.TAKING):
        return name
    if factor.kind is FactorKind.CHOICE and factor.none and value != factor.none:
        label = next((filters.told(c.label, language) for c in factor.choices if c.id == value), "")
        return tr(_("{what} : {effect}"), language, what=name, effect=label.lower()) if label else ""
    return ""


def _barred(guideline: Guideline, moment: Moment, position: Position, language: Language) -> str:
    """The medicines that do not suit this patient, each with its first reason."""
    node: Node = guideline.nodes[position.here]
    lines = []
    for treatment in guideline.treatments.values():
        if treatment.kind not in (Kind.MEDICINE, Kind.TOPICAL):
            continue
        if position.pain_type and all(p.pain_type != position.pain_type for p in treatment.placements):
            continue
        facts = facts_at(guideline, node, moment.patient, position.facts_more, position.present)
        found = assess(guideline, treatment, facts, position.present)
        if found.status is Status.CONTRAINDICATED:
            because = filters.inside(filters.told(found.reasons[0].because, language))
            name = filters.told(treatment.name, language)
            lines.append("– " + tr(_("{name} : {because}"), language, name=name, because=because))
    return "\n".join([tr(_("Contre-indications relevées :"), language), *lines]) if lines else ""
