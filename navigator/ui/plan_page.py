"""The titration plan: what is told of it, the dated table, the chart, what to prescribe, and how it leaves the room.

Knows fields and a table. Which doses and which words come in a PlanPage; what was typed or asked goes out.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.alert_list import AlertList
from navigator.ui.controls import Button, Icon, Label, Surface
from navigator.ui.flow import Flow, Pool, ScrollColumn, column, row
from navigator.ui.page_head import Crumbs, PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.plan_fields import ChoiceField, DayField, TypedField
from navigator.ui.plan_table import PlanGrid
from navigator.ui.theme import Theme
from navigator.ui.titration_chart import TitrationView

_CHOICES = ("schedule", "pace", "target", "leaving")


class TitledGrid(QWidget):
    """A table under its title, folded away at first where it may be; none takes no place."""

    def __init__(self, theme: Theme, *, folded: bool) -> None:
        super().__init__()
        self.fold = Button(theme, icon="chevron-right", kind="ghost", small=True)
        self.grid = PlanGrid(theme)
        column(row(self.fold, None), 6, self.grid, into=self)
        if folded:
            self.grid.hide()
        self.fold.clicked.connect(self._turn)
        self._show_arrow()

    def show_table(self, table: scene.PlanTable | None) -> None:
        """Show `table`."""
        self.setVisible(table is not None)
        if table is not None:
            self.fold.show_label(table.title)
            self.grid.show_table(table)

    def _turn(self) -> None:
        self.grid.setVisible(self.grid.isHidden())
        self._show_arrow()

    def _show_arrow(self) -> None:
        self.fold.set_icon("chevron-right" if self.grid.isHidden() else "chevron-down")


class PlanBar(QFrame):
    """The ways out of the room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("outbar")
        self.copy = Button(theme, icon="copy")
        self.calendar = Button(theme, icon="calendar")
        self.back = Button(theme, kind="ghost")
        self.pdf = Button(theme, icon="page")
        self.print_ = Button(theme, icon="print", kind="primary")
        self.said = Label(theme, "small", "text2", wrap=True)
        self.said.hide()
        line = row(self.copy, 8, self.calendar, 8, None, self.back, 8, self.pdf, 8, self.print_)
        self.column = column(self.said, 4, line, into=self)

    def show_words(self, words: scene.PlanWords, *, there: bool) -> None:
        """Name the buttons; where there is no plan only the way back is left."""
        for button, label in (
            (self.copy, words.copy),
            (self.calendar, words.calendar),
            (self.back, words.back),
            (self.pdf, words.pdf),
            (self.print_, words.print_),
        ):
            button.show_label(label)
            button.setVisible(there or button is self.back)


class StepTools(QWidget):
    """The hint under the table, what was refused, and the buttons for steps of one's own."""

    changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.hint = Label(theme, "small", "text3", wrap=True)
        self.error = Label(theme, "small", "ci", wrap=True)
        self.add = Button(theme, icon="plus", kind="ghost", small=True)
        self.remove = Button(theme, icon="close", kind="ghost", small=True)
        self.reset = Button(theme, icon="rotate-ccw", kind="ghost", small=True)
        line = row(self.hint, 12, self.add, 4, self.remove, 4, self.reset)
        line.setStretch(0, 1)
        column(line, self.error, into=self)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.reset.clicked.connect(self._reset)

    def show_tools(self, page: scene.PlanPage) -> None:
        """Show what was refused; `reset` is there where the steps are the doctor's own."""
        self.hint.show_text(page.own_hint)
        self.error.show_text(page.own_error)
        self.add.show_label(page.words.add)
        self.remove.show_label(page.words.remove)
        self.reset.show_label(page.words.reset)
        self.reset.setVisible(page.own)

    def _add(self) -> None:
        self.changed.emit("add")

    def _remove(self) -> None:
        self.changed.emit("remove")

    def _reset(self) -> None:
        self.changed.emit("reset")


class PlanPage(PageView):
    """The page. Its head stays, the rest scrolls, the ways out stand below."""

    chosen = Signal(str, str)
    field_typed = Signal(str, str)
    step_typed = Signal(int, str, str)
    steps_changed = Signal(str, int)
    factor_asked = Signal(str)
    text_copied = Signal(str)
    file_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._page: scene.PlanPage | None = None
        self.crumbs = Crumbs(theme)
        self.title = PageTitle(theme)
        self.lead = Label(theme, "body", "text2", wrap=True)
        self.start = DayField(theme, language)
        self.choices = {what: ChoiceField(theme, what) for what in _CHOICES}
        self.leaving_dose = TypedField(theme)
        self.refused = Label(theme, "bodyb", wrap=True)
        self.undo_wish = Button(theme, icon="rotate-ccw")
        self.alerts = AlertList(theme)
        self.grid = PlanGrid(theme)
        self.tools = StepTools(theme)
        self.chart = TitrationView(theme)
        self.chart_card = Surface(theme)
        self.facts_card = Surface(theme)
        self.facts = Pool(self._make_fact)
        self.warnings = Pool(self._make_warning)
        self.relay = TitledGrid(theme, folded=False)
        self.taper = TitledGrid(theme, folded=True)
        self.bar = PlanBar(theme)
        self.scroller = ScrollColumn()
        self._build()
        self._connect()

    def _build(self) -> None:
        fields = Flow(gap=12, line_gap=10)
        for part in (self.start, *self.choices.values(), self.leaving_dose):
            fields.addWidget(part)
        self._fields = QWidget()
        self._fields.setLayout(fields)
        column(self.chart, margins=(10, 8, 10, 8), into=self.chart_card)
        self._facts = column(into=self.facts_card, margins=(16, 10, 16, 10))
        self._warnings = column()
        self._body = column(
            *(self._fields, 12, self.refused, 6, row(self.undo_wish, None), self.alerts, self.grid, 6, self.tools, 12),
            *(self.relay, 12, self.chart_card, 12, self.facts_card, 8, self._warnings, 8, self.taper, None),
            into=self.scroller.body,
        )
        self._head = column(self.crumbs, 4, self.title, 2, self.lead)
        column(self._head, self.scroller, self.bar, into=self).setStretch(1, 1)
        self.chart.set_height(226)

    def _connect(self) -> None:
        self.start.typed.connect(self._type_start)
        self.leaving_dose.typed.connect(self._type_dose)
        for choice in self.choices.values():
            choice.picked.connect(self.chosen)
        self.alerts.factor_asked.connect(self.factor_asked)
        self.grid.typed.connect(self.step_typed)
        self.tools.changed.connect(self._change_steps)
        self.undo_wish.clicked.connect(self._reset)
        self.bar.copy.clicked.connect(self._copy)
        self.bar.calendar.clicked.connect(self._ask_calendar)
        self.bar.pdf.clicked.connect(self._ask_pdf)
        self.bar.print_.clicked.connect(self.print_now)
        self.bar.back.clicked.connect(self.back_asked)

    def show_page(self, page: scene.PlanPage) -> None:  # type: ignore[override]
        """Show another plan, or the same told otherwise."""
        same = self._page is not None and self._page.treatment == page.treatment
        if page != self._page:
            self.bar.said.show_text("")
        self._page = page
        self.crumbs.show_crumbs(page.crumbs)
        self.title.setText(page.title)
        self.lead.show_text(page.lead)
        self._show_told(page)
        self.refused.show_text(page.refused)
        self.undo_wish.show_label(page.words.reset)
        self.undo_wish.setVisible(bool(page.refused) and not page.alerts)
        self.alerts.show_alerts(page.alerts, "", "", page.words.sources, same=same)
        there = page.table is not None
        for part in (self.grid, self.tools, self.chart_card, self.facts_card):
            part.setVisible(there)
        if page.table is not None and page.chart is not None:
            self.grid.show_table(page.table)
            self.tools.show_tools(page)
            self.chart.show_chart(page.chart)
        for label, text in zip(self.facts.take(len(page.facts)), page.facts, strict=True):
            label.setText(text)
        for note, text in zip(self.warnings.take(len(page.warnings)), page.warnings, strict=True):
            note.show_warning(text)
        self.relay.show_table(page.relay)
        self.taper.show_table(page.taper)
        self.bar.show_words(page.words, there=there)

    def show_said(self, text: str) -> None:
        """Say what became of a file or of the print, until the plan changes."""
        self.bar.said.show_text(text)

    def _show_told(self, page: scene.PlanPage) -> None:
        self.start.show_day(page.start, page.words.pick)
        offered = dict(page.choices)
        for what, field in self.choices.items():
            field.show_choice(offered.get(what, scene.PlanChoice("")))
        self.leaving_dose.setVisible(page.leaving_dose is not None)
        if page.leaving_dose is not None:
            self.leaving_dose.show_field(page.leaving_dose)

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self._head.setContentsMargins(gutter, 10 if height < 760 else 18, gutter, 6)
        self._body.setContentsMargins(gutter, 4, gutter - 12, 24)
        self.bar.column.setContentsMargins(gutter, 12, gutter, 14)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        choices = [choice.combo for choice in self.choices.values()]
        tools, bar = self.tools, self.bar
        return [self.title, self.start.edit, self.start.button, *choices, self.leaving_dose.edit, self.undo_wish,
                *self.alerts.stops(), self.grid, tools.add, tools.remove, tools.reset, self.relay.fold,
                self.relay.grid, self.taper.fold, self.taper.grid, bar.copy, bar.calendar, bar.back, bar.pdf,
                bar.print_]  # fmt: skip

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self.scroller.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self.scroller.set_position(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page wherever the focus is in it."""
        if not self.scroller.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    def _make_fact(self) -> Label:
        label = Label(self._theme, "body", wrap=True)
        self._facts.addWidget(label)
        return label

    def _make_warning(self) -> "WarningLine":
        line = WarningLine(self._theme)
        self._warnings.addWidget(line)
        return line

    def _type_start(self, text: str) -> None:
        self.field_typed.emit("start", text)

    def _type_dose(self, text: str) -> None:
        self.field_typed.emit("leaving", text)

    def _change_steps(self, action: str) -> None:
        self.steps_changed.emit(action, self.grid.row_at())

    def _reset(self) -> None:
        self.steps_changed.emit("reset", 0)

    def _copy(self) -> None:
        if self._page is not None:
            self.text_copied.emit(self._page.text)
            self.bar.copy.show_label(self._page.words.copied)

    def _ask_calendar(self) -> None:
        self.file_asked.emit("ics")

    def _ask_pdf(self) -> None:
        self.file_asked.emit("pdf")

    def print_now(self) -> None:
        """Ask for the printer, where there is a plan."""
        if self._page is not None and self._page.table is not None:
            self.file_asked.emit("print")


class WarningLine(QWidget):
    """Something that must be said with the plan."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = Icon(theme, "info", "text2", 16, "bg")
        self._text = Label(theme, "small", "text2", wrap=True)
        line = row(column(2, self._icon, None), 8, self._text, margins=(0, 3, 0, 3), into=self)
        line.setStretch(2, 1)

    def show_warning(self, text: str) -> None:
        """Say `text`."""
        self._text.setText(text)
