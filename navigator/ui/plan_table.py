"""The table of a plan: a real table to eyes, keyboard and screen reader, two of whose columns may be typed in.

Knows rows and columns of words. What was typed goes out as it stands; what becomes of it comes back in a table.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from navigator.pages.scene import PlanTable
from navigator.ui.painted_button import ENTER
from navigator.ui.theme import Theme

_EMPTY = PlanTable("", (), ())
_ROW, _PADDING = 33, 11
Index = QModelIndex | QPersistentModelIndex


class PlanModel(QAbstractTableModel):
    """The rows as Qt asks for them."""

    typed = Signal(int, str, str)  # row, days or dose, text

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table = _EMPTY
        self._answers: dict[int, Callable[[int, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._said,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            Qt.ItemDataRole.EditRole: self._typed_over,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._spoken,
            Qt.ItemDataRole.TextAlignmentRole: self._aligned,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.ForegroundRole: self._ink,
        }

    def show_table(self, table: PlanTable) -> None:
        """Show another table."""
        if table != self._table:
            self.beginResetModel()
            self._table = table
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many doses there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, how it is aligned and coloured, and what is typed over."""
        asked = self._answers.get(role)
        return asked(index.row(), index.column()) if asked is not None else None

    def _said(self, row: int, column: int) -> str:
        return self._table.rows[row].cells[column]

    def _typed_over(self, row: int, column: int) -> str:
        return self._said(row, column).split()[0]

    def _spoken(self, row: int, _column: int) -> str:
        return self._table.rows[row].spoken

    def _aligned(self, _row: int, column: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignVCenter | self._side(column)

    def _font(self, _row: int, column: int) -> QFont:
        return self._theme.font("bodyb" if column == self._table.dose else "body")

    def _ink(self, row: int, column: int) -> QColor:
        rising = column == self._table.dose and not self._table.rows[row].goal
        return self._theme.color("accent" if rising else "text")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words over the columns; a row is told by its first cells."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | self._side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self._table.heads[section] if orientation is Qt.Orientation.Horizontal else self._table.rows[section].spoken
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days and dose may be typed in."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        may = index.column() in (self._table.days, self._table.dose)
        return base | Qt.ItemFlag.ItemIsEditable if may else base

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass on what was typed; nothing changes here."""
        text = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and text != self.data(index, role):
            self.typed.emit(index.row(), "days" if index.column() == self._table.days else "dose", text)
        return False

    def _side(self, column: int) -> Qt.AlignmentFlag:
        """Figures to the right; the words at both ends to the left."""
        numbers = self._table.dose >= 0 and self._table.days <= column <= self._table.dose
        return Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft


class PlanGrid(QTableView):
    """The table, as high as its rows: the page scrolls, not the table."""

    typed = Signal(int, str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.plan = PlanModel(theme)
        self.setModel(self.plan)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.fit)
        self._build()
        # queued: the cell that was typed in closes first
        self.plan.typed.connect(self.typed, Qt.ConnectionType.QueuedConnection)
        theme.changed.connect(self.fit)

    def _build(self) -> None:
        self.setObjectName("plan")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.SelectedClicked)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # a dose is never cut
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)

    def show_table(self, table: PlanTable) -> None:
        """Show `table`; the cell with the cursor keeps it."""
        at = self.currentIndex()
        row, col = at.row(), at.column()
        self.setAccessibleName(table.title)
        self.plan.show_table(table)
        head, last = self.horizontalHeader(), len(table.heads) - 1
        for place in range(last + 1):
            mode = QHeaderView.ResizeMode.Stretch if place == last else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(place, mode)
        if row >= 0 and not self.currentIndex().isValid() and table.rows:
            self.setCurrentIndex(self.plan.index(min(row, len(table.rows) - 1), min(col, len(table.heads) - 1)))
        self.fit()
        self._settle.start()  # once more when the columns have the widths of these words

    def row_at(self) -> int:
        """The row with the cursor, the last where there is none."""
        return self.currentIndex().row() if self.currentIndex().isValid() else self.plan.rowCount() - 1

    def fit(self) -> None:
        """As high as all rows, each as high as its words."""
        self.verticalHeader().setMinimumSectionSize(self._theme.px(_ROW))
        self.horizontalHeader().setFixedHeight(self._theme.px(_ROW + 1))
        self.resizeRowsToContents()
        self._make_room()
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + 2)

    def _make_room(self) -> None:
        """The words of the last column, whole: Qt measures them without the padding of the style sheet."""
        last = self.plan.columnCount() - 1
        width = self.columnWidth(last) - 2 * self._theme.px(_PADDING)
        wrap, metrics = int(Qt.TextFlag.TextWordWrap), QFontMetrics(self._theme.font("body"))
        for row in range(self.plan.rowCount()):
            text = str(self.plan.index(row, last).data())
            needed = metrics.boundingRect(QRect(0, 0, width, 10_000), wrap, text).height() + self._theme.px(_PADDING)
            if needed > self.rowHeight(row):
                self.setRowHeight(row, needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew, once the columns have their widths."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types in the cell; what the table does not need goes to the page."""
        if event.key() in ENTER and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
