"""The window of the system: empty at first, then the home of what the app shows."""

import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from navigator.guideline.model import Guideline
from navigator.pages.settings import Settings
from navigator.policy import Policy
from navigator.ui import app as composition
from navigator.ui import settings, tokens
from navigator.ui.app import App
from navigator.ui.flow import Flow
from navigator.ui.fonts import write_name
from navigator.ui.number_field import NumberField
from navigator.ui.opening import make_frame
from navigator.ui.patient_panel import PatientPanel
from tests.ui.conftest import TODAY, close, show
from tests.ui.hand import Hand
from tests.ui.looking import settle


@pytest.fixture
def hand(app: App) -> Hand:
    """A user's hand on the running app."""
    return Hand(app)


@pytest.mark.parametrize(("theme", "policy"), [("light", ""), ("dark", ""), ("contrast", ""), ("light", "dark")])
def test_the_empty_window_wears_what_was_chosen_or_fixed(
    qapp: QApplication, tmp_path: Path, theme: str, policy: str
) -> None:
    file = tmp_path / "settings.json"
    settings.write(file, Settings(theme=theme))
    frame = make_frame(qapp, file, Policy(theme=policy))
    write_name(frame)
    frame.show()
    settle()
    image = frame.grab().toImage()
    colours = tokens.MODES[policy or theme]
    assert image.pixelColor(20, 10).name().upper() == colours["surface"]
    assert image.pixelColor(20, 300).name().upper() == colours["bg"]
    assert [label.text() for label in frame.findChildren(QLabel)] == ["Navigateur"]
    frame.close()
    frame.deleteLater()


def test_what_the_app_shows_takes_the_place_of_the_empty_page(
    qapp: QApplication, guideline: Guideline, settings_file: Path
) -> None:
    frame = make_frame(qapp, settings_file, Policy())
    write_name(frame)
    frame.show()
    settle()
    made = App(qapp, guideline, TODAY, settings_file, frame=frame)
    settle()
    assert frame.windowTitle() == made.window.windowTitle()
    assert made.window.isVisible()
    assert made.window.size() == frame.size()
    assert [w for w in frame.children() if w.isWidgetType()] == [made.window]
    close(made)


def test_another_language_keeps_the_window_where_and_how_it_is(hand: Hand) -> None:
    frame = hand.app.frame
    frame.showMaximized()
    settle()
    size = frame.size()
    hand.click(hand.window.top_bar.language_button)
    settle()
    assert hand.app.frame is frame
    assert frame.isMaximized()
    assert (frame.size(), hand.window.size()) == (size, size)
    assert frame.windowTitle() == hand.window.windowTitle()


def test_the_patient_is_seen_in_the_window_of_the_other_language(hand: Hand) -> None:
    hand.choose(1)
    hand.app.session.tell("72 ans, 61 kg")
    hand.click(hand.window.top_bar.language_button)
    settle()
    panel = hand.window.findChild(PatientPanel)  # as it is seen: nobody asked for it
    assert isinstance(panel, PatientPanel)
    assert panel.isVisible()
    ages = [field.edit.text() for field in panel.findChildren(NumberField, "age")]
    assert ages == ["72"]


def test_a_window_closed_while_the_app_loads_ends_it(
    qapp: QApplication, guideline: Guideline, settings_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composition, "settings_file", lambda: settings_file)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    frame = make_frame(qapp, settings_file, Policy())
    frame.show()
    frame.close()
    assert composition.run(qapp, frame, guideline, TODAY) == 0
    frame.deleteLater()


def test_a_key_while_nothing_has_the_focus_is_heard(hand: Hand) -> None:
    hand.window.open_search()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    focused.clearFocus()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(hand.app.frame, press)
    assert not hand.window.search.isVisible()


def test_the_title_follows_the_page(hand: Hand) -> None:
    hand.choose(1)
    assert hand.app.frame.windowTitle() == hand.window.windowTitle()
    assert "Première ligne" in hand.app.frame.windowTitle()


def test_closing_the_frame_closes_what_is_in_it(qapp: QApplication, guideline: Guideline, settings_file: Path) -> None:
    made = App(qapp, guideline, TODAY, settings_file)
    show(made)
    made.frame.close()
    assert not made.window.isVisible()
    close(made)


def test_what_is_shown_outlives_the_window_of_the_language_before(hand: Hand) -> None:
    for _turn in range(2):
        hand.key(Qt.Key.Key_F2)  # the drawer: Tab goes round in it, F6 leaves it
        hand.key(Qt.Key.Key_Tab)
        hand.key(Qt.Key.Key_Escape)
        hand.key(Qt.Key.Key_F6)
        hand.click(hand.window.top_bar.language_button)
        settle()
    flows = hand.window.findChildren(Flow)
    items = [flow.itemAt(place) for flow in flows for place in range(flow.count())]
    assert items
    assert [item for item in items if not shiboken6.isValid(item)] == []
    hand.key(Qt.Key.Key_F2)
    assert hand.window.drawer.isVisible()
