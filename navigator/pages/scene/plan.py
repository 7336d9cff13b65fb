"""A titration plan: what was told of it, its dated rows, its chart. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Option
from navigator.pages.scene.treatment import Alert, TitrationChart


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One dose of the table, in the order of its columns; `goal`: the target is reached here."""

    cells: tuple[str, ...]
    spoken: str
    goal: bool = False


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Rows under their heads. `days` and `dose` are the columns that may be typed in, -1 where none may."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    days: int = -1
    dose: int = -1


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """Something to choose one of; no options: it is not offered."""

    label: str
    options: tuple[Option, ...] = ()
    selected: str = ""


@dataclass(frozen=True, slots=True)
class PlanField:
    """Something to type, and what was wrong with it."""

    label: str
    value: str
    error: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of the buttons."""

    back: str
    reset: str
    add: str
    remove: str
    copy: str
    copied: str
    calendar: str
    pdf: str
    print_: str
    pick: str
    sources: str = ""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan of one treatment. Where `refused` says why there is none, there is no table and no chart."""

    treatment: str
    crumbs: tuple[str, ...]
    title: str
    lead: str
    start: PlanField
    choices: tuple[tuple[str, PlanChoice], ...]  # by id: schedule, pace, target, leaving
    leaving_dose: PlanField | None
    own: bool
    own_hint: str
    own_error: str
    words: PlanWords
    refused: str = ""
    alerts: tuple[Alert, ...] = ()
    table: PlanTable | None = None
    chart: TitrationChart | None = None
    facts: tuple[str, ...] = ()  # review, prescriptions
    relay: PlanTable | None = None
    taper: PlanTable | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    text: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "plan", self.treatment
