"""Whether a plan may be made at all."""

import pytest

from navigator.consultation.planning import NoPlan, planned
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Severity
from navigator.language import Language
from tests.builders import D, guideline, known, rule, schedule, treatment
from tests.consultation.test_titration import START

CI, AVOID, CAUTION, PREFER = Severity


def built() -> Guideline:
    one = treatment(
        "one",
        rule("one.maoi", "maoi", CI),
        rule("one.opioid", "opioid", AVOID),
        rule("one.trigeminal", "pain_type == trigeminal", AVOID),
        schedules=[
            schedule("gentle", start="50", target="100", most="200", band=("", "60")),
            schedule("usual", start="100", target="300", band=("60", "")),
        ],
        strengths=["50", "100"],
    )
    return guideline(one, treatment("technique"))


WELL: dict[str, Value] = {"maoi": False, "opioid": False, "crcl": D(100)}


def refused(facts: dict[str, Value], asked: str = "", name: str = "one") -> str:
    with pytest.raises(NoPlan) as stopped:
        planned(built(), built().treatments[name], facts, START, asked)
    return stopped.value.sentence.in_(Language.FR)


def test_a_plan_for_a_patient_of_whom_all_is_known() -> None:
    made, warnings = planned(built(), built().treatments["one"], WELL, START)
    assert made.schedule.id == "usual"
    assert made.steps[0].first == START
    assert all("prudence" in w.in_(Language.FR) for w in warnings)


def test_no_plan_where_contraindicated() -> None:
    assert "ontre-indi" in refused({**WELL, "maoi": True})


def test_no_plan_while_a_deciding_factor_is_unknown() -> None:
    assert "crcl" in refused({"maoi": False, "opioid": False})
    assert "maoi" in refused({"opioid": False, "crcl": D(100)})


def test_to_avoid_is_a_warning() -> None:
    _made, warnings = planned(built(), built().treatments["one"], {**WELL, "opioid": True}, START)
    assert warnings[0].in_(Language.FR) == "one.opioid: opioid"


def test_no_plan_for_a_technique() -> None:
    assert "ne se titre pas" in refused(WELL, name="technique")


def test_a_gentler_schedule_may_be_asked_for_but_not_a_stronger_one() -> None:
    made, _warnings = planned(built(), built().treatments["one"], WELL, START, "gentle")
    assert made.schedule.id == "gentle"
    assert "refusé" in refused({**WELL, "crcl": D(40)}, "usual")
    assert "gentle" in refused(WELL, "gentel")


def test_a_plan_beyond_the_calendar_is_refused_in_words() -> None:
    with pytest.raises(NoPlan, match="plan"):
        planned(built(), built().treatments["one"], WELL, START.replace(year=9999))


def test_gabapentin_as_the_contract_asks_for_it(guideline: Guideline) -> None:
    facts = known(guideline, "age=50", "crcl=100", "taking=none", "others=no")
    made, _warnings = planned(guideline, guideline.treatments["gabapentin"], facts, START.replace(day=28))
    assert len(made.steps) >= 3
