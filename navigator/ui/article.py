"""The one place that shows HTML: long text in a browser as high as its content.

It opens no file and follows no link: every resource is a picture of one pixel, every link is emitted.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from navigator.pages.scene import EvidenceChart
from navigator.ui.article_style import article_css
from navigator.ui.charts import draw_evidence, evidence_height
from navigator.ui.safe_text import SafeDocument, anchors, blocks, nothing
from navigator.ui.theme import Theme

CHART_MARK = "[[evidence]]"
_CHART_TYPE = QTextFormat.ObjectTypes.UserObject.value + 7
_LINK = "article:"
_MEASURE = 616
_SCROLLING = (
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
)


class _InlineChart(QPyTextObject):
    """The evidence plot as one big character of the text."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chart: EvidenceChart | None = None

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """As wide as the text, as high as its rows."""
        width = doc.textWidth() - 2 if doc.textWidth() > 0 else 640.0
        if self.chart is None:
            return QSizeF(width, 0)
        return QSizeF(min(width, self._theme.px(760)), evidence_height(self.chart, self._theme))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """The chart."""
        if self.chart is not None:
            painter.save()
            draw_evidence(painter, QRectF(rect), self.chart, self._theme)
            painter.restore()


class Article(QTextBrowser):
    """Long text. The page scrolls, not the browser."""

    article_chosen = Signal(str)
    height_changed = Signal()
    spot_focused = Signal(int)  # the caret or a link took the focus at this height

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self._cap = 0  # what is left free on the right of a paragraph
        self._fitted = -1  # the width that the height was reckoned for
        self._heights: dict[str, int] = {}
        self._inline = _InlineChart(theme, self)
        self._build()
        theme.changed.connect(self._render)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._emit_link)

    def show_article(self, html: str, spoken: str, chart: EvidenceChart | None = None) -> None:
        """Show `html`; `[[evidence]]` in it becomes `chart`, `spoken` the accessible name."""
        self.setAccessibleName(spoken)
        if html == self._html and chart == self._inline.chart:
            return
        self._html, self._inline.chart = html, chart
        self._render()

    def anchor_heights(self) -> dict[str, int]:
        """How far down each anchor stands."""
        if not self._heights:
            layout = self.document().documentLayout()
            for block in blocks(self.document()):
                for name in anchors(block):
                    self._heights.setdefault(name, int(layout.blockBoundingRect(block).top()))
        return self._heights

    def find_text(self, text: str, backwards: bool = False) -> int:
        """Select the next occurrence, round the end; how far down it stands, -1 where there is none."""
        flags = QTextDocument.FindFlag.FindBackward if backwards else QTextDocument.FindFlag(0)
        found = self.document().find(text, self.textCursor(), flags)
        if found.isNull():
            start = QTextCursor(self.document())
            start.movePosition(QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start)
            found = self.document().find(text, start, flags)
        if found.isNull():
            self.clear_selection()
            return -1
        self.setTextCursor(found)
        return self.cursorRect(found).top()

    def clear_selection(self) -> None:
        """Unselect what a search selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _render(self) -> None:
        """Make the document anew, and lay it out once: parsing and editing come before it has a layout."""
        document = SafeDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme.font("body"))
        document.setDefaultStyleSheet(article_css(self._theme))
        document.setHtml(self._html)
        self._insert_chart(document)
        width = self.viewport().width()
        self._cap = 0
        self._cap_paragraphs(document, width)
        document.setTextWidth(width)
        document.documentLayout().registerHandler(_CHART_TYPE, self._inline)
        self.setDocument(document)  # the former one, a child, is deleted by Qt
        self._fitted = -1
        self._fit()

    def _insert_chart(self, document: QTextDocument) -> None:
        cursor = document.find(CHART_MARK)
        while not cursor.isNull():
            form = QTextCharFormat()
            form.setObjectType(_CHART_TYPE)
            if self._inline.chart is None:
                cursor.removeSelectedText()
            else:
                cursor.insertText("\ufffc", form)
            cursor = document.find(CHART_MARK, cursor)

    def _fit(self) -> None:
        """Be as high as the text."""
        width = self.viewport().width()
        if width <= 50 or width == self._fitted:
            return
        self._fitted = width
        self._heights = {}
        self._cap_paragraphs(self.document(), width)
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)
        height = int(self.document().size().height()) + 4
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()

    def _cap_paragraphs(self, document: QTextDocument, width: int) -> None:
        """Keep lines of text readable on a wide sheet; tables and charts take the whole width."""
        margin = max(0, width - self._theme.px(_MEASURE))
        if margin == self._cap:
            return
        self._cap = margin
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for block in blocks(document):
            cursor.setPosition(block.position())
            if cursor.currentTable() is None and "\ufffc" not in block.text():
                form = block.blockFormat()
                form.setRightMargin(margin)
                cursor.setBlockFormat(form)
        cursor.endEditBlock()

    def _emit_link(self, link: QUrl) -> None:
        if (text := link.toString()).startswith(_LINK):
            self.article_chosen.emit(text.removeprefix(_LINK))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """One pixel, whatever is asked for: the document asks nobody else."""
        return nothing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first link for those who come by Tab, at the last for those who come back."""
        super().focusInEvent(event)
        ends = {
            Qt.FocusReason.TabFocusReason: QTextCursor.MoveOperation.Start,
            Qt.FocusReason.BacktabFocusReason: QTextCursor.MoveOperation.End,
        }
        end = ends.get(event.reason())
        if end is not None and "href=" in self._html:
            cursor = self.textCursor()
            cursor.movePosition(end)
            self.setTextCursor(cursor)
            self.focusNextPrevChild(end is QTextCursor.MoveOperation.Start)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Go from link to link; the page brings each into view."""
        moved = super().focusNextPrevChild(next_one)
        if moved and self.hasFocus():
            self.spot_focused.emit(self.cursorRect().top())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the scrolling keys to the page."""
        if event.key() in _SCROLLING and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # the page scrolls
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the side buttons of the mouse to the window."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fitted = -1
            self._fit()
