"""A text document that opens no file, and what is asked of it: its paragraphs and their anchors.

Knows QTextDocument. Serves one pixel for every resource, which stays in the document and so in its clones.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument


def nothing() -> QImage:
    """What is served for every resource: one transparent pixel."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


class SafeDocument(QTextDocument):
    """A document that opens nothing; the pixel stays in it, so that its clones open nothing either."""

    def setHtml(self, html: str) -> None:
        """Show `html`. Qt makes a plain space of a narrow no-break one, and a line could begin with « ; »."""
        super().setHtml(html.replace("\u202f", "\u00a0"))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """One pixel, whatever is asked for."""
        picture = nothing()
        self.addResource(kind, QUrl(name), picture)
        return picture


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every paragraph, in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def anchors(block: QTextBlock) -> list[str]:
    """The names of the anchors in a paragraph."""
    names: list[str] = []
    spot = block.begin()
    while not spot.atEnd():
        names += spot.fragment().charFormat().anchorNames()
        spot += 1
    return names
