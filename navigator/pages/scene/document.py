"""What leaves the room: a text for paper, PDF or the clipboard, complete with what its footer says.

Knows what is said and on which paper. Knows no Qt, no font and no pixel.
"""

from dataclasses import dataclass
from enum import Enum

from navigator.language import Language
from navigator.pages.scene.basics import Option, PageAction
from navigator.pages.scene.treatment import EvidenceChart, TitrationChart

NEW_PAGE = "<!--new page-->"  # in the text of a document: what follows begins on a page of its own


@dataclass(frozen=True, slots=True)
class ChanceGroup:
    """So many of a hundred people to whom something happens; `good`: something wished for."""

    count: int
    words: str
    good: bool


@dataclass(frozen=True, slots=True)
class ChanceArray:
    """For each group a hundred people as small figures, `count` of them marked. The groups may overlap."""

    groups: tuple[ChanceGroup, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is shipped with a text, as wide as the text; `png` are the bytes of the file."""

    png: bytes
    spoken: str


Chart = TitrationChart | EvidenceChart | ChanceArray | Picture


class Paper(Enum):
    """A size of paper and how it lies."""

    A4 = "A4"
    A4_WIDE = "A4 wide"
    A3_WIDE = "A3 wide"


@dataclass(frozen=True, slots=True)
class Document:
    """A text for paper. In `html`, `[[NAME]]` stands for a chart, `[[page ANCHOR]]` for the page of an anchor.

    `file_name` is what to propose when it is saved, without ending: it never says anything about a patient.
    `text` is the whole as plain text. `scale` 1 is the size of the screen: 14 px, 10.5 pt.
    """

    title: str
    language: Language
    html: str
    text: str
    file_name: str
    stamp: str  # « Navigateur 0.1 · contenu 2026.11 · 23 novembre 2026 »
    intended_use: str
    charts: tuple[tuple[str, Chart], ...] = ()
    scale: float = 1.0
    paper: Paper = Paper.A4
    one_page: bool = False  # smaller where that keeps it on one, down to 0.87


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document before it leaves the room: seen as on paper, or (`editable`) still to be written."""

    id: str
    crumbs: tuple[str, ...]
    title: str
    lead: str  # what the doctor should know first
    document: Document
    choices: tuple[Option, ...]  # the documents that fit here, this one among them
    actions: tuple[PageAction, ...]  # of: copy, save, print
    editable: bool
    back_label: str
    proposed: str = ""  # the text of the guide, where the document may hold what the doctor made of it

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "document", self.id
