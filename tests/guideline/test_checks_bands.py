"""Every gap, overlap or rise for a frailer patient planted among the schedules is caught."""

import pytest

from navigator.language import Language

from .planted import caught
from .small_content import SmallContent

GABAPENTIN, DULOXETINE = "treatments/gabapentin.yaml", "treatments/duloxetine.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("band: {below: 30}", "band: {below: 29}", "no-schedule", "crcl=29.5"),
        ("band: {from: 60}", "band: {from: 61}", "no-schedule", "crcl=60.5"),
        ("band: {from: 30, below: 60}", "band: {from: 29, below: 60}", "band", "29"),
        ("band: {from: 30, below: 60}", "band: {from: 60, below: 30}", "band", "vide"),
        ("max_mg: 600", "max_mg: 1200", "ceiling", "« low »"),
        ("band: {from: 60}", "band: {from: 60, below: 90}", "no-schedule", "crcl=90"),
        ("    band: {below: 30}\n", "", "unused-schedule", "« middle »"),
    ],
)
def test_bands_part_the_clearance_without_gap_overlap_or_rise(
    content: SmallContent, old: str, new: str, code: str, said: str
) -> None:
    content.swap(GABAPENTIN, old, new)
    problems = caught(content, code)
    assert any(said in problem.text.in_(Language.FR) for problem in problems)


def test_a_condition_that_leaves_a_patient_out_is_caught_unless_a_rule_forbids(content: SmallContent) -> None:
    assert content.codes() == []
    content.swap(DULOXETINE, "when: crcl < 30", "when: crcl < 20")
    assert caught(content, "no-schedule")


def test_an_older_patient_never_gets_more(content: SmallContent) -> None:
    content.swap(
        DULOXETINE,
        "schedules:\n",
        "schedules:\n"
        "  - {id: elderly, title: {fr: Âgé, en: Elderly}, when: age >= 75 and crcl >= 30, start_mg: 30, "
        "takes: [morning], steps: [{after_days: 7, add_mg: 30}], target_mg: 60, max_mg: 180, "
        "judge_after_weeks: 6, sources: [v1]}\n",
    )
    (problem,) = caught(content, "ceiling")
    assert "age=75" in problem.text.in_(Language.FR)


def test_a_row_for_dialysis_stands_apart(content: SmallContent) -> None:
    content.swap(
        GABAPENTIN,
        "schedules:\n",
        "schedules:\n"
        "  - {id: dialysis, title: {fr: Dialyse, en: Dialysis}, when: dialysis, start_mg: 100, takes: [evening], "
        "steps: [{after_days: 7, add_mg: 100}], target_mg: 300, max_mg: 300, judge_after_weeks: 6, sources: [v1]}\n",
    )
    assert caught(content, "ceiling") == []
    assert caught(content, "no-schedule") == []
