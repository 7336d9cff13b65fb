"""A patient in one line: what is read, what is left, and that nothing is guessed."""

from decimal import Decimal

import pytest

from navigator.consultation.patient_line import LineReader, pieces_of
from navigator.guideline.model import Guideline
from navigator.language import Language


@pytest.fixture(scope="module")
def reader(guideline: Guideline) -> LineReader:
    return LineReader(guideline, Language.FR)


def test_a_decimal_comma_parts_nothing() -> None:
    assert pieces_of("72 ans,61,5 kg; tramadol + diabète,") == ("72 ans", "61,5 kg", "tramadol", "diabète")


@pytest.mark.parametrize(
    ("said", "factor", "value"),
    [
        ("72 ans", "age", Decimal(72)),
        ("72 years", "age", Decimal(72)),
        ("f", "sex", "female"),
        ("Homme", "sex", "male"),
        ("woman", "sex", "female"),
        ("61,5 kg", "weight", Decimal("61.5")),
        ("128 µmol", "creatinine", Decimal(128)),
        ("creat 128", "creatinine", Decimal(128)),
        ("1,4 mg/dl", "creatinine", Decimal("123.8")),
        ("créatinine 14 mg/L", "creatinine", Decimal("123.8")),
        ("14 mg/l", "creatinine", Decimal("123.8")),
        ("clairance 34", "crcl", Decimal(34)),
        ("DIABETE", "diabetes", True),
        ("diabetes", "diabetes", True),
        ("sertraline", "ssri", True),
        ("citalopram", "qt_drug", True),
        ("topalgic", "tramadol", True),
        ("tramadoll", "tramadol", True),
        ("diabétique", "diabetes", True),
        ("origine asiatique", "asian_ancestry", True),
        ("désir de grossesse", "childbearing", True),
        ("chutes", "falls_polypharmacy", True),
    ],
)
def test_what_is_surely_meant_is_read(reader: LineReader, said: str, factor: str, value: object) -> None:
    read = reader.read(said)
    assert read.answers[factor] == value
    assert read.unread == ()


@pytest.mark.parametrize(
    "said",
    ["61", "antidep", "hypotension", "opi", "gabapentine 300 mg", "pas de diabète", "61 lb", "2", "x", "diurabète"],
)
def test_what_could_be_something_else_is_left(reader: LineReader, said: str) -> None:
    read = reader.read(said)
    assert (dict(read.answers), read.unread) == ({}, (said,))


def test_an_impossible_number_is_refused_with_the_reason(reader: LineReader) -> None:
    read = reader.read("172 ans")
    assert read.unread == ("172 ans",)
    assert read.refused is not None
    assert "110" in read.refused.in_(Language.FR)


def test_the_later_of_two_contrary_pieces_is_left(reader: LineReader) -> None:
    read = reader.read("72 ans, 73 ans")
    assert (read.answers["age"], read.unread) == (Decimal(72), ("73 ans",))


def test_what_follows_anyway_is_not_answered(reader: LineReader) -> None:
    assert dict(reader.read("tramadol").answers) == {"tramadol": True}


def test_a_trial_is_told_apart_from_what_is_taken(reader: LineReader) -> None:
    read = reader.read("Neurontin 300 mg/j pendant 2 semaines")
    assert read.answers == {}
    assert read.trial is not None
    assert (read.trial.treatment, read.trial.dose_mg, read.trial.weeks) == ("gabapentin", Decimal(300), Decimal(2))


def test_every_name_of_the_content_is_read_as_itself(guideline: Guideline, reader: LineReader) -> None:
    for factor in guideline.factors.values():
        for name in factor.names:
            assert reader.read(name).answers.get(factor.id) is True, name


def test_proposals_complete_the_last_piece_only(reader: LineReader) -> None:
    assert [p.line for p in reader.proposals("72 ans, antidep")] == ["72 ans, Antidépresseur tricyclique"]
    assert reader.proposals("72 ans, ") == ()
    assert reader.proposals("72") == ()
    assert reader.proposals("") == ()


def test_two_letters_off_is_never_taken_for_another_word(reader: LineReader) -> None:
    """« diabetique » was read as « diurétique »: proposed at most."""
    assert "diuretic" not in reader.read("diabetiqe").answers
    assert reader.read("diuretque").answers == {"diuretic": True}


@pytest.mark.parametrize("said", ["femme de 72 ans", "Femme 72 ans"])
def test_sex_and_age_are_said_in_one_breath(reader: LineReader, said: str) -> None:
    read = reader.read(f"{said}, diabète")
    assert dict(read.answers) == {"sex": "female", "age": Decimal(72), "diabetes": True}
    assert read.unread == ()
