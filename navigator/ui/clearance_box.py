"""The creatinine clearance: its value, its level and its place on the scale, or what is missing to compute it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import Clearance
from navigator.ui import tokens
from navigator.ui.icons import paint_icon
from navigator.ui.marks import MARKS
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
_TICKS = (15, 30, 60, 90)
_END = 120.0
# from, to, colour, opacity
_BANDS = (
    (0.0, 15.0, "ci_line", 255),
    (15.0, 30.0, "warn_line", 255),
    (30.0, 60.0, "warn_line", 120),
    (60.0, 90.0, "ok_line", 120),
    (90.0, _END, "ok_line", 255),
)


class ClearanceBox(QWidget):
    """A painted card; what it says is also its accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Clearance("")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    def show_clearance(self, clearance: Clearance) -> None:
        """Show another value, or why there is none."""
        self._shown = clearance
        value = f"{clearance.value} {clearance.unit}, {clearance.level}" if clearance.value else clearance.missing
        self.setAccessibleName(". ".join(p for p in (f"{clearance.title} : {value}", clearance.note) if p))
        self.setToolTip(clearance.title)
        self.updateGeometry()
        self.update()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Head, then the scale or the sentence."""
        px, shown = self._theme.px, self._shown
        if not shown.value:
            return px(30) + self._text_height(width, shown.missing) + px(11)
        note = self._text_height(width, shown.note) + px(6) if shown.note else 0
        return px(92) + note

    def sizeHint(self) -> QSize:
        """At a usual width."""
        width = self._theme.px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, so that it never widens the panel."""
        return QSize(self._theme.px(160), self._theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px, shown = self._theme, self._theme.px, self._shown
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if shown.value:
            rounded(painter, frame, 8, theme.color("surface"), theme.color("border"))
        else:
            rounded(painter, frame, 8, theme.color("surface"), theme.color("miss_line"), dash=tokens.DASH)
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("text3"))
        left(painter, QRectF(px(12), px(9), self.width() - px(24), px(16)), shown.title)
        if shown.value:
            self._paint_value(painter)
            self._paint_scale(painter)
            self._paint_text(painter, px(90), shown.note, "text2")
        else:
            self._paint_text(painter, px(29), shown.missing, "miss")
        painter.end()

    def _paint_value(self, painter: QPainter) -> None:
        theme, px, shown = self._theme, self._theme.px, self._shown
        painter.setFont(theme.font("fig"))
        painter.setPen(theme.color("text"))
        width = theme.text_width("fig", shown.value)
        left(painter, QRectF(px(12), px(25), width + 4, px(30)), shown.value)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text2"))
        left(painter, QRectF(px(12) + width + px(5), px(28), px(80), px(26)), shown.unit)
        look = MARKS[shown.mark]
        painter.setFont(theme.font("capb"))
        painter.setPen(theme.color(look.text))
        level = theme.text_width("capb", shown.level)
        painter.drawText(QRectF(0, px(28), self.width() - px(12), px(26)), _RIGHT, shown.level)
        glyph = QRectF(self.width() - px(12) - level - px(19), px(34.5), px(13), px(13))
        paint_icon(painter, look.glyph, glyph, theme.hex(look.text), theme.hex("surface"), stroke=2)

    def _paint_scale(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        top, thick = px(64), px(5)
        for start, end, token, opacity in _BANDS:
            colour = theme.color(token)
            colour.setAlpha(opacity)
            painter.fillRect(QRectF(self._x(start), top, self._x(end) - self._x(start) - 1.5, thick), colour)
        painter.setFont(theme.font("tick"))
        painter.setPen(theme.color("text3"))
        for tick in _TICKS:
            place = QRectF(self._x(tick) - px(14), top + px(8), px(28), px(14))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(tick))
        if self._shown.number is not None:
            painter.setBrush(theme.color("text"))
            painter.setPen(QPen(theme.color("surface"), 1.5))
            painter.drawEllipse(QPointF(self._x(self._shown.number), top + thick / 2), px(6), px(6))

    def _paint_text(self, painter: QPainter, top: int, text: str, token: str) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color(token))
        painter.drawText(QRectF(px(12), top, self.width() - px(24), self.height() - top), _WRAP, text)

    def _text_height(self, width: int, text: str) -> int:
        room = QRectF(0, 0, width - self._theme.px(24), 1000)
        return int(QFontMetricsF(self._theme.font("cap")).boundingRect(room, _WRAP, text).height()) + 1

    def _x(self, value: float) -> float:
        edge = self._theme.px(12)
        return edge + (self.width() - 2 * edge) * min(max(value, 0.0), _END) / _END
