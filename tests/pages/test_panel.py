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
    before = next(g for g in panel(sitting).groups if g.close_label)
    assert before.asked
    sitting.close_group(before.id, True)
    assert next(g for g in panel(sitting).groups if g.id == before.id).closed
    sitting.undo()
    assert not next(g for g in panel(sitting).groups if g.id == before.id).closed


def test_the_summary_is_what_is_known(fit: Sitting) -> None:
    assert panel(fit).summary.replace("\u00a0", " ") == "H · 40 ans · ClCr 123"


def test_nothing_is_stored_is_always_said(sitting: Sitting) -> None:
    assert "enregistré" in panel(sitting).privacy


def test_a_line_is_one_step_to_undo_and_what_was_not_read_stays_in_the_field(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.tell("72 ans, femme, machin, tramadol")
    assert (field(sitting, "age").value, field(sitting, "tramadol").value) == ("72", "yes")
    assert panel(sitting).line.left == "machin"
    assert panel(sitting).line.error
    sitting.undo()
    assert (field(sitting, "age").value, field(sitting, "tramadol").value) == ("", "")
    assert panel(sitting).line.left == ""


def test_a_number_of_the_line_that_cannot_be_says_why(sitting: Sitting) -> None:
    sitting.tell("créatinine 1,4")
    assert panel(sitting).line.left == "créatinine 1,4"
    assert "mg/dL" in panel(sitting).line.error
    sitting.tell("1,4 mg/dL")
    assert field(sitting, "creatinine").value == "123,8"
    assert panel(sitting).line.error == ""


def test_what_a_word_means_is_said_before_it_is_taken(sitting: Sitting) -> None:
    (first, *_others) = sitting.proposals("72 ans, fluoxet")
    assert (first.line, first.label) == ("72 ans, fluoxétine", "Fluoxétine")
    assert "ISRS" in first.note
    assert "CYP2D6" in first.note


def test_nothing_else_at_all_closes_every_group_and_is_undone(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    assert panel(sitting).close_all == "Terrain sans particularité"
    sitting.answer("diabetes", "yes")
    assert panel(sitting).close_all == "Rien d’autre à signaler"
    sitting.close_all(True)
    assert panel(sitting).all_closed
    assert field(sitting, "diabetes").value == "yes"
    assert field(sitting, "ssri").value == "no"
    sitting.undo()
    assert not panel(sitting).all_closed
    assert field(sitting, "ssri").value == ""


def test_the_questions_are_few_and_could_change_a_status_here(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    asked = [f.id for f in panel(sitting).questions]
    assert len(asked) == 3
    waiting = {f for o in ("amitriptyline", "duloxetine", "gabapentin") for f in sitting.assessed(o)[0].missing}
    assert set(asked) <= waiting


def test_where_all_is_blocked_nothing_more_is_asked(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.tell("72 ans, femme, 61 kg, 128 µmol/L, tramadol, sertraline")
    assert panel(sitting).to_settle == ""
    assert panel(sitting).questions == ()


def test_a_folded_group_says_what_was_answered_in_it(sitting: Sitting) -> None:
    sitting.tell("diabète")
    group = next(g for g in panel(sitting).groups if g.id == "organs")
    assert (group.open, group.told) == (False, "Diabète")


def test_a_word_not_understood_opens_again_what_was_answered_by_no(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.close_all(True)
    sitting.tell("72 ans, zzz")
    assert not sitting.desk.moment.patient.closed
    assert "rouvert" in sitting.scene.notice
    assert "zzz" in panel(sitting).line.left
    sitting.undo()
    assert sitting.desk.moment.patient.closed


def test_nothing_else_waits_for_what_was_not_understood(sitting: Sitting) -> None:
    """An unread word may be the very factor that « no » to all the rest would deny."""
    sitting.choose_type("trigeminal")
    sitting.tell("homme, HLA bizarre")
    sitting.close_all(True)
    assert not panel(sitting).all_closed
    assert field(sitting, "asian_ancestry").value == ""
    assert "rien d’autre" in panel(sitting).line.error
    assert "rien d’autre" in sitting.scene.notice  # where the panel is folded away
    assert panel(sitting).line.left == "HLA bizarre"
    sitting.close_group("blood-skin", True)
    assert not next(g for g in panel(sitting).groups if g.id == "blood-skin").closed
    sitting.tell("")
    sitting.close_all(True)
    assert panel(sitting).all_closed


def test_a_man_is_not_asked_for_contraception(sitting: Sitting) -> None:
    sitting.choose_type("trigeminal")
    sitting.answer("sex", "male")
    assert "hormonal_contraceptive" not in [f.id for f in panel(sitting).questions]
    assert field(sitting, "combined_pill").state == "implied"
