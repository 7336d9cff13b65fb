"""The calm card of a stage where every option is set aside: what blocks, what to change, what remains, the way on.

Knows places, numbers and links. What is said comes in.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import Blocked, ChangeStep, Option
from navigator.ui.controls import Button, Hairline, Icon, Label, Surface
from navigator.ui.flow import Flow, Pool, column, row
from navigator.ui.moves import MoveRow
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme


class TreatmentLink(Button):
    """The name of a treatment; pressing it opens its page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, small=True)
        self._treatment = ""
        self.clicked.connect(self._emit)

    def show_option(self, option: Option) -> None:
        """Show `option`."""
        self._treatment = option.id
        self.setObjectName(option.id)
        self.show_label(option.label)

    def _emit(self) -> None:
        self.chosen.emit(self._treatment)


class TreatmentLinks(QWidget):
    """Words and the names of treatments after them, in as many lines as it takes."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flow = Flow(self, gap=8, line_gap=6)
        self._label = Label(theme, "small", "text2")
        self._flow.addWidget(self._label)
        self._links = Pool(self._make)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_links(self, label: str, options: Sequence[Option]) -> None:
        """Say `label` before `options`; without options it takes no place."""
        self._label.show_text(label)
        for link, option in zip(self._links.take(len(options)), options, strict=True):
            link.show_option(option)
        self.setVisible(bool(options))

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at."""
        return list(self._links.all)

    def _make(self) -> TreatmentLink:
        link = TreatmentLink(self._theme)
        link.chosen.connect(self.opened)
        self._flow.addWidget(link)
        return link


class StepNumber(QWidget):
    """The number of a step in a circle."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A small circle."""
        return QSize(self._theme.px(22), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Circle and number."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, circle, circle.height() / 2, theme.color("accent_soft"))
        painter.setFont(theme.font("capb"))
        painter.setPen(theme.color("accent"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.end()


class StepLine(QWidget):
    """One thing to change first: what, with whom, what it frees."""

    opened = Signal(str)

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._what = Label(theme, "bodym", wrap=True)
        self._advice = Label(theme, "small", "text2", wrap=True)
        self.links = TreatmentLinks(theme)
        self.links.opened.connect(self.opened)
        line = row(margins=(0, 8, 0, 0), into=self)
        line.addWidget(StepNumber(theme, number), 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(10)
        line.addLayout(column(self._what, 1, self._advice, 4, self.links), 1)

    def show_step(self, step: ChangeStep) -> None:
        """Show `step`."""
        self._what.setText(step.what)
        self._advice.show_text(step.advice)
        self.links.show_links(step.frees_label, step.frees)


class BlockedCard(Surface):
    """A white card among the others: the amber stays with its glyph."""

    opened = Signal(str)
    move_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=10)
        self._theme = theme
        self._title = Label(theme, "h3", wrap=True)
        self._because = Label(theme, "body", "text2", wrap=True)
        self._steps_title = Label(theme, "smallb", "text2", wrap=True)
        self._steps = Pool(self._make_step)
        self._step_column = column()
        self._remains_title = Label(theme, "smallb", "text2", wrap=True)
        self._remains = TreatmentLinks(theme)
        self._remains.opened.connect(self.opened)
        self._refer = Label(theme, "cap", "text3", wrap=True)
        self.moves = MoveRow(theme)
        self.moves.move_chosen.connect(self.move_chosen)
        head = row()
        head.addWidget(Icon(theme, "st-avoid", "avoid", 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(10)
        head.addLayout(column(self._title, 2, self._because), 1)
        steps = column(12, self._steps_title, self._step_column, 14, self._remains_title, 5, self._remains)
        foot = column(12, Hairline(theme), 10, self.moves, 8, self._refer)
        column(head, steps, foot, margins=(20, 14, 20, 14), into=self)
        self.set_surface("surface", "border")

    def show_blocked(self, blocked: Blocked) -> None:
        """Show `blocked`."""
        self._title.setText(blocked.title)
        self._because.show_text(blocked.because)
        self._steps_title.show_text(blocked.steps_title)
        for line, step in zip(self._steps.take(len(blocked.steps)), blocked.steps, strict=True):
            line.show_step(step)
        self._remains_title.show_text(blocked.remains_title)
        self._remains.show_links("", blocked.remains)
        self._refer.show_text(blocked.refer)
        self.moves.show_moves(blocked.moves)
        said = (step.what for step in blocked.steps)
        self.setAccessibleName(" ".join((blocked.title, blocked.because, *said)))

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        steps = [stop for line in self._steps.all for stop in line.links.stops()]
        return [*steps, *self._remains.stops(), *self.moves.buttons()]

    def _make_step(self) -> StepLine:
        line = StepLine(self._theme, len(self._steps.all) + 1)
        line.opened.connect(self.opened)
        self._step_column.addWidget(line)
        return line
