"""The numbers behind the resume code: what the checks say of them."""

from navigator.language import Language
from tests.guideline.small_content import SmallContent


def test_a_new_id_needs_a_number(content: SmallContent) -> None:
    content.swap("codes.yaml", "treatments: [gabapentin, duloxetine, rtms,", "treatments: [gabapentin, duloxetine,")
    (problem,) = content.found()
    assert problem.code == "no-number"
    assert "« rtms »" in problem.line(Language.FR)


def test_no_id_has_two_numbers(content: SmallContent) -> None:
    content.swap("codes.yaml", "groups: [body, organs]", "groups: [body, organs, body]")
    assert content.codes() == ["two-numbers"]


def test_what_the_content_lost_keeps_its_number(content: SmallContent) -> None:
    content.swap("codes.yaml", "readings: [source-article,", "readings: [source-article, eular-1998,")
    assert content.codes() == []
