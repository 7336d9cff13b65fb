"""A cell of the map: the options of a stage with their status, as many as fit. Knows places and marks, no medicine."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption

from navigator.language import Language, Sentence, _
from navigator.pages.scene import MapCell as CellScene
from navigator.pages.scene import MapOption
from navigator.ui.badges import Tag
from navigator.ui.click_card import ClickCard
from navigator.ui.icons import paint_icon
from navigator.ui.marks import MARKS
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_MOST_LINES, _GLYPH = 2, 19
_SIDE, _GAP = 10, 5  # inside the outline; between two options
_TAGGED = 8  # what the tag « Vous êtes ici » takes of its cell
_SLIM = 158  # a narrower cell speaks in smaller letters
_WALKED = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An option broken into lines, and how high it stands."""

    option: MapOption
    lines: tuple[str, ...]
    height: float


class MapCell(ClickCard):
    """One stage of one type of pain, to be opened. The arrow keys are handed on: the grid knows its neighbours."""

    opened = Signal(str)
    walked = Signal(object)  # the QKeyEvent

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme)
        self._language = language
        self.cell = CellScene("", (), "")
        self._entries: tuple[float, tuple[Entry, ...]] = (0, ())  # for a width
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._emit)
        theme.changed.connect(self._forget)

    def show_cell(self, cell: CellScene) -> None:
        """Show `cell`."""
        if cell != self.cell:
            self.cell = cell
            self.setObjectName(cell.node)
            self.setAccessibleName(cell.spoken)
            self.set_selected(cell.way == "here")
            self._forget()

    def needs(self, width: int) -> int:
        """The height that shows every option in a cell of that width."""
        entries = self._broken(self._inner(QRectF(0, 0, width, 100)).width())
        tagged = self.theme.px(_TAGGED) if self.cell.way == "here" else 0
        return round(self._height_of(entries)) + 2 * self.theme.px(_SIDE) + 6 + tagged

    def least_width(self) -> int:
        """The width in which no word is broken, in the smaller letters."""
        words = " ".join(option.name for option in self.cell.options).replace("-", "- ").split()
        longest = max((self.theme.text_width("cap", word) for word in words), default=0)
        return round(longest) + self.theme.px(_GLYPH + 2 * _SIDE) + 4

    def sizeHint(self) -> QSize:
        """The grid gives it its size."""
        return QSize(self.theme.px(150), self.theme.px(112))

    def event(self, event: QEvent) -> bool:
        """The tooltip names every option in full where not all is shown."""
        if event.type() == QEvent.Type.ToolTip:
            shown, rest = self._fitting(self._inner(QRectF(self.rect())))
            cut = rest or any(line.endswith("…") for entry in shown for line in entry.lines)
            told = (" · ".join(p for p in (o.name, o.status.word, o.trial) if p) for o in self.cell.options)
            self.setToolTip("\n".join(told) if cut else "")
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows, Home and End go to another cell."""
        if event.key() in _WALKED:
            self.walked.emit(event)
        else:
            super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """The options, in the middle where all fit."""
        inner = self._inner(rect)
        shown, rest = self._fitting(inner)
        y = inner.top()
        if not rest:
            y += (inner.height() - self._height_of(shown)) / 2
        for entry in shown:
            self._paint_entry(painter, entry, QPointF(inner.left(), y))
            y += entry.height + self._gap()
        if rest:
            painter.setFont(self.theme.font("cap"))
            painter.setPen(self.theme.color("text3"))
            foot = QRectF(inner.left() + self.theme.px(_GLYPH), y, inner.width(), self._pitch())
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._more(rest))

    def _paint_entry(self, painter: QPainter, entry: Entry, at: QPointF) -> None:
        theme, line, option = self.theme, self._pitch(), entry.option
        look, side = MARKS[option.status.mark], theme.px(13)
        glyph = QRectF(at.x(), at.y() + (line - side) / 2, side, side)
        paint_icon(painter, look.glyph, glyph, theme.hex(look.text), theme.hex("surface"), stroke=2)
        painter.setFont(theme.font(self._role(option)))
        painter.setPen(theme.color("text3" if option.muted else "text"))
        for place, text in enumerate(entry.lines):
            box = QRectF(at.x() + theme.px(19), at.y() + place * line, self.width(), line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _fitting(self, inner: QRectF) -> tuple[tuple[Entry, ...], int]:
        """The entries that fit in `inner`, and how many do not."""
        entries = self._broken(inner.width())
        if self._height_of(entries) <= inner.height() + 1:
            return entries, 0
        room = inner.height() - self._pitch()
        count = len(entries)
        while count > 1 and self._height_of(entries[:count]) + self._gap() > room:
            count -= 1
        return entries[:count], len(entries) - count

    def _broken(self, width: float) -> tuple[Entry, ...]:
        if self._entries[0] != width:
            self._entries = (width, ())
            made = tuple(self._entry(option, width - self.theme.px(_GLYPH)) for option in self.cell.options)
            self._entries = (width, made)
        return self._entries[1]

    def _entry(self, option: MapOption, width: float) -> Entry:
        role = self._role(option)
        text = f"{option.name} · {option.trial}" if option.trial else option.name
        lines = broken(self.theme, role, text, width, _MOST_LINES + bool(option.trial))
        return Entry(option, lines, len(lines) * self._pitch())

    def _role(self, option: MapOption) -> str:
        size = "small" if self._entries[0] >= self.theme.px(_SLIM - 2 * _SIDE) else "cap"
        return f"{size}m" if option.trial else size

    def _height_of(self, entries: tuple[Entry, ...]) -> float:
        return sum(e.height for e in entries) + self._gap() * max(0, len(entries) - 1)

    def _inner(self, rect: QRectF) -> QRectF:
        side = self.theme.px(_SIDE)
        above = side + (self.theme.px(_TAGGED) if self.cell.way == "here" else 0)
        return rect.adjusted(side, above, -side + 4, -side)

    def _pitch(self) -> float:
        return float(self.theme.px(17))

    def _gap(self) -> float:
        return float(self.theme.px(_GAP))

    def _more(self, rest: int) -> str:
        words = Sentence(_("et 1 autre")) if rest == 1 else Sentence(_("et {rest} autres"), rest=rest)
        return words.in_(self._language)

    def _forget(self) -> None:
        self._entries = (0, ())
        self.update()

    def _emit(self) -> None:
        self.opened.emit(self.cell.node)


def broken(theme: Theme, role: str, text: str, width: float, most: int) -> tuple[str, ...]:
    """`text` in lines of `width` in the font of `role`; what does not fit in `most` lines ends in an ellipsis."""
    layout = QTextLayout(text, theme.font(role))
    lines: list[str] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 24))
        if len(lines) == most - 1:
            rest = text[line.textStart() :]
            lines.append(QFontMetricsF(theme.font(role)).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 24)))
            break
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)


class HereTag(Tag):
    """« Vous êtes ici », on the edge of the cell where the walk stands. The pointer goes through it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "on_accent", "accent")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """The pin and the words."""
        return QSize(round(self.theme.text_width("capb", self.text)) + self.theme.px(36), self.theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill with a pin."""
        painter, theme, px = self._painter(), self.theme, self.theme.px
        rounded(painter, QRectF(self.rect()), self.height() / 2, theme.color("accent"))
        side = px(14)
        pin = QRectF(px(9), (self.height() - side) / 2, side, side)
        paint_icon(painter, "here", pin, theme.hex("on_accent"), stroke=2)
        painter.setFont(theme.font("capb"))
        painter.setPen(theme.color("on_accent"))
        words = QRectF(px(27), 0, self.width(), self.height() - 1)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text)
