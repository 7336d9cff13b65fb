"""A stage of the walk: ranked options and the outcome of a trial. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import LineTag, Mark, Move, Note, Option, PageAction, StatementLine, Status
from navigator.pages.scene.patient import Field


@dataclass(frozen=True, slots=True)
class DoseLine:
    """The dose on a card. Where `needs` is not empty the dose waits for it and the other texts are empty."""

    start: str = ""
    target: str = ""
    adapted: str = ""  # tag: « dose réduite · ClCr 45 »
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a treatment has its status. `mark` colours it; `standing` is « source non relue » and the like."""

    rule: str
    mark: Mark
    text: str
    instead: str = ""
    sources: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class OptionCard:
    """An option of a stage, for this patient."""

    treatment: str
    name: str
    class_name: str
    status: Status
    reasons: tuple[Reason, ...]
    lines: tuple[LineTag, ...]
    open_label: str
    spoken: str  # accessible name: all that the card shows that matters
    dose: DoseLine | None = None
    summary: str = ""  # when there is no reason: « Aucune contre-indication … avec les données saisies. »
    more: str = ""  # « et 2 autres »
    ask: Field | None = None
    disagreement: str = ""
    origin: str = ""  # « absent de l’article source » and the like
    history: str = ""  # « Essai : 300 mg/j, 2 sem., < 30 % »
    current: bool = False  # the trial under way
    compare_label: str = ""  # the button that ticks it to be compared
    gathered: bool = False  # it is ticked


@dataclass(frozen=True, slots=True)
class OutcomeButton:
    """One result of a trial and where it leads."""

    id: str  # relief-50, relief-30, no-relief, not-tolerated
    label: str
    leads: str
    spoken: str


@dataclass(frozen=True, slots=True)
class EarlyEnd:
    """The result `outcome` was pressed too early to be judged; it is recorded only if `trial.count` is chosen."""

    outcome: str
    title: str
    moves: tuple[Move, ...]  # trial.pursue, then trial.count


@dataclass(frozen=True, slots=True)
class OutcomeBar:
    """Recording how a trial went. Empty `trials`: nothing on this stage can be tried."""

    title: str
    hint: str
    trials: tuple[Option, ...]
    selected: str  # treatment id, empty while none is chosen
    dose: str
    dose_label: str
    dose_unit: str
    weeks: str
    weeks_label: str
    weeks_unit: str
    buttons: tuple[OutcomeButton, ...]
    reasons_title: str  # asked after « mal toléré »
    reasons: tuple[Option, ...]  # side-effect, rash, other
    remark: str = ""  # too short or too low to be called a failure
    error: str = ""
    asks_dose: bool = True
    early: EarlyEnd | None = None


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """One thing to change first: what, the rule’s own advice, and the treatments that it would free."""

    what: str
    advice: str
    frees_label: str
    frees: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """Every option of the stage is set aside: what blocks, what to change first, what remains, the way on."""

    title: str
    because: str
    steps_title: str
    steps: tuple[ChangeStep, ...]
    remains_title: str
    remains: tuple[Option, ...]
    refer: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class StagePage:
    """A stage of the walk: its ranked options and the way on."""

    node: str
    crumbs: tuple[str, ...]
    title: str
    aim: str
    reading_label: str
    reading: str
    readings: tuple[Option, ...]
    count: str
    legend: str
    why_first: str
    options: tuple[OptionCard, ...]
    statements_title: str
    statements: tuple[StatementLine, ...]
    notes: tuple[Note, ...]  # stop for a rash, everything blocked, preview, statement of what a change did
    moves: tuple[Move, ...]
    outcome: OutcomeBar | None  # None while previewing or while a stop must be answered
    preview: bool = False
    blocked: Blocked | None = None
    followed: str = ""  # beside the title: « selon SFETD 2020 »
    actions: tuple[PageAction, ...] = ()  # over the options: what if, compare, note

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "node", self.node
