"""What a start may load and make before the first page is painted: little, in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from navigator import paths
from navigator.guideline import kept
from navigator.guideline.model import Guideline

CHILD = """
import gc, json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from navigator import cli, paths
from navigator.ui import opening

real, told = opening.open_frame, {}

def open_frame(policy):
    qt, frame = real(policy)
    told["frame"] = {"seen": frame.windowHandle().isExposed(), "modules": sorted(sys.modules)}
    from navigator.ui import app
    app.App.greet = first_paint  # the last thing before the event loop
    return qt, frame

def first_paint(app):
    QApplication.processEvents()
    shown = [w for w in app.window.start_page.cards.all if w.isVisible()]
    made = [name for name in ("stage_page", "treatment_page", "plan_page") if app.window.pages.has(name)]
    windows = [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()]
    told["gc"] = gc.isenabled()
    print(json.dumps(told | {"modules": sorted(sys.modules), "cards": len(shown), "made": made, "windows": windows}))
    sys.stdout.flush()
    os._exit(0)

paths.kept_content = lambda: Path(sys.argv[1])
opening.settings_file = lambda: Path(sys.argv[2])
opening.open_frame = open_frame
cli.main(["open"])
"""
LATER = (
    "navigator.guideline.",
    "navigator.consultation",
    "navigator.pages.scene",
    "navigator.ui.main_window",
    "navigator.ui.theme",
)
NOT_YET = [
    *("yaml", "jinja2", "PySide6.QtPrintSupport", "navigator.guideline.loader", "navigator.guideline.checks"),
    *("navigator.pages.self_check", "navigator.pages.handbook", "navigator.ui.paper", "navigator.ui.stage_page"),
    *("navigator.ui.treatment_page", "navigator.ui.plan_page", "navigator.ui.map_page", "navigator.ui.document_page"),
]


@pytest.fixture(scope="module", name="told")
def start(guideline: Guideline, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a start says of itself when its first page is painted."""
    folder = tmp_path_factory.mktemp("start")
    kept.write(guideline, paths.content(), folder / "kept")
    (folder / "settings.json").write_text('{"toured": true, "reading": "source-article"}', encoding="utf-8")
    call = [sys.executable, "-c", CHILD, str(folder / "kept"), str(folder / "settings.json")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, env=environment, timeout=60)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_the_window_is_on_the_screen_before_content_and_pages_are_loaded(told: dict[str, object]) -> None:
    frame = told["frame"]
    assert isinstance(frame, dict)
    assert frame["seen"]
    assert [name for name in frame["modules"] if name.startswith(LATER)] == []
    assert told["windows"] == ["Frame"], "what is loaded comes into the same window"


def test_the_first_page_is_there_and_no_other(told: dict[str, object]) -> None:
    assert told["cards"] == 4
    assert told["made"] == []


def test_garbage_is_looked_for_again_once_the_start_is_over(told: dict[str, object]) -> None:
    assert told["gc"] is True


def test_what_no_first_page_needs_is_not_loaded(told: dict[str, object]) -> None:
    modules = told["modules"]
    assert isinstance(modules, list)
    assert [name for name in NOT_YET if name in modules] == []
