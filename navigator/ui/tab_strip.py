"""The sections of a page as anchors: they follow the scroll and scroll on a click. They never swap the content."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import Tab
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import ENTER, PaintedButton
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_CHEVRON = 18


class Anchor(PaintedButton):
    """One section."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.tab = Tab("", "")
        self.setCheckable(True)

    def show_tab(self, tab: Tab) -> None:
        """Name it after `tab`."""
        self.tab = tab
        self.setText(tab.title)
        self.setAccessibleName(tab.title)

    def text_place(self) -> QRect:
        """Where the word stands."""
        return self.rect()

    def nextCheckState(self) -> None:
        """Being the section in view is not the button's to decide."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; the arrows go to the strip."""
        if event.key() in ENTER:
            self.click()
        elif event.key() in (*_FORWARD, *_BACKWARD, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word; a line under the section in view."""
        painter, theme, px, here = QPainter(self), self._theme, self._theme.px, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("smallb" if here else "smallm"))
        painter.setPen(theme.color("accent" if here or self.underMouse() else "text2"))
        painter.drawText(self.text_place().adjusted(0, 0, 0, -px(2)), Qt.AlignmentFlag.AlignCenter, self.text())
        if here:
            line = QRectF(px(4), self.height() - 3, self.width() - px(8), 3)
            rounded(painter, line, 1.5, theme.color("accent"))
        self.paint_focus(painter, 5, (1, px(5), 1, px(5)))
        painter.end()


class MoreSections(Anchor):
    """The sections that the line has no room for, in a menu; it bears the name of the one in view."""

    def __init__(self, theme: Theme, parent: QWidget, language: Language) -> None:
        super().__init__(theme, parent)
        self._word, self._name = say(_("Plus"), language), say(_("Autres sections"), language)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(self._name)
        self.clicked.connect(self.open_menu)

    def show_sections(self, tabs: Sequence[Tab], current: str) -> None:
        """Offer `tabs`, with the one in view marked."""
        if [a.data() for a in self.menu.actions()] != [t.id for t in tabs]:
            self.menu.clear()
            for tab in tabs:
                action = self.menu.addAction(tab.title.replace("&", "&&"))
                action.setData(tab.id)
                action.setCheckable(True)
        for action in self.menu.actions():
            action.setChecked(action.data() == current)
        here = next((t.title for t in tabs if t.id == current), "")
        self.setText(here or self._word)
        self.setAccessibleName(f"{self._name} : {here}" if here else self._name)
        self.setChecked(bool(here))
        self.resize(self._wide(self.text()), self.height())

    def room(self, tabs: Sequence[Tab]) -> int:
        """How wide it is at most while it stands for `tabs`."""
        texts = (self._word, *(t.title for t in tabs))
        return max(self._wide(t) for t in texts)

    def _wide(self, text: str) -> int:
        return round(self._theme.text_width("smallb", text)) + self._theme.px(10 + _CHEVRON)

    def open_menu(self) -> None:
        """Show the sections under the button."""
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def text_place(self) -> QRect:
        """Left of the chevron."""
        return self.rect().adjusted(0, 0, -self._theme.px(_CHEVRON), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, and what says that more is under it."""
        super().paintEvent(event)
        side = self._theme.px(12)
        box = QRectF(self.width() - side - self._theme.px(5), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, "chevron-down", box, self._theme.hex("accent" if self.isChecked() else "text2"))
        painter.end()


class TabStrip(QWidget):
    """The sections on one line, those without room in a menu. One stop of the Tab key, the arrows go along it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._anchors: list[Anchor] = []
        self._tabs: tuple[Tab, ...] = ()
        self._fitting = 0  # how many have their place on the line
        self._current = ""
        self.more = MoreSections(theme, self, language)
        self.more.menu.triggered.connect(self._picked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Show `tabs`; the buttons are kept."""
        while len(self._anchors) < len(tabs):
            anchor = Anchor(self._theme, self)
            anchor.clicked.connect(self._clicked)
            self._anchors.append(anchor)
        if self._tabs == tabs:
            return
        self._tabs = tabs
        for anchor, tab in zip(self._anchors, tabs, strict=False):
            anchor.show_tab(tab)
        if self._current not in {t.id for t in tabs}:
            self._current = tabs[0].id if tabs else ""
        self._arrange()

    def set_current(self, id: str) -> None:
        """Mark the section in view."""
        if id in {t.id for t in self._tabs}:
            self._current = id
            self._mark()

    def current(self) -> str:
        """The section in view."""
        return self._current

    def anchors(self) -> list[Anchor]:
        """The buttons, from left to right, those in the menu last."""
        return self._anchors[: len(self._tabs)]

    def stops(self) -> list[QWidget]:
        """What the Tab key can stop at: one of them at a time does."""
        return [*self.anchors(), self.more]

    def _mark(self) -> None:
        for place, anchor in enumerate(self.anchors()):
            here = anchor.tab.id == self._current
            anchor.setChecked(here)
            anchor.setFocusPolicy(_focus(here and place < self._fitting))
        self.more.show_sections(self._tabs[self._fitting :], self._current)
        self.more.setFocusPolicy(_focus(self.more.isChecked()))

    def _clicked(self) -> None:
        anchor = self.sender()
        if isinstance(anchor, Anchor):
            self.chosen.emit(anchor.tab.id)

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

    def _follow_theme(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.update()

    def _arrange(self) -> None:
        """Give a place to as many as fit, and the rest to the menu."""
        px, width = self._theme.px, self.width() + self._theme.px(5)
        sizes = [round(self._theme.text_width("smallb", t.title)) + px(10) for t in self._tabs]
        least, count = px(4), len(sizes)
        while count and sum(sizes[:count]) + least * count + self._more_room(count) > width:
            count -= 1
        self._fitting = count
        places = [*sizes[:count], *([self._more_room(count)] if count < len(sizes) else [])]
        gap = min(px(16), max(least, (width - sum(places)) // max(1, len(places) - 1)))
        row = [*self._anchors[:count], self.more]
        x = -px(5)
        for anchor, size in zip(row, places, strict=False):
            anchor.setGeometry(x, 0, size, self.height())
            x += size + gap
        for place, anchor in enumerate(self._anchors):
            anchor.setVisible(place < count)
        self.more.setVisible(count < len(sizes))
        self._mark()

    def _more_room(self, count: int) -> int:
        return self.more.room(self._tabs[count:]) if count < len(self._tabs) else 0

    def sizeHint(self) -> QSize:
        """One line, whatever width there is."""
        return QSize(self._theme.px(400), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the menu takes what has no room."""
        return QSize(self._theme.px(160), self._theme.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the anchors out again."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows, Home and End move along the strip; Down on the last opens the menu."""
        row = [*self._anchors[: self._fitting], *([] if self.more.isHidden() else [self.more])]
        at = next((i for i, a in enumerate(row) if a.hasFocus()), -1)
        if at >= 0 and row[at] is self.more and event.key() == Qt.Key.Key_Down:
            self.more.open_menu()
            return
        goals = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(row) - 1}
        goals |= dict.fromkeys(_FORWARD, (at + 1) % max(1, len(row)))
        goals |= dict.fromkeys(_BACKWARD, (at - 1) % max(1, len(row)))
        goal = goals.get(Qt.Key(event.key()))
        if at < 0 or goal is None:
            super().keyPressEvent(event)
        else:
            row[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line that the page slides under."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))
        painter.end()


def _focus(stops: bool) -> Qt.FocusPolicy:
    return Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.ClickFocus
