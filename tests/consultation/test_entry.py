"""What users type, and above all what must never be taken for something else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.consultation.entry import (
    CREATININE_UNITS,
    Refused,
    in_umol,
    parse_answer,
    parse_creatinine,
    parse_number,
    parse_quantity,
)
from navigator.language import Language
from navigator.pages import settings
from tests.builders import FACTORS, D

CREATININE = FACTORS["creatinine"]


def said(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.sentence.in_(Language.FR)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("88,4", "88.4"),
        ("88.4", "88.4"),
        ("88", "88"),
        ("  88 ", "88"),
        ("\u00a088\u202f", "88"),
        ("0072", "72"),
        ("72.00", "72"),
        ("1,2", None),
        ("1.23", None),
    ],
)
def test_comma_and_point_are_both_decimal_marks(typed: str, value: str | None) -> None:
    if value is None:  # read well, and refused for what it is
        with pytest.raises(Refused, match="mg/dL"):
            parse_number(typed, CREATININE)
    else:
        assert parse_number(typed, CREATININE) == D(value)


AMBIGUOUS = [
    "1,234",
    "1.234",
    "1 234",
    "1\xa0234",
    "1\u202f234",
    "1'234",
    "12,345",
    "1e3",
    "0x1",
    "٨٨",
    "８８",
    "-5",
    "+5",
    "nan",
    "inf",
    "",
    " ",
    "8 8",
    "88,4,1",
    "88..4",
    "999999",
    "88µ",
    "88 mg",
    ".5",
    "5.",
    "1/2",
    "½",
    "88\n9",
]


@pytest.mark.parametrize("typed", AMBIGUOUS)
def test_what_could_mean_something_else_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        parse_number(typed, CREATININE)


@given(st.text(alphabet="0123456789.,  \u00a0\u202f-+eE٣", max_size=10))
def test_a_number_is_never_changed_in_silence(typed: str) -> None:
    try:
        value = parse_number(typed, FACTORS["weight"])
    except Refused:
        return
    plain = typed.replace("\u00a0", " ").replace("\u202f", " ").strip()
    assert value == Decimal(plain.replace(",", "."))
    assert 25 <= value <= 300


def test_the_range_is_said() -> None:
    with pytest.raises(Refused) as refused:
        parse_number("12", FACTORS["age"])
    assert said(refused) == "age : 12 n’est pas entre 18 et 110 u."


@pytest.mark.parametrize("typed", ["0,7", "1,08", "1.4", "20", "20,0", "25", "30"])
def test_a_creatinine_of_thirty_or_less_looks_like_mg_per_litre_or_per_dl(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_number(typed, CREATININE)
    assert "mg/dL" in said(refused)


def test_the_refusal_gives_the_converted_creatinine_in_both_languages() -> None:
    with pytest.raises(Refused) as refused:
        parse_number("1,2", CREATININE)
    assert "1,2 mg/L font 10,6 µmol/L, 1,2 mg/dL font 106,1" in said(refused)
    assert "106.1" in refused.value.sentence.in_(Language.EN)


def test_a_creatinine_just_above_thirty_is_taken() -> None:
    assert parse_number("30,01", CREATININE) == D("30.01")


def test_a_zero_creatinine_is_out_of_range_not_mg_per_dl() -> None:
    with pytest.raises(Refused) as refused:
        parse_number("0", CREATININE)
    assert "mg/dL" not in said(refused)


@pytest.mark.parametrize(("mg_per_dl", "umol"), [("1", "88.4"), ("1.075", "95.0"), ("2.4", "212.2"), ("0.7", "61.9")])
def test_a_creatinine_in_mg_is_converted_by_88_4(mg_per_dl: str, umol: str) -> None:
    assert in_umol(D(mg_per_dl), "mg/dL") == D(umol)
    assert in_umol(D(mg_per_dl) * 10, "mg/L") == D(umol)


def test_the_settings_offer_the_units_that_are_read() -> None:
    assert tuple(CREATININE_UNITS) == settings.CREATININE


@pytest.mark.parametrize(("typed", "unit"), [("1,4", "mg/dL"), ("14", "mg/L"), ("123,8", "µmol/L")])
def test_a_creatinine_is_typed_in_any_of_three_units(typed: str, unit: str) -> None:
    assert parse_creatinine(typed, unit, CREATININE) == D("123.8")


@pytest.mark.parametrize(
    ("typed", "unit", "umol"), [("95", "mg/dL", "8398"), ("11", "mg/dL", "972,4"), ("95", "mg/L", "839,8")]
)
def test_a_creatinine_that_looks_like_another_unit_is_given_back_in_umol(typed: str, unit: str, umol: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_creatinine(typed, unit, CREATININE)
    assert f"{umol} µmol/L : vérifiez l’unité" in said(refused)


@pytest.mark.parametrize(("typed", "unit"), [("0,1", "mg/dL"), ("1,1", "mg/L")])
def test_a_creatinine_too_low_in_its_unit_is_out_of_range(typed: str, unit: str) -> None:
    with pytest.raises(Refused):
        parse_creatinine(typed, unit, CREATININE)


@pytest.mark.parametrize("word", ["yes", "oui", "true", "1", "OUI", " Yes "])
def test_yes(word: str) -> None:
    assert parse_answer(word, FACTORS["maoi"]) is True


@pytest.mark.parametrize("word", ["no", "non", "false", "0", "NON"])
def test_no(word: str) -> None:
    assert parse_answer(word, FACTORS["pregnant"]) is False


@pytest.mark.parametrize("word", ["", "peut-être", "2", "y", "none", "nope"])
def test_neither_yes_nor_no(word: str) -> None:
    with pytest.raises(Refused, match="oui ou non"):
        parse_answer(word, FACTORS["maoi"])


def test_a_choice_is_answered_by_its_id() -> None:
    assert parse_answer("Mild", FACTORS["hepatic"]) == "mild"
    with pytest.raises(Refused, match="severe"):
        parse_answer("sevree", FACTORS["hepatic"])


def test_a_number_factor_is_answered_by_a_number() -> None:
    assert parse_answer("72,5", FACTORS["weight"]) == D("72.5")


def test_a_dose_or_a_duration() -> None:
    assert parse_quantity("37,5", D(5000)) == D("37.5")
    for typed in ("0", "5001", "six", "-1"):
        with pytest.raises(Refused):
            parse_quantity(typed, D(5000))
