"""A PDF made with no window and no screen: how the self-test of an installed copy proves Qt, its fonts and its plugins.

Knows the platform that draws in memory. Shows nothing and writes nothing.
"""

from PySide6.QtGui import QGuiApplication

from navigator.pages.scene import Document
from navigator.ui import paper


def pdf(document: Document) -> bytes:
    """`document` as a PDF, in a process that has no QGuiApplication yet."""
    qt = QGuiApplication(["navigator", "-platform", "offscreen"])
    try:
        return paper.pdf(document)
    finally:
        qt.shutdown()
