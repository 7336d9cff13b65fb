"""Checks this copy of the app beside the window, so that the window goes on answering. Knows no medicine.

While it runs, Python collects no garbage: a collection in this thread would delete the window of a former language
here, with timers that Qt can only stop in the thread of the window, and the next of them would end the app.
"""

import gc
from datetime import date

from PySide6.QtCore import QObject, QThread, Signal

from navigator import paths


class Checker(QThread):
    """One check at a time; `found` comes for each finding so far, `checked` with the last."""

    found = Signal(object, bool)  # tuple[Finding, ...], whether that is all

    def __init__(self, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self.finished.connect(self._collect_again)

    def begin(self) -> None:
        """Start a check where none runs."""
        gc.disable()
        self.start()

    def run(self) -> None:
        """Qt's entry of the thread: looks at every part, stops early where the app is closed."""
        from navigator.pages.self_check import findings

        seen = []
        for finding in findings(paths.content(), paths.resources(), self._today):
            if self.isInterruptionRequested():
                return
            seen.append(finding)
            self.found.emit(tuple(seen), False)
        self.found.emit(tuple(seen), True)

    def stop(self) -> None:
        """End it, at the latest after the part that is looked at now."""
        self.requestInterruption()
        self.wait()
        self._collect_again()

    def _collect_again(self) -> None:
        gc.enable()
