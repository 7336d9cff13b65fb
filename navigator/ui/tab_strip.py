"""The sections of a page as anchors: they follow the scroll and scroll on a click. They never swap the content."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from navigator.pages.scene import Tab
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Anchor(QAbstractButton):
    """One section."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tab = Tab("", "")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_tab(self, tab: Tab) -> None:
        """Name it after `tab`."""
        self.tab = tab
        self.setText(tab.title)
        self.setAccessibleName(tab.title)

    def nextCheckState(self) -> None:
        """Being the section in view is not the button's to decide."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; the arrows go to the strip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (*_FORWARD, *_BACKWARD, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word; a line under the section in view."""
        painter, theme, px, here = QPainter(self), self._theme, self._theme.px, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("smallb" if here else "smallm"))
        painter.setPen(theme.color("accent" if here or self.underMouse() else "text2"))
        painter.drawText(self.rect().adjusted(0, 0, 0, -px(2)), Qt.AlignmentFlag.AlignCenter, self.text())
        if here:
            line = QRectF(px(4), self.height() - 3, self.width() - px(8), 3)
            rounded(painter, line, 1.5, theme.color("accent"))
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1, px(5), -1, -px(5))
            rounded(painter, ring, 5, None, theme.color("focus"), width=2)
        painter.end()


class TabStrip(QWidget):
    """All sections, on as many lines as they need. One stop of the Tab key, the arrows go from one to the next."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._anchors: list[Anchor] = []
        self._count = 0
        self._broken: dict[int, list[list[tuple[Anchor, int]]]] = {}  # by width, as Qt asks often
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Show `tabs`; the buttons are kept."""
        while len(self._anchors) < len(tabs):
            anchor = Anchor(self._theme, self)
            anchor.clicked.connect(self._clicked)
            self._anchors.append(anchor)
        if tuple(a.tab for a in self._shown()) == tabs:
            return
        self._count = len(tabs)
        self._broken.clear()
        for anchor, tab in zip(self._anchors, tabs, strict=False):
            anchor.show_tab(tab)
            anchor.show()
        for anchor in self._anchors[len(tabs) :]:
            anchor.hide()
        if tabs and self.current() not in {t.id for t in tabs}:
            self.set_current(tabs[0].id)
        self._arrange()
        self.updateGeometry()

    def set_current(self, id: str) -> None:
        """Mark the section in view."""
        for anchor in self._shown():
            here = anchor.tab.id == id
            if anchor.isChecked() != here:
                anchor.setChecked(here)
            anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.ClickFocus)

    def current(self) -> str:
        """The section in view."""
        return next((a.tab.id for a in self._shown() if a.isChecked()), "")

    def anchors(self) -> list[Anchor]:
        """The buttons, from left to right."""
        return list(self._shown())

    def _shown(self) -> list[Anchor]:
        return self._anchors[: self._count]

    def _clicked(self) -> None:
        anchor = self.sender()
        if isinstance(anchor, Anchor):
            self.chosen.emit(anchor.tab.id)

    def _follow_theme(self) -> None:
        self._broken.clear()
        self._arrange()
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> list[list[tuple[Anchor, int]]]:
        """The anchors with their widths, on as few lines as they need, the lines of about the same length."""
        if width not in self._broken:
            self._broken[width] = self._broken_at(width)
        return self._broken[width]

    def _broken_at(self, width: int) -> list[list[tuple[Anchor, int]]]:
        pad = self._theme.px(10)
        sized = [(a, round(self._theme.text_width("smallb", a.text())) + pad) for a in self._shown()]
        lines = _broken(sized, width, self._theme.px(4))
        step = self._theme.px(12)
        while len(lines) > 1 and width > step:
            width -= step
            tighter = _broken(sized, width, self._theme.px(4))
            if len(tighter) > len(lines):
                break
            lines = tighter
        return lines

    def _line_height(self, lines: int) -> int:
        return self._theme.px(40 if lines == 1 else 33)

    def _arrange(self) -> None:
        lines = self._lines(self.width())
        height = self._line_height(len(lines))
        inset = self._theme.px(5)
        widest = max((sum(s for _a, s in line) for line in lines), default=0)
        most = max((len(line) for line in lines), default=1)
        gap = min(self._theme.px(16), max(self._theme.px(3), (self.width() - widest) // max(1, most - 1)))
        for index, line in enumerate(lines):
            x = -inset
            for anchor, size in line:
                anchor.setGeometry(QRect(QPoint(x, index * height), QSize(size, height)))
                x += size + gap

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        lines = len(self._lines(width))
        return self._line_height(lines) * lines

    def sizeHint(self) -> QSize:
        """At its width."""
        return QSize(self._theme.px(400), self.heightForWidth(max(self.width(), self._theme.px(400))))

    def minimumSizeHint(self) -> QSize:
        """One line, narrow: it wraps."""
        return QSize(self._theme.px(160), self._line_height(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the anchors out again."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows, Home and End move along the strip."""
        shown = self._shown()
        at = next((i for i, a in enumerate(shown) if a.hasFocus()), -1)
        goals = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(shown) - 1}
        goals |= dict.fromkeys(_FORWARD, (at + 1) % max(1, len(shown)))
        goals |= dict.fromkeys(_BACKWARD, (at - 1) % max(1, len(shown)))
        goal = goals.get(Qt.Key(event.key()))
        if at < 0 or goal is None:
            super().keyPressEvent(event)
        else:
            shown[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line that the page slides under."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))
        painter.end()


def _broken(sized: list[tuple[Anchor, int]], width: int, gap: int) -> list[list[tuple[Anchor, int]]]:
    lines: list[list[tuple[Anchor, int]]] = [[]]
    used = 0
    for anchor, size in sized:
        if lines[-1] and used + size > width:
            lines.append([])
            used = 0
        lines[-1].append((anchor, size))
        used += size + gap
    return lines
