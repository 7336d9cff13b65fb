"""A page to read: red flags, a source, a mechanism, a score, the keys; and the ways on from it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.controls import Label
from navigator.ui.flow import column, row
from navigator.ui.moves import MoveRow
from navigator.ui.page_head import Crumbs, PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.reader import Reader
from navigator.ui.theme import Theme


class ReadingHead(QFrame):
    """Where we are, the title and one sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.crumbs = Crumbs(theme)
        self.title = PageTitle(theme)
        self.lead = Label(theme, "body", "text2", wrap=True)
        self.line = row(self.crumbs)
        self._column = column(self.line, 4, self.title, 2, self.lead, into=self)

    def show_head(self, crumbs: tuple[str, ...], title: str, lead: str) -> None:
        """Show another page's head."""
        self.crumbs.show_crumbs(crumbs)
        self.title.setText(title)
        self.lead.show_text(lead)

    def set_gutter(self, gutter: int, low: bool) -> None:
        """The space left and right; less above where the window is low."""
        self._column.setContentsMargins(gutter, 10 if low else 18, gutter, 6)


class MoveBar(QFrame):
    """The ways on, under the page; none takes no place."""

    move_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("outbar")
        self.moves = MoveRow(theme)
        self._column = column(self.moves, into=self)
        self.moves.move_chosen.connect(self.move_chosen)

    def show_moves(self, moves: tuple[scene.Move, ...]) -> None:
        """Offer `moves`."""
        self.moves.show_moves(moves)
        self.setVisible(bool(moves))

    def set_gutter(self, gutter: int) -> None:
        """The space left and right."""
        self._column.setContentsMargins(gutter, 12, gutter, 14)


class ReadingPage(PageView):
    """Head, text, ways on: what the pages to read have in common."""

    move_chosen = Signal(str)
    article_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self.head = ReadingHead(theme)
        self.title = self.head.title
        self.reader = Reader(theme, language)
        self.bar = MoveBar(theme)
        column(self.head, self.reader, self.bar, into=self).setStretch(1, 1)
        self.reader.article_chosen.connect(self.article_chosen)
        self.bar.move_chosen.connect(self.move_chosen)

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self.head.set_gutter(gutter, low=height < 760)
        self.bar.set_gutter(gutter)
        self.reader.fit(gutter, self._theme.px(960 if width < 1180 else 760), wide=width >= 1600)

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self.reader.scroll_position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self.reader.set_scroll_position(value)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        return [self.title, *self.reader.stops(), *self.bar.moves.buttons()]

    def open_find(self) -> None:
        """Open find in the page."""
        self.reader.open_find()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page wherever the focus is in it."""
        if not self.reader.scroller.scroll_by_key(event.key()):
            super().keyPressEvent(event)


class ArticlePage(ReadingPage):
    """Any article."""

    def show_page(self, page: scene.ArticlePage) -> None:  # type: ignore[override]
        """Show `page`."""
        self.head.show_head(page.crumbs, page.title, page.lead)
        self.reader.show_text(page.html, page.spoken, shelves=page.shelves)
        self.bar.show_moves(page.moves)
