"""Undo, redo, and the new patient who never meets the former one."""

from hypothesis import given
from hypothesis import strategies as st

from navigator.consultation.history import History
from navigator.consultation.patient import Patient
from navigator.consultation.steps import Chosen, Moment, Walk
from tests.builders import D

MOMENTS = [Moment(Walk((Chosen(name),)), Patient({"age": D(age)}), "society") for age, name in enumerate("abcdef", 20)]
START = History(Moment(reading="society"))


def test_undo_restores_what_was_there_and_redo_brings_it_back() -> None:
    one = START.did(MOMENTS[0]).did(MOMENTS[1])
    assert one.undo().present == MOMENTS[0]
    assert one.undo().redo() == one
    assert one.undo().undo().present == START.present


def test_there_is_nothing_before_the_first_moment_nor_after_the_last() -> None:
    assert START.undo() == START
    assert START.redo() == START


def test_a_new_step_forgets_what_was_undone() -> None:
    assert START.did(MOMENTS[0]).undo().did(MOMENTS[1]).redo().present == MOMENTS[1]


@given(st.lists(st.sampled_from([*MOMENTS, "undo", "redo"]), max_size=30))
def test_a_new_patient_is_never_undone(actions: list[Moment | str]) -> None:
    history = START
    for action in actions:
        history = _after(history, action)
    fresh = history.new_patient()
    assert fresh.present == Moment(Walk(), Patient(), "society")
    for action in ("undo", "redo", "undo", "undo", "redo"):
        assert _after(fresh, action) == fresh


@given(st.lists(st.sampled_from(MOMENTS), max_size=8))
def test_undoing_everything_leads_back_to_the_start(moments: list[Moment]) -> None:
    history = START
    for moment in moments:
        history = history.did(moment)
    whole = history
    for _moment in moments:
        history = history.undo()
    assert history.present == START.present
    for _moment in moments:
        history = history.redo()
    assert history == whole


def _after(history: History, action: Moment | str) -> History:
    if isinstance(action, Moment):
        return history.did(action)
    return history.undo() if action == "undo" else history.redo()
