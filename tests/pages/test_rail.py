"""The rail: the way so far, its trials, and what a change did to them."""

from navigator.pages.scene import RailTrial
from navigator.pages.sitting import Sitting
from navigator.pages.trail import Revision


def test_there_is_no_way_before_a_type_is_chosen(sitting: Sitting) -> None:
    assert sitting.scene.rail.steps == ()


def test_trials_hang_on_their_stage(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("no-relief", "")
    fit.start_trial("duloxetine")
    step = next(s for s in fit.scene.rail.steps if s.node == "diffuse.first-line")
    assert [t.glyph for t in step.trials] == ["no-relief", "under-way"]
    assert step.state == "current"


def test_an_answer_that_is_no_longer_asked_is_shown_apart(fit: Sitting) -> None:
    for treatment in ("gabapentin", "amitriptyline"):
        fit.change_draft(treatment, "1800", "8")
        fit.record_outcome("no-relief", "")
    fit.revise_step(1, Revision("relief-30"))
    rail = fit.scene.rail
    assert [t.title.replace("\u00a0", " ") for t in rail.dropped] == ["Amitriptyline 1800 mg/j"]
    assert rail.dropped_title


def test_the_end_of_the_walk_is_a_step(fit: Sitting) -> None:
    fit.move("refer")
    assert fit.scene.rail.steps[-1].node == "diffuse.refer"


def test_a_short_trial_is_marked_as_such_in_the_rail(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "300", "2")
    fit.record_outcome("no-relief", "")
    fit.move("trial.count")
    trials = [t for step in fit.scene.rail.steps for t in step.trials]
    assert [t.note.endswith("trop court, dose basse") for t in trials] == [True]
    fit.revise_step(1, Revision("remove"))
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("no-relief", "")
    trials = [t for step in fit.scene.rail.steps for t in step.trials]
    assert not any("trop court" in t.note for t in trials)


def test_a_trial_under_way_says_what_it_lacks(fit: Sitting) -> None:
    def row() -> RailTrial:
        return next(t for step in fit.scene.rail.steps for t in step.trials)

    fit.start_trial("gabapentin")
    assert row().note == "en cours"
    fit.change_draft("gabapentin", "300", "2")
    assert row().title.replace("\u00a0", " ") == "Gabapentine 300 mg/j"
    assert row().note == "en cours · trop court, dose basse"
    fit.change_draft("gabapentin", "1800", "8")
    assert row().note == "en cours"


def test_a_trial_set_aside_and_too_short_reads_as_not_counted(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.tell("72 ans, femme, 61 kg, 128 µmol/L, diabète, tramadol, sertraline, gabapentine 300 mg 2 semaines")
    row = next(t for step in sitting.scene.rail.steps for t in step.trials)
    assert row.note == "non compté · trop court"
