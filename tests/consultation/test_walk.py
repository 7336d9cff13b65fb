"""Walking, trials and changing one's mind, on a small guideline where every way out can be seen."""

from dataclasses import replace

import pytest

from navigator.consultation.patient import Patient, Refused
from navigator.consultation.walk import (
    Answered,
    Chosen,
    Draft,
    Fate,
    Moment,
    Position,
    Step,
    Trial,
    Walk,
    advance,
    offers,
    replay,
    revise,
)
from navigator.guideline.model import Guideline, Line, Outcome, Severity
from tests.builders import ARTICLE, D, guideline, rule, treatment

CI, AVOID, CAUTION, PREFER = Severity
FIRST = "diffuse.first-line"


@pytest.fixture(scope="module")
def built() -> Guideline:
    rash = rule("carbamazepine.rash", "antiepileptic_rash or rash_now", AVOID)
    again = rule("oxcarbazepine.rash", "antiepileptic_rash or rash_now", AVOID)
    return guideline(
        treatment("gabapentin", rule("gabapentin.dialysis", "dialysis", CI), drug_class="gabapentinoid"),
        treatment("pregabalin", drug_class="gabapentinoid", lines={ARTICLE: Line.FIRST, "society": Line.SECOND}),
        treatment("duloxetine", rule("duloxetine.maoi", "maoi", CI), drug_class="snri"),
        treatment("carbamazepine", rash, drug_class="carboxamide", line=Line.SECOND),
        treatment("oxcarbazepine", again, drug_class="carboxamide", line=Line.SECOND),
        treatment("tramadol", drug_class="weak-opioid", line=Line.SECOND),
        treatment("stimulation", drug_class="neurostimulation", line=Line.INTERVENTIONAL),
        treatment("gabapentin+duloxetine", members=("gabapentin", "duloxetine"), line=Line.COMBINATION),
        treatment("gabapentin+tramadol", members=("gabapentin", "tramadol"), line=Line.COMBINATION),
    )


WELL = Patient({"dialysis": False, "maoi": False, "antiepileptic_rash": False, "rash_now": False})


def tried(name: str, outcome: Outcome, node: str = FIRST, reason: str = "") -> Trial:
    return Trial(node, name, D(300), D(6), outcome, reason)


def at(built: Guideline, *steps: Step, patient: Patient = WELL, reading: str = ARTICLE) -> Position:
    return replay(built, Moment(Walk(steps), patient, reading))


START = Chosen("diffuse")
FAILED, HELPED, PARTLY, BAD = Outcome.NO_RELIEF, Outcome.RELIEF_50, Outcome.RELIEF_30, Outcome.NOT_TOLERATED


def test_the_walk_begins_at_the_start(built: Guideline) -> None:
    position = at(built)
    assert (position.here, position.pain_type, position.stepped) == ("start", "", ("start",))
    assert position.facts_more == {}
    offered = offers(built, Moment(Walk(), WELL, ARTICLE))
    assert offered.pain_types == ("diffuse", "trigeminal")
    assert (offered.treatments, offered.outcomes, offered.moves) == ((), (), ("urgent",))


def test_a_type_of_pain_leads_to_its_first_node(built: Guideline) -> None:
    position = at(built, START)
    assert position.here == FIRST
    assert position.facts_more == {"pain_type": "diffuse", "stage": "first-line"}
    assert position.standing == (Fate.KEPT,)
    assert at(built, Chosen("trigeminal")).here == "trigeminal.imaging"


def test_what_a_stage_offers(built: Guideline) -> None:
    offered = offers(built, Moment(Walk((START,)), WELL, ARTICLE))
    assert offered.treatments == ("gabapentin", "pregabalin", "duloxetine")
    assert offered.outcomes == (HELPED, PARTLY, FAILED, BAD)
    assert set(offered.moves) == {"skip", "refer", "urgent"}


def test_a_question_offers_its_answers(built: Guideline) -> None:
    moment = Moment(Walk((Chosen("trigeminal"),)), WELL, ARTICLE)
    assert set(offers(built, moment).moves) == {"done", "refer", "urgent"}
    assert at(built, Chosen("trigeminal"), Answered("trigeminal.imaging", "done")).here == "trigeminal.refer"


@pytest.mark.parametrize(
    ("outcome", "to"), [(HELPED, "diffuse.maintain"), (PARTLY, "diffuse.combinations"), (FAILED, FIRST), (BAD, FIRST)]
)
def test_an_outcome_leads_on_or_stays(built: Guideline, outcome: Outcome, to: str) -> None:
    assert at(built, START, tried("gabapentin", outcome)).here == to


def test_a_failure_stays_while_another_class_is_left(built: Guideline) -> None:
    one = (START, tried("gabapentin", FAILED))
    assert at(built, *one).here == FIRST
    assert at(built, *one, tried("duloxetine", FAILED)).here == "diffuse.second-line"


def test_a_treatment_that_was_not_tolerated_leaves_others_of_its_class(built: Guideline) -> None:
    steps = (START, tried("duloxetine", BAD, reason="other"), tried("gabapentin", BAD, reason="side-effect"))
    assert at(built, *steps).here == FIRST
    assert at(built, *steps, tried("pregabalin", BAD)).here == "diffuse.second-line"


def test_a_blocked_class_does_not_keep_the_walk(built: Guideline) -> None:
    on_maoi = WELL.answered("maoi", True)
    assert at(built, START, tried("gabapentin", FAILED), patient=on_maoi).here == "diffuse.second-line"


def test_a_class_with_something_missing_does(built: Guideline) -> None:
    unknown = WELL.answered("maoi", None)
    assert at(built, START, tried("gabapentin", FAILED), patient=unknown).here == FIRST


def test_skip_refer_and_urgent(built: Guideline) -> None:
    assert at(built, START, Answered(FIRST, "skip")).here == "diffuse.second-line"
    assert at(built, START, Answered(FIRST, "refer")).here == "diffuse.refer"
    assert at(built, START, Answered(FIRST, "urgent")).here == "urgent"
    assert at(built, Answered("start", "urgent")).here == "urgent"


def test_an_end_has_few_ways_out(built: Guideline) -> None:
    maintained = Moment(Walk((START, tried("gabapentin", HELPED))), WELL, ARTICLE)
    assert set(offers(built, maintained).moves) == {"refer", "urgent"}
    referred = Moment(Walk((START, Answered(FIRST, "refer"))), WELL, ARTICLE)
    assert offers(built, referred).moves == ("urgent",)
    urgent = Moment(Walk((START, Answered(FIRST, "urgent"))), WELL, ARTICLE)
    assert offers(built, urgent).moves == ()


def test_content_is_offered_once_something_has_helped(built: Guideline) -> None:
    skipped = Moment(Walk((START, Answered(FIRST, "skip"))), WELL, ARTICLE)
    assert "content" not in offers(built, skipped).moves
    helped = Moment(Walk((START, tried("gabapentin", PARTLY))), WELL, ARTICLE)
    assert "content" in offers(built, helped).moves
    assert at(built, *helped.walk.steps, Answered("diffuse.combinations", "content")).here == "diffuse.maintain"


def test_the_present_treatment_is_the_last_that_helped(built: Guideline) -> None:
    partly = (START, tried("gabapentin", PARTLY))
    assert at(built, START, tried("gabapentin", FAILED)).present == ""
    assert at(built, *partly).present == "gabapentin"
    both = tried("gabapentin+tramadol", FAILED, "diffuse.combinations")
    assert at(built, *partly, both).present == "gabapentin"
    assert at(built, *partly, replace(both, outcome=PARTLY)).present == "gabapentin+tramadol"


def test_the_trial_under_way_is_present_while_nothing_helped_before(built: Guideline) -> None:
    moment = Moment(Walk((START,), Draft("duloxetine")), WELL, ARTICLE)
    assert replay(built, moment).present == "duloxetine"
    helped = Moment(Walk((START, tried("gabapentin", PARTLY)), Draft("duloxetine")), WELL, ARTICLE)
    assert replay(built, helped).present == "gabapentin"


def test_trials_carry_their_place_among_the_steps(built: Guideline) -> None:
    lost = tried("tramadol", FAILED, "diffuse.interventional")
    position = at(built, START, lost, tried("gabapentin", FAILED))
    assert position.standing == (Fate.KEPT, Fate.DROPPED, Fate.KEPT)
    assert [index for index, _trial in position.trials] == [2]


# --- a rash


def rash() -> tuple[Step, ...]:
    second = "diffuse.second-line"
    return (START, Answered(FIRST, "skip"), tried("carbamazepine", BAD, second, "rash"))


def test_a_rash_stops_everything(built: Guideline) -> None:
    moment = Moment(Walk(rash()), WELL, ARTICLE)
    position = replay(built, moment)
    assert position.here == "diffuse.second-line"
    assert position.stop == rash()[-1]
    assert position.facts_more["rash_now"] is True
    offered = offers(built, moment)
    assert (offered.treatments, offered.outcomes) == ((), ())
    assert set(offered.moves) == {"stopped", "urgent"}
    with pytest.raises(Refused, match="éruption"):
        advance(built, moment, tried("tramadol", HELPED, "diffuse.second-line"))
    with pytest.raises(Refused):
        advance(built, moment, Answered("diffuse.second-line", "skip"))


def test_after_a_rash_on_an_antiepileptic_the_others_are_avoided(built: Guideline) -> None:
    position = at(built, *rash(), Answered("diffuse.second-line", "stopped"))
    assert position.stop is None
    assert position.facts_more["antiepileptic_rash"] is True
    assert "rash_now" not in position.facts_more
    assert position.here == "diffuse.second-line", "tramadol is left"
    done = (*rash(), Answered("diffuse.second-line", "stopped"), tried("tramadol", BAD, "diffuse.second-line"))
    assert at(built, *done).here == "diffuse.interventional", "oxcarbazepine is avoided"


def test_a_rash_on_something_else_bars_no_antiepileptic(built: Guideline) -> None:
    second = "diffuse.second-line"
    steps = (START, Answered(FIRST, "skip"), tried("tramadol", BAD, second, "rash"), Answered(second, "stopped"))
    assert "antiepileptic_rash" not in at(built, *steps).facts_more


def test_a_rash_can_be_urgent(built: Guideline) -> None:
    position = at(built, *rash(), Answered("diffuse.second-line", "urgent"))
    assert (position.here, position.stop) == ("urgent", None)


# --- what is refused


@pytest.mark.parametrize(
    "step",
    [
        Chosen("diffuse"),
        Answered("start", "urgent"),
        Answered(FIRST, "content"),
        Answered(FIRST, "stopped"),
        Answered(FIRST, "nonsense"),
        Answered("nowhere", "skip"),
        tried("tramadol", FAILED),
        tried("nothing", FAILED),
        tried("gabapentin", FAILED, "diffuse.second-line"),
        tried("gabapentin", Outcome.SKIP),
        tried("gabapentin", Outcome.CONTENT),
        tried("gabapentin", BAD, reason="weather"),
    ],
)
def test_what_the_page_does_not_offer_is_refused(built: Guideline, step: Step) -> None:
    with pytest.raises(Refused):
        advance(built, Moment(Walk((START,)), WELL, ARTICLE), step)


def test_an_unknown_type_of_pain_is_refused(built: Guideline) -> None:
    with pytest.raises(Refused):
        advance(built, Moment(Walk(), WELL, ARTICLE), Chosen("toothache"))


def test_no_walk_rests_on_a_contraindicated_treatment(built: Guideline) -> None:
    moment = Moment(Walk((START,)), WELL.answered("dialysis", True), ARTICLE)
    with pytest.raises(Refused, match="Contre-indication"):
        advance(built, moment, tried("gabapentin", PARTLY))
    past = advance(built, moment, tried("gabapentin", FAILED))
    assert replay(built, past).standing == (Fate.KEPT, Fate.KEPT), "a failure is history"


def test_advancing_ends_the_trial_under_way(built: Guideline) -> None:
    moment = Moment(Walk((START,), Draft("gabapentin", D(300))), WELL, ARTICLE)
    assert advance(built, moment, tried("gabapentin", PARTLY)).walk.draft is None


# --- changing one's mind


LONG = (
    START,
    tried("gabapentin", PARTLY),
    Answered("diffuse.combinations", "skip"),
    tried("tramadol", HELPED, "diffuse.second-line"),
)


def test_another_outcome_drops_what_is_no_longer_asked(built: Guideline) -> None:
    moment = revise(built, Moment(Walk(LONG), WELL, ARTICLE), 1, tried("gabapentin", FAILED))
    position = replay(built, moment)
    assert position.here == FIRST
    assert position.standing == (Fate.KEPT, Fate.KEPT, Fate.DROPPED, Fate.DROPPED)


def test_another_type_of_pain_drops_all_that_followed(built: Guideline) -> None:
    position = replay(built, revise(built, Moment(Walk(LONG), WELL, ARTICLE), 0, Chosen("trigeminal")))
    assert position.here == "trigeminal.imaging"
    assert position.standing == (Fate.KEPT, Fate.DROPPED, Fate.DROPPED, Fate.DROPPED)


def test_a_fact_can_put_earlier_answers_in_doubt(built: Guideline) -> None:
    position = at(built, *LONG, patient=WELL.answered("dialysis", True))
    assert position.here == FIRST
    assert position.standing == (Fate.KEPT, Fate.RECHECK, Fate.RECHECK, Fate.RECHECK)
    assert position.kept == (START,)


def test_another_reading_can_too(built: Guideline) -> None:
    steps = (START, tried("pregabalin", PARTLY))
    assert at(built, *steps).here == "diffuse.combinations"
    elsewhere = at(built, *steps, reading="society")
    assert elsewhere.here == FIRST
    assert elsewhere.standing == (Fate.KEPT, Fate.RECHECK)


def test_a_step_of_another_type_of_pain_is_dropped_behind_a_doubt(built: Guideline) -> None:
    steps = (START, tried("tramadol", FAILED), Answered("trigeminal.imaging", "done"), Answered("start", "urgent"))
    assert at(built, *steps).standing == (Fate.KEPT, Fate.RECHECK, Fate.DROPPED, Fate.DROPPED)


def test_a_step_can_be_removed(built: Guideline) -> None:
    moment = revise(built, Moment(Walk(LONG), WELL, ARTICLE), 1, None)
    assert moment.walk.steps == (LONG[0], *LONG[2:])
    assert replay(built, moment).here == FIRST


def test_a_new_step_takes_the_place_of_those_in_doubt(built: Guideline) -> None:
    doubtful = Moment(Walk(LONG), WELL.answered("dialysis", True), ARTICLE)
    moment = advance(built, doubtful, tried("duloxetine", PARTLY))
    assert moment.walk.steps == (START, tried("duloxetine", PARTLY))


def test_revising_beyond_the_steps_is_a_programming_error(built: Guideline) -> None:
    for index in (-1, 4):
        with pytest.raises(IndexError):
            revise(built, Moment(Walk(LONG), WELL, ARTICLE), index, None)


def test_steps_of_another_guideline_do_not_break_the_walk(built: Guideline) -> None:
    foreign = (Chosen("elsewhere"), Answered("nowhere", "x"), tried("unknown", FAILED, "nowhere"))
    assert at(built, *foreign).standing == (Fate.RECHECK, Fate.DROPPED, Fate.DROPPED)
    assert at(built, START, tried("unknown", FAILED)).standing == (Fate.KEPT, Fate.RECHECK)
