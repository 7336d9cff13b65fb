"""Cockcroft-Gault: the worked examples of the dossier, and when nothing is computed."""

import pytest

from navigator.consultation.clearance import (
    Clearance,
    adjusted_weight,
    body_mass_index,
    clearance_of,
    cockcroft_gault,
)
from navigator.guideline.conditions import Value
from tests.builders import D

# medicines.md §7a: sex, age, weight, creatinine µmol/L, clearance, and the check by the formula in mg/dL
WORKED = {
    "A": ("female", "84", "48", "95", "29.4", "29.5"),
    "B": ("male", "70", "80", "124", "55.5", "55.4"),
    "C": ("female", "45", "68", "62", "108.4", "108.7"),
    "D": ("male", "58", "95", "212", "45.2", "45.1"),
    "E": ("female", "76", "60", "301", "13.3", "13.3"),
}


@pytest.mark.parametrize("case", WORKED)
def test_the_worked_examples(case: str) -> None:
    sex, age, weight, creatinine, expected, _check = WORKED[case]
    assert round(cockcroft_gault(D(age), sex, D(weight), D(creatinine)), 1) == D(expected)


@pytest.mark.parametrize("case", WORKED)
def test_the_worked_examples_agree_with_the_formula_in_mg_per_dl(case: str) -> None:
    sex, age, weight, creatinine, expected, check = WORKED[case]
    other = (140 - D(age)) * D(weight) / (72 * D(creatinine) / D("88.4")) * (D("0.85") if sex == "female" else 1)
    assert round(other, 1) == D(check)
    assert abs(other - D(expected)) < D("0.5")


def test_nothing_is_rounded() -> None:
    clearance = cockcroft_gault(D(84), "female", D(48), D(95))
    assert clearance == D(56) * 48 * D("1.04") / 95
    assert clearance != round(clearance, 1)


FACTS: dict[str, Value] = {"age": D(50), "sex": "male", "weight": D(80), "creatinine": D(100)}


def test_all_four_factors_are_needed() -> None:
    assert clearance_of({}).missing == ("age", "sex", "weight", "creatinine")
    for left_out in FACTS:
        found = clearance_of({f: v for f, v in FACTS.items() if f != left_out})
        assert found == Clearance(missing=(left_out,))
    assert clearance_of(FACTS) == Clearance(value=D("88.56"), real=D("88.56"))


def test_an_entered_value_wins_over_the_computed_one() -> None:
    assert clearance_of({**FACTS, "crcl": D(25)}) == Clearance(value=D(25), entered=True)


def test_in_obesity_the_lower_of_both_decides_and_both_are_given() -> None:
    found = clearance_of({**FACTS, "weight": D(120), "height": D(170)})
    ideal = D(50) + D("0.91") * (D(170) - D("152.4"))
    lean = ideal + D("0.4") * (120 - ideal)
    assert adjusted_weight("male", D(120), D(170)) == lean
    assert found.real == cockcroft_gault(D(50), "male", D(120), D(100))
    assert found.adjusted == cockcroft_gault(D(50), "male", lean, D(100))
    assert found.value == found.adjusted
    assert found.value is not None
    assert found.real is not None
    assert found.value < found.real


def test_the_weight_is_adjusted_from_a_bmi_of_thirty_on() -> None:
    assert body_mass_index(D("86.7"), D(170)) == 30
    assert clearance_of({**FACTS, "weight": D("86.7"), "height": D(170)}).adjusted is not None
    assert clearance_of({**FACTS, "weight": D("86.6"), "height": D(170)}).adjusted is None


def test_a_bmi_without_a_height_gives_the_height() -> None:
    by_height = clearance_of({**FACTS, "weight": D("86.7"), "height": D(170)})
    by_bmi = clearance_of({**FACTS, "weight": D("86.7"), "bmi": D(30)})
    assert by_bmi == by_height


def test_without_height_and_bmi_the_real_weight_counts() -> None:
    assert clearance_of({**FACTS, "weight": D(200)}).adjusted is None


def test_it_is_not_computed_in_pregnancy_or_before_eighteen() -> None:
    cases: tuple[dict[str, Value], ...] = ({"pregnant": True, "sex": "female"}, {"age": D(17)})
    for more in cases:
        found = clearance_of({**FACTS, **more})
        assert found.value is None
        assert found.refused is not None


def test_an_entered_value_stands_in_pregnancy_too() -> None:
    assert clearance_of({"pregnant": True, "crcl": D(90)}).value == 90


def test_another_sex_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        cockcroft_gault(D(50), "other", D(80), D(100))
