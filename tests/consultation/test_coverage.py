"""Every rule speaks in one case and is silent in another; where it cannot, nothing is asked."""

from dataclasses import replace

from navigator.consultation.case_check import play
from navigator.consultation.coverage import Covered, coverage_problems, covered_by
from navigator.guideline.model import Case, Guideline
from navigator.language import Language
from navigator.problems import Place
from tests.builders import guideline as built
from tests.builders import rule, treatment


def case(name: str, taking: str) -> Case:
    patient = (("taking", taking), ("others", "no"))
    return Case(name, patient, "diffuse.first-line", (("one", "suitable"),), Place("cases/one.yaml"))


def covered(content: Guideline) -> dict[str, Covered]:
    return dict(covered_by(content, [(case, play(content, case)[0]) for case in content.cases]))


def problems(content: Guideline) -> list[str]:
    return [problem.text.in_(Language.FR) for problem in coverage_problems(content, covered(content))]


ONE = built(treatment("one", rule("one.maoi", "maoi"), rule("one.opioid", "opioid")))


def test_the_cases_of_each_rule() -> None:
    content = replace(ONE, cases=(case("with", "maoi,none"), case("without", "opioid,none")))
    assert covered(content) == {
        "one.maoi": Covered(("with",), ("without",)),
        "one.opioid": Covered(("without",), ("with",)),
    }
    assert problems(content) == []


def test_a_rule_that_no_case_touches_is_told() -> None:
    told = problems(replace(ONE, cases=(case("with", "maoi,none"),)))
    assert len(told) == 2
    assert "« one.maoi » s’applique dans tous les cas" in told[0]
    assert "« one.opioid » ne s’applique dans aucun cas" in told[1]


def test_a_rule_that_always_speaks_or_never_can_needs_no_such_case() -> None:
    always = rule("one.always", "pain_type in (diffuse, trigeminal)")
    never = rule("one.never", "pain_type == trigeminal")
    content = replace(built(treatment("one", always, never)), cases=(case("any", "none"),))
    assert problems(content) == []


def test_the_shipped_cases_cover_every_rule(guideline: Guideline) -> None:
    told = coverage_problems(guideline, covered(guideline))
    assert [problem.line(Language.FR) for problem in told] == []
