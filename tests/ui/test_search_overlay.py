"""Search: type, arrows, Enter, Esc; the focus comes back."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.hit_row import runs
from navigator.ui.search_overlay import SearchOverlay
from navigator.ui.theme import Theme
from tests.ui.window_samples import HITS


class Host(QWidget):
    """A window with one button under the overlay."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(1024, 640)
        self.button = QPushButton("x", self)
        self.search = SearchOverlay(theme, Language.FR, self)


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> Host:
    made = Host(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.button.setFocus()
    made.search.open_search(QRect(0, 0, 1024, 640))
    return made


def find(qtbot: QtBot, host: Host) -> None:
    QTest.keyClicks(host.search.edit, "prega")
    host.search.show_hits(HITS)


def test_typing_goes_out_and_emptying_does_not(qtbot: QtBot, host: Host) -> None:
    sent: list[str] = []
    host.search.typed.connect(sent.append)
    QTest.keyClicks(host.search.edit, "ab")
    host.search.edit.clear()
    assert sent == ["a", "ab"]
    assert host.search.message.text() == "Que cherchez-vous ?"


def test_arrows_and_enter(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host)
    assert host.search.chosen() == "pregabalin"
    QTest.keyClick(host.search.edit, Qt.Key.Key_Down)
    assert host.search.chosen() == "gabapentin"
    QTest.keyClick(host.search.edit, Qt.Key.Key_Up)
    QTest.keyClick(host.search.edit, Qt.Key.Key_Up)
    assert host.search.chosen() == "score.dn4"
    with qtbot.waitSignal(host.search.hit_chosen) as caught:
        QTest.keyClick(host.search.edit, Qt.Key.Key_Return)
    assert caught.args == ["score.dn4"]
    assert host.search.isHidden()


def test_tab_goes_from_group_to_group(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host)
    QTest.keyClick(host.search.edit, Qt.Key.Key_Tab)
    assert host.search.chosen() == "score.dn4"
    QTest.keyClick(host.search.edit, Qt.Key.Key_Backtab)
    assert host.search.chosen() == "pregabalin"
    assert host.search.edit.hasFocus()


def test_esc_gives_the_focus_back(qtbot: QtBot, host: Host) -> None:
    assert host.search.edit.hasFocus()
    QTest.keyClick(host.search.edit, Qt.Key.Key_Escape)
    assert host.search.isHidden()
    assert host.button.hasFocus()


def test_a_click_on_the_scrim_closes_and_one_on_the_panel_does_not(qtbot: QtBot, host: Host) -> None:
    panel = host.search.content().geometry()
    QTest.mouseClick(host.search, Qt.MouseButton.LeftButton, pos=panel.center())
    assert host.search.isVisible()
    QTest.mouseClick(host.search, Qt.MouseButton.LeftButton, pos=QPoint(5, 630))
    assert host.search.isHidden()


def test_nothing_found_is_said(qtbot: QtBot, host: Host) -> None:
    QTest.keyClicks(host.search.edit, "zzz")
    host.search.show_hits(())
    assert "zzz" in host.search.message.text()
    with qtbot.assertNotEmitted(host.search.hit_chosen):
        QTest.keyClick(host.search.edit, Qt.Key.Key_Return)


def test_opening_again_looks_for_the_same_words(qtbot: QtBot, host: Host) -> None:
    find(qtbot, host)
    host.search.close_overlay()
    with qtbot.waitSignal(host.search.typed) as caught:
        host.search.open_search(QRect(0, 0, 1024, 640))
    assert caught.args == ["prega"]
    assert host.search.edit.selectedText() == "prega"


def test_many_results_stay_inside_the_window(host: Host, qtbot: QtBot) -> None:
    QTest.keyClicks(host.search.edit, "a")
    host.search.show_hits(HITS * 20)
    assert host.search.content().geometry().bottom() < 640
    for _ in range(45):
        QTest.keyClick(host.search.edit, Qt.Key.Key_Down)


def test_the_nearest_spelling_is_one_key_away(qtbot: QtBot, host: Host) -> None:
    QTest.keyClicks(host.search.edit, "prgeabalin")
    host.search.show_hits((), "pregabaline")
    assert host.search.nearest.isVisible()
    assert "pregabaline" in host.search.nearest.text()
    QTest.keyClick(host.search.edit, Qt.Key.Key_Return)
    assert host.search.edit.text() == "pregabaline"
    host.search.show_hits(HITS)
    assert not host.search.nearest.isVisible()
    assert host.search.edit.hasFocus()


def test_what_answers_is_marked() -> None:
    assert runs("Prégabaline", ((0, 5),)) == [("Préga", True), ("baline", False)]
    assert runs("Œdème", ()) == [("Œdème", False)]
    assert runs("Rein et foie", ((0, 4), (8, 12))) == [("Rein", True), (" et ", False), ("foie", True)]
