"""The lists under a text: real buttons, one stop of the Tab key a list, the arrows inside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.ui.shelf_list import ShelfList
from navigator.ui.theme import Theme
from tests.ui.window_samples import SHELVES


def test_sources_are_named_buttons_that_open(qtbot: QtBot, theme: Theme) -> None:
    shelves = ShelfList(theme)
    qtbot.addWidget(shelves)
    shelves.show_shelves(SHELVES)
    shelves.show()
    shelves.activateWindow()
    qtbot.waitUntil(shelves.isActiveWindow)
    sources, words = shelves.views().values()
    first, second = sources.rows()
    spoken = QAccessible.queryAccessibleInterface(first)
    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "1. RCP, lu"
    stops = [w for w in shelves.stops() if w.focusPolicy() == Qt.FocusPolicy.TabFocus]
    assert stops == [first, words.rows()[0]]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(shelves.opened) as caught:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert caught.args == ["source.nice"]
    with qtbot.assertNotEmitted(shelves.opened):
        words.rows()[0].click()
    shelves.show_shelves(())
    assert shelves.isHidden()
