"""The option cards of a stage: status, dose, reasons, lines and the one thing to ask.

Knows how an assessment is told. Decides nothing: the assessment did.
"""

from collections.abc import Mapping
from decimal import Decimal

from navigator.consultation.assessment import Assessment, Reason
from navigator.consultation.counsel import shortfall
from navigator.consultation.patient import Facts
from navigator.consultation.placement import Option, stage_of_line
from navigator.consultation.walk import Trial
from navigator.guideline.model import FactorKind, Guideline, Kind, Line, Severity, Standing, Treatment
from navigator.language import Language, _, say
from navigator.pages import doses, early, filters, scene, words
from navigator.pages.desk import Desk
from navigator.pages.filters import tr
from navigator.pages.panel import field_of


def factor_names(guideline: Guideline, language: Language) -> dict[str, str]:
    """The names of the factors as they stand inside a sentence."""
    return {f.id: inside(filters.told(f.short or f.label, language)) for f in guideline.factors.values()}


def inside(label: str) -> str:
    """`label` as it stands inside a sentence; an acronym keeps its capitals."""
    keeps = len(label) > 1 and label[1].isupper()
    return label if keeps else label[:1].lower() + label[1:]


def reason_line(guideline: Guideline, reason: Reason, language: Language) -> scene.Reason:
    """One reason as shown."""
    standing = say(words.STANDING[reason.standing], language)
    if reason.severity is Severity.CONTRAINDICATED and reason.standing is Standing.LITERATURE:
        standing = say(_("à relire dans le RCP en vigueur"), language)
    return scene.Reason(
        rule=reason.rule,
        mark=words.SEVERITY[reason.severity],
        text=filters.told(reason.because, language),
        instead=filters.told(reason.instead, language) if reason.instead else "",
        sources=words.sources(guideline, reason.citations, language),
        standing=filters.spaced(standing, language),
    )


def line_tags(
    guideline: Guideline, treatment: Treatment, pain_type: str, stage: str, language: Language
) -> tuple[scene.LineTag, ...]:
    """The line that each reading gives this treatment for this type of pain; silence is said too."""
    given = {p.source: p.line for p in treatment.placements if p.pain_type == pain_type}
    tags = []
    for source in (s for s in guideline.sources.values() if s.reading):
        line = given.get(source.id, Line.NOT_ADDRESSED)
        silent = line is Line.NOT_ADDRESSED
        state = "silent" if silent else "same" if stage_of_line(guideline, line) == stage else "differs"
        short = filters.told(source.short, language)
        spoken = tr("{source} : {line}", language, source=short, line=say(words.LINE[line], language))
        tags.append(
            scene.LineTag(short, say(words.TAG[line], language), state, spoken, say(words.LINE[line], language))
        )
    relevant = tuple(t for t in tags if t.state != "silent")
    return relevant or tuple(tags)


def disagreement(tags: tuple[scene.LineTag, ...], language: Language) -> str:
    """`Écart : SFETD 2020 (deuxième ligne)` where sources place it elsewhere; empty when they agree."""
    others = [f"{t.source} ({t.line})" for t in tags if t.state == "differs"]
    if not others:
        return ""
    return tr(_("Écart : {others}"), language, others=tr(" ; ", language).join(others))


def summary_of(assessment: Assessment, language: Language) -> str:
    """What a card says where no rule speaks; empty while something is missing, which is said instead.

    Who prescribes a medicine with a schedule knows it; any other treatment says what it is and who gives it.
    """
    treatment = assessment.treatment
    if assessment.missing:
        return ""
    if treatment.kind is Kind.COMBINATION or (treatment.kind is Kind.MEDICINE and treatment.schedules):
        return tr(_("Aucune contre-indication retrouvée avec les données saisies."), language)
    return filters.told(treatment.summary.text, language)


def _missing_words(assessment: Assessment, names: Mapping[str, str], language: Language) -> str:
    shown = [names.get(f, f) for f in assessment.missing[:3]]
    rest = len(assessment.missing) - len(shown)
    text = filters.listed(shown, language) if not rest else ", ".join(shown)
    if rest:
        return tr(_("À préciser : {what} et {rest} autres."), language, what=text, rest=rest)
    return tr(_("À préciser : {what}."), language, what=text)


def card(
    guideline: Guideline,
    desk: Desk,
    facts: Facts,
    option: Option,
    stage: str,
    pain_type: str,
    trials: tuple[Trial, ...],
) -> scene.OptionCard:
    """One option of a stage as a card."""
    language, assessment = desk.language, option.assessment
    treatment = assessment.treatment
    names = factor_names(guideline, language)
    crcl = facts.values.get("crcl")
    clearance = crcl if isinstance(crcl, Decimal) else None
    reasons = reasons_of(guideline, assessment, names, language)
    tags = line_tags(guideline, treatment, pain_type, stage, language)
    status = words.status(assessment.status, language)
    dose = doses.dose_line(assessment, clearance, names, language)
    first = reasons[0].text if reasons else summary_of(assessment, language)
    blocked = assessment.status in ("contraindicated", "avoid")
    return scene.OptionCard(
        treatment=treatment.id,
        name=filters.told(treatment.name, language),
        class_name=class_name(guideline, treatment, language),
        status=status,
        reasons=reasons,
        lines=tags,
        open_label=tr(_("Voir le détail") if blocked else _("Choisir"), language),
        spoken=_spoken(treatment, status.word, dose, first, language),
        dose=dose,
        summary=summary_of(assessment, language),
        more=_more(len(reasons), language),
        ask=_ask(guideline, desk, facts, assessment),
        disagreement=disagreement(tags, language),
        origin=_origin(guideline, option, treatment, pain_type, language),
        history=history(guideline, treatment, trials, facts, language),
        current=_is_current(guideline, desk, assessment),
    )


def _is_current(guideline: Guideline, desk: Desk, assessment: Assessment) -> bool:
    """Whether its trial is under way, and is to go on."""
    draft = desk.moment.walk.draft
    if draft is None or draft.treatment != assessment.treatment.id:
        return False
    return not early.is_uncounted(guideline, assessment, draft)


def class_name(guideline: Guideline, treatment: Treatment, language: Language) -> str:
    """The name of the treatment's class; a combination names what it joins."""
    if treatment.kind is Kind.COMBINATION:
        parts = [guideline.classes[guideline.treatments[m].drug_class].name for m in treatment.members]
        return " + ".join(filters.told(p, language) for p in parts)
    return filters.told(guideline.classes[treatment.drug_class].name, language)


def reasons_of(
    guideline: Guideline, assessment: Assessment, names: Mapping[str, str], language: Language
) -> tuple[scene.Reason, ...]:
    """What fired, heaviest first; where information is missing, what to settle stands before cautions."""
    fired = [reason_line(guideline, r, language) for r in assessment.reasons]
    if not assessment.missing:
        return tuple(fired)
    ask = scene.Reason("missing", scene.Mark.MISSING, _missing_words(assessment, names, language))
    heavy = [r for r in fired if r.mark in (scene.Mark.CONTRAINDICATED, scene.Mark.AVOID)]
    light = [r for r in fired if r not in heavy]
    return (*heavy, ask, *light)


def _more(count: int, language: Language) -> str:
    if count < 2:
        return ""
    if count == 2:
        return tr(_("et 1 autre"), language)
    return tr(_("et {rest} autres"), language, rest=count - 1)


def _ask(guideline: Guideline, desk: Desk, facts: Facts, assessment: Assessment) -> scene.Field | None:
    if assessment.status != "missing" or not assessment.missing:
        return None
    factor = guideline.factors.get(assessment.missing[0])
    if factor is None or factor.kind in (FactorKind.NUMBER, FactorKind.CHOICE):
        return None
    return field_of(guideline, factor, desk, facts, assessment.missing)


def _spoken(treatment: Treatment, status: str, dose: scene.DoseLine | None, why: str, language: Language) -> str:
    parts = [filters.told(treatment.name, language), status]
    if dose is not None:
        parts.append(dose.needs or f"{dose.start}, {dose.target}")
    return ". ".join(p for p in (*parts, why.rstrip(".")) if p)


def _origin(guideline: Guideline, option: Option, treatment: Treatment, pain_type: str, language: Language) -> str:
    article = any(
        p.pain_type == pain_type and p.source == "source-article" and p.line is not Line.NOT_ADDRESSED
        for p in treatment.placements
    )
    placed = filters.told(guideline.sources[option.placed.source].short, language)
    if not article:
        return tr(_("Absent de l’article source ; placé par {source}."), language, source=placed)
    if not option.placed.by_reading:
        return tr(_("La recommandation suivie n’en parle pas ; placé par {source}."), language, source=placed)
    return ""


def history(
    guideline: Guideline, treatment: Treatment, trials: tuple[Trial, ...], facts: Facts, language: Language
) -> str:
    """`Essai : 300 mg/j, 2 sem., < 30 % (trop court)` for each trial of this treatment; empty when there was none."""
    told = []
    for trial in (t for t in trials if t.treatment == treatment.id):
        said = trial_words(trial, language)
        lacks = shortfall(guideline, treatment, facts.values, trial.dose_mg, trial.weeks)
        told.append(f"{said} ({lacks.in_(language)})" if lacks else said)
    if not told:
        return ""
    return tr(_("Essai : {trials}"), language, trials=tr(" ; ", language).join(told))


def trial_words(trial: Trial, language: Language) -> str:
    """`300 mg/j, 2 sem., < 30 %`."""
    parts = []
    if trial.dose_mg is not None:
        parts.append(tr(_("{mg} mg/j"), language, mg=filters.number(trial.dose_mg, language)))
    if trial.weeks is not None:
        parts.append(tr(_("{weeks} sem."), language, weeks=filters.number(trial.weeks, language)))
    outcome = say(words.OUTCOME[trial.outcome], language)
    parts.append(filters.spaced(outcome, language))
    return ", ".join(parts)
