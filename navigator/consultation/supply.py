"""What is written on the prescriptions of a plan: how many units, cut where the law cuts.

Knows dated steps and the longest time one prescription may cover. Pack sizes are not in the dossier: units only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

Counted = tuple[tuple[Decimal, int], ...]  # (mg of the unit, how many), the strongest first


class Step(Protocol):
    """A dated step, as far as counting goes."""

    @property
    def first(self) -> date:
        """Its first day, which has a dose."""

    @property
    def last(self) -> date:
        """Its last day."""

    @property
    def interval_days(self) -> int:
        """A dose every so many days."""

    @property
    def units(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """(mg of the unit, how many) of a day with a dose."""


@dataclass(frozen=True, slots=True)
class Prescription:
    """One prescription, from `first` to `last` (both included), with the units to dispense."""

    first: date
    last: date
    units: Counted


def units_between(steps: Iterable[Step], first: date, last: date) -> Counted:
    """How many of each unit are taken from `first` to `last`, both included."""
    counts: dict[Decimal, int] = {}
    for step in steps:
        days = _doses(step, last) - (_doses(step, first - timedelta(days=1)) if first > step.first else 0)
        for strength, per_day in step.units:
            counts[strength] = counts.get(strength, 0) + int(per_day) * days
    return tuple((strength, counts[strength]) for strength in sorted(counts, reverse=True) if counts[strength])


def _doses(step: Step, until: date) -> int:
    """How many doses of `step` are taken until the end of `until`."""
    until = min(until, step.last)
    return 0 if until < step.first else (until - step.first).days // step.interval_days + 1


def prescriptions(steps: Sequence[Step], most_days: int | None) -> tuple[Prescription, ...]:
    """The prescriptions that cover `steps`, one after the other; none longer than `most_days`, where that is told."""
    first, end = steps[0].first, steps[-1].last
    length = most_days or (end - first).days + 1
    found: list[Prescription] = []
    left = (end - first).days + 1
    while left > 0:
        last = first + timedelta(days=min(length, left) - 1)
        found.append(Prescription(first, last, units_between(steps, first, last)))
        left -= length
        if left > 0:
            first = last + timedelta(days=1)
    return tuple(found)
