"""The patient panel over the page, where the window is too narrow to hold both side by side."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.flow import row
from navigator.ui.overlay import Overlay
from navigator.ui.theme import Theme

WIDTH = 320


class Drawer(Overlay):
    """A column on the right of the scrim. Esc or a click beside it closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._holder = QWidget(self)
        self._row = row(into=self._holder)

    def content(self) -> QWidget:
        """The column."""
        return self._holder

    def take(self, panel: QWidget) -> None:
        """Hold `panel` from now on."""
        self._row.addWidget(panel)
        panel.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column on the right."""
        super().resizeEvent(event)
        width = min(self.theme.px(WIDTH), self.width())
        self._holder.setGeometry(QRect(self.width() - width, 0, width, self.height()))
