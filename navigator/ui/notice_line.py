"""What the last action did, for ten seconds, with the way to undo it."""

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from navigator.language import Language, _, say
from navigator.ui.controls import Button, Label, Surface
from navigator.ui.flow import row
from navigator.ui.theme import Theme

SHOWN_MS = 10_000
_AROUND = 8


class NoticeLine(Surface):
    """A small surface in a corner of the window. It stays while the pointer is on it."""

    undo = Signal()
    gone = Signal()  # it takes no room any more

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, "accent_soft", "accent_line", 8)
        self.setParent(parent)
        self._label = Label(theme, "small", "text", wrap=True)
        self.undo_button = Button(
            theme, say(_("Annuler"), language), "", "ghost", say(_("Annuler (Ctrl+Z)"), language), small=True
        )
        line = row(self._label, 6, self.undo_button, margins=(12, 6, 6, 6), into=self)
        line.setStretch(0, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self._undo)
        self.undo_button.installEventFilter(self)
        self.hide()

    def show_notice(self, text: str, can_undo: bool) -> None:
        """Show `text` for a while; empty hides the line at once."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.undo_button.setVisible(can_undo)
        self.setVisible(bool(text))
        self._timer.start() if text else self._timer.stop()

    def place(self, room: QRect, widest: int) -> None:
        """Lie at the foot of `room`, at its left, not wider than `widest` pixels of the plain text size."""
        word = max((self._theme.text_width("small", word) for word in self._label.text().split()), default=0)
        least = round(word) + self.undo_button.sizeHint().width() + 32  # no word is cut, however long
        width = min(max(self._theme.px(widest), least), self.window().width() - 16)
        height = max(self.heightForWidth(width), self._theme.px(44))
        self.setGeometry(room.left() + _AROUND, room.bottom() + 1 - _AROUND - height, width, height)
        self.raise_()

    def room(self) -> int:
        """How high a strip it lies in, the space around it included; none while it is hidden."""
        return 0 if self.isHidden() else self.height() + 2 * _AROUND

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while its button has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return False

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on it sends it away."""
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is being read."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on waiting."""
        super().leaveEvent(event)
        self._timer.start()
