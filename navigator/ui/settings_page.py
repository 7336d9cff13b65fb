"""The page of the settings: each choice on a line of its own, the reason beside what is fixed. Knows ids, no words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from navigator.pages import scene
from navigator.ui.article_page import MoveBar, ReadingHead
from navigator.ui.choice_pills import ChoicePills
from navigator.ui.combo import Combo
from navigator.ui.controls import Button, Hairline, Icon, Label, Surface
from navigator.ui.flow import Pool, ScrollColumn, column, row
from navigator.ui.page_view import PageView
from navigator.ui.theme import Theme

_WIDEST = 760


class ChoiceLine(QWidget):
    """One choice: its name and its help, under them the answers. What is fixed shows a lock and says why."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._id = self._selected = ""
        self._rule = Hairline(theme)
        self._title = Label(theme, "bodyb", wrap=True)
        self._help = Label(theme, "small", "text2", wrap=True)
        self._lock = Icon(theme, "lock", "text3", 16)
        self._why = Label(theme, "small", "text3", wrap=True)
        self.pills = ChoicePills(theme)
        self.combo = Combo(theme, "")
        locked = row(self._lock, 6, self._why)
        locked.setStretch(2, 1)
        column(
            self._rule, 12, self._title, 2, self._help, 8, self.pills, row(self.combo, None), 4, locked, 12, into=self
        )
        self.pills.picked.connect(self._pick)
        self.combo.picked.connect(self._pick)

    def show_choice(self, choice: scene.Choice, *, first: bool) -> None:
        """Show `choice` as it is now."""
        self._id, self._selected = choice.id, choice.selected
        self.setObjectName(choice.id)
        self._rule.setVisible(not first)
        self._title.setText(choice.title)
        self._help.show_text(choice.help)
        self._why.show_text(choice.locked)
        self._lock.setVisible(bool(choice.locked))
        self.pills.setVisible(choice.few)
        self.combo.setVisible(not choice.few)
        if choice.few:
            self.pills.show_options(choice.title, choice.options, choice.selected)
        else:
            self.combo.setAccessibleName(choice.title)
            self.combo.show_options(choice.options, choice.selected)
        for control in (self.pills, self.combo):
            control.setEnabled(not choice.locked)
            control.setAccessibleDescription(choice.locked or choice.help)

    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return [*self.pills.stops(), self.combo]

    def _pick(self, option: str) -> None:
        self.chosen.emit(self._id, option)


class GroupCard(Surface):
    """Choices under a heading."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._title = Label(theme, "h3", wrap=True)
        self._column = column(self._title, 4, margins=(24, 18, 24, 8), into=self)
        self.lines = Pool(self._make)

    def show_group(self, group: scene.ChoiceGroup) -> None:
        """Show `group`."""
        self._title.setText(group.title)
        for place, (line, choice) in enumerate(zip(self.lines.take(len(group.choices)), group.choices, strict=True)):
            line.show_choice(choice, first=place == 0)

    def _make(self) -> ChoiceLine:
        line = ChoiceLine(self._theme)
        line.chosen.connect(self.chosen)
        self._column.addWidget(line)
        return line


class SettingsPage(PageView):
    """The page. Emits what was chosen; the next scene shows what became of it."""

    setting_chosen = Signal(str, str)
    restore_asked = Signal()
    move_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = ReadingHead(theme)
        self.title = self.head.title
        self.groups = Pool(self._make)
        self.restore_button = Button(theme, "", "rotate-ccw")
        self._restore_help = Label(theme, "small", "text3", wrap=True)
        self._kept = Label(theme, "small", "text2", wrap=True)
        self.bar = MoveBar(theme)
        self._build()

    def _build(self) -> None:
        self._scroll = ScrollColumn(steady=False)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        self._inner = QWidget()
        restore = row(self.restore_button, 12, self._restore_help)
        restore.setStretch(2, 1)
        lock = row(Icon(self._theme, "lock", "text2", 16), 8, self._kept)
        lock.setStretch(2, 1)
        column(self._cards, 18, restore, 14, lock, None, into=self._inner)
        self._frame = row(self._inner, None, into=self._scroll.body)
        self._frame.setStretch(0, 1)
        self._frame.setStretch(1, 0)
        column(self.head, self._scroll, self.bar, into=self).setStretch(1, 1)
        self.restore_button.clicked.connect(self.restore_asked)
        self.bar.move_chosen.connect(self.move_chosen)

    def show_page(self, page: scene.SettingsPage) -> None:  # type: ignore[override]
        """Show every choice as it is now."""
        self.head.show_head((), page.title, page.lead)
        for card, group in zip(self.groups.take(len(page.groups)), page.groups, strict=True):
            card.show_group(group)
        self.restore_button.show_label(page.restore_label)
        self._restore_help.setText(page.restore_help)
        self._kept.setText(page.kept)
        self.bar.show_moves(page.moves)
        QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        """Once more, now that the choices have their letters: those in two lines would press the hints together."""
        for layout in self._scroll.body.findChildren(QLayout):
            layout.invalidate()
        self._frame.activate()

    def line(self, id: str) -> ChoiceLine:
        """The line of a choice that is shown."""
        return next(w for card in self.groups.all for w in card.lines.all if w.objectName() == id and not w.isHidden())

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        lines = [stop for card in self.groups.all for line in card.lines.all for stop in line.stops()]
        return [self.title, *lines, self.restore_button, *self.bar.moves.buttons()]

    def scroll_position(self) -> int:
        """How far it is scrolled, in pixels."""
        return self._scroll.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll it."""
        self._scroll.set_position(value)

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self.head.set_gutter(gutter, low=height < 760)
        self.bar.set_gutter(gutter)
        self._frame.setContentsMargins(gutter, 12, gutter, 32)
        self._inner.setMaximumWidth(self._theme.px(_WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page."""
        if not self._scroll.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    def _make(self) -> GroupCard:
        card = GroupCard(self._theme)
        card.chosen.connect(self.setting_chosen)
        self._cards.addWidget(card)
        return card
