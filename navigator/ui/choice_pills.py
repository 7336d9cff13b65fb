"""One of a few answers, all of them in sight: pills in a row that goes on in the next line. Knows ids, no words."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from navigator.pages.scene import Option
from navigator.ui.flow import Flow, Pool
from navigator.ui.painted_button import ENTER, paint_ring
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme


class Pill(QRadioButton):
    """One answer: to a screen reader a radio button, to the eye a word on a surface."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.option = theme, Option("", "")
        self.setAutoExclusive(False)  # the row decides, so that a refused choice stays unmade
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """The word and some air."""
        width = round(self._theme.text_width("bodyb", self.text())) + self._theme.px(28)
        return QSize(width, self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """The same: a word is never cut."""
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        """Everywhere: Qt would take only the circle and the word."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, on the accent when it is the answer."""
        painter, theme, chosen = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3.5, 2.5, -3.5, -2.5)
        able = self.isEnabled()
        if chosen:
            rounded(painter, box, 6, theme.color("accent" if able else "no"))
        else:
            hovered = self.underMouse() and able
            rounded(painter, box, 6, theme.color("sunken" if hovered else "surface"), theme.color("ctl"))
        painter.setFont(theme.font("bodyb" if chosen else "body"))
        painter.setPen(theme.color(("on_accent" if able else "on_no") if chosen else "text" if able else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1.5, 0.5, -1.5, -0.5)
            paint_ring(painter, theme, ring, 8)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class ChoicePills(QWidget):
    """The answers side by side, one chosen. The arrows go from one to the next, Space or Enter chooses."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._selected = theme, ""
        self._flow = Flow(self, gap=4, line_gap=6)
        self._pills = Pool(self._make)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_options(self, name: str, options: tuple[Option, ...], selected: str) -> None:
        """Offer `options`; `name` is what is chosen, spoken before each."""
        self.setAccessibleName(name)
        self._selected = selected
        for pill, option in zip(self._pills.take(len(options)), options, strict=True):
            pill.option = option
            pill.setObjectName(option.id)
            pill.setText(option.label)
            pill.setAccessibleName(f"{name} : {option.label}")
            pill.setChecked(option.id == selected)
            pill.updateGeometry()

    def stops(self) -> list[QWidget]:
        """The pills."""
        return list(self._pills.all)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk along the row."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        shown = [p for p in self._pills.all if not p.isHidden()]
        at = next((n for n, p in enumerate(shown) if p.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        else:
            shown[(at + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self) -> Pill:
        pill = Pill(self._theme, self)
        pill.clicked.connect(self._pick)
        self._flow.addWidget(pill)
        return pill

    def _pick(self) -> None:
        pill = self.sender()
        if isinstance(pill, Pill):
            pill.setChecked(pill.option.id == self._selected)  # the page that follows says what is chosen
            self.picked.emit(pill.option.id)
