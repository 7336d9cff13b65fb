"""What the rail is made of: a step with its node on the line, and the trials that branch off it. Painted."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import RailFinding, RailStep, RailTrial
from navigator.ui import tokens
from navigator.ui.flow import Pool, column
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import ENTER, paint_ring
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme

_WORDS = {"done": _("faite"), "current": _("en cours"), "next": _("à venir"), "end": _("fin du parcours")}
_NODE, _TEXT, _RADIUS = 34, 58, 12  # the line of nodes, the text beside it, the size of a node


class RailButton(QAbstractButton):
    """A row of the rail that is pressed: hover, focus ring, Enter."""

    edit_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.mini = theme, False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def edits(self) -> int | None:
        """The index of the answer that stands behind the row, None where there is none."""
        return None

    def event(self, event: QEvent) -> bool:
        """F4 is the row's own key where it has an answer: the window must not take it."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_edit(event):
            event.accept()
            return True
        return super().event(event)

    def _is_edit(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4 and self.edits() is not None

    def _edit(self) -> None:
        index = self.edits()
        if index is not None:
            self.edit_asked.emit(index)

    def node(self) -> int:
        """Where the line of nodes runs."""
        return self.width() // 2 if self.mini else self.theme.px(_NODE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; F4 opens the answer behind the row."""
        if event.key() in ENTER:
            self.click()
        elif self._is_edit(event):
            self._edit()
        else:
            super().keyPressEvent(event)

    def paint_state(self, painter: QPainter) -> None:
        """The ring of the focus."""
        if self.hasFocus():
            inset = 4 if self.mini else 10
            ring = QRectF(self.rect()).adjusted(inset, 2, -inset, -2)
            paint_ring(painter, self.theme, ring, 8)

    def paint_words(self, painter: QPainter, *lines: tuple[str, str, str, QRectF]) -> None:
        """Lines of text, each with its role, its colour and its place."""
        for text, role, color, place in lines:
            painter.setFont(self.theme.font(role))
            painter.setPen(self.theme.color(color))
            left(painter, place, text)


class TrialButton(RailButton):
    """A trial: its result as a glyph, what was tried, and how it went."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.trial = RailTrial(-1, "under-way", "", "")
        self.clicked.connect(self._edit)

    def edits(self) -> int | None:
        """The trial itself."""
        return self.trial.index

    def show_trial(self, trial: RailTrial, *, mini: bool) -> None:
        """Show `trial`."""
        self.trial, self.mini = trial, mini
        words = [word for word in (trial.title, trial.note) if word]
        self.setAccessibleName(", ".join(words))
        self.setToolTip("\n".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of text, or the glyph."""
        return QSize(self.theme.px(64), self.theme.px(26 if self.mini else 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The branch, the glyph, the words."""
        painter, theme, px, trial = QPainter(self), self.theme, self.theme.px, self.trial
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dropped = trial.state == "dropped"
        ink = "text3" if dropped else tokens.OUTCOMES[trial.glyph]
        x, y, side = self.node(), self.height() / 2 if self.mini else px(11), px(14)
        if not self.mini and not dropped:
            painter.setPen(QPen(theme.color("accent_line"), 1.5))
            painter.drawLine(QPointF(x, y), QPointF(px(_TEXT - 8), y))
        glyph = QRectF((x if self.mini else px(_TEXT + 1)) - side / 2, y - side / 2, side, side)
        if self.mini:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("rail"))
            painter.drawEllipse(glyph.adjusted(-2, -2, 2, 2))
        paint_icon(painter, f"oc-{trial.glyph}", glyph, theme.hex(ink), stroke=2)
        if not self.mini:
            width = self.width() - px(_TEXT + 16) - px(10)
            self.paint_words(
                painter,
                (trial.title, "smallm", "text2" if dropped else "text", QRectF(px(_TEXT + 16), 0, width, px(21))),
                (trial.note, "cap", self._note_ink(), QRectF(px(_TEXT + 16), px(20), width, px(18))),
            )
        self.paint_state(painter)

    def _note_ink(self) -> str:
        return {"recheck": "warn", "dropped": "text3"}.get(self.trial.state, "text2")


class FindingButton(RailButton):
    """What was found before any treatment: « DN4 7/10 ». Leads to the page where it is answered."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.finding = RailFinding("", "calculator", "", "")
        self.clicked.connect(self._emit)

    def show_finding(self, finding: RailFinding, *, mini: bool) -> None:
        """Show `finding`."""
        self.finding, self.mini = finding, mini
        self.setObjectName(finding.sheet)
        self.setAccessibleName(finding.spoken)
        self.setToolTip(finding.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.theme.px(64), self.theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon and the words; alone, the icon."""
        painter, theme, px, side = QPainter(self), self.theme, self.theme.px, self.theme.px(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "ci" if self.finding.alarm else "text2"
        place = QRectF(self.node() - side / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self.finding.icon, place, theme.hex(ink if self.finding.alarm else "accent"), stroke=2)
        if not self.mini:
            box = QRectF(px(_TEXT), 0, self.width() - px(_TEXT) - px(10), self.height())
            self.paint_words(painter, (self.finding.text, "smallm", ink, box))
        self.paint_state(painter)

    def _emit(self) -> None:
        self.chosen.emit(self.finding.sheet)


class StepButton(RailButton):
    """A step: its number or its tick, its name, and where it stands."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self._language = language
        self.step = RailStep("", "", "", "", "next")
        self.clicked.connect(self._emit)

    def edits(self) -> int | None:
        """The last answer given at the step."""
        return self.step.edit

    def show_step(self, step: RailStep, *, mini: bool) -> None:
        """Show `step`."""
        self.step, self.mini = step, mini
        words = (f"{step.number} {step.title}".strip(), step.note, say(_WORDS.get(step.state, ""), self._language))
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip("\n".join(word for word in (step.title, step.note) if word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(self.theme.px(64), self.theme.px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The node and the words."""
        painter, px, step = QPainter(self), self.theme.px, self.step
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_node(painter)
        if not self.mini:
            here, width = step.state in ("current", "end"), self.width() - px(_TEXT) - px(10)
            title = ("bodyb" if here else "bodym", "text2" if step.state == "next" and not step.shown else "text")
            self.paint_words(
                painter,
                (step.title, *title, QRectF(px(_TEXT), px(7 if step.note else 16), width, px(21))),
                (step.note, "cap", "text2" if step.shown else "text3", QRectF(px(_TEXT), px(26), width, px(18))),
            )
        self.paint_state(painter)

    def _paint_node(self, painter: QPainter) -> None:
        theme, px, step = self.theme, self.theme.px, self.step
        center, radius, side = QPointF(self.node(), px(27)), px(_RADIUS), px(14)
        glyph = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        here = step.state in ("current", "end")
        if step.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(center, radius, radius)
            paint_icon(painter, "check", glyph, theme.hex("on_accent"), stroke=2.6)
            return
        hot = here or self.underMouse()
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("accent" if hot else "ctl"), 2 if here else 1.4))
        painter.drawEllipse(center, radius - 0.5, radius - 0.5)
        if not step.number:
            paint_icon(painter, "flag", glyph, theme.hex("accent" if here else "text3"), stroke=2)
            return
        painter.setFont(theme.font("capb"))
        painter.setPen(theme.color("accent" if here else "text3"))
        box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius - 0.5)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, step.number)

    def _emit(self) -> None:
        self.chosen.emit(self.step.node)


class StepBlock(QWidget):
    """A step and its trials on their piece of the line, tinted while its page is on the screen."""

    edit_asked = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self.button = StepButton(theme, language)
        self.button.edit_asked.connect(self.edit_asked)
        self.trials = Pool(self._make_trial)
        self._first = self._last = self._reached = False
        self._column = column(self.button, into=self)
        theme.changed.connect(self.update)

    def show_step(self, step: RailStep, *, mini: bool) -> None:
        """Show `step` with its trials."""
        self.button.show_step(step, mini=mini)
        for button, trial in zip(self.trials.take(len(step.trials)), step.trials, strict=True):
            button.show_trial(trial, mini=mini)
        self._column.setContentsMargins(0, 0, 0, self._theme.px(6) if step.trials else 0)
        self.update()

    def set_place(self, *, first: bool, last: bool, reached: bool) -> None:
        """How the line goes on above and below; `reached`: the step above is done."""
        self._first, self._last, self._reached = first, last, reached
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint and the line."""
        painter, theme, px, step = QPainter(self), self._theme, self._theme.px, self.button.step
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if step.shown:
            ground = QRectF(self.rect()).adjusted(8, 2, -8, -2)
            rounded(painter, ground, 8, theme.color("accent_soft"))
        x, gap = self.button.node(), px(_RADIUS) + 3
        done, ahead = QPen(theme.color("accent"), 2), QPen(theme.color("accent_line" if step.shown else "border"), 2)
        if not self._first:
            painter.setPen(done if self._reached else ahead)
            painter.drawLine(QPointF(x, 0), QPointF(x, px(27) - gap))
        if not self._last or step.trials:
            painter.setPen(done if step.state == "done" else ahead)
            end = self.height() if not self._last else self.height() - px(30)
            painter.drawLine(QPointF(x, px(27) + gap), QPointF(x, end))

    def _make_trial(self) -> TrialButton:
        button = TrialButton(self._theme)
        button.edit_asked.connect(self.edit_asked)
        self._column.addWidget(button)
        return button
