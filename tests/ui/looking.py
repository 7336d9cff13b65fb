"""Questions that several tests of the widgets ask of what is on the screen."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget


def controls(widget: QWidget) -> list[QWidget]:
    """Everything in `widget` that can be pressed, chosen or filled."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found: list[QWidget] = []
    for kind in kinds:
        found += widget.findChildren(kind)
    return [control for control in found if not control.isHidden()]


def nameless(widget: QWidget) -> list[str]:
    """The visible controls without an accessible name."""
    return [type(control).__name__ for control in controls(widget) if not control.accessibleName()]


def grey(widget: QWidget) -> list[int]:
    """The pixels of `widget`, without colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return [image.pixelColor(x, y).value() for y in range(image.height()) for x in range(image.width())]


def settle() -> None:
    """Let layouts, queued calls and deletions come to rest.

    That takes rounds: a bar that comes moves the text, the text the height, and that the bar.
    """
    for _ in range(8):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
