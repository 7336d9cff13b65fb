"""The whole tree on one page, the options of every stage for this patient. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Note, Status


@dataclass(frozen=True, slots=True)
class MapOption:
    """An option in a cell. `trial`: what is known of its trial (« en cours », « < 30 % »); `muted`: advised against."""

    treatment: str
    name: str
    status: Status
    trial: str = ""
    muted: bool = False


@dataclass(frozen=True, slots=True)
class MapCell:
    """A stage of a type of pain. `way`: done, here or ahead; `aside`: reached only after a partial response."""

    node: str
    options: tuple[MapOption, ...]
    spoken: str
    way: str = "ahead"
    aside: bool = False


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A stage, the same for all types of pain."""

    number: str
    title: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class MapRow:
    """A type of pain with its stages, one cell for each column."""

    pain_type: str
    title: str
    cells: tuple[MapCell, ...]
    here: bool = False


@dataclass(frozen=True, slots=True)
class MapPage:
    """The tree as a grid. `leaving`: what is asked before a jump that would leave recorded trials."""

    title: str
    subtitle: str
    legend: tuple[Status, ...]
    here_label: str
    columns: tuple[MapColumn, ...]
    rows: tuple[MapRow, ...]
    leaving: Note | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: there is one map."""
        return "map", ""
