"""A number of the patient: a line edit that may be empty, never changes by itself and ignores the wheel.

What is typed is emitted as it stands; whether it is a number is decided elsewhere and shown under the field.
"""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from navigator.language import Language, Sentence, _
from navigator.pages.scene import Field
from navigator.ui.controls import Label
from navigator.ui.flow import column
from navigator.ui.painted_button import PaintedButton
from navigator.ui.painting import rounded
from navigator.ui.panel_field import PanelField
from navigator.ui.theme import Theme

DEBOUNCE_MS = 150
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class UnitButton(PaintedButton):
    """The unit inside the field where there is a choice of units; pressing it asks for the next one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The unit, underlined as what can be changed."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            rounded(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, theme.color("accent_soft"))
        font = theme.font("smallm")
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_focus(painter, 4, (1, 1, 1, 1))
        painter.end()


class NumberEdit(QLineEdit):
    """The line edit with its unit painted on the right."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._unit = theme, ""
        self.unit_button = UnitButton(theme, self)
        self.unit_button.hide()
        self.setPlaceholderText("—")
        self.setMaxLength(16)
        self.setAcceptDrops(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._place_unit)

    def show_unit(self, unit: str, choice: bool) -> None:
        """Show `unit`, as a button where there is a choice."""
        self._unit = unit
        self.unit_button.setText(unit)
        self.unit_button.setVisible(choice)
        self._place_unit()

    def _place_unit(self) -> None:
        width = round(self._theme.text_width("small", self._unit))
        self.setTextMargins(0, 0, width + self._theme.px(6), 0)
        height = max(self.height() - 8, 20)
        self.unit_button.setGeometry(self.width() - width - 14, 4, width + 10, height)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the unit on the right."""
        super().resizeEvent(event)
        self._place_unit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's field, then the unit."""
        super().paintEvent(event)
        if self.unit_button.isHidden() and self._unit:
            painter = QPainter(self)
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color("text3"))
            painter.drawText(self.rect().adjusted(0, 0, -10, 0), _RIGHT, self._unit)
            painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A turn of the wheel scrolls the panel; it never changes a number."""
        event.ignore()


class NumberField(PanelField):
    """A labelled number. The text under the cursor is the user's: it is replaced only once the field is left,
    or when something else than this field changed the value."""

    unit_asked = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self._language = language
        self._expects = False  # the next change of value is the answer to what was typed here
        self.edit = NumberEdit(theme)
        self.edit.setProperty("state", "unknown")
        self.label.setBuddy(self.edit)
        self.echo = Label(theme, "cap", "text2", wrap=True)
        self.error = Label(theme, "cap", "ci", wrap=True)
        for line in (self.echo, self.error):
            line.hide()
        column(self.label, 4, self.edit, self.echo, self.error, self.note, into=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self._emit)
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(self._enter)
        self.edit.left.connect(self._settle)
        self.edit.unit_button.clicked.connect(self._ask_unit)

    def show_field(self, field: Field) -> None:
        """Show another state of the same factor."""
        before, self.field = self.field, field
        if field == before and not self._expects:
            return
        self.show_words(field)
        self._show_names(field)
        unit = field.units[0] if field.units else field.unit
        self.edit.show_unit(unit, len(field.units) > 1)
        moved = (field.value, unit) != (before.value, before.units[0] if before.units else before.unit)
        own, self._expects = self._expects, False
        if not self.edit.hasFocus() and not self._pause.isActive():
            self._write(field.value)
        elif moved and not own:
            self._pause.stop()
            self._write(field.value)
        self._show_state(field)

    def control(self) -> QWidget:
        """The line edit."""
        return self.edit

    def discard(self) -> None:
        """Forget what was typed and not yet emitted."""
        self._pause.stop()
        self._expects = False
        self._write(self.field.value)

    def _show_names(self, field: Field) -> None:
        unit = field.units[0] if field.units else field.unit
        self.edit.setAccessibleName(f"{field.label} ({unit})" if unit else field.label)
        self.edit.setAccessibleDescription(field.error or field.note or field.help)
        self.edit.setToolTip(field.help)
        if len(field.units) > 1:
            words = Sentence(_("Unité : {unit}. Passer en {other}"), unit=unit, other=field.units[1])
            self.edit.unit_button.setAccessibleName(words.in_(self._language))
            self.edit.unit_button.setToolTip(words.in_(self._language))

    def _show_state(self, field: Field) -> None:
        self.error.show_text(field.error)
        typed = self.edit.text().strip()
        echoed = field.state == "answered" and typed not in ("", field.value) and not self._pause.isActive()
        unit = field.units[0] if field.units else field.unit
        self.echo.show_text(f"= {field.value} {unit}" if echoed else "")
        if self.edit.property("state") != field.state:
            self.edit.setProperty("state", field.state)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def _write(self, text: str) -> None:
        if self.edit.text() != text:
            self.edit.setText(text)

    def _typed(self, _text: str) -> None:
        self.echo.hide()
        self._pause.start()

    def _emit(self) -> None:
        self._expects = True
        self.answered.emit(self.edit.text().strip())
        self._expects = False

    def _enter(self) -> None:
        self._settle()
        if self.field.state != "invalid":
            self.passed.emit()

    def _settle(self) -> None:
        """Answer at once what was typed, then show the value as it was understood."""
        if self._pause.isActive():
            self._pause.stop()
            self._emit()
        self._write(self.field.value)
        self._show_state(self.field)

    def _ask_unit(self) -> None:
        if len(self.field.units) > 1:
            self.unit_asked.emit(self.field.units[1])
