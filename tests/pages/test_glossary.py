"""Words of the glossary are marked once, where they first stand, and never inside a heading or a link."""

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.glossary import marked, shelf
from navigator.pages.scene import TreatmentPage
from navigator.pages.sitting import Sitting


def test_the_first_use_is_marked_and_no_other(guideline: Guideline) -> None:
    html, terms = marked("<h2>Allodynie</h2><p>Une allodynie, des allodynies.</p>", guideline, Language.FR)
    assert html == (
        '<h2>Allodynie</h2><p>Une <a class="term" href="article:term.allodynia">allodynie</a>, des allodynies.</p>'
    )
    assert [t.id for t in terms] == ["allodynia"]
    assert shelf(terms, Language.FR).references[0].note


def test_links_are_left_alone(guideline: Guideline) -> None:
    html = '<p><a href="article:x">allodynie</a></p>'
    assert marked(html, guideline, Language.FR) == (html, ())


def test_a_page_lists_the_words_that_it_uses(sitting: Sitting) -> None:
    sitting.open_treatment("gabapentin")
    page = sitting.scene.page
    assert isinstance(page, TreatmentPage)
    words = {s.id: s for s in page.shelves}["glossary"]
    assert words.references
    assert all(f'href="article:{r.id}"' in page.html for r in words.references)
    assert "glossary" in {t.id for t in page.tabs}


def test_every_source_of_a_page_is_one_entry_with_its_standing(sitting: Sitting) -> None:
    sitting.open_treatment("gabapentin")
    page = sitting.scene.page
    assert isinstance(page, TreatmentPage)
    sources = {s.id: s for s in page.shelves}["sources"].references
    assert len(sources) > 5
    assert all(r.link.startswith("source.") and r.note for r in sources)
