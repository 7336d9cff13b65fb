"""The page of a document: what the doctor is told before the paper is handed over."""

from datetime import date

import pytest

from navigator.consultation.patient import patient_from
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import DocumentPage
from navigator.pages.sitting import Sitting

FIT = ("age=52", "sex=male", "weight=80", "creatinine=80", "taking=none", "others=no")


def page_of(guideline: Guideline, id: str, facts: tuple[str, ...]) -> DocumentPage:
    sitting = Sitting(guideline, Language.FR, date(2026, 11, 25))
    sitting.begin_with(patient_from(guideline, facts))
    sitting.enter("diffuse.first-line")
    sitting.open_document(id)
    page = sitting.scene.page
    assert isinstance(page, DocumentPage)
    return page


def test_a_leaflet_for_a_patient_it_suits_needs_no_warning(guideline: Guideline) -> None:
    assert page_of(guideline, "leaflet.gabapentin", FIT).lead == ""


def test_a_leaflet_of_a_treatment_to_avoid_tells_the_doctor_why(guideline: Guideline) -> None:
    tramadol = (*FIT[:4], "taking=tramadol,none", "others=no")
    page = page_of(guideline, "leaflet.gabapentin", ("age=72", *tramadol[1:]))
    assert page.lead.startswith("Déconseillé chez ce patient.")
    assert "opioïde" in page.lead


def test_a_leaflet_of_what_is_forbidden_leaves_the_doses_blank(guideline: Guideline) -> None:
    page = page_of(guideline, "leaflet.duloxetine", ("age=52", "sex=male", "crcl=20", "taking=none", "others=no"))
    assert page.lead.startswith("Doses laissées en blanc.")


@pytest.mark.parametrize("id", ["letter", "note"])
def test_what_is_retyped_is_said_to_be_kept_nowhere(guideline: Guideline, id: str) -> None:
    page = page_of(guideline, id, FIT)
    assert page.editable
    assert "rien n’est gardé" in page.lead
