"""Cases: each expectation that does not come true is a problem at its place."""

from dataclasses import replace

import pytest

from navigator.consultation.case_check import case_problems
from navigator.guideline.model import Case, Guideline, Severity
from navigator.language import Language
from navigator.problems import Place
from tests.builders import guideline, rule, treatment

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


def test_every_wrong_case_is_told() -> None:
    assert len(played(case("avoid"), case(), case("caution"))) == 2


def test_the_shipped_cases_come_true(guideline: Guideline) -> None:
    assert guideline.cases
    assert [p.line(Language.FR) for p in case_problems(guideline)] == []
