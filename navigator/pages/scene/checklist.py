"""A list of findings to ask and to examine: a score, the red flags. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Mark, Move, Note
from navigator.pages.scene.reading import Shelf


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One finding. `value`: yes, no, or empty while it was not looked for.

    `meaning`, `tag` (how urgent) and `action` say what it would mean; `mark` colours it when it is present.
    """

    id: str
    text: str
    value: str = ""
    meaning: str = ""
    tag: str = ""
    action: str = ""
    mark: Mark = Mark.NEUTRAL


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Findings that are looked for together. `note`: how many of them are present."""

    title: str
    items: tuple[CheckItem, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A running score: `points` of `out_of`, `missing` items that can still add to it, positive from `cutoff`."""

    points: int
    out_of: int
    cutoff: int
    missing: int
    label: str  # « 7/10 »
    cutoff_label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ChecklistPage:
    """Findings with real answers, what they say so far, and the text behind them."""

    id: str  # score.dn4, red-flags
    crumbs: tuple[str, ...]
    title: str
    lead: str
    groups: tuple[CheckGroup, ...]
    verdict: Note
    gauge: Gauge | None  # None where nothing is counted
    html: str
    spoken: str  # the verdict in one sentence, told to a screen reader at each answer
    moves: tuple[Move, ...]
    shelves: tuple[Shelf, ...] = ()  # stand in the window for what follows SHELVES in `html`
    rest: str = ""  # the move that answers all that was not answered, empty where that is not offered

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "checklist", self.id
