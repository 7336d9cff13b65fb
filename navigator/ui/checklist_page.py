"""A page of findings: the DN4, the red flags. Answers under the hand, what they say so far always in view.

Knows rows, keys and focus: an answer by key or press goes on to the next finding. Knows no medicine.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.article import Article
from navigator.ui.article_page import MoveBar, ReadingHead
from navigator.ui.check_parts import CheckBox, CheckRow, ScoreGauge
from navigator.ui.controls import Surface
from navigator.ui.flow import MAXIMUM, Pool, ScrollColumn, column, row
from navigator.ui.note_box import NoteBox
from navigator.ui.page_view import PageView
from navigator.ui.shelf_list import ShelfList
from navigator.ui.theme import Theme
from navigator.ui.window_keys import bind

_WIDE, _NARROW, _LOW = 1600, 700, 420  # of a window, in pixels of the plain text size
_ASIDE = 440  # the text beside the findings
REST_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class ChecklistPage(PageView):
    """Head, verdict, findings, the text behind them, ways on."""

    finding_answered = Signal(str, str)  # the finding; yes, no, or empty: forgotten
    move_chosen = Signal(str)
    article_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._rest, self._id, self._low = "", "", False
        self.head = ReadingHead(theme)
        self.title = self.head.title
        self.gauge, self.verdict = ScoreGauge(theme), NoteBox(theme)
        self.boxes = Pool(self._make_box)
        self.article, self.shelves, self.sheet = Article(theme), ShelfList(theme), Surface(theme)
        self.bar = MoveBar(theme)
        self._build()
        self.bar.move_chosen.connect(self.move_chosen)
        self.article.article_chosen.connect(self.article_chosen)
        self.article.spot_focused.connect(self._show_spot)
        self.shelves.opened.connect(self.article_chosen)
        bind(self, REST_KEYS, self._answer_rest, inside=True)

    def _build(self) -> None:
        self._scroll = ScrollColumn()
        self._gap = QSpacerItem(20, 0)
        self._said = QWidget()
        self._result = row(self.gauge, into=self._said)
        self._result.addItem(self._gap)
        self._result.addWidget(self.verdict, 1)
        self._inner = QWidget()
        self._column = column()
        self._column.setSpacing(12)
        self._text = QWidget()
        column(self.article, margins=(28, 0, 28, 16), into=self._text)
        column(16, self._text, self.shelves, into=self.sheet)
        self._page = column(self._column, 12, self.sheet, None, into=self._inner)
        self._beside = column(None)
        self._frame = row(self._inner, self._beside, None, into=self._scroll.body)
        self._frame.setStretch(0, 1)
        self._frame.setStretch(2, 0)
        self._whole = column(self.head, self._said, self._scroll, self.bar, into=self)
        self._whole.setStretch(2, 1)

    def show_page(self, page: scene.ChecklistPage) -> None:  # type: ignore[override]
        """Show `page`."""
        self._rest, self._id = page.rest, page.id
        self.head.show_head(page.crumbs, page.title, page.lead)
        self.gauge.setVisible(page.gauge is not None)
        if page.gauge is not None:
            self.gauge.show_gauge(page.gauge)
        self._gap.changeSize(*(20, 8) if page.gauge is not None else (0, 0))
        self.verdict.show_note(page.verdict)
        for box, group in zip(self.boxes.take(len(page.groups)), page.groups, strict=True):
            box.show_group(group)
        self.article.show_article(page.html, page.title, shelves=page.shelves)
        self._text.setVisible(bool(page.html.partition(scene.SHELVES)[0].strip()))
        self.shelves.show_shelves(page.shelves)
        self.sheet.setVisible(bool(page.html))
        self.bar.show_moves(page.moves)

    def rows(self) -> list[CheckRow]:
        """The findings in their order."""
        return [line for box in self.boxes.all if not box.isHidden() for line in box.rows()]

    def entry(self) -> QWidget:
        """The first finding that is not answered, so that each answer takes one key; the title where all are."""
        first = next((line for line in self.rows() if not line.item.value), None)
        return first.answer.stop() if first is not None else self.title

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        answers = [half for line in self.rows() for half in line.answer.halves()]
        return [self.title, *answers, self.article, *self.shelves.stops(), *self.bar.moves.buttons()]

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self._scroll_whole(height < _LOW)
        beside = 0 if self._low else gutter
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._result.setDirection(down if width < _NARROW else across)
        self.head.set_gutter(beside, low=height < 760)
        self.bar.set_gutter(gutter)
        self._result.setContentsMargins(beside, 4, beside, 10)
        taken = self._scroll.verticalScrollBar().sizeHint().width()
        self._frame.setContentsMargins(gutter, 4, gutter - taken, 32)
        self._place_text(beside=width >= _WIDE)

    def _place_text(self, *, beside: bool) -> None:
        """What the findings rest on: beside them where there is room, else under them."""
        px = self._theme.px
        self._inner.setMaximumWidth(px(760 if beside else 960))
        self._frame.setSpacing(16 if beside else 0)
        self.sheet.setMinimumWidth(px(_ASIDE) if beside else 0)
        self.sheet.setMaximumWidth(px(_ASIDE) if beside else MAXIMUM)
        home, other = (self._beside, self._page) if beside else (self._page, self._beside)
        if home.indexOf(self.sheet) < 0:
            other.removeWidget(self.sheet)
            home.insertWidget(home.count() - 1, self.sheet)

    def _scroll_whole(self, low: bool) -> None:
        """In a window of few lines the head and the verdict scroll with the findings, else they stay in view."""
        if low == self._low:
            return
        self._low = low
        source, target = (self._whole, self._page) if low else (self._page, self._whole)
        for place, part in enumerate((self.head, self._said)):  # widgets, not their layout: Qt owns a layout once
            source.removeWidget(part)
            target.insertWidget(place, part)
        self._whole.setStretch(self._whole.indexOf(self._scroll), 1)

    def scroll_position(self) -> int:
        """How far the findings are scrolled."""
        return self._scroll.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self._scroll.set_position(value)

    def _make_box(self) -> CheckBox:
        box = CheckBox(self._theme, self._language)
        box.answered.connect(self._answered)
        box.stepped.connect(self._step)
        self._column.addWidget(box)
        return box

    def _answered(self, line: CheckRow) -> None:
        value = line.answer.value
        self.finding_answered.emit(line.item.id, value)
        if value:
            self._step(line, 1)

    def _step(self, line: CheckRow, by: int) -> None:
        """Go to the finding before or after; after the last one, to the ways on."""
        rows = self.rows()
        place = rows.index(line) + by
        if 0 <= place < len(rows):
            rows[place].answer.focus_answer(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(rows[place], 0, 24)
        elif place == len(rows):
            ways = [button for button in self.bar.moves.buttons() if button.isVisible()]
            if ways:
                ways[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_spot(self, y: int) -> None:
        spot = self.article.mapTo(self._scroll.body, QPoint(0, y)).y()
        self._scroll.ensureVisible(0, spot, 0, self._theme.px(60))

    def _answer_rest(self) -> None:
        if self._rest:
            self.move_chosen.emit(self._rest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the findings."""
        if not self._scroll.scroll_by_key(event.key()):
            super().keyPressEvent(event)
