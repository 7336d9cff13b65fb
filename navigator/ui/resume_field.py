"""Where the code of an earlier consultation is pasted. Emits what was typed; reads and checks nothing itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from navigator.pages.scene import ResumeBox
from navigator.ui.controls import Button, Label
from navigator.ui.flow import column, row
from navigator.ui.theme import Theme

_MOST = 8000  # a note that is pasted whole


class ResumeField(QWidget):
    """A label, a field, a button; Enter presses it. A refused code stays, with the reason under it."""

    resume_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.label = Label(theme, "cap", "text3")
        self.edit = QLineEdit()
        self.edit.setObjectName("resume")
        self.edit.setMaxLength(_MOST)
        self.edit.setAcceptDrops(False)
        self.label.setBuddy(self.edit)
        self.button = Button(theme)
        self.error = Label(theme, "cap", "ci", wrap=True)
        self.error.hide()
        column(self.label, 4, row(self.edit, 8, self.button, None), self.error, None, into=self)
        self.edit.returnPressed.connect(self._ask)
        self.button.clicked.connect(self._ask)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_box(self, box: ResumeBox | None) -> None:
        """Show the words, and why the last code was refused; nothing where no patient is asked for."""
        self.setVisible(box is not None)
        if box is None:
            return
        self.label.setText(box.label)
        self.edit.setAccessibleName(box.label)
        self.edit.setAccessibleDescription(box.error)
        self.edit.setPlaceholderText(box.placeholder)
        self.button.show_label(box.action)
        self.error.show_text(box.error)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed when the page is left: a code stands for a patient."""
        if not event.spontaneous():
            self.edit.clear()
        super().hideEvent(event)

    def _ask(self) -> None:
        self.resume_asked.emit(self.edit.text())

    def _restyle(self) -> None:
        self.edit.setFixedWidth(self._theme.px(200))
        self.error.setMaximumWidth(self._theme.px(320))
