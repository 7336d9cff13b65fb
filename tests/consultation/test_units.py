"""Making up a dose from what exists on the market, and spreading it over the day."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.consultation.units import FEW, Units, compose, grain_of, split, units_of
from tests.builders import D, treatment

GABAPENTIN = Units((D(100), D(300), D(400), D(600)))
PREGABALIN = Units((D(25), D(50), D(75), D(100), D(150)))
DROPS = Units((D(25), D(50)), D(1))
EVERY = ("morning", "noon", "evening")


def test_the_units_of_a_treatment() -> None:
    assert units_of(treatment("one", strengths=["25", "50"], liquid="1")) == DROPS
    assert not units_of(treatment("one", strengths=["25"], no_unit="none on the market"))


@pytest.mark.parametrize(
    ("take", "made"),
    [
        ("0", ()),
        ("100", ((100, 1),)),
        ("200", ((100, 2),)),
        ("500", ((400, 1), (100, 1))),
        ("900", ((600, 1), (300, 1))),
        ("800", ((400, 2),)),
        ("1200", ((600, 2),)),
        ("150", None),
        ("12.5", None),
    ],
)
def test_the_fewest_units(take: str, made: object) -> None:
    assert compose(D(take), GABAPENTIN) == made


def test_a_greedy_choice_is_not_enough() -> None:
    assert compose(D(60), Units((D(10), D(30), D(40)))) == ((D(30), 2),)


def test_a_half_strength_counts_exactly() -> None:
    assert compose(D("112.5"), Units((D("37.5"), D(75)))) == ((D(75), 1), (D("37.5"), 1))


def test_the_liquid_gives_what_tablets_do_not() -> None:
    assert compose(D(25), DROPS) == ((D(25), 1),)
    assert compose(D(5), DROPS) == ((D(1), 5),)
    assert compose(D("5.5"), DROPS) is None


@pytest.mark.parametrize(
    ("total", "takes", "units", "expected"),
    [
        ("75", ("morning", "evening"), PREGABALIN, {"morning": 25, "evening": 50}),
        ("150", ("morning", "evening"), PREGABALIN, {"morning": 75, "evening": 75}),
        ("100", EVERY, GABAPENTIN, {"morning": 0, "noon": 0, "evening": 100}),
        ("200", EVERY, GABAPENTIN, {"morning": 100, "noon": 0, "evening": 100}),
        ("400", EVERY, GABAPENTIN, {"morning": 100, "noon": 100, "evening": 200}),
        ("500", EVERY, GABAPENTIN, {"morning": 200, "noon": 100, "evening": 200}),
        ("900", EVERY, GABAPENTIN, {"morning": 300, "noon": 300, "evening": 300}),
        ("30", ("morning",), Units((D(30), D(60))), {"morning": 30}),
        ("10", ("evening",), Units(), {"evening": 10}),
        ("30", ("morning", "noon"), Units((D(10),)), {"morning": 20, "noon": 10}),
    ],
)
def test_a_day_is_spread_evenly_with_more_in_the_evening(
    total: str, takes: tuple[str, ...], units: Units, expected: object
) -> None:
    assert split(D(total), takes, units) == expected


def test_takes_of_few_units_are_preferred_to_even_ones() -> None:
    found = split(D(20), ("morning", "evening"), Units((D(4), D(12), D(1))))
    assert found is not None
    for take in found.values():
        made = compose(take, Units((D(4), D(12), D(1))))
        assert made is not None
        assert sum(count for _mg, count in made) <= FEW


def test_a_dose_that_nothing_gives() -> None:
    assert split(D(150), EVERY, GABAPENTIN) is None
    assert split(D("0.3"), ("evening",), Units()) is None
    assert split(D(5), ("evening",), Units((D(2), D(4)))) is None


STRENGTHS = st.lists(st.sampled_from([D(x) for x in ("0.5", "1", "2.5", "5", "10", "25", "37.5", "75")]), max_size=4)


@given(
    STRENGTHS,
    st.sampled_from([None, D(1), D("2.5")]),
    st.integers(0, 240),
    st.sampled_from([EVERY, ("morning", "evening"), ("evening",), ("noon",)]),
)
def test_shares_add_up_and_can_be_made_up(
    strengths: list[Decimal], liquid: Decimal | None, halves: int, takes: tuple[str, ...]
) -> None:
    units = Units(tuple(dict.fromkeys(strengths)), liquid)
    total = D(halves) / 2
    shares = split(total, takes, units)
    if shares is None:
        assert units
        return
    assert sum(shares.values()) == total
    assert tuple(shares) == takes
    if "evening" in shares:
        assert shares["evening"] == max(shares.values())
    for share in shares.values() if units else ():
        made = compose(share, units)
        assert made is not None
        assert sum(mg * count for mg, count in made) == share


@given(STRENGTHS.filter(bool), st.integers(1, 60))
def test_a_multiple_of_one_unit_can_always_be_made_up(strengths: list[Decimal], count: int) -> None:
    units = Units(tuple(dict.fromkeys(strengths)))
    take = strengths[0] * count
    made = compose(take, units)
    assert made is not None
    assert sum(n for _mg, n in made) <= count
    assert take % grain_of(units) == 0
