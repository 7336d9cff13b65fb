"""The treatment page: sections follow the scroll, warnings are counted, charts move where there is room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import Tab
from navigator.ui.theme import Theme
from navigator.ui.treatment_page import TreatmentPage
from tests.ui.looking import settle
from tests.ui.window_samples import SECTIONS, SHELVES, treatment


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> TreatmentPage:
    made = TreatmentPage(theme, Language.FR)
    qtbot.addWidget(made)
    made.resize(736, 740)
    made.fit_window(1280, 800)
    made.show()
    made.activateWindow()
    made.show_page(treatment())
    qtbot.wait(20)
    return made


def test_a_tab_scrolls_to_its_section_and_stays_marked(qtbot: QtBot, page: TreatmentPage) -> None:
    for tab in (SECTIONS[3], SECTIONS[-1], SECTIONS[0]):
        anchor = next(a for a in page.tabs.anchors() if a.tab.id == tab.id)
        QTest.mouseClick(anchor, Qt.MouseButton.LeftButton)
        qtbot.wait(10)
        assert page.tabs.current() == tab.id
    assert page.scroll_position() > 0


def test_the_mark_follows_the_scroll(page: TreatmentPage) -> None:
    assert page.tabs.current() == "top"
    page.set_scroll_position(page.reader.heights()["part4"])
    assert page.tabs.current() == "part4"
    page.set_scroll_position(0)
    assert page.tabs.current() == "top"


def test_tabs_are_one_stop_and_the_arrows_move(qtbot: QtBot, page: TreatmentPage) -> None:
    anchors = page.tabs.anchors()
    assert [a.focusPolicy() for a in anchors].count(Qt.FocusPolicy.TabFocus) == 1
    anchors[0].setFocus()
    QTest.keyClick(anchors[0], Qt.Key.Key_Right)
    assert anchors[1].hasFocus()
    QTest.keyClick(anchors[1], Qt.Key.Key_Return)
    assert page.tabs.current() == SECTIONS[0].id
    QTest.keyClick(anchors[1], Qt.Key.Key_End)
    assert anchors[-1].hasFocus()


def test_sections_without_room_go_into_a_menu(qtbot: QtBot, page: TreatmentPage) -> None:
    assert page.tabs.more.isHidden()
    page.resize(420, 740)
    qtbot.wait(10)
    seen = [a for a in page.tabs.anchors() if not a.isHidden()]
    actions = page.tabs.more.menu.actions()
    assert len(seen) + len(actions) == len(page.tabs.anchors())
    assert page.tabs.height() == page.tabs.sizeHint().height()
    actions[-1].trigger()
    assert page.tabs.current() == SECTIONS[-1].id
    assert page.tabs.more.text() == SECTIONS[-1].title
    assert page.tabs.more.accessibleName() == f"Autres sections : {SECTIONS[-1].title}"
    stops = [w for w in page.tabs.stops() if w.focusPolicy() == Qt.FocusPolicy.TabFocus]
    assert stops == [page.tabs.more]


def test_the_menu_of_sections_opens_by_key(qtbot: QtBot, page: TreatmentPage) -> None:
    page.resize(420, 740)
    qtbot.wait(10)
    page.tabs.anchors()[0].setFocus()
    QTest.keyClick(page.tabs.anchors()[0], Qt.Key.Key_End)
    assert page.tabs.more.hasFocus()
    QTest.keyClick(page.tabs.more, Qt.Key.Key_Down)
    assert page.tabs.more.menu.isVisible()
    page.tabs.more.menu.close()


def test_a_few_reasons_then_the_rest_on_demand(page: TreatmentPage) -> None:
    page.show_page(treatment("other", alert_count=5))
    box = page.alerts.boxes()[-1]
    assert len(box.lines()) == 2
    assert page.alerts.more.text() == "et 2 autres"
    page.alerts.more.click()
    assert len(box.lines()) == 4
    assert "Œdèmes 4" in box.accessibleName()
    page.show_page(replace(treatment("other", alert_count=5), checked=""))
    assert len(box.lines()) == 4
    assert page.alerts.more.text() == "Réduire"
    page.alerts.more.click()
    assert len(box.lines()) == 2
    page.alerts.more.click()
    page.show_page(treatment("third", alert_count=5))
    assert len(box.lines()) == 2


def test_the_sources_of_a_box_are_one_press_away(page: TreatmentPage) -> None:
    box = page.alerts.boxes()[-1]
    folded = box.sizeHint().height()
    assert box.sources.accessibleName() == "Sources : Prudence"
    box.sources.click()
    assert box.sizeHint().height() > folded
    page.show_page(treatment("another"))
    assert not box.sources.isChecked()


def test_signals(qtbot: QtBot, page: TreatmentPage) -> None:
    with qtbot.waitSignal(page.trial_started) as caught:
        page.head.start.click()
    assert caught.args == ["pregabalin"]
    with qtbot.waitSignal(page.factor_asked) as caught:
        page.alerts.boxes()[0].action.click()
    assert caught.args == ["block"]
    with qtbot.waitSignal(page.back_asked):
        page.head.back.click()
    with qtbot.waitSignal(page.article_chosen) as caught:
        page.reader.article.article_chosen.emit("opioids")
    assert caught.args == ["opioids"]


def test_the_small_buttons_of_the_page_emit_their_id(qtbot: QtBot, page: TreatmentPage) -> None:
    plan, printing = page.head.tools.buttons()
    assert (plan.text().strip(), printing.text()) == ("Calendrier", "")
    assert printing.accessibleName() == printing.toolTip() == "Imprimer"
    with qtbot.waitSignal(page.action_chosen) as caught:
        printing.click()
    assert caught.args == ["print"]
    page.show_page(replace(treatment(), actions=()))
    assert page.head.tools.isHidden()
    assert page.head.tools.buttons() == []


def test_what_is_absent_takes_no_place(page: TreatmentPage) -> None:
    page.show_page(
        replace(
            treatment(),
            chart=None,
            evidence=None,
            start_label="",
            alerts=(),
            checked="",
            figures=(),
            figures_needs="Dose à préciser",
        )
    )
    assert page.titration.isHidden()
    assert page.head.start.isHidden()
    assert page.alerts.isHidden()
    assert page.figures.accessibleName() == "Dose à préciser"


def test_charts_stand_beside_the_text_on_a_wide_window(qtbot: QtBot, page: TreatmentPage) -> None:
    side = page.titration.parentWidget()
    page.resize(1332, 1000)
    page.fit_window(1920, 1080)
    qtbot.wait(10)
    assert page.titration.parentWidget() is not side
    assert page.titration.isVisible()
    assert page.evidence.isVisible()
    page.fit_window(1280, 800)
    assert page.titration.parentWidget() is side
    assert not page.evidence.isVisible()


def test_the_same_treatment_keeps_its_scroll(page: TreatmentPage) -> None:
    page.set_scroll_position(400)
    page.show_page(replace(treatment(), checked="Vérifié : rien"))
    assert page.scroll_position() == 400


def test_find_in_the_page(qtbot: QtBot, page: TreatmentPage) -> None:
    page.head.start.setFocus()
    page.open_find()
    bar = page.reader.find_bar
    assert bar.isVisible()
    QTest.keyClicks(bar.edit, "Partie 7")
    assert page.scroll_position() > 0
    assert bar.message.text() == "1 sur 1"
    QTest.keyClicks(bar.edit, "zzz")
    assert bar.message.text() == "introuvable"
    QTest.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert page.head.start.hasFocus()


def test_find_goes_round_the_whole_page_and_counts(qtbot: QtBot, page: TreatmentPage) -> None:
    html = "<p>œdèmes ici</p><p>et là des œdèmes</p>"
    page.show_page(replace(treatment("swelling", alert_count=2), html=html, figures=(), shelves=()))
    qtbot.wait(10)
    page.open_find()
    bar = page.reader.find_bar
    said = []
    bar.edit.setText("œdèmes")
    for _ in range(3):
        said.append((bar.message.text(), page.reader.article.textCursor().selectedText()))
        QTest.keyClick(bar.edit, Qt.Key.Key_Return)
    assert said == [("1 sur 3", ""), ("2 sur 3", "œdèmes"), ("3 sur 3", "œdèmes")]
    assert bar.message.text() == "1 sur 3"
    QTest.keyClick(bar.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.message.text() == "3 sur 3"


def test_it_needs_no_more_than_the_narrow_window(page: TreatmentPage) -> None:
    assert page.minimumSizeHint().width() <= 1024


def test_without_charts_the_lists_stand_beside_the_text_and_no_tab_of_theirs_follows_the_scroll(
    page: TreatmentPage,
) -> None:
    shown = treatment()
    listed = Tab(SHELVES[0].id, SHELVES[0].title)
    page.resize(1300, 740)
    page.fit_window(1920, 800)
    page.show_page(replace(shown, chart=None, evidence=None, tabs=(*shown.tabs, listed)))
    settle()
    assert page.reader.beside() == {shelf.id for shelf in SHELVES}
    assert page.reader.shelves.stops()[0].isVisible()
    page.set_scroll_position(page.reader.heights()["part4"])
    assert page.tabs.current() == "part4"
    page.go_to(listed.id)
    assert page.scroll_position() == 0
    page.show_page(shown)
    assert not page.reader.beside()
