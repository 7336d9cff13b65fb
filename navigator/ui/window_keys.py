"""The keys of the whole window, each bound to one slot. Knows keys, not what they lead to."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# The four types of pain: digits, and the unshifted keys of the upper row of a French keyboard.
TYPE_KEYS = (
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
