"""Walks over everything that a guideline states, and over every source that it names, wherever it stands.

Knows the model. Judges nothing.
"""

from collections.abc import Iterable, Iterator

from navigator.guideline.model import (
    Citation,
    Discrepancy,
    Guideline,
    Monitoring,
    Pair,
    RedFlag,
    Rule,
    Schedule,
    Statement,
    Treatment,
)
from navigator.problems import Place


def all_statements(guideline: Guideline) -> Iterator[Statement]:
    """Every statement of the guideline, in the order of the content."""
    yield from guideline.statements.values()
    for treatment in guideline.treatments.values():
        yield from statements_of(treatment)
    several: list[Iterable[Statement]] = [node.statements for node in guideline.nodes.values()]
    several += [page.statements for page in guideline.background.values()]
    several += [score.statements for score in guideline.scores.values()]
    several += [combination.statements for combination in guideline.combinations.values()]
    for statements in several:
        yield from statements


def statements_of(treatment: Treatment) -> Iterator[Statement]:
    """Every statement of one treatment."""
    yield treatment.summary
    for section in treatment.sections.values():
        yield from section.statements
    if treatment.driving is not None and treatment.driving.applicable:
        yield treatment.driving.statement


def all_citations(guideline: Guideline) -> Iterator[tuple[Place, Citation]]:
    """Every citation of the guideline, with the place of what it stands behind."""
    for statement in all_statements(guideline):
        yield from ((statement.place, citation) for citation in statement.citations)
    for combination in guideline.combinations.values():
        yield from ((combination.place, citation) for citation in combination.summary.citations)
    parts: list[Iterable[Rule | Schedule | Monitoring | Pair | RedFlag | Discrepancy]] = [
        guideline.pairs.values(),
        guideline.red_flags,
        guideline.discrepancies,
    ]
    for treatment in guideline.treatments.values():
        yield from ((figure.place, figure.citation) for figure in treatment.evidence)
        parts += [treatment.rules, treatment.schedules, treatment.monitoring]
    for several in parts:
        yield from ((part.place, citation) for part in several for citation in part.citations)
