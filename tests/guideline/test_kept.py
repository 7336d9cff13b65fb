"""The kept content is what the files say, and anything that does not fit exactly is as if it were not there."""

import pickle
import shutil
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from navigator import paths
from navigator.guideline import kept
from navigator.guideline.frozen_bytes import from_bytes, to_bytes
from navigator.guideline.model import Guideline
from tests.guideline.small_content import SmallContent


@pytest.fixture(name="copy", scope="module")
def kept_copy(guideline: Guideline, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy of the shipped content, and the file that keeps it."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(paths.content(), folder / "content")
    kept.write(guideline, folder / "content", folder / "file")
    return folder / "content", folder / "file"


def test_what_is_kept_is_what_was_read(copy: tuple[Path, Path], guideline: Guideline) -> None:
    found = kept.read(*copy)
    assert found == guideline
    assert [found.treatments[id_].sections for id_ in found.treatments] == [
        t.sections for t in guideline.treatments.values()
    ]
    assert list(found.cases) == list(guideline.cases)
    assert found.cases[-1] == guideline.cases[-1]


def test_one_letter_of_the_content_and_it_is_not_used(content: SmallContent, tmp_path: Path) -> None:
    guideline = content.load().guideline
    assert guideline is not None
    file = tmp_path / "file"
    kept.write(guideline, content.folder, file)
    assert kept.read(content.folder, file) == guideline
    (content.folder / "cases" / "more.yaml").write_text("cases: {}\n", encoding="utf-8")
    assert kept.read(content.folder, file) is None


def test_another_app_does_not_use_it(copy: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "__version__", "0.0.0")
    assert kept.read(*copy) is None


def test_the_bundle_whose_code_is_closed_and_the_checkout_do_not_share(
    guideline: Guideline, copy: tuple[Path, Path], tmp_path: Path
) -> None:
    kept.write(guideline, copy[0], tmp_path / "bundled", bundled=True)
    assert kept.read(copy[0], tmp_path / "bundled") is None


@pytest.mark.parametrize("at", [0, 30, 70, 200, -1])
def test_one_damaged_byte_and_it_is_not_used(copy: tuple[Path, Path], tmp_path: Path, at: int) -> None:
    data = bytearray(copy[1].read_bytes())
    data[at] ^= 1
    (tmp_path / "damaged").write_bytes(data)
    assert kept.read(copy[0], tmp_path / "damaged") is None


@pytest.mark.parametrize("data", [b"", b"navigator content 2\n", b"\x80\x05."])
def test_half_a_file_is_no_file(copy: tuple[Path, Path], tmp_path: Path, data: bytes) -> None:
    (tmp_path / "half").write_bytes(data)
    assert kept.read(copy[0], tmp_path / "half") is None
    assert kept.read(copy[0], tmp_path / "none") is None


class Trick:
    """What a hostile file would name: a call."""

    def __reduce__(self) -> tuple[object, ...]:
        return Path.mkdir, (Path("never"),)


@pytest.mark.parametrize("value", [Trick(), print, Guideline.__eq__, Path("x"), replace])
def test_no_call_and_no_class_but_values_of_the_guideline_comes_from_bytes(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        from_bytes(zlib.compress(pickle.dumps(value, protocol=5)))


def test_values_come_back_equal(guideline: Guideline) -> None:
    for value in (guideline.factors, guideline.pairs, guideline.released, guideline.implications):
        assert from_bytes(to_bytes(value)) == value
