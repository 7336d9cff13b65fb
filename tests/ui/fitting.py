"""What does not fit on the screen: a text cut, a badge squeezed, a letter too small, a control without a name."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QWidget

from navigator.ui.badges import Chip, Tag
from navigator.ui.controls import Label
from tests.ui.looking import controls

SMALLEST = 11  # px at 100 %: the ticks of a scale; every other text has 12 or more
_SLACK = 2  # px that a font may measure wider than it paints


def misfits(window: QWidget, zoom: float) -> list[str]:
    """Everything in `window` that a user could not read whole, in words."""
    found = [f"wider than the window: {window.minimumSizeHint().width()}"] if _too_wide(window) else []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            found += _cut_label(label)
            if label.font().pixelSize() < round(SMALLEST * zoom):
                found.append(f"small: {label.text()!r} {label.font().pixelSize()} px")
    for badge in (*window.findChildren(Chip), *window.findChildren(Tag)):
        if badge.isVisible() and badge.width() < badge.sizeHint().width():
            found.append(f"squeezed: {badge.accessibleName()!r}")
    for button in window.findChildren(QPushButton):
        text = button.text().replace("&&", "&").strip()
        if button.isVisible() and text and _width(button, text) > button.width():
            found.append(f"cut button: {text!r}")
    found += [f"nameless: {type(c).__name__}" for c in controls(window) if c.isVisible() and not c.accessibleName()]
    return [*found, *_overlaps(window)]


def _too_wide(window: QWidget) -> bool:
    return window.minimumSizeHint().width() > window.width()


def _width(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text) - _SLACK


def _cut_label(label: QLabel) -> Iterator[str]:
    """A label on one line that is wider than its place, or a wrapped one that is higher than its own."""
    if label.wordWrap():
        needed = label.fontMetrics().boundingRect(
            QRect(0, 0, label.contentsRect().width(), 10_000), int(Qt.TextFlag.TextWordWrap), label.text()
        )
        if needed.height() > label.contentsRect().height() + _SLACK:
            yield f"cut lines: {label.text()[:60]!r} {needed.height()} > {label.contentsRect().height()}"
    elif _width(label, label.text()) > label.contentsRect().width():
        gives_way = isinstance(label, Label) and label.elides
        if not (gives_way and label.toolTip() == label.text()):
            yield f"cut: {label.text()!r}"


def _overlaps(window: QWidget) -> Iterator[str]:
    """Two visible sibling texts or controls, one on top of the other."""
    for parent in (window, *window.findChildren(QWidget)):
        if isinstance(parent, QComboBox | QScrollArea) or not parent.isVisible() or parent.layout() is None:
            continue
        laid = [c for c in parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if _seen(c)]
        for place, one in enumerate(laid):
            for other in laid[place + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > _SLACK and shared.height() > _SLACK:
                    yield f"overlap: {one.text()[:30]!r} and {other.text()[:30]!r}"


def _seen(label: QLabel) -> bool:
    return label.isVisible() and bool(label.text()) and label.rect().contains(QPoint(1, 1))
