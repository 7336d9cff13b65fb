"""Where a page stands: its parents, one after the other. Painted, one line, cut rather than wide."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.icons import paint_icon
from navigator.ui.painting import left
from navigator.ui.theme import Theme


class Crumbs(QWidget):
    """« Première ligne › Prégabaline »."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show `parts`, the farthest first; empty takes no place."""
        self._parts = parts
        self.setAccessibleName(" › ".join(parts))
        self.setVisible(bool(parts))
        self.update()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line, whatever width there is."""
        return QSize(self._theme.px(120), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """It is cut rather than widen the page."""
        return QSize(0, self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts and the chevrons between them."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        side, x = px(14), 0.0
        for index, part in enumerate(self._parts):
            if index:
                chevron = QRectF(x + px(5), (self.height() - side) / 2, side, side)
                paint_icon(painter, "chevron-right", chevron, theme.hex("text3"))
                x += side + px(10)
            painter.setPen(theme.color("text3"))
            left(painter, QRectF(x, 0, max(0.0, self.width() - x), self.height()), part)
            x += theme.text_width("small", part)
        painter.end()
