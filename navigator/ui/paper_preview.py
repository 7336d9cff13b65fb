"""A document as it will stand on paper: its pages one under the other, drawn by what draws them for the printer.

Knows widths and pages. Always light, as paper is.
"""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import Document
from navigator.ui import paper
from navigator.ui.paper_layout import Laid
from navigator.ui.theme import Theme

_GAP = 16
_WIDEST = 860  # of a sheet, in pixels of the plain text size


class PaperPreview(QWidget):
    """The sheets. Its text is the accessible description."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._document: Document | None = None
        self._laid: Laid | None = None
        self._whole, self._inside = QSizeF(), QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._fit)

    def show_document(self, document: Document) -> None:
        """Show the pages of `document`."""
        self.setAccessibleName(document.title)
        self.setAccessibleDescription(document.text)
        if document == self._document:
            return
        self._document = document
        self._whole, self._inside = paper.sheet(document)
        self._laid = paper.laid_out(document, self._inside.size())
        self._fit()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._laid.pages if self._laid is not None else 0

    def _fit(self) -> None:
        """Be as high as all pages are at this width."""
        high = self._whole.height() * self._scale() + self._theme.px(_GAP)
        self.setFixedHeight(max(1, round(high * self.pages)))
        self.update()

    def _scale(self) -> float:
        if self._whole.isEmpty():
            return 1.0
        return min(self.width(), self._theme.px(_WIDEST)) / self._whole.width()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(420), self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, at its height."""
        return QSize(self._theme.px(280), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheets that are on the screen."""
        if self._document is None or self._laid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        width, height = self._whole.width() * scale, self._whole.height() * scale
        left = (self.width() - width) / 2
        for number in range(self.pages):
            place = QRectF(left, number * (height + self._theme.px(_GAP)), width, height)
            if place.intersects(QRectF(event.rect())):
                self._paint_sheet(painter, place, scale, number)
        painter.end()

    def _paint_sheet(self, painter: QPainter, place: QRectF, scale: float, number: int) -> None:
        assert self._document is not None
        assert self._laid is not None
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.setPen(self._theme.color("border" if not self.hasFocus() else "focus"))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        painter.translate(self._inside.topLeft())
        paper.draw_page(painter, self._inside.size(), self._laid, self._document, number)
        painter.restore()
