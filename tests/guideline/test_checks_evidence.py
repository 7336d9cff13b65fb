"""Every statement that its sources do not bear is caught."""

import pytest

from .planted import caught
from .small_content import SmallContent

GABAPENTIN, DULOXETINE = "treatments/gabapentin.yaml", "treatments/duloxetine.yaml"
CITED = "    status: read\n    sources: [v1]"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "severity"),
    [
        (GABAPENTIN, CITED, "    status: read\n    sources: [l1]", "standing", "error"),
        (DULOXETINE, CITED, "    status: unsure\n    sources: [v1]", "standing", "error"),
        (GABAPENTIN, CITED, "    status: unsure\n    sources: [v1]", "unsure-figure", "error"),
        (DULOXETINE, CITED, "    status: literature\n    sources: [l1]", "reread", "warning"),
        (GABAPENTIN, "value: 7.2", "value: 72", "figure", "error"),
        (GABAPENTIN, "low: 5.9", "low: 8", "figure", "error"),
        (GABAPENTIN, "value: 7.2, low: 5.9", "value: 7.2", "figure", "error"),
        ("interactions.yaml", "level: caution", "level: contraindicated", "reread", "warning"),
        ("pathways.yaml", "review_by: 2028-11-23", "review_by: 2025-11-23", "review-date", "error"),
        (
            "background.yaml",
            "calcium in.}, sources",
            "calcium in.}, review_by: 2020-01-01, sources",
            "review-date",
            "error",
        ),
        (
            "pathways.yaml",
            "better.}, sources: [v1]",
            "better.}, status: unsure, sources: [v1]",
            "unsure-figure",
            "error",
        ),
    ],
)
def test_what_its_sources_do_not_bear_is_caught(
    content: SmallContent, file: str, old: str, new: str, code: str, severity: str
) -> None:
    content.swap(file, old, new)
    problems = caught(content, code)
    assert [problem.severity.value for problem in problems] == [severity]


def test_a_figure_without_an_upper_limit_is_in_order(content: SmallContent) -> None:
    content.swap(GABAPENTIN, ", high: 9.2", "")
    assert caught(content, "figure") == []
