"""The dose over time: a step line, the target zone, the limit and the day on which the trial is judged.

Knows shapes. Which doses, which limit and which words come in a `TitrationChart`; colours and fonts in a `Palette`,
so that the same painter serves the screen, the inline picture and the paper.
"""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import ChartStep, TitrationChart
from navigator.ui.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_FACTORS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 9.0)


class Palette(Protocol):
    """What a painter needs to know of the look: a theme, or the light colours of the paper."""

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        ...

    def font(self, role: str) -> QFont:
        """The font of a role."""
        ...

    def px(self, base: float) -> int:
        """A length at the present text size."""
        ...


def round_step(top: float) -> float:
    """The distance between the marks of an axis from 0 to `top`: whole, and such that `top` is a mark where it can."""
    sizes = [10.0**power for power in range(0 if top >= 2 else -3, 6)]
    steps = [f * size for size in sizes for f in _FACTORS if size != 1.0 or f == int(f)]
    even = [s for s in steps if 1.99 < top / s < 4.01 and abs(top / s - round(top / s)) < 1e-6]
    return even[0] if even else next(s for s in steps if top <= s * 5)


class _Frame:
    """The plot's place in its rectangle and its two scales."""

    def __init__(self, rect: QRectF, chart: TitrationChart, palette: Palette) -> None:
        self.left = rect.left() + palette.px(46)
        self.right = rect.right() - palette.px(18)
        self.top = rect.top() + palette.px(26)
        self.bottom = rect.bottom() - palette.px(30)
        self.highest = max([chart.maximum, chart.target_high, *(s.mg for s in chart.steps)]) or 1.0
        self.days = max(chart.horizon_days, 7)

    def x(self, day: float) -> float:
        return self.left + (self.right - self.left) * day / self.days

    def y(self, mg: float) -> float:
        return self.bottom - (self.bottom - self.top) * mg / (self.highest * 1.12)


def draw_titration(painter: QPainter, rect: QRectF, chart: TitrationChart, palette: Palette) -> None:
    """Draw the whole chart into `rect`."""
    if not chart.steps:
        return
    frame = _Frame(rect, chart, palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_zone(painter, frame, chart, palette)
    _draw_dose_axis(painter, rect, frame, chart, palette)
    _draw_time_axis(painter, frame, chart, palette)
    _draw_line(painter, frame, chart, palette)
    _draw_limit(painter, frame, chart, palette)
    _draw_judgement(painter, frame, chart, palette)
    _draw_zone_label(painter, frame, chart, palette)
    _draw_steps(painter, frame, chart, palette)


def _draw_zone(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    high, low = frame.y(chart.target_high), frame.y(chart.target_low)
    if chart.target_high <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("band"))
    thin = max(0.0, palette.px(6) - (low - high))
    painter.drawRect(QRectF(frame.left, high - thin / 2, frame.right - frame.left, low - high + thin))


def _draw_zone_label(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    """In the upper left corner of the zone, or on the right where the line runs through that corner."""
    if chart.target_high <= 0 or not chart.target_label:
        return
    font = palette.font("smallm")
    width = QFontMetricsF(font).horizontalAdvance(chart.target_label) + palette.px(8)
    top, height = frame.y(chart.target_high) + palette.px(5), palette.px(17)
    crossed = any(
        frame.x(s.day) < frame.left + width + palette.px(14) and frame.y(s.mg) < top + height + palette.px(20)
        for s in chart.steps
    )
    left = frame.right - width - palette.px(2) if crossed else frame.left + palette.px(8)
    judged = frame.x(chart.judge_day)
    if 0 < chart.judge_day <= frame.days and left < judged < left + width:
        left = judged - width - palette.px(4)  # beside the dashes of the judgement, never across them
    painter.setFont(font)
    painter.setPen(palette.color("ok"))
    painter.drawText(QRectF(left, top, width, height), _LEFT, chart.target_label)


def _draw_dose_axis(painter: QPainter, rect: QRectF, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    painter.setFont(palette.font("cap"))
    label = QRectF(rect.left(), rect.top(), frame.left - rect.left() - palette.px(8), palette.px(16))
    painter.setPen(palette.color("text3"))
    unit = QRectF(label)  # as wide as it says: « mg/day » is wider than the figures below it
    unit.setWidth(max(label.width(), QFontMetricsF(palette.font("cap")).horizontalAdvance(chart.axis) + 1))
    painter.drawText(unit, _RIGHT, chart.axis)
    step, mark = round_step(frame.highest), 0.0
    while mark <= frame.highest * 1.001:
        y = frame.y(mark)
        painter.setPen(QPen(palette.color("rule"), 1))
        painter.drawLine(QPointF(frame.left, y), QPointF(frame.right, y))
        painter.setPen(palette.color("text3"))
        painter.drawText(label.translated(0, y - label.center().y()), _RIGHT, f"{mark:g}")
        mark += step


def _draw_time_axis(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    weeks = frame.days // 7
    room = (frame.right - frame.left) / max(weeks, 1)
    every = next((n for n in (1, 2, 4, 8, 13, 26) if room * n >= palette.px(34)), 52)
    painter.setFont(palette.font("cap"))
    for week in range(0, weeks + 1, every):
        x = frame.x(week * 7)
        painter.setPen(QPen(palette.color("border"), 1))
        painter.drawLine(QPointF(x, frame.bottom), QPointF(x, frame.bottom + palette.px(4)))
        painter.setPen(palette.color("text3"))
        place = QRectF(x - palette.px(24), frame.bottom + palette.px(8), palette.px(48), palette.px(16))
        painter.drawText(place, _CENTER, f"{chart.week_letter}{week}" if week else chart.day_zero)


def _draw_line(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    first, end = chart.steps[0], frame.right
    line = QPainterPath(QPointF(frame.x(first.day), frame.y(first.mg)))
    for step in chart.steps[1:]:
        line.lineTo(frame.x(step.day), line.currentPosition().y())
        line.lineTo(frame.x(step.day), frame.y(step.mg))
    line.lineTo(end, line.currentPosition().y())
    area = QPainterPath(line)
    area.lineTo(end, frame.bottom)
    area.lineTo(frame.x(first.day), frame.bottom)
    area.closeSubpath()
    fill = palette.color("chart_fill")
    fill.setAlpha(150)
    painter.fillPath(area, fill)
    pen = QPen(palette.color("chart"), 2.2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(line)


def _draw_limit(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    if chart.maximum <= 0:
        return
    y = frame.y(chart.maximum)
    pen = QPen(palette.color("ci"), 1.4)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.drawLine(QPointF(frame.left, y), QPointF(frame.right, y))
    painter.setFont(palette.font("smallb"))
    place = QRectF(frame.left, y - palette.px(20), frame.right - frame.left, palette.px(17))
    painter.drawText(place, _RIGHT, chart.maximum_label)


def _draw_judgement(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    if not 0 < chart.judge_day <= frame.days:
        return
    x, reached = frame.x(chart.judge_day), _dose_on(chart.steps, chart.judge_day)
    pen = QPen(palette.color("text2"), 1.4)
    pen.setDashPattern([2, 3])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, frame.y(reached) + 4), QPointF(x, frame.bottom))
    font = palette.font("smallm")
    width = QFontMetricsF(font).horizontalAdvance(chart.judge_label) + palette.px(14)
    left = min(max(x - width / 2, frame.left), frame.right - width)
    box = QRectF(left, frame.bottom - palette.px(31), width, palette.px(21))
    painter.setFont(font)
    painter.setPen(QPen(palette.color("border"), 1))
    painter.setBrush(palette.color("surface"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(palette.color("text2"))
    painter.drawText(box, _CENTER, chart.judge_label)


def _dose_on(steps: tuple[ChartStep, ...], day: int) -> float:
    return [s.mg for s in steps if s.day <= day][-1] if steps[0].day <= day else steps[0].mg


def _draw_steps(painter: QPainter, frame: _Frame, chart: TitrationChart, palette: Palette) -> None:
    """A ring where each dose begins; its label where there is room beside the one before."""
    font = palette.font("smallb")
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    last = len(chart.steps) - 1
    room_from, room_until = frame.left - 1.0, frame.x(chart.steps[last].day)
    for index, step in enumerate(chart.steps):
        at = QPointF(frame.x(step.day), frame.y(step.mg))
        painter.setBrush(palette.color("surface"))
        painter.setPen(QPen(palette.color("chart"), 2))
        painter.drawEllipse(at, 3.6, 3.6)
        width = metrics.horizontalAdvance(step.label) + 2
        left = min(at.x() + palette.px(5), frame.right - width)
        if left < room_from or (index < last and left + width > room_until):
            continue
        room_from = left + width
        painter.setPen(palette.color("text"))
        painter.drawText(QRectF(left, at.y() - palette.px(22), width, palette.px(18)), _LEFT, step.label)


class TitrationView(QWidget):
    """The titration chart on the screen, with its text alternative as accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: TitrationChart | None = None
        self._height = 226
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_chart(self, chart: TitrationChart) -> None:
        """Draw `chart` from now on."""
        self._chart = chart
        self.setAccessibleName(chart.spoken)
        self.update()

    def set_height(self, base: int) -> None:
        """The height in unzoomed pixels."""
        self._height = base
        self.updateGeometry()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The height that was set."""
        return QSize(self._theme.px(420), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Narrow, at the height that was set."""
        return QSize(self._theme.px(280), self._theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart."""
        if self._chart is not None:
            painter = QPainter(self)
            draw_titration(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), self._chart, self._theme)
            painter.end()
