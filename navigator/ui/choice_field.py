"""A question of the patient panel with fixed answers: yes or no, one of two, or one of a list.

Nothing chosen means that it is not known, and that is shown: no answer is ever taken for « no ».
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import Field, Option
from navigator.ui import tokens
from navigator.ui.combo import Combo
from navigator.ui.flow import column, row
from navigator.ui.painted_button import ENTER, PaintedButton
from navigator.ui.painting import rounded
from navigator.ui.panel_field import PanelField
from navigator.ui.theme import Theme
from navigator.ui.yes_no import YesNo


class YesNoField(PanelField):
    """A label and Non | Oui on one line."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self.answer = YesNo(theme, language)
        line = row(self.label, 6, self.answer)
        line.setStretch(0, 1)
        line.setAlignment(self.answer, Qt.AlignmentFlag.AlignVCenter)
        column(line, self.note, margins=(0, 2, 0, 2), into=self)
        self.answer.answered.connect(self.answered)

    def show_field(self, field: Field) -> None:
        """Show another state of the same factor."""
        if field == self.field:
            return
        self.field = field
        self.show_words(field)
        if field.state == "answered":
            self.label.set_color("text")
        self.answer.show_question(field.label)
        self.answer.show_value(field.value)
        self.answer.setToolTip(field.help)
        implied = field.state == "implied"
        if implied and (self.answer.no.hasFocus() or self.answer.yes.hasFocus()):
            self.answer.yes.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild()  # out of the pair: Qt would leave the focus nowhere
        self.answer.setEnabled(not implied)

    def control(self) -> QWidget:
        """The answer given, or the first of the two."""
        return self.answer.yes if self.answer.value == "yes" else self.answer.no


class ComboField(PanelField):
    """A label and a list whose first entry says that it is not known."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self._unknown = Option("", say(_("non précisé"), language))
        self.combo = Combo(theme, "")
        self.combo.setProperty("state", "unknown")
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label.setBuddy(self.combo)
        column(self.label, 3, self.combo, self.note, margins=(0, 3, 0, 4), into=self)
        self.combo.picked.connect(self._picked)

    def show_field(self, field: Field) -> None:
        """Show another state of the same factor."""
        if field == self.field:
            return
        self.field = field
        self.show_words(field)
        self.combo.setAccessibleName(field.label)
        self.combo.setAccessibleDescription(field.note or field.help)
        self.combo.setToolTip(field.help)
        self.combo.show_options((self._unknown, *field.options), field.value)
        self.combo.setEnabled(field.state != "implied")
        if self.combo.property("state") != field.state:
            self.combo.setProperty("state", field.state)
            self.combo.style().unpolish(self.combo)
            self.combo.style().polish(self.combo)

    def control(self) -> QWidget:
        """The list."""
        return self.combo

    def _picked(self, option: str) -> None:
        if option != self.field.value:
            self.answered.emit(option)


class _Half(PaintedButton):
    """One of two answers."""

    lettered = Signal(str)  # a letter was typed on it

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.option = Option("", "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Room for a short word."""
        return QSize(round(self._theme.text_width("smallb", self.text())) + self._theme.px(14), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """The same: a word is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in ENTER:
            self.click()
        elif plain and event.text().isalpha():
            self.lettered.emit(event.text().lower())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, on the accent when it is the answer."""
        painter, theme, chosen = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        if chosen:
            rounded(painter, box, 4, theme.color("accent" if self.isEnabled() else "no"))
        elif self.underMouse():
            rounded(painter, box, 4, theme.color("sunken"))
        painter.setFont(theme.font("smallb" if chosen else "smallm"))
        ink = "on_accent" if self.isEnabled() else "on_no"
        painter.setPen(theme.color(ink if chosen else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_focus(painter, 5, (1, 1, 1, 1))
        painter.end()


class _Pair(QWidget):
    """The common outline of the two halves, dashed while neither is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.halves = (_Half(theme, self), _Half(theme, self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for half in self.halves:
            layout.addWidget(half, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unknown = not any(h.isChecked() for h in self.halves)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line, dash = ("miss_line", tokens.DASH) if unknown else ("ctl", ())
        rounded(painter, rect, 6, theme.color("surface"), theme.color(line), width=1.2 if unknown else 1, dash=dash)
        if unknown:
            inset = theme.px(8)
            painter.fillRect(self.width() // 2, inset, 1, self.height() - 2 * inset, theme.color("border"))
        painter.end()


class PairField(PanelField):
    """A label over two answers side by side; pressing the one chosen forgets it, its first letter chooses it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pair = _Pair(theme)
        self.first, self.second = self._pair.halves
        column(self.label, 4, self._pair, self.note, into=self)
        self.first.clicked.connect(self._press_first)
        self.second.clicked.connect(self._press_second)
        for half in self._pair.halves:
            half.lettered.connect(self._choose_by_letter)

    def show_field(self, field: Field) -> None:
        """Show another state of the same factor; it has two options."""
        self.field = field
        self.show_words(field)
        for half, option in zip(self._pair.halves, field.options, strict=True):
            half.option = option
            half.setText(option.label)
            half.setAccessibleName(f"{field.label} : {option.label}")
            half.setChecked(option.id == field.value)
            half.setEnabled(field.state != "implied")
        self._pair.setAccessibleName(field.label)
        self._pair.setToolTip(field.help)
        self._pair.update()

    def control(self) -> QWidget:
        """The answer given, or the first of the two."""
        return self.second if self.second.isChecked() else self.first

    def _choose_by_letter(self, letter: str) -> None:
        meant = [half for half in self._pair.halves if half.text().lower().startswith(letter)]
        if len(meant) == 1:
            if not meant[0].isChecked():
                self._press(meant[0])
            self.passed.emit()

    def _press_first(self) -> None:
        self._press(self.first)

    def _press_second(self) -> None:
        self._press(self.second)

    def _press(self, half: _Half) -> None:
        value = "" if half.option.id == self.field.value else half.option.id
        for one in self._pair.halves:
            one.setChecked(one.option.id == value)
        self._pair.update()
        self.answered.emit(value)
