"""The card of one option of a stage: how it fits this patient, its dose, why, and what the sources say.

Hierarchy comes from the surface: white, dashed while something is missing, recessed when advised against.
Knows places and states; the words and the marks come in.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import Field, Mark
from navigator.pages.scene import OptionCard as OptionScene
from navigator.ui.badges import Chip, SourceLine, Tag, show_source_lines
from navigator.ui.click_card import ClickCard
from navigator.ui.controls import Button, Icon, Label
from navigator.ui.flow import Flow, Pool, column, row
from navigator.ui.marks import MARKS
from navigator.ui.option_parts import DoseRow, ReasonList
from navigator.ui.theme import Theme
from navigator.ui.yes_no import YesNo


class OptionCard(ClickCard):
    """One option. Pressing it opens the treatment; its question is answered without leaving the page."""

    opened = Signal(str)
    factor_answered = Signal(str, str)
    compare_toggled = Signal(str)
    question_left = Signal()  # the focus went out of the question

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self.treatment, self._factor, self._asked = "", "", False
        self._name = Label(theme, "h3")
        self._class = Label(theme, "small", "text3", elide=True)
        self._current = Tag(theme, "accent", "accent_soft", say(_("Essai en cours"), language))
        self.chip = Chip(theme)
        self._dose = DoseRow(theme, language)
        self.reasons = ReasonList(theme, language)
        self._question = Label(theme, "small", "miss", wrap=True)
        self.answer = YesNo(theme, language)
        self._ask = QWidget()
        self._history = Label(theme, "small", "text2", wrap=True)
        self._remark = Label(theme, "cap", "warn", wrap=True)
        self._origin = Label(theme, "cap", "text3", wrap=True)
        self._lines = Pool(self._make_line)
        self._open = Label(theme, "smallm", "accent")
        self.compare = Button(theme, kind="link")
        self.compare.setCheckable(True)
        self.compare.clicked.connect(self._emit_compare)
        self._build()
        self.clicked.connect(self._emit_opened)
        self.answer.answered.connect(self._emit_answer)
        self.answer.left.connect(self.question_left)

    def _build(self) -> None:
        names = Flow(gap=10, line_gap=2)
        for part in (self._name, self._class, self._current):
            names.addWidget(part)
        head = row()
        head.addLayout(names, 1)
        head.addSpacing(10)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        why = row()
        why.addWidget(self.reasons, 1)
        self._question.setMaximumWidth(self.theme.px(260))
        self._question.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row(12, self._question, 10, self.answer, into=self._ask)
        why.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sources = Flow(gap=4, line_gap=3)
        foot = row()
        foot.addLayout(self._sources, 1)
        foot.addSpacing(12)
        ways = row(self.compare, 16, self._open, 4, Icon(self.theme, "chevron-right", "accent", 16))
        foot.addLayout(ways)
        foot.setAlignment(ways, Qt.AlignmentFlag.AlignBottom)
        notes = column(self._history, self._remark, self._origin)
        column(head, 4, self._dose, 4, why, notes, None, 7, foot, margins=(20, 12, 16, 12), into=self)

    def show_option(self, option: OptionScene) -> None:
        """Show `option`; the fold of the reasons stays as it is while the treatment is the same."""
        if option.treatment != self.treatment:
            self.treatment = option.treatment
            self.reasons.fold()
        look = MARKS[option.status.mark]
        ground, ink = ("sunken", "text2") if look.recessed else ("surface", "text")
        missing = option.status.mark is Mark.MISSING
        self.set_surface(ground, "miss_line" if missing else "border", dashed=missing)
        self.set_selected(option.current)
        self._name.setText(option.name)
        self._name.set_color(ink)
        self._class.show_text(option.class_name)
        self._current.setVisible(option.current)
        self.chip.show_status(option.status)
        self._dose.show_dose(option.dose, ink)
        self.reasons.show_reasons(option.reasons, option.summary, option.more, option.status.mark, ground)
        self._show_question(option.ask)
        self._history.show_text(option.history)
        self._remark.show_text(option.disagreement)
        self._origin.show_text(option.origin)
        show_source_lines(self._lines, option.lines)
        self._open.setText(option.open_label)
        self.compare.show_label(f"✓ {option.compare_label}" if option.gathered else option.compare_label)
        self.compare.setAccessibleName(f"{option.compare_label} : {option.name} (C)")
        self.compare.setChecked(option.gathered)
        self.compare.setVisible(bool(option.compare_label))
        self.setAccessibleName(option.spoken)

    def asks(self) -> bool:
        """Whether the focus is in the question of this card."""
        return self.answer.yes.hasFocus() or self.answer.no.hasFocus()

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at on this card, in order."""
        return [self, self.reasons.toggle, self.answer.no, self.answer.yes, self.compare]

    def forget_question(self) -> None:
        """Take the answered question away, now that nobody is in it."""
        if not self._asked:
            self._ask.hide()

    def _show_question(self, ask: Field | None) -> None:
        self._asked = ask is not None
        if ask is None:  # just answered: the question stays until the focus has left it
            self._ask.setVisible(self.asks())
            return
        self._factor = ask.id
        self._question.show_text(ask.label)
        self.answer.show_question(ask.label)
        self.answer.show_value(ask.value)
        self._ask.show()

    def _make_line(self) -> SourceLine:
        line = SourceLine(self.theme)
        self._sources.addWidget(line)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C ticks it to be compared; Enter opens it."""
        if event.key() == Qt.Key.Key_C and not event.modifiers() and self.compare.isVisible():
            self.compare.click()
        else:
            super().keyPressEvent(event)

    def _emit_compare(self) -> None:
        self.compare_toggled.emit(self.treatment)

    def _emit_opened(self) -> None:
        self.opened.emit(self.treatment)

    def _emit_answer(self, value: str) -> None:
        self.factor_answered.emit(self._factor, value)
