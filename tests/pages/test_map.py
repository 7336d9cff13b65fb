"""The map: the tree as a grid for this patient, where the walk stands, and the jumps from one type to another."""

from datetime import date

import pytest

from navigator.consultation.patient import patient_from
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import MapCell, MapPage, Mark, StagePage
from navigator.pages.sitting import Sitting
from navigator.terminal import printing


@pytest.fixture
def tried(fit: Sitting) -> Sitting:
    """Gabapentin failed, duloxetine is under way; the map is open."""
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("no-relief", "")
    fit.start_trial("duloxetine")
    fit.open_map()
    return fit


def page(sitting: Sitting) -> MapPage:
    shown = sitting.scene.page
    assert isinstance(shown, MapPage)
    return shown


def cell(sitting: Sitting, node: str) -> MapCell:
    return next(c for row in page(sitting).rows for c in row.cells if c.node == node)


def test_every_stage_of_every_type_has_its_cell(fit: Sitting, guideline: Guideline) -> None:
    fit.open_map()
    stages = {n.id for n in guideline.nodes.values() if n.stage}
    assert {c.node for row in page(fit).rows for c in row.cells} == stages
    assert [column.number for column in page(fit).columns] == ["2", "3", "4", "5", "6"]


def test_a_cell_says_what_the_page_of_its_stage_says(fit: Sitting) -> None:
    fit.answer("age", "85")
    fit.open_map()
    nodes = [c.node for row in page(fit).rows for c in row.cells]
    told = {n: [(o.treatment, o.status) for o in cell(fit, n).options] for n in nodes}
    for node in nodes:
        fit.open_node(node)
        stage = fit.scene.page
        assert isinstance(stage, StagePage)
        assert told[node] == [(o.treatment, o.status) for o in stage.options]


def test_where_the_walk_stands_and_what_was_tried_is_told(tried: Sitting) -> None:
    here = cell(tried, "diffuse.first-line")
    assert here.way == "here"
    trials = {o.treatment: o.trial for o in here.options if o.trial}
    assert trials["duloxetine"] == "en cours"
    assert trials["gabapentin"].startswith("<")
    assert "Vous êtes ici" in here.spoken
    assert "en cours" in here.spoken
    assert [row.pain_type for row in page(tried).rows if row.here] == ["diffuse"]


def test_advised_against_is_muted_and_last(fit: Sitting) -> None:
    fit.answer("angle_closure_glaucoma", "yes")
    fit.open_map()
    muted = [o.muted for o in cell(fit, "diffuse.first-line").options]
    assert any(muted)
    assert muted == sorted(muted)


def test_a_stage_of_the_same_type_is_looked_at(tried: Sitting) -> None:
    steps = tried.desk.moment.walk.steps
    tried.go_to("diffuse.second-line")
    shown = tried.scene.page
    assert isinstance(shown, StagePage)
    assert shown.preview
    assert tried.desk.moment.walk.steps == steps
    tried.back()
    assert page(tried)


def test_another_type_asks_before_trials_are_left(tried: Sitting) -> None:
    steps = tried.desk.moment.walk.steps
    tried.go_to("central.first-line")
    note = page(tried).leaving
    assert note is not None
    assert "Gabapentine" in note.lines[0]
    assert "Duloxétine" in note.lines[0]
    tried.answer_leaving("stay")
    assert page(tried).leaving is None
    assert tried.desk.moment.walk.steps == steps


def test_trials_that_are_left_come_back_by_undo(tried: Sitting) -> None:
    steps, patient = tried.desk.moment.walk.steps, tried.desk.moment.patient
    tried.go_to("central.second-line")
    tried.answer_leaving("leave")
    shown = tried.scene.page
    assert isinstance(shown, StagePage)
    assert shown.node == "central.second-line"
    assert tried.desk.moment.patient == patient
    tried.back()
    assert page(tried).rows[2].here
    tried.undo()
    assert tried.desk.moment.walk.steps == steps


def test_without_trials_another_type_is_gone_to_at_once(fit: Sitting) -> None:
    fit.open_map()
    fit.go_to("trigeminal.first-line")
    shown = fit.scene.page
    assert isinstance(shown, StagePage)
    assert shown.node == "trigeminal.first-line"
    assert not shown.preview


def test_a_rash_stays_known_where_its_walk_is_left(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "300", "1")
    fit.record_outcome("not-tolerated", "rash")
    fit.open_map()
    fit.go_to("trigeminal.first-line")
    fit.answer_leaving("leave")
    assert fit.desk.moment.patient.answers["antiepileptic_rash"] is True


def test_the_map_pressed_again_goes_back(fit: Sitting) -> None:
    fit.open_treatment("duloxetine")
    before = fit.scene.page.key
    fit.open_map()
    fit.open_map()
    assert fit.scene.page.key == before


def test_in_reference_mode_nothing_is_judged(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, date(2026, 11, 23), reference=True)
    sitting.open_map()
    marks = {o.status.mark for row in page(sitting).rows for c in row.cells for o in c.options}
    assert marks == {Mark.NEUTRAL}
    assert page(sitting).legend == ()


def test_the_terminal_prints_every_stage(fit: Sitting, guideline: Guideline) -> None:
    fit.begin_with(patient_from(guideline, ("age=72",)))
    fit.open_map()
    text = printing.page(fit.scene)
    for pain in guideline.pain_types.values():
        assert pain.title.fr in text
    assert "[Vous êtes ici]" in text
