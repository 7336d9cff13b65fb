"""What this copy says of itself: use, sources, licences, and what it finds when it checks itself."""

from datetime import date
from importlib import metadata
from pathlib import Path

from navigator import paths
from navigator.language import Language
from navigator.pages.about import FOR, LICENCES, NOT_FOR
from navigator.pages.desk import Finding
from navigator.pages.scene import ArticlePage
from navigator.pages.self_check import findings
from navigator.pages.sitting import Sitting

DOCS = Path(__file__).parent.parent.parent / "docs"


def about(sitting: Sitting) -> ArticlePage:
    sitting.open_article("about")
    page = sitting.scene.page
    assert isinstance(page, ArticlePage)
    return page


def test_about_leads_to_every_source_and_every_licence(sitting: Sitting) -> None:
    html = about(sitting).html
    for id in LICENCES:
        assert f"article:licence.{id}" in html
    for id in sitting._guideline.sources:
        assert f"article:source.{id}" in html


def test_every_licence_is_shipped_and_reads_as_its_package_gives_it(sitting: Sitting) -> None:
    for id in LICENCES:
        sitting.open_article(f"licence.{id}")
        page = sitting.scene.page
        assert isinstance(page, ArticlePage)
        assert len(page.html) > 900, id
    for name in ("PyYAML", "Jinja2", "MarkupSafe"):
        files = [f for f in metadata.files(name) or () if "licenses" in f.parts and f.name.startswith("LICENSE")]
        ours = (paths.resources() / "licences" / f"{name.lower()}.txt").read_text(encoding="utf-8")
        assert ours == files[0].read_text(), name
    root = Path(__file__).parent.parent.parent
    assert (root / "LICENSE").read_text() == (paths.resources() / "licences" / "navigator.txt").read_text()


def test_the_version_of_every_package_is_the_installed_one(sitting: Sitting) -> None:
    html = about(sitting).html
    for licence in LICENCES.values():
        if licence.package:
            assert f">{metadata.version(licence.package)}<" in html, licence.package


def test_the_document_says_what_the_app_says() -> None:
    text = " ".join((DOCS / "intended-use.md").read_text(encoding="utf-8").split())
    for sentence in (*FOR, *NOT_FOR[2:]):
        assert sentence in text
    assert "compliant" not in text


def test_this_copy_finds_nothing_wrong_in_itself(sitting: Sitting) -> None:
    found = tuple(findings(paths.content(), paths.resources(), date(2026, 11, 23)))
    assert all(f.fine for f in found)
    sitting.found(found[:2], False)
    assert "Vérification en cours" in about(sitting).html
    sitting.found(found, True)
    html = about(sitting).html
    assert "Tout va bien" in html
    assert "Vérification en cours" not in html


def test_a_copy_without_its_fonts_or_content_says_so(tmp_path: Path) -> None:
    *_others, verdict = findings(paths.content(), tmp_path, date(2026, 11, 23))
    assert not verdict.fine
    found: list[Finding] = list(findings(tmp_path, paths.resources(), date(2026, 11, 23)))
    assert [f.fine for f in found] == [True, False, False]
    assert "réinstallez-la" in found[-1].sentence.in_(Language.FR)
