"""The answer to a yes-or-no question, in two buttons of which neither may be chosen: unknown is not « no ».

Knows the three answers and their keys. Knows no factor and no medicine.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from navigator.language import Language, _, say
from navigator.ui import tokens
from navigator.ui.painted_button import ENTER, PaintedButton
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_KEYS = {
    Qt.Key.Key_O: "yes",
    Qt.Key.Key_Y: "yes",
    Qt.Key.Key_N: "no",
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}


class _Half(PaintedButton):
    """One of the two answers."""

    left = Signal()

    def __init__(self, theme: Theme, word: str, fill: str, ink: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._fill, self._ink = fill, ink
        self.setText(word)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Wide enough for its word."""
        px = self._theme.px
        return QSize(max(px(45), round(self._theme.text_width("smallb", self.text())) + px(18)), px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; the other keys go to the pair."""
        if event.key() in ENTER:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus went."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, on a ground of its own when it is the answer."""
        painter, theme, chosen = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        if chosen:
            rounded(painter, box, 4, theme.color(self._fill))
        elif self.underMouse():
            rounded(painter, box, 4, theme.color("sunken"))
        painter.setFont(theme.font("smallb" if chosen else "smallm"))
        painter.setPen(theme.color(self._ink if chosen else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_focus(painter, 5, (1, 1, 1, 1))


class YesNo(QWidget):
    """Non | Oui, with a dashed outline while nothing is known.

    One stop of the Tab key. O, Y or N answers, Suppr forgets, the arrows move without answering; pressing the
    answer again forgets it.
    """

    answered = Signal(str)  # yes, no, or empty: forgotten
    left = Signal()  # the focus went out of one of the two, perhaps to the other

    def __init__(self, theme: Theme, language: Language, question: str = "") -> None:
        super().__init__()
        self._theme, self._language, self.value = theme, language, ""
        self.no = _Half(theme, say(_("Non"), language), "no", "on_no", self)
        self.yes = _Half(theme, say(_("Oui"), language), "accent", "on_accent", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.no, 1)
        layout.addWidget(self.yes, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.no.clicked.connect(self._press_no)
        self.yes.clicked.connect(self._press_yes)
        self.no.left.connect(self.left)
        self.yes.left.connect(self.left)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)
        self.show_question(question)
        self.show_value("")

    def show_question(self, question: str) -> None:
        """Name the two answers after the question."""
        self._question = question
        self.setAccessibleName(question)
        for half in (self.no, self.yes):
            half.setAccessibleName(f"{question} : {half.text().lower()}")

    def show_value(self, value: str) -> None:
        """Show `yes`, `no` or empty for unknown, without emitting."""
        self.value = value
        self.no.setChecked(value == "no")
        self.yes.setChecked(value == "yes")
        unknown = say(_("non renseigné"), self._language)
        self.setAccessibleDescription({"yes": self.yes.text(), "no": self.no.text()}.get(value, unknown))
        self._stop_at(self.yes if value == "yes" else self.no)
        self.update()

    def halves(self) -> tuple[QWidget, QWidget]:
        """The two answers, for the order of the Tab key."""
        return self.no, self.yes

    def stop(self) -> QWidget:
        """Where Tab stops: the answer, or the first of the two."""
        return self.yes if self.value == "yes" else self.no

    def focus_answer(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus on the answer, or on the first of the two."""
        self.stop().setFocus(reason)

    def _press_no(self) -> None:
        self._answer("" if self.value == "no" else "no")

    def _press_yes(self) -> None:
        self._answer("" if self.value == "yes" else "yes")

    def _answer(self, value: str) -> None:
        changed = value != self.value
        self.show_value(value)
        if changed:
            self.answered.emit(value)

    def _stop_at(self, half: _Half) -> None:
        other = self.no if half is self.yes else self.yes
        half.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """O, Y and N answer, Suppr forgets, the arrows go from one to the other."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.key() in _KEYS:
            self._answer(_KEYS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            (self.no if event.key() == Qt.Key.Key_Left else self.yes).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the enabled state."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline of the pair, dashed while unknown, and the line between the two."""
        painter, theme, unknown = QPainter(self), self._theme, not self.value
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line, dash = ("miss_line", tokens.DASH) if unknown else ("ctl", ())
        rounded(painter, rect, 6, theme.color("surface"), theme.color(line), width=1.2 if unknown else 1, dash=dash)
        if unknown:
            middle, inset = self.width() // 2, theme.px(7)
            painter.fillRect(middle, inset, 1, self.height() - 2 * inset, theme.color("border"))
