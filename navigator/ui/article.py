"""The one place that shows HTML: long text in a browser as high as its content.

It opens no file and follows no link: every resource is a picture of one pixel, every link is emitted.
"""

from textwrap import wrap

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QToolTip, QWidget

from navigator.pages.scene import SHELVES, EvidenceChart, Shelf
from navigator.ui.article_style import article_css
from navigator.ui.charts import draw_evidence, evidence_height
from navigator.ui.safe_text import SafeDocument, anchors, blocks, nothing
from navigator.ui.theme import Theme

CHART_MARK = "[[evidence]]"
_CHART_TYPE = QTextFormat.ObjectTypes.UserObject.value + 7
_LINK = "article:"
_TOOLTIP = 64  # letters a line: a plain tooltip is not broken by itself
_WALK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F7)
_ALONG = {Qt.Key.Key_Down: True, Qt.Key.Key_Right: True, Qt.Key.Key_Up: False, Qt.Key.Key_Left: False}
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
    entered = Signal(bool)  # the focus came by Tab, or left
    spot_focused = Signal(int)  # the caret or a link took the focus at this height

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = self._text = ""  # the whole, and what is shown of it here
        self._meanings: dict[str, str] = {}  # of the words of the glossary, by their link
        self._walking = False  # from link to link
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

    def show_article(
        self, html: str, spoken: str, chart: EvidenceChart | None = None, shelves: tuple[Shelf, ...] = ()
    ) -> None:
        """Show `html`; `[[evidence]]` in it becomes `chart`, `spoken` the accessible name.

        What stands in `shelves` is shown elsewhere: the text ends before it.
        """
        self.setAccessibleName(spoken)
        words = [r for shelf in shelves for r in shelf.references if r.id]
        self._meanings = {r.id: "\n".join(wrap(f"{r.text} : {r.note}", _TOOLTIP)) for r in words}
        if html == self._html and chart == self._inline.chart:
            return
        self._html, self._inline.chart = html, chart
        self._text = html.partition(SHELVES)[0] if shelves else html
        self._render()

    def anchor_heights(self) -> dict[str, int]:
        """How far down each anchor stands."""
        if not self._heights:
            layout = self.document().documentLayout()
            for block in blocks(self.document()):
                for name in anchors(block):
                    self._heights.setdefault(name, int(layout.blockBoundingRect(block).top()))
        return self._heights

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
        document.setHtml(self._text)
        self._insert_chart(document)
        self._underline_words(document)
        width = self.viewport().width()
        self._cap = 0
        self._cap_paragraphs(document, width)
        document.setTextWidth(width)
        document.documentLayout().registerHandler(_CHART_TYPE, self._inline)
        former = self.document()
        self.setDocument(document)
        if isinstance(former, SafeDocument):  # Qt deletes only the document that it made itself
            former.deleteLater()
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

    def _underline_words(self, document: QTextDocument) -> None:
        """Dots under the words that have a meaning to tell: the style sheet of a document knows none."""
        dots = QTextCharFormat()
        dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dots.setUnderlineColor(self._theme.color("accent"))
        dots.setForeground(self._theme.color("text2"))
        cursor = QTextCursor(document)
        for block in blocks(document):
            for start, length, link in _links(block):
                if link.removeprefix(_LINK) in self._meanings:
                    cursor.setPosition(start)
                    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(dots)

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
        target = link.toString()
        if (word := target.removeprefix(_LINK)) in self._meanings:
            self._tell(word)
        elif target.startswith(_LINK):
            self.article_chosen.emit(word)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """One pixel, whatever is asked for: the document asks nobody else."""
        return nothing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One stop of the Tab key: the links are walked only once Enter asked for it."""
        super().focusInEvent(event)
        self._walking = False
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the links."""
        super().focusOutEvent(event)
        self._walking = False
        self.entered.emit(False)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Pass the text in one key; from link to link while they are walked."""
        if not self._walking:
            return QTextEdit.focusNextPrevChild(self, next_one)
        moved = super().focusNextPrevChild(next_one)
        if moved and self.hasFocus():
            self.spot_focused.emit(self.cursorRect().top())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F7 walks the links, the arrows go on, Esc ends it; the scrolling keys are the page's."""
        key = Qt.Key(event.key())
        if self._walking and key in _ALONG:
            self.focusNextPrevChild(_ALONG[key])
        elif self._walking and key == Qt.Key.Key_Escape:
            self._walking = False
            self.clear_selection()
        elif not self._walking and key in _WALK and "href=" in self._text:
            self._walk()
        elif key in _SCROLLING and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # the page scrolls
        else:
            super().keyPressEvent(event)

    def _walk(self) -> None:
        """Begin at the first link."""
        self._walking = True
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self.focusNextPrevChild(True)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the meaning of a word under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            word = self.anchorAt(event.pos()).removeprefix(_LINK)
            QToolTip.showText(event.globalPos(), self._meanings.get(word, ""), self)
            return True
        return super().viewportEvent(event)

    def _tell(self, word: str) -> None:
        spot = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(spot, self._meanings[word], self)

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


def _links(block: QTextBlock) -> list[tuple[int, int, str]]:
    """The links of a block: where each begins, how long it is, where it leads."""
    found, spot = [], block.begin()
    while not spot.atEnd():
        fragment = spot.fragment()
        if link := fragment.charFormat().anchorHref():
            found.append((fragment.position(), fragment.length(), link))
        spot += 1
    return found
