"""What a page of findings is made of: a finding with its answer, a group of them, a running score.

Knows answers and places, no medicine.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.language import Language
from navigator.pages.scene import CheckGroup, CheckItem, Gauge, Mark, Status
from navigator.ui import tokens
from navigator.ui.badges import Chip
from navigator.ui.controls import Label, Surface
from navigator.ui.flow import Pool, column, row
from navigator.ui.marks import MARKS
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme
from navigator.ui.yes_no import YesNo


class CheckRow(QWidget):
    """A finding and its answer; tinted while it is present and means something."""

    answered = Signal(object)  # the row itself, whose `answer.value` is the answer
    stepped = Signal(object, int)  # Up or Down was pressed in it: the row, -1 or 1

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._last = theme, False
        self.item = CheckItem("", "")
        self._text = Label(theme, "body", "text", wrap=True)
        self._chip = Chip(theme)
        self._meaning = Label(theme, "small", "text2", wrap=True)
        self._action = Label(theme, "small", "text", wrap=True)
        self.answer = YesNo(theme, language)
        self._urgency = QWidget()  # hidden as a whole: an empty layout would take the width from the others
        urgency = row(margins=(0, 4, 0, 2), into=self._urgency)
        urgency.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        urgency.addSpacing(10)
        urgency.addWidget(self._action, 1, Qt.AlignmentFlag.AlignVCenter)
        words = column(self._text, self._meaning, self._urgency)
        body = row(margins=(20, 7, 16, 7), into=self)
        body.addLayout(words, 1)
        body.addSpacing(16)
        body.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.answer.answered.connect(self._emit)
        theme.changed.connect(self.update)

    def show_item(self, item: CheckItem, *, last: bool) -> None:
        """Show `item`; `last`: no line under it."""
        self.item, self._last = item, last
        self.setObjectName(item.id)
        alarmed = self._alarmed()
        self._text.show_text(item.text)
        self._text.set_role("bodyb" if alarmed else "body")
        self._meaning.show_text(item.meaning)
        self._action.show_text(item.action)
        self._chip.show_status(Status(item.mark if alarmed else Mark.NEUTRAL, item.tag))
        self._urgency.setVisible(bool(item.tag))
        self.answer.show_question(item.text)
        self.setAccessibleName(". ".join(word for word in (item.text, item.meaning, item.tag, item.action) if word))
        self.answer.show_value(item.value)
        self.update()

    def _alarmed(self) -> bool:
        return self.item.value == "yes" and bool(self.item.tag)

    def _emit(self) -> None:
        self.answered.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the finding before and after."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(self, step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint of what is present, and the line below."""
        painter = QPainter(self)
        if self._alarmed():
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), self._theme.color(MARKS[self.item.mark].soft))
        if not self._last:
            painter.fillRect(20, self.height() - 1, self.width() - 36, 1, self._theme.color("rule"))


class CheckBox(Surface):
    """Findings that are looked for together, one under the other."""

    answered = Signal(object)
    stepped = Signal(object, int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self._theme, self._language = theme, language
        self._title = Label(theme, "h3", wrap=True)
        self._note = Label(theme, "small", "text3")
        head = row(margins=(20, 0, 20, 6))
        head.addWidget(self._title, 1)
        head.addWidget(self._note)
        self._column = column(head, margins=(0, 12, 0, 6), into=self)
        self._pool = Pool(self._make)

    def show_group(self, group: CheckGroup) -> None:
        """Show `group`."""
        self.setAccessibleName(group.title)
        self._title.show_text(group.title)
        self._note.show_text(group.note)
        rows = self._pool.take(len(group.items))
        for place, (line, item) in enumerate(zip(rows, group.items, strict=True), start=1):
            line.show_item(item, last=place == len(rows))

    def rows(self) -> list[CheckRow]:
        """The findings in their order."""
        return [line for line in self._pool.all if not line.isHidden()]

    def _make(self) -> CheckRow:
        made = CheckRow(self._theme, self._language)
        made.answered.connect(self.answered)
        made.stepped.connect(self.stepped)
        self._column.addWidget(made)
        return made


class ScoreGauge(QWidget):
    """A running score: its figure, one cell for each item, and the cut-off. Painted; its name says it in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gauge = Gauge(0, 10, 4, 10, "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_gauge(self, gauge: Gauge) -> None:
        """Show `gauge`."""
        self._gauge = gauge
        self.setAccessibleName(gauge.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """The figure beside the cells."""
        return QSize(self._theme.px(270), self._theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Full cells for points, dashed ones for what can still come, the cut-off above them."""
        painter, theme, px, gauge = QPainter(self), self._theme, self._theme.px, self._gauge
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("fig"))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(0, 0, px(72), px(44)), Qt.AlignmentFlag.AlignVCenter, gauge.label)
        cell, gap, left, top = px(15), px(4), px(76), px(22)
        open_until = gauge.points + gauge.missing
        for place in range(gauge.out_of):
            box = QRectF(left + place * (cell + gap) + 0.5, top + 0.5, cell - 1, px(14))
            if place < gauge.points:
                rounded(painter, box, 3, theme.color("accent"))
            elif place < open_until:
                rounded(painter, box, 3, theme.color("surface"), theme.color("miss_line"), dash=tokens.DASH)
            else:
                rounded(painter, box, 3, theme.color("sunken"), theme.color("border"))
        x = left + gauge.cutoff * (cell + gap) - gap / 2
        painter.fillRect(QRectF(x - 1, top - px(4), 2, px(22)), theme.color("text2"))
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("text3"))
        word = QRectF(x - px(60), 0, px(120), px(17))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, gauge.cutoff_label)
