"""The dose that a case expects: in the words of a schedule, in part, or none."""

import pytest

from navigator.guideline.model import ExpectedDose
from tests.builders import D, between, step

from .small_content import SmallContent

NODE = "node: diffuse.first-line"


def dose_of(content: SmallContent, written: str) -> ExpectedDose | None:
    """The dose of the first case, with `written` added to it."""
    path = content.folder / "cases/all.yaml"
    path.write_text(path.read_text("utf-8").replace(NODE, f"{NODE}\n    dose: {written}", 1), encoding="utf-8")
    return content.load().draft.cases[0].dose


def test_a_dose_in_part(content: SmallContent) -> None:
    steps = "[{after_days: 7-14, add_mg: 30, up_to_mg: 60}]"
    expected = ExpectedDose(max_mg=D(120), steps=(step("7-14", "30", "60"),), strengths_mg=(D(30), D(60)))
    assert dose_of(content, f"{{max_mg: 120, steps: {steps}, strengths_mg: [30, 60]}}") == expected
    assert content.load().problems == ()


def test_a_start_is_of_every_day_unless_it_says_otherwise(content: SmallContent) -> None:
    assert dose_of(content, "{start_mg: 12.5}") == ExpectedDose(start_mg=between("12.5"), start_interval_days=1)
    other = content.write()
    every_other = ExpectedDose(start_mg=between("12.5"), start_interval_days=2)
    assert dose_of(other, "{start_mg: 12.5, start_interval_days: 2}") == every_other


def test_no_dose(content: SmallContent) -> None:
    assert content.load().draft.cases[0].dose is None
    assert dose_of(content, "none") == ExpectedDose(nothing=True)


@pytest.mark.parametrize(
    ("written", "code"),
    [("{}", "empty-value"), ("nothing", "shape"), ("{start: 30}", "unknown-key"), ("{max_mg: 1.50}", "number")],
)
def test_a_dose_that_cannot_be_read(content: SmallContent, written: str, code: str) -> None:
    dose_of(content, written)
    assert code in {problem.code for problem in content.load().problems}
