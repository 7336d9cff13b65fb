"""Every screen, in every language, theme, size and zoom: grabbed into build/screens for people, and checked by machine.

The everyday suite looks at a few combinations; `make sweep` at all of them.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from navigator.guideline.model import Guideline
from navigator.pages.settings import Settings
from navigator.ui import settings
from navigator.ui.app import App
from tests.ui.conftest import TODAY, close
from tests.ui.fitting import misfits
from tests.ui.looking import settle
from tests.ui.screens import SCREENS

BUILD = Path(__file__).parents[2] / "build" / "screens"
LANGUAGES = ("fr", "en")
THEMES = ("light", "dark", "contrast")
SIZES = ((1024, 640), (1280, 800), (1920, 1080))
ZOOMS = (100, 150, 200)
EVERYDAY = (
    ("fr", "light", (1280, 800), 100),
    ("en", "dark", (1024, 640), 100),
    ("fr", "dark", (1920, 1080), 150),
)
ALL = [c for c in product(LANGUAGES, THEMES, SIZES, ZOOMS) if c not in EVERYDAY]
LEAST_COLOURS = 6  # a page that painted has at least its grounds, texts and lines


@pytest.fixture
def opened(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> Iterator[list[App]]:
    """Where a test puts the app that it opened, so that it is closed."""
    made: list[App] = []
    yield made
    for app in made:
        close(app)


def running(guideline: Guideline, folder: Path, tongue: str, theme: str, size: tuple[int, int], zoom: int) -> App:
    """The app with these settings, on the screen."""
    file = folder / "settings.json"
    settings.write(file, Settings(language=tongue, theme=theme, zoom=zoom))
    app = App(QApplication.instance(), guideline, TODAY, file)  # type: ignore[arg-type]
    app.window.resize(*size)
    app.window.show()
    settle()
    return app


def look_at(app: App, folder: Path) -> dict[str, list[str]]:
    """Go to every screen, grab it, and tell what does not fit on it."""
    wrong: dict[str, list[str]] = {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, go in SCREENS.items():
        app.session.new_patient()
        go(app)
        settle()
        grabbed = app.window.grab()
        grabbed.save(str(folder / f"{name}.png"))
        found = misfits(app.window, app.theme.zoom)
        image = grabbed.toImage().scaled(160, 100)
        colours = {image.pixel(x, y) for x in range(160) for y in range(100)}
        found += ["blank"] if len(colours) < LEAST_COLOURS else []
        if found:
            wrong[name] = found
        if app.window.search.isVisible():
            app.window.search.close_overlay()
    return wrong


@pytest.mark.parametrize(("tongue", "theme", "size", "zoom"), EVERYDAY)
def test_nothing_is_cut(
    opened: list[App],
    guideline: Guideline,
    tmp_path: Path,
    tongue: str,
    theme: str,
    size: tuple[int, int],
    zoom: int,
) -> None:
    app = running(guideline, tmp_path, tongue, theme, size, zoom)
    opened.append(app)
    assert look_at(app, BUILD / f"{tongue}-{theme}-{size[0]}-{zoom}") == {}


@pytest.mark.sweep
@pytest.mark.parametrize(("tongue", "theme", "size", "zoom"), ALL)
def test_nothing_is_cut_anywhere(
    opened: list[App],
    guideline: Guideline,
    tmp_path: Path,
    tongue: str,
    theme: str,
    size: tuple[int, int],
    zoom: int,
) -> None:
    app = running(guideline, tmp_path, tongue, theme, size, zoom)
    opened.append(app)
    assert look_at(app, BUILD / f"{tongue}-{theme}-{size[0]}-{zoom}") == {}
