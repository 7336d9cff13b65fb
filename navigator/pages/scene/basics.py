"""What every page is made of: status, rank, notes and moves. Frozen values, in words ready to show."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How an option fits this patient; the key of its colour, glyph and surface."""

    SUITABLE = "suitable"
    CAUTION = "caution"
    MISSING = "missing"
    AVOID = "avoid"
    CONTRAINDICATED = "contraindicated"
    NEUTRAL = "neutral"  # nothing known about a patient: reference mode


@dataclass(frozen=True, slots=True)
class Status:
    """A status chip: its key and its word (« Adapté »)."""

    mark: Mark
    word: str


@dataclass(frozen=True, slots=True)
class LineTag:
    """The line that one source gives: « SFETD 2020 » `1re`. `state`: same, differs (from this stage) or silent."""

    source: str
    tag: str
    state: str
    title: str  # spoken and tooltip: « SFETD 2020 : première ligne »
    line: str = ""  # « première ligne »


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to a field or a question."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Move:
    """Another way on from a page: skip, content, refer, stopped…"""

    id: str
    label: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class PageAction:
    """What can be done with a page: plan, print, copy. `worded`: its label is shown beside the icon."""

    id: str
    icon: str
    label: str
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A box on a page: title, lines, and the moves that answer it."""

    mark: Mark
    title: str
    lines: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement with what stands behind it, one key away."""

    text: str
    sources: str
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of an article: its anchor and its name."""

    id: str
    title: str
