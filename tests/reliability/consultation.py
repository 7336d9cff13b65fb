"""The real app in a process of its own: a hand walks a whole consultation, tells what it saw, and ends as it was asked.

`python -m tests.reliability.consultation END [FOLDER]`. Enters by the door of users, `navigator`, so that everything a
start does is done. One line of JSON on standard output (`Seen`) comes before the end. Documents are saved in `FOLDER`.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

SOCKETS: list[str] = []


def _hear(event: str, _arguments: object) -> None:
    if event.startswith("socket."):
        SOCKETS.append(event)


sys.addaudithook(_hear)  # before anything of the app is imported

from PySide6.QtCore import Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog  # noqa: E402

from navigator.__main__ import main  # noqa: E402
from navigator.ui import app as composition  # noqa: E402
from navigator.ui.outcome_parts import OutcomeButton  # noqa: E402
from tests.ui.hand import CTRL, SHIFT, Hand  # noqa: E402
from tests.ui.looking import settle  # noqa: E402

WEIGHT, DOSE, NAME = "61,37", "317", "Canarinette"  # what is typed of the patient, and found nowhere afterwards
ENDS = ("close", "exception", "SIGSEGV", "SIGKILL")
PRINT = "print"  # an end of its own: close, after Print was pressed


@dataclass(frozen=True)
class Seen:
    """What the consultation came to, and what the process had loaded and asked of the network by then."""

    note: str
    code: str
    saved: tuple[str, ...]
    sockets: tuple[str, ...]
    modules: tuple[str, ...]
    libraries: tuple[str, ...]


class Walk:
    """The consultation, key by key and click by click."""

    def __init__(self, app: composition.App, folder: Path | None) -> None:
        self.app, self.folder, self.hand = app, folder, Hand(app)
        self.saved: list[str] = []

    def whole(self) -> str:
        """All of it; the note."""
        self._patient()
        self._pages()
        self._plan()
        self._documents()
        self.hand.app.frame.activateWindow()  # off the screen nobody does after a dialog
        settle()
        self.hand.key(Qt.Key.Key_C, CTRL | SHIFT)
        return QApplication.clipboard().text()

    def _patient(self) -> None:
        hand = self.hand
        if hand.window.tour.isVisible():
            hand.key(Qt.Key.Key_Escape)
        hand.choose(1)
        for factor, text in (("age", "72"), ("weight", WEIGHT), ("creatinine", "128")):
            hand.type(hand.number(factor).edit, text)
            hand.key(Qt.Key.Key_Tab)
        hand.key(Qt.Key.Key_F2)
        hand.write("femme")
        hand.key(Qt.Key.Key_Return)
        hand.key(Qt.Key.Key_F3)
        bar = hand.window.stage_page.outcome
        bar.trial.setCurrentIndex(bar.trial.findData("gabapentin"))
        bar.trial.activated.emit(bar.trial.currentIndex())
        settle()
        hand.type(bar.dose, DOSE)
        hand.type(bar.weeks, "6")
        hand.click(hand.find(hand.window.stage_page, OutcomeButton, "no-relief"))

    def _pages(self) -> None:
        for key, modifiers in ((Qt.Key.Key_M, CTRL), (Qt.Key.Key_F1, None), (Qt.Key.Key_Comma, CTRL)):
            self.hand.key(key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.hand.key(Qt.Key.Key_K, CTRL)
        self.hand.write("duloxetine")
        self.hand.key(Qt.Key.Key_Return)
        for article in ("red-flags", "score.dn4", "about", "landmarks"):
            self.app.session.open_article(article)
            settle()
        self.hand.key(Qt.Key.Key_T, CTRL)

    def _plan(self) -> None:
        self.app.session.open_treatment("pregabalin")
        self.hand.key(Qt.Key.Key_D, CTRL)
        page = self.hand.window.pages.plan_page
        assert page.isVisible(), "no plan on the screen"
        for kind in ("pdf", "ics"):
            self._saving(f"plan.{kind}", partial(page.file_asked.emit, kind))

    def _documents(self) -> None:
        page = self.hand.window.pages.document_page
        for id in ("leaflet.pregabalin", "large-leaflet.pregabalin", "letter", "note"):
            self.app.session.open_document(id)
            settle()
            assert page.isVisible(), f"no {id} on the screen"
            if page.letter.isVisible():
                page.letter.setPlainText(f"{page.letter.toPlainText()}\n\n{NAME}")
            self._saving(f"{id}.pdf", partial(page._act, "save"))

    def _saving(self, name: str, save: Callable[[], object]) -> None:
        """The file dialog opens in any case: it must leave no trace either. Without a folder it is sent away."""
        if self.folder is None:
            QTimer.singleShot(0, _dismiss)
            save()
        else:
            with _answered(self.folder / name):
                save()
            assert (self.folder / name).is_file(), f"{name} was not saved"
            self.saved.append(name)


@contextmanager
def _answered(path: Path) -> Iterator[None]:
    asked = QFileDialog.getSaveFileName
    QFileDialog.getSaveFileName = lambda *_words: (str(path), "")  # type: ignore[method-assign]
    try:
        yield
    finally:
        QFileDialog.getSaveFileName = asked  # type: ignore[method-assign]


def _dismiss() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    else:
        QTimer.singleShot(20, _dismiss)


def _libraries() -> tuple[str, ...]:
    """The shared libraries in this process; none where the system does not say."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return ()
    names = (
        line.split()[-1]
        for line in maps.read_text(encoding="utf-8").splitlines()
        if line.endswith(".so") or ".so." in line
    )
    return tuple(sorted({Path(name).name for name in names}))


def _tell(walk: Walk, note: str) -> None:
    code = note.strip().splitlines()[-1].split(":")[-1].strip()
    modules = tuple(sorted(sys.modules))
    seen = Seen(note, code, tuple(walk.saved), tuple(SOCKETS), modules, _libraries())
    print(json.dumps(asdict(seen)), flush=True)


def _end(app: composition.App, end: str) -> None:
    if end == "exception":
        QTimer.singleShot(0, _fail)
        QTimer.singleShot(50, _dismiss)
        QTimer.singleShot(500, app.frame.close)
    elif end in ("SIGSEGV", "SIGKILL"):
        os.kill(os.getpid(), getattr(signal, end))
    else:
        app.frame.close()


def _fail() -> None:
    raise ValueError("a fault of the app itself")


def _press_print(walk: Walk) -> None:
    """Print, and send the system's dialog away; the page of a document is on the screen."""
    walk.app.session.open_document("leaflet.pregabalin")
    settle()
    QTimer.singleShot(0, _dismiss)
    walk.hand.key(Qt.Key.Key_P, CTRL)


def consult(end: str, folder: Path | None) -> int:
    """Open the app as a user does, walk, end; the exit code."""

    class Driven(composition.App):
        def greet(self) -> None:
            super().greet()
            QTimer.singleShot(0, self._walk)

        def _walk(self) -> None:
            walk = Walk(self, folder)
            try:
                note = walk.whole()
                if end == PRINT:
                    _press_print(walk)
                _tell(walk, note)
            except BaseException:
                sys.__excepthook__(*sys.exc_info())
                os._exit(70)  # the walk itself went wrong: no end of those that were asked for
            _end(self, end)

    composition.App = Driven  # type: ignore[misc]
    return main([])


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(consult(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
