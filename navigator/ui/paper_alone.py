"""A PDF for who has no window: the command line makes the one application that fonts need, off the screen."""

import os

from PySide6.QtGui import QGuiApplication

from navigator.pages.scene import Document
from navigator.ui import paper


def pdf_alone(document: Document) -> bytes:
    """`document` as PDF, in a process that has no application yet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(["navigator"])
    made = paper.pdf(document)
    application.shutdown()
    return made
