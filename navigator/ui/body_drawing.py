"""The figure on a card of the start page, with the painful territory in the accent colour.

Knows the shape of a body in a box 64 wide and 120 high. Knows no widget.
"""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from navigator.ui.theme import Theme

WIDTH, HEIGHT = 64.0, 120.0
_HEAD = QRectF(21.5, 0, 21, 24)
_ARMS = (
    (QPointF(15.5, 36), QPointF(9.5, 55), QPointF(6, 73)),
    (QPointF(48.5, 36), QPointF(54.5, 55), QPointF(58, 73)),
)
_LEGS = (
    (QPointF(25, 72), QPointF(24, 94), QPointF(22.5, 115)),
    (QPointF(39, 72), QPointF(40, 94), QPointF(41.5, 115)),
)


def paint_body(painter: QPainter, top_left: QPointF, height: float, territory: str, theme: Theme) -> None:
    """Draw the body `height` pixels high, with the territory of the type of pain of that id."""
    painter.save()
    painter.translate(top_left)
    painter.scale(height / HEIGHT, height / HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_figure(painter, theme.color("body"))
    paint = _TERRITORIES.get(territory)
    if paint is not None:
        paint(painter, theme.color("accent"), theme.color("surface"))
    painter.restore()


def _pen(paint: QColor | QBrush, width: float) -> QPen:
    pen = QPen(QBrush(paint), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _torso() -> QPainterPath:
    path = QPainterPath(QPointF(16, 34))
    path.cubicTo(18, 28, 26, 27, 32, 27)
    path.cubicTo(38, 27, 46, 28, 48, 34)
    path.cubicTo(47, 42, 44.5, 50, 44, 56)
    path.lineTo(45, 72)
    path.lineTo(19, 72)
    path.lineTo(20, 56)
    path.cubicTo(19.5, 50, 17, 42, 16, 34)
    path.closeSubpath()
    return path


def _paint_figure(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(_HEAD)
    painter.drawPath(_torso())
    for points in _ARMS:
        painter.setPen(_pen(color, 8.2))
        painter.drawPolyline(list(points))
    for hip, knee, foot in _LEGS:
        painter.setPen(_pen(color, 11))
        painter.drawLine(hip, knee)
        painter.setPen(_pen(color, 9.5))
        painter.drawLine(knee, foot)


def _fading(hot: QColor, start: float, end: float) -> QBrush:
    gradient = QLinearGradient(0, start, 0, end)
    clear = QColor(hot)
    clear.setAlpha(0)
    gradient.setColorAt(0, clear)
    gradient.setColorAt(0.75, hot)
    gradient.setColorAt(1, hot)
    return QBrush(gradient)


def _gloves_and_socks(painter: QPainter, hot: QColor, _ground: QColor) -> None:
    for _shoulder, elbow, hand in _ARMS:
        painter.setPen(_pen(_fading(hot, 54, 72), 8.2))
        painter.drawLine(elbow, hand)
    for _hip, knee, foot in _LEGS:
        painter.setPen(_pen(_fading(hot, 86, 112), 9.5))
        painter.drawLine(knee * 0.9 + foot * 0.1, foot)


def _half_face(painter: QPainter, hot: QColor, ground: QColor) -> None:
    face, half = QPainterPath(), QPainterPath()
    face.addEllipse(_HEAD)
    half.addRect(QRectF(32, 0, 20, 26))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hot)
    painter.drawPath(face.intersected(half))
    painter.setPen(_pen(ground, 1.4))
    for y in (6.5, 12.0, 17.5):  # the three branches of the nerve
        painter.drawLine(QPointF(33.5, y), QPointF(41.5, y))


def _brain_and_cord(painter: QPainter, hot: QColor, ground: QColor) -> None:
    painter.setPen(_pen(hot, 3.6))
    painter.drawLine(QPointF(32, 14), QPointF(32, 66))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hot)
    painter.drawEllipse(QPointF(32, 9.5), 8, 7)
    painter.setPen(_pen(ground, 1.6))
    painter.drawLine(QPointF(32, 4.5), QPointF(32, 13))


def _one_band(painter: QPainter, hot: QColor, _ground: QColor) -> None:
    band = QPainterPath(QPointF(32, 44))
    band.cubicTo(38, 44, 44, 42, 50, 37)
    band.lineTo(50, 44.5)
    band.cubicTo(44, 49.5, 38, 51.5, 32, 51.5)
    band.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hot)
    painter.drawPath(band.intersected(_torso()))


_TERRITORIES: MappingProxyType[str, Callable[[QPainter, QColor, QColor], None]] = MappingProxyType(
    {
        "diffuse": _gloves_and_socks,
        "trigeminal": _half_face,
        "central": _brain_and_cord,
        "localized": _one_band,
    }
)
