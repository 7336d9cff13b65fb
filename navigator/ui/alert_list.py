"""The warnings of a treatment: one box a severity, a few reasons at first, the others behind one press."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.pages.scene import Alert, AlertReason, Mark
from navigator.ui.controls import Button, Icon, Label, Surface
from navigator.ui.flow import Pool, column, row
from navigator.ui.marks import MARKS
from navigator.ui.theme import Theme


class ReasonLine(QWidget):
    """One reason: what it is, what to do instead, its standing, and its sources where they are asked for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._reason = AlertReason("")
        self._text = Label(theme, "small", wrap=True)
        self._instead = Label(theme, "smallm", wrap=True)
        self._standing = Label(theme, "cap", "text2", wrap=True)
        self._sources = Label(theme, "cap", "text2", wrap=True)
        column(self._text, 1, self._instead, self._standing, self._sources, into=self)

    def show_reason(self, reason: AlertReason, *, sources: bool) -> None:
        """Show `reason`, with its sources or without."""
        self._reason = reason
        self._text.show_text(reason.text)
        self._instead.show_text(f"→ {reason.instead}" if reason.instead else "")
        self._standing.show_text(reason.standing)
        self._sources.show_text(reason.sources if sources else "")

    def words(self) -> str:
        """What it says."""
        return f"{self._reason.text} {self._reason.instead}".strip()


class AlertBox(Surface):
    """All warnings of one severity: glyph, title, reasons with their sources; or what is missing and its field."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._theme = theme
        self._alert = Alert(Mark.CAUTION, "")
        self._unfolded = False
        self._icon = Icon(theme, "st-caution", "warn", 18, "warn_bg")
        self._title = Label(theme, "bodyb", "warn")
        self._text = Label(theme, "small", wrap=True)
        self.sources = Button(theme, kind="ghost", small=True)
        self.sources.setCheckable(True)
        self.action = Button(theme, kind="ghost", small=True)
        self._lines = Pool(self._make_line)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(5)
        self._reasons.setContentsMargins(0, 0, 8, 0)
        head = row(self._title, 10, self._text, self.action, self.sources)
        head.setStretch(2, 1)
        words = column(head, self._reasons)
        line = row(column(3, self._icon, None), 12, words, margins=(14, 5, 8, 8), into=self)
        line.setStretch(2, 1)
        self.action.clicked.connect(self._ask)
        self.sources.toggled.connect(self._show_reasons)

    def show_alert(self, alert: Alert, sources: str, *, unfolded: bool) -> None:
        """Show `alert` with the reasons that are seen at first, or `unfolded` with all; `sources` opens theirs."""
        self._alert, self._unfolded = alert, unfolded
        look = MARKS[alert.mark if alert.mark is not Mark.NEUTRAL else Mark.CAUTION]
        self.set_surface(look.soft, look.line, dashed=look.dashed, width=look.line_width)
        self._icon.show_icon(look.glyph, look.text, look.soft)
        self._title.set_color(look.text)
        self._title.show_text(alert.title)
        self._text.setText(alert.text)
        self.action.show_label(alert.action)
        self.action.setAccessibleName(f"{alert.action} : {alert.text}")
        self.action.setVisible(bool(alert.action))
        self.sources.show_label(sources)
        self.sources.setAccessibleName(f"{sources} : {alert.title}")
        self.sources.setVisible(bool(sources) and any(r.sources for r in alert.reasons))
        self._show_reasons()

    def lines(self) -> list[ReasonLine]:
        """The reasons that are seen."""
        return [line for line in self._lines.all if not line.isHidden()]

    def _show_reasons(self) -> None:
        alert = self._alert
        reasons = alert.reasons if self._unfolded else alert.reasons[: alert.shown]
        for line, reason in zip(self._lines.take(len(reasons)), reasons, strict=True):
            line.show_reason(reason, sources=self.sources.isChecked())
        said = [alert.title, alert.text, *(line.words() for line in self.lines())]
        self.setAccessibleName(". ".join(part.rstrip(".") for part in said if part))

    def _make_line(self) -> ReasonLine:
        line = ReasonLine(self._theme)
        self._reasons.addWidget(line)
        return line

    def _ask(self) -> None:
        self.asked.emit(self._alert.factor)


class AlertList(QWidget):
    """The boxes one under the other, kept and used again; one press opens every reason, the next folds them."""

    factor_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._alerts: tuple[Alert, ...] = ()
        self._words = ("", "", "")  # more, fewer, sources
        self._unfolded = False
        self._pool = Pool(self._make_box)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(8)
        self.more = Button(theme, kind="ghost", small=True)
        column(self._stack, row(self.more, None), into=self)
        self.more.clicked.connect(self._turn)

    def show_alerts(self, alerts: tuple[Alert, ...], more: str, fewer: str, sources: str, *, same: bool) -> None:
        """Show `alerts`, unfolded as before where it is the `same` treatment; `more` says how many are hidden."""
        self._alerts, self._words = alerts, (more, fewer, sources)
        self._unfolded = self._unfolded and same and bool(more)
        if not same:
            for box in self._pool.all:
                box.sources.setChecked(False)
        self._show_boxes()

    def boxes(self) -> list[AlertBox]:
        """The boxes that are seen."""
        return self._pool.all[: len(self._alerts)]

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        return [*(part for box in self._pool.all for part in (box.action, box.sources)), self.more]

    def _make_box(self) -> AlertBox:
        box = AlertBox(self._theme)
        box.asked.connect(self.factor_asked)
        self._stack.addWidget(box)
        return box

    def _show_boxes(self) -> None:
        more, fewer, sources = self._words
        for box, alert in zip(self._pool.take(len(self._alerts)), self._alerts, strict=True):
            box.show_alert(alert, sources, unfolded=self._unfolded or not more)  # nothing hides behind no button
        self.more.show_label(fewer if self._unfolded else more)
        self.more.setVisible(bool(more))
        self.setVisible(bool(self._alerts))

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._show_boxes()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
