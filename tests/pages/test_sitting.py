"""One doctor at the desk: the walk, the patient, undo, and what is refused."""

from decimal import Decimal

from navigator.pages.scene import EndPage, StagePage, StartPage, TreatmentPage
from navigator.pages.sitting import Sitting


def stage(sitting: Sitting) -> StagePage:
    page = sitting.scene.page
    assert isinstance(page, StagePage)
    return page


def test_a_trial_moves_on_and_undo_takes_it_back(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("relief-30", "")
    assert stage(fit).node == "diffuse.combinations"
    assert stage(fit).options[0].treatment.startswith("gabapentin+")
    fit.undo()
    assert stage(fit).node == "diffuse.first-line"
    fit.redo()
    assert stage(fit).node == "diffuse.combinations"


def test_an_outcome_without_a_treatment_is_answered_in_words(fit: Sitting) -> None:
    fit.record_outcome("no-relief", "")
    bar = stage(fit).outcome
    assert bar is not None
    assert "Choisissez" in bar.error
    assert len(fit.desk.moment.walk.steps) == 1


def test_a_dose_that_is_no_number_is_refused_and_the_trial_stays(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "beaucoup", "8")
    bar = stage(fit).outcome
    assert bar is not None
    assert bar.error
    assert bar.selected == "gabapentin"


def test_a_new_patient_is_not_brought_back_by_undo(fit: Sitting) -> None:
    fit.new_patient()
    assert isinstance(fit.scene.page, StartPage)
    assert not fit.scene.can.undo
    fit.undo()
    assert fit.desk.moment.patient.answers == {}
    assert fit.desk.moment.walk.steps == ()


def test_back_and_forward_go_through_the_pages(fit: Sitting) -> None:
    fit.open_treatment("duloxetine")
    assert isinstance(fit.scene.page, TreatmentPage)
    fit.back()
    assert stage(fit).node == "diffuse.first-line"
    fit.forward()
    assert isinstance(fit.scene.page, TreatmentPage)


def test_a_preview_records_nothing(fit: Sitting) -> None:
    fit.open_node("diffuse.interventional")
    page = stage(fit)
    assert page.preview
    assert page.outcome is None
    assert page.moves == ()
    fit.move("return")
    assert not stage(fit).preview


def test_a_red_flag_ends_the_walk_in_urgent(fit: Sitting) -> None:
    fit.open_article("red-flags")
    fit.move("red-flags:present")
    page = fit.scene.page
    assert isinstance(page, EndPage)
    assert page.end == "urgent"


def test_another_reading_says_what_became_of_the_answers(fit: Sitting) -> None:
    fit.change_draft("pregabalin", "300", "8")
    fit.record_outcome("no-relief", "")
    fit.choose_reading("sfetd-2020")
    assert "à revoir : 1" in fit.scene.notice.replace("\u00a0", " ")
    lines = [line.replace("\u00a0", " ") for note in stage(fit).notes for line in note.lines]
    assert "À redemander : Prégabaline, 300 mg/j, 8 sem., < 30 %." in [" ".join(line.split()) for line in lines]
    trials = [t for step in fit.scene.rail.steps for t in step.trials]
    assert [t.note.startswith("à revoir") for t in trials] == [True]


def test_creatinine_may_be_typed_in_the_other_unit(sitting: Sitting) -> None:
    sitting.choose_unit("creatinine", "mg/dL")
    sitting.answer("creatinine", "1,1")
    assert sitting.desk.moment.patient.answers["creatinine"] == Decimal("97.2")


def test_another_unit_reads_again_what_was_refused(sitting: Sitting) -> None:
    sitting.answer("creatinine", "12")
    assert "creatinine" in sitting.desk.refusals
    sitting.choose_unit("creatinine", "mg/L")
    assert sitting.desk.refusals == {}
    assert sitting.desk.moment.patient.answers["creatinine"] == Decimal("106.1")


def test_the_units_of_creatinine_come_round(sitting: Sitting) -> None:
    sitting.answer("creatinine", "106,1")
    seen = []
    for _press in range(3):
        patient = sitting.scene.patient
        assert patient is not None
        field = next(f for g in patient.groups for f in g.fields if f.id == "creatinine")
        seen.append((field.units[0], field.value))
        sitting.choose_unit("creatinine", field.units[1])
    assert seen == [("µmol/L", "106,1"), ("mg/L", "12"), ("mg/dL", "1,2")]
    assert sitting.desk.settings.creatinine == "µmol/L"


def test_a_treatment_is_reached_from_a_link(fit: Sitting) -> None:
    fit.open_article("treatment.gabapentin")
    page = fit.scene.page
    assert isinstance(page, TreatmentPage)
    assert page.treatment == "gabapentin"


def test_undone_is_said_without_another_undo_beside_it(fit: Sitting) -> None:
    fit.choose_type("diffuse")
    fit.undo()
    assert "Annulé" in fit.scene.notice
    assert not fit.scene.undoable
    fit.redo()
    fit.note_copied()
    assert "copiée" in fit.scene.notice
    assert not fit.scene.undoable
