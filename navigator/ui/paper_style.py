"""How paper looks: the light theme with fonts for a printer, and what the style sheet of the article lacks there.

Only what QTextDocument honours (look.md §7).
"""

from PySide6.QtGui import QFont

from navigator.ui.theme import Theme


class PaperTheme(Theme):
    """The light theme on paper, in a text so many times as large as on the screen."""

    def __init__(self, scale: float = 1.0) -> None:
        super().__init__("light", scale)

    def font(self, role: str) -> QFont:
        """The font of a role, for a device with dots enough and for who searches the text."""
        made = QFont(super().font(role))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.setFeature(QFont.Tag("liga"), 0)  # « office », « certifiée » are found letter by letter
        return made


def paper_css(theme: Theme) -> str:
    """Rules to stand after those of the article."""
    c, px = theme.hex, theme.px
    return f"""
h1 {{ font-size:{px(22)}px; margin-bottom:{px(4)}px; }}
h2 {{ font-size:{px(16)}px; margin-top:{px(14)}px; margin-bottom:{px(4)}px; }}
p {{ color:{c("text")}; margin-bottom:{px(6)}px; }}
p.sub {{ font-size:{px(13)}px; color:{c("text3")}; margin-bottom:{px(8)}px; }}
p.fill {{ margin-top:{px(5)}px; margin-bottom:{px(3)}px; }}
p.li {{ margin-bottom:{px(3)}px; }}
table.d td, table.d th {{ padding:{px(4)}px {px(10)}px; }}
table.close td, table.close th {{ padding-left:{px(5)}px; padding-right:{px(5)}px; }}
p.cop {{ margin-bottom:{px(3)}px; }}
table.plain td {{ padding:{px(2)}px {px(6)}px; }}
table.toc td {{ padding-top:{px(2)}px; font-size:{px(13)}px; }}
table.boxed td.head {{ background-color:{c("sunken")}; }}
p.big {{ font-size:{px(16)}px; margin-bottom:{px(2)}px; }}
h5 {{ font-size:{px(13)}px; font-weight:600; margin-top:{px(8)}px; margin-bottom:{px(2)}px; }}
table.cols td {{ padding-top:{px(8)}px; vertical-align:top; }}
table.cols td.left {{ padding-right:{px(14)}px; }}
table.cols td.right {{ padding-left:{px(14)}px; }}
table.boxed {{ border-collapse:collapse; margin-top:{px(4)}px; }}
table.boxed td {{ border:1px solid {c("border")}; border-style:solid;
  padding:{px(6)}px {px(9)}px; vertical-align:top; }}
"""
