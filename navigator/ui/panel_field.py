"""What every field of the patient panel shares: what it shows, what it emits, how it is pointed at."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from navigator.pages.scene import Field
from navigator.ui.controls import Label
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

FLASH_MS = 600


def label_color(field: Field) -> str:
    """The colour of a field's label: what is asked stands out, what was derived steps back."""
    return {"asked": "miss", "implied": "text3", "invalid": "ci"}.get(field.state, "text2")


class PanelField(QWidget):
    """A control with its label. Emits the raw text of each answer; empty forgets it."""

    answered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.field = Field("", "", "", "unknown")
        self.label = Label(theme, "small", "text2", wrap=True)
        self.note = Label(theme, "cap", "text3", wrap=True)
        self.note.hide()
        self._flashing = False
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(FLASH_MS)
        self._flash_timer.timeout.connect(self._end_flash)

    def show_field(self, field: Field) -> None:
        """Show another state of the same factor."""
        raise NotImplementedError

    def control(self) -> QWidget:
        """The widget that takes the focus."""
        raise NotImplementedError

    def discard(self) -> None:
        """Forget what was typed and not yet emitted."""

    def focus_control(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Put the focus into the field."""
        self.control().setFocus(reason)

    def flash(self) -> None:
        """Point at the field for a moment; not where the system asks for no animations."""
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self):
            self._flashing = True
            self._flash_timer.start()
            self.update()

    @property
    def flashing(self) -> bool:
        """Whether it is being pointed at."""
        return self._flashing

    def show_words(self, field: Field) -> None:
        """The label, its colour, the help and the note: the same in every kind of field."""
        self.label.setText(field.label)
        self.label.set_color(label_color(field))
        self.label.setToolTip(field.help)
        self.note.show_text(field.note)

    def _end_flash(self) -> None:
        self._flashing = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing but the ring of a field that is pointed at."""
        if self._flashing:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            rounded(painter, ring, 6, self.theme.color("miss_bg"), self.theme.color("miss"), width=2)
            painter.end()
