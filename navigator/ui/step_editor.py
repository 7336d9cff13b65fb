"""An earlier answer opened again over the window: its fields, save, remove or close, and what is asked of it first.

Knows fields and keys. What a change does to the rest of the walk is not known here.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.language import Language
from navigator.pages.scene import Option, StepForm
from navigator.pages.trail import REMOVE, Revision
from navigator.ui.combo import Combo
from navigator.ui.controls import Button, Label, Surface
from navigator.ui.flow import ScrollColumn, column, row
from navigator.ui.moves import MoveRow
from navigator.ui.outcome_parts import UnitField
from navigator.ui.overlay import Overlay
from navigator.ui.theme import Theme

_ASKS_WHY = "not-tolerated"
_WIDTH, _EDGE = 460, 16


class StepEditor(Overlay):
    """A small card in the middle of the scrim. Enter saves, Esc closes."""

    revised = Signal(int, object)  # the index of the answer, the Revision

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._index = -1
        self._card = Surface(theme, "raised", "border", 12)
        self._card.setParent(self)
        self._title = Label(theme, "h3", wrap=True)
        self._hint = Label(theme, "small", "text3", wrap=True)
        self._error = Label(theme, "small", "ci", wrap=True)
        self.treatment, self.answer, self.reason = Combo(theme, ""), Combo(theme, ""), Combo(theme, "")
        self.dose, self.weeks = UnitField(theme, 160), UnitField(theme, 160)
        self._labels: dict[QWidget, Label] = {
            field: Label(theme, "small", "text2")
            for field in (self.treatment, self.dose, self.weeks, self.answer, self.reason)
        }
        self.early, self._early = MoveRow(theme), QWidget()
        self._early_title = Label(theme, "smallb", "warn", wrap=True)
        self._remark = Label(theme, "small", "text2", wrap=True)
        self.save = Button(theme, kind="primary")
        self.remove, self.cancel = Button(theme), Button(theme, kind="ghost")
        self._build()
        self.answer.currentIndexChanged.connect(self._ask_why)
        for field in (self.treatment, self.answer, self.reason):
            field.currentIndexChanged.connect(self._ask_nothing)
        for amount in (self.dose, self.weeks):
            amount.textEdited.connect(self._ask_nothing)
        self.early.move_chosen.connect(self._answer_early)
        self.dose.returnPressed.connect(self._save)
        self.weeks.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.cancel.clicked.connect(self._close)
        theme.changed.connect(self._place)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for line, (field, label) in enumerate(self._labels.items()):
            label.setBuddy(field)
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, line, 1)
        foot = row(self.save, self.remove, None, self.cancel)
        foot.setSpacing(10)
        column(10, self._early_title, 3, self._remark, 10, self.early, into=self._early)
        self._fields = ScrollColumn(steady=False)
        column(self._hint, 14, grid, 10, self._error, into=self._fields.body)
        parts = (self._title, 4, self._fields, self._early, 14, foot)
        column(*parts, margins=(24, 20, 24, 18), into=self._card)

    def content(self) -> QWidget:
        """The card."""
        return self._card

    def show_form(self, form: StepForm, place: QRect) -> None:
        """Open `form` over `place`; with an error or a question, what was typed stays."""
        again = bool(form.error or form.early) and form.index == self._index and self.isVisible()
        self._index = form.index
        self._card.setAccessibleName(form.title)
        self._title.setText(form.title)
        self._hint.show_text(form.hint)
        self._error.show_text(form.error)
        if not again:
            self._show_choice(self.treatment, form.treatments, form.treatment, form.treatment_label)
            self._show_amount(self.dose, form.dose, form.dose_label, form.dose_unit)
            self._show_amount(self.weeks, form.weeks, form.weeks_label, form.weeks_unit)
            self._show_choice(self.reason, form.reasons, form.reason, form.reason_label)
            self._show_choice(self.answer, form.answers, form.answer, form.answer_label)
            self._ask_why()
        for button, word in ((self.save, form.save), (self.remove, form.remove), (self.cancel, form.cancel)):
            button.show_label(word)
            button.setVisible(bool(word))
        self._show_early(form)
        self.open_over(place)
        self._place()
        self._first(form, again=again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self, form: StepForm, *, again: bool) -> QWidget:
        """Where the keyboard begins: at what is asked, at what is to be mended, else at the first field."""
        if form.early is not None:
            return self.early.buttons()[0]
        if again:
            return self.dose
        return next((f for f in (self.treatment, self.answer, self.remove) if not f.isHidden()), self.cancel)

    def _show_early(self, form: StepForm) -> None:
        """Ask what to do with a trial that comes too early to be judged: instead of saving it."""
        self._early.setVisible(form.early is not None)
        if form.early is not None:
            self._early_title.setText(form.early.title)
            self._remark.show_text(form.remark)
            self.early.show_moves(form.early.moves)
            self.early.buttons()[0].setAccessibleDescription(f"{form.early.title}. {form.remark}")
            self.save.hide()

    def _show_choice(self, combo: Combo, options: tuple[Option, ...], chosen: str, label: str) -> None:
        combo.setAccessibleName(label)
        combo.show_options(options, chosen)
        self._show_line(combo, label, bool(options))

    def _show_amount(self, field: UnitField, value: str, label: str, unit: str) -> None:
        field.show_value(value, label, unit, force=True)
        self._show_line(field, label, bool(label))

    def _show_line(self, field: QWidget, label: str, shown: bool) -> None:
        self._labels[field].setText(label)
        self._labels[field].setVisible(shown)
        field.setVisible(shown)

    def _ask_why(self) -> None:
        asked = self.reason.count() > 0 and self.answer.currentData() == _ASKS_WHY
        self._labels[self.reason].setVisible(asked)
        self.reason.setVisible(asked)
        self._place()

    def _ask_nothing(self) -> None:
        """Something else was said: the question is not about it."""
        if not self._early.isHidden():
            self._early.hide()
            self.save.show()
            self._place()

    def _save(self) -> None:
        self._tell()

    def _answer_early(self, move: str) -> None:
        self._tell(move)

    def _tell(self, early: str = "") -> None:
        trial = not self.treatment.isHidden()
        said = Revision(
            answer=str(self.answer.currentData()),
            treatment=str(self.treatment.currentData()) if trial else "",
            dose=self.dose.text() if trial else None,
            weeks=self.weeks.text() if trial else None,
            reason=str(self.reason.currentData()) if not self.reason.isHidden() else "",
            early=early,
        )
        self.revised.emit(self._index, said)

    def _remove(self) -> None:
        self.revised.emit(self._index, Revision(REMOVE))

    def _close(self) -> None:
        self.close_overlay()

    def _place(self) -> None:
        width = min(self.theme.px(_WIDTH), self.width() - 48)
        layout = self._card.layout()
        if layout is None or width <= 0:
            return
        body = self._fields.body.layout()
        if body is not None:  # the fields scroll where the window is too low: what is asked of them stays in sight
            margins, flows = layout.contentsMargins(), body.hasHeightForWidth()
            room = width - margins.left() - margins.right()
            wanted = body.totalHeightForWidth(room) if flows else body.totalSizeHint().height()
            self._fields.setFixedHeight(wanted)
            layout.activate()
            over = max(0, self._high(width) - (self.height() - 2 * _EDGE))
            self._fields.setFixedHeight(max(wanted - over, min(wanted, self.theme.px(60))))
        layout.activate()
        height = min(self._high(width), self.height() - 2 * _EDGE)
        top = max(_EDGE, (self.height() - height) // 3)
        self._card.setGeometry((self.width() - width) // 2, top, width, height)

    def _high(self, width: int) -> int:
        return max(self._card.heightForWidth(width), self._card.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card in the middle."""
        super().resizeEvent(event)
        self._place()
