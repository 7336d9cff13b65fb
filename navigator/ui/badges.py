"""Small marks that carry one word each: the status chip, the tag, the key, the lines that the sources give.

Knows shapes and tokens. The words come in; a status is never shown by colour alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import LineTag, Mark, Status
from navigator.ui import tokens
from navigator.ui.flow import Pool
from navigator.ui.icons import paint_icon
from navigator.ui.marks import MARKS
from navigator.ui.painting import rounded
from navigator.ui.theme import Theme

_NOTHING = Status(Mark.NEUTRAL, "")
_LINES = {  # the state of a source's line: ground, outline, ink
    "same": ("accent_soft", "", "accent"),
    "differs": ("warn_bg", "warn_line", "warn"),
    "silent": ("", "border", "text3"),
}


class _Badge(QWidget):
    """A painted word of fixed size, named by that word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._changed)

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def _painter(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


class Chip(_Badge):
    """The status of an option: glyph, word, colour and line. Only the contraindicated one is solid."""

    def __init__(self, theme: Theme, status: Status = _NOTHING) -> None:
        super().__init__(theme)
        self.status = status
        self.setAccessibleName(status.word)

    def show_status(self, status: Status) -> None:
        """Show `status`; a neutral one without a word takes no place."""
        self.status = status
        self.setAccessibleName(status.word)
        self.setVisible(bool(status.word))
        self._changed()

    def sizeHint(self) -> QSize:
        """The glyph and the whole word."""
        px = self.theme.px
        return QSize(round(self.theme.text_width("smallb", self.status.word)) + px(42), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, theme, look = self._painter(), self.theme, MARKS[self.status.mark]
        inset = look.line_width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        fill, line = theme.color(look.chip_fill), theme.color(look.chip_line)
        dash = tokens.DASH if look.dashed else ()
        rounded(painter, rect, rect.height() / 2, fill, line, width=look.line_width, dash=dash)
        side = theme.px(14)
        glyph = QRectF(theme.px(9), (self.height() - side) / 2, side, side)
        paint_icon(painter, look.glyph, glyph, theme.hex(look.chip_text), theme.hex(look.chip_fill), stroke=1.9)
        painter.setPen(theme.color(look.chip_text))
        painter.setFont(theme.font("smallb"))
        word = QRectF(theme.px(29), 0, self.width(), self.height() - 1)
        painter.drawText(word, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.status.word)


class Tag(_Badge):
    """A word on a tinted ground: « dose réduite · ClCr 45 »."""

    def __init__(self, theme: Theme, ink: str = "text2", ground: str = "sunken", text: str = "") -> None:
        super().__init__(theme)
        self._ink, self._ground, self.text = ink, ground, text
        self.setAccessibleName(text)

    def show_text(self, text: str) -> None:
        """Say `text`; an empty tag takes no place."""
        self.text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._changed()

    def sizeHint(self) -> QSize:
        """The whole word."""
        return QSize(round(self.theme.text_width("capm", self.text)) + self.theme.px(14), self.theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = self._painter()
        rounded(painter, QRectF(self.rect()), 4, self.theme.color(self._ground))
        painter.setPen(self.theme.color(self._ink))
        painter.setFont(self.theme.font("capm"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)


class KeyHint(_Badge):
    """The keys that do the same, drawn as keycaps: « Ctrl » « K »."""

    def __init__(self, theme: Theme, *keys: str) -> None:
        super().__init__(theme)
        self.show_keys(*keys)

    def show_keys(self, *keys: str) -> None:
        """Show `keys`, pressed together."""
        self._keys = keys
        self.setAccessibleName("+".join(keys))
        self._changed()

    def sizeHint(self) -> QSize:
        """All keys, side by side."""
        gaps = self.theme.px(4) * max(0, len(self._keys) - 1)
        return QSize(sum(self._widths()) + gaps, self.theme.px(21) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        painter, x = self._painter(), 0.0
        painter.setFont(self.theme.font("capm"))
        for key, width in zip(self._keys, self._widths(), strict=True):
            cap = QRectF(x + 0.5, 0.5, width - 1, self.height() - 2)
            rounded(painter, cap, 4, self.theme.color("surface"), self.theme.color("border"))
            painter.setPen(self.theme.color("text3"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            x += width + self.theme.px(4)

    def _widths(self) -> list[int]:
        px = self.theme.px
        return [max(px(20), round(self.theme.text_width("capm", key)) + px(11)) for key in self._keys]


class SourceLine(_Badge):
    """What one source says of an option's line: `1re` and « SFETD 2020 », tinted where it is this stage's.

    Sources that say the same stand in a row behind one tag: who agrees is seen at once, and five fit on one line.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._line, self._tagged, self._after, self._name = LineTag("", "", "silent", ""), True, False, ""

    def show_line(self, line: LineTag, first: bool = True, last: bool = True, after: bool = False) -> None:
        """Show `line`: its tag where it is the `first` source that says so, a comma where it is not the `last`.

        `after`: another group of sources stands before it.
        """
        self._line, self._tagged, self._after = line, first, after and first
        self._name = line.source if last else f"{line.source},"
        self.setAccessibleName(line.title)
        self.setToolTip(line.title)
        self._changed()

    def sizeHint(self) -> QSize:
        """The tag, where it shows, and the name of the source."""
        return QSize(self._name_left() + round(self.theme.text_width("cap", self._name)) + 2, self.theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, theme = self._painter(), self.theme
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("text3"))
        name = QRectF(self._name_left(), 0, self.width() - self._name_left(), self.height())
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._name)
        if not self._tagged:
            return
        ground, outline, ink = _LINES[self._line.state]
        box = QRectF(self._gap() + 0.5, 1.5, self._tag_width() - 1, self.height() - 3)
        fill = theme.color(ground) if ground else None
        rounded(painter, box, 4, fill, theme.color(outline) if outline else None)
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font("capb"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._line.tag)

    def _name_left(self) -> int:
        return self._gap() + self._tag_width() + self.theme.px(6) if self._tagged else 0

    def _gap(self) -> int:
        return self.theme.px(10) if self._after else 0

    def _tag_width(self) -> int:
        return max(self.theme.px(24), round(self.theme.text_width("capb", self._line.tag)) + self.theme.px(10))


def show_source_lines(pool: Pool[SourceLine], lines: Sequence[LineTag]) -> None:
    """Show `lines` in the badges of `pool`, those with the same tag side by side, in the order of the first of each."""
    said = [(line.state, line.tag) for line in lines]
    together = sorted(lines, key=lambda line: said.index((line.state, line.tag)))
    tags = [(line.state, line.tag) for line in together]
    for place, (badge, line) in enumerate(zip(pool.take(len(lines)), together, strict=True)):
        first = place == 0 or tags[place - 1] != tags[place]
        badge.show_line(line, first, place + 1 == len(tags) or tags[place + 1] != tags[place], place > 0)
