"""Ratios measured side by side in one run: whole processes and whole scenes, in turn, medians of pairs.

Prints; never asserts. A machine's seconds say little, a ratio between two things timed in turn says something.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from navigator import paths
from navigator.consultation.patient import patient_from
from navigator.guideline.loader import load
from navigator.guideline.source import read_yaml
from navigator.language import Language
from navigator.pages.sitting import Sitting
from navigator.ui.app import App
from navigator.ui.opening import make_application

PAIRS = 7
BARE = "from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication([]); w = QMainWindow(); w.show()"
OURS = """
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from navigator import paths
from navigator.guideline.loader import load
from navigator.ui.app import App
from navigator.ui.opening import make_application
qt = make_application(["bench"])
app = App(qt, load(paths.content()).guideline, date(2026, 11, 23), Path(mkdtemp()) / "s.json")
app.frame.show()
qt.processEvents()
"""


def process(code: str) -> float:
    """Seconds of a whole Python process that runs `code`."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    return time.perf_counter() - begun


def ratio(name: str, one: Callable[[], float], other: Callable[[], float], unit: float, word: str) -> None:
    """Time the two in turn and print the median of the ratios pair by pair."""
    one(), other()
    pairs = [(one(), other()) for _ in range(PAIRS)]
    ratios = statistics.median(a / b for a, b in pairs)
    first, second = (statistics.median(p[i] for p in pairs) * unit for i in (0, 1))
    print(f"{name}: {ratios:.2f} × ({first:.1f} against {second:.1f} {word})")


def restyle_seconds() -> tuple[Callable[[], float], Callable[[], float]]:
    """Seconds of a change of theme: of our window on a stage, and of a bare window of as many labels."""
    guideline = load(paths.content()).guideline
    assert guideline is not None
    qt = make_application(["bench"])
    app = App(qt, guideline, date(2026, 11, 23), Path(mkdtemp()) / "s.json")
    app.session.open_at("diffuse.first-line", ())
    app.frame.show()
    bare = QWidget()
    inside = QVBoxLayout(bare)
    for _widget in app.window.findChildren(QWidget):
        inside.addWidget(QLabel("x"))
    bare.show()
    qt.processEvents()

    def ours() -> float:
        begun = time.perf_counter()
        app.theme.set_mode("dark" if app.theme.mode == "light" else "light")
        qt.processEvents()
        return time.perf_counter() - begun

    def plain() -> float:
        begun = time.perf_counter()
        bare.setStyleSheet(f"QLabel {{ color: {'#111' if '111' not in bare.styleSheet() else '#222'}; }}")
        qt.processEvents()
        return time.perf_counter() - begun

    return ours, plain


def scene_seconds(sitting: Sitting) -> float:
    """Seconds of one scene."""
    begun = time.perf_counter()
    assert sitting.scene
    return time.perf_counter() - begun


def load_seconds(folder: Path) -> float:
    """Seconds of one reading of the content."""
    begun = time.perf_counter()
    load(folder)
    return time.perf_counter() - begun


HOSTILE = (b"[" * 1_000_000, b"a: b\n" * 200_000, b"[a" + b",a" * 500_000, b"a:\n" + b" " * 1_000_000 + b"]")


def refusal_seconds() -> float:
    """Seconds of the slowest refusal of a file made to exhaust the reader."""
    seconds = []
    for data in HOSTILE:
        begun = time.perf_counter()
        read_yaml(data, "x.yaml")
        seconds.append(time.perf_counter() - begun)
    return max(seconds)


def main() -> int:
    """Print every ratio."""
    guideline = load(paths.content()).guideline
    assert guideline is not None
    ratio("our window / a bare Qt window, whole process", lambda: process(OURS), lambda: process(BARE), 1000, "ms")
    stage = Sitting(guideline, Language.FR, date(2026, 11, 23))
    stage.begin_with(patient_from(guideline, ("age=72", "sex=female", "crcl=40", "taking=none", "others=no")))
    stage.enter("diffuse.first-line")
    start = Sitting(guideline, Language.FR, date(2026, 11, 23))
    ratio(
        "scene of a stage / scene of the start", lambda: scene_seconds(stage), lambda: scene_seconds(start), 1000, "ms"
    )
    ratio("our theme / a bare window of as many labels", *restyle_seconds(), 1000, "ms")
    folder = paths.content()
    ratio("reading all content / one stage", lambda: load_seconds(folder), lambda: scene_seconds(stage), 1000, "ms")
    ratio("refusing a hostile file / reading all content", refusal_seconds, lambda: load_seconds(folder), 1000, "ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
