"""A list to choose one of, with our arrow. Knows options by their ids; no words of its own and no medicine."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from navigator.pages.scene import Option
from navigator.ui.icons import paint_icon
from navigator.ui.theme import Theme

_LINUX = sys.platform.startswith("linux")


class Combo(QComboBox):
    """A list to choose one of. Emits the id of what the user picked; the wheel changes nothing."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._more = theme, ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._emit)
        theme.changed.connect(self.update)

    def setAccessibleName(self, name: str) -> None:
        """Name it; on Linux Qt tells a reader the value instead, so the name opens the description as well."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(self._more)

    def setAccessibleDescription(self, more: str) -> None:
        """What is to be known besides its name."""
        self._more = more
        parts = (self.accessibleName() if _LINUX else "", more)
        super().setAccessibleDescription(". ".join(part for part in parts if part))

    def show_options(self, options: Sequence[Option], selected: str) -> None:
        """Offer `options`, with the one of id `selected` chosen (none where it is empty)."""
        known = [(self.itemData(i), self.itemText(i)) for i in range(self.count())]
        if known != [(option.id, option.label) for option in options]:
            self.clear()
            for option in options:
                self.addItem(option.label, option.id)
        self.setCurrentIndex(self.findData(selected))
        empty = self.currentIndex() < 0
        if empty != bool(self.property("empty")):
            self.setProperty("empty", empty)
            self.style().unpolish(self)
            self.style().polish(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """It may be cut rather than widen the window."""
        return QSize(self._theme.px(96), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's field with our arrow."""
        super().paintEvent(event)
        side = self._theme.px(14)
        box = QRect(self.width() - side - self._theme.px(8), (self.height() - side) // 2, side, side)
        ink = self._theme.hex("text2" if self.isEnabled() else "disabled")
        paint_icon(QPainter(self), "chevron-down", QRectF(box), ink, stroke=2.2)

    def _emit(self, index: int) -> None:
        self.picked.emit(str(self.itemData(index)))
