"""Earlier answers opened again: what is offered, what comes of it, and what stays."""

from dataclasses import replace
from decimal import Decimal

from navigator.consultation.walk import Answered, Chosen, Draft, Trial
from navigator.pages.sitting import Sitting
from navigator.pages.trail import REMOVE, UNDER_WAY, Revision


def tried(sitting: Sitting, treatment: str, outcome: str, reason: str = "", weeks: str = "2") -> None:
    sitting.change_draft(treatment, "900", weeks)
    sitting.record_outcome(outcome, reason)


def step(sitting: Sitting, index: int) -> Trial:
    found = sitting.desk.moment.walk.steps[index]
    assert isinstance(found, Trial)
    return found


def test_a_trial_is_opened_with_all_that_was_said(fit: Sitting) -> None:
    tried(fit, "gabapentin", "not-tolerated", "side-effect")
    form = fit.step_form(1)
    said = (form.treatment, form.dose, form.weeks, form.answer, form.reason)
    assert said == ("gabapentin", "900", "2", "not-tolerated", "side-effect")
    assert "duloxetine" in [t.id for t in form.treatments]
    assert {a.id for a in form.answers} == {"relief-50", "relief-30", "no-relief", "not-tolerated"}


def test_every_part_of_a_trial_can_be_changed_and_undone(fit: Sitting) -> None:
    tried(fit, "gabapentin", "no-relief", weeks="8")
    said = Revision("not-tolerated", "duloxetine", "60", "8", "other")
    assert fit.revise_step(1, said) is None
    assert step(fit, 1).treatment == "duloxetine"
    assert (step(fit, 1).dose_mg, step(fit, 1).weeks) == (Decimal(60), Decimal(8))
    assert (step(fit, 1).outcome.value, step(fit, 1).reason) == ("not-tolerated", "other")
    assert "conservées" in fit.scene.notice
    fit.undo()
    assert step(fit, 1).treatment == "gabapentin"


def test_what_cannot_be_read_changes_nothing(fit: Sitting) -> None:
    tried(fit, "gabapentin", "no-relief", weeks="8")
    before = fit.desk.moment
    form = fit.revise_step(1, Revision("no-relief", "gabapentin", "beaucoup", "2"))
    assert form is not None
    assert form.error
    assert fit.desk.moment == before


def test_a_trial_made_too_short_is_asked_about_before_it_counts(fit: Sitting) -> None:
    tried(fit, "gabapentin", "no-relief", weeks="8")
    short, before = Revision("no-relief", "gabapentin", "300", "2"), fit.desk.moment
    form = fit.revise_step(1, short)
    assert form is not None
    assert form.early is not None
    assert [m.id for m in form.early.moves] == ["trial.pursue", "trial.count"]
    assert "900" in form.early.moves[0].label
    assert "Trop tôt" in form.remark
    assert fit.desk.moment == before
    assert fit.revise_step(1, replace(short, early="trial.count")) is None
    assert step(fit, 1).weeks == 2
    assert fit.revise_step(1, short) is None, "asked again though nothing changed"


def test_a_trial_that_goes_on_after_all_is_under_way_again(fit: Sitting) -> None:
    tried(fit, "gabapentin", "no-relief", weeks="8")
    assert fit.revise_step(1, Revision("no-relief", "gabapentin", "300", "2", early="trial.pursue")) is None
    assert fit.desk.moment.walk.steps == (Chosen("diffuse"),)
    assert fit.desk.moment.walk.draft == Draft("gabapentin", Decimal(300), Decimal(2))
    assert "se poursuit" in fit.scene.notice
    fit.undo()
    assert step(fit, 1).weeks == 8


def test_a_trial_is_not_counted_where_another_is_under_way(fit: Sitting) -> None:
    tried(fit, "gabapentin", "no-relief", weeks="8")
    fit.start_trial("duloxetine")
    said = Revision("no-relief", "gabapentin", "300", "2")
    form = fit.revise_step(1, said)
    assert form is not None
    assert form.early is not None
    assert form.early.moves[0].label == "Ne pas le compter"
    fit.revise_step(1, replace(said, early="trial.pursue"))
    assert fit.desk.moment.walk.draft == Draft("duloxetine")
    assert "non compté" in fit.scene.notice


def test_an_answered_move_offers_what_was_offered_then(fit: Sitting) -> None:
    fit.move("skip")
    form = fit.step_form(1)
    assert form.answer == "skip"
    assert {a.id for a in form.answers} == {"skip", "refer", "urgent"}
    row = next(t for s in fit.scene.rail.steps for t in s.trials)
    assert (row.index, row.glyph, row.title) == (1, "move", "Passer à l’étape suivante")
    fit.revise_step(1, Revision("refer"))
    assert fit.desk.moment.walk.steps[1] == Answered("diffuse.first-line", "refer")
    assert fit.scene.page.key == ("node", "diffuse.refer")


def test_another_type_of_pain_drops_what_belonged_to_the_first(fit: Sitting) -> None:
    tried(fit, "gabapentin", "no-relief", weeks="8")
    assert fit.scene.rail.steps[0].edit == 0
    assert not fit.step_form(0).remove
    fit.revise_step(0, Revision("trigeminal"))
    assert fit.desk.moment.walk.steps[0] == Chosen("trigeminal")
    assert [t.state for t in fit.scene.rail.dropped] == ["dropped"]
    fit.undo()
    assert not fit.scene.rail.dropped


def test_a_rash_stays_with_the_patient_when_its_trial_is_no_longer_asked(fit: Sitting) -> None:
    tried(fit, "gabapentin", "not-tolerated", "rash")
    fit.revise_step(0, Revision("trigeminal"))
    assert fit.desk.moment.patient.answers["antiepileptic_rash"] is True
    fit.undo()
    fit.revise_step(1, Revision(REMOVE))
    assert "antiepileptic_rash" not in fit.desk.moment.patient.answers, "taken back by the doctor"


def test_a_removed_answer_is_gone(fit: Sitting) -> None:
    fit.move("skip")
    fit.revise_step(1, Revision(REMOVE))
    assert fit.desk.moment.walk.steps == (Chosen("diffuse"),)


def test_the_trial_under_way_can_only_be_removed(fit: Sitting) -> None:
    fit.start_trial("gabapentin")
    form = fit.step_form(UNDER_WAY)
    assert form.remove
    assert not form.save
    fit.revise_step(UNDER_WAY, Revision(REMOVE))
    assert fit.desk.moment.walk.draft is None
