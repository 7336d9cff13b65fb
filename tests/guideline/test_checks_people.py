"""Every fault planted among the factors is caught."""

import pytest

from .planted import caught
from .small_content import SmallContent


def test_a_choice_that_a_closed_group_cannot_answer_is_caught(content: SmallContent) -> None:
    content.swap("factors.yaml", "    none: none\n", "")
    assert caught(content, "none")


@pytest.mark.parametrize(
    ("old", "new"),
    [("id: rash_now, kind: yes-no", "id: rash_now, kind: taking"), ("{id: bmi,", "{id: body_mass,")],
)
def test_a_factor_that_the_consultation_computes_with_must_be_there(content: SmallContent, old: str, new: str) -> None:
    content.swap("factors.yaml", old, new)
    assert len(caught(content, "missing-factor")) == 1
