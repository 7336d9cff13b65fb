"""What the doctor may tell a plan: pace, target, own steps. And what always holds, whatever was told."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.consultation.entry import Refused
from navigator.consultation.ladder import Pace, targets
from navigator.consultation.own_steps import OwnStep
from navigator.consultation.titration import Plan, PlanStep, Wish, plan
from navigator.consultation.units import compose, makes, units_of
from navigator.guideline.model import Schedule, Treatment
from navigator.language import Language
from tests.builders import D, schedule, step, treatment
from tests.consultation.test_titration import DATES, REAL, START, doses

USUAL = schedule(start="100-200", target="300-900", most="600", steps=[step("3-7", "100-300")], weeks="4")
STRENGTHS = ("100", "300")


def wished(made: Schedule = USUAL, **wish: object) -> Plan:
    return plan(treatment("one", strengths=STRENGTHS), made, START, Wish(**wish))  # type: ignore[arg-type]


def own(*steps: tuple[str, int | None]) -> tuple[OwnStep, ...]:
    return tuple(OwnStep(D(mg), days) for mg, days in steps)


def refused(made: Schedule = USUAL, **wish: object) -> str:
    with pytest.raises(Refused) as stopped:
        wished(made, **wish)
    return stopped.value.sentence.in_(Language.FR)


def test_the_fast_pace_takes_large_steps_close_to_each_other() -> None:
    assert doses(wished(pace=Pace.FAST, target_mg=D(600))) == [("100", 3), ("400", 3), ("600", 29)]
    assert doses(wished(target_mg=D(400))) == [("100", 7), ("200", 7), ("300", 7), ("400", 29)]


def test_a_target_outside_the_range_of_this_patient_is_refused() -> None:
    assert "de 300 à 600" in refused(target_mg=D(200))
    assert "700 mg/j est refusé" in refused(target_mg=D(700))
    assert "ne se compose pas" in refused(target_mg=D(350))


def test_a_target_that_no_step_reaches_is_refused() -> None:
    short = schedule(start="100", target="300-600", steps=[step("7", "100", "400")])
    assert "s’arrêtent à 400" in refused(short, target_mg=D(500))
    assert targets(short, units_of(treatment("one", strengths=STRENGTHS)), Pace.SLOW) == (D(300), D(400))


def test_own_steps_within_the_limits_are_taken_as_they_are() -> None:
    found = wished(own=own(("200", 3), ("500", 10), ("600", None)))
    assert doses(found) == [("200", 3), ("500", 10), ("600", 29)]
    assert found.warnings == wished().warnings


def test_the_same_dose_twice_is_one_step() -> None:
    assert doses(wished(own=own(("100", 2), ("100", 1), ("300", None)))) == [("100", 3), ("300", 29)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([("300", 7), ("400", None)], "le début est à 200 mg/j au plus ; 300"),
        ([("100", 7), ("500", None)], "après 100 mg/j, 400 mg/j au plus ; 500"),
        ([("100", 2), ("200", None)], "au moins 3 jours avant de monter ; 2"),
        ([("200", 7), ("500", 7), ("700", None)], "le maximum de ce patient est 600 mg/j ; 700"),
        ([("150", None)], "150 mg/j ne se compose pas"),
        ([("0", None)], "plus grande que zéro"),
        ([("100", 0), ("200", None)], "de 1 à 366 jours"),
        ([("100", 400), ("200", None)], "de 1 à 366 jours"),
        ([("100", None), ("200", None)], "de 1 à 366 jours"),
    ],
)
def test_own_steps_that_break_a_limit_are_refused_in_its_words(steps: list[tuple[str, int | None]], words: str) -> None:
    assert words in refused(own=own(*steps))


def test_each_kind_of_step_has_its_own_limit() -> None:
    kinds = schedule(start="100", target="900", most="900", steps=[step("7", "100", "300"), step("3", "300")])
    assert "300 mg/j au plus" in refused(kinds, own=own(("100", 7), ("200", 7), ("500", None)))
    assert doses(wished(kinds, own=own(("100", 7), ("200", 7), ("300", 3), ("600", None))))[-1][0] == "600"
    once = schedule(start="100", target="900", most="900", steps=[step("7", "100"), step("3", "300")])
    assert "200 mg/j au plus" in refused(once, own=own(("100", 7), ("400", None)))
    assert len(wished(once, own=own(("100", 7), ("200", 3), ("500", None))).steps) == 3


def test_a_step_back_needs_no_wait_but_the_way_up_again_does() -> None:
    assert doses(wished(own=own(("200", 3), ("500", 1), ("200", 3), ("400", None))))[2] == ("200", 3)
    assert "au moins 3 jours" in refused(own=own(("200", 3), ("500", 1), ("200", 2), ("400", None)))


def test_no_step_leads_above_the_last_one() -> None:
    short = schedule(start="100", target="200", most="600", steps=[step("7", "100", "200")])
    assert "aucun palier ne monte au-dessus de 200" in refused(short, own=own(("100", 7), ("200", 7), ("300", None)))


def test_own_steps_that_judge_too_low_or_too_early_are_told() -> None:
    said = " ".join(w.in_(Language.FR) for w in wished(own=own(("100", 10))).warnings)
    assert "sous la cible de 300" in said
    assert "moins de 4 semaines" in said


def test_a_dose_that_is_not_tolerated_leads_back_to_the_one_before() -> None:
    found = wished(own=own(("200", 3), ("500", 7), ("400", 7), ("600", None)))
    back = [found.back_from(place) for place in range(4)]
    assert [s.total_mg if s else None for s in back] == [None, 200, 200, 400]


# --- whatever is told, on every real schedule


def holds(medicine: Treatment, real: Schedule, found: Plan, start: date) -> None:
    """Never above this patient's maximum, contiguous, dispensable, counted right, and a taper that only falls."""
    steps = (*found.steps, *found.taper)
    assert found.steps[0].first == start
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(steps))
    assert all(s.mean_mg <= real.max_mg for s in steps)
    falling = [found.steps[-1].mean_mg, *(s.mean_mg for s in found.taper)]
    assert all(a > b for a, b in pairwise(falling))
    units = units_of(medicine)
    for one in steps:
        assert sum(one.takes.values()) == one.total_mg
        if units:
            assert all(compose(mg, units) is not None for mg in one.takes.values())
            assert sum(strength * count for strength, count in one.units) == one.total_mg
    covered(medicine, found)


def covered(medicine: Treatment, found: Plan) -> None:
    """The prescriptions follow each other, respect the law and add up to all that is taken."""
    written = found.prescriptions
    assert (written[0].first, written[-1].last) == (found.steps[0].first, found.review)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(written))
    most = medicine.prescription_days
    assert most is None or all((w.last - w.first).days + 1 <= most for w in written)
    assert most is not None or len(written) == 1
    counts: dict[Decimal, int] = {}
    for strength, count in (u for w in written for u in w.units):
        counts[strength] = counts.get(strength, 0) + count
    assert counts == dict(found.units_total)
    if units_of(medicine):
        taken = sum(s.total_mg * dose_days(s) for s in found.steps)
        assert sum(strength * count for strength, count in counts.items()) == taken


def dose_days(one: PlanStep) -> int:
    """The days with a dose, counted on the fingers."""
    days = (one.last - one.first).days + 1
    return len([n for n in range(days) if n % one.interval_days == 0])


@pytest.mark.parametrize(("medicine", "real"), REAL, ids=[f"{t.id}-{s.id}" for t, s in REAL])
@settings(deadline=None, max_examples=12)
@given(start=DATES, pace=st.sampled_from(Pace), data=st.data())
def test_every_real_plan_holds_at_any_pace_and_target(
    medicine: Treatment, real: Schedule, start: date, pace: Pace, data: st.DataObject
) -> None:
    offered = targets(real, units_of(medicine), pace)
    goal = data.draw(st.sampled_from(offered))
    found = plan(medicine, real, start, Wish(pace, goal))
    holds(medicine, real, found, start)
    assert found.steps[-1].mean_mg == goal
    gaps = [s.after_days for s in real.steps]
    for before, after in pairwise(found.steps):
        assert after.mean_mg > before.mean_mg
        assert (before.last - before.first).days + 1 >= min(g.low for g in gaps)
        assert after.mean_mg - before.mean_mg <= max(s.add_mg.high for s in real.steps)


def breaks(real: Schedule, medicine: Treatment, steps: list[OwnStep]) -> bool:
    """Whether own steps (each another dose than the one before) break a limit, said once more and simply.

    Only for schedules whose kinds of steps all end at a dose, or that have one.
    """
    if steps[0].mg > real.start_mg.high:
        return True
    for place, one in enumerate(steps):
        takes, every = (real.start_takes, real.start_interval_days) if place == 0 else (real.takes, 1)
        if one.mg > real.max_mg or not makes(one.mg * every, takes, units_of(medicine)):
            return True
    for place, (before, after) in enumerate(pairwise(steps)):
        if after.mg < before.mg:
            continue
        kind = next((k for k in real.steps if k.up_to_mg is None or before.mg < k.up_to_mg), None)
        if kind is None or after.mg > before.mg + kind.add_mg.high:
            return True
        if kind.up_to_mg is not None and after.mg > kind.up_to_mg:
            return True
        least = max(kind.after_days.low, Decimal(real.first_step_min_days if place == 0 else 1))
        if Decimal(before.days or 0) < least:
            return True
    return False


@pytest.mark.parametrize(("medicine", "real"), REAL, ids=[f"{t.id}-{s.id}" for t, s in REAL])
@settings(deadline=None, max_examples=25)
@given(start=DATES, data=st.data())
def test_own_steps_are_taken_exactly_where_they_keep_to_the_limits(
    medicine: Treatment, real: Schedule, start: date, data: st.DataObject
) -> None:
    units = units_of(medicine)
    smooth = [
        s.mean_mg for s in plan(medicine, real, start, Wish(Pace.SLOW, targets(real, units, Pace.SLOW)[-1])).steps
    ]
    fast = [s.mean_mg for s in plan(medicine, real, start, Wish(Pace.FAST, targets(real, units, Pace.FAST)[-1])).steps]
    near = [real.start_mg.high, real.max_mg, real.max_mg + 5, smooth[0] / 2]
    dose = st.sampled_from(sorted({*smooth, *fast, *near}))
    days = st.sampled_from([1, 2, 3, 6, 7, 13, 14, 28])
    drawn = data.draw(st.lists(st.tuples(dose, days), min_size=1, max_size=5))
    given_ = data.draw(st.sampled_from([drawn, list(zip(smooth, [14] * len(smooth), strict=True))]))
    steps = [OwnStep(mg, n) for place, (mg, n) in enumerate(given_) if place == 0 or mg != given_[place - 1][0]]
    try:
        found = plan(medicine, real, start, Wish(own=tuple(steps)))
    except Refused:
        assert breaks(real, medicine, steps)
        return
    assert not breaks(real, medicine, steps)
    holds(medicine, real, found, start)
    assert [(s.mean_mg, (s.last - s.first).days + 1) for s in found.steps] == [(s.mg, s.days) for s in steps]
