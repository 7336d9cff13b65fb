"""No network: a consultation and its documents in a process that has none, and that never asks for any.

Three ways of looking, as each sees what the others cannot: the calls to the system (strace), the calls of Python (an
audit hook), and what is loaded at all.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.reliability.child import SECONDS, Place, consult, start
from tests.reliability.consultation import PRINT, Seen

SAVED = {f"{name}.pdf" for name in ("plan", "leaflet.pregabalin", "large-leaflet.pregabalin", "letter", "note")}
NET_MODULES = {"socket", "_socket", "ssl", "_ssl", "http.client", "urllib.request", "PySide6.QtNetwork"}
NET_LIBRARIES = ("Qt6Network", "libssl", "libcups", "libcurl")  # libcrypto only counts hashes, for Python’s secrets


@cache
def works(*program: str) -> bool:
    """Whether this machine has the program and lets us use it."""
    if shutil.which(program[0]) is None:
        return False
    return subprocess.run([*program, "true"], capture_output=True, check=False).returncode == 0


def without_network(log: Path | None = None) -> list[str]:
    """The programs that take the network away and note every socket in `log`, as far as this machine has them."""
    watch = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(log)] if log and works("strace", "-qq") else []
    return [*(["unshare", "-n"] if works("unshare", "-n") else []), *watch]


def called(log: Path) -> list[str]:
    """The system calls for a network, in the order in which they came."""
    return [
        line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if re.search(r"\w+\(", line)
    ]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("strace") / "calls"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("saved")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, log: Path, saved: Path) -> Seen:
    """A consultation with all its documents, once for all of these tests."""
    seen, code, errors = consult(Place(tmp_path_factory.mktemp("place")), "close", saved, without_network(log))
    assert code == 0, errors
    return seen


def test_a_consultation_and_its_documents_need_no_network(walked: Seen, saved: Path) -> None:
    if not works("unshare", "-n"):
        pytest.skip("this machine lets nobody take the network of a process away")
    assert set(walked.saved) == SAVED | {"plan.ics"}
    assert all((saved / name).read_bytes().startswith(b"%PDF-") for name in SAVED)


def test_the_watch_sees_a_socket_where_one_is_made(tmp_path: Path) -> None:
    """Else the tests below could not fail."""
    if not works("strace", "-qq"):
        pytest.skip("this machine has no strace, or lets nobody trace")
    code = "import socket; socket.socket().close()"
    child = start(Place(tmp_path / "place"), ["-c", code], without_network(tmp_path / "calls"))
    child.communicate(timeout=SECONDS)
    assert len(called(tmp_path / "calls")) == 1


def test_no_socket_is_asked_of_the_system(walked: Seen, log: Path) -> None:
    if not works("strace", "-qq"):
        pytest.skip("this machine has no strace, or lets nobody trace")
    assert walked.saved
    assert called(log) == []


def test_python_makes_no_socket_and_nothing_that_could_is_loaded(walked: Seen) -> None:
    assert walked.sockets == ()
    assert NET_MODULES.isdisjoint(walked.modules)
    assert "PySide6.QtPrintSupport" not in walked.modules
    assert "PySide6.QtWidgets" in walked.modules


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not list the libraries of a process")
def test_no_library_of_the_network_is_mapped(walked: Seen) -> None:
    assert any("Qt6Widgets" in name for name in walked.libraries), walked.libraries
    assert [name for name in walked.libraries if any(net in name for net in (*NET_LIBRARIES, "PrintSupport"))] == []


def exported(place: Place, words: Sequence[str], log: Path) -> None:
    child = start(place, ["-m", "navigator", *words], without_network(log))
    _out, errors = child.communicate(timeout=SECONDS)
    assert child.returncode == 0, errors
    assert not log.exists() or called(log) == []


def test_the_command_line_asks_for_no_network(tmp_path: Path) -> None:
    place, log = Place(tmp_path / "place"), tmp_path / "calls"
    patient = ("age=50", "sex=male", "crcl=100", "taking=none", "others=no")
    words = ["plan", "pregabalin", "--start", "2026-12-01", *(word for fact in patient for word in ("-p", fact))]
    exported(place, [*words, "--format", "ics", "-o", str(tmp_path / "plan.ics")], log)
    assert (tmp_path / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.sweep
@pytest.mark.parametrize("words", [("handbook.pdf",), ("handbook.html",), ("wall.pdf", "--wall")])
def test_handbook_and_wall_chart_ask_for_no_network(tmp_path: Path, words: tuple[str, ...]) -> None:
    place, file = Place(tmp_path / "place"), tmp_path / words[0]
    exported(place, ["export", str(file), *words[1:]], tmp_path / "calls")
    assert file.stat().st_size > 10_000
    assert [path for path in place.files() if "fontconfig" not in path.parts] == []


@pytest.mark.sweep
def test_printing_is_loaded_after_print_is_pressed_and_works_without_a_network(tmp_path: Path) -> None:
    seen, code, errors = consult(Place(tmp_path), PRINT, None, without_network())
    assert code == 0, errors
    assert "PySide6.QtPrintSupport" in seen.modules
    assert seen.sockets == ()
    assert NET_MODULES.isdisjoint(seen.modules)
