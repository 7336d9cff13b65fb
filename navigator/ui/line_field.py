"""The patient in one line: what is typed goes out as it stands, what its last words may mean is proposed under it.

Knows a text and a list to choose from. Reads nothing itself: what could not be read comes back with the reason.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QWidget

from navigator.pages.scene import PatientLine, Proposal
from navigator.ui.controls import Label
from navigator.ui.flow import Pool, column
from navigator.ui.painting import left, rounded
from navigator.ui.speaker import Speaker
from navigator.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MOST = 600  # letters of a line


class ProposalButton(QAbstractButton):
    """One thing that the last words may mean."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._proposal, self._ahead = theme, Proposal("", ""), False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows of the field choose it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._emit)
        theme.changed.connect(self.updateGeometry)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show `proposal`."""
        self._proposal = proposal
        spoken = f"{proposal.label}, {proposal.note}" if proposal.note else proposal.label
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def set_ahead(self, ahead: bool) -> None:
        """Whether Enter takes this one."""
        self._ahead = ahead
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or two where it needs saying what it is."""
        return QSize(self._theme.px(200), self._theme.px(40 if self._proposal.note else 26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, what it is, and whether Enter takes it."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ahead or self.underMouse():
            ground = theme.color("accent_soft" if self._ahead else "sunken")
            rounded(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, ground)
        width = self.width() - px(20)
        painter.setFont(theme.font("smallm"))
        painter.setPen(theme.color("text"))
        left(painter, QRectF(px(10), px(3), width, px(20)), self._proposal.label)
        if self._proposal.note:
            painter.setFont(theme.font("cap"))
            painter.setPen(theme.color("text2"))
            left(painter, QRectF(px(10), px(20), width, px(18)), self._proposal.note)
        painter.end()

    def _emit(self) -> None:
        self.chosen.emit(self._proposal.line)


class LineField(QWidget):
    """The field with its proposals. Enter tells the line; on an empty line it asks for what comes next."""

    typed = Signal(str)
    told = Signal(str)
    passed = Signal()  # Enter on an empty line

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._proposals: Sequence[Proposal] = ()
        self._at, self._expects, self._left = 0, False, ""
        self.label = Label(theme, "small", "text2")
        self.edit = QLineEdit()
        self.edit.setObjectName("line")
        self.speaker = Speaker(self.edit)
        self.edit.setMaxLength(_MOST)
        self.edit.setAcceptDrops(False)
        self.label.setBuddy(self.edit)
        self.rows = Pool(self._make_row)
        self._list = column()
        self.error = Label(theme, "cap", "ci", wrap=True)
        self.error.hide()
        column(self.label, 4, self.edit, self._list, self.error, into=self)
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(self._enter)
        self.edit.editingFinished.connect(self._leave)

    def show_line(self, line: PatientLine) -> None:
        """Show what became of the last line; a line being typed stays."""
        self.label.setText(line.label)
        self.edit.setAccessibleName(line.label)
        self.edit.setPlaceholderText(line.placeholder)
        self.edit.setAccessibleDescription(line.error)
        if self._expects:
            self._expects = False
            self._left = line.left
            self.edit.setText(line.left)
            self.show_proposals(())
        self.error.show_text(line.error)

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Offer `proposals`, the first of them to Enter."""
        self._proposals = proposals
        for button, proposal in zip(self.rows.take(len(proposals)), proposals, strict=True):
            button.show_proposal(proposal)
        self._choose(0)

    def discard(self) -> None:
        """Forget what was typed."""
        self._expects = False
        self.edit.clear()
        self.error.show_text("")
        self.show_proposals(())

    def _typed(self, text: str) -> None:
        self.error.hide()
        if self._left and not text.strip():
            self._tell("")  # what was not understood is taken back
        self.typed.emit(text)

    def _enter(self) -> None:
        if self._proposals:
            self._tell(self._proposals[self._at].line)
        elif self.edit.text().strip():
            self._tell(self.edit.text())
        else:
            self.passed.emit()

    def tell_typed(self) -> None:
        """Tell what was typed, as it stands: nothing is lost, nothing is chosen for one."""
        text = self.edit.text().strip()
        if text and text != self._left and not self._expects:
            self._tell(self.edit.text())

    def _leave(self) -> None:
        """What was typed is told when the field is left."""
        if not self.edit.hasFocus():
            self.tell_typed()

    def _tell(self, line: str) -> None:
        self._expects = True
        self.told.emit(line)

    def _choose(self, at: int) -> None:
        self._at = at
        for index, button in enumerate(self.rows.all):
            button.set_ahead(index == at and index < len(self._proposals))
        self.speaker.say(self.rows.all[at].accessibleName() if self._proposals else "")

    def _make_row(self) -> ProposalButton:
        button = ProposalButton(self._theme)
        button.chosen.connect(self._tell)
        self._list.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose among the proposals, Esc takes them away."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._proposals:
            self._choose((self._at + step) % len(self._proposals))
        elif event.key() == Qt.Key.Key_Escape and self._proposals:
            self.show_proposals(())
        else:
            super().keyPressEvent(event)
