"""A frame that points at something for a moment; not where the system asks for no animations."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.painting import rounded
from navigator.ui.theme import Theme, may_move

FLASH_MS = 600


class FlashRing(QWidget):
    """Lies over a canvas, a little round one of the widgets on it."""

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._theme, self._canvas = theme, canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self.hide)

    def point_at(self, widget: QWidget) -> None:
        """Frame `widget`, which lies on the canvas."""
        if not may_move(self):
            return
        place = QRect(widget.mapTo(self._canvas, QPoint(0, 0)), widget.size())
        self.setGeometry(place.adjusted(-7, -5, 7, 6))
        self.show()
        self.raise_()
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        rounded(painter, rect, 8, None, self._theme.color("miss"), width=3)
        painter.end()
