"""The article opens nothing, follows nothing, and is as high as its text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.ui.article import Article
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


def test_links_are_reached_and_pressed_by_the_keyboard(qtbot: QtBot, article: Article) -> None:
    article.activateWindow()
    article.setFocus()
    with qtbot.waitSignal(article.spot_focused):
        QTest.keyClick(article, Qt.Key.Key_Tab)
    with qtbot.waitSignal(article.article_chosen):
        QTest.keyClick(article, Qt.Key.Key_Return)


def test_coming_by_tab_begins_at_the_first_link_and_coming_back_at_the_last(article: Article) -> None:
    article.activateWindow()
    article.setFocus(Qt.FocusReason.TabFocusReason)
    first = article.textCursor().position()
    article.clearFocus()
    article.setFocus(Qt.FocusReason.BacktabFocusReason)
    last = article.textCursor().position()
    assert first < last
    assert article.hasFocus()
    article.clearFocus()
    article.show_article("<p>Sans lien.</p>", "")
    article.setFocus(Qt.FocusReason.TabFocusReason)
    assert article.hasFocus()


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


def test_find_goes_round(article: Article) -> None:
    article.show_article("<p>un deux</p><p>trois deux</p>", "")
    first = article.find_text("deux")
    second = article.find_text("deux")
    assert first < second
    assert article.find_text("deux") == first
    assert article.find_text("deux", backwards=True) == second
    assert article.find_text("absent") == -1


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
