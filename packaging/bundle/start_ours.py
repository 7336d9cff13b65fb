"""Ends at the first paint of our window, as `navigator open` comes to it: what packaging/bundle/make.py times.

Never shipped. Reads and writes no settings of the user; the tour of a first start was seen.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from navigator import cli
from navigator.ui import app


def first_paint(_app: app.App) -> None:
    """In the place of the tour, the last thing before the event loop: what waits is painted."""
    QApplication.processEvents()
    folder.cleanup()
    os._exit(0)


os.environ["QT_QPA_PLATFORM"] = "offscreen"  # here, for wine hides such variables from what runs in it
folder = TemporaryDirectory()
settings = Path(folder.name) / "settings.json"
settings.write_text('{"toured": true, "reading": "source-article"}', encoding="utf-8")
app.settings_file = lambda: settings
app.App.greet = first_paint
cli.main(["open"])
