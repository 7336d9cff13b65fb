"""The option cards: what decides first, what to ask, what happened before."""

from navigator.pages.scene import Mark, OptionCard, StagePage
from navigator.pages.sitting import Sitting


def card(sitting: Sitting, treatment: str) -> OptionCard:
    page = sitting.scene.page
    assert isinstance(page, StagePage)
    return next(c for c in page.options if c.treatment == treatment)


def test_a_card_says_its_name_status_and_reason_to_a_screen_reader(fit: Sitting) -> None:
    fit.answer("ssri", "yes")
    spoken = card(fit, "duloxetine").spoken
    assert spoken.startswith("Duloxétine. Déconseillé. ")
    assert "ISRS" in spoken


def test_the_heaviest_reason_comes_first_and_the_rest_is_counted(fit: Sitting) -> None:
    fit.answer("maoi", "yes")
    fit.answer("ssri", "yes")
    found = card(fit, "amitriptyline")
    assert found.reasons[0].mark is Mark.CONTRAINDICATED
    assert found.reasons[0].rule == "amitriptyline.maoi"
    assert found.more


def test_what_is_missing_is_asked_on_the_card(sitting: Sitting) -> None:
    sitting.choose_type("localized")
    found = card(sitting, "lidocaine-plaster")
    assert found.status.mark is Mark.MISSING
    assert found.ask is not None
    assert found.ask.id == "broken_skin"
    sitting.answer("broken_skin", "no")
    assert card(sitting, "lidocaine-plaster").ask is None


def test_a_medicine_of_the_hospital_says_so_before_it_is_chosen(fit: Sitting) -> None:
    fit.open_node("trigeminal.second-line")
    assert "hôpital" in card(fit, "botulinum-toxin").summary
    assert "hôpital" in card(fit, "botulinum-toxin").spoken
    assert "Aucune contre-indication" in card(fit, "gabapentin").summary


def test_a_former_trial_stands_on_its_card(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("no-relief", "")
    assert "1800" in card(fit, "gabapentin").history


def test_the_trial_under_way_is_marked(fit: Sitting) -> None:
    fit.start_trial("duloxetine")
    assert card(fit, "duloxetine").current
    assert not card(fit, "gabapentin").current


def test_a_hard_stop_known_from_literature_says_so(fit: Sitting) -> None:
    fit.answer("urinary_retention", "yes")
    reason = card(fit, "imipramine").reasons[0]
    assert reason.mark is Mark.CONTRAINDICATED
    assert "relire" in reason.standing
