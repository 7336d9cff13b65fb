"""A user who presses anything: whatever is done, nothing raises, Qt complains of nothing, the keyboard has a place."""

import gc
import os
import random
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from navigator.guideline.model import Guideline
from navigator.pages import keys as help_keys
from navigator.ui.app import App
from tests.ui.hand import NONE, SHIFT, TAKES_CLICKS, Hand, is_seen
from tests.ui.looking import settle

HARMLESS = ("This plugin does not support",)  # the offscreen platform
PLAIN = (
    *((Qt.Key(ord(letter)), NONE) for letter in "ONC14"),
    *((key, NONE) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape)),
    *((key, NONE) for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, NONE) for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_F7)),
    (Qt.Key.Key_Tab, SHIFT),
)
WORDS = ("", "0", "1", "8", "25", "60", "72", "173", "300", "1800", "8,4", "1e9", "-3", "abc", "gabapentine", "½", "é")
SIZES = ((1024, 640), (1024, 768), (1280, 720), (1280, 800), (1366, 768), (1920, 1080))


def keys() -> list[tuple[Qt.Key, Qt.KeyboardModifier]]:
    """What controls take themselves, and every shortcut that the help tells: a new one is pressed at once."""
    told = [QKeySequence(name)[0] for line in help_keys.KEYS for name in line.bound]  # type: ignore[index]
    return [*PLAIN, *((key.key(), key.keyboardModifiers()) for key in told)]


class RandomUser:
    """Clicks, types and presses keys at random, the same for the same seed."""

    def __init__(self, app: App, seed: int) -> None:
        self.hand = Hand(app)
        self.random = random.Random(seed)
        self.keys = keys()
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
        key, modifiers = self.random.choice(self.keys)
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
        self.hand.app.frame.resize(*size)
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


def focus_of(window: QWidget) -> QWidget | None:
    """Who has the focus; with no window manager nobody makes the window active again after a dialog of the system."""
    active = QApplication.activeWindow() is not None
    return QApplication.focusWidget() if active else window.focusWidget()


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
                assert focus_of(user.hand.window) is not None, f"seed {seed}, step {number}: no focus:\n  {told}"
    closer.stop()


def test_two_hundred_random_steps(app: App) -> None:
    soak(app, seed=20261123, steps=200)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(3))
def test_six_hundred_random_steps(app: App, seed: int) -> None:
    soak(app, seed, steps=600)


# --- memory

STATM = Path("/proc/self/statm")
WARM, MEASURED, MOST_GROWN = 200, 600, 10 * 2**20  # steps, steps, bytes


class Navigator:
    """Goes from page to page by the slots of the session, many times faster than a hand."""

    def __init__(self, app: App, guideline: Guideline) -> None:
        self.app, self.guideline, self.random = app, guideline, random.Random(20261125)
        self.articles = ("red-flags", "score.dn4", "about", "landmarks", "help")
        self.medicines = [t.id for t in guideline.treatments.values() if t.schedules]

    def see_all(self) -> None:
        """Every stage and every treatment once: the pools of widgets are then as large as the largest page."""
        for id in self.guideline.nodes:
            self.app.session.open_node(id)
        for id in self.guideline.treatments:
            self.app.session.open_treatment(id)
        settle()

    def go(self, steps: int) -> None:
        """So many steps; each is shown."""
        for _step in range(steps):
            self._step()
            settle()

    def _step(self) -> None:
        session, chance, guideline = self.app.session, self.random, self.guideline
        match chance.randrange(12):
            case 0 | 1:
                session.open_node(chance.choice(list(guideline.nodes)))
            case 2 | 3:
                session.open_treatment(chance.choice(list(guideline.treatments)))
            case 4:
                session.open_treatment(chance.choice(self.medicines))
                session.open_plan()
            case 5:
                session.open_article(chance.choice(self.articles))
            case 6:
                session.answer(chance.choice(list(guideline.factors)), chance.choice(("yes", "no", "60", "")))
            case 7:
                session.open_document(f"leaflet.{chance.choice(('pregabalin', 'duloxetine'))}")
            case 8:
                session.back()
            case 9:
                session.open_map()
            case 10:
                session.search(chance.choice(("gaba", "rein", "duloxetine")))
            case _:
                self.app.preferences.turn_theme()


def resident() -> int:
    """The memory of this process that is in use, in bytes."""
    gc.collect()
    return int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.sweep
@pytest.mark.skipif(not STATM.exists(), reason="the system does not say how much memory is in use")
def test_a_day_of_navigation_grows_by_little(app: App, guideline: Guideline) -> None:
    """After pools and caches are warm: at most 10 MB (documents that Qt kept were 250). Tells how many widgets more."""
    walker = Navigator(app, guideline)
    walker.see_all()
    walker.go(WARM)
    widgets, before = len(QApplication.allWidgets()), resident()
    walker.go(MEASURED)
    grown = resident() - before
    print(f"{MEASURED} steps: {grown / 2**20:.1f} MB, {len(QApplication.allWidgets()) - widgets} widgets more")
    assert grown <= MOST_GROWN
