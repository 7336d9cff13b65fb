"""The way so far and ahead, at the left of the window: steps, trials, and what is no longer asked.

Knows the line. Which step leads where, and what an answer changed again does, is not known here.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import Rail as RailScene
from navigator.ui.controls import Hairline, Icon, Label, ToolButton
from navigator.ui.flow import Pool, ScrollColumn, column, row
from navigator.ui.rail_parts import FindingButton, StepBlock, TrialButton
from navigator.ui.theme import Theme

_WIDTH, _MINI = 248, 64


class Rail(QFrame):
    """The steps as a line of nodes; narrow, the nodes alone with their words in tooltips."""

    step_chosen = Signal(str)
    edit_asked = Signal(int)  # the index of an earlier answer
    map_asked = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme, self._language = theme, language
        self._mini, self._scene = False, RailScene("", (), "")
        self.findings = Pool(self._make_finding)
        self.blocks = Pool(self._make_block)
        self.dropped = Pool(self._make_dropped)
        self._build()
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        self._title = Label(self._theme, "smallb", "text2", elide=True)
        self._dropped_title = Label(self._theme, "capm", "text3", wrap=True)
        self._scroll = ScrollColumn(steady=False)
        self._steps, self._found = column(), column()
        self._dropped_column = column()
        column(self._found, self._steps, 12, self._dropped_row(), 4, self._dropped_column, None, into=self._scroll.body)
        self._footer = Label(self._theme, "cap", "text3", wrap=True)
        self._footer_icon = Icon(self._theme, "cloud-off", "text3", 16)
        self._footer.setContentsMargins(8, 0, 0, 0)
        self._foot = row(self._footer_icon)
        self._foot.addWidget(self._footer, 1)
        self.map_button = ToolButton(self._theme, "map", say(_("Carte du parcours (Ctrl+M)"), self._language))
        self.map_button.clicked.connect(self.map_asked)
        self._head = row(self._title)
        self._head.addWidget(self.map_button)
        line = row(Hairline(self._theme), margins=(12, 0, 12, 0))
        whole = column(self._head, 6, into=self)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(line)
        whole.addLayout(self._foot)
        self._fit()

    def _dropped_row(self) -> QWidget:
        self._dropped_head = QWidget()
        row(self._dropped_title, margins=(20, 0, 12, 0), into=self._dropped_head)
        return self._dropped_head

    def show_rail(self, rail: RailScene) -> None:
        """Show `rail`."""
        self._scene = rail
        self._title.setText(rail.title)
        self._footer.setText(rail.footer)
        self._footer_icon.setToolTip(rail.footer)
        for found, finding in zip(self.findings.take(len(rail.findings)), rail.findings, strict=True):
            found.show_finding(finding, mini=self._mini)
        self._found.setContentsMargins(0, 0, 0, 6 if rail.findings else 0)
        blocks = self.blocks.take(len(rail.steps))
        reached = False
        for place, (block, step) in enumerate(zip(blocks, rail.steps, strict=True)):
            block.show_step(step, mini=self._mini)
            block.set_place(first=place == 0, last=place == len(blocks) - 1, reached=reached)
            reached = step.state == "done"
        for button, trial in zip(self.dropped.take(len(rail.dropped)), rail.dropped, strict=True):
            button.show_trial(trial, mini=self._mini)
        self._dropped_title.setText(rail.dropped_title)
        self._dropped_head.setVisible(bool(rail.dropped) and not self._mini)

    def set_mini(self, mini: bool) -> None:
        """The nodes alone, or with their words."""
        if mini != self._mini:
            self._mini = mini
            self._fit()
            self.show_rail(self._scene)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        walk = [button for block in self.blocks.all for button in (block.button, *block.trials.all)]
        return [self.map_button, *self.findings.all, *walk, *self.dropped.all]

    def _make_finding(self) -> FindingButton:
        button = FindingButton(self._theme)
        button.chosen.connect(self.sheet_chosen)
        self._found.addWidget(button)
        return button

    def _make_block(self) -> StepBlock:
        block = StepBlock(self._theme, self._language)
        block.button.chosen.connect(self.step_chosen)
        block.edit_asked.connect(self.edit_asked)
        self._steps.addWidget(block)
        return block

    def _make_dropped(self) -> TrialButton:
        button = TrialButton(self._theme)
        button.edit_asked.connect(self.edit_asked)
        self._dropped_column.addWidget(button)
        return button

    def _fit(self) -> None:
        px, mini = self._theme.px, self._mini
        self.setFixedWidth(px(_MINI if mini else _WIDTH))
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(off if mini else needed)
        self._title.setVisible(not mini)
        self.map_button.setVisible(not mini)
        self._footer.setVisible(not mini)
        self._head.setContentsMargins(20, 14 if not mini else 8, 12, 0)
        self._foot.setContentsMargins(0 if mini else 20, 12, 0 if mini else 16, 14)
