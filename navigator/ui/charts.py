"""NNT and NNH of the treatments that one source gives, on two logarithmic axes, this treatment highlighted.

Knows shapes. Which values and which words come in an `EvidenceChart`; colours and fonts in a `Palette`.
The other chart lives in `titration_chart`; both are re-exported here.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import EvidenceChart, EvidenceRow, Interval
from navigator.ui.theme import Theme
from navigator.ui.titration_chart import Palette, TitrationView, draw_titration

__all__ = ["EvidenceView", "Palette", "TitrationView", "draw_evidence", "draw_titration", "evidence_height"]

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_MARKS = (1, 2, 4, 6, 10, 20, 40, 80, 160, 320)
_HEAD, _ROW, _FOOT = 48, 30, 26


def evidence_height(chart: EvidenceChart, palette: Palette) -> int:
    """How high the chart is with all its rows."""
    return palette.px(_HEAD) + palette.px(_ROW) * len(chart.rows) + palette.px(_FOOT)


class _Axis:
    """One of the two logarithmic scales: from the left edge of its half to the place of its values."""

    def __init__(self, left: float, width: float, values: float, found: Sequence[Interval]) -> None:
        self.left, self.width, self.values = left, width - values, values
        points = [p for i in found for p in (i.value, i.low, i.high) if p is not None and p > 0]
        self.low = max([m for m in (1, 2, 4, 8, 10, 20) if m <= min(points, default=1) * 0.98], default=0.5)
        self.high = min([m for m in _MARKS if m >= min(max(points, default=10), 320)], default=320)

    @property
    def right(self) -> float:
        return self.left + self.width

    def x(self, value: float) -> float:
        inside = min(max(value, self.low), self.high)
        return self.left + self.width * math.log(inside / self.low) / math.log(self.high / self.low)

    def marks(self, room: float) -> list[int]:
        """The marks that stand at least `room` apart."""
        kept: list[int] = []
        for mark in _MARKS:
            if self.low <= mark <= self.high and (not kept or self.x(mark) - self.x(kept[-1]) >= room):
                kept.append(mark)
        return kept


def draw_evidence(painter: QPainter, rect: QRectF, chart: EvidenceChart, palette: Palette) -> None:
    """Draw the whole chart into `rect`, which is `evidence_height` high."""
    if not chart.rows:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    widest = max(QFontMetricsF(palette.font("smallb")).horizontalAdvance(r.name) for r in chart.rows)
    names = min(max(widest + palette.px(22), palette.px(96)), rect.width() * 0.37)
    gap, values = palette.px(26), palette.px(42)
    half = (rect.width() - names - gap - palette.px(8)) / 2
    _draw_names(painter, rect, chart, palette, names)
    left = rect.left() + names
    for column, title, hint, get in (
        (left, chart.nnt_title, chart.nnt_hint, _nnt),
        (left + half + gap, chart.nnh_title, chart.nnh_hint, _nnh),
    ):
        axis = _Axis(column, half, values, [i for r in chart.rows if (i := get(r)) is not None])
        _draw_axis(painter, rect, axis, (title, hint), len(chart.rows), palette)
        for index, row in enumerate(chart.rows):
            middle = rect.top() + palette.px(_HEAD) + palette.px(_ROW) * (index + 0.5)
            _draw_interval(painter, axis, middle, get(row), (row.here, chart.none_label), palette)


def _nnt(row: EvidenceRow) -> Interval | None:
    return row.nnt


def _nnh(row: EvidenceRow) -> Interval | None:
    return row.nnh


def _draw_names(painter: QPainter, rect: QRectF, chart: EvidenceChart, palette: Palette, width: float) -> None:
    row_height = palette.px(_ROW)
    for index, row in enumerate(chart.rows):
        y = rect.top() + palette.px(_HEAD) + row_height * index
        if row.here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("accent_soft"))
            painter.drawRoundedRect(QRectF(rect.left(), y + 1, rect.width(), row_height - 2), 5, 5)
        font = palette.font("smallb" if row.here else "small")
        painter.setFont(font)
        painter.setPen(palette.color("text"))
        name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, width - palette.px(14))
        painter.drawText(QRectF(rect.left() + palette.px(8), y, width, row_height), _LEFT, name)


def _draw_axis(
    painter: QPainter, rect: QRectF, axis: _Axis, words: tuple[str, str], rows: int, palette: Palette
) -> None:
    line = palette.px(18)
    whole = axis.width + axis.values
    painter.setFont(palette.font("smallb"))
    painter.setPen(palette.color("text"))
    painter.drawText(QRectF(axis.left, rect.top(), whole, line), _LEFT, words[0])
    font = palette.font("cap")
    painter.setFont(font)
    painter.setPen(palette.color("text3"))
    hint = QFontMetricsF(font).elidedText(words[1], Qt.TextElideMode.ElideRight, whole)
    painter.drawText(QRectF(axis.left, rect.top() + line, whole, line), _LEFT, hint)
    top = rect.top() + palette.px(_HEAD)
    bottom = top + palette.px(_ROW) * rows
    for mark in axis.marks(palette.px(22)):
        x = axis.x(mark)
        painter.setPen(QPen(palette.color("border"), 1))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(palette.color("text3"))
        painter.drawText(QRectF(x - 20, bottom + palette.px(4), 40, palette.px(16)), _CENTER, str(mark))


def _draw_interval(
    painter: QPainter, axis: _Axis, y: float, found: Interval | None, row: tuple[bool, str], palette: Palette
) -> None:
    here, none_label = row
    if found is None:
        font = palette.font("cap")
        painter.setFont(font)
        painter.setPen(palette.color("text3"))
        text = QFontMetricsF(font).elidedText(none_label, Qt.TextElideMode.ElideRight, axis.width + axis.values)
        painter.drawText(QRectF(axis.left, y - 9, axis.width + axis.values, 18), _LEFT, text)
        return
    colour = palette.color("chart" if here else "chart2")
    pen = QPen(colour, 2.4 if here else 1.8)
    painter.setPen(pen)
    low = axis.x(found.low if found.low is not None else found.value)
    if found.low is not None:
        _draw_whisker(painter, low, y)
    open_end = found.high is None and found.low is not None
    high = axis.right if open_end else axis.x(found.high if found.high is not None else found.value)
    painter.drawLine(QPointF(low, y), QPointF(high, y))
    if open_end:
        painter.drawPolyline([QPointF(high - 5, y - 4), QPointF(high, y), QPointF(high - 5, y + 4)])
    elif found.high is not None:
        _draw_whisker(painter, high, y)
    size = 5.6 if here else 4.8
    painter.setPen(QPen(palette.color("accent_soft" if here else "surface"), 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(axis.x(found.value), y), size, size)
    painter.setFont(palette.font("smallb" if here else "smallm"))
    painter.setPen(palette.color("text" if here else "text2"))
    painter.drawText(QRectF(axis.right, y - 9, axis.values, 18), _RIGHT, found.label)


def _draw_whisker(painter: QPainter, x: float, y: float) -> None:
    painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))


class EvidenceView(QWidget):
    """The evidence chart on the screen, with its text alternative as accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: EvidenceChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_chart(self, chart: EvidenceChart) -> None:
        """Draw `chart` from now on."""
        self._chart = chart
        self.setAccessibleName(chart.spoken)
        self.updateGeometry()
        self.update()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All rows."""
        height = evidence_height(self._chart, self._theme) if self._chart is not None else 0
        return QSize(self._theme.px(460), height)

    def minimumSizeHint(self) -> QSize:
        """Narrow, with all rows."""
        return QSize(self._theme.px(300), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart."""
        if self._chart is not None:
            painter = QPainter(self)
            draw_evidence(painter, QRectF(self.rect()), self._chart, self._theme)
            painter.end()
