"""The colours follow the system while the window is open."""

import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from navigator.guideline.model import Guideline
from navigator.pages.settings import Settings
from navigator.ui import preferences, settings, tokens
from navigator.ui.app import App
from tests.ui.conftest import TODAY, close, show
from tests.ui.looking import settle

ROOT = Path(__file__).parents[2]
NEEDED = ("xvfb-run", "dbus-run-session", "dbus-send")


@pytest.mark.parametrize(("chosen", "worn"), [("system", "dark"), ("light", "light")])
def test_the_window_follows_the_system_unless_something_was_chosen(
    qapp: QApplication, guideline: Guideline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, worn: str
) -> None:
    gc.collect()  # the app of a former test follows the system until then, and would dress the application
    monkeypatch.setattr(preferences, "system_mode", lambda _app: "light")
    file = tmp_path / "settings.json"
    settings.write(file, Settings(language="fr", theme=chosen, toured=True))
    app = App(qapp, guideline, TODAY, file)
    show(app)
    app.session.choose_type("diffuse")
    hints = qapp.styleHints()
    scheme, contrast = hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged
    for mode, signal, value in (
        ("dark", scheme, Qt.ColorScheme.Dark),
        ("contrast", contrast, Qt.ContrastPreference.HighContrast),
        ("dark", contrast, Qt.ContrastPreference.NoPreference),
    ):
        monkeypatch.setattr(preferences, "system_mode", lambda _app, mode=mode: mode)
        signal.emit(value)
        settle()
        wanted = mode if chosen == "system" else "light"
        assert app.theme.mode == wanted
        page = app.window.pages.mapTo(app.window, app.window.pages.rect().topLeft())
        seen = app.window.grab().toImage().pixelColor(page.x() + 4, page.y() + 4).name().upper()
        assert seen == tokens.MODES[wanted]["bg"]
    assert app.theme.mode == worn
    close(app)


@pytest.mark.sweep
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="no display or session bus to be had here")
def test_the_window_follows_a_desktop_that_changes_its_colours(tmp_path: Path) -> None:
    """The whole way: the desktop speaks over D-Bus, Qt hears it, the open window is painted anew."""
    command = ["xvfb-run", "-a", "dbus-run-session", "--", sys.executable, "-m", "tests.ui.live_theme", str(tmp_path)]
    around = os.environ | {"QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME", "XDG_CONFIG_HOME": str(tmp_path)}
    ran = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    worn = [line.split() for line in ran.stdout.splitlines()]
    assert [mode for mode, _ in worn] == ["light", "dark", "contrast", "dark", "light"]
    for mode, painted in worn:
        assert painted.upper() == tokens.MODES[mode]["bg"]
