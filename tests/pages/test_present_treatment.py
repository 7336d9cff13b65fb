"""What the patient takes already and should not take together is said on every stage, whatever is chosen there."""

from datetime import date

import pytest

from navigator.consultation.patient import facts_of, patient_from
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import StagePage
from navigator.pages.sitting import Sitting

WOMAN = ("age=72", "sex=female", "weight=61", "creatinine=128", "taking=tramadol,ssri,none")


def stage(guideline: Guideline, node: str, facts: tuple[str, ...]) -> StagePage:
    sitting = Sitting(guideline, Language.FR, date(2026, 11, 25))
    sitting.begin_with(patient_from(guideline, facts))
    sitting.enter(node)
    page = sitting.scene.page
    assert isinstance(page, StagePage)
    return page


def titles(page: StagePage) -> list[str]:
    return [note.title for note in page.notes if note.title.startswith("Traitement actuel")]


def test_a_stage_with_options_says_it_above_them(guideline: Guideline) -> None:
    page = stage(guideline, "localized.first-line", WOMAN)
    assert page.blocked is None
    assert len(titles(page)) == 1
    assert any("tramadol" in line for note in page.notes for line in note.lines)


def test_a_stage_that_is_set_aside_says_it_once_on_its_card(guideline: Guideline) -> None:
    page = stage(guideline, "diffuse.first-line", WOMAN)
    assert page.blocked is not None
    assert "tramadol" in page.blocked.because
    assert titles(page) == []


def test_nothing_is_said_where_nothing_clashes(guideline: Guideline) -> None:
    alone = (*WOMAN[:-1], "taking=ssri,none")
    assert titles(stage(guideline, "localized.first-line", alone)) == []


@pytest.mark.parametrize(("age", "implied"), [("55", None), ("56", False)])
def test_over_fifty_five_nobody_is_asked_about_pregnancy(guideline: Guideline, age: str, implied: bool | None) -> None:
    facts = facts_of(guideline, patient_from(guideline, (f"age={age}", "sex=female"))).values
    assert facts.get("pregnant") is implied
    assert facts.get("breastfeeding") is implied
