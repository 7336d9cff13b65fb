"""The way so far and ahead. Frozen values, in words ready to show."""

from dataclasses import dataclass


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
