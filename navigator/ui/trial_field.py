"""The treatment tried: chosen from the list, or typed with its dose and length in one go, « gaba 300 2 ».

Knows a list and a text. Reads nothing itself: what was typed goes out as it stands.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from navigator.ui.combo import Combo
from navigator.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 224
_MOST = 120  # letters of a trial
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class TrialField(Combo):
    """A list that also takes a line. Enter tells the line; leaving the field tells it too: nothing typed is lost."""

    told = Signal(str)
    passed = Signal()  # Enter, once what stands here is known
    taken = Signal()  # a row of the open list was chosen

    def __init__(self, theme: Theme, name: str, example: str, hint: str) -> None:
        super().__init__(theme, name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # none: what is typed stays as it is typed
        self.setAccessibleDescription(hint)
        self._line().setMaxLength(_MOST)
        self._line().setAcceptDrops(False)
        self._line().setPlaceholderText(example)
        self._line().setAccessibleName(name)
        self._line().textEdited.connect(self._typing)
        self._typed = False  # by hand, and not yet told
        self._listed = False  # the list is open, or was when a row of it was chosen
        self.activated.connect(self._chosen)

    def keep(self, text: str) -> None:
        """Leave what could not be read to be mended."""
        self._line().setText(text)

    def typed(self) -> str:
        """What stands in the field."""
        return self._line().text()

    @property
    def is_typing(self) -> bool:
        """Whether something is typed that was not told yet."""
        return self._typed

    def sizeHint(self) -> QSize:
        """Room for a whole trial, where there is room."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._theme.px(_WIDE)), hint.height())

    def showPopup(self) -> None:
        """Open the list."""
        self._listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tells what was typed, and goes on; Esc takes it back."""
        if event.key() in _ENTER:
            self._tell()
            self.passed.emit()
        elif event.key() == Qt.Key.Key_Escape and self._typed:
            self._typed = False
            self.setEditText(self.itemText(self.currentIndex()))
        else:
            self._listed = False
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What one types replaces what stands there."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._line().selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is told when the field is left."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._tell()

    def _tell(self) -> None:
        if self._typed:
            self._typed = False
            self.told.emit(self._line().text())

    def _typing(self, _text: str) -> None:
        self._typed = True

    def _chosen(self, _index: int) -> None:
        self._typed = False
        if self._listed:
            self._listed = False
            self.taken.emit()

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None
        return line
