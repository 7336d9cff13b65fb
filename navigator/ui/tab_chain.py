"""The order of the Tab key: as one reads, whenever the widgets were made. Knows no page."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of `stops` to the next. What is hidden or disabled is passed over by Qt."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
