"""Clinical scores of yes/no items (DN4): points, and whether the score is positive as soon as that is certain.

Knows counting only. An unanswered item is neither yes nor no.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from navigator.guideline.model import Score


@dataclass(frozen=True, slots=True)
class Result:
    """`points` so far out of `out_of`; `positive` is None while the `missing` items can still decide."""

    points: int
    out_of: int
    positive: bool | None
    missing: int


def score(score: Score, answers: Sequence[bool | None]) -> Result:
    """Count `answers`, one for each item in their order; those not given are missing.

    Raises ValueError when there are more answers than items.
    """
    out_of = len(score.items)
    if len(answers) > out_of:
        raise ValueError(f"{score.id} has {out_of} items, not {len(answers)}")
    points = sum(answer is True for answer in answers)
    missing = out_of - sum(answer is not None for answer in answers)
    positive = True if points >= score.cutoff else False if points + missing < score.cutoff else None
    return Result(points, out_of, positive, missing)
