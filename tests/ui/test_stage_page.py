from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.option_card import OptionCard
from navigator.ui.stage_page import StagePage
from navigator.ui.theme import Theme
from tests.ui.looking import nameless, settle
from tests.ui.stage_samples import BAR, NOTE, OPTIONS, option, stage
from tests.ui.watching import windows_shown


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> StagePage:
    made = StagePage(theme, Language.FR)
    qtbot.addWidget(made)
    made.show_page(stage())
    made.resize(960, 584)
    with qtbot.waitExposed(made):
        made.show()
    return made


def order(page: StagePage) -> list[str]:
    cards = sorted((c for c in page.cards.values()), key=lambda c: (c.y(), c.x()))
    return [card.treatment for card in cards]


def test_every_control_is_named(page: StagePage) -> None:
    page.outcome.buttons.all[3].click()
    assert nameless(page) == []


def test_enter_on_a_card_opens_its_treatment(page: StagePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.treatment_opened) as heard:
        QTest.keyClick(page.cards["tramadol"], Qt.Key.Key_Enter)
    assert heard.args == ["tramadol"]


def test_a_card_answers_its_factor(page: StagePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.factor_answered) as heard:
        QTest.mouseClick(page.cards["venlafaxine"].answer.yes, Qt.MouseButton.LeftButton)
    assert heard.args == ["conduction", "yes"]


def test_moves_of_the_page_and_of_its_notes_are_emitted(page: StagePage, qtbot: QtBot) -> None:
    for button, move in ((page.moves.buttons()[0], "skip"), (page.notes.all[0].moves.buttons()[0], "about")):
        with qtbot.waitSignal(page.move_chosen) as heard:
            QTest.keyClick(button, Qt.Key.Key_Return)
        assert heard.args == [move]


def test_reading_and_outcome_pass_through(page: StagePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.reading_chosen):
        QTest.keyClick(page.reading, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.outcome_chosen):
        QTest.keyClick(page.outcome.buttons.all[0], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.draft_changed):
        QTest.keyClicks(page.outcome.weeks, "1")


def test_cards_are_kept_by_treatment_and_put_in_the_new_order(page: StagePage) -> None:
    before = dict(page.cards)
    page.show_page(stage(options=OPTIONS[::-1]))
    settle()
    assert page.cards == before
    assert order(page) == [shown.treatment for shown in OPTIONS[::-1]]


def test_no_card_jumps_while_its_question_is_being_answered(page: StagePage) -> None:
    card = page.cards["venlafaxine"]
    card.answer.focus_answer()
    answered = (option("venlafaxine"), *(o for o in OPTIONS if o.treatment != "venlafaxine"))
    page.show_page(stage(options=answered))
    settle()
    assert order(page)[2] == "venlafaxine"
    assert card.answer.isVisible()
    page.title.setFocus()
    settle()
    assert order(page)[0] == "venlafaxine"
    assert not card.answer.isVisible()


def test_a_new_option_while_a_question_is_answered_stands_below(page: StagePage, qapp: QApplication) -> None:
    page.cards["venlafaxine"].answer.focus_answer()
    with windows_shown(qapp) as shown:
        page.show_page(stage(options=(option("lidocaine"), *OPTIONS)))
        settle()
    assert shown == []
    assert order(page)[-1] == "lidocaine"
    page.title.setFocus()
    settle()
    assert order(page)[0] == "lidocaine"


def test_the_tab_key_follows_what_is_seen(page: StagePage, qtbot: QtBot) -> None:
    page.show_page(stage(options=OPTIONS[::-1], notes=()))
    settle()
    page.title.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[str] = []
    for _ in range(30):
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if isinstance(now, OptionCard) and now.treatment not in seen:
            seen.append(now.treatment)
    assert seen == [shown.treatment for shown in OPTIONS[::-1]]


def test_cards_are_no_higher_than_what_they_say(page: StagePage) -> None:
    page.show_page(stage(options=OPTIONS[::-1]))
    settle()
    for card in page.cards.values():
        assert card.height() == card.heightForWidth(card.width())


def test_the_same_stage_keeps_its_scroll_and_another_starts_at_the_top(page: StagePage) -> None:
    settle()
    page.set_scroll_position(90)
    page.show_page(stage())
    assert page.scroll_position() == 90
    page.show_page(stage(node="diffuse.second"))
    assert page.scroll_position() == 0


def test_a_preview_records_nothing_and_says_so(page: StagePage) -> None:
    page.show_page(stage(preview=True, outcome=None, moves=()))
    assert page.outcome.isHidden()
    assert page.moves.isHidden()


def test_the_statements_unfold(page: StagePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.statements.head, Qt.Key.Key_Return)
    assert page.statements.head.isChecked()
    page.show_page(stage(node="diffuse.second"))
    assert not page.statements.head.isChecked()


def test_wide_windows_have_two_columns(page: StagePage) -> None:
    page.resize(1600, 900)
    settle()
    assert page.cards["gabapentine"].y() == page.cards["duloxetine"].y()
    page.resize(1200, 900)
    settle()
    assert page.cards["gabapentine"].y() < page.cards["duloxetine"].y()


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_it_fits_beside_the_narrow_rail(page: StagePage, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    settle()
    assert page.minimumSizeHint().width() <= 1024 - theme.px(64)
    for card in page.cards.values():
        assert card.mapTo(page, card.rect().topRight()).x() <= page.width()


def test_a_hundred_walks_make_no_more_widgets(page: StagePage) -> None:
    def walk() -> None:
        for i in range(len(OPTIONS)):
            changed = replace(BAR, selected=("", "gabapentine")[i % 2])
            page.show_page(stage(node=f"n{i}", options=OPTIONS[i:], outcome=changed, notes=(NOTE,) * (i % 3)))
        page.show_page(stage())
        settle()

    for _ in range(5):
        walk()
    before = len(page.findChildren(QObject))
    for _ in range(20):
        walk()
    assert len(page.findChildren(QObject)) == before


def test_no_window_but_the_page_is_ever_shown(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    with windows_shown(qapp) as shown:
        page = StagePage(theme, Language.FR)
        qtbot.addWidget(page)
        page.show_page(stage())
        page.show_page(stage(options=OPTIONS[2:], node="x"))
        page.show_page(stage())
    assert shown == []
