"""« Et si… ? »: another answer for one factor, and each option that it changes, before and after.

Knows fields and places; what changes comes in. Nothing here reaches the patient but through « Appliquer ».
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.article_page import MoveBar
from navigator.ui.badges import Chip
from navigator.ui.choice_field import ComboField, YesNoField
from navigator.ui.click_card import ClickCard
from navigator.ui.combo import Combo
from navigator.ui.controls import Icon, Label, Surface
from navigator.ui.flow import Flow, Pool, ScrollColumn, column, row
from navigator.ui.number_field import NumberField
from navigator.ui.page_head import Crumbs, PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.panel_field import PanelField
from navigator.ui.theme import Theme


class ShiftLine(QWidget):
    """One thing that is said otherwise: its name, before, after."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._label = Label(theme, "smallb", "text2")
        self._before = Label(theme, "small", "text3", wrap=True)
        self._arrow = Icon(theme, "arrow-right", "text3", 14)
        self._after = Label(theme, "small", "text", wrap=True)
        sides = row()
        sides.setSpacing(6)
        for part in (self._before, self._arrow, self._after):
            sides.addWidget(part, 0 if part is self._arrow else 1)
        column(self._label, 1, sides, into=self)

    def show_shift(self, shift: scene.Shift) -> None:
        """Show `shift`; a side that is empty takes no place."""
        self._label.setText(shift.label)
        self._before.show_text(shift.before)
        self._arrow.setVisible(bool(shift.before and shift.after))
        self._after.show_text(shift.after)


class ChangeCard(ClickCard):
    """An option that changes: its status before and after, and what is said otherwise. Pressing it opens it."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._treatment = ""
        self._name = Label(theme, "h3")
        self.before, self.after = Chip(theme), Chip(theme)
        self._arrow = Icon(theme, "arrow-right", "text2", 16)
        self._shifts = Pool(self._make)
        self._column = column()
        self._column.setSpacing(6)
        head = Flow(gap=12, line_gap=4)
        for part in (self._name, self.before, self._arrow, self.after):
            head.addWidget(part)
        column(head, 8, self._column, margins=(20, 12, 16, 12), into=self)
        self.clicked.connect(self._open)

    def show_change(self, change: scene.WhatIfChange) -> None:
        """Show `change`."""
        self._treatment = change.treatment
        self._name.setText(change.name)
        moved = change.before != change.after
        self.before.show_status(change.before)
        self._arrow.setVisible(moved)
        self.after.show_status(change.after)
        self.after.setVisible(moved)
        for line, shift in zip(self._shifts.take(len(change.shifts)), change.shifts, strict=True):
            line.show_shift(shift)
        self.setAccessibleName(change.spoken)

    def _make(self) -> ShiftLine:
        line = ShiftLine(self.theme)
        self._column.addWidget(line)
        return line

    def _open(self) -> None:
        self.opened.emit(self._treatment)


class WhatIfPage(PageView):
    """The page: the factor and its supposed answer stay in sight, the changes scroll. Esc leaves."""

    factor_chosen = Signal(str)
    supposed = Signal(str, str)
    move_chosen = Signal(str)
    treatment_opened = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self.crumbs = Crumbs(theme)
        self.title = PageTitle(theme)
        self._lead = Label(theme, "body", "text2", wrap=True)
        self._factor_label = Label(theme, "small", "text2")
        self.factor = Combo(theme, "")
        self._now = Label(theme, "small", "text3", wrap=True)
        self._number, self._yes_no = NumberField(theme, language), YesNoField(theme, language)
        self._choice = ComboField(theme, language)
        self.fields: dict[str, PanelField] = {"number": self._number, "yes-no": self._yes_no, "choice": self._choice}
        self._level = QWidget()  # over a yes or no, whose words stand beside it: in line with the list of factors
        self._ask = Surface(theme)
        self._changes_title = Label(theme, "h3")
        self._changes = Pool(self._make)
        self._verdict = Label(theme, "body", "text2", wrap=True)
        self._scroll = ScrollColumn()
        self.bar = MoveBar(theme)
        self._build()

    def _build(self) -> None:
        choice = row()
        choice.addLayout(column(self._factor_label, 4, self.factor, 4, self._now, None), 1)
        choice.addSpacing(24)
        answers = column(self._level)
        for field in self.fields.values():
            answers.addWidget(field)
            field.hide()
            field.answered.connect(self._suppose)
        answers.addStretch(1)
        choice.addLayout(answers, 1)
        column(choice, margins=(16, 12, 16, 12), into=self._ask)
        self._head = column(self.crumbs, 2, self.title, 2, self._lead, 10, self._ask)
        self._list = column()
        self._list.setSpacing(4)
        self._body = column(self._changes_title, 6, self._list, 8, self._verdict, None, into=self._scroll.body)
        column(self._head, 8, self._scroll, self.bar, into=self).setStretch(2, 1)
        self.factor.picked.connect(self.factor_chosen)
        self.bar.move_chosen.connect(self.move_chosen)

    def show_page(self, page: scene.WhatIfPage) -> None:  # type: ignore[override]
        """Show what the supposed answer changes."""
        self.crumbs.show_crumbs(page.crumbs)
        self.title.setText(page.title)
        self._lead.setText(page.lead)
        self._factor_label.setText(page.factor_label)
        self.factor.setAccessibleName(page.factor_label)
        self.factor.show_options(page.factors, page.factor)
        self._now.show_text(page.now)
        for kind, field in self.fields.items():
            shown = page.field is not None and page.field.kind == kind
            if shown and page.field is not None:
                field.show_field(page.field)
            field.setVisible(shown)
        self._level.setFixedHeight(self._factor_label.sizeHint().height() + 4)
        self._level.setVisible(not self._yes_no.isHidden())
        self._changes_title.show_text(page.changes_title)
        for card, change in zip(self._changes.take(len(page.changes)), page.changes, strict=True):
            card.show_change(change)
        self._verdict.show_text(page.verdict)
        self.bar.show_moves(page.moves)

    def entry(self) -> QWidget:
        """The choice of the factor."""
        return self.factor

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self._head.setContentsMargins(gutter, 10 if height < 760 else 18, gutter, 0)
        self._body.setContentsMargins(gutter, 4, gutter - 12, 20)
        self._lead.setVisible(height >= 760)
        self.bar.set_gutter(gutter)

    def scroll_position(self) -> int:
        """How far the changes are scrolled."""
        return self._scroll.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll the changes to `value`."""
        self._scroll.set_position(value)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        fields = [self._number.edit, self._yes_no.answer.no, self._yes_no.answer.yes, self._choice.control()]
        return [self.title, self.factor, *fields, *self._changes.all, *self.bar.moves.buttons()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves with nothing changed; PageUp to End scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.move_chosen.emit("leave")
        elif not self._scroll.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    def _suppose(self, text: str) -> None:
        field = self.sender()
        if isinstance(field, PanelField):
            self.supposed.emit(field.field.id, text)

    def _make(self) -> ChangeCard:
        card = ChangeCard(self._theme)
        card.opened.connect(self.treatment_opened)
        self._list.addWidget(card)
        return card
