"""What can be read on the screen, and by whom: the eye, the Tab key, a screen reader."""

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget


def spaces(text: str) -> str:
    """`text` with plain single spaces, as one would say it."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def said(widget: QWidget) -> str:
    """Every visible text in `widget`."""
    texts = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    texts += [browser.toPlainText() for browser in widget.findChildren(QTextBrowser) if browser.isVisible()]
    return spaces(" ".join(texts))


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls `widget`."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def stops(window: QWidget) -> list[QWidget]:
    """Every visible, enabled widget in `window` that can have the focus itself, not through another."""
    return [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible() and w.isEnabled() and not w.focusProxy()
    ]


def focused() -> QWidget:
    """Who has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nobody has the focus"
    return found


def is_rich(text: str) -> bool:
    """Whether Qt would read `text` as HTML."""
    return QtGui.Qt.mightBeRichText(text)
