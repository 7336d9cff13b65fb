"""Search: without accents, with typos, names in both languages, the best first and always the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator import paths
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.guideline.search import KINDS, Hit, Index
from navigator.language import Language


@pytest.fixture(scope="module")
def shipped() -> Guideline:
    return load(paths.content()).draft


@pytest.fixture(scope="module")
def index(shipped: Guideline) -> Index:
    return Index(shipped, Language.FR)


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def test_trigeminal_neuralgia_is_found_without_its_accents(index: Index) -> None:
    hits = index.find("nevralgie trijumeau")
    assert "trigeminal" in ids(hits)
    assert any(hit.kind == "node" and hit.id.startswith("trigeminal.") for hit in hits)
    assert "carbamazepine" in ids(hits)[:3]


@pytest.mark.parametrize(
    ("words", "best", "kind"),
    [
        ("duloxétine", "duloxetine", "treatment"),
        ("DULOXETINE", "duloxetine", "treatment"),
        ("dulxoetine", "duloxetine", "treatment"),
        ("pregabaline", "pregabalin", "treatment"),
        ("pregabalin", "pregabalin", "treatment"),
        ("Lyrica", "pregabalin", "treatment"),
        ("Neurontn", "gabapentin", "treatment"),
        ("stimulation médullaire", "spinal-cord-stimulation", "treatment"),
        ("DN4", "dn4", "score"),
        ("lamotrigine", "lamotrigine", "treatment"),
        ("tramadol", "tramadol", "treatment"),
        ("anticoagulant oral direct", "doac", "factor"),
        ("queue de cheval", "cauda-equina", "red-flag"),
    ],
)
def test_the_page_that_is_meant_comes_first(index: Index, words: str, best: str, kind: str) -> None:
    hit = index.find(words)[0]
    assert (hit.id, hit.kind) == (best, kind)


def test_a_section_is_found_by_the_treatment_and_its_name(index: Index) -> None:
    hit = next(h for h in index.find("allaitement duloxétine") if h.kind == "section")
    assert (hit.id, hit.part) == ("duloxetine", "breastfeeding")
    assert hit.title == "Duloxétine : allaitement"


def test_titles_and_snippets_speak_the_language_of_the_index(shipped: Guideline) -> None:
    hit = Index(shipped, Language.EN).find("duloxétine")[0]
    assert hit.title == "Duloxetine"


def test_words_may_come_as_one_text_or_one_by_one(index: Index) -> None:
    assert index.find("nevralgie du trijumeau") == index.find(["nevralgie", "du", "trijumeau"])


def test_every_word_counts_before_some_words_do(index: Index) -> None:
    assert {hit.id for hit in index.find("gabapentine rein")} == {hit.id for hit in index.find("rein gabapentine")}
    assert index.find("gabapentine rein")[0].id == "gabapentin"


@pytest.mark.parametrize("words", ["", "   ", "xyzzyx", "«»", "…"])
def test_what_is_not_there_is_not_found(index: Index, words: str) -> None:
    assert index.find(words) == ()


def test_a_hit_says_where_it_was_found(index: Index) -> None:
    for hit in index.find("clairance"):
        assert hit.kind in KINDS
        assert hit.title
        assert len(hit.snippet) <= 240


def test_no_more_hits_than_asked_for(index: Index) -> None:
    assert len(index.find("douleur", limit=5)) == 5


def test_two_indexes_answer_alike(shipped: Guideline, index: Index) -> None:
    again = Index(shipped, Language.FR)
    for words in ("douleur", "pre", "clairance rein", "toxine"):
        assert again.find(words) == index.find(words)


SHORT = st.text(alphabet="abcdeéèœ'-* ", max_size=40)


@given(one=SHORT, two=SHORT)
def test_any_words_give_hits_in_falling_order(one: str, two: str) -> None:
    hits = SMALL_INDEX.find([one, two])
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


SMALL_INDEX = Index(load(paths.content()).draft, Language.EN)
