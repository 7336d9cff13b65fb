"""The order of the Tab key: as one reads, whenever the widgets were made; and who comes next in it. Knows no page."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of `stops` to the next. What is hidden or disabled is passed over by Qt."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def neighbour_in_chain(place: QWidget, *, forward: bool) -> QWidget | None:
    """Who comes after `place` in the chain of the focus, or before it.

    PySide takes whoever a widget names for a child of that widget, so that it would be gone for Python once that one
    is deleted: the frame with everything in it after a change of language. It is given back to its own parent here.
    """
    found = place.nextInFocusChain() if forward else place.previousInFocusChain()
    if found is not None:
        found.setParent(found.parentWidget())  # to Qt it is no change
    return found
