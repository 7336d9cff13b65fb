"""The map: the whole tree, the statuses for this patient, and the question before trials are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.controls import Icon, Label
from navigator.ui.flow import Flow, Pool, column, row
from navigator.ui.map_grid import MapGrid
from navigator.ui.marks import MARKS
from navigator.ui.note_box import NoteBox
from navigator.ui.page_head import PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.theme import Theme


class LegendEntry(QWidget):
    """A glyph and the word that it stands for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = Icon(theme, "st-neutral", "text2", 14, "bg")
        self._word = Label(theme, "small", "text2")
        row(self._icon, 6, self._word, into=self)

    def show_status(self, status: scene.Status) -> None:
        """Show the glyph of `status` and its word."""
        look = MARKS[status.mark]
        self._icon.show_icon(look.glyph, look.text, "bg")
        self._word.setText(status.word)


class MapPage(PageView):
    """The map. Esc goes back to the page before."""

    cell_chosen = Signal(str)
    leaving_answered = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._asks = self._scarce = False
        self.title = PageTitle(theme)
        self._subtitle = Label(theme, "body", "text2", elide=True)
        self._legend = Flow(gap=16, line_gap=4)
        self._entries = Pool(self._make_entry)
        self.leaving = NoteBox(theme)
        self.grid = MapGrid(theme, language)
        self._top = row(column(self.title, 2, self._subtitle), None, 24)
        self._key = QWidget()
        column(None, self._legend, 4, into=self._key)
        self._top.addWidget(self._key)
        self._head = column(self._top, 8, self.leaving)
        self._grid_row = row(self.grid)
        column(self._head, self._grid_row, into=self).setStretch(1, 1)
        self.grid.opened.connect(self.cell_chosen)
        self.leaving.move_chosen.connect(self.leaving_answered)

    def show_page(self, page: scene.MapPage) -> None:  # type: ignore[override]
        """Show the tree; while it asks, the focus is on the way to stay."""
        asked, self._asks = self._asks, page.leaving is not None
        self.title.setText(page.title)
        self._subtitle.setText(page.subtitle)
        for entry, status in zip(self._entries.take(len(page.legend)), page.legend, strict=True):
            entry.show_status(status)
        self.grid.show_grid(page.columns, page.rows, page.here_label)
        if page.leaving is not None:
            self.leaving.show_note(page.leaving)
        self.leaving.setVisible(self._asks)
        self._make_room()
        if self._asks and not asked:
            self.leaving.moves.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif asked and not self._asks:
            self.grid.current().setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self) -> QWidget:
        """The cell where the walk stands: the arrow keys work at once."""
        self.grid.start_at_here()
        self.grid.scroller.horizontalScrollBar().setValue(0)
        self.grid.reveal()
        return self.grid.current()

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        narrow, low = width < 1180, height < 760
        gutter = 24 if narrow else 32
        self._head.setContentsMargins(gutter, 12 if low else 24, gutter, 0)
        self._grid_row.setContentsMargins(gutter, 0, gutter - 8, 8)
        self._subtitle.setVisible(not low)
        self._scarce = height < 420
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(down if width < 700 else across)
        self._make_room()
        self.grid.set_narrow(narrow)

    def scroll_position(self) -> int:
        """How far the grid is scrolled down."""
        return self.grid.scroller.verticalScrollBar().value()

    def set_scroll_position(self, value: int) -> None:
        """Scroll the grid to `value`."""
        self.grid.scroller.verticalScrollBar().setValue(value)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order; of the cells only one at a time."""
        return [self.title, *self.leaving.moves.buttons(), *self.grid.cells.all]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stays where trials would be left; else it goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._asks:
            self.leaving_answered.emit("stay")
        else:
            self.back_asked.emit()

    def _make_room(self) -> None:
        """In a window of few lines the question takes the place of the legend."""
        self._key.setVisible(not (self._scarce and self._asks))

    def _make_entry(self) -> LegendEntry:
        entry = LegendEntry(self._theme)
        self._legend.addWidget(entry)
        return entry
