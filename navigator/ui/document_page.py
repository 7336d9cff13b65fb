"""A document before it leaves the room: which one, as it will stand on paper, and the ways out.

Saves and prints what is on the screen. Every failure is a sentence on the page. Keeps nothing.
"""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from navigator.language import Language, Sentence, _, say
from navigator.pages import documents, filters, scene
from navigator.ui import paper, printing
from navigator.ui.article_page import ReadingHead
from navigator.ui.combo import Combo
from navigator.ui.controls import Button, Label, Surface
from navigator.ui.flow import ScrollColumn, column
from navigator.ui.handing_out import Saver
from navigator.ui.page_view import PageView
from navigator.ui.paper_preview import PaperPreview
from navigator.ui.theme import Theme
from navigator.ui.tool_row import ToolRow

_LETTER_LINES = 30
_INSET = 12  # from the edge of a button without a ground to its icon


class DocumentPage(PageView):
    """The page of a document."""

    document_chosen = Signal(str)
    back_asked = Signal()
    folder_chosen = Signal(str)  # where it was saved
    written = Signal(str, str, str)  # document, the text that was proposed, what was made of it

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._page: scene.DocumentPage | None = None
        self.folder = ""
        self.head = ReadingHead(theme)
        self.title = self.head.title
        self.back = Button(theme, icon="arrow-left", kind="ghost", small=True)
        self.choice = Combo(theme, say(_("Document"), language))
        self.tools = ToolRow(theme)
        self.said = Label(theme, "body", "text2", wrap=True)
        self.letter = QPlainTextEdit()
        self.preview = PaperPreview(theme)
        self.scroller = ScrollColumn()
        self._sheet = Surface(theme)
        self._bar = QFrame()
        self._build()

    def _build(self) -> None:
        self.letter.setTabChangesFocus(True)
        self.letter.setFrameShape(QFrame.Shape.NoFrame)
        column(self.letter, margins=(24, 18, 24, 18), into=self._sheet)
        self.head.line.insertWidget(0, self.back)
        self.head.line.insertSpacing(1, 8)
        self.head.line.addWidget(self.choice)
        self.head.line.addSpacing(_INSET)
        for label in (self.title, self.head.lead):
            label.setContentsMargins(_INSET, 0, _INSET, 0)
        self._line = column(self.tools, self.said, into=self._bar)
        self._body = column(self._sheet, self.preview, None, into=self.scroller.body)
        column(self.head, self._bar, self.scroller, into=self).setStretch(2, 1)
        self.back.clicked.connect(self.back_asked)
        self.choice.picked.connect(self._choose)
        self.letter.textChanged.connect(self._write)
        self.tools.action_chosen.connect(self._act)
        self._theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def show_page(self, page: scene.DocumentPage) -> None:  # type: ignore[override]
        """Show `page`; the cursor of a letter stays where the same text is shown again."""
        same = self._page is not None and self._page.id == page.id
        self._page = page
        self.head.show_head(page.crumbs, page.title, page.lead)
        self.back.show_label(page.back_label)
        self.choice.show_options(page.choices, page.id)
        self.tools.show_actions(page.actions)
        self._sheet.setVisible(page.editable)
        self.preview.setVisible(not page.editable)
        if not same:
            self.said.show_text("")
        text = page.document.text if page.editable else ""
        if self.letter.toPlainText() != text.replace("\u00a0", " "):
            with QSignalBlocker(self.letter):
                self.letter.setPlainText(text)
        if not page.editable:
            self.preview.show_document(page.document)

    def document(self) -> scene.Document | None:
        """The document as it now stands, with what the doctor wrote."""
        if self._page is None:
            return None
        made = self._page.document
        return documents.retyped(made, self.letter.toPlainText()) if self._page.editable else made

    def print_now(self) -> None:
        """Ask for the printer."""
        self._act("print")

    def _choose(self, id: str) -> None:
        self.document_chosen.emit(id)

    def _act(self, id: str) -> None:
        document = self.document()
        if document is None:
            return
        if id == "copy":
            QGuiApplication.clipboard().setText(document.text)
            self._say(Sentence(_("Texte copié : collez-le où vous voulez.")))
        elif id == "save":
            self._save(document)
        elif id == "renew":
            self._renew()
        elif id == "print" and (wrong := printing.print_document(document, self)) is not None:
            self._say(wrong)

    def _write(self) -> None:
        if self._page is not None and self._page.editable:
            self.written.emit(self._page.id, self._page.proposed, self.letter.toPlainText())

    def _renew(self) -> None:
        """The text of the guide again; Ctrl+Z brings back what was written."""
        if self._page is not None:
            self.letter.selectAll()
            self.letter.insertPlainText(self._page.proposed)

    def _save(self, document: scene.Document) -> None:
        saver = Saver(self.folder)
        said = saver.save(self, f"{document.file_name}.pdf", paper.pdf(document))
        if saver.folder != self.folder:
            self.folder = saver.folder
            self.folder_chosen.emit(self.folder)
        if said is not None:
            self._say(said)

    def _say(self, sentence: Sentence) -> None:
        self.said.show_text(filters.spaced(sentence.in_(self._language), self._language))

    def _follow_theme(self) -> None:
        self.letter.setFont(self._theme.font("body"))
        self.letter.setFixedHeight(self.letter.fontMetrics().lineSpacing() * _LETTER_LINES)
        self.letter.setAccessibleName(say(_("Texte du courrier"), self._language))

    def fit_window(self, width: int, height: int) -> None:
        """Lay out for a window of that size, in pixels of the plain text size."""
        gutter = 24 if width < 1180 else 32
        self.head.set_gutter(gutter - _INSET, low=height < 760)
        self._line.setContentsMargins(gutter - _INSET, 2, gutter, 8)
        self.said.setContentsMargins(_INSET, 6, 0, 0)
        self._body.setContentsMargins(gutter, 4, gutter, 16)

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order."""
        text = self.letter if self._page is not None and self._page.editable else self.preview
        return [self.title, self.back, self.choice, *self.tools.buttons(), text]

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self.scroller.position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll to `value`."""
        self.scroller.set_position(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp to End scroll the page wherever the focus is in it."""
        if not self.scroller.scroll_by_key(event.key()):
            super().keyPressEvent(event)
