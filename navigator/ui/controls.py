"""The small parts that every page is made of: texts, icons, lines, surfaces, buttons.

Knows roles, colours and states. Knows no words and no medicine.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from navigator.ui import tokens
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import ENTER
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme

_INK = {"primary": "on_accent", "ghost": "accent"}  # of the icons, by kind of button


class Label(QLabel):
    """Plain text in a role of tokens.TYPE and a colour.

    `wrap`: as many lines as it takes. `elide`: one line that gives way, the whole text in its tooltip.
    """

    def __init__(
        self,
        theme: Theme,
        role: str = "body",
        color: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        text: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._role, self._color, self._elide = theme, role, color, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wrap)
        if wrap:
            self.setMinimumWidth(40)
        self.setText(text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str) -> None:
        """Say `text`; an empty label takes no place."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))

    def setText(self, text: str) -> None:
        """Say `text`; the whole of it is in the tooltip where it is cut."""
        super().setText(text)
        self._hint()

    @property
    def elides(self) -> bool:
        """Whether it may be cut, its whole text in the tooltip."""
        return self._elide

    def set_color(self, color: str) -> None:
        """Change the colour to that of another token."""
        if color != self._color:
            self._color = color
            self.update()

    def set_role(self, role: str) -> None:
        """Change the size and weight to those of another role."""
        if role != self._role:
            self._role = role
            self._restyle()

    def sizeHint(self) -> QSize:
        """One line where that is not too wide: Qt would wrap a short title to a nicer shape."""
        if not self.wordWrap():
            return super().sizeHint()
        whole = self.fontMetrics().horizontalAdvance(self.text()) + 2
        margins = self.contentsMargins()
        width = min(whole + margins.left() + margins.right(), self.maximumWidth(), self._theme.px(640))
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """The height at the width that it will have: a layout asks with its own, even for a label that has a most."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        """An elided text asks for no width of its own."""
        hint = super().minimumSizeHint()
        return QSize(self._theme.px(24), hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the text still fits."""
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text in the colour of its token: a palette of its own would be lost under the style sheet."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.color(self._color if self.isEnabled() else "disabled"))
        if self._elide and self.width() < min(self._theme.px(56), self.sizeHint().width()):
            return  # too little of it would be left to be read
        if self._elide:
            place = QRectF(self.contentsRect())
            if self.alignment() & Qt.AlignmentFlag.AlignRight:
                place.setLeft(max(place.left(), place.right() - self.fontMetrics().horizontalAdvance(self.text()) - 1))
            left(painter, place, self.text())
        else:
            wrap = Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine
            painter.drawText(self.contentsRect(), int(self.alignment()) | int(wrap), self.text())

    def _hint(self) -> None:
        if self._elide:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
            self.setToolTip(self.text() if cut else "")

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role))
        self._hint()
        self.update()


class Icon(QWidget):
    """One of our icons. Says nothing by itself: a word stands beside it."""

    def __init__(self, theme: Theme, name: str, color: str = "text2", size: int = 18, ground: str = "surface") -> None:
        super().__init__()
        self._theme, self._name, self._color, self._size, self._ground = theme, name, color, size, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_icon(self, name: str, color: str, ground: str = "surface") -> None:
        """Show another icon, or another colour."""
        self._name, self._color, self._ground = name, color, ground
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the icon."""
        return self._theme.icon_size(self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(self._size)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._name, box, self._theme.hex(self._color), self._theme.hex(self._ground))


class Hairline(QWidget):
    """A line of one pixel between two parts."""

    def __init__(self, theme: Theme, *, upright: bool = False, color: str = "rule") -> None:
        super().__init__()
        self._theme, self._color = theme, color
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), self._theme.color(self._color))


class Surface(QFrame):
    """A flat card that is not pressed: one pixel of outline, no shadow."""

    def __init__(self, theme: Theme, fill: str = "surface", line: str = "border", radius: float = 10) -> None:
        super().__init__()
        self._theme, self._fill, self._line, self._radius = theme, fill, line, radius
        self._dashed, self._width = False, 1
        theme.changed.connect(self.update)

    def set_surface(self, fill: str, line: str, *, dashed: bool = False, width: int = 1) -> None:
        """What it lies on and how it is outlined, by tokens."""
        self._fill, self._line, self._dashed, self._width = fill, line, dashed, width
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        dash = tokens.DASH if self._dashed else ()
        fill, line = self._theme.color(self._fill), self._theme.color(self._line)
        rounded(painter, rect, self._radius, fill, line, width=self._width, dash=dash)


class Button(QPushButton):
    """A button of one of these kinds: primary, secondary, ghost (text only), link (in a text), nav (top bar)."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: str = "",
        kind: str = "secondary",
        tip: str = "",
        *,
        small: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._kind = theme, icon, kind
        self.setProperty("kind", kind)
        if small:
            self.setProperty("scale", "small")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_label(text, tip)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_label(self, text: str, tip: str = "") -> None:
        """Say `text`; `tip` is the tooltip and, where it is given, the accessible name."""
        gap = "\u2002" if self._icon and text else ""  # Qt offers no other gap between icon and text
        self.setText(gap + text.replace("&", "&&"))
        self.setToolTip(tip)
        self.setAccessibleName(tip or text)

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._restyle()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon = name
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, _INK.get(self._kind, "text2")))
            self.setIconSize(self._theme.icon_size())


class ToolButton(QToolButton):
    """A square button of one icon, always with a tooltip that is its name."""

    def __init__(self, theme: Theme, icon: str, tip: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_tip(tip)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon = name
        self._restyle()

    def set_tip(self, tip: str) -> None:
        """Change the tooltip and the accessible name."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(34), self._theme.px(34))
        self.setIcon(self._theme.icon(self._icon))
        self.setIconSize(self._theme.icon_size())
