"""The page of a document: from a treatment to paper, the clipboard or a file, and what is said where that fails."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from navigator.language import Language, Sentence
from navigator.pages import scene
from navigator.pages.scene import Document
from navigator.ui import printing, settings
from navigator.ui.app import App
from navigator.ui.document_page import DocumentPage
from tests.ui.pdf_reading import Pdf

HEALTHY = ("age=50", "sex=male", "crcl=100", "taking=none", "others=no")


def open_leaflet(app: App) -> DocumentPage:
    app.session.open_at("diffuse.first-line", HEALTHY)
    app.session.open_treatment("pregabalin")
    app.window.treatment_page.action_chosen.emit("document.leaflet.pregabalin")
    return app.window.pages.document_page


def press(page: DocumentPage, id: str) -> None:
    """Press the button of an action."""
    assert page._page is not None
    place = [a.id for a in page._page.actions].index(id)
    page.tools.buttons()[place].click()


def answers(monkeypatch: pytest.MonkeyPatch, path: str) -> list[str]:
    """The file dialog gives `path`; the proposals that it was opened with."""
    proposed: list[str] = []

    def chosen(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        proposed.append(proposal)
        return path, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return proposed


def test_the_leaflet_is_seen_as_on_paper_and_saved_where_the_doctor_wants(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings_file: Path
) -> None:
    page = open_leaflet(app)
    assert app.window.pages.page() is page
    assert page.preview.isVisible()
    assert page.preview.pages == 1
    proposed = answers(monkeypatch, str(tmp_path / "fiche"))
    press(page, "save")
    assert Path(proposed[0]).name == "fiche-pregabalin.pdf"
    made = Pdf((tmp_path / "fiche.pdf").read_bytes())
    assert made.title == "Fiche pour le patient : Prégabaline".replace(" :", "\u00a0:")
    assert "Prégabaline" in made.text(0)
    assert str(tmp_path / "fiche.pdf") in page.said.text()
    assert settings.read(settings_file).folder == str(tmp_path)
    press(page, "save")
    assert Path(proposed[1]).parent == tmp_path, "the folder of last time"


def test_the_folder_of_last_time_outlives_the_window_but_not_its_own_end(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_leaflet(app)
    page.folder = "/gone/with/the/stick"
    proposed = answers(monkeypatch, "")
    press(page, "save")
    assert Path(proposed[0]).parent == Path.home()
    assert page.said.text() == ""


def test_a_folder_that_is_gone_is_a_sentence_on_the_page(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_leaflet(app)
    answers(monkeypatch, "/nowhere/at/all/fiche.pdf")
    press(page, "save")
    assert "n’existe plus" in page.said.text()
    assert page.said.isVisible()


def test_saving_leaves_nothing_in_the_temporary_folder(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("temp", "out"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    page = open_leaflet(app)
    answers(monkeypatch, str(tmp_path / "out" / "fiche.pdf"))
    press(page, "save")
    press(page, "copy")
    assert list((tmp_path / "temp").iterdir()) == []
    assert [f.name for f in (tmp_path / "out").iterdir()] == ["fiche.pdf"]


def test_copy_puts_the_text_on_the_clipboard_and_says_so(app: App) -> None:
    page = open_leaflet(app)
    press(page, "copy")
    assert QGuiApplication.clipboard().text().startswith("Prégabaline\n")
    assert "copié" in page.said.text()


def test_a_letter_is_written_on_before_it_leaves_and_kept_nowhere(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_leaflet(app)
    page.choice.picked.emit("letter")
    assert page.letter.isVisible()
    assert not page.preview.isVisible()
    page.letter.setPlainText("Chère consœur,\n\nMme <Dupont> va mieux.")
    app.session.show()  # the same page again: what was written stays
    answers(monkeypatch, str(tmp_path / "courrier.pdf"))
    press(page, "save")
    text = Pdf((tmp_path / "courrier.pdf").read_bytes()).text(0)
    assert "Mme <Dupont> va mieux." in text
    app.session.new_patient()
    app.session.open_document("letter")
    assert "Dupont" not in page.letter.toPlainText()


def test_what_was_written_outlives_the_way_to_another_page_and_a_change_of_the_walk(app: App) -> None:
    page = open_leaflet(app)
    page.choice.picked.emit("letter")
    page.letter.insertPlainText("Merci de la voir vite. ")
    page.choice.picked.emit("note")
    assert "vite" not in page.letter.toPlainText()
    page.choice.picked.emit("letter")
    assert page.letter.toPlainText().startswith("Merci de la voir vite.")
    assert "changé" not in page.head.lead.text()
    app.session.answer("weight", "70")
    assert page.letter.toPlainText().startswith("Merci de la voir vite.")
    assert "la consultation a changé" in page.head.lead.text()
    press(page, "renew")
    assert "vite" not in page.letter.toPlainText()
    assert "poids 70" in page.letter.toPlainText()
    app.session.show()
    assert "la consultation a changé" not in page.head.lead.text()
    page.letter.undo()
    assert page.letter.toPlainText().startswith("Merci de la voir vite.")


def test_what_was_written_outlives_another_language_but_not_the_patient(app: App) -> None:
    open_leaflet(app)
    app.session.open_document("letter")
    app.window.pages.document_page.letter.insertPlainText("Mme Dupont. ")
    app._speak(Language.EN)
    page = app.window.pages.document_page
    assert page.letter.toPlainText().startswith("Mme Dupont.")
    assert "has changed since" in page.head.lead.text()
    app.session.new_patient()
    app.session.open_document("letter")
    assert "Dupont" not in page.letter.toPlainText()
    assert not app.session.desk.written


def test_ctrl_p_leads_to_the_document_and_there_to_the_printer(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[Document] = []

    def note(document: Document, _parent: object) -> Sentence | None:
        printed.append(document)
        return Sentence("L’imprimante ne répond pas : vérifiez-la, ou enregistrez le document en PDF.")

    monkeypatch.setattr(printing, "print_document", note)
    app.session.open_at("diffuse.first-line", HEALTHY)
    app.session.open_treatment("pregabalin")
    app.window.pages.print_page()
    page = app.window.pages.document_page
    assert app.window.pages.page() is page
    assert printed == []
    app.window.pages.print_page()
    assert [d.file_name for d in printed] == ["fiche-pregabalin"]
    assert "imprimante" in page.said.text()


def test_doses_left_blank_are_said_to_the_doctor(app: App) -> None:
    app.session.open_at("diffuse.first-line", ("age=50",))
    app.session.open_document("leaflet.pregabalin")
    page = app.session._sitting.scene.page
    assert isinstance(page, scene.DocumentPage)
    assert page.lead.startswith("Doses laissées en blanc")


def test_the_ways_back_and_between_the_documents(app: App) -> None:
    page = open_leaflet(app)
    assert page._page is not None
    assert [c.id for c in page._page.choices] == [
        "leaflet.pregabalin",
        "large-leaflet.pregabalin",
        "letter",
        "note",
    ]
    page.choice.picked.emit("large-leaflet.pregabalin")
    assert page.preview.pages >= 2
    page.back.click()
    page.back.click()
    assert app.window.pages.page() is app.window.treatment_page


def test_a_treatment_without_a_leaflet_offers_none(app: App) -> None:
    app.session.open_treatment("nav-blockers")
    page = app.session._sitting.scene.page
    assert isinstance(page, scene.TreatmentPage)
    assert [a for a in page.actions if a.id.startswith("document.")] == []


def test_printing_is_not_even_loaded_before_print_is_pressed() -> None:
    """A QPrinter opens a socket to the print service: the module that has it must stay out."""
    code = (
        "import sys; from navigator.ui import app, document_page, paper, printing\n"
        "sys.exit(any('PrintSupport' in m for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
