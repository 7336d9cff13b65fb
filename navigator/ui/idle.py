"""Notices that nobody has touched the window for a while. Knows keys and the mouse, not what follows.

By the clock on the wall, not by a timer: a laptop that slept over lunch must notice too.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_LOOK_MS = 5_000
_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)


class Idle(QObject):
    """Emits `left` once after `minutes` without a key or the mouse; a touch begins to count anew.

    `clock` gives seconds, such as `time.time`.
    """

    left = Signal()

    def __init__(self, qt: QApplication, minutes: int, clock: Callable[[], float]) -> None:
        super().__init__()
        self._seconds, self._clock = minutes * 60, clock
        self._touched, self._told = clock(), False
        qt.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """See what time it is."""
        now = self._clock()
        if now < self._touched:  # the clock was put back
            self._touched = now
        elif now - self._touched >= self._seconds and not self._told:
            self._told = True
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the time of the last touch; nothing is taken away from anyone."""
        if event.type() in _TOUCHES:
            self.look()  # first: who comes back after lunch must not find what should be gone
            self._touched, self._told = self._clock(), False
        return False
