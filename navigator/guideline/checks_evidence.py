"""Invariants of what stands behind the content: standings, figures from trials, dates of review, hard stops.

Knows sources, citations and standings. That a source is named at all is told while reading.
"""

import re
from collections.abc import Iterable

from navigator.guideline.model import Citation, Evidence, Guideline, Level, Rule, Severity, Standing
from navigator.guideline.statements import all_statements
from navigator.language import Sentence, _
from navigator.problems import Problem
from navigator.problems import Severity as Gravity

_FIGURE = re.compile(r"(?<![A-Za-zÀ-ÿ0-9])[0-9]")


def check_rules_stand_on_their_sources(guideline: Guideline) -> Iterable[Problem]:
    """A rule that says *read* cites something read; one that is unsure is at most *avoid* and shows no figure."""
    for rule in _rules(guideline):
        if rule.standing is Standing.READ and not _was_read(rule.citations, guideline):
            sentence = _("« {rule} » se dit « read » sans source lue ; écrivez « literature », ou citez la page lue")
            yield Problem(rule.place, "standing", Sentence(sentence, rule=rule.id))
        if rule.standing is Standing.UNSURE and rule.severity is Severity.CONTRAINDICATED:
            sentence = _("« {rule} » est incertaine ; sa sévérité est au plus « avoid »")
            yield Problem(rule.place, "standing", Sentence(sentence, rule=rule.id))
        if rule.standing is Standing.UNSURE and _FIGURE.search(rule.because.fr):
            sentence = _("« {rule} » est incertaine et montre un nombre ; retirez-le du texte")
            yield Problem(rule.place, "unsure-figure", Sentence(sentence, rule=rule.id))


def check_unsure_statements_show_no_figure(guideline: Guideline) -> Iterable[Problem]:
    """A statement that is unsure names no number."""
    for statement in all_statements(guideline):
        if statement.standing is Standing.UNSURE and _FIGURE.search(statement.text.fr):
            sentence = _("cette phrase est incertaine et montre un nombre ; retirez-le")
            yield Problem(statement.place, "unsure-figure", Sentence(sentence))


def check_hard_stops_were_read(guideline: Guideline) -> Iterable[Problem]:
    """A contraindication that rests on literature alone is to be re-read in the current label: a warning."""
    for rule in _rules(guideline):
        if rule.severity is Severity.CONTRAINDICATED and not _was_read(rule.citations, guideline):
            sentence = _(
                "la contre-indication « {rule} » n’a pas été lue à la source ; relisez-la dans le RCP en vigueur"
            )
            yield Problem(rule.place, "reread", Sentence(sentence, rule=rule.id), Gravity.WARNING)
    for pair in guideline.pairs.values():
        if pair.level is Level.CONTRAINDICATED and not _was_read(pair.citations, guideline):
            sentence = _("la contre-indication {pair} n’a pas été lue à la source ; relisez-la dans le RCP en vigueur")
            names = " + ".join(sorted(pair.members))
            yield Problem(pair.place, "reread", Sentence(sentence, pair=names), Gravity.WARNING)


def check_figures_are_possible(guideline: Guideline) -> Iterable[Problem]:
    """A figure from trials lies within its interval, above zero."""
    for treatment in guideline.treatments.values():
        for evidence in treatment.evidence:
            if not _is_possible(evidence):
                sentence = _("{value} n’est pas dans son intervalle ; corrigez « value », « low » ou « high »")
                yield Problem(evidence.place, "figure", Sentence(sentence, value=evidence.value))


def _is_possible(evidence: Evidence) -> bool:
    above = evidence.low is None or 0 < evidence.low <= evidence.value
    below = evidence.high is None or (evidence.low is not None and evidence.value <= evidence.high)
    return evidence.value > 0 and above and below


def check_reviews_are_ahead(guideline: Guideline) -> Iterable[Problem]:
    """Every date of review lies after the release; whether it has passed is shown by the pages."""
    for statement in all_statements(guideline):
        if statement.review_by is not None and statement.review_by <= guideline.released:
            sentence = _("à revoir au {date}, avant la parution ; relisez la phrase et donnez une date à venir")
            yield Problem(statement.place, "review-date", Sentence(sentence, date=statement.review_by))
    if guideline.review_by <= guideline.released:
        place = next((node.place for node in guideline.nodes.values()), None)
        if place is not None:
            sentence = _("« review_by » du guide précède sa parution ; donnez une date à venir")
            yield Problem(place, "review-date", Sentence(sentence))


def _rules(guideline: Guideline) -> Iterable[Rule]:
    return (rule for treatment in guideline.treatments.values() for rule in treatment.rules)


def _was_read(citations: Iterable[Citation], guideline: Guideline) -> bool:
    cited = (guideline.sources.get(citation.source) for citation in citations)
    return any(source is not None and source.standing is Standing.READ for source in cited)
