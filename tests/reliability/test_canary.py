"""Nothing about the patient stays on the disk: values typed in a consultation are looked for after each kind of end."""

import os
import signal
from pathlib import Path

import pytest

from tests.reliability.child import Place, consult
from tests.reliability.consultation import DOSE, NAME, PRINT, WEIGHT, Seen

UNIX = pytest.mark.skipif(os.name == "nt", reason="signals of a Unix process")
ENDS = {"close": 0, PRINT: 0, "exception": 0, "SIGSEGV": -int(signal.SIGSEGV), "SIGKILL": -9}


def needles(seen: Seen) -> list[str]:
    """What would betray the patient: the values as typed and as computed with, the words, the resume code."""
    assert WEIGHT in seen.note, "the consultation did not take the canary"
    assert DOSE in seen.note
    assert len(seen.code) > 20
    return [WEIGHT, WEIGHT.replace(",", "."), DOSE, NAME, seen.code, seen.code.replace("-", ""), "gabapentin"]


def holders(place: Place, needle: str) -> list[str]:
    """The files whose name or content holds it, in the encodings of text that Qt and Python write."""
    forms = [needle.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in place.files():
        data = str(path.relative_to(place.root)).encode() + b"\0" + path.read_bytes()
        found += [str(path)] if any(form.lower() in data.lower() for form in forms) else []
    return found


def ended(place: Place, end: str, saved: Path | None = None) -> None:
    seen, code, errors = consult(place, end, saved)
    assert code == ENDS[end], errors
    if end == "exception":
        assert "a fault of the app itself" in errors
        assert "consult" in errors
    assert {needle: holders(place, needle) for needle in needles(seen) if holders(place, needle)} == {}
    left = [path.relative_to(place.root).as_posix() for path in place.files()]
    assert [name for name in left if not name.startswith("cache/fontconfig/")] == ["config/navigator/settings.json"]


@pytest.mark.sweep
@UNIX
def test_a_killed_consultation_leaves_the_settings_and_nothing_else(tmp_path: Path) -> None:
    ended(Place(tmp_path), "SIGKILL")


@UNIX
def test_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
    """A core file would hold the whole consultation; the limit is raised here so that one could be written."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    if hard == 0:
        pytest.skip("this machine allows no core file anyway")
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        ended(Place(tmp_path), "SIGSEGV")
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


@pytest.mark.sweep
@pytest.mark.parametrize("end", ["close", "exception", PRINT])
@pytest.mark.parametrize("saves", [False, True], ids=["saves-nothing", "saves-documents"])
def test_every_other_end_leaves_the_settings_and_nothing_else(tmp_path: Path, end: str, saves: bool) -> None:
    """What the doctor saves lies where the doctor wanted it, and nowhere else."""
    (tmp_path / "saved").mkdir()
    ended(Place(tmp_path / "place"), end, tmp_path / "saved" if saves else None)
    assert len(list((tmp_path / "saved").iterdir())) == (6 if saves else 0)
