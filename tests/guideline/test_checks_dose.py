"""Every impossible dose planted in a schedule is caught."""

import pytest

from navigator.guideline.checks_dose import slowest_path

from .planted import caught
from .small_content import SmallContent

GABAPENTIN, DULOXETINE = "treatments/gabapentin.yaml", "treatments/duloxetine.yaml"

_LIQUID = "liquid: {{mg: {}, unit: {{fr: goutte, en: drop}}, units: {{fr: gouttes, en: drops}}}}\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (DULOXETINE, "start_mg: 30\n", "start_mg: 0\n", "dose-order"),
        (DULOXETINE, "start_mg: 30\n", "start_mg: 90\n", "dose-order"),
        (GABAPENTIN, "start_mg: 100-300", "start_mg: 100-600", "dose-order"),
        (DULOXETINE, "max_mg: 120", "max_mg: 30", "dose-order"),
        (GABAPENTIN, "target_mg: 900-1800", "target_mg: 900-4200", "dose-order"),
        (DULOXETINE, "judge_after_weeks: 6", "judge_after_weeks: 0", "dose-order"),
        (GABAPENTIN, "start_interval_days: 2", "start_interval_days: 0", "dose-order"),
        (GABAPENTIN, "    taper_every_days: 7\n", "", "taper"),
        (GABAPENTIN, "taper_mg: 300", "taper_mg: 0", "taper"),
        (DULOXETINE, "add_mg: 30, up_to_mg: 60", "add_mg: 0, up_to_mg: 60", "step"),
        (DULOXETINE, "add_mg: 30, up_to_mg: 60", "add_mg: 30, up_to_mg: 30", "step"),
        (DULOXETINE, "add_mg: 30, up_to_mg: 60", "add_mg: 30, up_to_mg: 600", "step"),
        (DULOXETINE, "after_days: 7-14", "after_days: 0-14", "step"),
        (DULOXETINE, "      - {after_days: 7-14, add_mg: 30, up_to_mg: 60}", "      []", "target"),
        (DULOXETINE, "after_days: 7-14", "after_days: 7-140", "target"),
        (GABAPENTIN, "add_mg: 150, up_to_mg: 300", "add_mg: 150, up_to_mg: 200", "target"),
        (DULOXETINE, "target_mg: 60", "target_mg: 75", "units"),
        (DULOXETINE, "max_mg: 120", "max_mg: 240", "units"),
        (DULOXETINE, "strengths_mg: [30, 60]", "strengths_mg: [60]", "units"),
        (DULOXETINE, "strengths_mg: [30, 60]", "strengths_mg: [60, 30]", "units"),
        (DULOXETINE, "strengths_mg: [30, 60]\n", "", "units"),
        (
            DULOXETINE,
            "strengths_mg: [30, 60]\n",
            "strengths_mg: [30, 60]\nno_unit: {fr: Sans produit., en: No product.}\n",
            "units",
        ),
        (
            DULOXETINE,
            "strengths_mg: [30, 60]\n",
            _LIQUID.format(0),
            "units",
        ),
        (
            DULOXETINE,
            "strengths_mg: [30, 60]\n",
            _LIQUID.format(7),
            "units",
        ),
    ],
)
def test_an_impossible_dose_is_caught(content: SmallContent, file: str, old: str, new: str, code: str) -> None:
    content.swap(file, old, new)
    problems = caught(content, code)
    assert problems
    assert all(problem.place.file == file and problem.severity == "error" for problem in problems)


def test_a_dose_every_other_day_is_made_of_the_units_of_its_day(content: SmallContent) -> None:
    content.swap(GABAPENTIN, "    start_interval_days: 2\n", "")
    assert caught(content, "units")


@pytest.mark.parametrize(
    "units",
    [
        _LIQUID.format(5),
        "no_unit: {fr: Sans produit., en: No product.}\n",
    ],
)
def test_a_liquid_or_the_lack_of_any_unit_is_in_order(content: SmallContent, units: str) -> None:
    content.swap(DULOXETINE, "strengths_mg: [30, 60]\n", units)
    assert caught(content, "units") == []


def test_the_slowest_path_takes_the_long_and_small_end_of_every_range(content: SmallContent) -> None:
    schedule = content.load().draft.treatments["duloxetine"].schedules[0]
    assert [(str(day), str(dose)) for day, dose in slowest_path(schedule)] == [("0", "30"), ("14", "60")]
