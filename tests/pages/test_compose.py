"""Every page renders in both languages, for patients at every band, strictly."""

from datetime import date

import pytest

from navigator.consultation.patient import Patient, patient_from
from navigator.guideline.model import Guideline, Kind, NodeKind
from navigator.language import Language
from navigator.pages import scene
from navigator.pages.sitting import Sitting

TODAY = date(2026, 11, 23)
PATIENTS = {
    "nobody": (),
    "fit": ("age=40", "sex=male", "weight=80", "creatinine=80", "taking=none", "others=no", "sodium=140"),
    "old": ("age=84", "sex=female", "weight=48", "creatinine=95", "taking=ssri,tramadol,none", "others=no"),
    "dialysis": ("age=60", "sex=female", "dialysis=yes", "crcl=8", "taking=none", "others=no"),
    "heavy": ("age=50", "sex=female", "weight=130", "height=160", "creatinine=70", "taking=maoi,valproate"),
}


@pytest.fixture(params=PATIENTS)
def patient(request: pytest.FixtureRequest, guideline: Guideline) -> Patient:
    return patient_from(guideline, PATIENTS[request.param])


@pytest.mark.parametrize("language", list(Language))
def test_every_page_renders(guideline: Guideline, patient: Patient, language: Language) -> None:
    sitting = Sitting(guideline, language, TODAY)
    sitting.begin_with(patient)
    for pain in guideline.pain_types:
        sitting.choose_type(pain)
        for node in guideline.nodes:
            sitting.open_node(node)
            assert sitting.scene.title
        for treatment in guideline.treatments:
            sitting.open_treatment(treatment)
            page = sitting.scene.page
            assert isinstance(page, scene.TreatmentPage)
            assert page.html
            assert language is Language.EN or "None" not in page.html
        sitting.home()


@pytest.mark.parametrize("kind", ["source", "score", "background"])
def test_every_article_renders(guideline: Guideline, kind: str) -> None:
    for language in Language:
        sitting = Sitting(guideline, language, TODAY)
        found = {"source": guideline.sources, "score": guideline.scores, "background": guideline.background}[kind]
        for id in found:
            sitting.open_article(f"{kind}.{id}")
            page = sitting.scene.page
            assert isinstance(page, scene.ArticlePage | scene.ChecklistPage)
            assert page.id == f"{kind}.{id}"


def test_every_option_of_every_reading_has_its_card(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    for source in guideline.sources.values():
        if not source.reading:
            continue
        sitting.choose_reading(source.id)
        seen = set()
        for node in guideline.nodes.values():
            if node.kind is not NodeKind.STAGE:
                continue
            sitting.open_node(node.id)
            page = sitting.scene.page
            assert isinstance(page, scene.StagePage)
            seen |= {card.treatment for card in page.options}
        assert seen == set(guideline.treatments), set(guideline.treatments) - seen


def test_excluded_options_stay_on_the_page_last_with_their_reason(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.begin_with(patient_from(guideline, ("age=78", "sex=female", "crcl=25", "taking=none", "others=no")))
    sitting.enter("diffuse.first-line")
    page = sitting.scene.page
    assert isinstance(page, scene.StagePage)
    blocked = [c for c in page.options if c.status.mark is scene.Mark.CONTRAINDICATED]
    assert "duloxetine" in [c.treatment for c in blocked]
    assert page.options[-1].status.mark is scene.Mark.CONTRAINDICATED
    assert all(c.reasons and c.reasons[0].sources for c in blocked)


def test_the_figures_of_a_page_are_those_of_the_schedule(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.begin_with(patient_from(guideline, ("crcl=45", "age=60", "others=no", "taking=none")))
    sitting.enter("diffuse.first-line")
    sitting.open_treatment("pregabalin")
    page = sitting.scene.page
    assert isinstance(page, scene.TreatmentPage)
    limit = page.figures[3]
    assert limit.value == "300"
    assert limit.adapted
    assert "600" in limit.caption
    assert "45" in limit.caption


def test_without_a_clearance_the_dose_waits(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.enter("diffuse.first-line")
    page = sitting.scene.page
    assert isinstance(page, scene.StagePage)
    card = next(c for c in page.options if c.treatment == "gabapentin")
    assert card.dose is not None
    assert card.dose.needs
    assert not card.dose.start
    assert card.status.mark is scene.Mark.MISSING


def test_a_disagreement_between_guidelines_is_marked_on_the_card(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.enter("diffuse.first-line")
    page = sitting.scene.page
    assert isinstance(page, scene.StagePage)
    card = next(c for c in page.options if c.treatment == "pregabalin")
    assert "SFETD 2020" in card.disagreement
    assert [t.tag for t in card.lines if t.source == "SFETD 2020"] == ["2e"]


def test_what_the_article_lacks_says_so(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.enter("localized.first-line")
    page = sitting.scene.page
    assert isinstance(page, scene.StagePage)
    card = next(c for c in page.options if c.treatment == "lidocaine-plaster")
    assert "article" in card.origin


def test_clearance_names_what_is_missing_and_follows_the_formula(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    for answer in (("age", "84"), ("sex", "female"), ("weight", "48")):
        sitting.answer(*answer)
    panel = sitting.scene.patient
    assert panel is not None
    assert "créatinine" in panel.clearance.missing.lower()
    sitting.answer("creatinine", "95")
    panel = sitting.scene.patient
    assert panel is not None
    assert panel.clearance.value == "29,4"


def test_an_invalid_number_clears_what_was_derived_and_says_why(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    for answer in (("age", "84"), ("sex", "female"), ("weight", "48"), ("creatinine", "95"), ("creatinine", "1,1")):
        sitting.answer(*answer)
    panel = sitting.scene.patient
    assert panel is not None
    assert panel.clearance.value == ""
    field = next(f for g in panel.groups for f in g.fields if f.id == "creatinine")
    assert field.state == "invalid"
    assert field.value == "1,1"
    assert "mg/dL" in field.error


def test_reference_mode_has_no_patient(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY, reference=True)
    assert sitting.scene.patient is None


def test_an_overdue_review_is_said_and_nothing_hidden(guideline: Guideline) -> None:
    page = Sitting(guideline, Language.FR, date(2031, 1, 1)).scene.page
    assert isinstance(page, scene.StartPage)
    assert page.notices
    assert len(page.cards) == 4


def test_a_combination_has_no_dose_of_its_own(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    for treatment in guideline.treatments.values():
        if treatment.kind is Kind.COMBINATION:
            found, _facts = sitting.assessed(treatment.id)
            assert found.schedule is None
