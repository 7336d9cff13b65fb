"""Treatments side by side, and what one factor would change. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Mark, Move, Option, Status
from navigator.pages.scene.patient import Field


@dataclass(frozen=True, slots=True)
class CompareLine:
    """One sentence in a cell. `note`: its sources and how far they were verified."""

    text: str
    mark: Mark = Mark.NEUTRAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One thing said of every treatment, a cell each. `differs`: not all say the same."""

    id: str
    label: str
    cells: tuple[tuple[CompareLine, ...], ...]
    differs: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class CompareHead:
    """The head of a column."""

    treatment: str
    name: str
    class_name: str
    status: Status
    remove_label: str  # empty where it must stay


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two to four treatments for this patient. With only one, `hint` asks for another among `others`."""

    node: str
    crumbs: tuple[str, ...]
    title: str
    hint: str
    heads: tuple[CompareHead, ...]
    rows: tuple[CompareRow, ...]
    add_label: str
    others: tuple[Option, ...]
    only_label: str
    mark_label: str  # what the mark of a row that differs says to a screen reader
    open_label: str
    back_label: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: the stage that it compares at."""
        return "compare", self.node


@dataclass(frozen=True, slots=True)
class Shift:
    """Something that would be said otherwise: a dose, or a reason that comes or goes (one side empty)."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WhatIfChange:
    """An option that would change; `before` and `after` are equal where only `shifts` do."""

    treatment: str
    name: str
    before: Status
    after: Status
    shifts: tuple[Shift, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """The options of a stage, or one treatment, with another answer for one factor. Nothing is recorded."""

    subject: str
    crumbs: tuple[str, ...]
    title: str
    lead: str
    factor_label: str
    factors: tuple[Option, ...]
    factor: str  # empty while none is chosen
    now: str  # « Aujourd’hui : non précisé »
    field: Field | None
    changes_title: str
    changes: tuple[WhatIfChange, ...]
    verdict: str  # what stays the same; plainly so where nothing changes
    moves: tuple[Move, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: what it supposes about."""
        return "what-if", self.subject
