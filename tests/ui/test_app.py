"""The running app: what it remembers, what it forgets, and what it does when something is wrong."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.sitting import Sitting
from navigator.ui.app import App
from navigator.ui.number_field import NumberField
from navigator.ui.opening import settings_file
from navigator.ui.reporter import Reporter
from tests.ui.conftest import close, show
from tests.ui.hand import ALT, CTRL, Hand
from tests.ui.looking import settle
from tests.ui.seeing import said

CANARY = "173"
TODAY = date(2026, 11, 23)


@pytest.fixture
def hand(app: App) -> Hand:
    return Hand(app)


def kept(file: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return found


# --- language, theme, text size


def test_another_language_is_another_window_and_the_same_consultation(hand: Hand, settings_file: Path) -> None:
    hand.choose(1)
    hand.type(hand.number("age").edit, "58")
    hand.key(Qt.Key.Key_Tab)
    hand.click(hand.window.stage_page.cards["duloxetine"])
    french = hand.window
    title = french.windowTitle()
    hand.click(french.top_bar.language_button)
    english = hand.window
    assert english is not french
    assert english.windowTitle() != title
    assert english.treatment_page.isVisible()
    assert hand.number("age").edit.text() == "58"
    assert kept(settings_file)["language"] == "en"
    assert "years" in said(english.patient_panel) or hand.number("age").field.unit == "years"
    hand.key(Qt.Key.Key_Left, ALT)
    assert english.stage_page.isVisible()


def test_the_window_of_the_other_language_goes_away(hand: Hand) -> None:
    before = len(QApplication.topLevelWidgets())
    place = hand.window.geometry()
    for _ in range(6):
        hand.click(hand.window.top_bar.language_button)
    assert len(QApplication.topLevelWidgets()) <= before
    assert hand.window.geometry() == place


def test_theme_and_text_size_are_worn_at_once_and_remembered(
    hand: Hand, qapp: QApplication, guideline: Guideline, settings_file: Path
) -> None:
    theme = hand.app.theme
    plain = hand.window.grab().toImage()
    hand.click(hand.window.top_bar.theme_button)
    assert theme.mode == "dark"
    assert hand.window.grab().toImage() != plain
    hand.key(Qt.Key.Key_Plus, CTRL)
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert theme.zoom == 1.25
    assert hand.window.top_bar.height() == theme.px(56) == 70
    assert hand.window.patient_panel.width() == theme.px(320)
    assert kept(settings_file)["theme"] == "dark"
    assert kept(settings_file)["zoom"] == 125
    again = App(qapp, guideline, TODAY, settings_file)
    assert (again.theme.mode, again.theme.zoom, again.language()) == ("dark", 1.25, Language.FR)
    close(again)
    hand.key(Qt.Key.Key_0, CTRL)
    assert kept(settings_file)["zoom"] == 100


def test_the_reading_is_remembered(hand: Hand, settings_file: Path) -> None:
    combo = hand.window.start_page.reading
    hand.pick(combo, combo.findData("sfetd-2020"))
    assert kept(settings_file)["reading"] == "sfetd-2020"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"language": 3, "theme": true, "zoom": "big", "reading": null}',
        b'{"language": "tlh", "theme": "pink", "zoom": 100000, "reading": "nobody"}',
        b'{"zoom": -5}',
        b'{"zoom": 0}',
        b"[" * 100_000,
    ],
)
def test_a_broken_settings_file_gives_the_defaults(
    qapp: QApplication, guideline: Guideline, tmp_path: Path, text: bytes
) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(text)
    made = App(qapp, guideline, TODAY, file)
    show(made)
    assert made.theme.zoom == 1
    assert made.theme.mode in ("light", "dark")
    assert made.session.desk.moment.reading == guideline.reading
    assert made.window.start_page.isVisible()
    close(made)


def test_settings_that_cannot_be_written_stop_nothing(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    made = App(qapp, guideline, TODAY, tmp_path / "taken" / "settings.json")
    show(made)
    Hand(made).click(made.window.top_bar.theme_button)
    assert made.frame.isVisible()
    close(made)


# --- what is never kept


def test_nothing_of_the_patient_reaches_the_disk(
    qapp: QApplication, guideline: Guideline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    assert settings_file().is_relative_to(tmp_path)
    made = App(qapp, guideline, TODAY, settings_file())
    show(made)
    hand = Hand(made)
    hand.choose(1)
    hand.type(hand.number("creatinine").edit, CANARY)
    hand.key(Qt.Key.Key_Tab)
    assert made.session.desk.moment.patient.answers["creatinine"] == int(CANARY)
    hand.click(made.window.stage_page.cards["duloxetine"])
    for button in ("theme_button", "language_button"):
        hand.click(getattr(hand.window.top_bar, button))
    hand.key(Qt.Key.Key_K, CTRL)
    hand.write(CANARY)
    close(made)
    files = [f for f in tmp_path.rglob("*") if f.is_file()]
    assert settings_file() in files, "nothing was remembered: the search would prove nothing"
    holding = [f for f in files if re.search(rb"(?<!\d)173(?!\d)", f.read_bytes())]
    assert holding == []


def test_a_new_patient_finds_nothing_and_undo_brings_nothing_back(hand: Hand) -> None:
    hand.choose(1)
    hand.type(hand.number("creatinine").edit, CANARY)
    hand.key(Qt.Key.Key_Tab)
    hand.type(hand.number("weight").edit, "9999")
    hand.key(Qt.Key.Key_Tab)
    assert hand.number("weight").field.state == "invalid"
    hand.click(hand.window.patient_panel.clear_button)
    assert hand.window.start_page.isVisible()
    for key, modifiers in ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Left, ALT), (Qt.Key.Key_Right, ALT)):
        hand.key(key, modifiers)
        assert hand.window.start_page.isVisible()
        assert not hand.window.top_bar.back_button.isEnabled()
        assert hand.app.session.desk.moment.patient.answers == {}
    hand.choose(2)
    texts = [f.edit.text() for f in hand.window.patient_panel.findChildren(NumberField)]
    assert texts == [""] * len(texts)
    assert CANARY not in said(hand.window.patient_panel)


# --- when the app itself is wrong


class Wrong(Exception):
    """A programmer's mistake."""


def test_a_mistake_is_said_in_a_sentence_and_the_consultation_goes_on(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object) -> None:
        raise Wrong("in a slot")

    seen: list[Qt.TextFormat] = []
    sentences: list[str] = []

    def accept() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            seen.append(box.textFormat())
            sentences.extend(label.text() for label in box.findChildren(QLabel))
            hand.window.help_asked.emit()  # another mistake meanwhile: no second box
            QTest.keyClick(box, Qt.Key.Key_Return)

    hand.choose(1)
    monkeypatch.setattr(sys, "excepthook", Reporter(hand.app.language))
    monkeypatch.setattr(Sitting, "open_help", broken)
    monkeypatch.setattr(Sitting, "home", broken)
    QTimer.singleShot(50, accept)
    hand.click(hand.window.top_bar.home_button)
    assert seen == [Qt.TextFormat.PlainText]
    assert any("La consultation reste ouverte" in sentence for sentence in sentences)
    assert capsys.readouterr().err.count("Wrong: in a slot") == 2
    hand.click(hand.window.stage_page.cards["duloxetine"])
    assert hand.window.treatment_page.isVisible()


# --- the end


def test_closing_leaves_nothing_behind(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> None:
    before = set(QApplication.topLevelWidgets())
    made = App(qapp, guideline, TODAY, tmp_path / "settings.json")
    show(made)
    hand = Hand(made)
    hand.choose(1)
    hand.pick(made.window.stage_page.outcome.trial, 0)
    hand.key(Qt.Key.Key_K, CTRL)
    made.frame.close()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []
    close(made)
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert set(QApplication.topLevelWidgets()) - before == set()
