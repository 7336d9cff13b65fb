"""A figure that stands only in a field or only in the prose is a warning; so is a changed one."""

import pytest

from navigator.language import Language

from .planted import caught
from .small_content import SmallContent

GABAPENTIN, DULOXETINE = "treatments/gabapentin.yaml", "treatments/duloxetine.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "said"),
    [
        (GABAPENTIN, "max_mg: 3600", "max_mg: 3300", "unsaid-dose", "3300"),
        (GABAPENTIN, "max_mg: 3600", "max_mg: 2700", "prose-dose", "3600"),
        (DULOXETINE, "puis 60 mg ;", "puis 45 mg ;", "prose-dose", "45"),
        (DULOXETINE, "when: crcl < 30", "when: crcl < 31", "unsaid-threshold", "31"),
    ],
)
def test_a_figure_said_on_one_side_only_is_a_warning(
    content: SmallContent, file: str, old: str, new: str, code: str, said: str
) -> None:
    content.swap(file, old, new)
    problems = caught(content, code)
    assert any(said in problem.text.in_(Language.FR) for problem in problems)
    assert {problem.severity.value for problem in problems} == {"warning"}
