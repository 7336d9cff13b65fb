"""A hundred people, those of each group marked by colour and shape: chances that can be counted.

Knows shapes. Numbers and words come in a `ChanceArray`, colours and fonts in a `Palette`.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from navigator.pages.scene import ChanceArray
from navigator.ui.titration_chart import Palette

_IN_ROW, _ROWS = 25, 4
_CELL, _HIGH = 13.0, 22.0
_GAP, _LINE = 12, 22


def chances_height(chances: ChanceArray, palette: Palette) -> int:
    """How high it is with its legend."""
    return palette.px(_HIGH * _ROWS + _GAP) + palette.px(_LINE) * (len(chances.groups) + 1)


def draw_chances(painter: QPainter, rect: QRectF, chances: ChanceArray, palette: Palette) -> None:
    """Draw the people, in rows from the left, and under them what each mark means."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    kinds = [g for g, group in enumerate(chances.groups) for _n in range(group.count)]
    kinds += [-1] * (_IN_ROW * _ROWS - len(kinds))
    cell, high = palette.px(_CELL), palette.px(_HIGH)
    step = min((rect.width() - cell) / _IN_ROW, cell * 1.9)
    for index, kind in enumerate(kinds):
        at = QPointF(rect.left() + (index % _IN_ROW) * step, rect.top() + (index // _IN_ROW) * high)
        _draw_person(painter, at, chances, kind, palette)
    font = palette.font("body")
    painter.setFont(font)
    ascent = QFontMetricsF(font).height()
    top = rect.top() + high * _ROWS + palette.px(_GAP)
    legend = [*((g, group.words) for g, group in enumerate(chances.groups)), (-1, chances.others)]
    for kind, words in legend:
        _draw_person(painter, QPointF(rect.left(), top - palette.px(1)), chances, kind, palette)
        painter.setPen(palette.color("text"))
        line = QRectF(rect.left() + palette.px(22), top, rect.width() - palette.px(22), ascent)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        top += palette.px(_LINE)


def _draw_person(painter: QPainter, at: QPointF, chances: ChanceArray, kind: int, palette: Palette) -> None:
    """One person: filled where something good happens, filled with a bar where something bad, else an outline."""
    unit = palette.px(_CELL) / 13.0
    person = QPainterPath()
    person.addEllipse(QPointF(at.x() + 6 * unit, at.y() + 3.4 * unit), 2.5 * unit, 2.5 * unit)
    person.addRoundedRect(QRectF(at.x() + 2 * unit, at.y() + 7 * unit, 8 * unit, 10.5 * unit), 2.6 * unit, 2.6 * unit)
    if kind < 0:
        painter.setPen(QPen(palette.color("ctl"), 0.9 * unit))
        painter.setBrush(palette.color("surface"))
        painter.drawPath(person)
        return
    good = chances.groups[kind].good
    colour = palette.color("ok" if good else "avoid")
    painter.setPen(QPen(colour, 0.9 * unit))
    painter.setBrush(colour)
    painter.drawPath(person)
    if not good:  # told apart without colour as well
        painter.setPen(QPen(palette.color("surface"), 1.6 * unit))
        painter.drawLine(
            QPointF(at.x() + 3.6 * unit, at.y() + 15.6 * unit), QPointF(at.x() + 8.4 * unit, at.y() + 9 * unit)
        )
