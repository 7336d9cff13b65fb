"""Every screen, in every language, theme, size and zoom: grabbed into build/screens for people, and checked by machine.

The everyday suite looks at the screens of a consultation in a few combinations. `make sweep` looks at every screen in
all of them: one window for each language, theme and zoom is led to each screen once, and drawn to every size there.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from navigator import language
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.settings import Settings
from navigator.policy import Policy
from navigator.problems import Problem
from navigator.ui import settings
from navigator.ui.app import App
from tests.ui.conftest import TODAY, close
from tests.ui.fitting import misfits, painted_short
from tests.ui.looking import settle
from tests.ui.screens import OTHER_APPS, SCREENS, Way

Dress = tuple[str, str, int]  # language, theme, zoom in percent
Size = tuple[int, int]  # of the window, in pixels
Wrong = dict[str, list[str]]  # what does not fit, by screen and width
BUILD = Path(__file__).parents[2] / "build" / "screens"
LANGUAGES = ("fr", "en")
THEMES = ("light", "dark", "contrast")
SIZES = ((1024, 640), (1280, 800), (1920, 1080))
ZOOMS = (100, 150, 200)
EVERYDAY: tuple[tuple[Dress, Size], ...] = (
    (("fr", "light", 100), SIZES[1]),
    (("en", "dark", 100), SIZES[0]),
    (("fr", "dark", 150), SIZES[2]),
)
MAIN = ("start", "stage-blocked", "stage-trial", "treatment", "red-flags", "letter")
LEAST_COLOURS = 6  # a page that painted has at least its grounds, texts and lines
SMALLER = 75  # of a PNG: pressed quickly


@pytest.fixture
def opened(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> Iterator[list[App]]:
    """Where a test puts the app that it opened, so that it is closed."""
    made: list[App] = []
    yield made
    for app in made:
        close(app)


def running(guideline: Guideline, folder: Path, dress: Dress, because: Problem | None = None, asks: bool = True) -> App:
    """The app with these settings, on the screen."""
    tongue, theme, zoom = dress
    file = folder / "settings.json"
    settings.write(file, Settings(language=tongue, theme=theme, zoom=zoom))
    policy = Policy(patient_panel=asks)
    app = App(QApplication.instance(), guideline, TODAY, file, built_in_because=because, policy=policy)  # type: ignore[arg-type]
    app.frame.resize(*SIZES[0])
    app.frame.show()
    settle()
    return app


def look_at(app: App, screens: Iterable[tuple[str, Way]], sizes: tuple[Size, ...], shots: str) -> Wrong:
    """Go to every screen, draw the window to every size, grab it, and tell what does not fit on it.

    `shots` names a folder of grabs, with `{width}` in it.
    """
    wrong: Wrong = {}
    for name, go in screens:
        app.session.new_patient()
        go(app)
        near = sizes if app.window.width() == sizes[0][0] else sizes[::-1]  # the size of the last screen comes first
        for width, height in near:
            app.frame.resize(width, height)
            settle()
            found = look(app, BUILD / shots.format(width=width) / f"{name}.png")
            if found:
                wrong[f"{name} {width}"] = found
        for over in (app.window.search, app.window.tour):
            over.close_overlay()
    return wrong


def look(app: App, file: Path) -> list[str]:
    """Grab the window into `file`, and tell what does not fit in it."""
    image = QImage(app.window.size(), QImage.Format.Format_RGB32)
    with painted_short() as short:
        app.window.render(image)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(file), "PNG", SMALLER)  # type: ignore[call-overload]
    small = image.scaled(160, 100)
    colours = {small.pixel(x, y) for x in range(160) for y in range(100)}
    blank = ["blank"] if len(colours) < LEAST_COLOURS else []
    return misfits(app.window, app.theme.zoom) + sorted(short) + blank


@pytest.mark.parametrize(("dress", "size"), EVERYDAY, ids=str)
def test_nothing_is_cut(opened: list[App], guideline: Guideline, tmp_path: Path, dress: Dress, size: Size) -> None:
    """The screens that a consultation goes through."""
    opened.append(running(guideline, tmp_path, dress))
    main = [(name, SCREENS[name]) for name in MAIN]
    assert look_at(opened[-1], main, (size,), _folder(dress)) == {}


@pytest.mark.sweep
@pytest.mark.parametrize("dress", list(product(LANGUAGES, THEMES, ZOOMS)), ids=str)
def test_nothing_is_cut_anywhere(opened: list[App], guideline: Guideline, tmp_path: Path, dress: Dress) -> None:
    """Every screen of the app, and those of an app that was started otherwise, in every size."""
    assert language.say("Rien d’autre", Language.EN) != "Rien d’autre"  # else the English grabs would be French ones
    opened.append(running(guideline, tmp_path, dress))
    wrong = look_at(opened[-1], SCREENS.items(), SIZES, _folder(dress))
    for (because, asks), screens in OTHER_APPS.items():
        opened.append(running(guideline, tmp_path, dress, because, asks))
        wrong |= look_at(opened[-1], screens.items(), SIZES, _folder(dress))
    assert wrong == {}


def _folder(dress: Dress) -> str:
    tongue, theme, zoom = dress
    return f"{tongue}-{theme}-{{width}}-{zoom}"


class Doubled:
    """A language twice as long: every word of the app is said twice."""

    def gettext(self, message: str) -> str:
        return f"{message} {message}" if "{" not in message else f"{message} ~~~ {message.split('{', maxsplit=1)[0]}"


@pytest.mark.sweep
def test_a_language_twice_as_long_is_not_cut(
    opened: list[App], guideline: Guideline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_catalogue", lambda _language: Doubled())
    assert language.say("Rien d’autre", Language.EN) == "Rien d’autre Rien d’autre"
    opened.append(running(guideline, tmp_path, ("en", "light", 100)))
    assert look_at(opened[-1], SCREENS.items(), SIZES[1:2], "doubled-light-{width}-100") == {}
