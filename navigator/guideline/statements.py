"""Walks over everything that a guideline states, wherever it stands.

Knows the model. Judges nothing.
"""

from collections.abc import Iterable, Iterator

from navigator.guideline.model import Guideline, Statement, Treatment


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
