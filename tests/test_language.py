"""The English catalogue against the code, and how a sentence of the app's own is said in each language."""

import gettext
import io
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import navigator
from navigator import language, paths
from navigator.language import Language, Sentence, Text, say

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "navigator.po"
PACKAGE = Path(navigator.__file__).parent
FIXED = {
    "Adapté": "Suitable",
    "Prudence": "Caution",
    "Information manquante": "Missing information",
    "Déconseillé": "Avoid",
    "Contre-indiqué": "Contraindicated",
    "première ligne": "first line",
    "Rien d’autre": "Nothing else",
    "mg/j": "mg/day",
}


@cache
def extracted() -> frozenset[str]:
    """Every msgid that the code marks with `_`."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords={"_": None})
    return frozenset(str(message) for _file, _line, message, _comments, _context in found)


@cache
def catalogue() -> Catalog:
    """The English catalogue as it stands in the repository."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def said() -> dict[str, str]:
    """What the catalogue says in English, by msgid."""
    return {str(m.id): str(m.string or "") for m in catalogue() if m.id}


def placeholders(sentence: str) -> set[str]:
    """The values that a sentence takes."""
    return {field for _before, field, _spec, _turn in string.Formatter().parse(sentence) if field is not None}


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app with the catalogue of this moment, compiled aside."""
    folder = tmp_path / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "navigator.mo").open("wb") as file:
        write_mo(file, catalogue())
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    language._catalogue.cache_clear()
    yield
    language._catalogue.cache_clear()


# --- the catalogue


def test_the_code_marks_sentences() -> None:
    assert len(extracted()) > 500


def test_every_sentence_of_the_code_is_translated() -> None:
    assert sorted(m for m in extracted() if not said().get(m, "").strip()) == []


def test_the_catalogue_holds_nothing_else() -> None:
    assert sorted(set(said()) - extracted()) == []
    assert list(catalogue().obsolete) == []


def test_no_translation_is_fuzzy() -> None:
    assert not catalogue().fuzzy
    assert [m.id for m in catalogue() if m.id and m.fuzzy] == []


def test_the_catalogue_is_english_in_utf_8() -> None:
    headers = dict(catalogue().mime_headers)
    assert headers["Language"] == "en"
    assert headers["Content-Type"] == "text/plain; charset=utf-8"


def test_every_translation_takes_the_same_values() -> None:
    assert {f: e for f, e in said().items() if placeholders(f) != placeholders(e)} == {}


def test_every_translation_ends_as_its_french_does() -> None:
    """A prompt keeps its last space; a sentence keeps its full stop, colon or question mark."""
    ends = {f: e for f, e in said().items() if f[-1:].isspace() != e[-1:].isspace()}
    stops = {f: e for f, e in said().items() if len(f) > 12 and f.rstrip()[-1] in ".?:" and e.rstrip()[-1] not in ".?:"}
    assert ends | stops == {}


def test_english_is_punctuated_as_english() -> None:
    assert [e for e in said().values() if re.search(r"[«»\u00a0\u202f]|\S [;:?!](?!\S)|\d %", e)] == []


def test_the_words_that_decide_are_fixed() -> None:
    assert {f: said()[f] for f in FIXED} == FIXED


def test_the_catalogue_compiles() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    read = gettext.GNUTranslations(compiled)
    assert {f: read.gettext(f) for f in said()} == said()


# --- saying


def test_french_is_the_msgid() -> None:
    assert say("Adapté", Language.FR) == "Adapté"
    assert say("jamais écrit", Language.FR) == "jamais écrit"


@pytest.mark.usefixtures("english")
def test_english_comes_from_the_catalogue() -> None:
    assert say("Adapté", Language.EN) == "Suitable"


@pytest.mark.usefixtures("english")
def test_english_falls_back_to_french_when_unknown() -> None:
    assert say("jamais écrit", Language.EN) == "jamais écrit"


def test_english_without_a_catalogue_is_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    language._catalogue.cache_clear()
    try:
        assert say("Adapté", Language.EN) == "Adapté"
    finally:
        language._catalogue.cache_clear()


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("spoken", Language)
def test_nothing_is_said_as_nothing(spoken: Language) -> None:
    assert say("", spoken) == ""  # gettext itself would answer with its header


@pytest.mark.usefixtures("english")
def test_a_sentence_puts_its_values_in() -> None:
    sentence = Sentence("la clé « {key} » n’existe pas ici{hint}", key="doze", hint="")
    assert sentence.in_(Language.FR) == "la clé « doze » n’existe pas ici"
    assert sentence.in_(Language.EN) == "the key “doze” does not exist here"


@pytest.mark.usefixtures("english")
def test_the_values_of_a_sentence_are_said_in_its_language() -> None:
    hint = Sentence(" ; vouliez-vous dire « {nearest} » ?", nearest=Text(fr="dose", en="dose (mg)"))
    sentence = Sentence("le facteur « {name} » n’existe pas{hint}", name=Text(fr="âge", en="age"), hint=hint)
    assert sentence.in_(Language.FR) == "le facteur « âge » n’existe pas ; vouliez-vous dire « dose » ?"
    assert sentence.in_(Language.EN) == "the factor “age” does not exist; did you mean “dose (mg)”?"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("spoken", Language)
def test_a_value_with_braces_stays_as_it_is(spoken: Language) -> None:
    assert "{{key}}" in Sentence("la clé « {key} » n’existe pas ici{hint}", key="{{key}}", hint="").in_(spoken)


def test_sentences_are_values() -> None:
    assert Sentence("{a}", a=1) == Sentence("{a}", a=1)
    assert Sentence("{a}", a=1) != Sentence("{a}", a=2)
    assert len({Sentence("{a}", a=1), Sentence("{a}", a=1)}) == 1


def test_a_text_holds_both_languages() -> None:
    text = Text(fr="foie", en="liver")
    assert [text.in_(spoken) for spoken in Language] == ["foie", "liver"]
