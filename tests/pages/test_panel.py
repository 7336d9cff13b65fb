"""The patient panel: what matters first, what is derived and why, nothing taken for granted."""

from navigator.pages.scene import Field, PatientPanel
from navigator.pages.sitting import Sitting


def panel(sitting: Sitting) -> PatientPanel:
    found = sitting.scene.patient
    assert found is not None
    return found


def field(sitting: Sitting, factor: str) -> Field:
    return next(f for g in panel(sitting).groups for f in g.fields if f.id == factor)


def test_what_the_page_waits_for_is_asked(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    assert field(sitting, "creatinine").state == "asked"
    assert panel(sitting).to_settle


def test_nothing_is_asked_of_a_patient_who_is_known(fit: Sitting) -> None:
    assert panel(fit).to_settle == ""


def test_a_derived_fact_says_why(sitting: Sitting) -> None:
    sitting.answer("sex", "male")
    found = field(sitting, "pregnant")
    assert (found.state, found.value) == ("implied", "no")
    assert "Homme" in found.note


def test_nothing_else_folds_a_group_and_can_be_undone(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    before = panel(sitting).groups[1]
    assert before.open
    sitting.close_group(before.id, True)
    assert panel(sitting).groups[1].closed
    assert not panel(sitting).groups[1].open
    sitting.undo()
    assert not panel(sitting).groups[1].closed


def test_the_summary_is_what_is_known(fit: Sitting) -> None:
    assert panel(fit).summary.replace("\u00a0", " ") == "H · 40 ans · ClCr 123"


def test_nothing_is_stored_is_always_said(sitting: Sitting) -> None:
    assert "enregistré" in panel(sitting).privacy
