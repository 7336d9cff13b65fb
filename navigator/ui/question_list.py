"""The few questions whose answer could still change a status on the page. Knows fields, no factor.

While the focus is in it nothing moves: an answered question stays where it is until the focus has left.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from navigator.language import Language
from navigator.pages.scene import Field
from navigator.ui.choice_field import ComboField, YesNoField
from navigator.ui.controls import Label
from navigator.ui.flow import column
from navigator.ui.number_field import NumberField
from navigator.ui.panel_field import PanelField
from navigator.ui.theme import Theme


class QuestionList(QWidget):
    """A title and at most three fields; the fields are made once for each factor and kept."""

    factor_answered = Signal(str, str)
    unit_chosen = Signal(str, str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.fields: dict[str, PanelField] = {}
        self._shown: list[str] = []
        self._next: Sequence[Field] = ()
        self._title = Label(theme, "smallb", "miss", wrap=True)
        self._rows = column()
        column(self._title, 4, self._rows, into=self)

    def show_questions(self, title: str, questions: Sequence[Field], known: Mapping[str, Field]) -> None:
        """Ask `questions`; while the focus is here, those on the screen stay and show what is `known` of them."""
        self._next = questions
        self._title.show_text(title)
        if self._busy():
            for id in self._shown:
                if id in known:
                    self.fields[id].show_field(known[id])
            self.setVisible(True)
            return
        self._refill()

    def discard(self) -> None:
        """Forget what was typed and not yet answered."""
        for field in self.fields.values():
            field.discard()

    def _busy(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    def _refill(self) -> None:
        self._shown = [question.id for question in self._next]
        for question in self._next:
            self._field(question).show_field(question)
        for place, id in enumerate(self._shown):
            self._rows.insertWidget(place, self.fields[id])
        for id, field in self.fields.items():
            field.setVisible(id in self._shown)
        self.setVisible(bool(self._shown))

    def _field(self, question: Field) -> PanelField:
        if question.id not in self.fields:
            made: PanelField
            if question.kind == "number":
                made = number = NumberField(self._theme, self._language)
                number.unit_asked.connect(self._unit_asked)
            elif question.kind == "yes-no":
                made = YesNoField(self._theme, self._language)
            else:
                made = ComboField(self._theme, self._language)
            made.setObjectName(f"ask.{question.id}")
            made.answered.connect(self._answered)
            for part in made.findChildren(QWidget):
                part.installEventFilter(self)
            self.fields[question.id] = made
        return self.fields[question.id]

    def _answered(self, text: str) -> None:
        self.factor_answered.emit(self.sender().objectName().removeprefix("ask."), text)

    def _unit_asked(self, unit: str) -> None:
        self.unit_chosen.emit(self.sender().objectName().removeprefix("ask."), unit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask the next questions once the focus has left."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._settle)
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        if not self._busy():
            self._refill()
