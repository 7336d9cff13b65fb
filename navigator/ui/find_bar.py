"""Find in the page: a small bar over the text. Emits what to look for; the page looks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from navigator.language import Language, Sentence, _, say
from navigator.ui.controls import Button, Label, Surface, ToolButton
from navigator.ui.flow import row
from navigator.ui.painted_button import ENTER
from navigator.ui.theme import Theme


class FindBar(Surface):
    """A line edit, two arrows and how the last search went. Enter goes on, Shift+Enter goes back, Esc closes."""

    sought = Signal(str, bool)  # text, backwards
    closed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, "raised", "border", 10)
        self._language = language
        self._before: QWidget | None = None
        self.edit = QLineEdit()
        self.edit.setAccessibleName(say(_("Chercher dans la page"), language))
        self.edit.setPlaceholderText(say(_("Chercher dans la page"), language))
        self.edit.setMinimumWidth(180)
        self.message = Label(theme, "cap", "text3")
        self.previous = Button(theme, "↑", kind="ghost", tip=say(_("Occurrence précédente"), language), small=True)
        self.next = Button(theme, "↓", kind="ghost", tip=say(_("Occurrence suivante"), language), small=True)
        self.close_button = ToolButton(theme, "close", say(_("Fermer la recherche"), language))
        row(self.edit, 6, self.message, 4, self.previous, self.next, self.close_button, margins=(8, 6, 6, 6), into=self)
        self.edit.textChanged.connect(self._seek)
        self.next.clicked.connect(self._seek)
        self.previous.clicked.connect(self._seek_back)
        self.close_button.clicked.connect(self.close_bar)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar and put the focus in it."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the focus goes back to where it was."""
        self.hide()
        self.closed.emit()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def show_result(self, at: int, count: int) -> None:
        """Say how the search went: the place that is shown, of how many."""
        missing = bool(self.edit.text()) and not count
        found = Sentence(_("{at} sur {count}"), at=at, count=count).in_(self._language) if count else ""
        self.message.setText(say(_("introuvable"), self._language) if missing else found)
        self.message.set_color("ci" if missing else "text3")
        self.message.setAccessibleName(self.message.text())
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, self.message.text()))

    def _seek(self) -> None:
        self.sought.emit(self.edit.text(), False)

    def _seek_back(self) -> None:
        self.sought.emit(self.edit.text(), True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Shift+Enter and Esc."""
        if event.key() in ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.sought.emit(self.edit.text(), back)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
