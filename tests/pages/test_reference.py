"""Without a patient: nothing is judged, nothing is asked, the order is that of the guideline."""

from datetime import date

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import Mark, StagePage, TreatmentPage
from navigator.pages.sitting import Sitting


def test_options_stand_unjudged_in_the_order_of_the_guideline(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, date(2026, 11, 23), reference=True)
    sitting.open_node("diffuse.first-line")
    scene = sitting.scene
    page = scene.page
    assert scene.patient is None
    assert isinstance(page, StagePage)
    assert {card.status.mark for card in page.options} == {Mark.NEUTRAL}
    assert all(card.ask is None and not (card.dose and card.dose.needs) for card in page.options)
    assert page.outcome is None
    assert page.blocked is None
    assert "what-if" not in [a.id for a in page.actions]
    order = [t for t in guideline.treatments if t in {c.treatment for c in page.options}]
    lines = {c.treatment: next(t.tag for t in c.lines) for c in page.options}
    shown = [c.treatment for c in page.options]
    first = [t for t in shown if lines[t] == lines[shown[0]]]
    assert first == [t for t in order if t in first]


def test_a_treatment_is_not_judged_and_asks_nothing(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.EN, date(2026, 11, 23), reference=True)
    for id in guideline.treatments:
        sitting.open_treatment(id)
        page = sitting.scene.page
        assert isinstance(page, TreatmentPage)
        assert page.status.mark is Mark.NEUTRAL
        assert not any(a.factor or a.mark is Mark.MISSING for a in page.alerts)
        assert not page.start_label
        assert "what-if" not in [a.id for a in page.actions]
