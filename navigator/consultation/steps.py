"""The steps of a consultation as values: what was chosen, tried and answered, in their order.

Knows no guideline and decides nothing: `walk` replays the steps, `history` undoes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from navigator.consultation.patient import Patient
from navigator.guideline.model import Outcome

RASH = "rash"
REASONS = ("side-effect", RASH, "other")  # why a treatment was not tolerated


@dataclass(frozen=True, slots=True)
class Chosen:
    """The type of pain was chosen, at the start."""

    pain_type: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A treatment was tried at a stage: `dose_mg` a day reached, for `weeks`, and how it ended.

    `reason`: why it was not tolerated, one of REASONS.
    """

    node: str
    treatment: str
    dose_mg: Decimal | None
    weeks: Decimal | None
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A move at a node: the answer to a question; at a stage skip, content, refer or urgent; `stopped` after a rash."""

    node: str
    answer: str


Step = Chosen | Trial | Answered


@dataclass(frozen=True, slots=True)
class Draft:
    """The trial under way, not ended yet."""

    treatment: str
    dose_mg: Decimal | None = None
    weeks: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps so far, and the trial under way. Where they lead is never stored."""

    steps: tuple[Step, ...] = ()
    draft: Draft | None = None


@dataclass(frozen=True)
class Moment:
    """One state of a consultation: the walk, the patient, and the guideline that lays out the stages.

    `findings`: what was asked and examined before any treatment, as `consultation.findings` names it; what is absent
    was not looked for.
    """

    walk: Walk = field(default_factory=Walk)
    patient: Patient = field(default_factory=Patient)
    reading: str = ""
    findings: Mapping[str, bool] = field(default_factory=dict)
