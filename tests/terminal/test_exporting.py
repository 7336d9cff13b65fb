"""`navigator export`: a file that opens, and sentences where none can be made."""

import subprocess
import sys
from pathlib import Path

import pytest

from navigator.cli import main
from tests.ui.pdf_reading import Pdf


def test_the_handbook_as_one_html_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "guide.html"
    assert main(("export", str(file), "--lang", "en")) == 0
    assert capsys.readouterr().out.strip() == str(file)
    html = file.read_text(encoding="utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "Pregabalin" in html


def test_the_wall_chart_is_one_sheet_of_a3_in_both_languages(tmp_path: Path) -> None:
    """In a process of its own: the command line makes the one application that fonts need."""
    for language in ("fr", "en"):
        file = tmp_path / f"{language}.pdf"
        words = ["export", str(file), "--wall", "--lang", language]
        subprocess.run([sys.executable, "-m", "navigator", *words], check=True, capture_output=True)
        made = Pdf(file.read_bytes())
        assert len(made.pages) == 1
        assert b"/MediaBox [0 0 1190" in file.read_bytes() or b"/MediaBox [0 0 1191" in file.read_bytes()
        assert f"/Lang ({language})".encode() in made.catalogue


@pytest.mark.parametrize("name", ["guide.doc", "guide"])
def test_another_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(("export", str(tmp_path / name))) == 2
    assert ".html" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("export", str(tmp_path / "gone" / "guide.html"))) == 1
    assert "n’existe plus" in capsys.readouterr().err
