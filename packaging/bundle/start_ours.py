"""Ends at the first paint of our window, or with the word `page` at that of the start page: what make.py times.

As `navigator` comes to it; the first word is the settings file. Never shipped.
"""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from navigator import cli
from navigator.policy import Policy
from navigator.ui import opening
from navigator.ui.frame import Frame


def first_paint(policy: Policy) -> tuple[QApplication, Frame]:
    """The frame is on the screen."""
    opened = open_frame(policy)
    if "page" not in sys.argv[2:]:
        os._exit(0)
    return opened


def page_paint(_qt: QApplication | None = None) -> int:
    """In the place of the event loop: what waits is painted."""
    QApplication.processEvents()
    os._exit(0)


os.environ["QT_QPA_PLATFORM"] = "offscreen"  # here, for wine hides such variables from what runs in it
open_frame = opening.open_frame
opening.settings_file, opening.open_frame = lambda: Path(sys.argv[1]), first_paint
QApplication.exec = page_paint  # type: ignore[method-assign]
cli.main([])
