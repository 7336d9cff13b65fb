"""What is told of a plan: the first day with its calendar, the choices, a dose. Knows fields; knows no dose."""

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QSizePolicy, QWidget

from navigator.language import Language
from navigator.pages.scene import PlanChoice, PlanField
from navigator.ui.combo import Combo
from navigator.ui.controls import Label, ToolButton
from navigator.ui.flow import column, row
from navigator.ui.theme import Theme

_LOCALES = {
    Language.FR: QLocale(QLocale.Language.French, QLocale.Country.France),
    Language.EN: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class TypedField(QWidget):
    """A labelled line to type in. Emits what was typed once the field is left or Enter pressed."""

    typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.label = Label(theme, "small", "text2")
        self.edit = QLineEdit()
        self.edit.setMaxLength(16)
        self.edit.setAcceptDrops(False)
        self.error = Label(theme, "cap", "ci", wrap=True)
        self.error.hide()
        self.label.setBuddy(self.edit)
        self.line = row(self.edit)
        column(self.label, 4, self.line, self.error, into=self)
        self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.edit.editingFinished.connect(self._emit)
        theme.changed.connect(self._fit)
        self._fit()

    def show_field(self, field: PlanField) -> None:
        """Show what was understood, and what was wrong with what was typed."""
        self.label.setText(field.label)
        self.edit.setPlaceholderText(field.hint)
        self.edit.setAccessibleName(f"{field.label} ({field.hint})" if field.hint else field.label)
        self.edit.setAccessibleDescription(field.error)
        wrong = bool(field.error)
        if not wrong:
            self.edit.setText(field.value)
        self._shown = self.edit.text()
        self.error.show_text(field.error)
        state = "invalid" if wrong else "answered"
        if self.edit.property("state") != state:
            self.edit.setProperty("state", state)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def _emit(self) -> None:
        if self.edit.text() != self._shown:
            self._shown = self.edit.text()
            self.typed.emit(self.edit.text())

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(150))


class DayPopup(QFrame):
    """A calendar under a field; a Saturday looks like any other day."""

    picked = Signal(str)

    def __init__(self, theme: Theme, language: Language, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(name)
        self.calendar.setLocale(_LOCALES[language])
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(theme.color("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        column(self.calendar, margins=(6, 6, 6, 6), into=self)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)

    def open_under(self, field: QLineEdit) -> None:
        """Open under `field`, on the day that it says."""
        day = QDate.fromString(field.text(), "dd/MM/yyyy")
        if day.isValid():
            self.calendar.setSelectedDate(day)
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 4)))
        self.show()
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(day.toString("dd/MM/yyyy"))


class DayField(TypedField):
    """A day: typed, or picked in a calendar of its own language."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self._language = language
        self.button = ToolButton(theme, "calendar", "")
        self.line.addSpacing(4)
        self.line.addWidget(self.button)
        self.button.clicked.connect(self.open_calendar)

    def show_day(self, field: PlanField, pick: str) -> None:
        """Show `field`; `pick` is the name of the button."""
        self.show_field(field)
        self.button.set_tip(pick)

    def open_calendar(self) -> DayPopup:
        """Open the calendar under the field; made for this once."""
        popup = DayPopup(self._theme, self._language, self.button.accessibleName(), self)
        popup.picked.connect(self._take)
        popup.open_under(self.edit)
        return popup

    def _take(self, day: str) -> None:
        self._shown = ""
        self.edit.setText(day)
        self._emit()

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(176))


class ChoiceField(QWidget):
    """A labelled list to choose one of; no options: it takes no place."""

    picked = Signal(str, str)  # what, id

    def __init__(self, theme: Theme, what: str) -> None:
        super().__init__()
        self.what = what
        self.label = Label(theme, "small", "text2")
        self.combo = Combo(theme, "")
        self.label.setBuddy(self.combo)
        column(self.label, 4, self.combo, into=self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.combo.picked.connect(self._emit)

    def show_choice(self, choice: PlanChoice) -> None:
        """Offer the options of `choice`."""
        self.label.setText(choice.label)
        self.combo.setAccessibleName(choice.label)
        self.combo.show_options(choice.options, choice.selected)
        self.setVisible(bool(choice.options))

    def _emit(self, id: str) -> None:
        self.picked.emit(self.what, id)
