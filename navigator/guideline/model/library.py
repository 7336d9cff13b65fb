"""What is read beside the walk: disagreements, background, scores, glossary."""

from dataclasses import dataclass

from navigator.guideline.model.sources import Citation, Statement
from navigator.language import Text
from navigator.problems import Place


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point where the source article and the evidence differ; shown on the pages named in `shown_on`."""

    id: str
    article: Text
    evidence: Text
    shown: Text
    shown_on: tuple[str, ...]
    citations: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Background:
    """A mechanism or another page of background reading."""

    id: str
    title: Text
    statements: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One yes/no item of a score, worth one point."""

    id: str
    text: Text
    part: Text


@dataclass(frozen=True, slots=True)
class Score:
    """A clinical score of yes/no items: positive from `cutoff` points."""

    id: str
    title: Text
    items: tuple[ScoreItem, ...]
    cutoff: int
    positive: Text
    negative: Text
    statements: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    id: str
    word: Text
    meaning: Text
    place: Place
