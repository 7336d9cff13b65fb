"""The border between the page and the patient panel, to be drawn with the mouse. Knows widths, not who keeps them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.theme import Theme

_GRIP = 6


class PanelEdge(QWidget):
    """Lies over the left edge of the panel. The settings page does the same by keyboard."""

    drawn = Signal(int)  # the width asked for, in pixels of the plain text size, while it is drawn
    settled = Signal(int)  # the same when the mouse lets go; 0 for a double click: as it comes

    def __init__(self, theme: Theme, panel: QWidget) -> None:
        super().__init__(panel)
        self._theme, self._panel = theme, panel
        self._from: float | None = None
        self._began = 0
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.follow()

    def follow(self) -> None:
        """Lie on the edge of the panel as it is now."""
        self.setGeometry(0, 0, _GRIP, self._panel.height())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._began = event.globalPosition().x(), self._panel.width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw."""
        if self._from is not None:
            self.drawn.emit(self._asked(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go where something was drawn."""
        if self._from is not None and event.globalPosition().x() != self._from:
            self.settled.emit(self._asked(event))
        self._from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As wide as it comes."""
        self._from = None
        self.settled.emit(0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be drawn."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line under the pointer, nothing else."""
        if self.underMouse() or self._from is not None:
            painter = QPainter(self)
            painter.fillRect(0, 0, 3, self.height(), self._theme.color("accent"))
            painter.end()

    def _asked(self, event: QMouseEvent) -> int:
        moved = event.globalPosition().x() - (self._from or 0)
        return round((self._began - moved) / self._theme.zoom)
