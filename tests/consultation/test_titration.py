"""Dated plans: on small schedules what is wanted, on every real one what must always hold."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.consultation.patient import Refused
from navigator.consultation.titration import Plan, plan
from navigator.consultation.units import compose, units_of
from navigator.consultation.wording import figure
from navigator.guideline.model import Schedule, Treatment
from navigator.language import Language
from tests.builders import D, schedule, shipped, step, treatment

START = date(2026, 12, 1)


def planned(
    made: Schedule, *, strengths: tuple[str, ...] = ("100", "300"), liquid: str = "", start: date = START
) -> Plan:
    return plan(treatment("one", strengths=strengths, liquid=liquid), made, start)


def doses(found: Plan) -> list[tuple[str, int]]:
    return [(figure(s.total_mg).en, (s.last - s.first).days + 1) for s in found.steps]


def taper(found: Plan) -> list[tuple[str, int]]:
    return [(figure(s.total_mg).en, (s.last - s.first).days + 1) for s in found.taper]


def test_the_slower_and_lower_end_of_every_range() -> None:
    found = planned(schedule(start="100-300", target="300-900", steps=[step("3-7", "100-300")]))
    assert doses(found) == [("100", 7), ("200", 7), ("300", 43)]
    assert [s.first for s in found.steps] == [date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)]
    assert found.review == date(2026, 12, 15) + timedelta(weeks=6)
    assert found.steps[-1].last == found.review


def test_each_kind_of_step_ends_where_it_says() -> None:
    steps = [step("7", "25", "50"), step("14", "50")]
    found = planned(schedule(start="25", target="150", steps=steps), strengths=("25", "50"))
    assert doses(found) == [("25", 7), ("50", 14), ("100", 14), ("150", 43)]


def test_a_kind_of_step_without_end_is_taken_once_and_the_last_repeats() -> None:
    steps = [step("14", "25"), step("14", "50")]
    found = planned(schedule(start="25", target="200", steps=steps), strengths=("25", "50", "100"))
    assert doses(found) == [("25", 14), ("50", 14), ("100", 14), ("150", 14), ("200", 43)]


def test_the_last_step_stops_at_the_target() -> None:
    found = planned(schedule(start="37.5", target="150", steps=[step("14", "75")]), strengths=("37.5", "75"))
    assert doses(found)[-1][0] == "150"


def test_a_start_at_the_target_is_the_whole_plan() -> None:
    found = planned(schedule(start="300", target="300", weeks="4"))
    assert doses(found) == [("300", 29)]


def test_a_dose_every_other_day() -> None:
    lamotrigine = schedule(start="12.5", target="25", steps=[step("14", "12.5")], interval=2)
    found = planned(lamotrigine, strengths=("25",))
    first, second = found.steps
    assert (first.interval_days, first.total_mg, first.days) == (2, D(25), 7)
    assert first.takes == {"morning": 0, "noon": 0, "evening": 25}
    assert (second.interval_days, second.total_mg) == (1, D(25))
    assert found.units_total == ((D(25), 7 + 43),)


def test_first_takes_then_all_takes() -> None:
    found = planned(schedule(start="100", target="300", steps=[step("7", "100")], takes=("morning", "noon", "evening")))
    assert [list(s.takes.values()) for s in found.steps] == [[0, 0, 100], [100, 0, 100], [100, 100, 100]]
    morning = planned(schedule(start="100", takes=("morning", "evening"), start_takes=("morning",), target="100"))
    assert morning.steps[0].takes == {"morning": 100, "noon": 0, "evening": 0}


def test_the_example_of_the_contract() -> None:
    pregabalin = schedule(start="75", target="150", takes=("morning", "evening"), steps=[step("7", "25")])
    first = planned(pregabalin, strengths=("25", "50", "75", "100", "150")).steps[0]
    assert first.takes == {"morning": 25, "noon": 0, "evening": 50}
    assert first.units == ((D(50), D(1)), (D(25), D(1)))
    assert first.last == date(2026, 12, 7)


def test_units_are_counted_over_the_plan_without_the_taper() -> None:
    found = planned(schedule(start="100", target="200", steps=[step("7", "100")]))
    assert found.units_total == ((D(100), 7 * 1 + 43 * 2),)


def test_a_dose_between_units_takes_the_nearest_below() -> None:
    found = planned(schedule(start="100", target="250-300", steps=[step("7", "150-200")]))
    assert [mg for mg, _days in doses(found)] == ["100", "200", "250"]
    assert found.steps[-1].units == ()
    assert "250" in " ".join(w.in_(Language.FR) for w in found.warnings)


def test_the_maximum_is_never_passed() -> None:
    found = planned(schedule(start="100", target="900", most="300", steps=[step("7", "100")]))
    assert doses(found)[-1][0] == "300"


def test_without_units_on_the_market_the_plan_says_so() -> None:
    none = treatment("one", no_unit="nothing on the market", strengths=["25"])
    found = plan(none, schedule(start="10", target="25", steps=[step("7", "10")]), START)
    assert all(s.units == () for s in found.steps)
    assert found.units_total == ()
    assert none.no_unit in found.warnings
    assert [s.takes["evening"] for s in found.steps] == [10, 20, 25]


def test_a_specialist_schedule_says_so() -> None:
    assert any("spécialisé" in w.in_(Language.FR) for w in planned(schedule(specialist=True)).warnings)


# --- the taper


def test_the_taper_of_the_content_is_followed_from_the_day_after_the_review() -> None:
    found = planned(schedule(start="300", target="300", taper=("100", 4)))
    assert taper(found) == [("200", 4), ("100", 4)]
    assert found.taper[0].first == found.review + timedelta(days=1)
    assert found.warnings == ()


def test_without_one_a_quarter_a_week_and_it_is_said_to_be_prudence() -> None:
    found = planned(schedule(start="400", target="400"))
    assert taper(found) == [("300", 7), ("200", 7), ("100", 7)]
    assert any("prudence" in w.in_(Language.FR) for w in found.warnings)


def test_a_taper_is_never_one_step_to_nothing_nor_shorter_than_a_week() -> None:
    assert taper(planned(schedule(start="300", target="300", taper=("300", 4)))) == [("200", 4), ("100", 4)]
    assert taper(planned(schedule(start="600", target="600", taper=("300", 4)))) == [("300", 7)]


def test_doses_on_the_way_down_exist() -> None:
    assert taper(planned(schedule(start="60", target="60"), strengths=("30",))) == [("30", 7)]
    assert taper(planned(schedule(start="30", target="30"), strengths=("30",))) == []
    assert [mg for mg, _d in taper(planned(schedule(start="25", target="25", taper=("5", 7)), liquid="1"))] == [
        "20",
        "15",
        "10",
        "5",
    ]


# --- dates


@pytest.mark.parametrize("start", [date(2024, 2, 26), date(2026, 12, 28), date(1, 1, 1)])
def test_leap_days_and_year_ends_are_days_like_others(start: date) -> None:
    found = planned(schedule(start="100", target="300", steps=[step("7", "100")]), start=start)
    assert (found.review - start).days == 14 + 42


@pytest.mark.parametrize("start", [date.max, date(9999, 11, 30)])
def test_a_plan_beyond_the_calendar_is_refused(start: date) -> None:
    with pytest.raises(Refused, match="9999"):
        planned(schedule(start="100", target="300", steps=[step("7", "100")]), start=start)


# --- every real medicine and schedule

REAL = [(t, s) for t in shipped().treatments.values() for s in t.schedules]
DATES = st.dates(min_value=date(2020, 1, 1), max_value=date(2099, 12, 31)) | st.sampled_from(
    [date(2024, 2, 28), date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2096, 2, 29)]
)


@pytest.mark.parametrize(("medicine", "real"), REAL, ids=[f"{t.id}-{s.id}" for t, s in REAL])
@settings(deadline=None, max_examples=15)
@given(start=DATES)
def test_every_real_plan_holds(medicine: Treatment, real: Schedule, start: date) -> None:
    found = plan(medicine, real, start)
    assert found.steps[0].first == start
    assert found.steps[0].total_mg == real.start_mg.low * real.start_interval_days
    assert found.steps[-1].last == found.review
    assert (found.review - found.steps[-1].first).days >= real.judge_after_weeks * 7
    steps = (*found.steps, *found.taper)
    for before, after in pairwise(steps):
        assert after.first == before.last + timedelta(days=1)
    means = [s.total_mg / s.interval_days for s in found.steps]
    assert all(a < b for a, b in pairwise(means)), "a step up is a step up"
    assert means[-1] == real.target_mg.low
    assert max(means) <= real.max_mg
    falling = [means[-1], *(s.total_mg / s.interval_days for s in found.taper)]
    assert all(a > b for a, b in pairwise(falling)), "a taper never goes up"


@pytest.mark.parametrize(("medicine", "real"), REAL, ids=[f"{t.id}-{s.id}" for t, s in REAL])
def test_every_real_dose_can_be_dispensed(medicine: Treatment, real: Schedule) -> None:
    units = units_of(medicine)
    found = plan(medicine, real, START)
    for one in (*found.steps, *found.taper):
        assert sum(one.takes.values()) == one.total_mg
        assert {time for time, mg in one.takes.items() if mg} <= {*real.takes, *real.start_takes}
        assert all(mg >= 0 for mg in one.takes.values())
        if not units:
            assert one.units == ()
            continue
        assert all(compose(mg, units) is not None for mg in one.takes.values())
        assert sum(strength * count for strength, count in one.units) == one.total_mg
    if units:
        dispensed = sum(strength * count for strength, count in found.units_total)
        assert dispensed == sum(s.total_mg * s.days for s in found.steps)
        assert not any("Aucune association" in w.in_(Language.FR) for w in found.warnings)


@pytest.mark.parametrize(("medicine", "real"), REAL, ids=[f"{t.id}-{s.id}" for t, s in REAL])
def test_every_real_plan_moves_slowly_enough(medicine: Treatment, real: Schedule) -> None:
    found = plan(medicine, real, START)
    quickest = min((s.after_days.high for s in real.steps), default=None)
    for one in found.steps[:-1]:
        assert quickest is not None
        assert (one.last - one.first).days + 1 >= quickest
    if found.taper:
        assert (found.taper[-1].last - found.review).days >= 7
