"""What lies on the doctor's desk: the consultation, the page looked at and the words of the last action.

One frozen value from which a whole scene follows. Knows no Qt and renders nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navigator.consultation.ladder import Pace
from navigator.consultation.own_steps import OwnStep
from navigator.consultation.walk import Moment
from navigator.language import Language, Sentence
from navigator.pages.scene import Can
from navigator.pages.settings import Settings
from navigator.policy import Policy
from navigator.problems import Problem


@dataclass(frozen=True, slots=True)
class View:
    """The page on the screen: `kind` is walk (where the consultation stands), or what was opened beside it: node,
    treatment, article, map, settings, document, plan, compare, what-if.

    Compare and what-if name the node they are seen from first: `NODE:TREATMENT,TREATMENT`.
    """

    kind: str
    id: str = ""


WALK = View("walk")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was typed in a field and could not be taken, with the reason."""

    typed: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """What this copy of the app found when it checked a part of itself."""

    sentence: Sentence
    fine: bool


@dataclass(frozen=True, slots=True)
class Supposed:
    """An answer that is looked at and not given: a factor and what would be typed for it."""

    factor: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """What the doctor told of the plan of a treatment; `error` is what was refused last, in the field `error_at`.

    `start` None: today. `leaving`: the treatment that this one replaces, at `leaving_mg` a day. `error_at`: start,
    leaving or steps.
    """

    treatment: str = ""
    start: date | None = None
    schedule: str = ""
    pace: Pace = Pace.SLOW
    target_mg: Decimal | None = None
    own: tuple[OwnStep, ...] = ()
    leaving: str = ""
    leaving_mg: Decimal | None = None
    error: Sentence | None = None
    error_at: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What the doctor made of a document, and what was `proposed` when that began."""

    proposed: str
    text: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that decides what is on the screen, besides the guideline itself."""

    moment: Moment
    language: Language
    today: date
    view: View = WALK
    can: Can = field(default_factory=Can)
    notice: Sentence | None = None
    remark: Sentence | None = None  # something said that no action of the consultation did: nothing to undo
    refusals: Mapping[str, Refusal] = field(default_factory=dict)
    reference: bool = False  # no patient panel: an administrator's choice
    draft_error: Sentence | None = None
    gathered: tuple[str, ...] = ()  # the treatments that were ticked to be compared
    supposed: Supposed | None = None  # of the page « Et si… ? » alone
    seen: str = ""  # the version of the content whose news were dismissed
    early: str = ""  # the outcome that was pressed too early, until it is said what to do
    leaving_for: str = ""  # the node of another type that the map asks about before trials are left
    settings: Settings = field(default_factory=Settings)
    policy: Policy = field(default_factory=Policy)
    findings: tuple[Finding, ...] | None = None  # what this copy found in itself so far; None: not asked
    checked: bool = False  # the last of the findings is the verdict
    resumed: tuple[Sentence, ...] = ()  # what differs since the code of this consultation was written
    resume_error: Sentence | None = None  # why a code was refused
    plan: PlanSettings = field(default_factory=PlanSettings)
    written: Mapping[str, Written] = field(default_factory=dict)  # by document, as long as the patient is here
    built_in_because: Problem | None = None  # why the built-in content was opened instead of another folder
