"""What should have been reviewed by a day says so from the next day on, on every page and in the terminal."""

from datetime import date

import pytest

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import EndPage, StagePage, TreatmentPage
from navigator.pages.sitting import Sitting
from navigator.pages.words import overdue
from navigator.terminal import printing

DUE = "à revoir depuis le"
PAST = date(2030, 1, 1)


@pytest.fixture
def later(guideline: Guideline) -> Sitting:
    """Years after the release."""
    return Sitting(guideline, Language.FR, PAST)


def test_the_day_itself_is_not_past() -> None:
    day = date(2027, 11, 23)
    assert overdue(day, day, Language.FR) == ""
    assert overdue(day, date(2027, 11, 24), Language.FR) == "à revoir depuis le 23\u00a0novembre 2027"
    assert overdue(None, PAST, Language.FR) == ""


@pytest.mark.parametrize("treatment", ["pregabalin", "nav-blockers"])
def test_a_treatment_says_which_of_its_statements_are_due(sitting: Sitting, later: Sitting, treatment: str) -> None:
    for desk, due in ((sitting, False), (later, True)):
        desk.open_treatment(treatment)
        page = desk.scene.page
        assert isinstance(page, TreatmentPage)
        assert (DUE in page.html) is due
        assert (DUE in " ".join(printing.page(desk.scene).split())) is due


def test_stages_ends_and_landmarks_say_it_too(guideline: Guideline, sitting: Sitting, later: Sitting) -> None:
    dated = [n for n in guideline.nodes.values() if any(s.review_by for s in n.statements)]
    assert dated
    for node in dated:
        for desk, due in ((sitting, False), (later, True)):
            desk.open_node(node.id)
            page = desk.scene.page
            if isinstance(page, StagePage):
                assert any(DUE in s.standing for s in page.statements) is due
            elif isinstance(page, EndPage):
                assert (DUE in page.html) is due
    later.open_article("landmarks")
    assert DUE in " ".join(printing.page(later.scene).split())


def test_a_combination_says_it(guideline: Guideline, later: Sitting) -> None:
    for id_, combination in guideline.combinations.items():
        if any(s.review_by for s in combination.statements):
            later.open_treatment(id_)
            assert DUE in " ".join(printing.page(later.scene).split())
