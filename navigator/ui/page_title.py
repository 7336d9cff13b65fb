"""The title of a page, which takes the focus when the page opens."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent

from navigator.ui.controls import Label
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PageTitle(Label):
    """A heading that can have the focus; it shows a ring to those who came by Tab."""

    def __init__(self, theme: Theme, role: str = "h1") -> None:
        super().__init__(theme, role, wrap=True)
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """See who comes."""
        self._ringed = event.reason() in _BY_TAB
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and the ring."""
        super().paintEvent(event)
        if self.hasFocus() and self._ringed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            rounded(painter, ring, 4, None, self._theme.color("focus"), width=2)
