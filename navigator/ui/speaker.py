"""What a screen reader is told although the focus did not move. Knows texts, not what they are about."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class Speaker(QObject):
    """Says what is new, in the name of its parent; the same thing twice in a row is said once."""

    said = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._owner, self._last = parent, ""

    def say(self, text: str) -> None:
        """Say `text`, unless it was said last; nothing to say forgets what was said."""
        if text == self._last:
            return
        self._last = text
        if not text:
            return
        self.said.emit(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._owner, text))

    def forget(self) -> None:
        """Whatever comes next is new."""
        self._last = ""
