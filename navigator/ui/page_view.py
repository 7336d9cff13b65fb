"""What every page of the window is to the stack that turns to it. Knows no page by name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSpacerItem, QVBoxLayout, QWidget

from navigator.pages.scene import Page
from navigator.ui.controls import Label


class PageView(QWidget):
    """A page: it shows one kind of scene page, scrolls, and names its stops for Tab; `entry` takes the focus."""

    title: Label
    _room: QSpacerItem | None = None
    _free = 0

    def show_page(self, page: Page) -> None:
        """Show `page`; only the kind that it was made for ever comes."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        raise NotImplementedError

    def entry(self) -> QWidget:
        """What takes the focus when the page opens: the title, unless there is something to answer at once."""
        return self.title

    def scroll_position(self) -> int:
        """How far it is scrolled, in pixels."""
        return 0

    def set_scroll_position(self, value: int) -> None:
        """Scroll it; a page that always fits has nothing to do."""

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size; most need nothing."""

    def foot(self) -> int:
        """How high the bar is that stands under it: what lies over the page for a while spares it."""
        return max((bar.height() for bar in self._bars() if bar.isVisibleTo(self)), default=0)

    def make_room(self, height: int) -> None:
        """Leave `height` pixels free over that bar, where the page can be shorter: nothing lies on what it shows."""
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        least = max(layout.minimumHeightForWidth(self.width()), layout.minimumSize().height()) - self._free
        height = min(height, max(0, self.height() - least))
        if height == self._free:
            return
        if self._room is None:
            self._room = QSpacerItem(0, 0)
            layout.insertItem(min((layout.indexOf(bar) for bar in self._bars()), default=layout.count()), self._room)
        self._free = height
        self._room.changeSize(0, height)
        layout.invalidate()

    def _bars(self) -> list[QFrame]:
        return self.findChildren(QFrame, "outbar", Qt.FindChildOption.FindDirectChildrenOnly)

    def open_find(self) -> None:
        """Open find in the page, where there is a text to search."""
