"""One search result, and the name of its group over the first of each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from navigator.pages.scene import Hit, Mark, Status
from navigator.ui.controls import Label
from navigator.ui.flow import column
from navigator.ui.icons import paint_icon
from navigator.ui.marks import MARKS
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme

_ICONS = {
    "treatment": "pill",
    "node": "map",
    "pain-type": "stethoscope",
    "background": "book",
    "source": "book",
    "score": "calculator",
    "red-flag": "flag",
    "term": "info",
    "interaction": "st-caution",
    "situation": "user",
    "factor": "user",
    "tool": "list",
}


def runs(title: str, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """`title` cut at `marks`, which do not overlap: (text, whether it answers)."""
    parts, at = [], 0
    for start, end in marks:
        parts += [(title[at:start], False), (title[start:end], True)]
        at = end
    return [(text, found) for text, found in (*parts, (title[at:], False)) if text]


class HitButton(QAbstractButton):
    """A result. The focus stays in the line edit; the result that Enter opens is marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hit = Hit("", "", "", "", "")
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hit(self, hit: Hit) -> None:
        """Show `hit`."""
        self.hit = hit
        words = (hit.title, hit.snippet, hit.status.word if hit.status else "")
        self.setAccessibleName(", ".join(w for w in words if w))
        self.setToolTip("\n".join(w for w in words[:2] if w))  # the line may cut them
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the one that Enter opens."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(320), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """It is cut rather than wide."""
        return QSize(self._theme.px(160), self._theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, title, snippet, status."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen or self.underMouse():
            ground = QRectF(px(8), 1, self.width() - px(16), self.height() - 2)
            rounded(painter, ground, 7, theme.color("accent_soft" if self._chosen else "sunken"))
        if self._chosen:
            rounded(painter, QRectF(px(8), px(9), 3, self.height() - px(18)), 1.5, theme.color("accent"))
        side = px(18)
        glyph = QRectF(px(24), (self.height() - side) / 2, side, side)
        ink = theme.hex("accent" if self._chosen else "text3")
        paint_icon(painter, _ICONS.get(self.hit.kind, "page"), glyph, ink)
        right = self._paint_right(painter, self.width() - px(24))
        x = self._paint_title(painter, px(56), right)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text2" if self._chosen else "text3"))
        left(painter, QRectF(x + px(14), 0, max(0.0, right - x - px(18)), self.height() - 1), self.hit.snippet)
        painter.end()

    def _paint_right(self, painter: QPainter, right: float) -> float:
        """Enter's key and the status; where the room for the title ends."""
        theme, px = self._theme, self._theme.px
        if self._chosen:
            cap = QRectF(right - px(26), (self.height() - px(20)) / 2, px(26), px(20))
            rounded(painter, cap, 4, theme.color("surface"), theme.color("border"))
            paint_icon(painter, "enter", cap.adjusted(px(5), px(2), -px(5), -px(2)), theme.hex("text3"))
            right -= px(38)
        status = self.hit.status or Status(Mark.NEUTRAL, "")
        if status.word:
            look = MARKS[status.mark]
            width = theme.text_width("capb", status.word)
            painter.setFont(theme.font("capb"))
            painter.setPen(theme.color(look.text))
            left(painter, QRectF(right - width - 1, 0, width + 2, self.height() - 1), status.word)
            glyph = QRectF(right - width - px(21), (self.height() - px(14)) / 2, px(14), px(14))
            ground = theme.hex("accent_soft" if self._chosen else "raised")
            paint_icon(painter, look.glyph, glyph, theme.hex(look.text), ground, stroke=2)
            right -= width + px(32)
        return right

    def _paint_title(self, painter: QPainter, x: float, right: float) -> float:
        """The title with what was looked for in bold; where it ends."""
        theme = self._theme
        for text, found in runs(self.hit.title, self.hit.marks):
            role = "bodyb" if found else "bodym"
            width = min(theme.text_width(role, text), max(0.0, right - x))
            painter.setFont(theme.font(role))
            painter.setPen(theme.color("accent" if found else "text"))
            left(painter, QRectF(x, 0, width + 1, self.height() - 1), text)
            x += width
        return x


class HitRow(QWidget):
    """A result under the name of its group, where it is the first of it."""

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.group = Label(theme, "cap", "text3")
        self.group.setContentsMargins(24, 8, 24, 2)
        self.button = HitButton(theme)
        column(self.group, self.button, into=self)
        self.button.clicked.connect(self._press)

    def show_hit(self, hit: Hit, *, first: bool) -> None:
        """Show `hit`."""
        self.group.show_text(hit.group if first else "")
        self.button.show_hit(hit)

    def _press(self) -> None:
        self.pressed.emit(self.button.hit.target)
