"""Killed while it writes: settings and documents are the old ones or the new ones, whole, and the next start works.

Each kill comes after a delay drawn from a fixed seed, once the child has begun to write; where in a write it falls is
the system's affair, so the number of kills is what proves.
"""

import json
import os
import random
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from navigator import files
from navigator.pages.settings import ZOOMS, Settings
from navigator.ui import settings
from tests.reliability.child import SECONDS, Place, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of a Unix process")

WRITES_SETTINGS = """
import sys
from itertools import cycle
from pathlib import Path
from navigator.pages.settings import ZOOMS, Settings
from navigator.ui import settings
print("writing", flush=True)
for zoom in cycle(ZOOMS):
    settings.write(Path(sys.argv[1]), Settings(zoom=zoom, folder="f" * 40 * zoom))
"""
WRITES_DOCUMENTS = """
import sys
from itertools import cycle
from pathlib import Path
from navigator import files
print("writing", flush=True)
for sign in cycle(b"ab"):
    files.write(Path(sys.argv[1]), bytes((sign,)) * 2_000_000)
"""
LONGEST = 0.05  # s between the first write and the kill


def kill_while(place: Path, program: str, target: Path, chance: random.Random) -> None:
    """Let `program` write `target` again and again, and kill it somewhere in that."""
    child = start(Place(place), ["-c", program, str(target)])
    assert child.stdout is not None
    assert child.stdout.readline() == "writing\n"
    time.sleep(chance.uniform(0, LONGEST))
    child.kill()
    _out, errors = child.communicate(timeout=SECONDS)
    assert child.returncode == -9, errors


def kill_settings(tmp_path: Path, kills: int) -> None:
    file, chance = tmp_path / "config" / "settings.json", random.Random(20261125)
    for _kill in range(kills):
        kill_while(tmp_path / "place", WRITES_SETTINGS, file, chance)
        if file.exists():  # else it was killed before its first write ended
            told = json.loads(file.read_text(encoding="utf-8"))
            assert told == asdict(settings.read(file)), "what the next start reads is all that stands there"
            assert told["folder"] == "f" * 40 * told["zoom"]
            assert told["zoom"] in ZOOMS
        assert settings.write(file, Settings(zoom=100, folder="f" * 4000)) is None, "the next start keeps its choices"


def kill_documents(tmp_path: Path, kills: int) -> None:
    file, chance = tmp_path / "out" / "plan.pdf", random.Random(20261126)
    file.parent.mkdir()
    file.write_bytes(b"old")
    whole = (b"old", b"a" * 2_000_000, b"b" * 2_000_000)
    for _kill in range(kills):
        kill_while(tmp_path / "place", WRITES_DOCUMENTS, file, chance)
        assert file.read_bytes() in whole


def test_killed_while_it_keeps_settings(tmp_path: Path) -> None:
    kill_settings(tmp_path, kills=6)


def test_killed_while_it_writes_a_document(tmp_path: Path) -> None:
    kill_documents(tmp_path, kills=6)


@pytest.mark.sweep
def test_killed_two_hundred_and_fifty_times_while_it_keeps_settings(tmp_path: Path) -> None:
    kill_settings(tmp_path, kills=250)


@pytest.mark.sweep
def test_killed_two_hundred_and_fifty_times_while_it_writes_a_document(tmp_path: Path) -> None:
    kill_documents(tmp_path, kills=250)


def test_what_a_killed_write_left_beside_is_cleared_by_a_later_one(tmp_path: Path) -> None:
    """A half document is a document: it must not stay, hidden, in the doctor's folder. A write of now is left alone."""
    stale, fresh, own = (
        tmp_path / name for name in (".navigator-0a1b2c3d4e5f.part", ".navigator-ffffffffffff.part", "x.part")
    )
    for path in (stale, fresh, own):
        path.write_bytes(b"half a letter")
    hours_ago = time.time() - 7200
    for path in (stale, own):
        os.utime(path, (hours_ago, hours_ago))
    files.write(tmp_path / "plan.pdf", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [fresh.name, "plan.pdf", "x.part"]
