"""What is said when the app itself is wrong: one sentence, and the consultation goes on.

Installed as `sys.excepthook`, which Qt's slots and overridden methods end in too. Knows no widget of the window.
"""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from navigator.language import Language, _, say

_SENTENCE = _("Navigateur a rencontré une erreur. La consultation reste ouverte ; annulez la dernière action.")
_TODO = _("Ctrl+Z annule. Si l’erreur revient, À propos › Vérifier cette copie dit si l’installation est intacte.")


class Reporter:
    """The hook. One box at a time: a mistake in painting comes back with every frame."""

    def __init__(self, language: Callable[[], Language] = lambda: Language.FR) -> None:
        self.language = language
        self._open = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say it in a sentence; the trace goes to standard error."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if sys.stderr is not None:  # a windowed app on Windows has none
            traceback.print_exception(kind, error, trace)
        if self._open:
            return
        self._open = True
        try:
            self._say()
        finally:
            self._open = False

    def _say(self) -> None:
        box = QMessageBox(QApplication.focusWidget() or QApplication.activeWindow())  # which dresses it
        box.setWindowTitle(say(_("Navigateur"), self.language()))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(say(_SENTENCE, self.language()))
        box.setInformativeText(say(_TODO, self.language()))
        box.exec()
