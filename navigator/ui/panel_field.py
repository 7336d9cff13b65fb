"""What every field of the patient panel shares: what it shows, what it emits, how it takes the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from navigator.pages.scene import Field
from navigator.ui.controls import Label
from navigator.ui.theme import Theme


def label_color(field: Field) -> str:
    """The colour of a field's label: what is asked stands out, what was derived steps back."""
    return {"asked": "miss", "implied": "text3", "invalid": "ci"}.get(field.state, "text2")


class PanelField(QWidget):
    """A control with its label. Emits the raw text of each answer; empty forgets it."""

    answered = Signal(str)
    passed = Signal()  # Enter in the field: on to the next that matters

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.field = Field("", "", "", "unknown")
        self.label = Label(theme, "small", "text2", wrap=True)
        self.note = Label(theme, "cap", "text3", wrap=True)
        self.note.hide()

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

    def show_words(self, field: Field) -> None:
        """The label, its colour, the help and the note: the same in every kind of field."""
        self.label.setText(field.label)
        self.label.set_color(label_color(field))
        self.label.setToolTip(field.help)
        self.note.show_text(field.note)
