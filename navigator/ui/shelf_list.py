"""Lists under a text: its sources, its mechanisms, its words. What leads somewhere is a button of its own.

A text browser exposes no links to screen readers: these do. Each list is one stop of the Tab key, the arrows move in
it.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from navigator.pages.scene import Reference, Shelf
from navigator.ui.controls import Label
from navigator.ui.flow import Pool, column
from navigator.ui.painted_button import ENTER
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class ReferenceRow(QAbstractButton):
    """One entry: pressed where it leads somewhere, else only read."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.reference = Reference("")
        self._text = Label(theme, "small", "accent", wrap=True)
        self._note = Label(theme, "cap", "text3", wrap=True)
        column(self._text, self._note, margins=(8, 5, 8, 5), into=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)

    def show_reference(self, reference: Reference) -> None:
        """Show `reference`."""
        self.reference = reference
        leads = bool(reference.link)
        self._text.set_color("accent" if leads else "text")
        self._text.set_role("small" if leads else "smallb")
        self._text.show_text(reference.text)
        self._note.set_role("cap" if leads else "small")
        self._note.set_color("text3" if leads else "text2")
        self._note.show_text(reference.note)
        self.setText(reference.text)
        self.setAccessibleName(", ".join(part for part in (reference.text, reference.note) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """That of its lines."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the arrows go to the list."""
        if event.key() in ENTER:
            self.click()
        elif event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground under the pointer, and the ring."""
        painter, frame = QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.reference.link:
            rounded(painter, frame, 6, self._theme.color("sunken"))
        if self.hasFocus():
            rounded(painter, frame, 6, None, self._theme.color("focus"), width=2)
        painter.end()

    def _open(self) -> None:
        if self.reference.link:
            self.opened.emit(self.reference.link)


class ShelfView(QWidget):
    """A list under its title."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = Label(theme, "h2", wrap=True)
        self._rows = Pool(self._make)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(0)
        self._stack.setContentsMargins(0, 4, 0, 0)
        self.title.setContentsMargins(8, 0, 0, 0)  # in line with the entries
        column(self.title, self._stack, into=self)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show `shelf`."""
        self.title.setText(shelf.title)
        self.setAccessibleName(shelf.title)
        for place, (line, told) in enumerate(
            zip(self._rows.take(len(shelf.references)), shelf.references, strict=True)
        ):
            line.show_reference(told)
            line.setFocusPolicy(_policy(place == 0))

    def rows(self) -> list[ReferenceRow]:
        """The entries that are seen."""
        return [line for line in self._rows.all if not line.isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from entry to entry."""
        rows, step = self.rows(), _STEPS.get(Qt.Key(event.key()))
        at = next((i for i, line in enumerate(rows) if line.hasFocus()), -1)
        if at < 0 or step is None or not 0 <= at + step < len(rows):
            super().keyPressEvent(event)
            return
        for place, line in enumerate(rows):
            line.setFocusPolicy(_policy(place == at + step))
        rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self) -> ReferenceRow:
        line = ReferenceRow(self._theme)
        line.opened.connect(self.opened)
        self._stack.addWidget(line)
        return line


class ShelfList(QWidget):
    """The lists one under the other."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shelves: tuple[Shelf, ...] = ()
        self._views = Pool(self._make)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(24)
        column(self._stack, margins=(20, 0, 20, 20), into=self)

    def show_shelves(self, shelves: tuple[Shelf, ...]) -> None:
        """Show `shelves`; none takes no place."""
        self._shelves = shelves
        for view, shelf in zip(self._views.take(len(shelves)), shelves, strict=True):
            view.show_shelf(shelf)
        self.setVisible(bool(shelves))

    def views(self) -> dict[str, ShelfView]:
        """The lists that are seen, by id."""
        return {shelf.id: view for shelf, view in zip(self._shelves, self._views.all, strict=False)}

    def stops(self) -> list[QWidget]:
        """The entries in their order, for the Tab key: one of each list takes it."""
        return [line for view in self._views.all for line in view.rows()]

    def _make(self) -> ShelfView:
        view = ShelfView(self._theme)
        view.opened.connect(self.opened)
        self._stack.addWidget(view)
        return view


def _policy(stops: bool) -> Qt.FocusPolicy:
    return Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.ClickFocus
