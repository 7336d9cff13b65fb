"""The border between the page and the patient panel, to be drawn with the mouse or moved with the arrows.

Knows widths, not who keeps them. To a screen reader it is a slider: there is a value, and it can be changed.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from navigator.language import Language, _, say
from navigator.pages.settings import NARROWEST, WIDEST
from navigator.ui.theme import Theme

_GRIP, _STEP = 6, 16


class PanelEdge(QAbstractSlider):
    """Lies over the left edge of the panel; its value is the width of the panel."""

    drawn = Signal(int)  # the width asked for, in pixels of the plain text size, while it is drawn
    settled = Signal(int)  # the same when the mouse lets go; 0 for a double click: as it comes

    def __init__(self, theme: Theme, language: Language, panel: QWidget) -> None:
        super().__init__(panel)
        self._theme, self._panel = theme, panel
        self._from: float | None = None
        self._began = 0
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(say(_("Largeur du panneau patient"), language))
        self.setToolTip(say(_("Largeur du panneau patient : ← → ; Début : comme à l’origine"), language))
        self.setRange(NARROWEST, WIDEST)
        self.follow()
        self.valueChanged.connect(self._changed)

    def follow(self) -> None:
        """Lie on the edge of the panel as it is now."""
        self.setGeometry(0, 0, _GRIP, self._panel.height())
        self.raise_()
        self.setValue(self._width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the edge; Home puts it where it comes."""
        step = {Qt.Key.Key_Left: _STEP, Qt.Key.Key_Right: -_STEP}.get(Qt.Key(event.key()))
        if step is not None:
            self.settled.emit(self._width() + step)
        elif event.key() == Qt.Key.Key_Home:
            self.settled.emit(0)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A turn of the wheel is for the page."""
        event.ignore()

    def _changed(self, value: int) -> None:
        """A screen reader set the value; what follows the panel changes nothing."""
        if value != self._within(self._width()):
            self.settled.emit(value)

    def _within(self, width: int) -> int:
        return max(self.minimum(), min(self.maximum(), width))

    def _width(self) -> int:
        return round(self._panel.width() / self._theme.zoom)

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
        """A line under the pointer or the focus, nothing else."""
        if self.underMouse() or self._from is not None or self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, 0, 3, self.height(), self._theme.color("focus" if self.hasFocus() else "accent"))
            painter.end()

    def _asked(self, event: QMouseEvent) -> int:
        moved = event.globalPosition().x() - (self._from or 0)
        return round((self._began - moved) / self._theme.zoom)
