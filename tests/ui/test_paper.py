"""Documents on paper: what a reader of the PDF finds in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.handbook import handbook
from navigator.pages.leaflet import has_leaflet, leaflet
from navigator.pages.scene import ChanceArray, ChanceGroup, Document, Paper, Picture
from navigator.pages.scene.document import NEW_PAGE
from navigator.pages.self_contained import page
from navigator.ui import paper
from navigator.ui.chance_array import chances_height
from navigator.ui.paper_style import PaperTheme
from navigator.ui.pdf_catalogue import Heading, completed
from navigator.ui.safe_text import blocks
from navigator.ui.theme import Theme
from tests.builders import known
from tests.ui.pdf_reading import Pdf
from tests.ui.window_samples import EVIDENCE

ROWS = "".join(f"<tr><td>Ligne {n}</td><td>{n} mg</td></tr>" for n in range(90))
TABLE = (
    '<h2>Doses</h2><table class="d" width="100%" cellspacing="0"><thead><tr><th align="left">Quand</th>'
    f'<th align="left">Combien</th></tr></thead>{ROWS}</table><h2><a name="end"></a>Fin</h2><p>Page [[page end]].</p>'
)
CHANCES = ChanceArray((ChanceGroup(13, "13 soulagées", True), ChanceGroup(8, "8 arrêtent", False)), "")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need one."""


def document(html: str, **more: object) -> Document:
    plain = Document(
        "Fiche é", Language.FR, html, "text", "fiche", "Navigateur 9 · contenu 2026.11", "Aide à la décision"
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_title_language_and_embedded_fonts() -> None:
    made = Pdf(paper.pdf(document("<h1>Fiche</h1><p>Un texte, <b>deux</b>.</p>")))
    assert made.title == "Fiche é"
    assert b"/Lang (fr)" in made.catalogue
    assert b"/DisplayDocTitle true" in made.catalogue
    fonts = made.fonts()
    assert len(fonts) >= 2
    assert all(fonts.values())
    assert "certifiée" in Pdf(paper.pdf(document("<p>…</p>", intended_use="Aide non certifiée"))).text(0)
    assert all("IBMPlexSans" in name and "+" in name for name in fonts), "a subset of our own font"


def test_words_are_found_by_who_searches_for_them() -> None:
    text = Pdf(paper.pdf(document("<p>L’effet en trois mots : œdème, office, 30 mg.</p>"))).text(0)
    assert "L’effet en trois mots : œdème, office, 30 mg." in text
    assert "\t" not in text


def test_a_table_over_pages_repeats_its_head_and_every_page_its_foot() -> None:
    made = Pdf(paper.pdf(document(TABLE)))
    assert len(made.pages) >= 3
    for number in range(len(made.pages)):
        text = made.text(number)
        assert ("Quand" in text) == ("Ligne" in text)
        assert "Navigateur 9 · contenu 2026.11" in text
        assert "Aide à la décision" in text
        assert f"Page {number + 1} sur {len(made.pages)}" in text


def test_contents_give_the_page_and_long_documents_an_outline() -> None:
    made = Pdf(paper.pdf(document("<h1>Guide</h1>" + TABLE)))
    last = len(made.pages)
    assert f"Page {last}." in made.text(last - 1)
    assert made.outline == ["Guide", "Doses", "Fin"]
    assert Pdf(paper.pdf(document("<h1>Une page</h1><p>…</p>"))).outline == []


def test_parts_begin_on_pages_of_their_own_and_the_contents_know_them() -> None:
    contents = "<h1>Guide</h1><p>B : [[page b]]</p>"
    made = Pdf(paper.pdf(document(f'{contents}{NEW_PAGE}{TABLE}{NEW_PAGE}<h1><a name="b"></a>B</h1><p>…</p>')))
    assert f"B : {len(made.pages)}" in made.text(0).replace("\u00a0", " ")
    assert made.text(len(made.pages) - 1).startswith("B")
    assert made.outline == ["Guide", "Doses", "Fin", "B"]


def test_no_line_begins_with_the_sign_that_ends_a_french_clause() -> None:
    text = Pdf(paper.pdf(document("<p>très fréquents\u202f; et 30\u202f%</p>"))).text(0)
    assert "fréquents\u00a0;" in text
    assert "30\u00a0%" in text


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(34, 46):  # somewhere among these a heading would fall on the last line
        filler = "".join(f"<p>Paragraphe {n}</p>" for n in range(lines))
        made = Pdf(paper.pdf(document(f"{filler}<h2>Titre</h2><p>Suite.</p>")))
        page = next(n for n in range(len(made.pages)) if "Titre" in made.text(n))
        assert "Suite." in made.text(page), lines


def test_no_line_is_lost_after_a_heading_that_moves_to_the_next_page() -> None:
    pieces = (
        f"<h3>Titre {n}</h3>" + "".join(f"<p>Phrase {n}.{m} qui tient sur une ligne.</p>" for m in range(n % 5 + 1))
        for n in range(60)
    )
    laid = paper.laid_out(document("".join(pieces)), QSizeF(650, 960))
    text, _page = laid.text_on(0)
    place = text.documentLayout().blockBoundingRect
    assert [b.text() for b in blocks(text) if place(b).height() < 8] == []
    assert text.size().height() > 60 * 20


def test_links_lead_to_addresses_and_to_pages() -> None:
    data = paper.pdf(document(f'<p><a href="#end">Fin</a>, <a href="https://a.fr/x">une adresse</a></p>{TABLE}'))
    made = Pdf(data)
    links = [b for b in made.objects.values() if b"/Subtype /Link" in b]
    assert any(b"/URI (https://a.fr/x)" in b for b in links)
    name = "end".encode("utf-16-be")
    assert any(b"/Dest (\xfe\xff%b)" % name in b for b in links)
    assert data.count(b"(\xfe\xff%b)" % name) >= 2, "and where it leads is told"


def test_chances_whose_words_have_no_room_beside_each_other_stand_under_each_other() -> None:
    small, large = (chances_height(CHANCES, PaperTheme(scale), 640) / PaperTheme(scale).px(100) for scale in (1, 4))
    assert large == pytest.approx(2 * small, rel=0.05)


def test_a_picture_stands_in_the_text_as_wide_as_it() -> None:
    image = QImage(64, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF0B5A72)
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    shown = Picture(bytes(buffer.data().data()), "une fenêtre & <un bouton>")
    made = document("<p>Avant</p><p>[[window]]</p><p>Après</p>", charts=(("window", shown),))
    assert paper.pdf(made).count(b"/Subtype /Image") == 1
    html = page(made)
    assert html.count('<img alt="une fenêtre &amp; &lt;un bouton&gt;" src="data:image/png;base64,iVBOR') == 1
    assert "[[" not in html


def test_charts_are_drawn_as_lines_not_as_pictures() -> None:
    html = "<p>[[chances]]</p><p>[[evidence]]</p>"
    data = paper.pdf(document(html, charts=(("chances", CHANCES), ("evidence", EVIDENCE))))
    text = Pdf(data).text(0)
    assert "13 soulagées" in text
    assert "Tricycliques" in text
    assert "[[" not in text
    assert b"/Subtype /Image" not in data


def test_larger_text_and_lower_paper_take_more_pages() -> None:
    plain, larger, lower = (
        len(Pdf(paper.pdf(document(TABLE, **more))).pages) for more in ({}, {"scale": 1.5}, {"paper": Paper.A4_WIDE})
    )
    assert plain < larger
    assert plain < lower


def test_the_paper_is_light_whatever_the_screen_is(theme: Theme) -> None:
    html = "<h1>Titre</h1>" + TABLE
    light = Pdf(paper.pdf(document(html)))
    theme.set_mode("dark")
    dark = Pdf(paper.pdf(document(html)))
    theme.set_mode("light")
    assert [dark.drawn(n) for n in range(3)] == [light.drawn(n) for n in range(3)]


def test_nothing_is_loaded(tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    file = tmp_path / "red.png"
    assert picture.save(str(file))
    data = paper.pdf(document(f'<p>Texte</p><img src="{file.as_uri()}"><img src="//host/share/x.png">'))
    assert b"/Width 40" not in data
    assert "Texte" in Pdf(data).text(0)


def test_an_outline_of_two_levels_is_chained() -> None:
    plain = paper.pdf(document(TABLE))
    made = completed(plain, "en", [Heading("A", 1, 0, 0), Heading("b", 2, 1, 9), Heading("C", 1, 2, 0)], 842)
    assert Pdf(made).outline[-3:] == ["A", "b", "C"]
    with pytest.raises(ValueError, match="not a PDF"):
        completed(b"%PDF-1.4\n", "fr", [], 842)


@pytest.mark.sweep
@pytest.mark.parametrize("language", list(Language))
def test_every_leaflet_is_one_sheet_and_the_handbook_loses_no_line(guideline: Guideline, language: Language) -> None:
    healthy = known(guideline, "age=50", "sex=female", "crcl=100", "taking=none", "sodium=140", "childbearing=yes")
    day, foot = date(2026, 11, 25), ("Navigateur", "Aide")
    for treatment in guideline.treatments.values():
        if has_leaflet(treatment):
            made, _because = leaflet(guideline, treatment, healthy, day, language, foot)
            assert paper.laid_out(made, paper.sheet(made)[1].size()).pages == 1, treatment.id
    book = handbook(guideline, day, language)
    laid = paper.laid_out(book, paper.sheet(book)[1].size())
    for text in {id(t): t for t, _page in map(laid.text_on, range(laid.pages))}.values():
        place = text.documentLayout().blockBoundingRect
        assert [b.text() for b in blocks(text) if b.text().strip() and place(b).height() < 6] == []
