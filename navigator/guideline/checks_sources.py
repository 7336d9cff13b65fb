"""Invariants of where a sentence stands in its source, and of how long it stands.

Knows sources, citations and dates of review. Whether a source bears what it is cited for is told in checks_evidence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from navigator.guideline.model import Guideline, Statement, Treatment
from navigator.guideline.spelling import shown, suggestion
from navigator.guideline.statements import all_citations, all_statements, statements_of
from navigator.language import Sentence, Text, _
from navigator.problems import Place, Problem

_AGES = re.compile(  # what the law, an agency or a firm can change overnight
    r"\bAMM\b|ordonnance sécurisée|compassionnel|\bCPC\b|rembours|commercialis|spécialité française|marché français"
    r"|attestation|non disponible|produit est disponible|disponibles? (?:en France|aux)|produit trouvé"
    r"|en toutes lettres|12 semaines (?:au plus|de prescription)|28 jours|Journal officiel|\bFDA\b",
    re.IGNORECASE,
)
_LAW = "authorisation"  # the section of a treatment that says nothing else


def check_citations_name_their_place(guideline: Guideline) -> Iterable[Problem]:
    """Of a source that has parts (the sections of a label, the headings of the article), a citation names one."""
    for place, citation in all_citations(guideline):
        source = guideline.sources.get(citation.source)
        if source is None or not source.parts or citation.locator in source.parts:
            continue
        if citation.locator:
            sentence = _("« {source} » n’a pas de partie « {locator} »{hint}")
            hint = suggestion(citation.locator, source.parts)
            values = {"source": source.id, "locator": shown(citation.locator), "hint": hint}
            yield Problem(place, "locator", Sentence(sentence, **values))
        else:
            sentence = _("« {source} » est citée sans dire où ; écrivez par exemple « {source}#{part} »")
            yield Problem(place, "locator", Sentence(sentence, source=source.id, part=source.parts[0]))


def check_what_ages_has_a_date(guideline: Guideline) -> Iterable[Problem]:
    """A sentence on authorisation, prescribing law, reimbursement or availability says until when it is to be read."""
    law = {
        id(statement)
        for treatment in guideline.treatments.values()
        for statement in (treatment.sections[_LAW].statements if _LAW in treatment.sections else ())
    }
    for statement in all_statements(guideline):
        if statement.review_by is None and (id(statement) in law or _ages(statement)):
            sentence = _("cette phrase vieillit (droit de prescription, disponibilité) ; donnez-lui « review_by »")
            yield Problem(statement.place, "review-missing", Sentence(sentence))


def check_law_is_dated_on_its_page(guideline: Guideline) -> Iterable[Problem]:
    """What a rule, a schedule, a rank, a follow-up or a pair says of the law, a dated sentence of its treatment says.

    They carry no date of their own: the page shows the dated sentence, and the one review renews both.
    """
    dated = {id_: _dated(treatment) for id_, treatment in guideline.treatments.items()}
    for treatment in guideline.treatments.values():
        known = " ".join(dated.get(id_, "") for id_ in (treatment.id, *treatment.members))
        for place, text in _short_texts(treatment):
            yield from _undated(place, text, known)
    for pair in guideline.pairs.values():
        known = " ".join(dated.get(member, "") for member in sorted(pair.members))  # a draft may name what is not there
        yield from _undated(pair.place, pair.because, known)


def _dated(treatment: Treatment) -> str:
    return " ".join(s.text.fr for s in statements_of(treatment) if s.review_by is not None).casefold()


def _short_texts(treatment: Treatment) -> Iterable[tuple[Place, Text | None]]:
    """The texts of a treatment that are no statements."""
    for rule in treatment.rules:
        yield from ((rule.place, rule.because), (rule.place, rule.instead))
    for monitored in treatment.monitoring:
        yield from ((monitored.place, monitored.what), (monitored.place, monitored.when))
    yield from ((schedule.place, schedule.note) for schedule in treatment.schedules)
    yield from ((placement.place, placement.note) for placement in treatment.placements)


def _undated(place: Place, text: Text | None, dated: str) -> Iterable[Problem]:
    for found in _AGES.finditer(text.fr if text is not None else ""):
        if found[0].casefold() not in dated:
            sentence = _("« {word} » vieillit ; redites-le dans une phrase du traitement qui porte « review_by »")
            yield Problem(place, "review-missing", Sentence(sentence, word=found[0]))


def _ages(statement: Statement) -> bool:
    return _AGES.search(statement.text.fr) is not None


@dataclass(frozen=True, slots=True)
class Cited:
    """How many citations there are, and how many name a place in their source."""

    all: int
    placed: int


def count_citations(guideline: Guideline) -> Cited:
    """The citations of the whole guideline, whoever makes them."""
    found = [citation for _place, citation in all_citations(guideline)]
    return Cited(len(found), sum(bool(citation.locator) for citation in found))
