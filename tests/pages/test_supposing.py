"""« Et si… ? »: what another answer would change, and that nothing of it reaches the patient unless it is applied."""

from navigator.pages.scene import Mark, StagePage, WhatIfPage
from navigator.pages.sitting import Sitting
from navigator.terminal import printing


def page(sitting: Sitting) -> WhatIfPage:
    shown = sitting.scene.page
    assert isinstance(shown, WhatIfPage)
    return shown


def test_it_tells_what_the_answer_itself_would_make(fit: Sitting) -> None:
    fit.move("what-if")
    fit.suppose_about("ssri")
    told = {c.treatment: c.after.mark for c in page(fit).changes}
    assert told["duloxetine"] is Mark.AVOID
    fit.end_supposing("leave")
    fit.answer("ssri", "yes")
    shown = fit.scene.page
    assert isinstance(shown, StagePage)
    real = {o.treatment: o.status.mark for o in shown.options}
    assert {t: real[t] for t in told} == told


def test_nothing_leaks_into_the_patient(fit: Sitting) -> None:
    before = fit.desk.moment
    fit.move("what-if")
    fit.suppose_about("creatinine")
    fit.suppose("250")
    assert page(fit).changes
    assert fit.desk.moment == before
    fit.end_supposing("leave")
    assert fit.desk.moment == before
    assert fit.desk.supposed is None
    assert isinstance(fit.scene.page, StagePage)


def test_a_lower_clearance_changes_the_dose(fit: Sitting) -> None:
    fit.move("what-if")
    fit.suppose_about("creatinine")
    fit.suppose("250")
    gabapentin = next(c for c in page(fit).changes if c.treatment == "gabapentin")
    dose = next(s for s in gabapentin.shifts if s.label == "Dose")
    assert "3600" in dose.before
    assert "3600" not in dose.after


def test_where_nothing_changes_it_says_so(fit: Sitting) -> None:
    fit.move("what-if")
    fit.suppose_about("weight")
    fit.suppose("81")
    assert page(fit).changes == ()
    assert page(fit).verdict.startswith("Rien ne change")


def test_an_entry_that_cannot_be_taken_changes_nothing_and_cannot_be_applied(fit: Sitting) -> None:
    fit.move("what-if")
    fit.suppose_about("creatinine")
    fit.suppose("beaucoup")
    field = page(fit).field
    assert field is not None
    assert field.error
    assert page(fit).changes == ()
    assert [m.id for m in page(fit).moves] == ["leave"]


def test_applied_it_is_an_answer_that_can_be_undone(fit: Sitting) -> None:
    fit.move("what-if")
    fit.suppose_about("ssri")
    fit.end_supposing("apply")
    assert fit.desk.moment.patient.answers["ssri"] is True
    assert isinstance(fit.scene.page, StagePage)
    assert fit.scene.notice
    fit.undo()
    assert "ssri" not in fit.desk.moment.patient.answers


def test_of_a_treatment_only_that_one_is_told(fit: Sitting) -> None:
    fit.open_treatment("duloxetine")
    fit.move("what-if")
    fit.suppose_about("ssri")
    assert [c.treatment for c in page(fit).changes] == ["duloxetine"]
    assert page(fit).verdict == ""


def test_what_decides_here_is_offered_first(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.answer("ssri", "yes")
    sitting.move("what-if")
    assert "ssri" in [o.id for o in page(sitting).factors][:20]
    assert "pain_type" not in [o.id for o in page(sitting).factors]


def test_the_terminal_prints_it(fit: Sitting) -> None:
    fit.move("what-if")
    fit.suppose_about("ssri")
    assert "→" in printing.page(fit.scene)
