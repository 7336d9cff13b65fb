"""What a start does before anything else: the application, its settings, and the frame of its window on the screen.

Imports as little as it can: all that it does is done before the first paint. Knows no content and no page.
"""

import gc
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QStandardPaths
from PySide6.QtWidgets import QApplication

from navigator import paths
from navigator.policy import Policy
from navigator.ui import settings, tokens
from navigator.ui.frame import Frame

Opened = tuple[QApplication, Frame]
_DARK = 128  # of 255
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_SOON_MS = 150  # so long a system may take to let a window be painted; then the start goes on without


def settings_file() -> Path:
    """Where the settings live: beside a portable copy, else as the system wants it."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return (paths.beside_program() or Path(place)) / "settings.json"


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, with its names."""
    app = QApplication(arguments)
    app.setApplicationName("navigator")
    app.setApplicationDisplayName("Navigateur")
    app.setDesktopFileName("navigator")
    return app


def make_frame(app: QApplication, file: Path, policy: Policy) -> Frame:
    """The frame in the colours and at the size that were chosen, on no screen yet.

    Whether the system is dark is read off its palette: ui/theme.py asks for its mode, which loads all the enums of Qt.
    """
    chosen = settings.read(file)
    wanted = policy.theme or chosen.theme
    dark = app.palette().window().color().lightness() < _DARK
    colours = tokens.MODES.get(wanted, tokens.DARK if dark else tokens.LIGHT)
    return Frame(colours, chosen.zoom / 100)


def open_frame(policy: Policy) -> Opened:
    """Start the application and put its empty frame on the screen. The rest of the app takes longer to load."""
    gc.disable()  # nothing that a start makes is garbage: looking for some is a tenth of it; ui/app.py ends this
    app = make_application(sys.argv[:1])
    frame = make_frame(app, settings_file(), policy)
    frame.show()
    until = time.monotonic() + _SOON_MS / 1000
    while not (seen := frame.windowHandle().isExposed()) and time.monotonic() < until:
        app.processEvents(_NO_INPUT, _SOON_MS)
    if seen:
        let_paint(app)
    return app, frame


def let_paint(app: QApplication) -> None:
    """Let what waits be painted; keys and clicks wait for the page that is to come."""
    app.processEvents(_NO_INPUT)
