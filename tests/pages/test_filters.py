"""French and English typography, numbers and dates."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.guideline.model import Range
from navigator.language import Language, Text
from navigator.pages import filters

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Attention : 60 mg", "Attention\u00a0: 60\u00a0mg"),
        ("Vraiment ?", "Vraiment\u202f?"),
        ("« Ça brûle »", "«\u00a0Ça brûle\u00a0»"),
        ("≥ 30 %", "≥\u00a030\u00a0%"),
        ("6 semaines", "6\u00a0semaines"),
        ("l'essai", "l’essai"),
        ("https://exemple", "https://exemple"),
    ],
)
def test_french_gets_its_no_break_spaces(written: str, shown: str) -> None:
    assert filters.spaced(written, FR) == shown


def test_english_keeps_its_own_typography() -> None:
    assert filters.spaced("Warning: 60 mg, don't", EN) == "Warning: 60\u00a0mg, don't"


@given(st.text(), st.sampled_from([FR, EN]))
def test_content_is_never_html(text: str, language: Language) -> None:
    shown = filters.marked(Text(text, text), language)
    for tag in ("<b>", "</b>", "<i>", "</i>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown


def test_only_two_marks_are_known() -> None:
    assert filters.marked("**fort** et *doux* et <u>rien</u>", FR) == (
        "<b>fort</b> et <i>doux</i> et &lt;u&gt;rien&lt;/u&gt;"
    )


def test_an_allele_keeps_its_star() -> None:
    assert filters.marked("HLA-B*15:02 et HLA-A*31:01", FR) == "HLA-B*15:02 et HLA-A*31:01"


@given(st.text(alphabet="abc", min_size=200, max_size=400))
def test_a_word_without_end_gets_soft_breaks(word: str) -> None:
    assert max(len(part) for part in str(filters.marked(word, FR)).split("\u200b")) <= 60


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("37.5", "37,5", "37.5"),
        ("60", "60", "60"),
        ("100", "100", "100"),
        ("0.50", "0,5", "0.5"),
        ("1800", "1800", "1800"),
    ],
)
def test_numbers_follow_the_language(value: str, fr: str, en: str) -> None:
    assert filters.number(Decimal(value), FR) == fr
    assert filters.number(Decimal(value), EN) == en


def test_a_range_of_one_value_is_one_value() -> None:
    assert filters.between(Range(Decimal(60), Decimal(60)), FR) == "60"
    assert filters.between(Range(Decimal("37.5"), Decimal(75)), FR) == "37,5–75"


def test_dates_are_written_out() -> None:
    assert filters.day(date(2026, 12, 1), FR) == "1er\u00a0décembre 2026"
    assert filters.day(date(2026, 12, 2), EN) == "2\u00a0December 2026"


def test_lists_end_with_and() -> None:
    assert filters.listed(["a", "b", "c"], FR) == "a, b et c"
    assert filters.listed(["a"], EN) == "a"
    assert filters.listed([], EN) == ""


def test_a_text_within_a_sentence_begins_small_but_for_an_acronym() -> None:
    assert filters.inside("Clairance sous 30") == "clairance sous 30"
    assert filters.inside("IMAO pris") == "IMAO pris"
    assert filters.inside("À éviter") == "à éviter"
