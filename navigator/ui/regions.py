"""Where F6 goes: from one region of the window to the next. Knows the chain of the focus, no region by name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from navigator.ui.tab_chain import neighbour_in_chain


def go(regions: Sequence[QWidget], focused: QWidget | None, step: int, entries: Mapping[QWidget, QWidget]) -> None:
    """Take the focus into the next of the visible `regions` (`step` 1) or the one before (-1); see `neighbour`."""
    target = neighbour(regions, focused, step, entries)
    if target is not None:
        focus(target)


def focus(target: QWidget) -> None:
    """Give `target` the focus and bring it into sight: only Tab makes Qt scroll to what has it."""
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    holder = target.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(target)
        holder = holder.parentWidget()


def neighbour(
    regions: Sequence[QWidget], focused: QWidget | None, step: int, entries: Mapping[QWidget, QWidget]
) -> QWidget | None:
    """Who takes the focus in the next of `regions` (`step` 1) or the one before (-1), round the end.

    `entries`: where a region is entered elsewhere than at its first stop. A region without a stop is passed over.
    """
    inside = [place for place, region in enumerate(regions) if focused is not None and region.isAncestorOf(focused)]
    at = inside[-1] if inside else -1 if step > 0 else 0
    for turn in range(1, len(regions) + 1):
        region = regions[(at + step * turn) % len(regions)]
        target = entries.get(region) or first_stop(region)
        if target is not None:
            return target
    return None


def first_stop(region: QWidget) -> QWidget | None:
    """The first widget in `region` that Tab stops at."""
    place = neighbour_in_chain(region, forward=True)
    while place is not None and place is not region:
        stops = place.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and region.isAncestorOf(place) and place.isVisible() and place.isEnabled():
            return place
        place = neighbour_in_chain(place, forward=True)
    return None
