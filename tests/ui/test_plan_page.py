"""The dosing calendar in the window: opened by a button or a key, edited in its table, saved where the doctor says."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from navigator.ui.app import App
from navigator.ui.plan_page import PlanPage
from tests.ui.hand import CTRL, Hand
from tests.ui.looking import settle

PATIENT = ("age=60", "crcl=50", "taking=none", "others=no")


@pytest.fixture
def hand(app: App) -> Hand:
    return Hand(app)


@pytest.fixture
def page(hand: Hand) -> PlanPage:
    hand.app.session.open_at("diffuse.first-line", PATIENT)
    hand.app.session.open_treatment("pregabalin")
    settle()
    hand.key(Qt.Key.Key_D, CTRL)
    shown = hand.window.pages.plan_page
    assert shown.isVisible()
    return shown


def totals(page: PlanPage) -> list[str]:
    model = page.grid.plan
    return [model.index(row, 7).data().replace("\u00a0", " ") for row in range(model.rowCount())]


def cell(hand: Hand, page: PlanPage, row: int, column: int, text: str) -> None:
    """Go to a cell by keyboard, type over it and press Enter."""
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.plan.index(row, column))
    hand.key(Qt.Key.Key_Return)
    editor = page.grid.findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    hand.key(Qt.Key.Key_Return)
    settle()


def test_the_button_of_the_treatment_opens_it_and_close_goes_back(hand: Hand, page: PlanPage) -> None:
    assert totals(page) == ["75 mg", "100 mg", "125 mg", "150 mg"]
    hand.click(page.bar.back)
    assert hand.window.treatment_page.isVisible()
    button = next(b for b in hand.window.treatment_page.head.tools.buttons() if "Calendrier" in b.accessibleName())
    hand.click(button)
    assert page.isVisible()


def test_a_cell_is_typed_in_by_keyboard_and_a_limit_is_said(hand: Hand, page: PlanPage) -> None:
    cell(hand, page, 3, 7, "175")
    assert totals(page)[-1] == "175 mg"
    assert page.tools.reset.isVisible()
    cell(hand, page, 0, 3, "2")
    assert "avant de monter" in page.tools.error.text()
    hand.click(page.tools.reset)
    assert totals(page)[-1] == "150 mg"
    assert not page.tools.error.isVisible()


def test_steps_are_added_and_removed_at_the_cursor(hand: Hand, page: PlanPage) -> None:
    page.grid.setCurrentIndex(page.grid.plan.index(3, 0))
    hand.click(page.tools.add)
    assert totals(page)[-1] == "175 mg"
    page.grid.setCurrentIndex(page.grid.plan.index(4, 0))
    hand.click(page.tools.remove)
    assert totals(page)[-1] == "150 mg"


def test_the_target_is_picked_and_the_first_day_typed_or_picked(hand: Hand, page: PlanPage) -> None:
    hand.pick(page.choices["target"].combo, 1)
    assert totals(page)[-1] == "175 mg"
    page.start.edit.setFocus()
    page.start.edit.setText("31/02/2027")
    hand.key(Qt.Key.Key_Return)
    assert "calendrier" in page.start.error.text()
    popup = page.start.open_calendar()
    popup.calendar.setSelectedDate(popup.calendar.selectedDate().addDays(1))
    popup.calendar.activated.emit(popup.calendar.selectedDate())
    settle()
    assert not page.start.error.isVisible()
    assert page.start.edit.text() != "31/02/2027"


def test_the_taper_unfolds_and_nothing_opens_a_window_of_its_own(hand: Hand, page: PlanPage) -> None:
    assert page.taper.grid.isHidden()
    hand.click(page.taper.fold)
    assert page.taper.grid.isVisible()
    assert page.taper.grid.window() is hand.app.frame


def test_the_text_is_copied(hand: Hand, page: PlanPage) -> None:
    hand.click(page.bar.copy)
    assert "plan de titration" in QGuiApplication.clipboard().text()
    assert "copié" in page.bar.copy.text()


@pytest.mark.parametrize(("button", "begins"), [("calendar", b"BEGIN:VCALENDAR"), ("pdf", b"%PDF-")])
def test_a_file_is_written_where_the_doctor_says(
    hand: Hand, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, begins: bytes
) -> None:
    proposed: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / Path(path).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    hand.click(getattr(page.bar, button))
    written = tmp_path / Path(proposed[0]).name
    assert written.read_bytes().startswith(begins)
    assert written.name.startswith("plan-pregabalin.")
    assert str(written) in page.bar.said.text()


def test_a_folder_that_is_gone_is_said_on_the_page(
    hand: Hand, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "gone" / "plan.ics"), ""))
    hand.click(page.bar.calendar)
    assert "plan.ics" in page.bar.said.text()


def test_what_is_missing_leads_to_its_field(hand: Hand) -> None:
    hand.app.session.open_treatment("gabapentin")
    hand.app.session.open_plan()
    settle()
    page = hand.window.pages.plan_page
    assert not page.grid.isVisible()
    assert not page.bar.copy.isVisible()
    hand.click(page.alerts.boxes()[0].action)
    assert hand.window.focusWidget() is not None
    assert hand.window.patient_panel.isAncestorOf(hand.window.focusWidget())
