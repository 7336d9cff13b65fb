"""How near two words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.guideline.words import EXACT, FAR, PREFIX, TYPO, distance, fold, likeness, words_of

WORD = st.text(alphabet="abc", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Névralgie", "nevralgie"), ("Cœur", "coeur"), ("ÉPILEPSIE", "epilepsie"), ("α2δ", "α2δ"), ("µg", "ug")],
)
def test_accents_ligatures_and_capitals_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_parted_by_every_sign() -> None:
    assert words_of("L’IRM, sous-occipitale (1,5 T)") == ("l", "irm", "sous", "occipitale", "1", "5", "t")


@pytest.mark.parametrize(
    ("asked", "word", "expected"),
    [
        ("zona", "zona", EXACT),
        ("pre", "pregabaline", PREFIX),
        ("pr", "pregabaline", FAR),
        ("zoan", "zona", TYPO),
        ("zna", "zona", FAR),
        ("dulxoetine", "duloxetine", TYPO),
        ("neuralgie", "nevralgie", TYPO),
        ("carbamazepine", "oxcarbazepine", FAR),
    ],
)
def test_the_same_begun_mistyped_or_another_word(asked: str, word: str, expected: int) -> None:
    assert likeness(asked, word) == expected


@given(one=WORD, two=WORD)
def test_distance_is_the_same_both_ways_and_zero_only_for_the_same_word(one: str, two: str) -> None:
    assert distance(one, two, 3) == distance(two, one, 3)
    assert (distance(one, two, 3) == 0) == (one == two)


@given(word=st.text(alphabet="abc", min_size=2, max_size=8), at=st.integers(0, 6))
def test_one_swap_is_one_typo(word: str, at: int) -> None:
    at = min(at, len(word) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert distance(word, swapped, 2) <= 1
