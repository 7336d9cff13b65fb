"""What a stage says, statement by statement with its sources, folded away until it is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from navigator.pages.scene import StatementLine
from navigator.ui.controls import Label, Surface
from navigator.ui.flow import Pool, column
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import PaintedButton
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme


class FoldHead(PaintedButton):
    """The heading that opens and closes what lies under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Chevron and title."""
        width = round(self._theme.text_width("smallb", self.text())) + self._theme.px(40)
        return QSize(width, self._theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron, title, and the ground under the pointer."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            rounded(painter, QRectF(self.rect()), 6, theme.color("sunken"))
        side = theme.px(16)
        glyph = QRectF(theme.px(6), (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down" if self.isChecked() else "chevron-right", glyph, theme.hex("accent"))
        painter.setFont(theme.font("smallb"))
        painter.setPen(theme.color("accent"))
        place = self.rect().adjusted(theme.px(28), 0, 0, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        self.paint_focus(painter, 6, (1, 1, 1, 1))


class _Statement(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = Label(theme, "body", "text", wrap=True)
        self._source = Label(theme, "cap", "text3", wrap=True)
        column(self._text, 2, self._source, into=self)

    def show_statement(self, line: StatementLine) -> None:
        self._text.setText(line.text)
        self._source.show_text(" · ".join(part for part in (line.sources, line.standing) if part))


class StatementList(QWidget):
    """« Ce que dit cette étape »: the statements with what stands behind each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = FoldHead(theme)
        self._sheet = Surface(theme)
        self._lines = Pool(self._make)
        self._column = column(margins=(18, 14, 18, 14), into=self._sheet)
        self._column.setSpacing(12)
        column(self.head, 4, self._sheet, into=self).setAlignment(self.head, Qt.AlignmentFlag.AlignLeft)
        self._sheet.hide()
        self.head.toggled.connect(self._sheet.setVisible)

    def show_statements(self, title: str, statements: Sequence[StatementLine]) -> None:
        """Show `statements` under `title`; none takes no place."""
        self.head.setText(title)
        self.head.setAccessibleName(title)
        for line, statement in zip(self._lines.take(len(statements)), statements, strict=True):
            line.show_statement(statement)
        self.setVisible(bool(statements))

    def fold(self) -> None:
        """Close it."""
        self.head.setChecked(False)

    def _make(self) -> _Statement:
        line = _Statement(self._theme)
        self._column.addWidget(line)
        return line
