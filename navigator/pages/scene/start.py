"""The first page. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Note, Option


@dataclass(frozen=True, slots=True)
class TypeCard:
    """One of the four types of pain on the start page. `drawing` is the id of the type."""

    id: str
    number: int
    title: str
    looks_like: str
    causes_label: str
    causes: str
    words_label: str
    words: str
    meta: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A shortcut of the start page."""

    id: str  # article id: dn4, red-flags
    icon: str
    title: str
    subtitle: str
    action: str
    key: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new in this version of the content, until it is dismissed."""

    title: str
    text: str
    dismiss: str


@dataclass(frozen=True, slots=True)
class ResumeBox:
    """Where the code of an earlier consultation is pasted; `error` says why one was refused."""

    label: str
    placeholder: str
    action: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class StartPage:
    """The first page."""

    title: str
    subtitle: str
    cards: tuple[TypeCard, ...]
    strips: tuple[Strip, ...]
    reading_title: str
    readings: tuple[Option, ...]
    reading: str
    offline: str
    privacy: str
    disclaimer: str
    resume: ResumeBox | None = None  # None in reference mode
    news: News | None = None
    notices: tuple[Note, ...] = ()  # overdue review, built-in content opened instead of a broken folder…

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "start", ""
