"""A box on a page that must be read: what was found, and the moves that answer it. Knows marks and places."""

from PySide6.QtCore import Qt, Signal

from navigator.pages.scene import Mark, Note
from navigator.ui.controls import Icon, Label, Surface
from navigator.ui.flow import Pool, column, row
from navigator.ui.marks import MARKS
from navigator.ui.moves import MoveRow
from navigator.ui.theme import Theme

_PLAIN = "info"  # the glyph of a note that is no warning


class NoteBox(Surface):
    """A tinted box with a glyph, a title, its lines and its moves."""

    move_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._theme = theme
        self._icon = Icon(theme, _PLAIN, "text2", 18)
        self._title = Label(theme, "bodyb", wrap=True)
        self._lines = Pool(self._make_line)
        self._column = column()
        self.moves = MoveRow(theme)
        self.moves.setContentsMargins(0, 8, 0, 0)
        self.moves.move_chosen.connect(self.move_chosen)
        body = row(12)
        body.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(column(self._title, self._column, self.moves), 1)
        column(body, margins=(14, 10, 14, 11), into=self)

    def show_note(self, note: Note) -> None:
        """Show `note` in the colours of its mark."""
        look = MARKS[note.mark]
        plain = note.mark is Mark.NEUTRAL
        ground = "surface" if plain else look.soft
        self.set_surface(ground, "border" if plain else look.line, dashed=look.dashed, width=look.line_width)
        self._icon.show_icon(_PLAIN if plain else look.glyph, "accent" if plain else look.text, ground)
        self._title.show_text(note.title)
        self._title.set_color("text" if plain else look.text)
        for label, line in zip(self._lines.take(len(note.lines)), note.lines, strict=True):
            label.setText(line)
        self.moves.show_moves(note.moves)
        self.setAccessibleName(" ".join((note.title, *note.lines)))

    def _make_line(self) -> Label:
        label = Label(self._theme, "small", "text", wrap=True)
        label.setContentsMargins(0, 3, 0, 0)
        self._column.addWidget(label)
        return label
