"""What is known of a patient: answers, closed groups, what follows, and `-p NAME=VALUE`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.consultation.patient import Patient, Refused, facts_of, patient_from
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline
from navigator.language import Language
from tests.builders import IMPLICATIONS, D, guideline


@pytest.fixture(scope="module")
def built() -> Guideline:
    return guideline(implications=IMPLICATIONS)


def test_an_answer_can_be_changed_and_forgotten() -> None:
    one = Patient().answered("age", D(70))
    assert one.answers == {"age": D(70)}
    assert one.answered("age", D(71)).answers == {"age": D(71)}
    assert one.answered("age", None) == Patient()
    assert Patient().answers == {}


def test_no_is_an_answer() -> None:
    assert Patient().answered("maoi", False).answers == {"maoi": False}


def test_a_closed_group_answers_what_was_not_answered(built: Guideline) -> None:
    patient = Patient({"pregnant": True}).with_closed("state", True)
    values = facts_of(built, patient).values
    assert values["pregnant"] is True
    assert values["dialysis"] is False
    assert values["hepatic"] == "none"
    assert "maoi" not in values
    assert "age" not in values


def test_a_group_can_be_opened_again(built: Guideline) -> None:
    assert Patient().with_closed("state", True).with_closed("state", False) == Patient()


def test_an_unanswered_question_stays_unknown(built: Guideline) -> None:
    assert facts_of(built, Patient()).values == {}


def test_what_follows_is_said(built: Guideline) -> None:
    facts = facts_of(built, Patient({"sex": "male"}))
    assert facts.values["pregnant"] is False
    assert facts.implied["pregnant"].in_(Language.FR) == "sex == male"


def test_an_answer_wins_over_what_follows(built: Guideline) -> None:
    facts = facts_of(built, Patient({"tramadol": True, "opioid": False}))
    assert facts.values["opioid"] is False
    assert "opioid" not in facts.implied


def test_what_follows_wins_over_a_closed_group(built: Guideline) -> None:
    facts = facts_of(built, Patient({"tramadol": True}).with_closed("takes", True))
    assert facts.values["opioid"] is True
    assert facts.values["maoi"] is False


def test_implications_follow_from_one_another() -> None:
    chain = guideline(implications=[("tramadol", {"opioid": "yes"}), ("opioid", {"constipation": "yes"})][::-1])
    assert facts_of(chain, Patient({"tramadol": True})).values["constipation"] is True


def test_contrary_implications_end(built: Guideline) -> None:
    circle = guideline(implications=[("not opioid", {"snri": "yes"}), ("snri", {"opioid": "yes"})])
    assert facts_of(circle, Patient().with_closed("takes", True)).values["opioid"] is True


def test_the_walk_has_the_last_word(built: Guideline) -> None:
    facts = facts_of(built, Patient({"rash_now": False}), {"rash_now": True, "pain_type": "diffuse"})
    assert facts.values["rash_now"] is True
    assert facts.values["pain_type"] == "diffuse"
    assert facts.implied.keys() == {"rash_now"}


def test_bmi_and_clearance_follow_from_the_measures(built: Guideline) -> None:
    answers: dict[str, Value] = {"age": D(84), "sex": "female", "weight": D(48), "height": D(160), "creatinine": D(95)}
    facts = facts_of(built, Patient(answers))
    assert facts.values["bmi"] == D("18.75")
    assert facts.clearance.value == facts.values["crcl"]
    assert str(facts.values["crcl"]).startswith("29.4")


def test_entered_bmi_and_clearance_stand(built: Guideline) -> None:
    answers: dict[str, Value] = {"weight": D(48), "height": D(160), "bmi": D(31), "crcl": D(40)}
    values = facts_of(built, Patient(answers)).values
    assert values["bmi"] == 31
    assert values["crcl"] == 40


def test_a_pregnancy_that_is_excluded_by_sex_lets_the_clearance_be_computed(built: Guideline) -> None:
    answers: dict[str, Value] = {"age": D(30), "sex": "male", "weight": D(80), "creatinine": D(90)}
    assert facts_of(built, Patient(answers)).clearance.value is not None


# --- -p NAME=VALUE


def test_values_by_name(built: Guideline) -> None:
    patient = patient_from(built, ["age=72", "weight=70,5", "sex=female", "dialysis=non", "hepatic=mild"])
    assert patient.answers == {
        "age": D(72),
        "weight": D("70.5"),
        "sex": "female",
        "dialysis": False,
        "hepatic": "mild",
    }


def test_taking_says_nothing_about_the_rest(built: Guideline) -> None:
    values = facts_of(built, patient_from(built, ["taking=maoi, snri"])).values
    assert values == {"maoi": True, "snri": True}


def test_taking_none_settles_the_medicines_only(built: Guideline) -> None:
    values = facts_of(built, patient_from(built, ["taking=maoi,none"])).values
    assert values["maoi"] is True
    assert values["opioid"] is False
    assert "dialysis" not in values


def test_not_taking(built: Guideline) -> None:
    assert patient_from(built, ["not_taking=maoi,opioid"]).answers == {"maoi": False, "opioid": False}


def test_others_no_settles_all_but_numbers_and_medicines(built: Guideline) -> None:
    values = facts_of(built, patient_from(built, ["others=no", "constipation=yes"])).values
    assert values["constipation"] is True
    assert values["pregnant"] is False
    assert values["hepatic"] == "none"
    assert values.keys().isdisjoint({"maoi", "age", "sex"})


@pytest.mark.parametrize(
    ("assignment", "nearest"),
    [
        ("wieght=72", "weight"),
        ("taking=snry", "snri"),
        ("not_taking=opoid", "opioid"),
        ("hepatic=midl", "mild"),
        ("takign=snri", "taking"),
    ],
)
def test_a_wrong_name_is_refused_with_the_nearest(built: Guideline, assignment: str, nearest: str) -> None:
    with pytest.raises(Refused) as refused:
        patient_from(built, [assignment])
    assert nearest in refused.value.sentence.in_(Language.FR)


@pytest.mark.parametrize(
    "assignments",
    [
        ["age"],
        ["age="],
        ["=72"],
        [""],
        ["age=6"],
        ["age=seventy"],
        ["others=yes"],
        ["taking=dialysis"],
        ["taking="],
        ["taking=snri,"],
        ["not_taking=none"],
        ["pain_type=diffuse"],
        ["stage=first-line"],
        ["taking=snri", "not_taking=snri"],
        ["maoi=no", "taking=maoi"],
        ["sex=male", "sex=female"],
    ],
)
def test_what_makes_no_sense_is_refused(built: Guideline, assignments: list[str]) -> None:
    with pytest.raises(Refused):
        patient_from(built, assignments)


def test_the_same_answer_twice_is_one_answer(built: Guideline) -> None:
    assert patient_from(built, ["age=72", "age=72,0"]).answers == {"age": D(72)}


@given(st.lists(st.text(max_size=30), max_size=4))
def test_no_text_breaks_it(assignments: list[str]) -> None:
    try:
        patient = patient_from(guideline(), assignments)
    except Refused as refused:
        said = [refused.sentence.in_(language) for language in Language]
    else:
        said = [str(patient)]
    assert all(said)
