"""The grid of the map: cells with arrows between them, the stages above, the types of pain at the left.

It scrolls in both directions where it must; the stages and the types stay in sight. One cell at a time takes the
focus, the arrow keys go to the others. Knows places, no words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from navigator.language import Language
from navigator.pages.scene import MapColumn, MapRow
from navigator.ui.body_drawing import HEIGHT as BODY_HEIGHT
from navigator.ui.body_drawing import WIDTH as BODY_WIDTH
from navigator.ui.body_drawing import paint_body
from navigator.ui.flow import Pool
from navigator.ui.map_cell import HereTag, MapCell, broken
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme

_HEAD, _SIDE, _SIDE_NARROW = 44, 168, 140  # the stages above, the types at the left
_LEAST_WIDTH, _LEAST_HEIGHT = 138, 112  # of a cell
_WAY, _WAY_NARROW, _ROW_GAP, _EDGE = (
    27,
    19,
    8,
    7,
)  # the arrow between two cells; between two rows; around a cell in its row
_TOP = 8  # room for the tag over the first row


def share(needs: Sequence[int], room: int, least: int) -> list[int]:
    """`room` shared among rows: each what it needs or an equal part of what is left, never under `least`."""
    given, left_over = [0] * len(needs), room
    order = sorted(range(len(needs)), key=lambda i: needs[i])
    for place, i in enumerate(order):
        given[i] = max(least, min(needs[i], left_over // (len(order) - place)))
        left_over -= given[i]
    extra = max(0, left_over) // max(1, len(needs))
    return [g + extra for g in given]


class ColumnHeads(QWidget):
    """The stages: number and name, over their columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.columns: tuple[MapColumn, ...] = ()
        self.lefts: list[int] = []
        self.width_of_one, self.offset = 0, 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads, where the cells under them stand."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, x in zip(self.columns, self.lefts, strict=True):
            at, radius = x - self.offset, px(11)
            center = QPointF(at + radius + 1, self.height() / 2)
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(theme.color("accent" if column.here else "ctl"), 2 if column.here else 1.2))
            painter.drawEllipse(center, radius - 1, radius - 1)
            painter.setPen(theme.color("accent" if column.here else "text2"))
            painter.setFont(theme.font("capb"))
            disc = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius - 0.5)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, column.number)
            painter.setFont(theme.font("bodyb"))
            painter.setPen(theme.color("text" if column.here else "text2"))
            name = QRectF(at + 2 * radius + px(8), 0, self.width_of_one - 2 * radius - px(8), self.height() - 1)
            left(painter, name, column.title)


class RowHeads(QWidget):
    """The types of pain: figure and name, beside their rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: tuple[MapRow, ...] = ()
        self.places: list[QRect] = []
        self.offset, self.narrow = 0, False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figures and the names."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, place in zip(self.rows, self.places, strict=True):
            band = QRectF(0, place.y() - self.offset, self.width() + 20, place.height())
            if row.here:
                rounded(painter, band, 10, theme.color("accent_soft"))
            tall = min(px(56 if self.narrow else 72), band.height() - px(20))
            wide = tall * BODY_WIDTH / BODY_HEIGHT
            paint_body(painter, QPointF(px(8), band.center().y() - tall / 2), tall, row.pain_type, theme)
            role, at = "smallb" if self.narrow else "bodyb", px(16) + wide
            lines = broken(theme, role, row.title, self.width() - at, 3)
            painter.setFont(theme.font(role))
            painter.setPen(theme.color("accent" if row.here else "text"))
            line = px(18)
            for number, text in enumerate(lines):
                y = band.center().y() - len(lines) * line / 2 + number * line
                left(painter, QRectF(at, y, self.width() - at, line), text)


class Canvas(QWidget):
    """What the cells stand on: the band of the present row, and the arrows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: tuple[MapRow, ...] = ()
        self.places: list[list[QRect]] = []
        self.way = 0  # how long an arrow has

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band, then an arrow into each cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, places in zip(self.rows, self.places, strict=True):
            if row.here:
                edge = self._theme.px(_EDGE)
                band = QRectF(-20, places[0].y() - edge, self.width() + 20, places[0].height() + 2 * edge)
                rounded(painter, band, 10, self._theme.color("accent_soft"))
            for cell, place in zip(row.cells, places, strict=True):
                self._paint_arrow(painter, place, taken=cell.way in ("done", "here"), aside=cell.aside)

    def _paint_arrow(self, painter: QPainter, place: QRect, *, taken: bool, aside: bool) -> None:
        theme, px = self._theme, self._theme.px
        ink = theme.color("accent" if taken else "ctl")
        end, y = place.left() + 1.0, place.center().y() + 0.5
        start, head = end - self.way + px(4), px(6)
        pen = QPen(ink, 2.4 if taken else 1.4)
        if aside and not taken:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(start, y), QPointF(end - head, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        tip = [QPointF(end, y), QPointF(end - head, y - head * 0.7), QPointF(end - head, y + head * 0.7)]
        painter.drawPolygon(QPolygonF(tip))


class MapGrid(QWidget):
    """The grid. The cells are made once and shown again."""

    opened = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._rows: tuple[MapRow, ...] = ()
        self._current = 0
        self._narrow = False
        self.canvas = Canvas(theme)
        self.cells = Pool(self._make_cell)
        self.here = HereTag(theme)
        self.here.setParent(self.canvas)
        self.heads = ColumnHeads(theme)
        self.sides = RowHeads(theme)
        self.scroller = QScrollArea()
        for part in (self.heads, self.sides, self.scroller):
            part.setParent(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.canvas)
        self.scroller.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        self.scroller.verticalScrollBar().valueChanged.connect(self._follow)
        self.scroller.horizontalScrollBar().valueChanged.connect(self._follow)
        theme.changed.connect(self._place)

    def show_grid(self, columns: tuple[MapColumn, ...], rows: tuple[MapRow, ...], here_label: str) -> None:
        """Show the tree."""
        self._rows = self.canvas.rows = self.sides.rows = rows
        self.heads.columns = columns
        scenes = [cell for row in rows for cell in row.cells]
        for cell, shown in zip(self.cells.take(len(scenes)), scenes, strict=True):
            cell.show_cell(shown)
        self.here.show_text(here_label)
        self.here.setVisible(any(cell.way == "here" for cell in scenes))
        self._place()

    def start_at_here(self) -> None:
        """The cell where the walk stands is the one that Tab comes to; the first where it stands at none."""
        ways = [cell.way for row in self._rows for cell in row.cells]
        self._become(ways.index("here") if "here" in ways else 0)

    def current(self) -> MapCell:
        """The cell that Tab comes to."""
        return self.cells.all[self._current]

    def reveal(self) -> None:
        """Scroll until the cell that Tab comes to is in sight: its head first, with what stands on its edge."""
        above, bar = self._theme.px(16), self.scroller.verticalScrollBar()
        self.scroller.ensureWidgetVisible(self.current(), self.canvas.way, above)
        bar.setValue(min(bar.value(), self.current().y() - above))

    def set_narrow(self, narrow: bool) -> None:
        """Take less room for the types of pain."""
        self._narrow = self.sides.narrow = narrow
        self._place()

    def minimumSizeHint(self) -> QSize:
        """It scrolls rather than widen the window."""
        return QSize(self._theme.px(300), self._theme.px(110))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._place()

    def _make_cell(self) -> MapCell:
        cell = MapCell(self._theme, self._language)
        cell.setParent(self.canvas)
        cell.opened.connect(self._open)
        cell.walked.connect(self._walk)
        return cell

    def _open(self, node: str) -> None:
        cell = self.sender()
        if isinstance(cell, MapCell):
            self._become(self.cells.all.index(cell))
        self.opened.emit(node)

    # --- the keys

    def _walk(self, event: QKeyEvent) -> None:
        wide, count = len(self.heads.columns), len(self.heads.columns) * len(self._rows)
        row, column = divmod(self._current, wide)
        far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        goals = {
            Qt.Key.Key_Left: (row, max(0, column - 1)),
            Qt.Key.Key_Right: (row, min(wide - 1, column + 1)),
            Qt.Key.Key_Up: (max(0, row - 1), column),
            Qt.Key.Key_Down: (min(len(self._rows) - 1, row + 1), column),
            Qt.Key.Key_Home: (0, 0) if far else (row, 0),
            Qt.Key.Key_End: divmod(count - 1, wide) if far else (row, wide - 1),
        }
        row, column = goals[Qt.Key(event.key())]
        self._become(row * wide + column)
        self.current().setFocus(Qt.FocusReason.TabFocusReason)
        self.reveal()

    def _become(self, place: int) -> None:
        for number, cell in enumerate(self.cells.all):
            policy = Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)
        self._current = place

    # --- the places

    def _place(self) -> None:
        px, columns = self._theme.px, len(self.heads.columns)
        if not columns or not self._rows:
            return
        self.canvas.way = px(_WAY_NARROW if self._narrow else _WAY)
        side, head = px(_SIDE_NARROW if self._narrow else _SIDE), px(_HEAD)
        self.heads.setGeometry(side, 0, max(0, self.width() - side), head)
        self.sides.setGeometry(0, head, side, max(0, self.height() - head))
        self.scroller.setGeometry(side, head, max(0, self.width() - side), max(0, self.height() - head))
        width, heights = self._measure()
        self._place_cells(width, heights)
        self._follow()

    def _measure(self) -> tuple[int, list[int]]:
        """The width of every cell and the height of every row, in the room that there is."""
        px, columns, rows = self._theme.px, len(self.heads.columns), len(self._rows)
        room, bar = self.scroller.maximumViewportSize(), self.scroller.verticalScrollBar().sizeHint().width()
        around = rows * 2 * px(_EDGE) + (rows - 1) * px(_ROW_GAP) + px(_TOP) + px(_EDGE)
        high = rows * px(_LEAST_HEIGHT) + around
        if high > room.height():
            room.setWidth(room.width() - bar)
        least = max(px(_LEAST_WIDTH), *(cell.least_width() for cell in self.cells.all[: rows * columns]))
        width = max(least, (room.width() - px(_EDGE) - columns * self.canvas.way) // columns)
        if columns * (width + self.canvas.way) + px(_EDGE) > room.width():
            room.setHeight(room.height() - bar)
        lines = [self.cells.all[r * columns : (r + 1) * columns] for r in range(rows)]
        needs = [max(cell.needs(width) for cell in line) for line in lines]
        return width, share(needs, room.height() - around, px(_LEAST_HEIGHT))

    def _place_cells(self, width: int, heights: list[int]) -> None:
        px, columns = self._theme.px, len(self.heads.columns)
        step, y = width + self.canvas.way, px(_TOP)
        self.canvas.places, self.sides.places = [], []
        for row, height in enumerate(heights):
            band = QRect(0, y, 0, height + 2 * px(_EDGE))
            self.sides.places.append(band)
            line = [QRect(self.canvas.way + c * step, y + px(_EDGE), width, height) for c in range(columns)]
            self.canvas.places.append(line)
            for cell, place in zip(self.cells.all[row * columns :], line, strict=False):
                cell.setGeometry(place)
                if cell.cell.way == "here":
                    self.here.resize(self.here.sizeHint())
                    self.here.move(place.topLeft() + QPoint(px(12), 3 - self.here.height() // 2))
                    self.here.raise_()
            y += band.height() + px(_ROW_GAP)
        self.heads.lefts = [self.canvas.way + c * step for c in range(columns)]
        self.heads.width_of_one = width
        self.canvas.resize(columns * step + px(_EDGE), y - px(_ROW_GAP) + px(_EDGE))

    def _follow(self) -> None:
        self.heads.offset = self.scroller.horizontalScrollBar().value()
        self.sides.offset = self.scroller.verticalScrollBar().value()
        for part in (self.heads, self.sides, self.canvas):
            part.update()
