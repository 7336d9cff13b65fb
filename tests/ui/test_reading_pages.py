"""Articles and ends: head, text, ways on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.article_page import ArticlePage
from navigator.ui.end_page import EndPage
from navigator.ui.theme import Theme
from tests.ui.window_samples import ARTICLE, END


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
