"""Checks this copy of the app beside the window, so that the window goes on answering. Knows no medicine."""

from datetime import date

from PySide6.QtCore import QObject, QThread, Signal

from navigator import paths


class Checker(QThread):
    """One check at a time; `found` comes for each finding so far, `checked` with the last."""

    found = Signal(object, bool)  # tuple[Finding, ...], whether that is all

    def __init__(self, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._today = today

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
