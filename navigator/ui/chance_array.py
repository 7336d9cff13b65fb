"""A hundred people for each chance, so many of them marked by colour and shape: chances that can be counted.

Knows shapes. Numbers and words come in a `ChanceArray`, colours and fonts in a `Palette`.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from navigator.pages.scene import ChanceArray, ChanceGroup
from navigator.ui.titration_chart import Palette

_IN_ROW, _ROWS = 25, 4
_WIDE, _HIGH = 10.0, 14.5
_WORDS = 20
_BETWEEN = 28


def chances_height(chances: ChanceArray, palette: Palette, width: float) -> int:
    """How high it is with its words, in a text of that width."""
    rows = 1 if _beside(chances, palette, width) else len(chances.groups)
    return rows * _group_height(palette)


def _group_height(palette: Palette) -> int:
    return palette.px(_WORDS) + palette.px(_HIGH) * _ROWS + palette.px(6)


def _beside(chances: ChanceArray, palette: Palette, width: float) -> bool:
    """Whether the groups stand beside each other: where the words of each have room there."""
    metrics, room = QFontMetricsF(palette.font("bodyb")), (width - palette.px(_BETWEEN)) / 2
    return all(metrics.horizontalAdvance(group.words) <= room for group in chances.groups)


def draw_chances(painter: QPainter, rect: QRectF, chances: ChanceArray, palette: Palette) -> None:
    """Draw each group's hundred beside the other's or under it, under its words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    between, high, beside = palette.px(_BETWEEN), _group_height(palette), _beside(chances, palette, rect.width())
    width = (rect.width() - between) / 2 if beside else rect.width()
    for index, group in enumerate(chances.groups):
        right, down = (index * (width + between), 0) if beside else (0, index * high)
        place = QRectF(rect.left() + right, rect.top() + down, width, high)
        painter.setFont(palette.font("bodyb"))
        painter.setPen(palette.color("ok" if group.good else "avoid"))
        line = QRectF(place.left(), place.top(), width, palette.px(_WORDS))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, group.words)
        _draw_hundred(painter, place.adjusted(0, palette.px(_WORDS), 0, 0), group, palette)


def _draw_hundred(painter: QPainter, place: QRectF, group: ChanceGroup, palette: Palette) -> None:
    step = min(place.width() / _IN_ROW, palette.px(_WIDE) * 1.35)
    for index in range(_IN_ROW * _ROWS):
        across, down = index % _IN_ROW, index // _IN_ROW
        at = QPointF(place.left() + across * step, place.top() + down * palette.px(_HIGH))
        _draw_person(painter, at, index < group.count, group.good, palette)


def _draw_person(painter: QPainter, at: QPointF, marked: bool, good: bool, palette: Palette) -> None:
    """One person: an outline; filled where it happens, and crossed by a bar where it is not wished for."""
    unit = palette.px(_WIDE) / 12.0
    person = QPainterPath()
    person.addEllipse(QPointF(at.x() + 5 * unit, at.y() + 3.2 * unit), 2.4 * unit, 2.4 * unit)
    person.addRoundedRect(
        QRectF(at.x() + 1.2 * unit, at.y() + 6.6 * unit, 7.6 * unit, 10 * unit), 2.4 * unit, 2.4 * unit
    )
    colour = palette.color(("ok" if good else "avoid") if marked else "ctl")
    painter.setPen(QPen(colour, 0.8 * unit))
    painter.setBrush(colour if marked else palette.color("surface"))
    painter.drawPath(person)
    if marked and not good:  # told apart without colour as well
        painter.setPen(QPen(palette.color("surface"), 1.6 * unit))
        low, high = (
            QPointF(at.x() + 2.6 * unit, at.y() + 14.8 * unit),
            QPointF(at.x() + 7.4 * unit, at.y() + 8.4 * unit),
        )
        painter.drawLine(low, high)
