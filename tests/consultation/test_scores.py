"""DN4: the verdict falls as soon as it is certain, and not before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.consultation.scores import score
from navigator.guideline.model import Guideline, Score, ScoreItem
from tests.builders import PLACE, text

TEN = Score(
    "dn4",
    text("DN4"),
    tuple(ScoreItem(f"i{i}", text(""), text("")) for i in range(10)),
    4,
    text(""),
    text(""),
    (),
    PLACE,
)


@pytest.mark.parametrize(
    ("answers", "points", "positive", "missing"),
    [
        ([], 0, None, 10),
        ([True] * 3, 3, None, 7),
        ([True] * 4, 4, True, 6),
        ([True] * 3 + [False] * 7, 3, False, 0),
        ([False] * 6, 0, None, 4),
        ([False] * 7, 0, False, 3),
        ([True, None, True, None, True, True], 4, True, 6),
        ([True] * 10, 10, True, 0),
    ],
)
def test_points_and_verdict(answers: list[bool | None], points: int, positive: bool | None, missing: int) -> None:
    result = score(TEN, answers)
    assert (result.points, result.out_of, result.positive, result.missing) == (points, 10, positive, missing)


@given(st.lists(st.sampled_from([True, False, None]), min_size=10, max_size=10), st.data())
def test_a_verdict_never_changes_with_more_answers(answers: list[bool | None], data: st.DataObject) -> None:
    early = score(TEN, answers).positive
    full = [data.draw(st.booleans()) if a is None else a for a in answers]
    final = score(TEN, full)
    assert final.positive is not None
    assert final.missing == 0
    assert early in (None, final.positive)


def test_too_many_answers_are_a_programming_error() -> None:
    with pytest.raises(ValueError, match="10 items"):
        score(TEN, [True] * 11)


def test_dn4_as_shipped(guideline: Guideline) -> None:
    dn4 = guideline.scores["dn4"]
    assert len(dn4.items) == 10
    assert score(dn4, [True] * 4 + [False] * 6).positive is True
    assert score(dn4, [True] * 3 + [False] * 7).positive is False
