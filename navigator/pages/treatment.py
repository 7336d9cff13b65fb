"""The page of one treatment for this patient: figures, alerts, charts and the full text.

Knows how an assessment is told. Decides nothing.
"""

from navigator.consultation.assessment import Assessment
from navigator.consultation.patient import Facts
from navigator.consultation.placement import stage_of
from navigator.guideline.model import Evidence, FactorKind, Guideline, Node, Severity, Treatment
from navigator.language import Language, _
from navigator.pages import alerts, cards, document_page, doses, filters, plan_page, scene, words
from navigator.pages.article import Article
from navigator.pages.desk import Desk
from navigator.pages.filters import tr


def treatment_page(
    guideline: Guideline, desk: Desk, facts: Facts, assessment: Assessment, node: Node, can_start: bool
) -> scene.TreatmentPage:
    """`assessment`'s treatment as shown from `node`, the stage that the consultation stands at or previews."""
    language, treatment = desk.language, assessment.treatment
    clearance = doses.clearance(facts)
    warnings = alerts.alerts(guideline, assessment, language)
    names = cards.factor_names(guideline, language)
    html, tabs, shelves = Article(guideline, desk, assessment, node.pain_type).html()
    lines = _lines(guideline, desk, treatment, node)
    name = filters.told(treatment.name, language)
    return scene.TreatmentPage(
        treatment=treatment.id,
        crumbs=(filters.told(node.title, language),) if node.stage else (),
        name=name,
        class_name=cards.class_name(guideline, treatment, language),
        status=_status(assessment, language),
        alerts=warnings,
        more_alerts=alerts.more_words(warnings, language),
        checked=_checked(guideline, desk, facts, treatment, language),
        figures=doses.figures(assessment, clearance, language),
        figures_needs=doses.needs_words(assessment, names, language),
        lines=lines,
        lines_label=tr(_("Rang"), language),
        disagreement=cards.disagreement(lines, language),
        chart=doses.chart(assessment, clearance, language),
        evidence=evidence_chart(guideline, treatment, language),
        tabs=(scene.Tab("top", tr(_("Essentiel"), language)), *tabs),
        html=html,
        spoken=tr(_("Texte complet : {name}"), language, name=name),
        start_label=tr(_("Débuter l’essai"), language) if can_start else "",
        back_label=tr(_("Retour à l’étape"), language) if node.stage else tr(_("Retour"), language),
        shelves=shelves,
        fewer_alerts=tr(_("Réduire"), language),
        sources_label=tr(_("Sources"), language),
        actions=(*plan_page.actions(treatment, language), *document_page.actions(guideline, treatment.id, language)),
    )


def _lines(guideline: Guideline, desk: Desk, treatment: Treatment, node: Node) -> tuple[scene.LineTag, ...]:
    """Its line in each source; what differs is measured against where the reading followed has it, not the page."""
    if not node.pain_type:
        return ()
    stage = stage_of(guideline, treatment, node.pain_type, desk.moment.reading) or ""
    return cards.line_tags(guideline, treatment, node.pain_type, stage, desk.language)


def _status(assessment: Assessment, language: Language) -> scene.Status:
    """The chip; it says where the dose of this patient is not the usual one."""
    plain, change = words.status(assessment.status, language), doses.change_words(assessment, language)
    if not change or plain.mark in (scene.Mark.AVOID, scene.Mark.CONTRAINDICATED):
        return plain
    return scene.Status(plain.mark, f"{plain.word}, {change}")


def _checked(guideline: Guideline, desk: Desk, facts: Facts, treatment: Treatment, language: Language) -> str:
    """What the patient does have, that this treatment's rules look at, and that none of them holds against it."""
    used: set[str] = set()
    firing: set[str] = set()
    for rule in treatment.rules:
        if rule.severity is Severity.PREFER:
            continue
        used |= rule.when.facts_used
        if rule.when.holds(facts.values) is True:
            firing |= rule.when.facts_used
    names = cards.factor_names(guideline, language)
    clear = [
        names[f]
        for f in guideline.factors
        if f in used - firing
        and guideline.factors[f].kind is not FactorKind.NUMBER
        and desk.moment.patient.answers.get(f) is True
    ]
    if not clear:
        return ""
    return tr(_("Vérifié sans incidence : {what}"), language, what=", ".join(clear))


def evidence_chart(guideline: Guideline, treatment: Treatment, language: Language) -> scene.EvidenceChart | None:
    """NNT and NNH of every treatment that the same source measures, this one highlighted; None without figures."""
    if not treatment.evidence:
        return None
    source = treatment.evidence[0].citation.source
    rows: dict[str, scene.EvidenceRow] = {}
    for other in guideline.treatments.values():
        figures = [e for e in other.evidence if e.citation.source == source]
        if not figures:
            continue
        here = other.id == treatment.id
        label = figures[0].label
        name = filters.told(label or other.name, language)
        if name in rows and not here:
            continue
        rows[name] = scene.EvidenceRow(
            name, _interval(figures, "nnt", language), _interval(figures, "nnh", language), here
        )
    ordered = tuple(sorted(rows.values(), key=lambda r: r.nnt.value if r.nnt else 1e9))
    first = treatment.evidence[0]
    caption = "{population}. {source}. {hint}"
    spoken = "; ".join(_row_words(r, language) for r in ordered)
    return scene.EvidenceChart(
        title=tr(_("Efficacité et tolérance comparées"), language),
        nnt_title="NNT",
        nnt_hint=tr(_("plus bas = plus efficace"), language),
        nnh_title="NNH",
        nnh_hint=tr(_("plus haut = mieux toléré"), language),
        none_label=tr(_("non estimable"), language),
        rows=ordered,
        caption=caption.format(
            population=filters.told(first.population, language),
            source=filters.told(guideline.sources[source].title, language),
            hint=tr(_("Barres : intervalle de confiance à 95 %."), language),
        ),
        spoken=spoken,
    )


def _interval(figures: list[Evidence], measure: str, language: Language) -> scene.Interval | None:
    found = next((e for e in figures if e.measure == measure), None)
    if found is None:
        return None
    low = float(found.low) if found.low is not None else None
    high = float(found.high) if found.high is not None else None
    return scene.Interval(float(found.value), low, high, filters.number(found.value, language))


def _row_words(row: scene.EvidenceRow, language: Language) -> str:
    nnt = row.nnt.label if row.nnt else "—"
    nnh = row.nnh.label if row.nnh else "—"
    return tr("{name} : NNT {nnt}, NNH {nnh}", language, name=row.name, nnt=nnt, nnh=nnh)
