"""Clinical cases: what the content is expected to say for a patient."""

from dataclasses import dataclass
from decimal import Decimal

from navigator.guideline.model.doses import Range, Step
from navigator.problems import Place


@dataclass(frozen=True, slots=True)
class ExpectedDose:
    """The schedule that a case expects for its first treatment; what it does not name is not compared.

    `nothing`: that no schedule applies.
    """

    nothing: bool = False
    start_mg: Range | None = None
    start_interval_days: int | None = None
    target_mg: Range | None = None
    max_mg: Decimal | None = None
    steps: tuple[Step, ...] = ()
    takes_a_day: int | None = None
    judge_after_weeks: Decimal | None = None
    taper_mg: Decimal | None = None
    taper_every_days: int | None = None
    strengths_mg: tuple[Decimal, ...] = ()
    liquid_mg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A clinical case: for this patient at this node, these statuses (and the rule that gives the reason)."""

    id: str
    patient: tuple[tuple[str, str], ...]
    node: str
    expect: tuple[tuple[str, str], ...]  # treatment id → status
    place: Place
    because: str = ""
    absent: tuple[str, ...] = ()  # rules that must not fire
    reading: str = ""  # the reading that lays out the stages; empty: the guideline's own
    dose: ExpectedDose | None = None  # of the first treatment
