"""What does not fit on the screen: a text cut, a badge squeezed, a letter too small, a control without a name.

A text that gives way on purpose is no fault where its whole stands in the tooltip.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)

from navigator.ui import painting
from navigator.ui.badges import Chip, KeyHint, SourceLine, Tag
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
    for kind in (Chip, Tag, KeyHint, SourceLine):
        for badge in window.findChildren(kind):
            if badge.isVisible() and badge.width() < badge.sizeHint().width():
                found.append(f"squeezed: {badge.accessibleName()!r}")
    for button in window.findChildren(QPushButton):
        if button.isVisible() and _room_in_button(button) < 0:
            found.append(f"cut button: {button.text()!r}")
    for combo in window.findChildren(QComboBox):
        if combo.isVisible() and _room_in_combo(combo) < 0 and combo.currentText() not in combo.toolTip():
            found.append(f"cut list: {combo.currentText()!r}")
    found += [f"nameless: {type(c).__name__}" for c in controls(window) if c.isVisible() and not c.accessibleName()]
    return [*found, *_beside(window), *_overlaps(window)]


@contextmanager
def painted_short() -> Iterator[set[str]]:
    """What is painted with an ellipsis meanwhile, and stands in no tooltip of the widget that paints it."""
    short: set[str] = set()

    def noting(painter: QPainter, rect: QRectF, text: str) -> None:
        painting.left(painter, rect, text)
        if painter.fontMetrics().horizontalAdvance(text) > max(0, int(rect.width())) + _SLACK:
            widget = sys._getframe(1).f_locals.get("self")
            tip = widget.toolTip() if isinstance(widget, QWidget) else ""
            if text not in tip:
                short.add(f"painted short: {text!r} by {type(widget).__name__}")

    users: list[ModuleType] = [m for name, m in sys.modules.items() if name.startswith("navigator.ui.")]
    users = [m for m in users if m is not painting and getattr(m, "left", None) is painting.left]
    for module in users:
        module.__dict__["left"] = noting
    try:
        yield short
    finally:
        for module in users:
            module.__dict__["left"] = painting.left


def _room_in_button(button: QPushButton) -> int:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    inside = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    icon = 0 if button.icon().isNull() else button.iconSize().width()
    return inside.width() - icon - _width(button, button.text().replace("&&", "&").strip())


def _room_in_combo(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    inside = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo)
    return inside.width() - _width(combo, combo.currentText())


def _beside(window: QWidget) -> Iterator[str]:
    """Texts and controls that stand out of what holds them on the right, where nothing scrolls to them."""
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        if not area.isVisible() or inner is None:
            continue
        for part in (*inner.findChildren(QLabel), *controls(inner)):
            if part.isVisible() and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                end = part.mapTo(inner, QPoint(part.width(), 0)).x()
                if end > area.viewport().width() + _SLACK:
                    yield f"beyond the page: {part.accessibleName() or type(part).__name__} {end}"


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
        if needed.width() > label.contentsRect().width() + _SLACK:
            yield f"cut word: {label.text()[:60]!r} {needed.width()} > {label.contentsRect().width()}"
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
