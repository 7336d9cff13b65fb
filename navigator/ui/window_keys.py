"""The keys of the whole window, each bound to one slot, and the side buttons of a mouse.

Knows keys, not what they lead to. `pages.keys` tells them to the user.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QWindow
from PySide6.QtWidgets import QWidget

# Four types of pain, four results of a trial: digits, and the unshifted keys of the upper row of a French keyboard.
NUMBER_KEYS = (
    (Qt.Key.Key_1, Qt.Key.Key_Ampersand),
    (Qt.Key.Key_2, Qt.Key.Key_Eacute),
    (Qt.Key.Key_3, Qt.Key.Key_QuoteDbl),
    (Qt.Key.Key_4, Qt.Key.Key_Apostrophe),
)
STRIP_KEYS = (Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_R)


def bind(
    parent: QWidget, keys: Iterable[str | Qt.Key], slot: Callable[..., object], *, inside: bool = False
) -> list[QShortcut]:
    """Bind `keys` to `slot` in the window of `parent`; `inside`: only while the focus is in `parent`."""
    made = []
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut if inside else Qt.ShortcutContext.WindowShortcut
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), parent)
        shortcut.setContext(context)
        shortcut.activated.connect(slot)
        made.append(shortcut)
    return made


class SideButtons(QObject):
    """The side buttons of a mouse, taken before any widget under the pointer can eat them."""

    back = Signal()
    forward = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWindow | None = None

    def watch(self, window: QWindow | None) -> None:
        """Listen to a window of the system, from now on."""
        if window is not None and window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back or forward; every other event goes its way."""
        if event.type() not in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        assert isinstance(event, QMouseEvent)
        if event.button() == Qt.MouseButton.BackButton:
            self.back.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward.emit()
        else:
            return False
        return True
