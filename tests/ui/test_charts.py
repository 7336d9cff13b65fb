"""Charts draw whatever the scene gives, in any palette, and say it too."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from navigator.pages.scene import ChartStep, EvidenceChart, EvidenceRow, TitrationChart
from navigator.ui.charts import EvidenceView, TitrationView, draw_evidence, draw_titration, evidence_height
from navigator.ui.theme import Theme
from navigator.ui.titration_chart import round_step
from tests.ui.window_samples import EVIDENCE, TITRATION, interval

MANY = tuple(ChartStep(day, 100.0 * (day + 1), str(100 * (day + 1))) for day in range(36))


def paper() -> QImage:
    image = QImage(640, 260, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


@pytest.mark.parametrize(
    "chart",
    [
        TITRATION,
        replace(TITRATION, steps=MANY, maximum=3600, target_low=900, target_high=3600),
        replace(TITRATION, steps=TITRATION.steps[:1], maximum=0, target_high=0, target_low=0, judge_day=0),
        replace(TITRATION, target_low=25, target_high=25, horizon_days=1, judge_day=200),
        replace(TITRATION, steps=(ChartStep(0, 0.5, "0,5"),), maximum=1.5, target_low=1, target_high=1),
        replace(TITRATION, horizon_days=365),
    ],
)
def test_titration_draws(theme: Theme, chart: TitrationChart) -> None:
    image = paper()
    painter = QPainter(image)
    draw_titration(painter, QRectF(0, 0, 640, 260), chart, theme)
    painter.end()
    assert len(colours(image)) > 4


def test_titration_without_steps_draws_nothing(theme: Theme) -> None:
    image = paper()
    painter = QPainter(image)
    draw_titration(painter, QRectF(0, 0, 640, 260), replace(TITRATION, steps=()), theme)
    painter.end()
    assert len(colours(image)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        EVIDENCE.rows,
        (EvidenceRow("Seul", interval(5), None, True),),
        (EvidenceRow("Rien", None, None, True),),
        (EvidenceRow("Un nom de traitement bien plus long que la place", interval(1.1), interval(900), False),),
    ],
)
def test_evidence_draws(theme: Theme, rows: tuple[EvidenceRow, ...]) -> None:
    chart: EvidenceChart = replace(EVIDENCE, rows=rows)
    image = paper()
    painter = QPainter(image)
    draw_evidence(painter, QRectF(0, 0, 640, evidence_height(chart, theme)), chart, theme)
    painter.end()
    assert len(colours(image)) > 2


def test_the_palette_decides_the_colours(theme: Theme) -> None:
    pictures = []
    for palette in (theme, Theme("dark")):
        image = paper()
        painter = QPainter(image)
        draw_evidence(painter, QRectF(0, 0, 640, 200), EVIDENCE, palette)
        painter.end()
        pictures.append(colours(image))
    assert pictures[0] != pictures[1]


def test_views_are_named_by_their_text_alternative(qtbot: QtBot, theme: Theme) -> None:
    evidence, titration = EvidenceView(theme), TitrationView(theme)
    qtbot.addWidget(evidence)
    qtbot.addWidget(titration)
    evidence.show_chart(EVIDENCE)
    titration.show_chart(TITRATION)
    assert evidence.accessibleName() == EVIDENCE.spoken
    assert titration.accessibleName() == TITRATION.spoken
    assert evidence.sizeHint().height() == evidence_height(EVIDENCE, theme)
    assert not evidence.grab().isNull()
    assert not titration.grab().isNull()


@pytest.mark.parametrize(
    ("top", "step"), [(300, 75), (600, 150), (60, 15), (120, 30), (3600, 900), (6, 2), (1.5, 0.5), (5, 1), (337, 75)]
)
def test_axis_marks_are_round(top: float, step: float) -> None:
    assert round_step(top) == pytest.approx(step)
