"""What every button that paints itself has in common: hand, hover, Enter, and the ring of the focus.

Knows no words and no surface: those are each button's own.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def paint_ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """The ring of the focus along `rect`."""
    rounded(painter, rect, radius, None, theme.color("focus"), width=theme.focus_width)


class PaintedButton(QAbstractButton):
    """A button whose subclass paints it. Tab reaches it, Enter presses it as Space does, it follows the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_focus(self, painter: QPainter, radius: float, inset: tuple[float, float, float, float]) -> None:
        """The ring where the focus is here, so far inside: left, top, right, bottom."""
        if self.hasFocus():
            left, top, right, bottom = inset
            paint_ring(painter, self._theme, QRectF(self.rect()).adjusted(left, top, -right, -bottom), radius)
