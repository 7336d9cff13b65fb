"""A user who presses anything: whatever is done, nothing raises, Qt complains of nothing, the keyboard has a place."""

import random
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import pytest
from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from navigator.ui.app import App
from tests.ui.hand import ALT, CTRL, NONE, SHIFT, TAKES_CLICKS, Hand, is_seen, settle

HARMLESS = ("This plugin does not support",)  # the offscreen platform
KEYS = (
    (Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Tab, SHIFT), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Space, NONE),
    (Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Down, NONE), (Qt.Key.Key_Up, NONE), (Qt.Key.Key_PageDown, NONE),
    (Qt.Key.Key_End, NONE), (Qt.Key.Key_Delete, NONE), (Qt.Key.Key_O, NONE), (Qt.Key.Key_N, NONE),
    (Qt.Key.Key_1, NONE), (Qt.Key.Key_4, NONE), (Qt.Key.Key_F1, NONE), (Qt.Key.Key_F2, NONE), (Qt.Key.Key_F6, NONE),
    (Qt.Key.Key_Left, ALT), (Qt.Key.Key_Right, ALT), (Qt.Key.Key_Home, ALT), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_K, CTRL), (Qt.Key.Key_F, CTRL), (Qt.Key.Key_T, CTRL), (Qt.Key.Key_Plus, CTRL),
    (Qt.Key.Key_Minus, CTRL), (Qt.Key.Key_0, CTRL), (Qt.Key.Key_N, CTRL | SHIFT),
)  # fmt: skip
WORDS = ("", "0", "1", "8", "25", "60", "72", "173", "300", "1800", "8,4", "1e9", "-3", "abc", "gabapentine", "½", "é")
SIZES = ((1024, 640), (1024, 768), (1280, 720), (1280, 800), (1366, 768), (1920, 1080))


class RandomUser:
    """Clicks, types and presses keys at random, the same for the same seed."""

    def __init__(self, app: App, seed: int) -> None:
        self.hand = Hand(app)
        self.random = random.Random(seed)
        self.did: deque[str] = deque(maxlen=12)

    def step(self) -> None:
        """One thing, whatever it is."""
        if QApplication.activePopupWidget() is not None:
            self._in_popup()
            return
        acts = (self._press, self._somewhere, self._key, self._write, self._resize)
        self.random.choices(acts, (60, 6, 22, 10, 2))[0]()

    def _press(self) -> None:
        found = [w for w in self.hand.window.findChildren(QWidget) if isinstance(w, TAKES_CLICKS) and w.isEnabled()]
        shown = [w for w in found if w.isVisible()]
        widget = self.random.choice(shown)
        self._tell("press", widget)
        self.hand.bring(widget)
        if is_seen(widget):
            spot = widget.visibleRegion().boundingRect().center()
            self.hand.click_at(self.hand.window, widget.mapTo(self.hand.window, spot))

    def _somewhere(self) -> None:
        window = self.hand.window
        spot = QPoint(self.random.randrange(window.width()), self.random.randrange(window.height()))
        self.did.append(f"click at {spot.x()}, {spot.y()}")
        self.hand.click_at(window, spot)

    def _key(self) -> None:
        key, modifiers = self.random.choice(KEYS)
        self.did.append(f"{modifiers.name} {key.name}")
        self.hand.key(key, modifiers)

    def _write(self) -> None:
        fields = [f for f in self.hand.window.findChildren(QLineEdit) if is_seen(f) and f.isEnabled()]
        text = self.random.choice(WORDS)
        if fields:
            field = self.random.choice(fields)
            self._tell(f"write {text!r} in", field)
            field.setFocus(Qt.FocusReason.TabFocusReason)
        self.hand.write(text)

    def _resize(self) -> None:
        size = self.random.choice(SIZES)
        self.did.append(f"resize to {size}")
        self.hand.window.resize(*size)
        settle()

    def _in_popup(self) -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        if self.random.random() < 0.3:
            self.did.append("Esc in the popup")
            self.hand.key(Qt.Key.Key_Escape)
            return
        self.did.append("click in the popup")
        self.hand.click_at(popup, QPoint(popup.width() // 2, self.random.randrange(popup.height())))

    def _tell(self, act: str, widget: QWidget) -> None:
        kind = next((k.__name__ for k in (QAbstractButton, QComboBox, QLineEdit) if isinstance(widget, k)), "widget")
        self.did.append(f"{act} {kind} {type(widget).__name__} « {widget.accessibleName()[:60]} »")


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Every exception that Qt swallows and everything that Qt says meanwhile."""
    found: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        place = trace
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
        found.append(f"{kind.__name__}: {error} at {where}")

    def listen(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(HARMLESS):
            found.append(f"Qt: {text}")

    old_hook, old_listener = sys.excepthook, qInstallMessageHandler(listen)
    sys.excepthook = hook
    try:
        yield found
    finally:
        sys.excepthook = old_hook
        qInstallMessageHandler(old_listener)


def close_dialog() -> None:
    """Send away whatever waits for an answer: a random user would wait for ever."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def soak(app: App, seed: int, steps: int) -> None:
    user = RandomUser(app, seed)
    closer = QTimer()
    closer.timeout.connect(close_dialog)
    closer.start(50)
    with complaints() as found:
        for number in range(steps):
            user.step()
            told = "\n  ".join(user.did)
            assert found == [], f"seed {seed}, step {number}:\n  {told}"
            if QApplication.activePopupWidget() is None:
                assert QApplication.focusWidget() is not None, f"seed {seed}, step {number}: no focus:\n  {told}"
    closer.stop()


def test_three_hundred_random_steps(app: App) -> None:
    soak(app, seed=20261123, steps=300)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(3))
def test_three_thousand_random_steps(app: App, seed: int) -> None:
    soak(app, seed, steps=3000)
