"""The window of the system: on the screen before the app is loaded, then the home of the window of pages.

Knows three colours and how high the bar is; imports nothing else of ours and little of Qt, for each class delays it
(docs/adr/0032-a-window-first.md).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SMALLEST, USUAL = (1024, 600), (1280, 800)
_BAR = 56  # as high as ui/top_bar.py, at the plain text size


class Frame(QWidget):
    """One for as long as the app runs; a change of language puts another window into it."""

    def __init__(self, colours: Mapping[str, str], zoom: float) -> None:
        super().__init__()
        self.colours, self.zoom = colours, zoom
        self._place = _stack(self)
        self._place.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the smallest size is ours
        self._inside = _empty(colours, round(_BAR * zoom))
        self._place.addWidget(self._inside)
        self.setWindowTitle("Navigateur")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)

    def fill(self, row: QLayout) -> None:
        """Put `row` in the middle of the empty page, until somebody lives here."""
        column = self._inside.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(row)
        column.addStretch(1)

    def take(self, window: QWidget) -> None:
        """Show `window` in here, its title and its icon outside; what was here before goes."""
        before, self._inside = self._inside, window
        focused = window.focusWidget()  # Qt takes it from what changes its parent
        window.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(window.windowTitle())
        self.setWindowIcon(window.windowIcon())
        self._place.addWidget(window)
        window.show()
        before.hide()
        before.deleteLater()
        if focused is not None:
            focused.setFocus()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """A key while nothing has the focus is for the window in here."""
        if self.focusWidget() is None:
            self._inside.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def _stack(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made


def _empty(colours: Mapping[str, str], bar: int) -> QWidget:
    """The bar, the line under it and the page, with nothing on them.

    Grounds that Qt paints by itself: a first painter in Python would cost a tenth of a bare start.
    """
    page = QWidget()
    column = _stack(page)
    for token, height in (("surface", bar - 1), ("border", 1)):
        strip = QWidget()
        strip.setFixedHeight(height)
        _paint(strip, colours[token])
        column.addWidget(strip)
    column.addStretch(1)
    _paint(page, colours["bg"])
    return page


def _paint(widget: QWidget, colour: str) -> None:
    palette = widget.palette()
    palette.setColor(palette.ColorRole.Window, colour)
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
