"""What the outcome bar is made of: a field with its unit, a result to press, a reason to press."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from navigator.pages.scene import Option
from navigator.pages.scene import OutcomeButton as OutcomeScene
from navigator.ui import tokens
from navigator.ui.controls import Button
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import PaintedButton
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme
from navigator.ui.window_keys import NUMBER_KEYS

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class UnitField(QLineEdit):
    """A number with its unit, as typed. It may be empty; the wheel does nothing to it."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme, self._width, self._unit = theme, width, ""
        self.setProperty("scale", "small")
        self.setPlaceholderText("—")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_value(self, value: str, label: str, unit: str, *, force: bool) -> None:
        """Show `value`, unless somebody is typing here; `force` even then."""
        self._unit = unit
        self.setAccessibleName(f"{label} ({unit})")
        self.setToolTip(label)
        if value != self.text() and (force or not self.hasFocus()):
            self.setText(value)
        self._restyle()

    def sizeHint(self) -> QSize:
        """The width of the design."""
        return QSize(self._theme.px(self._width), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's field, and the unit."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._theme.font("cap"))
        painter.setPen(self._theme.color("text3"))
        place = self.rect().adjusted(0, 0, -self._theme.px(9), 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._unit)

    def _restyle(self) -> None:
        self.setTextMargins(0, 0, round(self._theme.text_width("cap", self._unit)) + self._theme.px(4), 0)
        self.updateGeometry()


class OutcomeButton(PaintedButton):
    """One result of a trial, and where it leads."""

    chosen = Signal(str)
    numbered = Signal(int)  # the digit of one of the results was pressed: its place, counted from 0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._compact = False
        self._outcome = OutcomeScene("no-relief", "", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._emit)

    def show_outcome(self, outcome: OutcomeScene) -> None:
        """Show `outcome`."""
        self._outcome = outcome
        self.setObjectName(outcome.id)
        self.setAccessibleName(outcome.spoken)
        self.setToolTip(f"{outcome.label} → {outcome.leads}" if outcome.leads else outcome.label)
        self.update()

    def width_on(self, lines: int) -> int:
        """How wide it must be to say the result and where it leads, on one line or on two."""
        theme, px = self._theme, self._theme.px
        label = theme.text_width("verdict", self._outcome.label)
        leads = theme.text_width("smallm", self._outcome.leads)
        both = max(label, leads) if lines > 1 else label + (px(8) + leads if leads else 0)
        return round(both) + px(38) + px(8)

    def set_compact(self, compact: bool) -> None:
        """One line instead of two."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Two lines high, or one."""
        return QSize(self._theme.px(150), self._theme.px(40 if self._compact else 58))

    def minimumSizeHint(self) -> QSize:
        """The result itself is never cut."""
        label = round(self._theme.text_width("verdict", self._outcome.label))
        return QSize(label + self._theme.px(48), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit presses the result of that number."""
        place = next((n for n, keys in enumerate(NUMBER_KEYS) if event.key() in keys), -1)
        if place >= 0 and not event.modifiers() & ~_PLAIN:
            self.numbered.emit(place)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Glyph and result, arrow and where it leads."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isChecked()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(
            painter, rect, 8, theme.color("accent_soft" if hot else "surface"), theme.color("accent" if hot else "ctl")
        )
        self.paint_focus(painter, 8, (1, 1, 1, 1))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme, px, said = self._theme, self._theme.px, self._outcome
        middle = self.height() / 2 if self._compact else px(19.5)
        glyph = QRectF(px(13), middle - px(17) / 2, px(17), px(17))
        paint_icon(painter, f"oc-{said.id}", glyph, theme.hex(tokens.OUTCOMES[said.id]), stroke=2)
        painter.setFont(theme.font("verdict"))
        painter.setPen(theme.color("text"))
        x = px(38)
        left(painter, QRectF(x, middle - px(11), self.width() - x - px(6), px(22)), said.label)
        if not said.leads:
            return
        if self._compact:
            x += round(theme.text_width("verdict", said.label)) + px(8)
        else:
            middle = px(41.5)
            paint_icon(painter, "arrow-right", QRectF(px(14), middle - px(15) / 2, px(15), px(15)), theme.hex("accent"))
        painter.setFont(theme.font("smallm"))
        painter.setPen(theme.color("accent"))
        if self.width() - x - px(6) >= theme.text_width("smallm", said.leads):
            left(painter, QRectF(x, middle - px(10), self.width() - x - px(6), px(20)), said.leads)

    def _emit(self) -> None:
        self.chosen.emit(self._outcome.id)


class ReasonButton(Button):
    """Why a trial was not tolerated."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, small=True)
        self._reason = ""
        self.clicked.connect(self._emit)

    def show_reason(self, reason: Option) -> None:
        """Show `reason`."""
        self._reason = reason.id
        self.setObjectName(reason.id)
        self.show_label(reason.label)

    def _emit(self) -> None:
        self.chosen.emit(self._reason)
