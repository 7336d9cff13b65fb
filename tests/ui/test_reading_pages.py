"""Articles and ends: head, text, ways on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.article_page import ArticlePage
from navigator.ui.end_page import EndPage
from navigator.ui.theme import Theme
from tests.ui.looking import settle
from tests.ui.window_samples import ARTICLE, END, SHELVES


@pytest.fixture
def article(qtbot: QtBot, theme: Theme) -> ArticlePage:
    made = ArticlePage(theme, Language.FR)
    qtbot.addWidget(made)
    made.resize(736, 700)
    made.fit_window(1280, 760)
    made.show()
    made.activateWindow()
    made.show_page(ARTICLE)
    return made


def test_moves_and_links_go_out(qtbot: QtBot, article: ArticlePage) -> None:
    with qtbot.waitSignal(article.move_chosen) as caught:
        QTest.mouseClick(article.bar.moves.buttons()[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["red-flags:present"]
    with qtbot.waitSignal(article.article_chosen):
        article.reader.article.article_chosen.emit("x")


def test_without_moves_there_is_no_bar(article: ArticlePage) -> None:
    article.show_page(replace(ARTICLE, moves=(), lead=""))
    assert article.bar.isHidden()
    assert article.head.lead.isHidden()


def test_page_keys_scroll_from_the_title(qtbot: QtBot, article: ArticlePage) -> None:
    article.title.setFocus()
    QTest.keyClick(article.title, Qt.Key.Key_PageDown)
    assert article.scroll_position() > 0
    QTest.keyClick(article.title, Qt.Key.Key_Home)
    assert article.scroll_position() == 0


def test_the_end_shows_its_trials(qtbot: QtBot, theme: Theme) -> None:
    page = EndPage(theme, Language.FR)
    qtbot.addWidget(page)
    page.show_page(END)
    assert not page.trials.isHidden()
    page.show_page(replace(END, trials=(), trials_title=""))
    assert page.trials.isHidden()
    assert page.minimumSizeHint().width() <= 1024


def test_sources_and_words_are_controls_under_the_text(qtbot: QtBot, article: ArticlePage) -> None:
    article.show_page(replace(ARTICLE, shelves=SHELVES))
    row = next(r for r in article.reader.shelves.stops() if r.accessibleName().startswith("1. RCP"))
    assert row in article.stops()
    row.setFocus()
    with qtbot.waitSignal(article.article_chosen) as caught:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert caught.args == ["source.rcp"]
    article.show_page(ARTICLE)
    assert article.reader.shelves.isHidden()


def test_an_end_lists_its_sources_too(qtbot: QtBot, theme: Theme) -> None:
    page = EndPage(theme, Language.FR)
    qtbot.addWidget(page)
    page.show_page(replace(END, shelves=SHELVES))
    names = [row.accessibleName() for row in page.stops() if row in page.reader.shelves.stops()]
    assert names[:2] == ["1. RCP, lu", "2. NICE, lu"]


def test_the_lists_of_a_text_are_beside_it_where_there_is_room(article: ArticlePage) -> None:
    article.show_page(replace(ARTICLE, shelves=SHELVES))
    article.resize(1300, 600)
    reader = article.reader
    for width, beside in ((1920, True), (1280, False)):
        article.fit_window(width, 700)
        settle()
        row, text = reader.shelves.stops()[0], reader.article
        assert row.isVisible()
        right = row.mapTo(article, QPoint(0, 0)).x() > text.mapTo(article, text.rect().topRight()).x()
        assert right is beside
    article.fit_window(1920, 700)
    article.show_page(replace(ARTICLE, shelves=()))
    settle()
    assert not reader.shelves.isVisible()
