"""Doses as the content writes them: ranges, steps, bands of clearance, schedules."""

from dataclasses import dataclass
from decimal import Decimal

from navigator.guideline.conditions import Condition
from navigator.guideline.model.sources import Citation
from navigator.language import Text
from navigator.problems import Place


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of dose step: after so many days (a range), this many mg a day more. Repeats until `up_to_mg`."""

    after_days: Range
    add_mg: Range
    up_to_mg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A half-open range of creatinine clearance in mL/min: from <= CrCl < below."""

    at_least: Decimal | None = None
    below: Decimal | None = None

    def contains(self, clearance: Decimal) -> bool:
        """Whether a clearance, in mL/min and unrounded, lies in the band."""
        return (self.at_least is None or clearance >= self.at_least) and (self.below is None or clearance < self.below)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a medicine is started, raised and limited, for the patients that `when` and `band` describe."""

    id: str
    title: Text
    start_mg: Range
    target_mg: Range
    max_mg: Decimal
    takes: tuple[str, ...]  # of: morning, noon, evening
    start_takes: tuple[str, ...]
    steps: tuple[Step, ...]
    judge_after_weeks: Decimal
    citations: tuple[Citation, ...]
    place: Place
    when: Condition | None = None
    band: Band | None = None
    start_interval_days: int = 1
    first_step_min_days: int = 1
    taper_mg: Decimal | None = None
    taper_every_days: int | None = None
    note: Text | None = None
    specialist: bool = False


@dataclass(frozen=True, slots=True)
class Liquid:
    """A liquid form: so many mg in one unit (a drop, 1 mL); `units` is the name of several."""

    mg: Decimal
    unit: Text
    units: Text
