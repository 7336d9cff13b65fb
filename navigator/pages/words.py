"""The fixed words of the pages: statuses, lines, outcomes, standings, each said one way everywhere.

Knows the vocabulary of the model. Knows no patient.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from navigator.consultation.assessment import Status
from navigator.guideline.model import Citation, Guideline, Line, Node, Outcome, Severity, Standing, Statement
from navigator.language import Language, _, say
from navigator.pages import filters, scene

STATUS: Mapping[Status, str] = {
    Status.SUITABLE: _("Adapté"),
    Status.CAUTION: _("Prudence"),
    Status.MISSING: _("Information manquante"),
    Status.AVOID: _("Déconseillé"),
    Status.CONTRAINDICATED: _("Contre-indiqué"),
}
SEVERITY: Mapping[Severity, scene.Mark] = {
    Severity.CONTRAINDICATED: scene.Mark.CONTRAINDICATED,
    Severity.AVOID: scene.Mark.AVOID,
    Severity.CAUTION: scene.Mark.CAUTION,
    Severity.PREFER: scene.Mark.SUITABLE,
}
LINE: Mapping[Line, str] = {
    Line.FIRST: _("première ligne"),
    Line.SECOND: _("deuxième ligne"),
    Line.THIRD: _("troisième ligne"),
    Line.COMBINATION: _("association"),
    Line.INTERVENTIONAL: _("recours interventionnel"),
    Line.EMERGING: _("approche émergente"),
    Line.SPECIALIST: _("réservé au spécialiste"),
    Line.AGAINST: _("recommandation contre"),
    Line.NOT_ADDRESSED: _("non abordé"),
}
TAG: Mapping[Line, str] = {
    Line.FIRST: _("1re"),
    Line.SECOND: _("2e"),
    Line.THIRD: _("3e"),
    Line.COMBINATION: _("assoc."),
    Line.INTERVENTIONAL: _("recours"),
    Line.EMERGING: _("émerg."),
    Line.SPECIALIST: _("spéc."),
    Line.AGAINST: _("contre"),
    Line.NOT_ADDRESSED: "—",
}
OUTCOME: Mapping[Outcome, str] = {
    Outcome.RELIEF_50: _("≥ 50 %"),
    Outcome.RELIEF_30: _("30–49 %"),
    Outcome.NO_RELIEF: _("< 30 %"),
    Outcome.NOT_TOLERATED: _("Mal toléré"),
}
STANDING: Mapping[Standing, str] = {
    Standing.READ: "",
    Standing.LITERATURE: _("littérature non relue"),
    Standing.ARTICLE: _("article source, non vérifié"),
    Standing.UNSURE: _("incertain, à vérifier"),
}
INTAKE: Mapping[str, str] = {"morning": _("matin"), "noon": _("midi"), "evening": _("soir")}
_BEST = (Standing.READ, Standing.LITERATURE, Standing.ARTICLE, Standing.UNSURE)


def status(value: Status, language: Language) -> scene.Status:
    """The chip of a status."""
    return scene.Status(scene.Mark(value.value), say(STATUS[value], language))


def standing_of(guideline: Guideline, statement: Statement) -> Standing:
    """How far a statement was verified: as marked, else the best standing among its sources."""
    if statement.standing is not None:
        return statement.standing
    cited = {guideline.sources[c.source].standing for c in statement.citations}
    return next((s for s in _BEST if s in cited), Standing.UNSURE)


def overdue(review_by: date | None, today: date, language: Language) -> str:
    """`à revoir depuis le 23 novembre 2027` once the day has passed by which it was to be reviewed; else empty."""
    if review_by is None or today <= review_by:
        return ""
    return filters.spaced(
        say(_("à revoir depuis le {day}"), language).format(day=filters.day(review_by, language)), language
    )


def standing_words(guideline: Guideline, statement: Statement, today: date, language: Language) -> str:
    """How far a statement was verified and whether its review is due; empty for one that was read and is current."""
    standing = filters.spaced(say(STANDING[standing_of(guideline, statement)], language), language)
    return " · ".join(part for part in (standing, overdue(statement.review_by, today, language)) if part)


def sources(guideline: Guideline, citations: Iterable[Citation], language: Language) -> str:
    """The short names of the sources, with their place in them: « NICE CG173 § 1.1 ; EAN 2019 »."""
    names = [
        filters.told(guideline.sources[c.source].short, language) + (f" § {c.locator}" if c.locator else "")
        for c in citations
    ]
    return filters.spaced(" ; " if language is Language.FR else "; ", language).join(dict.fromkeys(names))


def statement_line(guideline: Guideline, statement: Statement, today: date, language: Language) -> scene.StatementLine:
    """A statement as shown, with its sources and its standing."""
    return scene.StatementLine(
        text=filters.told(statement.text, language),
        sources=sources(guideline, statement.citations, language),
        standing=standing_words(guideline, statement, today, language),
    )


def leads(guideline: Guideline, node: Node, outcome: Outcome, language: Language) -> str:
    """Where a result at `node` leads, in a word or two; empty where it leads nowhere."""
    way = next((e for e in node.exits if e.outcome is outcome), None)
    if way is None:
        return ""
    if way.label:
        return filters.told(way.label, language)
    if way.stay_while:
        said = _("Changer de classe") if way.stay_while == "untried-class" else _("Autre option")
        return filters.spaced(say(said, language), language)
    to = guideline.nodes[way.to]
    ends = {"maintain": _("Maintenir"), "refer": _("Adresser"), "urgent": _("Urgence")}
    return filters.spaced(say(ends[to.end], language), language) if to.end in ends else filters.told(to.title, language)
