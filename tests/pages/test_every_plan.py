"""Every plan: all treatments × schedules × patients × first days, with whatever the doctor told of it.

What must hold is said once more here, as simply as it can be: from the content, by the days on the fingers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from navigator.consultation.crossing import Crossing, Leaving, crossed
from navigator.consultation.ladder import Pace, targets
from navigator.consultation.own_steps import OwnStep
from navigator.consultation.planning import NoPlan, planned, schedules_for
from navigator.consultation.supply import prescriptions
from navigator.consultation.titration import NO_WISH, Plan, PlanStep, Wish
from navigator.consultation.units import compose, units_of
from navigator.guideline.conditions import Value
from navigator.guideline.model import Level, Schedule, Treatment
from navigator.language import Language
from navigator.pages.calendar_file import calendar
from navigator.pages.plan_page import falling_table, relay_table, rising_table
from navigator.pages.plan_words import supply
from tests.builders import D, shipped
from tests.calendar_reading import events
from tests.consultation.patients import well_but

CONTENT = shipped()
DOSED = [t for t in CONTENT.treatments.values() if t.schedules]
LEAP, CLOCKS = (date(2028, 2, 28), date(2028, 2, 29)), (date(2027, 3, 27), date(2027, 10, 30))
STARTS = st.dates(date(2020, 1, 1), date(2099, 12, 31)) | st.sampled_from([*LEAP, *CLOCKS, date(2026, 12, 31)])
FIGURE = re.compile(r"\d[\d\u00a0\u202f]*(?:,\d+)?")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """What a doctor may ask for."""

    treatment: Treatment
    facts: dict[str, Value]
    start: date
    schedule: str
    wish: Wish
    leaving: Leaving | None

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        """What Hypothesis tells of an example that fails."""
        told = {factor: value for factor, value in self.facts.items() if value not in (False, "none", "no")}
        old = f", from {self.leaving.treatment.id} {self.leaving.mg}" if self.leaving else ""
        printer.text(f"{self.treatment.id}, {self.schedule}, {self.start}, {self.wish}{old}, {told}")


@st.composite
def wishes(draw: st.DrawFn, treatment: Treatment, schedule: Schedule) -> Wish:
    """A pace and a target, or steps of the doctor's own near those of the schedule."""
    units, pace = units_of(treatment), draw(st.sampled_from(Pace))
    offered = targets(schedule, units, pace)
    if draw(st.integers(0, 3)):
        return Wish(pace, draw(st.none() | st.sampled_from(offered)))
    doses = sorted({schedule.start_mg.low, *offered, schedule.max_mg, schedule.max_mg * 2})
    drawn = draw(st.lists(st.tuples(st.sampled_from(doses), st.sampled_from([1, 7, 14, 28])), min_size=1, max_size=4))
    return Wish(own=tuple(OwnStep(mg, days) for mg, days in drawn))


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    """A patient of whom all is known, often well, and a plan that the doctor may or may not get."""
    treatment = draw(st.sampled_from(DOSED))
    patient = draw(well_but())
    start, schedule, wish = draw(STARTS), "", NO_WISH
    try:
        offered = schedules_for(CONTENT, treatment, patient)
    except NoPlan:
        return Asked(treatment, patient, start, schedule, wish, None)
    wanted = draw(st.sampled_from(offered))
    wish = draw(wishes(treatment, wanted))
    leaving = None
    if not draw(st.integers(0, 2)):
        old = draw(st.sampled_from(DOSED))
        dose = draw(st.sampled_from([mg for s in old.schedules for mg in (s.start_mg.low, s.target_mg.low, s.max_mg)]))
        leaving = Leaving(old, dose)
    return Asked(treatment, patient, start, wanted.id, wish, leaving)


def this_patients_maximum(one: Asked) -> Decimal:
    """The highest dose a day of any schedule that is open to the patient, by the words of the content."""
    clearance = one.facts.get("crcl")
    open_ = []
    for schedule in one.treatment.schedules:
        band = schedule.band
        if band is not None and isinstance(clearance, Decimal):
            low, below = band.at_least or D(0), band.below or D(10**6)
            if not low <= clearance < below:
                continue
        if schedule.when is None or schedule.when.holds(one.facts) is not False:
            open_.append(schedule.max_mg)
    return max(open_)


def days_of(step: PlanStep) -> int:
    return (step.last - step.first).days + 1


def dose_days(step: PlanStep) -> int:
    return len(range(0, days_of(step), step.interval_days))


def contiguous(steps: tuple[PlanStep, ...]) -> None:
    assert all(s.first <= s.last for s in steps)
    assert all(a.last + ONE_DAY == b.first for a, b in pairwise(steps))
    seen = [s.first + timedelta(days=n) for s in steps for n in range(days_of(s))]
    assert seen == [steps[0].first + timedelta(days=n) for n in range(len(seen))], "every day once"


def dispensable(treatment: Treatment, steps: tuple[PlanStep, ...], counted: dict[Decimal, int]) -> None:
    """Takes add up, units make up each of them, and the counts are what is taken."""
    units = units_of(treatment)
    expected: dict[Decimal, int] = {}
    for step in steps:
        assert sum(step.takes.values()) == step.total_mg == step.mean_mg * step.interval_days
        assert all(mg >= 0 for mg in step.takes.values())
        if not units:
            assert step.units == ()
            continue
        a_day: dict[Decimal, Decimal] = {}
        for mg in step.takes.values():
            made = compose(mg, units)
            assert made is not None
            assert sum(strength * count for strength, count in made) == mg
            for strength, count in made:
                a_day[strength] = a_day.get(strength, D(0)) + count
        assert dict(step.units) == a_day
        for strength, a_day_of_it in a_day.items():
            expected[strength] = expected.get(strength, 0) + int(a_day_of_it) * dose_days(step)
    assert counted == expected


def prescribed(treatment: Treatment, steps: tuple[PlanStep, ...]) -> dict[Decimal, int]:
    """All units of the prescriptions, none of which is longer than the law allows."""
    written, most = prescriptions(steps, treatment.prescription_days), treatment.prescription_days
    assert (written[0].first, written[-1].last) == (steps[0].first, steps[-1].last)
    assert all(a.last + ONE_DAY == b.first for a, b in pairwise(written))
    assert all(most is None or (w.last - w.first).days < most for w in written)
    counts: dict[Decimal, int] = {}
    for strength, count in (pair for w in written for pair in w.units):
        counts[strength] = counts.get(strength, 0) + count
    return counts


def falls(reached: Decimal, steps: tuple[PlanStep, ...]) -> None:
    means = [reached, *(s.mean_mg for s in steps)]
    assert all(a > b for a, b in pairwise(means)), "a taper never jumps up"
    assert all(mg > 0 for mg in means)


def holds(one: Asked, made: Plan, relay: Crossing | None) -> None:
    most = this_patients_maximum(one)
    assert made.schedule.max_mg <= most
    assert all(s.mean_mg <= min(most, made.schedule.max_mg) for s in (*made.steps, *made.taper))
    contiguous((*made.steps, *made.taper))
    assert made.steps[-1].last == made.review
    falls(made.steps[-1].mean_mg, made.taper)
    dispensable(one.treatment, made.steps, dict(made.units_total))
    assert prescribed(one.treatment, made.steps) == dict(made.units_total)
    if relay is None:
        assert made.steps[0].first == one.start
    else:
        crosses(one, made, relay)


def crosses(one: Asked, made: Plan, relay: Crossing) -> None:
    """The old one falls from the first day, the new one rises by its own plan, and no row hides a change."""
    assert relay.spans[0].first == one.start
    assert all(a.last + ONE_DAY == b.first for a, b in pairwise(relay.spans))
    for column, steps in (([s.old for s in relay.spans], relay.falling), ([s.new for s in relay.spans], made.steps)):
        shown = [s for place, s in enumerate(column) if s is not None and (not place or s is not column[place - 1])]
        assert shown == list(steps)
    for span in relay.spans:
        for step in (span.old, span.new):
            assert step is None or step.first <= span.first <= span.last <= step.last
    if relay.falling:
        contiguous(relay.falling)
        falls(relay.leaving.mg, relay.falling)
        old = relay.leaving.treatment
        dispensable(old, relay.falling, prescribed(old, relay.falling))
    pair = CONTENT.pairs.get(frozenset({one.treatment.id, relay.leaving.treatment.id}))
    assert pair is None or pair.level is not Level.CONTRAINDICATED
    if pair is not None and pair.level is Level.AVOID:
        assert not any(s.old and s.new for s in relay.spans)


def figures(cells: Iterator[str]) -> list[Decimal]:
    """The first figure of each cell."""
    found = [FIGURE.search(cell) for cell in cells]
    return [D(re.sub(r"\s", "", f[0]).replace(",", ".")) for f in found if f]


def agrees(one: Asked, made: Plan, relay: Crossing | None) -> None:
    """The calendar file, the tables and the words say the same days and doses as the plan."""
    found = events(calendar(one.treatment, made, Language.FR, relay))
    falling = relay.falling if relay is not None else ()
    steps = [*falling, *made.steps]
    name = one.treatment.name.fr
    stops = [e for e in found if e["SUMMARY"].endswith("arrêté")]
    taken = [e for e in found if e not in stops][:-1]
    assert [(e["DTSTART;VALUE=DATE"], e["DURATION"]) for e in taken] == [
        (f"{s.first:%Y%m%d}", f"P{days_of(s)}D") for s in steps
    ]
    assert figures(e["SUMMARY"].removeprefix(name).replace("\\,", ",") for e in taken) == [s.total_mg for s in steps]
    assert found[-1]["DTSTART;VALUE=DATE"] == f"{made.review:%Y%m%d}"
    stopped = falling[-1].last + ONE_DAY if falling else made.steps[0].first
    assert [e["DTSTART;VALUE=DATE"] for e in stops] == ([f"{stopped:%Y%m%d}"] if relay is not None else [])
    table = rising_table(made, Language.FR)
    days, total = table.heads.index("Jours"), table.heads.index("Total")
    assert [row.cells[days] for row in table.rows] == [str(days_of(s)) for s in made.steps]
    assert figures(row.cells[total] for row in table.rows) == [s.total_mg for s in made.steps]
    assert [row.cells[days - 2] for row in table.rows] == [f"{s.first:%d/%m}" for s in made.steps]
    down = falling_table(made.taper, Language.FR)
    assert [row.cells[:2] for row in down.rows] == [(f"{s.first:%d/%m}", f"{s.last:%d/%m}") for s in made.taper]
    if relay is not None:
        rows = relay_table(relay, one.treatment, Language.FR).rows
        told = [[figures(iter([cell])) for cell in row.cells[3:]] for row in rows]
        assert told == [[[s.total_mg] if s else [] for s in (p.old, p.new)] for p in relay.spans]
    said = " ".join(supply(made, one.treatment, Language.FR, relay))
    assert ("au pharmacien" in said) == bool(made.units_total or (falling and units_of(relay.leaving.treatment)))  # type: ignore[union-attr]


def check(one: Asked) -> None:
    try:
        if one.leaving is not None:
            relay = crossed(CONTENT, one.treatment, one.leaving, one.facts, one.start, one.schedule, one.wish)
            made: Plan = relay.plan
        else:
            relay, (made, _said) = None, planned(CONTENT, one.treatment, one.facts, one.start, one.schedule, one.wish)
    except NoPlan:
        event("refused")
        return
    event("relay" if relay is not None else "own steps" if one.wish.own else "plan")
    holds(one, made, relay)
    agrees(one, made, relay)


CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@settings(CALM, max_examples=40)
@given(asked())
def test_a_plan_for_any_patient_holds(one: Asked) -> None:
    check(one)


@pytest.mark.sweep
@settings(CALM, max_examples=2000)
@given(asked())
def test_a_plan_for_any_patient_holds_with_more_time(one: Asked) -> None:
    check(one)
