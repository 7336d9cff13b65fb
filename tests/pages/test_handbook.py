"""The handbook, the wall chart, and their HTML: whole, linked inside, needing nothing from outside."""

import re
from datetime import date
from html import escape

import pytest

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages import filters
from navigator.pages.handbook import handbook, wall
from navigator.pages.scene import Document, Paper
from navigator.pages.self_contained import page

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def book(guideline: Guideline) -> Document:
    return handbook(guideline, TODAY, Language.FR)


def test_every_treatment_stage_score_page_and_source_is_in_it(guideline: Guideline, book: Document) -> None:
    anchors = set(re.findall(r'<a name="([^"]+)"', book.html))
    wanted = {f"treatment.{t}" for t in guideline.treatments} | {f"background.{b}" for b in guideline.background}
    wanted |= {f"score.{s}" for s in guideline.scores} | {n.id for n in guideline.nodes.values() if n.pain_type}
    assert wanted <= anchors
    plain = re.sub(r"<[^>]+>", "", book.html)
    assert all(str(filters.marked(s.short, Language.FR)) in plain for s in guideline.sources.values())
    assert all(str(filters.marked(t.word, Language.FR)) in plain for t in guideline.glossary.values())


def test_the_contents_name_every_chapter_with_its_page(book: Document) -> None:
    anchors = set(re.findall(r'<a name="([^"]+)"', book.html))
    chapters = {anchor for anchor in anchors if not anchor.startswith("source.")}
    assert set(re.findall(r"\[\[page ([^\]]+)\]\]", book.html)) == chapters
    assert chapters <= set(re.findall(r'href="#([^"]+)"', book.html)), "each line of the contents leads there"


def test_a_source_leads_to_its_line_and_from_there_to_its_address(guideline: Guideline, book: Document) -> None:
    for source in guideline.sources.values():
        assert f'<a name="source.{source.id}"></a>' in book.html
        assert not source.address or f'<a href="{escape(source.address)}">' in book.html
    assert book.html.count('href="#source.') > 400


def test_every_chart_has_its_place(book: Document) -> None:
    assert book.charts
    for name, _chart in book.charts:
        assert book.html.count(f"[[{name}]]") == 1


def test_as_html_it_needs_nothing_and_every_link_leads_somewhere(book: Document) -> None:
    html = page(book)
    assert "<script" not in html
    assert not re.search(r'src=|href="(?!#|https?://)', html)
    assert "prefers-color-scheme: dark" in html
    assert "[[" not in html
    names = set(re.findall(r'<a name="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= names
    assert book.stamp in html
    assert book.intended_use in html


@pytest.mark.parametrize("language", list(Language))
def test_the_wall_chart_shows_every_option_of_every_stage(guideline: Guideline, language: Language) -> None:
    made = wall(guideline, TODAY, language)
    assert made.paper is Paper.A3_WIDE
    for pain in guideline.pain_types.values():
        assert filters.told(pain.title, language) in made.html
    for treatment in guideline.treatments.values():
        if any(p.source == guideline.reading for p in treatment.placements):
            assert str(filters.marked(treatment.name, language)) in made.html, treatment.id
    assert all(str(filters.marked(f.finding, language)) in made.html for f in guideline.red_flags)
