"""The user guide against the app: labels, keys, patients and pictures that it names are there, in both languages."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from navigator.consultation.patient_line import LineReader
from navigator.consultation.walk import Moment
from navigator.guideline.model import Guideline
from navigator.language import Language, say
from navigator.pages import guide
from navigator.pages.desk import Desk
from navigator.pages.keys import KEYS
from navigator.pages.preferences import settings_page

from .test_documents import ROOT, maker

TEXTS = ROOT / "docs" / "guide"
CATALOGUE = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "navigator.po"
MOST_BYTES = 2_600_000
both = pytest.mark.parametrize("language", Language)


def files(language: Language) -> list[Path]:
    return sorted((TEXTS / language.value).glob("*.md"))


def text_of(language: Language) -> str:
    """The whole guide of a language in one piece."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files(language))


def plain(text: str) -> str:
    """With common spaces: how wide a space is, is no matter of the guide."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def plain_lines(text: str) -> str:
    return "\n".join(map(plain, text.splitlines()))


@cache
def app_words(language: Language) -> frozenset[str]:
    """Everything that the app says of its own, as it says it in `language`."""
    with CATALOGUE.open("rb") as file:
        found = read_po(file, locale="en")
    return frozenset(plain(str(m.id if language is Language.FR else m.string)) for m in found if m.id)


def content_words(guideline: Guideline, language: Language) -> set[str]:
    """The names that stand on cards and in the rail."""
    titles = [p.title for p in guideline.pain_types.values()] + [n.title for n in guideline.nodes.values()]
    answers = [a.label for node in guideline.nodes.values() for a in node.answers]
    return {plain(text.in_(language)) for text in (*titles, *answers)}


@both
def test_every_label_in_bold_is_said_by_the_app(guideline: Guideline, language: Language) -> None:
    known = app_words(language) | content_words(guideline, language)
    labels = {plain(label) for label in re.findall(r"\*\*(.+?)\*\*", text_of(language), re.DOTALL)}
    assert len(labels) > 60
    assert labels - known == set()


@both
def test_every_key_and_file_in_code_exists(language: Language) -> None:
    keys = {part for line in KEYS for part in re.split(r"[ ()]", say(line.shown, language))}
    for word in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text_of(language)):
        assert (ROOT / word).is_file() if word.startswith("docs/") else word in keys | {"Ctrl++", "4"}, word


@both
def test_every_key_of_the_app_is_told(language: Language) -> None:
    told = next(f for f in files(language) if f.stem.endswith("keyboard")).read_text(encoding="utf-8")
    assert told == maker("guide").with_keys(told, language), "run: make guide"
    assert all(f"| {say(line.shown, language)} | {say(line.meaning, language)} |" in told for line in KEYS)


@both
def test_every_setting_and_status_is_told(guideline: Guideline, language: Language) -> None:
    desk = Desk(Moment(reading=guideline.reading), language, date(2026, 11, 25))
    told = plain(text_of(language))
    choices = [choice.title for group in settings_page(guideline, desk).groups for choice in group.choices]
    assert len(choices) > 4
    chapter = next(f for f in files(language) if f.stem.endswith("settings")).read_text(encoding="utf-8")
    assert re.findall(r"^\| \*\*(.+?)\*\* \|", plain_lines(chapter), re.M) == [plain(title) for title in choices]
    statuses = [say(word, language) for word in ("Adapté", "Prudence", "Information manquante", "Déconseillé")]
    assert [word for word in (*statuses, say("Contre-indiqué", language)) if f"| **{word}** |" not in told] == []


@both
def test_every_patient_of_the_guide_is_understood_whole(guideline: Guideline, language: Language) -> None:
    lines = re.findall(r"```patient\n\s*(.+)\n", text_of(language))
    assert len(lines) == 3
    for line in lines:
        read = LineReader(guideline, language).read(line)
        assert (read.unread, read.refused) == ((), None), line


def test_both_languages_tell_the_same_chapters_with_the_same_pictures() -> None:
    same = re.compile(r"\]\(.*/(.+)\)|(`F\d`|\d+)")
    french, english = ([(f.name, same.findall(f.read_text(encoding="utf-8"))) for f in files(x)] for x in Language)
    assert french == english


@both
def test_every_picture_is_there_is_taken_by_the_script_and_small(language: Language) -> None:
    shots = {shot.name for shot in maker("screenshots").SHOTS}
    named = re.findall(r"!\[.+\]\((.+)\)", text_of(language))
    folder = ROOT / "docs" / "pictures" / language.value
    assert {Path(name).stem for name in named} == shots == {file.stem for file in folder.glob("*.png")}
    assert all((TEXTS / language.value / name).is_file() for name in named)
    assert sum(file.stat().st_size for file in folder.parent.rglob("*.png")) < MOST_BYTES


@both
def test_the_app_shows_the_guide_as_it_is_written(language: Language) -> None:
    made = maker("guide").shipped(language)
    folder = ROOT / "resources" / "guide" / language.value
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == made, "run: make guide"


@both
def test_the_guide_is_read_in_the_window_from_its_contents(guideline: Guideline, language: Language) -> None:
    desk = Desk(Moment(reading=guideline.reading), language, date(2026, 11, 25))
    contents = guide.guide_page(desk, guide.ID)
    chapters = guide.chapters(language)
    assert [f"article:{c.id}" in contents.html for c in chapters] == [True] * len(files(language))
    seen, page = [], guide.guide_page(desk, chapters[0].id)
    while page.moves[-1].id != guide.ID:
        seen.append(page.id)
        assert page.html
        assert "<img" not in page.html
        page = guide.guide_page(desk, page.moves[-1].id)
    assert [*seen, page.id] == [chapter.id for chapter in chapters]
