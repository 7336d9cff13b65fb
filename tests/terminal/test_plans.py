"""`navigator plan` from the words typed to the bytes that come out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from navigator import cli

PATIENT = ("-p", "age=60", "-p", "crcl=50", "-p", "taking=none", "-p", "others=no")
START = ("--start", "2026-11-30")


def answer(capfdbinary: pytest.CaptureFixture[bytes], *words: str, treatment: str = "pregabalin") -> str:
    assert cli.main(["plan", treatment, *START, *PATIENT, *words]) == 0
    return capfdbinary.readouterr().out.decode("utf-8")


def refused(capfdbinary: pytest.CaptureFixture[bytes], *words: str, treatment: str = "pregabalin") -> tuple[int, str]:
    code = cli.main(["plan", treatment, *START, *PATIENT, *words])
    return code, capfdbinary.readouterr().err.decode("utf-8")


def test_the_text_shows_steps_units_law_and_taper(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    said = answer(capfdbinary)
    for words in (
        "30/11/2026 – 06/12/2026",
        "revenir à 75",
        "93 × 75",
        "180",
        "décroissance",
        "Réévaluer",
    ):
        assert words in said
    english = answer(capfdbinary, "--lang", "en")
    assert "30\u00a0Nov\u00a02026" in english
    assert "mal" not in english


def test_the_json_adds_prescriptions_and_the_way_back(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    form = json.loads(answer(capfdbinary, "--json", "--pace", "fast", "--target", "225"))
    assert [s["total_mg"] for s in form["steps"]] == ["75", "150", "225"]
    assert [s["back_to_mg"] for s in form["steps"]] == [None, "75", "150"]
    assert form["prescription_days"] == 180
    assert form["prescriptions"][0]["units"] == form["units_total"]
    assert form["max_mg"] == "300"


def test_own_steps_are_taken_or_refused_in_words(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    form = json.loads(answer(capfdbinary, "--json", "--steps", "50x7,100x14,150"))
    assert [s["total_mg"] for s in form["steps"]] == ["50", "100", "150"]
    code, said = refused(capfdbinary, "--steps", "75x3,150")
    assert code == 1
    assert "au moins 7 jours" in said


def test_a_relay_has_both_columns(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    form = json.loads(answer(capfdbinary, "--json", "--from", "amitriptyline", "--from-dose", "50"))
    columns = form["relay"]["columns"]
    assert (columns[0]["old_mg"], columns[0]["new_mg"]) == ("25", "75") or columns[0]["old_mg"] is not None
    assert columns[-1]["old_mg"] is None or columns[-1]["new_mg"] is None
    said = answer(capfdbinary, "--from", "amitriptyline", "--from-dose", "50")
    assert "Relais : Amitriptyline (50 mg/j) → Prégabaline" in said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--target", "x"), "nombre"),
        (("--steps", "75/7"), "MGxJOURS"),
        (("--steps", "75x7,150", "--target", "150"), "--steps"),
        (("--from", "amitriptyline"), "--from-dose"),
        (("--from-dose", "50"), "--from"),
        (("--from", "amitryptiline", "--from-dose", "50"), "amitriptyline"),
    ],
)
def test_what_cannot_be_read_is_wrong_use(
    capfdbinary: pytest.CaptureFixture[bytes], words: tuple[str, ...], says: str
) -> None:
    code, said = refused(capfdbinary, *words)
    assert code == 2
    assert says in said


def test_the_calendar_goes_to_the_file_asked_for(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    assert answer(capfdbinary, "--format", "ics", "-o", str(out)) == ""
    assert out.read_bytes() == answer(capfdbinary, "--format", "ics").encode("utf-8")
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("format_", ["text", "json"])
def test_every_form_can_be_written(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, format_: str) -> None:
    out = tmp_path / "plan"
    assert answer(capfdbinary, "--format", format_, "-o", str(out)) == ""
    assert out.read_text("utf-8") == answer(capfdbinary, "--format", format_)


def test_a_folder_that_is_not_there_is_said(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    code, said = refused(capfdbinary, "--format", "ics", "-o", str(tmp_path / "none" / "plan.ics"))
    assert code == 1
    assert "plan.ics" in said


def test_the_pdf_is_one_sheet_without_the_patient(tmp_path: Path) -> None:
    """In a process of its own, as on the command line: there an application is made for the fonts."""
    out = tmp_path / "plan.pdf"
    words = [
        sys.executable,
        "-m",
        "navigator",
        "plan",
        "pregabalin",
        *START,
        *PATIENT,
        "--format",
        "pdf",
        "-o",
        str(out),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_an_answer_that_finds_no_room_is_a_sentence_and_no_traceback() -> None:
    """In a process of its own: what is printed last is written when Python ends."""
    call = [sys.executable, "-m", "navigator", "plan", "pregabalin", *START, *PATIENT]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, check=False, text=True, encoding="utf-8")
    assert done.returncode == 1
    assert "plus de place" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
