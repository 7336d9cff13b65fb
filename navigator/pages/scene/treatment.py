"""One treatment for this patient: alerts, figures, charts, article. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import LineTag, Mark, PageAction, Status, Tab
from navigator.pages.scene.reading import Shelf


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure of a treatment. `adapted` captions are shown in the caution colour."""

    label: str
    value: str
    unit: str
    caption: str
    adapted: bool = False


@dataclass(frozen=True, slots=True)
class AlertReason:
    """One rule that speaks against the treatment: what it says, what to do instead, what stands behind it."""

    text: str
    instead: str = ""
    sources: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """All that weighs the same, in one box: its reasons, or what is missing with the factor to settle.

    `shown` of the reasons are seen at first, the others when the reader asks for them.
    """

    mark: Mark
    title: str
    text: str = ""
    reasons: tuple[AlertReason, ...] = ()
    shown: int = 0
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
class TreatmentPage:
    """One treatment for this patient. `html` carries `<a name=ID>` for each tab and `[[evidence]]` for the plot."""

    treatment: str
    crumbs: tuple[str, ...]
    name: str
    class_name: str
    status: Status
    alerts: tuple[Alert, ...]
    more_alerts: str  # « et 2 autres », for the reasons that are not seen at first
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
    fewer_alerts: str = ""  # « Réduire »
    sources_label: str = ""  # « Sources », opens those of a box
    shelves: tuple[Shelf, ...] = ()  # stand in the window for what follows SHELVES in `html`
    actions: tuple[PageAction, ...] = ()  # small buttons over the title: plan, print, copy

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same page: its kind and what it is about."""
        return "treatment", self.treatment
