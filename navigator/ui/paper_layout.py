"""A document laid out on pages: its text, its charts in the flow, its page numbers, no heading left alone.

Knows QTextDocument. Opens nothing: every resource is one pixel.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from navigator.pages.scene import ChanceArray, Document, EvidenceChart, Picture, TitrationChart
from navigator.pages.scene.document import NEW_PAGE, Chart
from navigator.ui.article_style import article_css
from navigator.ui.chance_array import chances_height, draw_chances
from navigator.ui.charts import draw_evidence, draw_titration, evidence_height
from navigator.ui.paper_style import PaperTheme, paper_css
from navigator.ui.safe_text import SafeDocument, anchors, blocks
from navigator.ui.theme import Theme

_CHART = QTextFormat.ObjectTypes.UserObject.value + 11
_WHICH = QTextFormat.Property.UserProperty.value + 11
_PAGE_MARK = re.compile(r"\[\[page ([^\]]+)\]\]")
_TITRATION_HEIGHT = 210
_SMALLER = (0.96, 0.93, 0.9, 0.87)


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """A heading of the text: its page from 0, and how far down that page in pixels of 96 to the inch."""

    title: str
    level: int
    page: int
    down: float


class Laid:
    """Texts on pages of `size`, in pixels of 96 to the inch; each text begins on a page of its own."""

    def __init__(self, texts: list[QTextDocument], size: QSizeF) -> None:
        self.size = size
        self._texts = texts
        self._firsts = list(accumulate((_filled(t, size.height()) for t in texts), initial=0))

    @property
    def pages(self) -> int:
        """How many pages they take."""
        return self._firsts[-1]

    def text_on(self, page: int) -> tuple[QTextDocument, int]:
        """The text that stands on a page, and which page of its own that is, both from 0."""
        part = bisect_right(self._firsts, page) - 1
        return self._texts[part], page - self._firsts[part]

    def headings(self) -> Iterator[HeadingPlace]:
        """Every heading of the first two levels, in order."""
        for text, first in zip(self._texts, self._firsts, strict=False):
            for block in blocks(text):
                level = block.blockFormat().headingLevel()
                if level in (1, 2) and block.text().strip():
                    page, down = divmod(_top(text, block), self.size.height())
                    yield HeadingPlace(block.text().strip(), level, first + int(page), down)

    def page_of(self) -> dict[str, int]:
        """The page, from 1, that each anchor stands on."""
        found: dict[str, int] = {}
        for text, first in zip(self._texts, self._firsts, strict=False):
            for block in blocks(text):
                for name in anchors(block):
                    found[name] = first + int(_top(text, block) // self.size.height()) + 1
        return found


class _Charts(QPyTextObject):
    """The charts of a document, each one big character of its text."""

    def __init__(self, charts: tuple[Chart, ...], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._charts, self._theme = charts, theme

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """As wide as the text, as high as the chart asks for."""
        chart = self._charts[int(form.property(_WHICH))]
        width = doc.textWidth() - 2
        return QSizeF(width, _height(chart, self._theme, width))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """The chart."""
        painter.save()
        chart = self._charts[int(form.property(_WHICH))]
        if isinstance(chart, TitrationChart):
            draw_titration(painter, QRectF(rect), chart, self._theme)
        elif isinstance(chart, EvidenceChart):
            draw_evidence(painter, QRectF(rect), chart, self._theme)
        elif isinstance(chart, ChanceArray):
            draw_chances(painter, QRectF(rect), chart, self._theme)
        else:
            painter.drawImage(QRectF(rect), QImage.fromData(chart.png))
            painter.setPen(self._theme.color("border"))
            painter.drawRect(rect)
        painter.restore()


def lay_out(document: Document, size: QSizeF) -> Laid:
    """`document` on pages of `size`, in pixels of 96 to the inch."""
    usual = _laid(document, size, document.scale)
    if usual.pages == 1 or not document.one_page:
        return usual
    smaller = (_laid(document, size, document.scale * scale) for scale in _SMALLER)
    return next((laid for laid in smaller if laid.pages == 1), usual)


def _laid(document: Document, size: QSizeF, scale: float) -> Laid:
    """Laid out part by part: Qt lays a whole text anew at every change, and a handbook is long."""
    theme = PaperTheme(scale)
    css = article_css(theme) + paper_css(theme)
    parts = document.html.split(NEW_PAGE)
    texts = [_laid_part(document, _PAGE_MARK.sub("000", html), size, theme, css) for html in parts]
    laid = Laid(texts, size)
    marked = [n for n, html in enumerate(parts) if _PAGE_MARK.search(html)]
    if not marked:
        return laid
    pages = laid.page_of()
    for n in marked:
        html = _PAGE_MARK.sub(lambda mark: str(pages.get(mark[1], "")), parts[n])
        texts[n] = _laid_part(document, html, size, theme, css)
    return Laid(texts, size)


def _laid_part(document: Document, html: str, size: QSizeF, theme: Theme, css: str) -> QTextDocument:
    text = SafeDocument()
    text.setUndoRedoEnabled(False)
    text.setDocumentMargin(0)
    text.setUseDesignMetrics(True)
    text.setDefaultFont(theme.font("body"))
    text.setDefaultStyleSheet(css)
    text.setHtml(html)
    charts = _Charts(tuple(chart for _name, chart in document.charts), theme, text)
    for index, (name, _chart) in enumerate(document.charts):
        if f"[[{name}]]" in html:
            _put_chart(text, name, index)
    text.documentLayout().registerHandler(_CHART, charts)
    text.setPageSize(size)
    _keep_headings(text, size.height())
    return text


def _height(chart: Chart, theme: Theme, width: float) -> int:
    if isinstance(chart, EvidenceChart):
        return evidence_height(chart, theme)
    if isinstance(chart, Picture):
        picture = QImage.fromData(chart.png)
        return round(width * picture.height() / max(1, picture.width()))
    return chances_height(chart, theme, width) if isinstance(chart, ChanceArray) else theme.px(_TITRATION_HEIGHT)


def _put_chart(text: QTextDocument, name: str, index: int) -> None:
    form = QTextCharFormat()
    form.setObjectType(_CHART)
    form.setProperty(_WHICH, index)
    cursor = text.find(f"[[{name}]]")
    if not cursor.isNull():
        cursor.insertText("\ufffc", form)


def _filled(text: QTextDocument, height: float) -> int:
    """How many pages the text fills: an empty line at its end begins none."""
    block = text.lastBlock()
    while not block.text() and block.previous().isValid():
        block = block.previous()
    bottom = text.documentLayout().blockBoundingRect(block).bottom()
    return max(1, min(text.pageCount(), int((bottom - 1) // height) + 1))


def _top(text: QTextDocument, block: QTextBlock) -> float:
    """How far down its first line stands, from the top of the first page."""
    rect = text.documentLayout().blockBoundingRect(block)
    return rect.top() + (block.layout().lineAt(0).y() if block.layout().lineCount() else 0)


def _keep_headings(text: QTextDocument, height: float) -> None:
    """Begin a new page before a heading that would stand alone at the foot of one. Qt knows no such rule."""
    for block in blocks(text):
        follows = block.next()
        if not block.blockFormat().headingLevel() or not follows.isValid():
            continue
        while follows.blockFormat().headingLevel() and follows.next().isValid():
            follows = follows.next()
        if int(_top(text, block) // height) != int((_top(text, follows) + _first_line(follows) - 1) // height):
            cursor = QTextCursor(block)
            form = block.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(form)
            text.markContentsDirty(0, text.characterCount())  # else Qt leaves what follows without a line


def _first_line(block: QTextBlock) -> float:
    """How high its first line is: that of a chart is."""
    return block.layout().lineAt(0).height() if block.layout().lineCount() else 0.0
