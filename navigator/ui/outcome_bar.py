"""How the trial went: which treatment, at what dose, for how long, and its result. Pinned under the stage.

Knows fields and buttons. What a result leads to, and whether it came too early, comes in as words.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import OutcomeBar as OutcomeScene
from navigator.ui.controls import Button, Icon, Label
from navigator.ui.flow import Flow, Pool, column, row
from navigator.ui.moves import MoveRow
from navigator.ui.outcome_parts import OutcomeButton, ReasonButton, UnitField
from navigator.ui.theme import Theme
from navigator.ui.trial_field import TrialField

_ASKS_WHY = "not-tolerated"


class OutcomeBar(QFrame):
    """Records the result of a trial; « mal toléré » first asks why."""

    draft_changed = Signal(str, str, str)  # treatment, dose, weeks
    trial_told = Signal(str)  # the trial in one line
    outcome_chosen = Signal(str, str)  # outcome, reason
    move_chosen = Signal(str)  # what to do with a result that came too early

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("outbar")
        self._theme, self._language = theme, language
        self._selected, self._columns, self._compact = "", 0, False
        self._title = Label(theme, "bodyb", elide=True)
        self._hint = Label(theme, "cap", "text3", wrap=True)
        hint = say(_("Ou d’une ligne : traitement, mg/j, semaines, puis Entrée."), language)
        example = say(_("Traitement, mg/j, semaines"), language)
        self.trial = TrialField(theme, say(_("Traitement essayé"), language), example, hint)
        self.dose, self.weeks = UnitField(theme, 104), UnitField(theme, 84)
        self.buttons = Pool(self._make_button)
        self.reasons = Pool(self._make_reason)
        self._build()
        self.trial.picked.connect(self._pick)
        self.trial.told.connect(self.trial_told)
        self.trial.taken.connect(self._go_on)
        self.trial.passed.connect(self._go_on)
        for field in (self.dose, self.weeks):
            field.returnPressed.connect(self._go_on)
        self.dose.textEdited.connect(self._emit_draft)
        self.weeks.textEdited.connect(self._emit_draft)
        self.cancel.clicked.connect(self._stop_asking)
        self.early.move_chosen.connect(self.move_chosen)

    def _build(self) -> None:
        self.trial.setProperty("scale", "small")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = row(self._title, 10)
        head.addWidget(self._hint, 1)
        for part in (self.trial, self.dose, self.weeks):
            head.addSpacing(8)
            head.addWidget(part)
        self._error_icon, self._remark_icon = (
            Icon(self._theme, "info", "ci", 14),
            Icon(self._theme, "st-caution", "warn", 14),
        )
        self._error = Label(self._theme, "small", "ci", wrap=True)
        self.remark = Label(self._theme, "small", "warn", wrap=True)
        error, remark = row(self._error_icon, 8), row(self._remark_icon, 8)
        error.addWidget(self._error, 1)
        remark.addWidget(self.remark, 1)
        self._button_grid = QGridLayout()
        self._button_grid.setSpacing(10)
        self._why = QWidget()
        self._why_title = Label(self._theme, "smallb")
        self.cancel = Button(self._theme, say(_("Annuler la saisie"), self._language), kind="link")
        self._why_flow = Flow(self._why, gap=8, line_gap=6)
        self._why_flow.addWidget(self._why_title)
        self._why_flow.addWidget(self.cancel)
        self._early = QWidget()
        self._early_title = Label(self._theme, "smallb")
        self.early = MoveRow(self._theme)
        column(self._early_title, 4, self.early, into=self._early)
        parts = (head, 6, error, remark, 2, self._button_grid, 8, self._why, self._early)
        self._page = column(*parts, into=self)
        self.set_gutter(32, compact=False)
        self._why.hide()
        self._early.hide()

    def show_bar(self, bar: OutcomeScene) -> None:
        """Show `bar`. What is being typed stays, unless another treatment was chosen."""
        other = bar.selected != self._selected
        self._selected = bar.selected
        self._title.setText(bar.title)
        self._hint.setText("" if bar.remark else bar.hint)
        said = self.trial.typed()
        self.trial.show_options(bar.trials, bar.selected)
        if self.trial.is_typing or (bar.error and not other and said):
            self.trial.keep(said)
        tip = (self.trial.currentText(), self.trial.accessibleDescription())  # a tiny window cuts it
        self.trial.setToolTip("\n".join(t for t in tip if t))
        keep = bool(bar.error) and not other
        dose, weeks = (self.dose.text(), self.weeks.text()) if keep else (bar.dose, bar.weeks)
        self.dose.show_value(dose, bar.dose_label, bar.dose_unit, force=other)
        self.weeks.show_value(
            weeks, ". ".join(w for w in (bar.weeks_label, bar.hint) if w), bar.weeks_unit, force=other
        )
        self.dose.setVisible(bar.asks_dose)
        pressed = bar.early.outcome if bar.early is not None else ""
        for button, outcome in zip(self.buttons.take(len(bar.buttons)), bar.buttons, strict=True):
            button.show_outcome(outcome)
            button.setCheckable(outcome.id in (_ASKS_WHY, pressed))
        self._place()
        for reason, option in zip(self.reasons.take(len(bar.reasons)), bar.reasons, strict=True):
            reason.show_reason(option)
        self._why_title.setText(bar.reasons_title)
        self._error.show_text(bar.error)
        self._error_icon.setVisible(bool(bar.error))
        self.remark.show_text(bar.remark)
        self._remark_icon.setVisible(bool(bar.remark))
        self.setVisible(bool(bar.trials))
        if other:
            self._ask_why(False)
        self._show_early(bar)

    def _show_early(self, bar: OutcomeScene) -> None:
        """Ask what to do with a result that came too early; the focus goes to what is advised, and back."""
        asking, asked = bar.early is not None, not self._early.isHidden()
        held = any(button.hasFocus() for button in self.early.buttons())
        if bar.early is not None:
            self._ask_why(False)
            self._early_title.setText(bar.early.title)
            self.early.show_moves(bar.early.moves)
            for button in self.buttons.all:
                button.setChecked(button.objectName() == bar.early.outcome)
        self._early.setVisible(asking)
        if asking and not asked:
            self.early.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif held and not asking:
            self.trial.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_gutter(self, gutter: int, *, compact: bool) -> None:
        """The margin of the page above; `compact`: as low as it can be."""
        top, bottom = (8, 10) if compact else (10, 14)
        self._page.setContentsMargins(gutter, top, gutter, bottom)
        self._compact = compact
        self._place()

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        why = [*self.reasons.all, self.cancel]
        return [self.trial, self.dose, self.weeks, *self.buttons.all, *why, *self.early.buttons()]

    def _make_button(self) -> OutcomeButton:
        button = OutcomeButton(self._theme)
        button.chosen.connect(self._choose)
        button.numbered.connect(self._press_result)
        self._button_grid.addWidget(button, 0, len(self.buttons.all))  # until it is placed
        self._columns = 0
        return button

    def _place(self) -> None:
        """All results side by side, or two by two, so that each says where it leads; in one line each where it may."""
        buttons, gap = self.buttons.all, self._button_grid.spacing()
        margins = self._page.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needs = {lines: max((b.width_on(lines) for b in buttons), default=0) for lines in (1, 2)}
        columns = len(buttons) if needs[2] * len(buttons) + gap * (len(buttons) - 1) <= room else 2
        each = (room - gap * (columns - 1)) // max(1, columns)
        for button in buttons:
            button.set_compact(self._compact and needs[1] <= each)
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(buttons):
            self._button_grid.addWidget(button, place // columns, place % columns)
        for place in range(4):
            self._button_grid.setColumnStretch(place, 1 if place < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the results for the new width."""
        super().resizeEvent(event)
        self._place()

    def _make_reason(self) -> ReasonButton:
        button = ReasonButton(self._theme)
        button.chosen.connect(self._choose_reason)
        self._why_flow.addWidget(button)
        self._why_flow.removeWidget(self.cancel)
        self._why_flow.addWidget(self.cancel)
        return button

    def _pick(self, treatment: str) -> None:
        self.draft_changed.emit(treatment, "", "")  # the dose of one treatment is never that of another

    def _go_on(self) -> None:
        """To the next of dose and weeks that is empty; to the results where none is. What is wrong keeps the focus."""
        if self.trial.currentIndex() < 0 or not self._error.isHidden():
            return
        fields = [field for field in (self.dose, self.weeks) if not field.isHidden()]
        held = [place for place, field in enumerate(fields) if field.hasFocus()]
        after = fields[held[0] + 1 :] if held else fields
        target: QWidget = next((field for field in after if not field.text().strip()), self.buttons.all[0])
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _press_result(self, place: int) -> None:
        if place < len(self.buttons.all):
            self.buttons.all[place].click()

    def _emit_draft(self) -> None:
        self.draft_changed.emit(str(self.trial.currentData() or ""), self.dose.text(), self.weeks.text())

    def _choose(self, outcome: str) -> None:
        if outcome == _ASKS_WHY:
            self._ask_why(self._why.isHidden())
        else:
            self._ask_why(False)
            self.outcome_chosen.emit(outcome, "")

    def _choose_reason(self, reason: str) -> None:
        self._ask_why(False)
        self.outcome_chosen.emit(_ASKS_WHY, reason)

    def _stop_asking(self) -> None:
        self._ask_why(False)

    def _ask_why(self, asking: bool) -> None:
        self._why.setVisible(asking)
        for button in self.buttons.all:
            button.setChecked(asking and button.isCheckable())
        if asking and self.reasons.all:
            self.reasons.all[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops asking why; nothing is recorded that came too early."""
        if event.key() == Qt.Key.Key_Escape and not self._why.isHidden():
            self._stop_asking()
        elif event.key() == Qt.Key.Key_Escape and not self._early.isHidden():
            self.early.press_first()
        else:
            super().keyPressEvent(event)
