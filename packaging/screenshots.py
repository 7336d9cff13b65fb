"""Takes the pictures of the README and the guide from the real window, offscreen, so that they are never stale.

Every picture of a language shows the same consultation, played through the session as a doctor would. A day in the past
is given, so that two runs on one machine differ only where the app does.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import QApplication

from navigator import paths
from navigator.consultation.findings import finding_id
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.pages import comparing
from navigator.ui.app import App
from navigator.ui.opening import make_application

DAY = date(2026, 11, 25)
SIZE = (1280, 800)
COLOURS = 256
LINES = {
    "fr": "72 ans, femme, 61 kg, créatinine 96, sertraline, diabète",
    "en": "72 years, female, 61 kg, creatinine 96, sertraline, diabetes",
}
ASKED = {"fr": "tramadol", "en": "tramadol"}


@dataclass(frozen=True, slots=True)
class Place:
    """What a picture is taken of: the app, its content and its language."""

    app: App
    guideline: Guideline
    language: str


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, and what is done before it is taken, from where the one before left the window."""

    name: str
    go: Callable[[Place], None]


def _start(place: Place) -> None:
    place.app.session.home()


def _patient(place: Place) -> None:
    place.app.session.choose_type("diffuse")
    place.app.session.tell(LINES[place.language])


def _nothing_else(place: Place) -> None:
    place.app.session.close_all(True)


def _treatment(place: Place) -> None:
    place.app.session.open_treatment("gabapentin")


def _plan(place: Place) -> None:
    place.app.session.open_plan()


def _compare(place: Place) -> None:
    session = place.app.session
    session.to_walk()
    for treatment in ("gabapentin", "pregabalin", "duloxetine"):
        session.gather(treatment)
    session.move(comparing.COMPARE)


def _what_if(place: Place) -> None:
    session = place.app.session
    session.to_walk()
    session.move(comparing.CLEAR)
    session.move(comparing.WHAT_IF)
    session.suppose_about("tramadol")


def _map(place: Place) -> None:
    place.app.session.open_map()


def _trial(place: Place) -> None:
    session = place.app.session
    session.open_treatment("gabapentin")
    session.start_trial("gabapentin")
    session.change_draft("gabapentin", "600", "6")


def _leaflet(place: Place) -> None:
    place.app.session.open_document("leaflet.gabapentin")


def _note(place: Place) -> None:
    place.app.session.open_document("note")


def _score(place: Place) -> None:
    session = place.app.session
    session.open_article("score.dn4")
    for item in place.guideline.scores["dn4"].items[:3]:
        session.find(finding_id("dn4", item.id), "yes")


def _flags(place: Place) -> None:
    place.app.session.open_article("red-flags")


def _blocked(place: Place) -> None:
    place.app.session.to_walk()
    place.app.session.tell("tramadol")


def _search(place: Place) -> None:
    place.app.window.open_search()
    place.app.window.search.edit.setText(ASKED[place.language])


def _settings(place: Place) -> None:
    place.app.window.search.close_overlay()
    place.app.session.open_settings()


SHOTS = (
    Shot("start", _start),
    Shot("patient", _patient),
    Shot("stage", _nothing_else),
    Shot("treatment", _treatment),
    Shot("plan", _plan),
    Shot("compare", _compare),
    Shot("what-if", _what_if),
    Shot("map", _map),
    Shot("trial", _trial),
    Shot("leaflet", _leaflet),
    Shot("note", _note),
    Shot("dn4", _score),
    Shot("red-flags", _flags),
    Shot("blocked", _blocked),
    Shot("search", _search),
    Shot("settings", _settings),
)


def settle(milliseconds: int = 250) -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def at_rest(app: App) -> QImage:
    """The window once two looks at it are alike: a busy machine lays it out later."""
    settle()
    seen = app.window.grab().toImage()
    for _ in range(20):
        before = seen
        settle()
        seen = app.window.grab().toImage()
        if seen == before:
            break
    return seen


def small(image: QImage) -> QImage:
    """The same picture in its 256 most frequent colours: a third of the bytes, and no eye tells them apart."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(plain.constBits()).cast("I"))
    table = [qRgb(p >> 16 & 255, p >> 8 & 255, p & 255) for p, _count in pixels.most_common(COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table)


def take(qt: QApplication, guideline: Guideline, language: str, folder: Path) -> None:
    """Take every picture in one language."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as private:
        settings = Path(private) / "settings.json"
        settings.write_text(json.dumps({"language": language, "theme": "light", "toured": True}), encoding="utf-8")
        app = App(qt, guideline, DAY, settings)
        app.frame.resize(*SIZE)
        app.frame.show()
        place = Place(app, guideline, language)
        for shot in SHOTS:
            shot.go(place)
            small(at_rest(app)).save(str(folder / f"{shot.name}.png"), "PNG", 0)
        app.frame.close()


def main() -> int:
    """Write the pictures below the folder that is named, in a folder a language."""
    guideline = load(paths.content()).guideline
    assert guideline is not None
    qt = make_application(sys.argv[:1])
    for language in LINES:
        take(qt, guideline, language, Path(sys.argv[1]) / language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
