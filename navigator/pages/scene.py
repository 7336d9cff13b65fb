"""Everything on the screen as one frozen value, in words ready to show.

Knows what is said and how it is marked. Knows no Qt, no colour and no pixel; holds no guideline object.
Texts are plain (never HTML) but for the fields named `html`, which come out of our own templates.
"""

from dataclasses import dataclass
from enum import StrEnum

from navigator.language import Language


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


@dataclass(frozen=True, slots=True)
class DoseLine:
    """The dose on a card. Where `needs` is not empty the dose waits for it and the other texts are empty."""

    start: str = ""
    target: str = ""
    adapted: str = ""  # tag: « dose réduite · ClCr 45 »
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to a field or a question."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A factor of the patient as a control. `kind`: number, yes-no or choice.

    `value`: the text of a number, `yes`, `no`, or the id of a choice; empty while unknown.
    `state`: asked (unknown and it matters here), unknown, answered, implied (derived, said in `note`) or invalid.
    """

    id: str
    kind: str
    label: str
    state: str
    value: str = ""
    unit: str = ""
    help: str = ""
    note: str = ""
    error: str = ""
    options: tuple[Option, ...] = ()
    units: tuple[str, ...] = ()  # a choice of units, the first is the one in use


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Factors asked together. `close_label` is « Rien d’autre », empty where the group cannot be closed."""

    id: str
    title: str
    fields: tuple[Field, ...]
    close_label: str = ""
    closed: bool = False
    open: bool = True  # unfolded at first: something in it matters to what is on the screen
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Clearance:
    """The creatinine clearance box. `value` is empty while it cannot be computed; `missing` then says why."""

    title: str
    value: str = ""
    number: float | None = None  # for the marker on the scale only
    unit: str = "mL/min"
    level: str = ""
    mark: Mark = Mark.NEUTRAL
    note: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class PatientPanel:
    """The patient: what is known, what is asked."""

    title: str
    to_settle: str  # « 3 à préciser », empty when nothing matters any more
    summary: str  # for the narrow window's button: « F · 72 ans · ClCr 45 »
    groups: tuple[FieldGroup, ...]
    clearance: Clearance
    privacy: str
    new_patient: str


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


@dataclass(frozen=True, slots=True)
class OutcomeButton:
    """One result of a trial and where it leads."""

    id: str  # relief-50, relief-30, no-relief, not-tolerated
    label: str
    leads: str
    spoken: str


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


@dataclass(frozen=True, slots=True)
class Move:
    """Another way on from a page: skip, content, refer, stopped…"""

    id: str
    label: str
    primary: bool = False


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
    notices: tuple[Note, ...] = ()  # overdue review, built-in content opened instead of a broken folder…


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


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure of a treatment. `adapted` captions are shown in the caution colour."""

    label: str
    value: str
    unit: str
    caption: str
    adapted: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """A warning with at most one action: the factor to settle."""

    mark: Mark
    title: str
    text: str
    sources: str = ""
    standing: str = ""
    action: str = ""
    factor: str = ""


@dataclass(frozen=True, slots=True)
class ChartStep:
    """From `day` on, `mg` a day."""

    day: int
    mg: float
    label: str


@dataclass(frozen=True, slots=True)
class TitrationChart:
    """The dose over time as drawn: a step line, the target zone, the limit and the day of judgement."""

    title: str
    caption: str
    steps: tuple[ChartStep, ...]
    horizon_days: int
    target_low: float
    target_high: float
    target_label: str
    maximum: float
    maximum_label: str
    judge_day: int
    judge_label: str
    axis: str
    spoken: str
    week_letter: str = "S"
    day_zero: str = "J0"


@dataclass(frozen=True, slots=True)
class Interval:
    """A point with its 95 % interval; `high` None: no upper limit."""

    value: float
    low: float | None
    high: float | None
    label: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One line of the evidence plot."""

    name: str
    nnt: Interval | None
    nnh: Interval | None
    here: bool


@dataclass(frozen=True, slots=True)
class EvidenceChart:
    """NNT and NNH of the treatments that the same source gives, this one highlighted."""

    title: str
    nnt_title: str
    nnt_hint: str
    nnh_title: str
    nnh_hint: str
    none_label: str
    rows: tuple[EvidenceRow, ...]
    caption: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of an article: its anchor and its name."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class TreatmentPage:
    """One treatment for this patient. `html` carries `<a name=ID>` for each tab and `[[evidence]]` for the plot."""

    treatment: str
    crumbs: tuple[str, ...]
    name: str
    class_name: str
    status: Status
    alerts: tuple[Alert, ...]
    more_alerts: str  # « et 2 autres », for those after the third
    checked: str  # « Vérifié sans incidence : … »
    figures: tuple[Figure, ...]
    figures_needs: str
    lines: tuple[LineTag, ...]
    lines_label: str
    disagreement: str
    chart: TitrationChart | None
    evidence: EvidenceChart | None
    tabs: tuple[Tab, ...]
    html: str
    spoken: str  # the article's accessible name
    start_label: str  # « Débuter l’essai », empty where it is not offered here
    back_label: str


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


@dataclass(frozen=True, slots=True)
class RailTrial:
    """A trial in the rail. `glyph`: relief-50, relief-30, no-relief, not-tolerated or under-way.

    `state`: kept, recheck or dropped. `index` names the answer to revise, -1 for the trial under way.
    """

    index: int
    glyph: str
    title: str
    note: str
    state: str = "kept"


@dataclass(frozen=True, slots=True)
class RailStep:
    """A step of the way. `state`: done, current, next or end."""

    node: str
    number: str
    title: str
    note: str
    state: str
    trials: tuple[RailTrial, ...] = ()
    shown: bool = False  # the page on the screen


@dataclass(frozen=True, slots=True)
class Rail:
    """The way so far and ahead; empty `steps` on the start page."""

    title: str
    steps: tuple[RailStep, ...]
    footer: str
    dropped_title: str = ""
    dropped: tuple[RailTrial, ...] = ()


@dataclass(frozen=True, slots=True)
class Can:
    """Which of the window's movements lead anywhere now."""

    back: bool = False
    forward: bool = False
    undo: bool = False
    redo: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result."""

    id: str
    kind: str
    group: str
    title: str
    snippet: str
    status: Status | None = None


Page = StartPage | StagePage | TreatmentPage | EndPage | ArticlePage


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the whole window."""

    language: Language
    title: str
    page: Page
    rail: Rail
    patient: PatientPanel | None  # None in reference mode
    can: Can
    notice: str = ""  # the undo line: what the last action did
    announce: str = ""  # spoken to a screen reader, not shown
