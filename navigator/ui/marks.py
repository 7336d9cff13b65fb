"""How each mark is drawn: suitable, caution, missing, avoid, contraindicated, neutral.

Knows the marks of the scene and the names of tokens. Draws nothing.
"""

from dataclasses import dataclass
from types import MappingProxyType

from navigator.pages.scene import Mark


@dataclass(frozen=True, slots=True)
class MarkLook:
    """How a mark is drawn: its glyph, its tokens, the line of its chip and the surface of its card."""

    glyph: str
    text: str  # on a plain surface or on `soft`
    soft: str
    line: str
    dashed: bool = False
    solid: bool = False  # only the contraindicated chip is solid
    line_width: int = 1
    recessed: bool = False

    @property
    def chip_text(self) -> str:
        """The token of the chip's word and glyph."""
        return "on_ci" if self.solid else self.text

    @property
    def chip_fill(self) -> str:
        """The token of the chip's ground."""
        return "ci_solid" if self.solid else self.soft

    @property
    def chip_line(self) -> str:
        """The token of the chip's outline."""
        return "ci_solid" if self.solid else self.line


MARKS = MappingProxyType(
    {
        Mark.SUITABLE: MarkLook("st-suitable", "ok", "ok_bg", "ok_line"),
        Mark.CAUTION: MarkLook("st-caution", "warn", "warn_bg", "warn_line"),
        Mark.MISSING: MarkLook("st-missing", "miss", "miss_bg", "miss_line", dashed=True),
        Mark.AVOID: MarkLook("st-avoid", "avoid", "avoid_bg", "avoid_line", line_width=2, recessed=True),
        Mark.CONTRAINDICATED: MarkLook("st-contraindicated", "ci", "ci_bg", "ci_line", solid=True, recessed=True),
        Mark.NEUTRAL: MarkLook("st-neutral", "text2", "sunken", "ctl"),
    }
)
