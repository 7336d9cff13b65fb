"""The safety sweep: it holds on the shipped content, and it finds every kind of fault that is planted."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from navigator.consultation import assessment
from navigator.consultation.assessment import Assessment, Status
from navigator.consultation.sweep import pairs, proof
from navigator.consultation.sweep.proof import EVERYDAY, Effort, prove
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Level, Rule, Severity, Treatment
from navigator.language import Language
from tests.builders import guideline as built
from tests.builders import pair, rule, schedule, treatment

CI, AVOID, CAUTION, PREFER = Severity
SMALL = Effort(whole=500, rule=500, pair=50, patients=30)


def found(*rules: Rule, **more: object) -> list[str]:
    """What the sweep says of one medicine with these rules."""
    return said(built(treatment("one", *rules, **more)))  # type: ignore[arg-type]


def said(guideline: Guideline, effort: Effort = SMALL) -> list[str]:
    problems = prove(guideline, effort).problems
    assert all(problem.code == "safety" for problem in problems)
    return [problem.text.in_(Language.FR) for problem in problems]


def test_the_shipped_content_holds(guideline: Guideline) -> None:
    proved = prove(guideline, EVERYDAY)
    assert [problem.line(Language.EN) for problem in proved.problems] == []
    assert all(seen.states > 0 for seen in proved.seen)


@pytest.mark.sweep
def test_the_shipped_content_holds_for_every_patient(guideline: Guideline) -> None:
    proved = prove(guideline)
    assert [problem.line(Language.EN) for problem in proved.problems] == []
    assert sum(seen.states for seen in proved.seen) > 2_000_000


def test_the_same_patients_every_time(guideline: Guideline) -> None:
    few = Effort(whole=50, rule=2, pair=0, patients=5)
    assert prove(guideline, few) == prove(guideline, few)


def test_a_sound_content_has_no_problem() -> None:
    rules = (
        rule("one.renal", "crcl < 30 or dialysis"),
        rule("one.age", "age >= 75", AVOID),
        rule("one.o", "opioid", CAUTION),
    )
    assert found(*rules, schedules=[schedule(condition="crcl >= 30")]) == []
    wide = (*rules, *(rule(f"one.{name}", name, AVOID) for name in ("maoi", "snri", "pregnant", "constipation")))
    assert found(*wide) == []


def test_a_risk_that_improves_is_found() -> None:
    sentences = found(rule("one.maoi", "maoi and not opioid"))
    assert any("un risque de plus" in sentence and "one.maoi" in sentence for sentence in sentences)
    assert found(rule("one.age", "age >= 65 and age < 75", AVOID))


def test_a_block_without_a_way_out_is_found() -> None:
    sentences = found(rule("one.maoi", "maoi", instead=None))
    assert ["one.maoi" in sentence and "instead" in sentence for sentence in sentences] == [True]
    assert found(replace(rule("one.maoi", "maoi"), citations=()))


def faulty(monkeypatch: pytest.MonkeyPatch, spoil: object) -> None:
    def assess(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], present: str = "") -> Assessment:
        return spoil(assessment.assess(guideline, treatment, facts, present))  # type: ignore[operator, no-any-return]

    for module in (proof, pairs):
        monkeypatch.setattr(module, "assess", assess)


def test_a_masked_rule_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(right: Assessment) -> Assessment:
        return replace(right, status=Status.CAUTION) if len(right.reasons) > 1 else right

    faulty(monkeypatch, spoil)
    sentences = found(rule("one.maoi", "maoi"), rule("one.opioid", "opioid", CAUTION))
    assert any("« one.maoi » vise ce patient et se trouve masquée" in sentence for sentence in sentences)


def test_an_unknown_taken_for_fine_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(right: Assessment) -> Assessment:
        fine = right.status is Status.MISSING
        return replace(right, status=Status.SUITABLE, missing=(), could=()) if fine else right

    faulty(monkeypatch, spoil)
    sentences = found(rule("one.maoi", "maoi"))
    assert any("rien n’est demandé" in sentence for sentence in sentences)
    assert any("dans l’inconnu" in sentence for sentence in sentences)


def test_a_status_too_heavy_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty(monkeypatch, lambda right: replace(right, status=Status.AVOID))
    assert any("« avoid » et non « suitable »" in sentence for sentence in found(rule("one.opioid", "opioid", CAUTION)))


OPIOIDS = (
    treatment("tramadol", rule("tramadol.opioid", "opioid", AVOID), drug_class="weak-opioid"),
    treatment("morphine", rule("morphine.opioid", "opioid", AVOID), drug_class="strong-opioid"),
)


def test_pairs_are_told_and_agree_with_the_rules() -> None:
    assert said(built(*OPIOIDS, pairs=[pair("tramadol", "morphine", Level.AVOID)])) == []
    assert "rien ne dit comment vont ensemble" in said(built(*OPIOIDS))[0]
    other = said(built(*OPIOIDS, pairs=[pair("tramadol", "morphine", Level.CAUTION)]))
    assert "la paire tramadol + morphine est « caution »" in other[0]
    lame = (OPIOIDS[0], treatment("morphine", drug_class="strong-opioid"))
    assert "les règles de « morphine »" in said(built(*lame, pairs=[pair("tramadol", "morphine", Level.AVOID)]))[0]


def test_a_combination_better_than_its_members_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    both = treatment("one+two", members=("one", "two"))
    content = built(
        treatment("one", rule("one.renal", "crcl < 30")),
        treatment("two"),
        both,
        pairs=[pair("one", "two", Level.COMPATIBLE)],
    )
    assert said(content) == []

    def spoil(right: Assessment) -> Assessment:
        return replace(right, status=Status.SUITABLE) if right.treatment.members else right

    faulty(monkeypatch, spoil)
    assert any("« one+two »" in sentence for sentence in said(content, replace(SMALL, patients=500)))
