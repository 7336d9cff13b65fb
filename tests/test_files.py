"""Writing a file: whole or not at all, and in words where not."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from navigator import files
from navigator.files import NotWritten
from navigator.language import Language

OLD, NEW = b"old content", b"new content" * 10_000


def names(folder: Path) -> list[str]:
    return sorted(f.name for f in folder.iterdir())


def refused(path: Path, data: bytes = NEW) -> str:
    with pytest.raises(NotWritten) as why:
        files.write(path, data)
    assert why.value.sentence.in_(Language.EN) != why.value.sentence.in_(Language.FR)
    return why.value.sentence.in_(Language.FR)


def test_a_new_file_holds_all_and_nothing_stands_beside(tmp_path: Path) -> None:
    files.write(tmp_path / "plan.pdf", NEW)
    assert (tmp_path / "plan.pdf").read_bytes() == NEW
    assert names(tmp_path) == ["plan.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="modes of a Unix file")
def test_the_mode_of_the_old_file_and_a_link_to_it_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(OLD)
    real.chmod(0o640)
    link.symlink_to(real)
    files.write(link, NEW)
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_is_said_and_the_old_file_is_intact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.pdf").write_bytes(OLD)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = refused(tmp_path / "plan.pdf")
    assert "plus de place" in said
    assert str(tmp_path) in said
    assert (tmp_path / "plan.pdf").read_bytes() == OLD
    assert names(tmp_path) == ["plan.pdf"]


def test_a_disk_that_silently_keeps_less_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.pdf").write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", lambda handle: os.ftruncate(handle, 100))
    assert "plus de place" in refused(tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == OLD
    assert names(tmp_path) == ["plan.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="limits of a Unix process")
def test_a_real_limit_of_the_system_is_said(tmp_path: Path) -> None:
    """The limit on the size of a file of a child process: the nearest to a full disk that needs no rights."""
    (tmp_path / "plan.pdf").write_bytes(OLD)
    code = (
        "import resource, signal, sys; from pathlib import Path; from navigator import files\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: files.write(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except files.NotWritten as why: print(why.sentence.message)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "plan.pdf")], capture_output=True, encoding="utf-8", check=True
    )
    assert "plus de place" in ran.stdout
    assert (tmp_path / "plan.pdf").read_bytes() == OLD
    assert names(tmp_path) == ["plan.pdf"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    assert "n’existe plus" in refused(tmp_path / "usb" / "plan.pdf")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_folder_that_must_not_be_changed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "plan.pdf").write_bytes(OLD)

    def closed(*_words: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", closed)  # whoever runs the tests as root may write everywhere
    assert "ne peut pas être modifié" in refused(tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == OLD


def test_a_target_open_elsewhere_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace what another program shows."""
    (tmp_path / "plan.pdf").write_bytes(OLD)

    def shown(*_words: object) -> Path:
        raise PermissionError(errno.EACCES, "being used by another process")

    monkeypatch.setattr(Path, "replace", shown)
    assert "ouvert ailleurs" in refused(tmp_path / "plan.pdf")
    assert names(tmp_path) == ["plan.pdf"]


def test_a_folder_a_long_name_and_a_device_are_no_targets(tmp_path: Path) -> None:
    assert "n’est pas un fichier" in refused(tmp_path)
    assert "nom plus court" in refused(tmp_path / ("n" * 300))
    if os.name != "nt":
        assert "n’est pas un fichier" in refused(Path("/dev/null"))


def test_any_other_reason_is_told_as_the_system_gives_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    assert "Input/output error" in refused(tmp_path / "plan.pdf")
    assert names(tmp_path) == []
