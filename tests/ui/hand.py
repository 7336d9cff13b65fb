"""A user's hand on the real window: it clicks what is seen and types where the focus is, and knows no shortcut.

Every click and key goes to the window of the system, so that what lies on top takes it, as it would on a desk.
"""

from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QScrollArea, QWidget

from navigator.ui.app import App
from navigator.ui.main_window import MainWindow
from navigator.ui.number_field import NumberField
from tests.ui.looking import settle

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
TAKES_CLICKS = (QAbstractButton, QComboBox, QLineEdit)
W = TypeVar("W", bound=QWidget)


def is_seen(widget: QWidget) -> bool:
    """Whether some of it is on the screen."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


class Hand:
    """Clicks and types."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def window(self) -> MainWindow:
        """The window of now: another one after a change of language."""
        return self.app.window

    def find(self, inside: QWidget, kind: type[W], name: str) -> W:
        """The one visible widget of `kind` that is named `name`."""
        found = [w for w in inside.findChildren(kind) if w.objectName() == name and w.isVisible()]
        seen = [w.objectName() for w in inside.findChildren(kind) if w.isVisible()]
        assert found, f"no {name} on the screen, only {seen}"
        return found[0]

    def number(self, factor: str) -> NumberField:
        """The field of a number of the patient."""
        field = self.window.patient_panel.findChild(NumberField, factor)
        assert isinstance(field, NumberField), f"no field for {factor}"
        return field

    def choose(self, type_number: int) -> None:
        """Click on one of the types of pain, counted from 1."""
        self.click(self.window.start_page.cards.all[type_number - 1])
        assert self.window.stage_page.isVisible()

    def bring(self, widget: QWidget) -> None:
        """Scroll until `widget` is in view."""
        above = widget.parentWidget()
        while above is not None and not above.isWindow():
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget, 0, 12)
            above = above.parentWidget()
        settle()

    def click(self, widget: QWidget) -> None:
        """Click on `widget`, wherever it is not covered."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not on the screen"
        assert widget.isEnabled(), f"{widget.accessibleName()} is disabled"
        self.bring(widget)
        self.click_at(widget.window(), self._spot(widget))

    def click_at(self, widget: QWidget, spot: QPoint) -> None:
        """Click at a place of a widget, through the window of the system that it is in."""
        window = widget.window()
        QTest.mouseClick(_handle(window), LEFT, NONE, widget.mapTo(window, spot))
        settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        """Press one key; `text` is what it types where that is no ASCII."""
        target = self._focused()
        if text:
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, text, modifiers)
        else:
            QTest.keyClick(target, key, modifiers)
        settle()

    def type(self, field: QLineEdit, text: str) -> None:
        """Click in a field and replace what stands there."""
        self.click(field)
        assert field.hasFocus(), f"{field.accessibleName()} did not take the focus"
        self.key(Qt.Key.Key_A, CTRL)
        self.key(Qt.Key.Key_Delete)
        self.write(text)

    def write(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            self.key(Qt.Key(ord(letter.upper())), text=letter)

    def pick(self, combo: QComboBox, row: int) -> None:
        """Open a list and click on one of its rows."""
        assert 0 <= row < combo.count(), f"{combo.accessibleName()} offers no such row"
        if combo.isEditable():  # its text takes the caret, its arrow opens the list
            self.bring(combo)
            spot = combo.rect().center()
            spot.setX(combo.rect().right() - 8)
            self.click_at(combo.window(), combo.mapTo(combo.window(), spot))
        else:
            self.click(combo)
        view = combo.view()
        assert view.isVisible(), f"{combo.accessibleName()} did not open"
        index: QModelIndex = combo.model().index(row, combo.modelColumn())
        view.scrollTo(index)
        settle()
        self.click_at(view.window(), view.viewport().mapTo(view.window(), view.visualRect(index).center()))
        assert not view.isVisible(), f"{combo.accessibleName()} did not close"

    def pick_in_menu(self, menu: QMenu, action: QAction) -> None:
        """Click on an entry of an open menu."""
        assert menu.isVisible(), "the menu did not open"
        assert action.isVisible(), f"{action.text()} is not in the menu"
        assert action.isEnabled(), f"{action.text()} is disabled"
        self.click_at(menu, menu.actionGeometry(action).center())
        assert not menu.isVisible(), "the menu did not close"

    def _focused(self) -> QWindow:
        popup = QApplication.activePopupWidget()
        found = popup.windowHandle() if popup is not None else QGuiApplication.focusWindow()
        return found if found is not None else _handle(self.app.frame)

    def _spot(self, widget: QWidget) -> QPoint:
        window, seen = widget.window(), widget.visibleRegion().boundingRect()
        assert not seen.isEmpty(), f"{widget.accessibleName()} is out of view"
        for place in _places(seen):
            spot = widget.mapTo(window, place)
            if _taker(window.childAt(spot), widget) is widget:
                return spot
        raise AssertionError(f"{widget.accessibleName()} is covered by {window.childAt(spot)}")


def _handle(window: QWidget) -> QWindow:
    handle: QWindow | None = window.windowHandle()
    assert handle is not None, f"{window} was never shown"
    return handle


def _places(rect: QRect) -> list[QPoint]:
    """The middle first, then places all over `rect`."""
    corner, size = rect.topLeft(), rect.size()
    eighths = [(x, y) for y in range(1, 8) for x in range(1, 8)]
    across = [corner + QPoint(size.width() * x // 8, size.height() * y // 8) for x, y in eighths]
    return [rect.center(), *across]


def _taker(child: QWidget | None, wanted: QWidget) -> QWidget | None:
    """Who takes a click on `child`: the nearest control around it."""
    while child is not None and child is not wanted and not isinstance(child, TAKES_CLICKS):
        child = child.parentWidget()
    return child
