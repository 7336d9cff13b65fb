"""The consultation by numbers: the same walk as in the window, told in a terminal."""

import io
from datetime import date

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.sitting import Sitting
from navigator.terminal.walk import TerminalWalk


def told(guideline: Guideline, *lines: str, language: Language = Language.FR) -> str:
    out = io.StringIO()
    sitting = Sitting(guideline, language, date(2026, 11, 23))
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    assert TerminalWalk(guideline, sitting, source, out).run() == 0
    return " ".join(out.getvalue().replace("\u00a0", " ").replace("\u202f", " ").split())


def test_without_input_the_first_page_is_printed_and_all_ends_well(guideline: Guideline) -> None:
    assert "Quelle douleur traitez-vous ?" in told(guideline)


def test_a_trial_leads_on(guideline: Guideline) -> None:
    patient = ("age=58", "sex=male", "crcl=90", "sodium=140")
    said = told(guideline, "1", *patient, "t", "1", "300", "6", "2")
    assert "Associations" in said
    assert "Essai enregistré" in said


def test_a_word_that_is_not_offered_is_answered_with_those_that_are(guideline: Guideline) -> None:
    assert "n’est pas proposé ici" in told(guideline, "zz")


def test_a_value_that_cannot_be_taken_is_said_and_nothing_is_lost(guideline: Guideline) -> None:
    said = told(guideline, "1", "creatinine=1,1", "creatinine=97", "p", "")
    assert "mg/dL" in said
    assert "97 µmol/L" in said


def test_an_unknown_factor_is_named(guideline: Guideline) -> None:
    assert "wieght" in told(guideline, "wieght=70")


def test_the_patient_can_be_forgotten(guideline: Guideline) -> None:
    said = told(guideline, "1", "age=58", "n", "p", "")
    assert said.rindex("age —") > said.index("Quelle douleur")


def test_it_speaks_english_too(guideline: Guideline) -> None:
    said = told(guideline, "1", language=Language.EN)
    assert "First line" in said
    assert "Étape" not in said


def test_the_patient_is_told_in_one_line_and_what_is_not_understood_is_said(guideline: Guideline) -> None:
    said = told(guideline, "1", "p", "femme de 72 ans, 61 kg, créatinine 128, tramadol, sertraline, zzz", "")
    assert "Noté : Tramadol, sertraline" in said
    assert "zzz: Non compris" in said
    assert "Aucune option de cette étape ne convient" in said
