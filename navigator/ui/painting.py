"""Strokes that several widgets share. Knows painters, no widget and no theme."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    *,
    width: float = 1.0,
    dash: Sequence[float] = (),
) -> None:
    """A rounded rectangle, filled, outlined or both."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line, width)
        if dash:
            pen.setDashPattern(list(dash))
        painter.setPen(pen)
    painter.drawRoundedRect(rect, radius, radius)


def left(painter: QPainter, rect: QRectF, text: str) -> None:
    """One line of text, left and in the middle of the height of `rect`, cut with an ellipsis where it is too long."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(rect.width())))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
