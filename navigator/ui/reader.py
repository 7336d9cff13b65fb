"""A scrolling page of long text: what stands above it, the white sheet, and find in the page.

Knows places and scrolling. The pages put their own parts above the sheet.
"""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import EvidenceChart, Shelf
from navigator.ui.article import Article
from navigator.ui.controls import Label, Surface
from navigator.ui.find_bar import FindBar
from navigator.ui.flash_ring import FlashRing
from navigator.ui.flow import ScrollColumn, column, row
from navigator.ui.page_find import places
from navigator.ui.shelf_list import ShelfList
from navigator.ui.theme import Theme

_MARGIN = 16
_ASIDE, _ASIDE_GAP = 420, 16  # the lists beside a text, and how far they stand from it


class Reader(QWidget):
    """The scroll area of a page to read."""

    article_chosen = Signal(str)
    scrolled = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._gutter = 32
        self.scroller = ScrollColumn(steady=False)
        self.above = QVBoxLayout()
        self.article = Article(theme)
        self.sheet = Surface(theme)
        self.shelves = ShelfList(theme)
        self.hint = Surface(theme, "raised", "focus", 8)
        self._hint = Label(theme, "cap", "text", text=say(_("Entrée : parcourir les liens du texte"), language))
        self._ring = FlashRing(theme, self.scroller.body)
        self._sought = ("", 0)  # what was looked for, and which of its places is shown
        self.find_bar = FindBar(theme, language)
        self.find_bar.setParent(self)
        self._inner, self._aside = QWidget(), Surface(theme)
        self._frame = row(self._inner, column(self._aside, None), None, into=self.scroller.body)
        self._build()

    def _build(self) -> None:
        self.above.setSpacing(12)
        text = column(self.article, margins=(28, 22, 28, 20))
        self._under = column(text, self.shelves, into=self.sheet)
        self._beside = column(20, into=self._aside)
        self._aside.hide()
        self.hint.setParent(self)
        column(self._hint, margins=(10, 5, 10, 6), into=self.hint)
        self.hint.hide()
        self.shelves.hide()
        column(self.above, self.sheet, None, into=self._inner)
        self._frame.setStretch(0, 1)
        self._frame.setStretch(2, 0)
        column(self.scroller, into=self)
        self.article.article_chosen.connect(self.article_chosen)
        self.article.spot_focused.connect(self._show_spot)
        self.article.entered.connect(self._frame_text)
        self.shelves.opened.connect(self.article_chosen)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.closed.connect(self.article.clear_selection)
        self.scroller.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._leave_room)

    def show_text(
        self, html: str, spoken: str, chart: EvidenceChart | None = None, shelves: tuple[Shelf, ...] = ()
    ) -> None:
        """Show a text, with `chart` in it and `shelves` under it."""
        self.article.show_article(html, spoken, chart, shelves)
        self.shelves.show_shelves(shelves)
        self.sheet.setVisible(bool(html))
        self._aside.setVisible(bool(shelves) and self._beside.indexOf(self.shelves) >= 0)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order: the text once, then the lists."""
        return [self.article, *self.shelves.stops()]

    def _frame_text(self, entered: bool) -> None:
        """Ring the sheet and say how its links are walked, for those who came by the keyboard."""
        self.sheet.set_surface("surface", "focus" if entered else "border", width=2 if entered else 1)
        self.hint.setVisible(entered)
        self._place_bar()
        if entered and not self.article.visibleRegion().boundingRect().height() > 60:
            self._show_spot(0)

    def fit(self, gutter: int, widest: int, *, wide: bool = False) -> None:
        """The space left and right, and how wide the text may become; `wide`: there is room for its lists beside it."""
        self._gutter = gutter
        self._leave_room()
        self._inner.setMaximumWidth(widest)
        self._aside.setFixedWidth(self._theme.px(_ASIDE))
        self._frame.setSpacing(_ASIDE_GAP if wide else 0)
        home, other = (self._beside, self._under) if wide else (self._under, self._beside)
        if home.indexOf(self.shelves) < 0:
            other.removeWidget(self.shelves)
            home.addWidget(self.shelves)
        self._aside.setVisible(wide and not self.shelves.isHidden())

    def _leave_room(self) -> None:
        """As much space on the right as on the left, whether the scroll bar takes some of it or not."""
        bar = self.scroller.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._frame.setContentsMargins(self._gutter, _MARGIN, self._gutter - taken, 40)

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self.scroller.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self.scroller.set_position(value)

    def open_find(self) -> None:
        """Open find in the page."""
        self._place_bar()
        self.find_bar.open_bar()

    def heights(self) -> dict[str, int]:
        """Where each anchor of the text stands, from the top of the page."""
        top = self.article.mapTo(self.scroller.body, QPoint(0, 0)).y()
        heights = {name: top + y for name, y in self.article.anchor_heights().items()}
        views = () if self.beside() else self.shelves.views().items()
        return heights | {id: view.mapTo(self.scroller.body, QPoint(0, 0)).y() for id, view in views}

    def beside(self) -> frozenset[str]:
        """The lists that stand beside the text: they have no place in it."""
        return frozenset(self.shelves.views()) if self._beside.indexOf(self.shelves) >= 0 else frozenset()

    def scroll_to(self, anchor: str) -> None:
        """Bring an anchor to the top of the page; the top itself where there is none of that name."""
        self.scroller.set_position(self.heights().get(anchor, _MARGIN) - _MARGIN)

    def _seek(self, text: str, backwards: bool) -> None:
        """Go to the next place where `text` stands, round the end; a longer text stays where it is."""
        found = places(self.scroller.body, self.article, text)
        same = text == self._sought[0]
        at = self._sought[1] + (-1 if backwards else 1) if same else 0
        at = at % len(found) if found else 0
        self._sought = (text, at)
        self.find_bar.show_result(at + 1 if found else 0, len(found))
        self.article.clear_selection()
        if not found:
            return
        place = found[at]
        if place.cursor is not None:
            self.article.setTextCursor(place.cursor)
        self._show_place(place.y)
        if place.part is not None:
            self._ring.point_at(place.part)

    def _show_spot(self, y: int) -> None:
        self._show_place(self.article.mapTo(self.scroller.body, QPoint(0, y)).y())

    def _show_place(self, spot: int) -> None:
        room = self.scroller.viewport().height()
        if not self.scroller.position() + 60 <= spot <= self.scroller.position() + room - 60:
            self.scroller.set_position(spot - room // 3)

    def _place_bar(self) -> None:
        self.find_bar.adjustSize()
        self.hint.adjustSize()
        self.hint.move((self.width() - self.hint.width()) // 2, self.height() - self.hint.height() - 10)
        self.hint.raise_()
        self.find_bar.move(self.width() - self.find_bar.width() - self._gutter - 8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the find bar in its corner."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._place_bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page, Up and Down by a line."""
        if not self.scroller.scroll_by_key(event.key()):
            super().keyPressEvent(event)
