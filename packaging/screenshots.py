"""Takes the pictures of the README and the guide from the real window, offscreen, so that they are never stale."""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from navigator import paths
from navigator.guideline.loader import load
from navigator.ui.app import App, make_application

FACTS = (
    "age=72",
    "sex=female",
    "weight=61",
    "creatinine=96",
    "taking=ssri,none",
    "angle_closure_glaucoma=yes",
    "driver=private",
    "others=no",
)


def settle(milliseconds: int = 250) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(qt: QApplication, app: App, folder: Path) -> None:
    window = app.window
    window.resize(1280, 800)
    window.show()
    shots = (
        ("start", app.session.home),
        ("stage", lambda: app.session.open_at("diffuse.first-line", FACTS)),
        ("treatment", lambda: app.session.open_treatment("gabapentin")),
    )
    for name, go in shots:
        go()
        settle()
        window.grab().save(str(folder / f"{name}.png"))
    del qt


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    guideline = load(paths.content()).guideline
    assert guideline is not None
    qt = make_application(sys.argv[:1])
    with TemporaryDirectory() as private:
        take(qt, App(qt, guideline, date(2026, 11, 23), Path(private) / "settings.json"), folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
