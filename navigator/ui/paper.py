"""Documents on paper: laid out once, drawn page by page on a PDF in memory or on the doctor's printer.

Knows Qt's text layout and page devices, always in the light colours. Opens no file and no printer: it gives bytes, or
draws on the device it is given. Needs a QGuiApplication.
"""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from navigator.language import _, say
from navigator.pages.scene import Document
from navigator.pages.scene.document import Paper
from navigator.ui.fonts import load_fonts
from navigator.ui.paper_layout import Laid, lay_out
from navigator.ui.paper_style import PaperTheme
from navigator.ui.pdf_catalogue import Heading, completed
from navigator.ui.theme import Theme

_DPI, _INCH_POINTS = 96, 72
_RESOLUTION = 600
_FOOT = 46  # of the footer, in pixels of 96 to the inch
_OUTLINED = 3  # from so many pages on there is an outline
_SIZES = {
    Paper.A4: (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait),
    Paper.A4_WIDE: (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Landscape),
    Paper.A3_WIDE: (QPageSize.PageSizeId.A3, QPageLayout.Orientation.Landscape),
}
_MARGINS = QMarginsF(18, 15, 18, 11)


def pdf(document: Document) -> bytes:
    """The whole of `document` as a PDF with its fonts, title, language and, where it is long, an outline."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(document.title)
    writer.setCreator("Navigateur")
    writer.setPageLayout(page_layout(document))
    laid = draw(writer, document)
    made = bytes(buffer.data().data())
    if not made.startswith(b"%PDF-") or b"%%EOF" not in made[-64:]:
        raise RuntimeError("QPdfWriter ended early")
    layout = writer.pageLayout()
    top = layout.margins(QPageLayout.Unit.Point).top()
    points = _INCH_POINTS / _DPI
    headings = [Heading(h.title, h.level, h.page, top + h.down * points) for h in laid.headings()]
    outline = headings if laid.pages >= _OUTLINED else []
    return completed(made, document.language.value, outline, layout.fullRectPoints().height())


def page_layout(document: Document) -> QPageLayout:
    """The paper of `document` with our margins."""
    size, orientation = _SIZES[document.paper]
    return QPageLayout(QPageSize(size), orientation, _MARGINS, QPageLayout.Unit.Millimeter)


def draw(device: QPagedPaintDevice, document: Document) -> Laid:
    """Draw all pages of `document` on `device`, as wide and high as its pages are. Raises NotDrawn."""
    load_fonts()
    scale = device.logicalDpiX() / _DPI
    page = QSizeF(device.width() / scale, device.height() / scale)
    laid = laid_out(document, page)
    painter = QPainter()
    if not painter.begin(device):
        raise NotDrawn
    painter.scale(scale, scale)
    for number in range(laid.pages):
        if number:
            device.newPage()
        draw_page(painter, page, laid, document, number)
    if not painter.end():
        raise NotDrawn
    return laid


class NotDrawn(Exception):
    """The device took nothing: no printer answers, or its file cannot be written."""


def sheet(document: Document) -> tuple[QSizeF, QRectF]:
    """The paper of `document` and the place inside its margins, in pixels of 96 to the inch."""
    layout = page_layout(document)
    whole = layout.fullRect(QPageLayout.Unit.Inch)
    inside = layout.paintRect(QPageLayout.Unit.Inch)
    place = QRectF(inside.left() * _DPI, inside.top() * _DPI, inside.width() * _DPI, inside.height() * _DPI)
    return QSizeF(whole.width() * _DPI, whole.height() * _DPI), place


def laid_out(document: Document, page: QSizeF) -> Laid:
    """`document` on pages as large as `page` is inside its margins, with room for the foot."""
    return lay_out(document, QSizeF(page.width(), page.height() - _FOOT))


def draw_page(painter: QPainter, page: QSizeF, laid: Laid, document: Document, number: int) -> None:
    """Draw one page, from 0, with its foot; the painter stands in the corner inside the margins."""
    theme = PaperTheme()
    _draw_text(painter, laid, number, theme)
    _draw_footer(painter, page, document, number + 1, laid.pages, theme)


def _draw_text(painter: QPainter, laid: Laid, number: int, theme: Theme) -> None:
    """The text of one page, the rest cut off."""
    text, page = laid.text_on(number)
    top = page * laid.size.height()
    painter.save()
    painter.translate(0, -top)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = theme.palette()
    context.clip = QRectF(0, top, laid.size.width(), laid.size.height())
    painter.setClipRect(QRectF(0, top, laid.size.width(), laid.size.height()))
    text.documentLayout().draw(painter, context)
    painter.restore()


def _draw_footer(painter: QPainter, page: QSizeF, document: Document, number: int, pages: int, theme: Theme) -> None:
    """What every page says at its foot: app and content with their versions, the day, the use, the page."""
    top = page.height() - _FOOT + 12
    painter.setPen(theme.color("border"))
    painter.drawLine(0, round(top - 5), round(page.width()), round(top - 5))
    painter.setFont(theme.font("tick"))
    painter.setPen(theme.color("text3"))
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    counted = say(_("Page {page} sur {pages}"), document.language).format(page=number, pages=pages)
    painter.drawText(QRectF(0, top, page.width(), 15), left, document.stamp)
    painter.drawText(QRectF(0, top, page.width(), 15), right, counted)
    painter.drawText(QRectF(0, top + 16, page.width(), 15), left, document.intended_use)
