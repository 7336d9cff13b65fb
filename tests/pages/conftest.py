"""A sitting on the shipped content, for the tests of the pages."""

from datetime import date

import pytest

from navigator.consultation.patient import patient_from
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.sitting import Sitting

FIT = ("age=40", "sex=male", "weight=80", "creatinine=80", "sodium=140", "taking=none", "others=no")


@pytest.fixture
def sitting(guideline: Guideline) -> Sitting:
    """Nothing chosen, nothing known."""
    return Sitting(guideline, Language.FR, date(2026, 11, 23))


@pytest.fixture
def fit(guideline: Guideline, sitting: Sitting) -> Sitting:
    """A fit man of 40 at the first line of diffuse pain."""
    sitting.begin_with(patient_from(guideline, FIT))
    sitting.choose_type("diffuse")
    return sitting
