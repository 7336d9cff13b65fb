"""The key figures of a treatment side by side: start, step, target, limit; or what the dose waits for."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import Figure
from navigator.ui import tokens
from navigator.ui.icons import paint_icon
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class FigureRow(QWidget):
    """A painted card of cells with hairlines between them; two lines of two where it is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figures: tuple[Figure, ...] = ()
        self._needs = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    def show_figures(self, figures: tuple[Figure, ...], needs: str) -> None:
        """Show `figures`; `needs` says instead what the dose waits for."""
        self._figures, self._needs = figures, needs
        cells = [f"{f.label} : {f.value} {f.unit}, {f.caption}" for f in figures]
        self.setAccessibleName(". ".join(cells) or needs)
        self.setVisible(bool(figures or needs))
        self.updateGeometry()
        self.update()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def _columns(self, width: int) -> int:
        count = max(1, len(self._figures))
        return count if width >= self._theme.px(130) * count else max(1, (count + 1) // 2)

    def _cell_height(self, width: int) -> int:
        room = width / self._columns(width) - self._theme.px(24)
        metrics = QFontMetricsF(self._theme.font("small"))
        texts = [f.caption for f in self._figures] or [""]
        lines = max(metrics.boundingRect(QRectF(0, 0, room, 500), _WRAP, t).height() for t in texts)
        return self._theme.px(58) + int(lines)

    def hasHeightForWidth(self) -> bool:
        """Captions wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines of cells."""
        if not self._figures:
            room = QRectF(0, 0, width - self._theme.px(60), 500)
            box = QFontMetricsF(self._theme.font("bodym")).boundingRect(room, _WRAP, self._needs)
            return int(box.height()) + self._theme.px(28)
        lines = -(-len(self._figures) // self._columns(width))
        return lines * self._cell_height(width) + self._theme.px(22)

    def sizeHint(self) -> QSize:
        """At its width."""
        width = max(self.width(), self._theme.px(400))
        return QSize(self._theme.px(400), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: it goes on in a second line."""
        return QSize(self._theme.px(240), self._theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card and its cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._theme, self._theme.px
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._figures:
            rounded(painter, frame, 10, theme.color("surface"), theme.color("miss_line"), dash=tokens.DASH)
            paint_icon(painter, "st-missing", QRectF(px(18), px(15), px(18), px(18)), theme.hex("miss"))
            painter.setFont(theme.font("bodym"))
            painter.setPen(theme.color("miss"))
            painter.drawText(QRectF(px(46), px(14), self.width() - px(60), self.height()), _WRAP, self._needs)
            return
        rounded(painter, frame, 10, theme.color("surface"), theme.color("border"))
        columns, height = self._columns(self.width()), self._cell_height(self.width())
        width = (self.width() - px(8)) / columns
        for index, figure in enumerate(self._figures):
            x, y = px(4) + index % columns * width, px(12) + index // columns * height
            if index % columns:
                painter.fillRect(QRectF(x, y + px(1), 1, height - px(4)), theme.color("rule"))
            self._paint_cell(painter, QRectF(x + px(16), y, width - px(20), height), figure)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, figure: Figure) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        left(painter, QRectF(cell.left(), cell.top(), cell.width(), px(20)), figure.label)
        unit = theme.text_width("small", figure.unit) + px(5) if figure.unit else 0
        role = "fig" if theme.text_width("fig", figure.value) + unit <= cell.width() else "h3"
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("text"))
        value = min(theme.text_width(role, figure.value) + 1, cell.width())
        left(painter, QRectF(cell.left(), cell.top() + px(21), value + 1, px(32)), figure.value)
        painter.setFont(theme.font("small"))
        left(
            painter, QRectF(cell.left() + value + px(4), cell.top() + px(24), cell.width() - value, px(30)), figure.unit
        )
        painter.setPen(theme.color("warn" if figure.adapted else "text2"))
        painter.drawText(QRectF(cell.left(), cell.top() + px(53), cell.width(), cell.height()), _WRAP, figure.caption)
