"""A card that is one large button, with whatever stands on it. Knows states and surfaces, no words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from navigator.ui import tokens
from navigator.ui.painted_button import ENTER, paint_ring
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class ClickCard(QAbstractButton):
    """A whole surface to press: a true button for the keyboard (Tab, Space, Enter) and for screen readers.

    Give it a layout; the outermost 2.5 pixels belong to the outline and the focus ring.
    """

    def __init__(self, theme: Theme, radius: float = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._radius = radius
        self._fill, self._line, self._dashed = "surface", "border", False
        self._selected = self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # buttons do not shrink
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_surface(self, fill: str = "surface", line: str = "border", *, dashed: bool = False) -> None:
        """What the card lies on and how it is outlined, by tokens."""
        self._fill, self._line, self._dashed = fill, line, dashed
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Outline it as the chosen one."""
        self._selected = selected
        self.update()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """What a card paints beside its child widgets; `rect` is inside the outline."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the card only for those who came by the keyboard."""
        self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """That of the layout."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, outline and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        hovered = self.underMouse() and self.isEnabled()
        fill = self.theme.color("sunken" if self.isDown() else self._fill)
        line = self.theme.color("accent" if hovered or self._selected else self._line)
        dash = tokens.DASH if self._dashed and not hovered else ()
        rounded(painter, rect, self._radius, fill, line, width=2 if self._selected else 1, dash=dash)
        if self.hasFocus() and self._ringed:
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint_ring(painter, self.theme, ring, self._radius + 1.5)
        self.paint_content(painter, rect)
