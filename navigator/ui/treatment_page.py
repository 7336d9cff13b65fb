"""One treatment for this patient: head and sections, warnings, figures, charts, the whole text."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.alert_list import AlertList
from navigator.ui.badges import Chip, SourceLine, show_source_lines
from navigator.ui.charts import EvidenceView, TitrationView
from navigator.ui.controls import Button, Icon, Label, Surface
from navigator.ui.figure_row import FigureRow
from navigator.ui.flow import Flow, Pool, ScrollColumn, column, row
from navigator.ui.page_head import Crumbs, PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.reader import Reader
from navigator.ui.tab_strip import TabStrip
from navigator.ui.theme import Theme
from navigator.ui.tool_row import ToolRow

_INDENT = 8  # of what stands under a button without outline, so that the words are in line


class TreatmentHead(QFrame):
    """Where we are, the name with its class and status, the way to start, the sections."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.crumbs = Crumbs(theme)
        self.back = Button(theme, icon="arrow-left", kind="ghost", small=True)
        self.tools = ToolRow(theme)
        self.name = PageTitle(theme)
        self.class_name = Label(theme, "body", "text3")
        self.chip = Chip(theme)
        self.start = Button(theme, icon="check", kind="primary")
        self.tabs = TabStrip(theme, language)
        tabs = row(self.tabs, margins=(_INDENT, 0, 0, 0))
        title = Flow(gap=12, line_gap=2)
        for part in (self.name, self.class_name, self.chip):
            title.addWidget(part)
        line = QHBoxLayout()
        line.setContentsMargins(_INDENT, 0, 0, 0)
        line.addLayout(title, 1)
        line.addSpacing(12)
        line.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column(row(self.back, 8, self.crumbs, 8, self.tools), 2, line, 4, tabs, into=self)

    def show_head(self, page: scene.TreatmentPage) -> None:
        """Show another treatment, or the same with another status."""
        self.crumbs.show_crumbs(page.crumbs)
        self.crumbs.setVisible(True)  # empty too, it keeps the way back on the left
        self.back.show_label(page.back_label)
        self.name.setText(page.name)
        self.name.setAccessibleName(f"{page.name}, {page.class_name}, {page.status.word}")
        self.class_name.show_text(page.class_name)
        self.chip.show_status(page.status)
        self.tools.show_actions(page.actions)
        self.start.show_label(page.start_label)
        self.start.setVisible(bool(page.start_label))
        self.tabs.show_tabs(page.tabs)

    def set_gutter(self, gutter: int, low: bool) -> None:
        """The space left and right; less above where the window is low."""
        self._column.setContentsMargins(gutter - _INDENT, 6 if low else 14, gutter, 0)


class ChartCard(Surface):
    """The titration chart with its title and caption."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Label(theme, "h3")
        self._caption = Label(theme, "small", "text3")
        self.view = TitrationView(theme)
        head = row(self._title, 12, None, self._caption)
        column(head, 6, self.view, margins=(20, 14, 16, 12), into=self)

    def show_chart(self, chart: scene.TitrationChart | None) -> None:
        """Show `chart`; none takes no place."""
        self.setVisible(chart is not None)
        if chart is not None:
            self._title.setText(chart.title)
            self._caption.setText(chart.caption)
            self.view.show_chart(chart)


class EvidenceCard(Surface):
    """The evidence chart with its title and caption."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Label(theme, "h3", wrap=True)
        self._caption = Label(theme, "cap", "text3", wrap=True)
        self.view = EvidenceView(theme)
        column(self._title, 10, self.view, 4, self._caption, margins=(20, 14, 20, 14), into=self)

    def show_chart(self, chart: scene.EvidenceChart | None) -> None:
        """Show `chart`; none takes no place."""
        self.setVisible(chart is not None)
        if chart is not None:
            self._title.setText(chart.title)
            self._caption.setText(chart.caption)
            self.view.show_chart(chart)


class LineRow(QWidget):
    """What each source says of the line of this treatment, and where they disagree."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label = Label(theme, "small", "text3")
        self._disagreement = Label(theme, "small", "warn", wrap=True)
        self._flow = Flow(gap=4)
        self._flow.addWidget(self._label)
        self._tags = Pool(self._make_tag)
        column(self._flow, 2, self._disagreement, into=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, label: str, lines: tuple[scene.LineTag, ...], disagreement: str) -> None:
        """Show `lines`; none takes no place."""
        self.setVisible(bool(lines))
        self._label.setText(label)
        show_source_lines(self._tags, lines)
        self._disagreement.show_text(disagreement)

    def _make_tag(self) -> SourceLine:
        tag = SourceLine(self._theme)
        self._flow.addWidget(tag)
        return tag


class TreatmentPage(PageView):
    """The page. Its head stays, the rest scrolls; on a wide window the charts stand beside the text."""

    trial_started = Signal(str)
    factor_asked = Signal(str)
    article_chosen = Signal(str)
    action_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._treatment = ""
        self._wide, self._charts, self._gutter = False, True, 32
        self._pinned = ("", -1)  # the section that was chosen, and where the page stood for it
        self.head = TreatmentHead(theme, language)
        self.title = self.head.name
        self.tabs = self.head.tabs
        self.alerts = AlertList(theme)
        self._checked = Label(theme, "small", "text2", wrap=True)
        self._checked_icon = Icon(theme, "st-suitable", "ok", 15, "bg")
        self.figures = FigureRow(theme)
        self.lines = LineRow(theme)
        self.titration = ChartCard(theme)
        self.evidence = EvidenceCard(theme)
        self.reader = Reader(theme, language)
        self._side = ScrollColumn(steady=False)
        self._build()

    def _build(self) -> None:
        checked = row(column(2, self._checked_icon, None), 8, self._checked, margins=(2, 0, 0, 0))
        checked.setStretch(2, 1)
        above = self.reader.above
        for part in (self.alerts, checked, self.figures, self.lines, self.titration):
            above.addWidget(part) if isinstance(part, QWidget) else above.addLayout(part)
        above.addSpacing(12)
        self._side_column = column(16, self.evidence, None, into=self._side.body)
        self._side.hide()
        self._halves = row(self.reader, self._side)
        self._halves.setStretch(0, 3)
        self._halves.setStretch(1, 2)
        column(self.head, self._halves, into=self).setStretch(1, 1)
        self.head.start.clicked.connect(self._start)
        self.head.back.clicked.connect(self.back_asked)
        self.head.tools.action_chosen.connect(self.action_chosen)
        self.alerts.factor_asked.connect(self.factor_asked)
        self.reader.article_chosen.connect(self.article_chosen)
        self.tabs.chosen.connect(self.go_to)
        self.reader.scrolled.connect(self._follow)

    def show_page(self, page: scene.TreatmentPage) -> None:  # type: ignore[override]
        """Show another treatment, or the same for another patient."""
        same, self._treatment = page.treatment == self._treatment, page.treatment
        self.head.show_head(page)
        words = page.more_alerts, page.fewer_alerts, page.sources_label
        self.alerts.show_alerts(page.alerts, *words, same=same)
        self._checked.show_text(page.checked)
        self._checked_icon.setVisible(bool(page.checked))
        self.figures.show_figures(page.figures, page.figures_needs)
        self.lines.show_lines(page.lines_label, page.lines, page.disagreement)
        self.titration.show_chart(page.chart)
        self.evidence.show_chart(page.evidence)
        self._charts = page.chart is not None or page.evidence is not None
        self._share()
        self.reader.show_text(page.html, page.spoken, page.evidence, page.shelves)
        if not same and page.tabs:
            self.tabs.set_current(page.tabs[0].id)

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        self._gutter = 24 if width < 1180 else 32
        self.head.set_gutter(self._gutter, low=height < 760)
        self._set_wide(width >= 1600)
        self._side_column.setContentsMargins(0, 0, self._gutter, 24)
        self._share()

    def _share(self) -> None:
        """On a wide window the charts stand beside the text, and without any the lists of the text do."""
        widest = 760 if self._wide else 960
        self.reader.fit(self._gutter, self._theme.px(widest), wide=self._wide and not self._charts)
        self._side.setVisible(self._wide and self._charts)

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self.reader.scroll_position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self.reader.set_scroll_position(value)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        head = self.head
        return [
            head.back,
            *head.tools.buttons(),
            head.name,
            head.start,
            *head.tabs.stops(),
            *self.alerts.stops(),
            *self.reader.stops(),
        ]

    def open_find(self) -> None:
        """Open find in the page."""
        self.reader.open_find()

    def _set_wide(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._side_column.insertWidget(1, self.titration)
            self._side_column.insertSpacing(2, 12)
        else:
            self._side_column.takeAt(2)
            self.reader.above.insertWidget(self.reader.above.count() - 1, self.titration)
        self.titration.view.set_height(260 if wide else 226)

    def go_to(self, section: str) -> None:
        """Bring a section to the top."""
        self.reader.scroll_to(section)
        self._pinned = (section, self.scroll_position())
        self.tabs.set_current(section)

    def _follow(self, position: int) -> None:
        """Mark the section in view; the one just chosen stays marked while the page stands still."""
        if self._pinned[0] and position == self._pinned[1]:
            self.tabs.set_current(self._pinned[0])
            return
        heights, beside = self.reader.heights(), self.reader.beside()
        within = [t for t in self.tabs.anchors() if t.tab.id not in beside]
        above = [t for t in within if heights.get(t.tab.id, 0) <= position + self._theme.px(90)]
        if above:
            self.tabs.set_current(above[-1].tab.id)

    def _start(self) -> None:
        self.trial_started.emit(self._treatment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page wherever the focus is in it."""
        if not self.reader.scroller.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    def article_top(self) -> int:
        """Where the text begins, from the top of the page."""
        return self.reader.article.mapTo(self.reader.scroller.body, QPoint(0, 0)).y()
