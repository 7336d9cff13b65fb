"""A wrong threshold, severity, condition, dose, unit or band in the content is noticed by a check or a case."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from navigator.guideline.model import Guideline, Severity
from tests.builders import FACTORS, when
from tests.mutation import conditions
from tests.mutation.catching import Catcher
from tests.mutation.changes import mutants
from tests.mutation.report import FILE, survey, written


def texts(condition: str) -> set[tuple[str, str]]:
    return {(kind, what) for kind, what, _other in conditions.changed(when(condition), FACTORS)}


def test_a_condition_goes_wrong_in_every_way() -> None:
    assert texts("crcl < 30 and not dialysis") == {
        ("condition", "and ↔ or"),
        ("condition", "without crcl < 30"),
        ("condition", "without not dialysis"),
        ("condition", "not crcl < 30"),
        ("condition", "without the not of dialysis"),
        ("threshold", "crcl < 29"),
        ("threshold", "crcl < 31"),
        ("threshold", "crcl < 300"),
    }
    assert ("threshold", "hepatic >= severe") in texts("hepatic >= mild")
    assert ("threshold", "hepatic in (mild), without severe") in texts("hepatic in (mild, severe)")


def test_a_changed_condition_means_something_else() -> None:
    whole = when("crcl < 30 or dialysis")
    for _kind, _what, other in conditions.changed(whole, FACTORS):
        assert other.term != whole.term


def test_every_kind_of_change_is_tried_on_every_treatment_that_has_it(guideline: Guideline) -> None:
    tried = Counter(mutant.kind for mutant in mutants(guideline))
    assert set(tried) == {"threshold", "severity", "condition", "dose", "unit", "band", "pair"}
    rules = {rule.id for treatment in guideline.treatments.values() for rule in treatment.rules}
    assert {mutant.rule for mutant in mutants(guideline)} - {""} == rules
    schedules = {(t.id, s.id) for t in guideline.treatments.values() for s in t.schedules}
    assert {(m.treatment.id, m.schedule) for m in mutants(guideline) if m.schedule} == schedules


def test_a_sample_is_noticed(guideline: Guideline) -> None:
    hard = [mutant for mutant in mutants(guideline) if mutant.hard]
    found = survey(guideline, Random(7).sample(hard, 120))
    assert [mutant.name for mutant in found.hard] == []


def test_a_content_without_cases_notices_little(guideline: Guideline) -> None:
    """The catcher is not content with everything: what no case looks at is told as not noticed."""
    catcher = Catcher(replace(guideline, cases=()))
    contraindicated = [
        mutant
        for mutant in mutants(guideline)
        if mutant.kind == "severity" and mutant.hard and mutant.of in ("duloxetine.renal", "duloxetine.hepatic")
    ]
    assert contraindicated
    assert [catcher.catch(mutant) for mutant in contraindicated] == ["check coverage"] * len(contraindicated)
    assert all(mutant.treatment.rules[0].severity is Severity.CONTRAINDICATED for mutant in contraindicated)


@pytest.mark.sweep
def test_every_change_of_a_contraindication_or_a_dose_is_noticed(guideline: Guideline) -> None:
    found = survey(guideline)
    assert [mutant.name for mutant in found.hard] == []
    assert FILE.read_text(encoding="utf-8") == written(found), "run: make mutants"
