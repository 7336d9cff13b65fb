"""The drawer keeps the keyboard inside and gives the focus back."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.ui.drawer import Drawer
from navigator.ui.theme import Theme


class Host(QWidget):
    """A window with a button, and a drawer with two."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(1024, 640)
        self.opener = QPushButton("ouvrir", self)
        self.inside = QWidget()
        layout = QVBoxLayout(self.inside)
        self.first, self.last = QPushButton("un"), QPushButton("deux")
        layout.addWidget(self.first)
        layout.addWidget(self.last)
        self.drawer = Drawer(theme, self)
        self.drawer.take(self.inside)


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> Host:
    made = Host(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.opener.setFocus()
    made.drawer.open_over(QRect(0, 56, 1024, 584))
    made.first.setFocus()
    return made


def test_it_stands_on_the_right(host: Host) -> None:
    assert host.drawer.content().geometry() == QRect(704, 0, 320, 584)


def test_tab_goes_round_inside(qtbot: QtBot, host: Host) -> None:
    QTest.keyClick(host.first, Qt.Key.Key_Tab)
    assert host.last.hasFocus()
    QTest.keyClick(host.last, Qt.Key.Key_Tab)
    assert host.first.hasFocus()
    QTest.keyClick(host.first, Qt.Key.Key_Backtab)
    assert host.last.hasFocus()


def test_esc_gives_the_focus_back(qtbot: QtBot, host: Host) -> None:
    with qtbot.waitSignal(host.drawer.closed):
        QTest.keyClick(host.first, Qt.Key.Key_Escape)
    assert host.opener.hasFocus()


def test_a_click_beside_it_closes(qtbot: QtBot, host: Host) -> None:
    QTest.mouseClick(host.drawer, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert host.drawer.isHidden()
    assert host.opener.hasFocus()


def test_closing_for_another_page_leaves_the_focus_alone(host: Host) -> None:
    host.drawer.close_overlay(restore=False)
    assert not host.opener.hasFocus()
