"""The way so far and ahead. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Option
from navigator.pages.scene.stage import EarlyEnd


@dataclass(frozen=True, slots=True)
class StepForm:
    """An earlier answer opened again. Of a trial there are treatments, dose and weeks; of any answer, `answers`.

    `index` names the answer, -1 the trial under way. `save` or `remove` is empty where that is not offered.
    """

    index: int
    title: str
    hint: str
    save: str
    remove: str
    cancel: str
    error: str = ""
    treatments: tuple[Option, ...] = ()
    treatment: str = ""
    treatment_label: str = ""
    dose: str = ""
    dose_label: str = ""
    dose_unit: str = ""
    weeks: str = ""
    weeks_label: str = ""
    weeks_unit: str = ""
    answers: tuple[Option, ...] = ()
    answer: str = ""
    answer_label: str = ""
    reasons: tuple[Option, ...] = ()  # asked where the answer is « mal toléré »
    reason: str = ""
    reason_label: str = ""
    early: EarlyEnd | None = None  # what was typed comes too early to be judged: asked before it is kept
    remark: str = ""  # what it lacks


@dataclass(frozen=True, slots=True)
class RailTrial:
    """A trial or another answer in the rail.

    `glyph`: relief-50, relief-30, no-relief, not-tolerated or under-way; move for an answer that is no trial.
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
    edit: int | None = None  # the answer that stands behind the step, where there is one


@dataclass(frozen=True, slots=True)
class RailFinding:
    """What was found before any treatment, in a few words: « DN4 7/10 ». `sheet` is the page where it is answered."""

    sheet: str
    icon: str
    text: str
    spoken: str
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Rail:
    """The way so far and ahead; empty `steps` on the start page."""

    title: str
    steps: tuple[RailStep, ...]
    footer: str
    dropped_title: str = ""
    dropped: tuple[RailTrial, ...] = ()
    findings: tuple[RailFinding, ...] = ()
