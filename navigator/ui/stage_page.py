"""A stage of the walk: its options ranked for the patient, what it says, the ways on, and the outcome bar.

Knows places, order and focus. Cards are kept from one showing to the next, matched by their treatment.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import OptionCard as OptionScene
from navigator.pages.scene import StagePage as StageScene
from navigator.ui.badges import Tag
from navigator.ui.blocked_card import BlockedCard
from navigator.ui.combo import Combo
from navigator.ui.controls import Label
from navigator.ui.flow import Pool, ScrollColumn, column, row
from navigator.ui.moves import MoveRow
from navigator.ui.note_box import NoteBox
from navigator.ui.option_card import OptionCard
from navigator.ui.outcome_bar import OutcomeBar
from navigator.ui.page_head import Crumbs, PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.statement_list import StatementList
from navigator.ui.tab_chain import chain
from navigator.ui.theme import Theme
from navigator.ui.tool_row import ToolRow

_WIDE, _NARROW, _LOW, _SCARCE = 1600, 1180, 760, 420  # of the window


class StagePage(PageView):
    """The options of a stage as cards, with everything that helps to choose among them."""

    treatment_opened = Signal(str)
    compare_toggled = Signal(str)
    action_chosen = Signal(str)
    factor_answered = Signal(str, str)
    reading_chosen = Signal(str)
    move_chosen = Signal(str)
    draft_changed = Signal(str, str, str)
    trial_told = Signal(str)
    outcome_chosen = Signal(str, str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._node = ""
        self._order: list[str] = []  # the treatments, as the scene ranks them
        self._placed: tuple[int, list[str]] = (0, [])
        self._shape: tuple[bool, bool, bool, bool] | None = None
        self.cards: dict[str, OptionCard] = {}
        self._spare: list[OptionCard] = []
        self.title = PageTitle(theme)
        self.reading = Combo(theme, "")
        self.notes = Pool(self._make_note)
        self.blocked = BlockedCard(theme)
        self.moves = MoveRow(theme)
        self.statements = StatementList(theme)
        self.outcome = OutcomeBar(theme, language)
        self._build()
        self.reading.picked.connect(self.reading_chosen)
        self.moves.move_chosen.connect(self.move_chosen)
        self.blocked.move_chosen.connect(self.move_chosen)
        self.blocked.opened.connect(self.treatment_opened)
        self.outcome.draft_changed.connect(self.draft_changed)
        self.outcome.trial_told.connect(self.trial_told)
        self.outcome.outcome_chosen.connect(self.outcome_chosen)
        self.outcome.move_chosen.connect(self.move_chosen)
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        theme = self._theme
        self._crumbs = Crumbs(theme)
        self._preview = Tag(theme, "miss", "miss_bg", say(_("Aperçu"), self._language))
        self._reading_label = Label(theme, "cap", "text3")
        self.reading.setProperty("scale", "small")
        for part in (self.reading, self._reading_label):
            part.setParent(self)  # they have no place yet: the size of the window gives them theirs
        self._followed = Label(theme, "small", "text3")
        self._aim = Label(theme, "body", "text2", wrap=True)
        self._aim_line = Label(theme, "body", "text2", elide=True)
        self._count = Label(theme, "smallb", "text2")
        self._legend = Label(theme, "cap", "text3", elide=True)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the tools come first
        self._why_first = Label(theme, "small", "text2", wrap=True)
        crumbs = row()
        crumbs.addWidget(self._crumbs, 1)
        self._high_slot = row(12)
        crumbs.addLayout(self._high_slot)
        title = row()
        title.addWidget(self.title)
        title.addSpacing(10)
        title.addWidget(self._followed)
        title.addSpacing(8)
        title.addWidget(self._preview)
        title.addSpacing(12)
        title.addWidget(self._aim_line, 1)
        self._low_slot = row(12)
        title.addStretch(0)
        title.addLayout(self._low_slot)
        self._head = column(crumbs, 2, title, 2, self._aim)
        self.tools = ToolRow(theme)
        self.tools.action_chosen.connect(self.action_chosen)
        self._legend_row = row(self._count, 10, self.tools, 12)
        self._legend_row.addWidget(self._legend, 1)
        self._whole = column(self._head, self._legend_row, self._build_scroll(), self.outcome, into=self)

    def _build_scroll(self) -> ScrollColumn:
        self._scroll = ScrollColumn()
        self._note_column = QVBoxLayout()
        self._note_column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        moves = row(self.moves)
        moves.setContentsMargins(2, 0, 2, 0)
        blocked = row(self.blocked)
        blocked.setContentsMargins(2, 0, 2, 0)
        cards = column(blocked, self._why_first, self._grid)
        self._body = column(self._note_column, cards, 10, moves, 8, self.statements, None)
        self._scroll.body.setLayout(self._body)
        return self._scroll

    def show_page(self, page: StageScene) -> None:  # type: ignore[override]
        """Show `page`: from the top when it is another stage, in place when it is the same."""
        fresh = page.node != self._node
        self._node = page.node
        self._show_head(page)
        for box, note in zip(self.notes.take(len(page.notes)), page.notes, strict=True):
            box.show_note(note)
        self._note_column.setContentsMargins(2, 0, 2, 10 if page.notes else 0)
        self.blocked.setVisible(page.blocked is not None)
        if page.blocked is not None:
            self.blocked.show_blocked(page.blocked)
        self._why_first.show_text(page.why_first)
        self._show_options(page.options)
        self.moves.show_moves(page.moves)
        self.statements.show_statements(page.statements_title, page.statements)
        self.outcome.setVisible(page.outcome is not None)
        if page.outcome is not None:
            self.outcome.show_bar(page.outcome)
        if fresh:
            self.statements.fold()
            self._scroll.set_position(0)
        self._shape = None
        self._fit()
        chain(self.stops())

    def scroll_position(self) -> int:
        """How far the options are scrolled."""
        return self._scroll.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll the options to `value`."""
        self._scroll.set_position(value)

    def _show_head(self, page: StageScene) -> None:
        self._crumbs.show_crumbs(page.crumbs)
        self.title.setText(page.title)
        self._followed.show_text(page.followed)
        self._preview.setVisible(page.preview)
        self._aim.setText(page.aim)
        self._aim_line.setText(page.aim)
        self._reading_label.setText(page.reading_label)
        self.reading.setAccessibleName(page.reading_label)
        self.reading.setToolTip(page.reading_label)
        self.reading.show_options(page.readings, page.reading)
        self._count.setText(page.count)
        self.tools.show_actions(page.actions)
        self._legend.setText(page.legend)

    def _show_options(self, options: Sequence[OptionScene]) -> None:
        wanted = [option.treatment for option in options]
        free = self._spare + [card for id_, card in self.cards.items() if id_ not in wanted]
        kept = {id_: card for id_, card in self.cards.items() if id_ in wanted}
        self.cards = {}
        for place, option in enumerate(options):
            card = kept.get(option.treatment) or (free.pop() if free else self._make_card())
            self.cards[option.treatment] = card
            card.show_option(option)
            if self._grid.indexOf(card) < 0:  # below the others, until it is placed
                self._grid.addWidget(card, len(self._order) + place, 0)
                self._placed = (0, [])
            card.show()
        self._spare = free
        for card in free:
            card.hide()
        self._order = wanted
        if not self._asking():
            self._place()

    def _place(self) -> None:
        """Put the cards in their order, in one column or two."""
        columns = 2 if self.window().width() >= self._theme.px(_WIDE) else 1
        if self._placed == (columns, self._order):
            return
        self._placed = (columns, self._order)
        for card in (*self.cards.values(), *self._spare):
            self._grid.removeWidget(card)  # not takeAt: the item would live on and keep the old heights
        for place, id_ in enumerate(self._order):
            card = self.cards[id_]
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(1, columns - 1)

    def _asking(self) -> bool:
        return any(card.asks() for card in self.cards.values())

    def _question_left(self) -> None:
        QTimer.singleShot(0, self, self._settle)  # by then the focus is where it goes

    def _settle(self) -> None:
        if not self._asking():
            for card in self.cards.values():
                card.forget_question()
            self._place()
            chain(self.stops())

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        stops: list[QWidget] = [self.title, self.reading, *self.tools.buttons()]
        for box in self.notes.all:
            stops += box.moves.buttons()
        stops += self.blocked.stops()
        for id_ in self._order:
            stops += self.cards[id_].stops()
        return [*stops, *self.moves.buttons(), self.statements.head, *self.outcome.stops()]

    def _make_card(self) -> OptionCard:
        card = OptionCard(self._theme, self._language)
        card.opened.connect(self.treatment_opened)
        card.compare_toggled.connect(self.compare_toggled)
        card.factor_answered.connect(self.factor_answered)
        card.question_left.connect(self._question_left)
        return card

    def _make_note(self) -> NoteBox:
        box = NoteBox(self._theme)
        box.move_chosen.connect(self.move_chosen)
        self._note_column.addWidget(box)
        return box

    def _fit(self) -> None:
        window, px = self.window(), self._theme.px
        wide, narrow = window.width() >= px(_WIDE), window.width() < px(_NARROW)
        shape = (wide, narrow, window.height() < px(_LOW), window.height() < px(_SCARCE))
        if shape != self._shape:
            self._shape = shape
            self._reshape(gutter=24 if narrow else 32, low=shape[2])
            self._pin_outcome(pinned=not shape[3], gutter=24 if narrow else 32)

    def _reshape(self, *, gutter: int, low: bool) -> None:
        slot, other = (self._low_slot, self._high_slot) if low else (self._high_slot, self._low_slot)
        for part in (self._reading_label, self.reading):
            other.removeWidget(part)
            slot.removeWidget(part)
        if not low:
            slot.addWidget(self._reading_label)
        slot.addWidget(self.reading)
        slot.setSpacing(8)
        self._reading_label.setVisible(not low)
        self._crumbs.setVisible(not low)
        self._aim.setVisible(not low and bool(self._aim.text()))
        self._aim_line.setVisible(low)
        self._head.setContentsMargins(gutter, 10 if low else 14, gutter, 8 if low else 12)
        self._legend_row.setContentsMargins(gutter, 0, gutter, 4)
        self._body.setContentsMargins(gutter - 2, 0, gutter - 12, 20)
        self._why_first.setContentsMargins(2, 10 if self.blocked.isVisibleTo(self) else 0, 2, 6)
        if not self._asking():
            self._place()

    def _pin_outcome(self, *, pinned: bool, gutter: int) -> None:
        """Under the page; after the cards, to be scrolled to, where it would leave them no room."""
        home, other = (self._whole, self._body) if pinned else (self._body, self._whole)
        if home.indexOf(self.outcome) < 0:
            other.removeWidget(self.outcome)
            home.insertWidget(home.count() - (0 if pinned else 1), self.outcome)
        self.outcome.set_gutter(gutter if pinned else 2, compact=bool(self._shape and self._shape[2]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that the window allows."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the options."""
        if not self._scroll.scroll_by_key(event.key()):
            super().keyPressEvent(event)
