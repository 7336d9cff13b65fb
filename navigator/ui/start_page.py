"""The first page: which pain, two shortcuts, and the guideline that is followed. Knows places and widths."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from navigator.pages.scene import StartPage as StartScene
from navigator.ui.combo import Combo
from navigator.ui.controls import Icon, Label
from navigator.ui.flow import Pool, ScrollColumn, column, row
from navigator.ui.note_box import NoteBox
from navigator.ui.page_view import PageView
from navigator.ui.resume_field import ResumeField
from navigator.ui.start_cards import NewsLine, ShortcutStrip, TypeChoice
from navigator.ui.theme import Theme

_WIDE, _LOW, _TIGHT = 1600, 680, 760
_HEAD_BELOW = 960  # a narrower page has its fields under the title, which would break
_READING = 220  # the most that the field of the guideline takes


class StartPage(PageView):
    """Four types of pain in two by two, two shortcuts, a reading, a footer."""

    type_chosen = Signal(str)
    article_chosen = Signal(str)
    reading_chosen = Signal(str)
    move_chosen = Signal(str)
    news_dismissed = Signal()
    resume_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._stacked = theme, False
        self.title = Label(theme, "display", wrap=True)
        self._subtitle = Label(theme, "body", "text2", wrap=True)
        self._reading_title = Label(theme, "cap", "text3")
        self.reading = Combo(theme, "")
        self.news = NewsLine(theme)
        self.resume = ResumeField(theme)
        self.cards = Pool(self._make_card)
        self.strips = Pool(self._make_strip)
        self.notes = Pool(self._make_note)
        self._build()
        self.reading.picked.connect(self.reading_chosen)
        self.news.dismissed.connect(self.news_dismissed)
        self.resume.resume_asked.connect(self.resume_asked)
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        self._scroll = ScrollColumn()
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._strip_row = QHBoxLayout()
        self._strip_row.setSpacing(12)
        self._note_column = QVBoxLayout()
        self._note_column.setSpacing(8)
        self._news_row = row(self.news)
        self._inner = QWidget()
        self._page = column(
            self._header(), self._note_column, self._news_row, self._grid, 14, self._strip_row, None, 14, self._footer()
        )
        self._inner.setLayout(self._page)
        self._frame = row(None, margins=(40, 34, 40, 18), into=self._scroll.body)
        self._frame.addWidget(self._inner, 100)
        self._frame.addStretch(1)
        column(self._scroll, into=self)

    def _header(self) -> QBoxLayout:
        header = self._head = row()
        header.addLayout(column(self.title, 4, self._subtitle, None), 1)
        header.addSpacing(24)
        sides = self._sides = row(self.resume, 20, column(self._reading_title, 4, self.reading, None), None)
        header.addLayout(column(None, sides))  # both fields on one line, whatever is said under one of them
        return header

    def _footer(self) -> QBoxLayout:
        self._offline = Label(self._theme, "cap", "text3", elide=True)
        self._privacy = Label(self._theme, "cap", "text3", elide=True)
        self._disclaimer = Label(self._theme, "cap", "text3")  # never cut
        cloud, lock = Icon(self._theme, "cloud-off", "text3", 16), Icon(self._theme, "lock", "text3", 16)
        parts = (cloud, 8, self._offline, 20, lock, 8, self._privacy, 20, None, self._disclaimer)
        return row(*parts, margins=(2, 0, 2, 0))

    def show_page(self, page: StartScene) -> None:  # type: ignore[override]
        """Show `page`."""
        self.title.setText(page.title)
        self._subtitle.setText(page.subtitle)
        self._reading_title.setText(page.reading_title)
        self.reading.setAccessibleName(page.reading_title)
        self.reading.show_options(page.readings, page.reading)
        for choice, card in zip(self.cards.take(len(page.cards)), page.cards, strict=True):
            choice.show_card(card)
        for strip, shown in zip(self.strips.take(len(page.strips)), page.strips, strict=True):
            strip.show_strip(shown)
        for box, note in zip(self.notes.take(len(page.notices)), page.notices, strict=True):
            box.show_note(note)
        self.news.show_news(page.news)
        self.resume.show_box(page.resume)
        self._news_row.setContentsMargins(2, 0, 2, 8 if page.news else 0)
        self._note_column.setContentsMargins(2, 0, 2, 12 if page.notices else 0)
        self._offline.setText(page.offline)
        self._privacy.setText(page.privacy)
        self._disclaimer.setText(page.disclaimer)
        self._fit()

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self._scroll.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self._scroll.set_position(value)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        notes = [button for box in self.notes.all for button in box.moves.buttons()]
        return [
            self.resume.edit,
            self.resume.button,
            self.reading,
            *notes,
            self.news.button,
            *self.cards.all,
            *self.strips.all,
        ]

    def _make_card(self) -> TypeChoice:
        card, place = TypeChoice(self._theme), len(self.cards.all)
        card.chosen.connect(self.type_chosen)
        self._grid.addWidget(card, place if self._stacked else place // 2, 0 if self._stacked else place % 2)
        return card

    def _make_strip(self) -> ShortcutStrip:
        strip = ShortcutStrip(self._theme)
        strip.chosen.connect(self.article_chosen)
        self._strip_row.addWidget(strip, 1)
        return strip

    def _make_note(self) -> NoteBox:
        box = NoteBox(self._theme)
        box.move_chosen.connect(self.move_chosen)
        self._note_column.addWidget(box)
        return box

    def _fit(self) -> None:
        px = self._theme.px
        wide, low = self.width() >= px(_WIDE), self.height() < px(_LOW)
        self._inner.setMaximumWidth(px(1280) if wide else max(1120, px(1120)))
        gutter = 24 if self.width() < 1180 else 40
        top = 14 if low else 12 if not self.news.isHidden() else max(34, (self.height() - px(820)) // 2) if wide else 34
        self._frame.setContentsMargins(gutter, top, gutter, 12 if low or not self.news.isHidden() else 18)
        self.title.set_role("h1" if low else "display")
        self._stack(self.width() < px(_TIGHT))
        tight = low or not self.news.isHidden()
        self._head.setContentsMargins(2, 0, 2, 12 if tight else 24)
        for card in self.cards.all:
            card.fit(wide=wide, low=low)

    def _stack(self, stacked: bool) -> None:
        """One thing below the other, where two side by side would be cut."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if self.width() < self._theme.px(_HEAD_BELOW) else across)
        self._strip_row.setDirection(down if stacked else across)
        widest = max(self._reading_title.sizeHint().width(), self._theme.px(_READING))
        self.reading.setMaximumWidth(widest)
        beside = self.resume.sizeHint().width() + 20 + widest
        self._sides.setDirection(across if beside + 64 <= self.width() else down)
        if stacked != self._stacked:
            self._stacked = stacked
            for place, card in enumerate(self.cards.all):
                self._grid.addWidget(card, place if stacked else place // 2, 0 if stacked else place % 2)
            self._grid.setColumnStretch(1, 0 if stacked else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page."""
        if not self._scroll.scroll_by_key(event.key()):
            super().keyPressEvent(event)
