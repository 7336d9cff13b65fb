import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.ui.start_page import StartPage
from navigator.ui.theme import Theme
from tests.ui import stage_samples as samples
from tests.ui.looking import nameless, settle
from tests.ui.watching import windows_shown


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> StartPage:
    made = StartPage(theme)
    qtbot.addWidget(made)
    made.show_page(samples.start(samples.NOTE))
    made.resize(1024, 584)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_control_is_named(page: StartPage) -> None:
    assert nameless(page) == []


def test_enter_on_a_card_chooses_the_type(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.type_chosen) as heard:
        QTest.keyClick(page.cards.all[2], Qt.Key.Key_Return)
    assert heard.args == ["central"]


def test_a_strip_opens_its_article(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.article_chosen) as heard:
        QTest.mouseClick(page.strips.all[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["red-flags"]


def test_a_notice_offers_its_move(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.move_chosen) as heard:
        QTest.keyClick(page.notes.all[0].moves.buttons()[0], Qt.Key.Key_Return)
    assert heard.args == ["about"]


def test_what_is_new_is_dismissed_and_takes_no_place(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.news_dismissed):
        QTest.keyClick(page.news.button, Qt.Key.Key_Return)
    page.show_page(samples.start())
    assert page.news.isHidden()


def test_another_reading_is_chosen(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.reading_chosen) as heard:
        QTest.keyClick(page.reading, Qt.Key.Key_Down)
    assert heard.args == ["sfetd-2020"]


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_it_fits_the_smallest_window(page: StartPage, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    settle()
    for card in page.cards.all:
        assert card.mapTo(page, card.rect().topRight()).x() <= page.width()


def test_showing_again_keeps_the_widgets(page: StartPage) -> None:
    before = page.findChildren(QObject)
    for _ in range(20):
        page.show_page(samples.start(samples.NOTE))
    assert len(page.findChildren(QObject)) == len(before)


def test_a_notice_goes_when_it_is_over(page: StartPage) -> None:
    page.show_page(samples.start())
    assert page.notes.all[0].isHidden()


def test_no_window_but_the_page_is_ever_shown(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    with windows_shown(qapp) as shown:
        page = StartPage(theme)
        qtbot.addWidget(page)
        page.show_page(samples.start(samples.NOTE))
    assert shown == []


def test_each_type_has_a_figure_of_its_own(page: StartPage) -> None:
    page.resize(1280, 744)
    settle()
    figures = [card.grab().toImage().copy(0, 0, 110, card.height()) for card in page.cards.all]
    assert all(a != b for i, a in enumerate(figures) for b in figures[i + 1 :])
