"""The stage page: why first, a stop for a rash, a stage where everything is blocked, disagreements."""

from navigator.guideline.model import Guideline
from navigator.pages.scene import StagePage
from navigator.pages.sitting import Sitting


def stage(sitting: Sitting) -> StagePage:
    page = sitting.scene.page
    assert isinstance(page, StagePage)
    return page


def test_one_sentence_says_why_the_first_is_first(fit: Sitting) -> None:
    fit.answer("diabetes", "yes")
    assert stage(fit).why_first.startswith("Duloxétine vient en tête")


def test_a_rash_stops_everything_until_it_was_answered(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "300", "1")
    fit.record_outcome("not-tolerated", "rash")
    page = stage(fit)
    assert page.outcome is None
    assert [m.id for m in page.notes[0].moves] == ["stopped", "urgent"]
    fit.move("stopped")
    assert stage(fit).outcome is not None


def test_a_blocked_stage_says_what_to_change_and_offers_the_way_on(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    for factor in ("maoi", "opioid", "substance_misuse"):
        sitting.answer(factor, "yes")
    blocked = stage(sitting).blocked
    assert blocked is not None
    assert [m.id for m in blocked.moves] == ["skip", "refer"]
    assert all(step.frees for step in blocked.steps)


def test_the_patient_of_the_house_is_told_what_to_change_and_what_remains(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.tell("72 ans, femme, 61 kg, 128 µmol/L, diabète, tramadol, sertraline, gabapentine 300 mg 2 semaines")
    page = stage(sitting)
    assert page.blocked is not None
    because = page.blocked.because.replace("\u00a0", " ")
    assert because.startswith("Ce qui bloque : tramadol et ISRS. Déjà pris, à revoir : tramadol (un ISRS est pris")
    assert [{o.id for o in step.frees} for step in page.blocked.steps] == [
        {"pregabalin", "gabapentin"},
        {"duloxetine", "amitriptyline", "imipramine", "clomipramine"},
    ]
    assert "prescripteur" in page.blocked.steps[0].what
    assert all(not sitting.assessed(o.id)[0].blocked for o in page.blocked.remains)
    assert page.blocked.remains
    assert page.outcome is not None
    assert "Trop tôt" in page.outcome.remark


def test_no_advice_names_what_is_itself_set_aside(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.tell("72 ans, femme, 61 kg, 128 µmol/L, diabète, tramadol, sertraline")
    blocked = stage(sitting).blocked
    assert blocked is not None
    freed_by_it = [{o.label.lower() for o in step.frees} for step in blocked.steps]
    for step, freed in zip(blocked.steps, freed_by_it, strict=True):
        assert "gabapentine" not in step.advice or "gabapentine" in freed
    assert blocked.steps[0].advice


def test_a_short_trial_is_remarked_on(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "300", "2")
    bar = stage(fit).outcome
    assert bar is not None
    assert "Trop tôt" in bar.remark


def test_a_short_trial_is_no_failure_before_it_was_asked(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "300", "2")
    before = fit.desk.moment
    fit.record_outcome("no-relief", "")
    bar = stage(fit).outcome
    assert bar is not None
    assert bar.early is not None
    assert [m.id for m in bar.early.moves] == ["trial.pursue", "trial.count"]
    assert bar.early.moves[0].primary
    assert "900" in bar.early.moves[0].label
    assert bar.early.title in fit.scene.announce
    fit.move("trial.pursue")
    assert fit.desk.moment == before
    assert "se poursuit" in fit.scene.notice
    bar = stage(fit).outcome
    assert bar is not None
    assert bar.early is None


def test_a_short_trial_counts_where_that_is_chosen(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "300", "2")
    fit.record_outcome("relief-30", "")
    fit.move("trial.count")
    assert stage(fit).node == "diffuse.combinations"
    fit.undo()
    assert stage(fit).node == "diffuse.first-line"
    fit.move("trial.count")  # nothing is asked any more
    assert stage(fit).node == "diffuse.first-line"


def test_nobody_is_told_to_go_on_with_what_is_set_aside(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    sitting.tell("72 ans, femme, 61 kg, 128 µmol/L, diabète, tramadol, sertraline, gabapentine 300 mg 2 semaines")
    sitting.record_outcome("no-relief", "")
    bar = stage(sitting).outcome
    assert bar is not None
    assert bar.early is not None
    assert "lever d’abord ce qui bloque" in bar.early.moves[0].label
    assert "Deuxième ligne" in bar.early.moves[1].label


def test_both_sides_of_a_disagreement_are_told_where_it_matters(guideline: Guideline, sitting: Sitting) -> None:
    shown = {n for d in guideline.discrepancies for n in d.shown_on if n in guideline.nodes}
    assert shown
    node = next(n for n in sorted(shown) if guideline.nodes[n].stage)
    sitting.open_node(node)
    assert any(s.text.startswith("Désaccord") for s in stage(sitting).statements)
