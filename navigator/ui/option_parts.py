"""What an option card is made of: its dose, and the reasons of its status. Know colours and folds, no medicine."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import DoseLine, Mark, Reason
from navigator.ui.badges import Tag
from navigator.ui.controls import Button, Icon, Label
from navigator.ui.flow import Flow, Pool, column, row
from navigator.ui.marks import MARKS
from navigator.ui.theme import Theme

_AWAITED = DoseLine()


class DoseRow(QWidget):
    """« Début 100 mg le soir → Cible 300–900 mg/j », with what adapts it; or what it waits for."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._start, self._target = Label(theme, "bodym"), Label(theme, "bodym")
        self._adapted = Tag(theme, "accent", "accent_soft")
        self._needs = Label(theme, "small", "miss", wrap=True)
        self._from, self._to = QWidget(), QWidget()
        row(Label(theme, "small", "text3", text=say(_("Début"), language)), 6, self._start, into=self._from)
        arrow = Icon(theme, "arrow-right", "text3", 15)
        row(arrow, 8, Label(theme, "small", "text3", text=say(_("Cible"), language)), 6, self._target, into=self._to)
        self._flow = Flow(gap=9, line_gap=3)
        for part in (self._from, self._to, self._adapted):
            self._flow.addWidget(part)
        column(self._flow, self._needs, into=self)

    def show_dose(self, dose: DoseLine | None, ink: str) -> None:
        """Show `dose` in the colour `ink`; none takes no place."""
        shown = dose or _AWAITED
        for label, text, part in (
            (self._start, shown.start, self._from),
            (self._target, shown.target, self._to),
        ):
            label.setText(text)
            label.set_color(ink)
            part.setVisible(bool(text))
        self._adapted.show_text(shown.adapted)
        self._needs.show_text(shown.needs)
        self.setVisible(dose is not None)


class ReasonLine(QWidget):
    """One reason in the colour of its mark, what to do instead, and where it is written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = Icon(theme, "st-caution", "warn", 14)
        self._text = Label(theme, "small", wrap=True)
        self._instead = Label(theme, "small", "text2", wrap=True)
        self._source = Label(theme, "cap", "text3", wrap=True)
        whole = row(into=self)
        whole.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(column(self._text, 1, self._instead, self._source), 1)

    def show_reason(self, reason: Reason, mark: Mark, ground: str, *, brief: bool) -> None:
        """Show `reason` on a card of `mark`; a glyph stands before it where its own mark is another.

        `brief`: others are folded behind it, so only what decides is said; the rest is one press away.
        """
        look = MARKS[reason.mark]
        plain = reason.mark in (Mark.SUITABLE, Mark.NEUTRAL)
        self._icon.setVisible(reason.mark is not mark and not plain)
        self._icon.show_icon(look.glyph, look.text, ground)
        self._text.setContentsMargins(6 if self._icon.isVisibleTo(self) else 0, 0, 0, 0)
        self._text.setText(reason.text)
        self._text.set_color("text2" if plain else look.text)
        heavy = reason.mark in (Mark.AVOID, Mark.CONTRAINDICATED)
        self._instead.show_text(reason.instead if heavy or not brief else "")
        cited = () if brief else (reason.sources, reason.standing)
        self._source.show_text(" · ".join(part for part in cited if part))


class ReasonList(QWidget):
    """The first reason, and the others behind « et 2 autres »."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._reasons: Sequence[Reason] = ()
        self._mark, self._ground, self._more = Mark.NEUTRAL, "surface", ""
        self._open = False
        self._summary = Label(theme, "small", "text2", wrap=True)
        self._lines = Pool(self._make_line)
        self._column = column()
        self.toggle = Button(theme, kind="link")
        self.toggle.clicked.connect(self._flip)
        fold = row(self.toggle, None)
        column(self._summary, self._column, 1, fold, into=self)

    def show_reasons(self, reasons: Sequence[Reason], summary: str, more: str, mark: Mark, ground: str) -> None:
        """Show the first of `reasons`, or `summary` where there is none; `more` says how many are behind it."""
        self._reasons, self._mark, self._ground, self._more = reasons, mark, ground, more
        self._summary.show_text("" if reasons else summary)
        self._fill()

    def fold(self) -> None:
        """Show the first only."""
        self._open = False
        self._fill()

    def _flip(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        shown = self._reasons if self._open else self._reasons[:1]
        for line, reason in zip(self._lines.take(len(shown)), shown, strict=True):
            line.show_reason(reason, self._mark, self._ground, brief=not self._open and len(self._reasons) > 1)
        self.toggle.setVisible(len(self._reasons) > 1)
        self.toggle.show_label(say(_("Réduire"), self._language) if self._open else self._more)

    def _make_line(self) -> ReasonLine:
        line = ReasonLine(self._theme)
        line.setContentsMargins(0, 4 if self._lines.all else 0, 0, 0)
        self._column.addWidget(line)
        return line
