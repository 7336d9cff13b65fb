"""Pages of findings: ten answers take ten keys, and what they say stays in view."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.app import App
from navigator.ui.checklist_page import ChecklistPage
from navigator.ui.theme import Theme
from tests.ui.hand import CTRL, Hand
from tests.ui.looking import nameless, settle
from tests.ui.seeing import focused, said
from tests.ui.window_samples import CHECKLIST, FLAGS, SHELVES


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ChecklistPage:
    made = ChecklistPage(theme, Language.FR)
    qtbot.addWidget(made)
    made.resize(736, 600)
    made.fit_window(1280, 700)
    made.show_page(CHECKLIST)
    made.show()
    made.activateWindow()
    made.entry().setFocus()
    QApplication.processEvents()
    return made


def test_each_answer_takes_one_key_and_goes_on(page: ChecklistPage) -> None:
    heard: list[tuple[str, str]] = []
    page.finding_answered.connect(lambda id, value: heard.append((id, value)))
    for key in (Qt.Key.Key_O, Qt.Key.Key_N) * 5:
        QTest.keyClick(focused(), key)
    assert [value for _id, value in heard] == ["yes", "no"] * 5
    assert [id for id, _value in heard] == [item.id for group in CHECKLIST.groups for item in group.items]
    assert focused() is page.bar.moves.buttons()[0], "after the last one, the way on"


def test_forgetting_stays_where_it_is(page: ChecklistPage) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_O)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    with_answer = page.rows()[0]
    assert with_answer.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert with_answer.answer.value == ""
    assert with_answer.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert page.rows()[1].isAncestorOf(focused())


def test_what_gets_the_focus_is_in_view(page: ChecklistPage) -> None:
    for _ in range(9):
        QTest.keyClick(focused(), Qt.Key.Key_N)
    assert page.scroll_position() > 0
    assert not focused().visibleRegion().isEmpty()


def test_what_stands_behind_it_is_reached_by_the_keyboard_and_opens(qtbot: QtBot, page: ChecklistPage) -> None:
    page.show_page(replace(CHECKLIST, html=scene.SHELVES, shelves=SHELVES))
    row = page.shelves.stops()[0]
    assert row in page.stops()
    row.setFocus()
    with qtbot.waitSignal(page.article_chosen) as heard:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert heard.args == [SHELVES[0].references[0].link]


def test_what_stands_behind_it_is_beside_it_where_there_is_room(page: ChecklistPage) -> None:
    page.show_page(replace(CHECKLIST, html=scene.SHELVES, shelves=SHELVES))
    page.resize(1300, 600)
    for width, beside in ((1920, True), (1280, False), (1920, True)):
        page.fit_window(width, 700)
        settle()
        first = page.boxes.all[0]
        assert page.sheet.isVisible()
        assert (page.sheet.x() > first.geometry().right()) is beside
        assert (page.sheet.y() > first.geometry().bottom()) is not beside


def test_the_rest_is_answered_by_one_key_only_where_that_is_offered(qtbot: QtBot, page: ChecklistPage) -> None:
    with qtbot.assertNotEmitted(page.move_chosen):
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    page.show_page(FLAGS)
    with qtbot.waitSignal(page.move_chosen) as heard:
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert heard.args == ["red-flags:absent"]


def test_a_flag_names_its_urgency_beside_the_answer(page: ChecklistPage) -> None:
    page.show_page(FLAGS)
    row = page.rows()[0]
    assert row.accessibleName() == "Cancer. Métastase. Avis urgent. Imagerie."
    assert row.answer.yes.accessibleName() == "Cancer : oui"
    assert nameless(page) == []
    assert not page.gauge.isVisible()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_gauge_shows_every_point(page: ChecklistPage, theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    assert CHECKLIST.gauge is not None
    seen = []
    for points in range(11):
        gauge = replace(CHECKLIST.gauge, points=points, missing=10 - points, label=f"{points}/10")
        page.show_page(replace(CHECKLIST, gauge=gauge))
        seen.append(page.gauge.grab().toImage())
    assert all(seen[n] != seen[n + 1] for n in range(10))


def test_ten_keys_from_the_start_page_to_a_result(app: App) -> None:
    hand = Hand(app)
    hand.key(Qt.Key.Key_D)
    for _ in range(10):
        hand.key(Qt.Key.Key_O)
    window = hand.window
    assert window.pages.checklist_page.isVisible()
    assert window.pages.checklist_page.gauge.accessibleName() == "10 sur 10"
    assert "probable" in said(window.pages.checklist_page)
    hand.key(Qt.Key.Key_Return)
    assert window.start_page.isVisible(), "the type of pain comes next"


def test_ctrl_z_takes_an_answer_back_on_the_page(app: App) -> None:
    hand = Hand(app)
    hand.key(Qt.Key.Key_D)
    hand.key(Qt.Key.Key_O)
    hand.key(Qt.Key.Key_Z, CTRL)
    assert hand.window.pages.checklist_page.rows()[0].answer.value == ""
    assert hand.window.pages.checklist_page.isVisible()
