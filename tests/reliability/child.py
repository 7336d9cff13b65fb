"""A process of its own with folders of its own: what it leaves behind is all that is found in them.

Knows how the consultation of this package is started and where a program may write. Judges nothing.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.reliability.consultation import Seen

ROOT = Path(__file__).parents[2]
SECONDS = 300  # far above what it takes: only a child that hangs meets it


@dataclass(frozen=True)
class Place:
    """The folders of one child: home, settings, caches, data, state, runtime, temporary, working directory."""

    root: Path

    @property
    def variables(self) -> dict[str, str]:
        """The environment that leads there, and no display."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_", "NAVIGATEUR_", "QT_"))}
        own = {"HOME": "home", "TMPDIR": "temporary", "XDG_RUNTIME_DIR": "runtime"}
        own |= {f"XDG_{kind}_HOME": kind.lower() for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
        made = {name: str(self.folder(folder)) for name, folder in own.items()}
        return kept | made | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}

    def folder(self, name: str) -> Path:
        """One of its folders, made where it is not there yet."""
        path = self.root / name
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path

    def files(self) -> list[Path]:
        """Everything in all of its folders."""
        return sorted(path for path in self.root.rglob("*") if not path.is_dir())


def start(place: Place, words: Sequence[str], before: Sequence[str] = ()) -> "subprocess.Popen[str]":
    """Start Python with `words` at `place`, by way of the programs in `before`."""
    return subprocess.Popen(
        [*before, sys.executable, "-X", "utf8", *words],
        env=place.variables,
        cwd=place.folder("work"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def consult(place: Place, end: str, saved: Path | None = None, before: Sequence[str] = ()) -> tuple[Seen, int, str]:
    """Walk the consultation to its `end` at `place`; what it saw, how the process ended, its standard error."""
    words = ["-m", "tests.reliability.consultation", end, *([str(saved)] if saved else [])]
    child = start(place, words, before)
    out, errors = child.communicate(timeout=SECONDS)
    assert out, f"the consultation did not come to its end:\n{errors}"
    told: dict[str, Any] = json.loads(out)
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Seen(**(told | lists)), child.returncode, errors
