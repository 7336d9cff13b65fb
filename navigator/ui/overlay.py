"""What lies over the window for a while: a scrim, the keyboard kept inside, the focus given back at the end.

A child of the window, never a window of its own: it neither flickers nor loses the focus.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.tab_chain import neighbour_in_chain
from navigator.ui.theme import Theme


class Overlay(QWidget):
    """The scrim. What it holds is up to its kinds."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._before: QWidget | None = None
        self.hide()
        theme.changed.connect(self.update)

    def content(self) -> QWidget:
        """The part that a click does not close."""
        raise NotImplementedError

    def open_over(self, place: QRect) -> None:
        """Cover `place` of the parent and remember who had the focus."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.setGeometry(place)
        self.show()
        self.raise_()

    def close_overlay(self, *, restore: bool = True) -> None:
        """Go away; the focus returns to where it was, unless something else is to take it."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if restore and before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Go round inside, never out to what lies under the scrim."""
        start = self.focusWidget()
        place: QWidget | None = start
        while place is not None:
            place = neighbour_in_chain(place, forward=next_one)
            if place is None or place is start:
                break
            takes = place.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and place.isVisible() and place.isEnabled() and self.isAncestorOf(place):
                reason = Qt.FocusReason.TabFocusReason if next_one else Qt.FocusReason.BacktabFocusReason
                place.setFocus(reason)
                break
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches what lies under."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the scrim closes."""
        if not self.content().geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrim."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("scrim"))
        painter.end()
