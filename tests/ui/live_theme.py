"""The app on a desktop that changes its colours while the window is open; tells what the window then wears.

Run by itself (`python -m tests.ui.live_theme FOLDER`) in a session bus of its own, on a display: the desktop speaks
over D-Bus as GNOME does, Qt hears it, the app follows. Grabs of the window go into FOLDER.
"""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from navigator import paths
from navigator.guideline.loader import load
from navigator.pages.settings import Settings
from navigator.ui import settings
from navigator.ui.app import App
from navigator.ui.opening import make_application
from tests.ui.conftest import TODAY
from tests.ui.screens import SCREENS

SAYING = (  # what the desktop says, and its value: a scheme (1 dark, 2 light), more contrast (1) or not (0)
    ("color-scheme", 1),
    ("contrast", 1),
    ("contrast", 0),
    ("color-scheme", 2),
)
_LONGEST_MS = 10_000


def say(what: str, value: int) -> None:
    """A change of the desktop's appearance, as the portal of the desktop tells it."""
    member = "org.freedesktop.portal.Settings.SettingChanged"
    told = ("string:org.freedesktop.appearance", f"string:{what}", f"variant:uint32:{value}")
    subprocess.run(
        ["dbus-send", "--session", "--type=signal", "/org/freedesktop/portal/desktop", member, *told], check=True
    )


def wait(app: App, before: str) -> None:
    """Until the app wears something else, or for as long as nobody would wait."""
    loop = QEventLoop()
    app.theme.changed.connect(loop.quit)
    QTimer.singleShot(_LONGEST_MS, loop.quit)
    if app.theme.mode == before:
        loop.exec()
    QTimer.singleShot(200, loop.quit)
    loop.exec()


def main(folder: Path) -> None:
    """Print a line for each state: the mode, and the colour of the page as it is painted."""
    qt = make_application(["navigator"])
    guideline = load(paths.content()).guideline
    assert guideline is not None
    file = folder / "settings.json"
    settings.write(file, Settings(language="fr", theme="system", toured=True))
    app = App(qt, guideline, TODAY, file)
    app.frame.show()
    SCREENS["stage-trial"](app)
    wait(app, "nothing")
    for number, (what, value) in enumerate((("", 0), *SAYING)):
        if what:
            before = app.theme.mode
            say(what, value)
            wait(app, before)
        image = app.window.grab().toImage()
        image.save(str(folder / f"{number}-{app.theme.mode}.png"))
        spot = app.window.pages.mapTo(app.window, app.window.pages.rect().topLeft())
        print(app.theme.mode, image.pixelColor(spot.x() + 4, spot.y() + 4).name(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
