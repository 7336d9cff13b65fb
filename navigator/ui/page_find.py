"""Find in the page: every place of the page where some words stand, from top to bottom. Knows no words of its own."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from navigator.ui.article import Article
from navigator.ui.controls import Label
from navigator.ui.figure_row import FigureRow


@dataclass(frozen=True)
class Place:
    """Where the words stand: how far down, and the part of the page or the place in the text."""

    y: int
    part: QWidget | None = None
    cursor: QTextCursor | None = None


def places(body: QWidget, article: Article, text: str) -> list[Place]:
    """Every place on `body` with `text`: the warnings, the figures, the text, the lists; capitals do not matter."""
    if not text:
        return []
    wanted, found = text.casefold(), []
    top = article.mapTo(body, QPoint(0, 0)).y()
    for part in (*body.findChildren(Label), *body.findChildren(FigureRow)):
        said = part.text() if isinstance(part, Label) else part.accessibleName()
        if part.isVisibleTo(body) and wanted in said.casefold():
            found.append(Place(part.mapTo(body, QPoint(0, 0)).y(), part))
    cursor = article.document().find(text)
    while not cursor.isNull():
        found.append(Place(top + article.cursorRect(cursor).top(), cursor=cursor))
        cursor = article.document().find(text, cursor)
    return sorted(found, key=lambda place: place.y)
