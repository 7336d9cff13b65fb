"""The way to the doctor's printer: the system's dialog, then our pages.

The only place that knows Qt's printing, and it loads it when Print is pressed: making a QPrinter opens a socket to the
print service of the system.
"""

from PySide6.QtWidgets import QWidget

from navigator.language import Sentence, _
from navigator.pages.scene import Document
from navigator.ui import paper


def print_document(document: Document, parent: QWidget) -> Sentence | None:
    """Ask for the printer and print; what went wrong, or nothing."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setPageLayout(paper.page_layout(document))
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return None
    try:
        paper.draw(printer, document)
    except paper.NotDrawn:
        return Sentence(_("L’imprimante ne répond pas : vérifiez-la, ou enregistrez le document en PDF."))
    return None
