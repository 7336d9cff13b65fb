"""One treatment in place of another: two columns, each within its own limits."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.consultation.crossing import Crossing, Leaving, crossed
from navigator.consultation.planning import NoPlan
from navigator.guideline.model import Guideline, Level
from navigator.language import Language
from tests.builders import D, guideline, known, pair, rule, schedule, shipped, step, treatment
from tests.consultation.test_titration import DATES, START


def built(level: Level | None = None) -> Guideline:
    old = treatment("old", schedules=[schedule(target="300", taper=("100", 7))], strengths=["100"])
    new = treatment(
        "new",
        rule("new.maoi", "maoi"),
        schedules=[schedule(start="50", target="100", steps=[step("7", "50")])],
        strengths=["50"],
    )
    once = treatment("once", schedules=[schedule(start="30", target="30", most="30")], strengths=["30"])
    pairs = [pair("old", "new", level)] if level else []
    return guideline(old, new, once, treatment("technique"), pairs=pairs)


def relay(level: Level | None = None, old: str = "old", mg: str = "300", *, maoi: bool = False) -> Crossing:
    made = built(level)
    leaving = Leaving(made.treatments[old], D(mg))
    return crossed(made, made.treatments["new"], leaving, {"maoi": maoi}, START)


def columns(found: Crossing) -> list[tuple[int, str, str]]:
    return [
        (
            (s.last - s.first).days + 1,
            f"{s.old.total_mg}" if s.old else "-",
            f"{s.new.total_mg}" if s.new else "-",
        )
        for s in found.spans
    ]


def test_one_falls_while_the_other_rises() -> None:
    assert columns(relay()) == [(7, "200", "50"), (7, "100", "100"), (36, "-", "100")]


def test_what_is_to_be_avoided_together_waits() -> None:
    found = relay(Level.AVOID)
    assert columns(found) == [(7, "200", "-"), (7, "100", "-"), (7, "-", "50"), (43, "-", "100")]
    said = [w.in_(Language.FR) for w in found.warnings]
    assert "old with new" in said
    assert any("attend la fin de l’ancien (old)" in w for w in said)


def test_a_caution_of_the_pair_is_said() -> None:
    assert "old with new" in [w.in_(Language.FR) for w in relay(Level.CAUTION).warnings]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"level": Level.CONTRAINDICATED}, "contre-indiqués ensemble"),
        ({"maoi": True}, "ontre-indication de new"),
        ({"old": "new", "mg": "100"}, "Pas de relais"),
        ({"old": "technique"}, "Pas de relais"),
        ({"mg": "700"}, "n’est pas entre 0 et 600"),
        ({"mg": "0"}, "n’est pas entre 0 et 600"),
        ({"mg": "150"}, "ne se compose pas"),
    ],
)
def test_a_relay_that_cannot_be_made_says_why(more: dict[str, object], words: str) -> None:
    with pytest.raises(NoPlan) as stopped:
        relay(**more)  # type: ignore[arg-type]
    assert words in stopped.value.sentence.in_(Language.FR)


def test_a_dose_that_cannot_be_lowered_stops_the_day_before() -> None:
    found = relay(old="once", mg="30")
    assert found.falling == ()
    assert any("la veille" in w.in_(Language.FR) for w in found.warnings)


def test_a_relay_beyond_the_calendar_is_refused() -> None:
    made = built()
    with pytest.raises(NoPlan, match="plan"):
        crossed(made, made.treatments["new"], Leaving(made.treatments["old"], D(300)), {"maoi": False}, date.max)


HEALTHY = ("age=50", "sex=male", "crcl=100", "taking=none", "others=no", "sodium=140", "weight=70", "height=175")
MEDICINES = [t.id for t in shipped().treatments.values() if t.schedules and t.drug_class != "combination"]


@settings(deadline=None, max_examples=40)
@given(old=st.sampled_from(MEDICINES), new=st.sampled_from(MEDICINES), start=DATES)
def test_each_column_keeps_to_its_own_limits(old: str, new: str, start: date) -> None:
    content = shipped()
    leaving = Leaving(content.treatments[old], content.treatments[old].schedules[-1].target_mg.low)
    try:
        found = crossed(content, content.treatments[new], leaving, known(content, *HEALTHY), start)
    except NoPlan:
        return
    most = max(s.max_mg for s in content.treatments[old].schedules)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(found.spans))
    assert found.spans[0].first == start
    olds = [s.old.mean_mg for s in found.spans if s.old]
    news = [s.new.mean_mg for s in found.spans if s.new]
    assert all(mg < leaving.mg <= most for mg in olds)
    assert all(a >= b for a, b in pairwise(olds)), "the old one never goes up"
    assert all(a <= b for a, b in pairwise(news)), "the new one never goes down"
    assert all(mg <= found.plan.schedule.max_mg for mg in news)
    go = content.pairs.get(frozenset({old, new}))
    if go is not None and go.level is Level.AVOID:
        assert not any(s.old and s.new for s in found.spans)
