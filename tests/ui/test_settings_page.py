"""What can be chosen, what an administrator has fixed, and the first start."""

import gc
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.settings import Settings
from navigator.policy import Policy
from navigator.ui import settings
from navigator.ui.app import App
from navigator.ui.choice_pills import Pill
from navigator.ui.settings_page import SettingsPage
from tests.ui.conftest import close, show
from tests.ui.hand import CTRL, Hand
from tests.ui.looking import settle
from tests.ui.seeing import focused, said

TODAY = date(2026, 11, 23)


@pytest.fixture
def hand(app: App) -> Hand:
    return Hand(app)


@pytest.fixture
def fixed(qapp: QApplication, guideline: Guideline, settings_file: Path) -> Iterator[Hand]:
    """The window of a machine whose administrator has fixed something."""
    policy = Policy(language="fr", reading="sfetd-2020", theme="dark", patient_panel=False, idle_minutes=3)
    made = App(qapp, guideline, TODAY, settings_file, policy=policy)
    show(made)
    yield Hand(made)
    close(made)


def opened(hand: Hand) -> SettingsPage:
    hand.click(hand.window.top_bar.settings_button)
    assert hand.window.pages.settings_page.isVisible()
    return hand.window.pages.settings_page


def pill(page: SettingsPage, choice: str, option: str) -> Pill:
    found = page.line(choice).findChild(Pill, option)
    assert isinstance(found, Pill)
    return found


def test_ctrl_comma_opens_it_and_the_way_back_keeps_the_consultation(hand: Hand) -> None:
    hand.choose(1)
    hand.key(Qt.Key.Key_Comma, CTRL)
    assert hand.window.pages.settings_page.isVisible()
    hand.click(hand.window.pages.settings_page.bar.moves.buttons()[0])
    assert hand.window.stage_page.isVisible()


def test_each_choice_takes_effect_at_once_and_is_kept(hand: Hand, settings_file: Path) -> None:
    page, theme = opened(hand), hand.app.theme
    hand.click(pill(page, "theme", "contrast"))
    assert theme.mode == "contrast"
    assert pill(page, "theme", "contrast").isChecked()
    assert not pill(page, "theme", "light").isChecked()
    hand.click(pill(page, "theme", "contrast"))
    assert pill(page, "theme", "contrast").isChecked(), "pressed again it stays chosen"
    hand.click(pill(page, "font", "system"))
    assert theme.family != "IBM Plex Sans"
    hand.pick(page.line("zoom").combo, 4)
    assert theme.zoom == 1.25
    hand.pick(page.line("reading").combo, page.line("reading").combo.findData("sfetd-2020"))
    assert hand.app.session.desk.moment.reading == "sfetd-2020"
    kept = json.loads(settings_file.read_text(encoding="utf-8"))
    assert (kept["theme"], kept["font"], kept["zoom"], kept["reading"]) == ("contrast", "system", 125, "sfetd-2020")
    hand.click(page.restore_button)
    assert (theme.zoom, theme.family) == (1.0, "IBM Plex Sans")
    assert hand.app.session.desk.moment.reading != "sfetd-2020"


def test_the_unit_of_the_laboratory_is_chosen_once(hand: Hand, settings_file: Path) -> None:
    page = opened(hand)
    hand.click(pill(page, "creatinine", "mg/L"))
    assert settings.read(settings_file).creatinine == "mg/L"
    field = hand.number("creatinine")
    hand.type(field.edit, "12")
    hand.key(Qt.Key.Key_Tab)
    assert hand.app.session.desk.moment.patient.answers["creatinine"] == Decimal("106.1")
    hand.click(field.edit.unit_button)
    assert settings.read(settings_file).creatinine == "mg/dL", "pressed in the field it is kept as well"


def test_the_language_changes_and_the_page_stays(hand: Hand) -> None:
    hand.click(pill(opened(hand), "language", "en"))
    assert hand.app.language() is Language.EN
    assert hand.window.pages.settings_page.title.text() == "Settings"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    hand.click(pill(hand.window.pages.settings_page, "language", "fr"))
    assert hand.window.pages.settings_page.title.text() == "Réglages"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_the_arrows_walk_along_the_pills(hand: Hand) -> None:
    page = opened(hand)
    pill(page, "theme", "light").setFocus(Qt.FocusReason.TabFocusReason)
    hand.key(Qt.Key.Key_Right)
    assert focused() is pill(page, "theme", "dark")
    hand.key(Qt.Key.Key_Return)
    assert hand.app.theme.mode == "dark"


def test_what_is_fixed_is_locked_with_the_reason(fixed: Hand) -> None:
    page = opened(fixed)
    for name in ("language", "theme", "reading"):
        line = page.line(name)
        assert "Fixé par l’administrateur" in said(line)
        assert not (line.pills if line.pills.isVisible() else line.combo).isEnabled()
    assert page.line("zoom").combo.isEnabled()
    assert fixed.app.theme.mode == "dark"
    fixed.key(Qt.Key.Key_T, CTRL)
    assert fixed.app.theme.mode == "dark"
    assert "Fixé par l’administrateur" in said(fixed.window.notice)
    assert fixed.window.notice.undo_button.isHidden(), "there is nothing to undo"


def test_reference_mode_has_no_patient_anywhere(fixed: Hand) -> None:
    fixed.choose(1)
    window = fixed.window
    assert not window.patient_panel.isVisible()
    assert not window.top_bar.patient_button.isVisible()
    fixed.key(Qt.Key.Key_F2)
    assert not window.drawer.isVisible()
    assert not window.stage_page.outcome.isVisible()
    cards = [c for c in window.stage_page.cards.values() if c.isVisible()]
    assert cards
    assert all("Non évalué" in said(card) or "Non évalué" in card.accessibleName() for card in cards)
    assert "manque" not in said(window.stage_page)


def test_an_idle_consultation_is_cleared_with_a_sentence(fixed: Hand) -> None:
    fixed.choose(1)
    idle, now = fixed.app.idle, [0.0]
    assert idle is not None
    idle._clock = lambda: now[0]
    fixed.key(Qt.Key.Key_Shift)
    now[0] = 170.0
    idle.look()
    assert fixed.app.session.desk.moment.walk.steps
    now[0] = 181.0
    idle.look()
    settle()
    assert not fixed.app.session.desk.moment.walk.steps
    assert fixed.window.start_page.isVisible()
    assert "Sans activité depuis 3" in said(fixed.window.notice).replace("\u00a0", " ")


def test_a_policy_that_is_wrong_is_told_on_the_start_page(
    qapp: QApplication, guideline: Guideline, tmp_path: Path
) -> None:
    made = App(qapp, guideline, TODAY, tmp_path / "s.json", policy=Policy(reading="nobody", language="fr"))
    show(made)
    assert "« nobody »" in said(made.window.start_page).replace("\u00a0", " ")
    assert made.session.desk.moment.reading == guideline.reading
    close(made)


def test_settings_not_written_are_told_once(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    made = App(qapp, guideline, TODAY, tmp_path / "taken" / "settings.json", policy=Policy(language="fr"))
    show(made)
    hand = Hand(made)
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert "pour cette séance seulement" in said(made.window.notice)
    made.window.notice.hide()
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert made.window.notice.isHidden()
    close(made)


# --- the border of the panel


def test_the_border_of_the_panel_is_drawn_kept_and_put_back(hand: Hand, settings_file: Path) -> None:
    hand.choose(1)
    panel, edge = hand.window.patient_panel, hand.window.edge
    before = panel.width()
    middle = QPoint(3, 300)
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(edge, middle - QPoint(60, 0))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=middle - QPoint(60, 0))
    settle()
    assert panel.width() > before
    assert settings.read(settings_file).panel == panel.width()
    hand.app.preferences.keep_panel(5000)
    assert panel.width() == 440, "within limits"
    QTest.mouseDClick(edge, Qt.MouseButton.LeftButton, pos=middle)
    assert panel.width() == before
    assert settings.read(settings_file).panel == 0


def test_the_border_of_the_panel_is_moved_by_keys(hand: Hand, settings_file: Path) -> None:
    hand.choose(1)
    panel, edge = hand.window.patient_panel, hand.window.edge
    before = panel.width()
    edge.setFocus()
    hand.key(Qt.Key.Key_Left)
    assert panel.width() == before + 16
    assert settings.read(settings_file).panel == before + 16
    assert edge.hasFocus()
    spoken = QAccessible.queryAccessibleInterface(edge)
    assert spoken.role() is QAccessible.Role.Slider
    assert edge.value() == before + 16
    edge.setValue(before + 48)  # as a screen reader does
    assert panel.width() == before + 48
    hand.key(Qt.Key.Key_Home)
    assert panel.width() == before


# --- the first start


def test_the_tour_is_shown_once(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings.write(file, Settings(language="fr"))
    made = App(qapp, guideline, TODAY, file)
    show(made)
    made.greet()
    hand, tour = Hand(made), made.window.tour
    assert tour.isVisible()
    assert focused() is tour.next_button
    hand.pick(tour.reading, tour.reading.findData("sfetd-2020"))
    assert made.session.desk.moment.reading == "sfetd-2020"
    assert tour.isVisible()
    tour.next_button.setFocus()
    hand.key(Qt.Key.Key_Return)
    assert not tour.reading.isVisible()
    assert tour.at() == 1
    hand.key(Qt.Key.Key_Left)
    assert tour.at() == 0
    hand.key(Qt.Key.Key_Escape)
    assert not tour.isVisible()
    close(made)
    again = App(qapp, guideline, TODAY, file)
    show(again)
    again.greet()
    assert not again.window.tour.isVisible()
    again.session.open_article("about")
    buttons = {b.objectName(): b for b in again.window.article_page.bar.moves.buttons()}
    Hand(again).click(buttons["tour"])
    assert again.window.tour.isVisible()
    close(again)


def test_an_administrator_may_spare_the_tour(qapp: QApplication, guideline: Guideline, tmp_path: Path) -> None:
    made = App(qapp, guideline, TODAY, tmp_path / "settings.json", policy=Policy(tour=False))
    show(made)
    made.greet()
    assert not made.window.tour.isVisible()
    close(made)


def test_this_copy_checks_itself_beside_the_window(hand: Hand) -> None:
    hand.app.session.open_article("about")
    buttons = {b.objectName(): b for b in hand.window.article_page.bar.moves.buttons()}
    hand.click(buttons["check-copy"])
    hand.app.checker.wait()
    settle()
    assert "Tout va bien" in hand.window.article_page.reader.article.toPlainText()
    assert gc.isenabled()


def test_what_python_lets_go_of_is_never_deleted_beside_the_window(hand: Hand) -> None:
    """A widget that is garbage, with its timer running, would be deleted in the thread of the check: Qt cannot."""
    deleted_in: list[int] = []

    class Former(QWidget):
        def __del__(self) -> None:
            deleted_in.append(get_ident())

    gc.collect()
    hand.app.checker.begin()
    former = Former()
    former.itself = former  # type: ignore[attr-defined]
    former.startTimer(1)
    del former
    hand.app.checker.wait()
    assert deleted_in == []
    settle()
    gc.collect()
    assert deleted_in == [get_ident()]
