"""What a long page is made of: sections, their parts, tables and sentences with numbered sources.

Values for the templates. Knows nothing of medicine and renders nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from navigator.guideline.model import Citation


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with the numbers of its sources and its standing; `link` is the article that it leads to."""

    text: str
    refs: tuple[int, ...] = ()
    standing: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of plain texts; `on` is the row of this patient."""

    head: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]
    on: frozenset[int] = frozenset()
    caption: str = ""
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A titled piece of a section."""

    title: str = ""
    items: tuple[Item, ...] = ()
    table: Table | None = None
    chart: bool = False
    plain: bool = False  # its items are paragraphs, not a list


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the page, reached by its tab."""

    id: str
    title: str
    parts: tuple[Part, ...]


@dataclass(slots=True)
class Numbering:
    """Gives each source its number in the order in which the page cites it."""

    order: dict[str, int] = field(default_factory=dict)

    def refs(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these sources."""
        return tuple(dict.fromkeys(self.order.setdefault(c.source, len(self.order) + 1) for c in citations))
