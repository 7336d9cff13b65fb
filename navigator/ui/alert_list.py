"""The warnings of a treatment: at most three, the others behind one press."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.pages.scene import Alert, Mark
from navigator.ui import tokens
from navigator.ui.controls import Button, Icon, Label, Surface
from navigator.ui.flow import column, row
from navigator.ui.theme import Theme

SHOWN = 3


class AlertBox(Surface):
    """One warning: glyph, title, text, what stands behind it, and the factor to settle."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._factor = ""
        self._icon = Icon(theme, "st-caution", "warn", 18, "warn_bg")
        self._title = Label(theme, "bodyb", "warn", wrap=True)
        self._text = Label(theme, "small", wrap=True)
        self._sources = Label(theme, "cap", "text2", wrap=True)
        self.action = Button(theme, kind="ghost")
        words = column(self._title, 1, self._text, 2, self._sources)
        line = row(column(1, self._icon, None), 12, words, 12, self.action, margins=(14, 10, 10, 11), into=self)
        line.setStretch(2, 1)
        line.setAlignment(self.action, Qt.AlignmentFlag.AlignVCenter)
        self.action.clicked.connect(self._ask)

    def show_alert(self, alert: Alert) -> None:
        """Show `alert`."""
        look = tokens.MARKS[alert.mark if alert.mark is not Mark.NEUTRAL else Mark.CAUTION]
        self.set_surface(look.soft, look.line, dashed=look.dashed, width=look.line_width)
        self._icon.show_icon(look.glyph, look.text, look.soft)
        self._title.set_color(look.text)
        self._title.show_text(alert.title)
        self._text.show_text(alert.text)
        self._sources.show_text(" · ".join(p for p in (alert.sources, alert.standing) if p))
        self._factor = alert.factor
        self.action.show_label(alert.action, "")
        self.action.setAccessibleName(f"{alert.action} : {alert.title}")
        self.action.setVisible(bool(alert.action))
        self.setAccessibleName(f"{alert.title}. {alert.text}")

    def _ask(self) -> None:
        self.asked.emit(self._factor)


class AlertList(QWidget):
    """The warnings one under the other. The boxes are kept and used again."""

    factor_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._alerts: tuple[Alert, ...] = ()
        self._unfolded = False
        self._boxes: list[AlertBox] = []
        self._stack = QVBoxLayout()
        self._stack.setSpacing(8)
        self.more = Button(theme, kind="ghost", small=True)
        column(self._stack, row(self.more, None), into=self)
        self.more.clicked.connect(self._unfold)

    def show_alerts(self, alerts: tuple[Alert, ...], more: str, *, same: bool) -> None:
        """Show `alerts`, unfolded as before where it is the `same` treatment; `more` says how many are hidden."""
        self._alerts = alerts
        self._unfolded = self._unfolded and same
        while len(self._boxes) < len(alerts):
            box = AlertBox(self._theme)
            box.asked.connect(self.factor_asked)
            self._boxes.append(box)
            self._stack.addWidget(box)
        for box, alert in zip(self._boxes, alerts, strict=False):
            box.show_alert(alert)
        self.more.show_label(more)
        self._show_boxes()

    def boxes(self) -> list[AlertBox]:
        """The warnings that are seen."""
        return [b for b in self._boxes if not b.isHidden()]

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        return [*(box.action for box in self._boxes), self.more]

    def _show_boxes(self) -> None:
        seen = len(self._alerts) if self._unfolded else min(SHOWN, len(self._alerts))
        for index, box in enumerate(self._boxes):
            box.setVisible(index < seen)
        self.more.setVisible(seen < len(self._alerts))
        self.setVisible(bool(self._alerts))

    def _unfold(self) -> None:
        had_focus = self.more.hasFocus()
        self._unfolded = True
        self._show_boxes()
        if had_focus:
            box = self._boxes[SHOWN]
            (box.action if box.action.isVisible() else box).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
