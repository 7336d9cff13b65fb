"""Cases: each expectation that does not come true is a problem at its place."""

from dataclasses import replace

import pytest

from navigator.consultation.case_check import case_problems
from navigator.guideline.model import Case, ExpectedDose, Guideline, Severity
from navigator.language import Language
from navigator.problems import Place
from tests.builders import D, between, guideline, rule, schedule, step, treatment, when

CI, AVOID, CAUTION, PREFER = Severity
HERE = Place("cases/one.yaml", 3, 5)


def case(status: str = "contraindicated", *, name: str = "one", **more: object) -> Case:
    given: dict[str, object] = {"patient": (("taking", "maoi,none"), ("others", "no")), "node": "diffuse.first-line"}
    return Case(id="c", expect=((name, status),), place=HERE, **{**given, **more})  # type: ignore[arg-type]


def played(*cases: Case) -> list[str]:
    built = guideline(
        treatment("one", rule("one.maoi", "maoi", CI), rule("one.opioid", "opioid", AVOID)), treatment("two")
    )
    problems = case_problems(replace(built, cases=cases))
    assert all(p.code == "case" and p.place == HERE for p in problems)
    return [p.text.in_(Language.FR) for p in problems]


def test_a_case_that_comes_true_is_no_problem() -> None:
    assert played(case(because="one.maoi", absent=("one.opioid",))) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (case("suitable"), "attendu « suitable » et se trouve « contraindicated »"),
        (case(because="one.opioid"), "« one.opioid » devrait s’appliquer"),
        (case(absent=("one.maoi",)), "« one.maoi » ne devrait pas s’appliquer"),
        (case(node="diffuse.second-line"), "n’est pas proposé à ce nœud"),
        (case(name="two"), "« two »"),
        (case(patient=(("wieght", "72"),)), "weight"),
    ],
)
def test_a_case_that_does_not_says_what_it_found(wrong: Case, words: str) -> None:
    problems = played(wrong)
    assert len(problems) == 1
    assert problems[0].startswith("cas « c » : ")
    assert words in problems[0]


DOSED = treatment(
    "one", schedules=[schedule(start="50", target="100-300", most="600", steps=[step("7", "50")], interval=2)]
)


def dosed(dose: ExpectedDose) -> list[str]:
    """What is wrong with a case that expects `dose` of a medicine with one schedule, above a clearance of 30."""
    schedules = (replace(DOSED.schedules[0], when=when("crcl >= 30")),)
    built = guideline(replace(DOSED, schedules=schedules))
    patient = (("crcl", "20" if dose.nothing else "90"), ("others", "no"))
    one = case("suitable", patient=patient, dose=dose)
    return [p.text.in_(Language.FR) for p in case_problems(replace(built, cases=(one,)))]


def test_a_dose_that_comes_true_is_no_problem() -> None:
    steps = (step("7", "50"),)
    assert dosed(ExpectedDose(start_mg=between("50"), start_interval_days=2, target_mg=between("100", "300"))) == []
    assert dosed(ExpectedDose(max_mg=D(600), steps=steps, takes_a_day=1, judge_after_weeks=D(6))) == []
    assert dosed(ExpectedDose(nothing=True)) == []


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (ExpectedDose(start_mg=between("25", "50")), "« start_mg » de « one » est attendu à 25-50 et se trouve à 50"),
        (ExpectedDose(start_mg=between("50"), start_interval_days=1), "« start_interval_days »"),
        (ExpectedDose(max_mg=D(60)), "attendu à 60 et se trouve à 600 (usual)"),
        (ExpectedDose(steps=(step("7", "500", "600"),)), "attendu à 7 d: +500, up_to 600 et se trouve à 7 d: +50"),
        (ExpectedDose(taper_mg=D(50)), "se trouve à —"),
        (ExpectedDose(strengths_mg=(D(25),)), "« strengths_mg »"),
    ],
)
def test_a_dose_that_does_not_says_what_it_found(dose: ExpectedDose, words: str) -> None:
    problems = dosed(dose)
    assert len(problems) == 1
    assert words in problems[0]


def test_a_schedule_where_none_is_expected_is_told() -> None:
    one = case("suitable", patient=(("others", "no"),), dose=ExpectedDose(nothing=True))
    (problem,) = case_problems(replace(guideline(DOSED), cases=(one,)))
    assert "« one » se trouve être « usual »" in problem.text.in_(Language.FR)


def test_every_wrong_case_is_told() -> None:
    assert len(played(case("avoid"), case(), case("caution"))) == 2


def test_the_shipped_cases_come_true(guideline: Guideline) -> None:
    assert guideline.cases
    assert [p.line(Language.FR) for p in case_problems(guideline)] == []
