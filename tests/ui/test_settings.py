"""What the window remembers: read with care, written in one move, never a patient."""

from dataclasses import fields
from pathlib import Path

import pytest

from navigator.pages.settings import Settings
from navigator.ui.settings import read, write


def test_what_was_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    kept = Settings(language="en", theme="dark", zoom=125, reading="sfetd-2020")
    assert write(file, kept) is None
    assert read(file) == kept
    assert [f.name for f in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"zoom": "big", "theme": 3}', "[" * 5000])
def test_a_broken_file_is_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert read(file) == Settings()


def test_a_target_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert write(tmp_path / "settings.json", Settings())


def test_nothing_about_a_patient_has_a_place() -> None:
    assert {f.name for f in fields(Settings)} == {
        "language",
        "theme",
        "zoom",
        "reading",
        "font",
        "panel",
        "toured",
        "seen",
        "creatinine",
        "folder",
    }
