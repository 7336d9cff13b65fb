"""Treatments side by side: a column each, what differs marked, the equal rows put away on demand.

Knows columns and rows; the words and the marks come in.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from navigator.pages import scene
from navigator.ui import regions
from navigator.ui.badges import Chip
from navigator.ui.combo import Combo
from navigator.ui.controls import Button, Hairline, Icon, Label, ToolButton
from navigator.ui.flow import Flow, Pool, ScrollColumn, column, row
from navigator.ui.marks import MARKS
from navigator.ui.page_head import Crumbs, PageTitle
from navigator.ui.page_view import PageView
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_LABEL, _GAP = 148, 16  # the column of the questions; between two columns
_INNER_DOT = re.compile(r"(?<=[a-z])\.(?=[a-z])")  # in the name of a site, which may break there in a slim column
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_STACKED = 860  # a narrower window has the questions over the answers


class Line(QWidget):
    """One sentence of a cell, with the glyph of its mark and, small, its sources."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = Icon(theme, "st-caution", "warn", 14)
        self._text = Label(theme, "small", wrap=True)
        self._note = Label(theme, "cap", "text3", wrap=True)
        self._gap = row(into=self)
        self._gap.addLayout(column(2, self._icon, None))
        self._gap.addLayout(column(self._text, self._note), 1)

    def show_line(self, line: scene.CompareLine) -> None:
        """Show `line`."""
        look, plain = MARKS[line.mark], line.mark is scene.Mark.NEUTRAL
        self._icon.setVisible(not plain)
        self._icon.show_icon(look.glyph, look.text)
        self._text.setContentsMargins(0 if plain else 6, 0, 0, 0)
        self._text.setText(line.text)
        self._text.set_color("text" if plain or line.mark is scene.Mark.SUITABLE else look.text)
        self._note.setContentsMargins(0 if plain else 6, 0, 0, 0)
        self._note.show_text(_INNER_DOT.sub(".\u200b", line.note))


class Cell(QWidget):
    """The sentences of one treatment to one question."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = column(into=self)
        self._column.setSpacing(5)
        self._lines = Pool(self._make)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[scene.CompareLine]) -> None:
        """Show `lines`."""
        for widget, line in zip(self._lines.take(len(lines)), lines, strict=True):
            widget.show_line(line)

    def _make(self) -> Line:
        line = Line(self._theme)
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        return line


class Question(QFrame):
    """One row: what is asked, and the answer of each treatment. A bar at its left marks answers that differ.

    It can have the focus, so that it is heard; the arrow keys are handed on: the page knows the next row.
    """

    walked = Signal(int)  # a row down (1) or up (-1)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.differs = False
        self._label = Label(theme, "smallb", "text2", wrap=True)
        self._cells = Pool(self._make)
        self._answers = row()
        self._answers.setSpacing(_GAP)
        self._line = row(into=self)
        self._line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._answers, 1)
        self._line.setContentsMargins(14, 9, 8, 9)

    def show_row(self, shown: scene.CompareRow, mark_label: str, *, stacked: bool) -> None:
        """Show `shown`; `stacked`: the question over the answers."""
        self.differs = shown.differs
        self._label.setText(shown.label)
        self._label.set_color("text" if shown.differs else "text3")
        spoken = f"{shown.spoken} ({mark_label})" if shown.differs else shown.spoken
        self.setAccessibleName(spoken)
        for cell, lines in zip(self._cells.take(len(shown.cells)), shown.cells, strict=True):
            cell.show_lines(lines)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if stacked else across)
        self._line.setSpacing(4 if stacked else _GAP)
        self._label.setFixedWidth(self._theme.px(400 if stacked else _LABEL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a row that differs, with its bar, over a hairline."""
        painter, theme = QPainter(self), self._theme
        if self.differs:
            painter.fillRect(self.rect().adjusted(0, 1, 0, -1), theme.color("surface"))
            painter.fillRect(QRectF(0, 1, 3, self.height() - 2), theme.color("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("rule"))
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -2)
            rounded(painter, ring, 4, None, theme.color("focus"), width=theme.focus_width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up go to the next row and the one before."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)

    def _make(self) -> Cell:
        cell = Cell(self._theme)
        self._answers.addWidget(cell, 1, Qt.AlignmentFlag.AlignTop)
        return cell


class Head(QWidget):
    """The head of a column: the treatment, to be opened or taken away."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.treatment = ""
        self.name = Button(theme, kind="link")
        self._class = Label(theme, "cap", "text3", elide=True)
        self.chip = Chip(theme)
        self.remove = ToolButton(theme, "close", "")
        self._long = Label(theme, "bodyb", wrap=True)
        self._top = row()
        self._top.addLayout(column(self._long, 1, self._class, None), 1)
        chip = Flow(gap=8, line_gap=2)
        for part in (self.chip, self.name):
            chip.addWidget(part)
        self._ways = row()
        self._ways.addLayout(column(None, chip, None), 1)
        column(self._top, 4, self._ways, None, into=self)
        self.set_slim(False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.name.clicked.connect(self._open)
        self.remove.clicked.connect(self._remove)

    def show_head(self, head: scene.CompareHead, open_label: str) -> None:
        """Show `head`."""
        self.treatment = head.treatment
        self._long.setText(head.name)
        self._class.show_text(head.class_name)
        self.chip.show_status(head.status)
        self.name.show_label(open_label)
        self.name.setAccessibleName(f"{head.name}, {head.status.word}. {open_label}")
        self.remove.set_tip(head.remove_label)
        self.remove.setVisible(bool(head.remove_label))

    def set_slim(self, slim: bool) -> None:
        """Without its status, which the first row says, and with the whole width for the name."""
        line, other = (self._ways, self._top) if slim else (self._top, self._ways)
        self.chip.setVisible(not slim)
        if line.indexOf(self.remove) < 0:
            other.removeWidget(self.remove)
            line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter if slim else Qt.AlignmentFlag.AlignTop)

    def _open(self) -> None:
        self.opened.emit(self.treatment)

    def _remove(self) -> None:
        self.removed.emit(self.treatment)


class ComparePage(PageView):
    """The page. Its heads stay in sight, the rows scroll."""

    treatment_opened = Signal(str)
    column_toggled = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._stacked = theme, False
        self._page: scene.ComparePage | None = None
        self.crumbs = Crumbs(theme)
        self.back = Button(theme, icon="arrow-left", kind="ghost", small=True)
        self.title = PageTitle(theme)
        self.add = Combo(theme, "")
        self.only = Button(theme, icon="check", kind="nav", small=True)
        self.only.setCheckable(True)
        self._hint = Label(theme, "body", "text2", wrap=True)
        self.heads = Pool(self._make_head)
        self.rows = Pool(self._make_row)
        self._row: Question | None = None  # the one that Tab comes to
        self._scroll = ScrollColumn()
        self._list = column(into=self._scroll.body)
        self._list.addStretch(1)
        self._build()

    def _build(self) -> None:
        tools = Flow(gap=10, line_gap=4)
        for part in (self.add, self.only):
            tools.addWidget(part)
        line = row(self.title, 16, margins=(8, 0, 0, 0))
        line.addLayout(tools, 1)
        self._hint.setContentsMargins(8, 0, 0, 0)
        self._top = column(row(self.back, 8, self.crumbs), 2, line, 2, self._hint)
        self._spacer = QWidget()
        self._heads_row = row(self._spacer)
        self._heads_row.setSpacing(_GAP)
        column(self._top, 8, self._heads_row, 6, Hairline(self._theme), self._scroll, into=self).setStretch(5, 1)
        self.back.clicked.connect(self.back_asked)
        self.add.picked.connect(self.column_toggled)
        self.only.toggled.connect(self._fold)
        self._theme.changed.connect(self._refit)

    def show_page(self, page: scene.ComparePage) -> None:  # type: ignore[override]
        """Show the treatments."""
        self._page = page
        self.crumbs.show_crumbs(page.crumbs)
        self.back.show_label(page.back_label)
        self.title.setText(page.title)
        self._hint.show_text(page.hint)
        self.add.setVisible(bool(page.others))
        self.add.setAccessibleName(page.add_label)
        self.add.setPlaceholderText(page.add_label)
        self.add.show_options(page.others, "")
        self.only.show_label(page.only_label)
        self.only.setVisible(len(page.heads) > 1)
        for head, shown in zip(self.heads.take(len(page.heads)), page.heads, strict=True):
            head.show_head(shown, page.open_label)
        self._refit()

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self._top.setContentsMargins(gutter - 8, 8 if height < 760 else 14, gutter, 0)
        self._heads_row.setContentsMargins(gutter + 14, 0, gutter + 8, 0)
        self._list.setContentsMargins(gutter, 0, gutter - 12, 24)
        stacked = width < _STACKED
        if stacked != self._stacked:
            self._stacked = stacked
            self._refit()

    def scroll_position(self) -> int:
        """How far the rows are scrolled."""
        return self._scroll.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll the rows to `value`."""
        self._scroll.set_position(value)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order; of the rows only one at a time."""
        heads = [part for head in self.heads.all for part in (head.remove, head.name)]
        return [self.back, self.title, self.add, self.only, *heads, *self.rows.all]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; PageUp to End scroll the rows."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif not self._scroll.scroll_by_key(event.key()):
            super().keyPressEvent(event)

    def _refit(self) -> None:
        page = self._page
        if page is None:
            return
        self._spacer.setVisible(not self._stacked)
        for head in self.heads.all[: len(page.heads)]:
            head.set_slim(self._stacked)
        self._spacer.setFixedWidth(self._theme.px(_LABEL))
        for shown, question in zip(page.rows, self.rows.take(len(page.rows)), strict=True):
            question.show_row(shown, page.mark_label, stacked=self._stacked)
        self._fold()

    def _fold(self) -> None:
        if self._page is None:
            return
        some = self.only.isChecked() and len(self._page.heads) > 1
        for question in self.rows.all[: len(self._page.rows)]:
            question.setVisible(question.differs or not some)
        seen = self._seen()
        if self._row not in seen and seen:
            self._become(seen[0])

    def _seen(self) -> list[Question]:
        return [question for question in self.rows.all if not question.isHidden()]

    def _walk(self, step: int) -> None:
        seen, here = self._seen(), self.sender()
        at = seen.index(here) + step if isinstance(here, Question) and here in seen else 0
        row = seen[max(0, min(len(seen) - 1, at))]
        self._become(row)
        regions.focus(row)

    def _become(self, row: Question) -> None:
        """`row` is the one that Tab comes to."""
        for question in self.rows.all:
            policy = Qt.FocusPolicy.StrongFocus if question is row else Qt.FocusPolicy.ClickFocus
            question.setFocusPolicy(policy)
        self._row = row

    def _make_head(self) -> Head:
        head = Head(self._theme)
        head.opened.connect(self.treatment_opened)
        head.removed.connect(self.column_toggled)
        self._heads_row.addWidget(head, 1)
        return head

    def _make_row(self) -> Question:
        question = Question(self._theme)
        question.walked.connect(self._walk)
        self._list.insertWidget(self._list.count() - 1, question)
        return question
