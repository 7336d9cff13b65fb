"""Reads what stands beside the walk: sources, background, scores, glossary and the numbers of the resume code.

Knows the shape of sources.yaml, background.yaml, scores.yaml, glossary.yaml and codes.yaml.
"""

from navigator.guideline.codes import KINDS as NUMBERED
from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import Background, Score, ScoreItem, Source, Standing, Term
from navigator.guideline.read_statements import read_statement
from navigator.guideline.source import Element

KINDS = ("article", "guideline", "label", "regulator", "trial", "review", "reference", "press")


def read_source(element: Element, desk: Desk) -> Source:
    """A document that facts come from."""
    fields = Fields(element, desk)
    source = Source(
        id=fields.id(),
        title=fields.text("title"),
        short=fields.text("short"),
        kind=fields.word_among("kind", KINDS),
        standing=fields.one_of("status", Standing),
        place=fields.place,
        year=fields.word("year", required=False),
        address=fields.word("address", required=False),
        note=fields.maybe_text("note"),
        reading=fields.flag("reading"),
        parts=fields.words("parts"),
    )
    fields.close()
    return source


def read_background(element: Element, desk: Desk) -> Background:
    """A mechanism or another page of background reading."""
    fields = Fields(element, desk)
    background = Background(fields.id(), fields.text("title"), fields.each("statements", read_statement), fields.place)
    fields.close()
    return background


def read_score(element: Element, desk: Desk) -> Score:
    """A clinical score of yes/no items."""
    fields = Fields(element, desk)
    score = Score(
        id=fields.id(),
        title=fields.text("title"),
        items=tuple(fields.by_id("items", read_score_item).values()),
        cutoff=fields.whole("cutoff"),
        positive=fields.text("positive"),
        negative=fields.text("negative"),
        statements=fields.each("statements", read_statement),
        place=fields.place,
    )
    fields.close()
    return score


def read_score_item(element: Element, desk: Desk) -> ScoreItem:
    """One yes/no item of a score."""
    fields = Fields(element, desk)
    item = ScoreItem(id=fields.id(), part=fields.text("part"), text=fields.text("text"))
    fields.close()
    return item


def read_term(element: Element, desk: Desk) -> Term:
    """A word of the glossary."""
    fields = Fields(element, desk)
    term = Term(fields.id(), fields.text("word"), fields.text("meaning"), fields.place)
    fields.close()
    return term


def read_codes(fields: Fields) -> dict[str, tuple[str, ...]]:
    """The ids that a resume code can hold, by kind, in the order of their numbers."""
    return {kind: fields.words(kind) for kind in NUMBERED}
