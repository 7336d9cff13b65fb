"""Pages to read: the end of a walk, an article. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Move

SHELVES = "<!--shelves-->"  # what follows it in a text, the window shows as lists of controls


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a text leads to: a source, a mechanism; a word with its meaning leads nowhere."""

    text: str
    note: str = ""
    link: str = ""  # the article that opens; empty for a word of the glossary
    id: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands in a list under a text, each entry a control of its own where it leads somewhere."""

    id: str
    title: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class EndPage:
    """Maintain, refer or urgent."""

    node: str
    end: str
    crumbs: tuple[str, ...]
    title: str
    aim: str
    html: str
    trials_title: str
    trials: tuple[str, ...]
    moves: tuple[Move, ...]
    shelves: tuple[Shelf, ...] = ()  # stand in the window for what follows SHELVES in `html`

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "node", self.node


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A page to read: red flags, a source, a mechanism, a score, the help."""

    id: str
    crumbs: tuple[str, ...]
    title: str
    lead: str
    html: str
    spoken: str
    moves: tuple[Move, ...] = ()
    shelves: tuple[Shelf, ...] = ()  # as of an end

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "article", self.id
