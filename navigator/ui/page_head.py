"""The top of a page: where it lies, and its title, which takes the focus when the page opens."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.controls import Label
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import paint_ring
from navigator.ui.painting import left
from navigator.ui.theme import Theme

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Crumbs(QWidget):
    """The way to this page, painted on one line: « Périphérique diffuse › Étape 2 sur 6 »."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._crumbs: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_crumbs(self, crumbs: Sequence[str]) -> None:
        """Show `crumbs`, the farthest first; none takes no place."""
        self._crumbs = crumbs
        self.setAccessibleName(" › ".join(crumbs))
        self.setToolTip(" › ".join(crumbs))
        self.setVisible(bool(crumbs))
        self.update()

    def sizeHint(self) -> QSize:
        """One line, in what width the buttons beside it leave."""
        return QSize(0, self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """It is cut rather than widen the page."""
        return QSize(0, self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The crumbs and the chevrons between them."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        x, side = 0.0, px(14)
        for place, crumb in enumerate(self._fitting()):
            if place:
                chevron = QRectF(x + px(6), (self.height() - side) / 2 + 1, side, side)
                paint_icon(painter, "chevron-right", chevron, theme.hex("text3"))
                x += side + px(12)
            left(painter, QRectF(x, 0, self.width() - x, self.height()), crumb)
            x += theme.text_width("small", crumb)

    def _fitting(self) -> tuple[str, ...]:
        """As many of the nearest crumbs as there is room for, `…` for the farther ones; none rather than half a one."""
        crumbs, between = tuple(self._crumbs), self._theme.px(14) + self._theme.px(12)
        for left_out in range(len(crumbs)):
            shown = crumbs if not left_out else ("…", *crumbs[left_out:])
            wide = sum(self._theme.text_width("small", c) for c in shown) + between * (len(shown) - 1)
            if wide <= self.width():
                return shown
        return ()


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
            paint_ring(painter, self._theme, ring, 4)
