"""The article opens nothing, follows nothing, and is as high as its text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextCharFormat, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from navigator.pages.scene import Reference, Shelf
from navigator.ui.article import Article
from navigator.ui.flow import column
from navigator.ui.theme import Theme
from tests.ui.window_samples import EVIDENCE, HTML, SECTIONS


@pytest.fixture
def article(qtbot: QtBot, theme: Theme) -> Article:
    made = Article(theme)
    qtbot.addWidget(made)
    made.resize(616, 400)
    made.show()
    made.show_article(HTML + '<p class="chart">[[evidence]]</p>', "Texte complet", EVIDENCE)
    return made


def test_no_file_is_read(article: Article, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    file = tmp_path / "secret.png"
    assert picture.save(str(file))
    article.show_article(f'<img src="{file.as_posix()}"><img src="file://{file.as_posix()}"><p>x</p>', "")
    for kind in QTextDocument.ResourceType:
        for name in (file.as_posix(), f"file://{file.as_posix()}", "//host/share/x.png", "https://example.org/x.css"):
            served = article.loadResource(kind.value, QUrl(name))
            assert isinstance(served, QImage)
            assert (served.width(), served.height()) == (1, 1)


def test_a_clone_for_printing_reads_no_file_either(article: Article, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    file = tmp_path / "secret.png"
    assert picture.save(str(file))
    article.show_article(f'<img src="{file.as_posix()}">', "")
    article.grab()
    served = article.document().clone().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(file.as_posix()))
    assert isinstance(served, QImage)
    assert served.width() == 1


def test_links_are_emitted_not_followed(qtbot: QtBot, article: Article) -> None:
    before = article.toPlainText()
    with qtbot.waitSignal(article.article_chosen) as caught:
        article.anchorClicked.emit(QUrl("article:opioids"))
    assert caught.args == ["opioids"]
    with qtbot.assertNotEmitted(article.article_chosen):
        article.anchorClicked.emit(QUrl("https://example.org"))
        article.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert article.toPlainText() == before


def test_tab_passes_the_text_in_one_key_and_enter_walks_its_links(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    before, article, after = QPushButton("a"), Article(theme), QPushButton("b")
    column(before, article, after, into=page)
    article.show_article(HTML, "Texte complet")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before.setFocus()
    with qtbot.waitSignal(article.entered):
        QTest.keyClick(before, Qt.Key.Key_Tab)
    assert article.hasFocus()
    QTest.keyClick(article, Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    with qtbot.waitSignal(article.spot_focused):
        QTest.keyClick(article, Qt.Key.Key_Return)
    first = article.textCursor().selectionStart()
    QTest.keyClick(article, Qt.Key.Key_Down)
    assert article.textCursor().selectionStart() > first
    QTest.keyClick(article, Qt.Key.Key_Up)
    assert article.textCursor().selectionStart() == first
    with qtbot.waitSignal(article.article_chosen) as caught:
        QTest.keyClick(article, Qt.Key.Key_Return)
    assert caught.args == ["opioids"]
    QTest.keyClick(article, Qt.Key.Key_Escape)
    QTest.keyClick(article, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_word_tells_its_meaning_and_opens_nothing(qtbot: QtBot, article: Article) -> None:
    word = Reference("Allodynie", "Douleur au simple contact.", id="term.allodynia")
    html = '<p>Une <a class="term" href="article:term.allodynia">allodynie</a> nette.</p><!--shelves--><p>Sources</p>'
    article.show_article(html, "", None, (Shelf("glossary", "Glossaire", (word,)),))
    assert "Sources" not in article.toPlainText()
    found = article.document().find("allodynie")
    assert found.charFormat().underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    with qtbot.assertNotEmitted(article.article_chosen):
        article.anchorClicked.emit(QUrl("article:term.allodynia"))
    assert QToolTip.text() == "Allodynie : Douleur au simple contact."
    QToolTip.hideText()


def test_the_chart_stands_for_its_mark(article: Article) -> None:
    assert "[[evidence]]" not in article.toPlainText()
    assert "\ufffc" in article.toPlainText()
    article.show_article("<p>[[evidence]]</p>", "", None)
    assert article.toPlainText().strip() == ""


def test_it_is_as_high_as_its_text_at_every_width(article: Article) -> None:
    high = article.height()
    article.resize(120, high)
    QApplication.processEvents()
    assert article.height() > high
    assert article.verticalScrollBar().maximum() == 0


def test_lines_are_capped_on_a_wide_sheet(article: Article) -> None:
    article.resize(1000, 400)
    block = article.document().begin()
    assert block.blockFormat().rightMargin() == 1000 - 616


def test_anchors_are_found_in_their_order(article: Article) -> None:
    heights = [article.anchor_heights()[t.id] for t in SECTIONS]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(SECTIONS)


def test_wheel_and_page_keys_are_left_to_the_page(qtbot: QtBot, article: Article) -> None:
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(article.viewport(), turn)
    assert not turn.isAccepted()


def test_a_change_of_theme_recolours_the_text(article: Article, theme: Theme) -> None:
    light = article.grab().toImage()
    theme.set_mode("dark")
    assert article.grab().toImage() != light
    assert "[[evidence]]" not in article.toPlainText()
    theme.set_mode("light")


def test_it_is_named(article: Article) -> None:
    assert article.accessibleName() == "Texte complet"


def test_a_text_that_was_replaced_is_gone(article: Article) -> None:
    """Qt keeps every document that was set: a day of pages would fill the memory."""
    for number in range(6):
        article.show_article(f"<p>{number}</p>", "spoken")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(article.findChildren(QTextDocument)) == 1
    assert "5" in article.toPlainText()
