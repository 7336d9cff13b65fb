"""What an author is told instead of a word that is not known."""

from navigator.guideline.spelling import nearest, shown, suggestion
from navigator.language import Language, Sentence


def told(word: str, known: list[str]) -> str:
    said = suggestion(word, known)
    return said.in_(Language.FR) if isinstance(said, Sentence) else said


def test_a_near_word_is_suggested() -> None:
    assert nearest("dialisis", ["dialysis", "diabetes"]) == "dialysis"
    assert "« dialysis »" in told("dialisis", ["dialysis", "diabetes"])


def test_a_few_words_are_listed_where_none_is_near() -> None:
    assert told("x", ["fr", "en"]) == " ; attendu : en, fr"


def test_many_words_are_not_listed() -> None:
    assert told("x", [f"word-{number}" for number in range(30)]) == ""


def test_a_long_text_is_repeated_on_one_short_line() -> None:
    assert shown("a\n  b") == "a b"
    assert len(shown("a" * 500)) == 60
