"""What the tests of the window share: the application as it starts, a theme, and a running App of its own settings."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from navigator.guideline.model import Guideline
from navigator.pages.settings import Settings
from navigator.ui import settings
from navigator.ui.app import App
from navigator.ui.opening import make_application
from navigator.ui.theme import Theme

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """The application is made and dressed as the app does it: with our fonts and style."""

    def made(arguments: list[str]) -> QApplication:
        qt = make_application(arguments)
        Theme().apply(qt)
        return qt

    return made


@pytest.fixture(autouse=True)
def _exceptions_fail(pytestconfig: pytest.Config) -> None:
    """pytest-qt fails a test in which a slot or an overridden method of Qt raised; it must not be switched off."""
    assert not pytestconfig.getini("qt_no_exception_capture")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, applied."""
    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Where the settings of the running app lie: French, light, whatever this machine speaks."""
    file = tmp_path / "config" / "settings.json"
    settings.write(file, Settings(language="fr", theme="light", toured=True))
    return file


@pytest.fixture
def app(qapp: QApplication, guideline: Guideline, settings_file: Path) -> Iterator[App]:
    """The running app on its start page, 1280 × 800."""
    made = App(qapp, guideline, TODAY, settings_file)
    show(made)
    yield made
    close(made)


def show(app: App) -> None:
    """Put the window of `app` on the screen."""
    app.frame.resize(1280, 800)
    app.frame.show()
    app.frame.activateWindow()
    QApplication.processEvents()


def close(app: App) -> None:
    """Close the window of `app` and let Qt delete it."""
    app.frame.close()
    app.frame.deleteLater()
    app.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
