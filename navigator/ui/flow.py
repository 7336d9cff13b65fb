"""How widgets are put beside and below one another. Knows layouts; knows no look and no words."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

Part = QWidget | QLayout | int | None
W = TypeVar("W", bound=QWidget)
MAXIMUM = 16777215  # Qt's own QWIDGETSIZE_MAX, which PySide6 does not export


def row(*parts: Part, margins: tuple[int, int, int, int] = (0, 0, 0, 0), into: QWidget | None = None) -> QHBoxLayout:
    """Parts from left to right: a widget, a layout, a number of pixels, or None for a stretch."""
    made = QHBoxLayout(into) if into is not None else QHBoxLayout()
    _fill(made, parts, margins)
    return made


def column(*parts: Part, margins: tuple[int, int, int, int] = (0, 0, 0, 0), into: QWidget | None = None) -> QVBoxLayout:
    """Parts from top to bottom: a widget, a layout, a number of pixels, or None for a stretch."""
    made = QVBoxLayout(into) if into is not None else QVBoxLayout()
    _fill(made, parts, margins)
    return made


def _fill(box: QBoxLayout, parts: Sequence[Part], margins: tuple[int, int, int, int]) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(0)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif part is None:
            box.addStretch(1)
        else:
            box.addSpacing(part)


class Pool(Generic[W]):
    """Widgets of one kind that are made once and used again: as many are visible as were asked for."""

    def __init__(self, make: Callable[[], W]) -> None:
        self._make = make
        self.all: list[W] = []

    def take(self, count: int) -> list[W]:
        """The first `count` widgets, made where they are missing; the others are hidden."""
        while len(self.all) < count:
            self.all.append(self._make())
        for place, widget in enumerate(self.all):
            widget.setVisible(place < count)
        return self.all[:count]


class Column(QWidget):
    """The content of a scroll area.

    QScrollArea takes the larger of minimumSizeHint and heightForWidth; the former is reckoned at the narrowest
    width and leaves a void under wrapped labels. A height of 0 lets heightForWidth decide alone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")

    def minimumSizeHint(self) -> QSize:
        """The layout's width, and no height where that follows from the width."""
        layout = self.layout()
        if layout is None:
            return QSize(0, 0)
        least = layout.minimumSize()
        return QSize(least.width(), 0 if layout.hasHeightForWidth() else least.height())


class QuietBar(QScrollBar):
    """A bar that always keeps its place, and shows nothing where there is nothing to scroll.

    Margins that come and go with the bar move the text, the text the height and the height the bar: for ever.
    """

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, or nothing."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class ScrollColumn(QScrollArea):
    """A scroll area round a Column: vertical only, outside the tab order, PageUp to End forwarded to its bar.

    `steady`: the content is as wide without the bar as with it, so that nothing moves when the bar comes.
    """

    def __init__(self, *, steady: bool = True) -> None:
        super().__init__()
        self.body = Column()
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if steady:
            self.setVerticalScrollBar(QuietBar())
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def position(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def set_position(self, value: int) -> None:
        """Scroll to `value` pixels from the top."""
        self.verticalScrollBar().setValue(value)

    def scroll_by_key(self, key: int) -> bool:
        """Scroll as PageUp, PageDown, Home or End ask; False for any other key."""
        bar = self.verticalScrollBar()
        goals = {
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        goal = goals.get(Qt.Key(key))
        if goal is not None:
            bar.setValue(goal)
        return goal is not None


class Flow(QLayout):
    """Items from left to right that go on in the next line where the width ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, None past the end (Qt asks so)."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hand an item back, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Neither."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: that is what it is for."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest item."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            whole = item.sizeHint()
            hint = whole.boundedTo(QSize(rect.width(), MAXIMUM))
            if hint.width() < whole.width() and item.hasHeightForWidth():
                hint.setHeight(item.heightForWidth(hint.width()))
            if line and x + hint.width() > rect.right() + 1:
                self._settle(line, tallest, move)
                x, y, tallest, line = rect.x(), y + tallest + self._line_gap, 0, []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + self._gap
            tallest = max(tallest, hint.height())
        self._settle(line, tallest, move)
        return y + tallest - rect.y()

    @staticmethod
    def _settle(line: list[tuple[QLayoutItem, QRect]], tallest: int, move: bool) -> None:
        for item, place in line:
            if move:
                item.setGeometry(place.translated(0, (tallest - place.height()) // 2))
