"""The style sheet of the article, built from the theme.

Only what QTextDocument honours (look.md §7): no padding on paragraphs, sizes in px, cells padded by side.
"""

from navigator.ui.theme import Theme

# mark of a callout (a class of its cells and title) → text, ground, bar
_CALLOUTS = {
    "info": ("accent", "accent_soft", "accent"),
    "neutral": ("accent", "accent_soft", "accent"),
    "suitable": ("ok", "ok_bg", "ok_line"),
    "caution": ("warn", "warn_bg", "warn_line"),
    "missing": ("miss", "miss_bg", "miss_line"),
    "avoid": ("avoid", "avoid_bg", "avoid_line"),
    "contraindicated": ("ci", "ci_bg", "ci_line"),
}


def article_css(theme: Theme) -> str:
    """The whole style sheet for the present colours and text size."""
    return _texts(theme) + _tables(theme) + _callouts(theme)


def _texts(theme: Theme) -> str:
    c, px = theme.hex, theme.px
    return f"""
body {{ font-size:{px(14)}px; color:{c("text")}; }}
h1 {{ font-size:{px(20)}px; font-weight:600; margin-top:0px; margin-bottom:{px(8)}px; color:{c("text")}; }}
h2 {{ font-size:{px(18)}px; font-weight:600; margin-top:{px(28)}px; margin-bottom:{px(6)}px; color:{c("text")}; }}
h3 {{ font-size:{px(15)}px; font-weight:600; margin-top:{px(16)}px; margin-bottom:{px(4)}px; color:{c("text")}; }}
h4 {{ font-size:{px(14)}px; font-weight:600; margin-top:{px(12)}px; margin-bottom:{px(3)}px; color:{c("text")}; }}
p {{ line-height:116%; margin-top:0px; margin-bottom:{px(10)}px; color:{c("text2")}; }}
ul, ol {{ margin-top:0px; margin-bottom:{px(10)}px; }}
li {{ line-height:114%; margin-bottom:{px(4)}px; color:{c("text2")}; }}
p.li {{ margin-left:{px(14)}px; text-indent:-{px(12)}px; margin-bottom:{px(5)}px; line-height:114%; }}
p.lead {{ font-size:{px(16)}px; color:{c("text2")}; margin-bottom:{px(14)}px; }}
p.gap {{ font-size:4px; margin:0px; }}
p.cap {{ font-size:{px(12)}px; color:{c("text3")}; margin-top:{px(6)}px; margin-bottom:{px(12)}px; line-height:108%; }}
p.src {{ font-size:{px(12)}px; color:{c("text3")}; margin-top:{px(2)}px; margin-bottom:{px(10)}px; line-height:108%; }}
p.source {{ font-size:{px(13)}px; margin-bottom:{px(5)}px; line-height:112%; }}
span.ref {{ font-size:{px(12)}px; color:{c("text3")}; }}
p.chart {{ line-height:100%; margin-top:{px(6)}px; margin-bottom:0px; }}
span.dash {{ color:{c("accent")}; }}
span.st {{ font-size:{px(12)}px; font-style:italic; color:{c("text3")}; }}
b, strong {{ font-weight:600; color:{c("text")}; }}
a {{ color:{c("accent")}; text-decoration:none; }}
"""


def _tables(theme: Theme) -> str:
    c, px = theme.hex, theme.px
    head, cell = f"padding:{px(8)}px {px(12)}px;", f"padding:{px(9)}px {px(12)}px;"
    return f"""
table.d {{ border-collapse:collapse; margin-top:{px(4)}px; margin-bottom:0px; }}
table.d th {{ font-size:{px(13)}px; font-weight:600; color:{c("text2")}; background-color:{c("sunken")}; {head}
  border-bottom:1px solid {c("border")}; border-bottom-style:solid; }}
table.d td {{ font-size:{px(14)}px; color:{c("text")}; {cell} border-bottom:1px solid {c("rule")};
  border-bottom-style:solid; vertical-align:top; }}
table.d td.on {{ background-color:{c("accent_soft")}; }}
table.d p {{ margin-bottom:{px(2)}px; color:{c("text")}; }}
table.d p.src, table.d p.cap {{ color:{c("text3")}; margin-top:0px; margin-bottom:0px; }}
"""


def _callouts(theme: Theme) -> str:
    c, px = theme.hex, theme.px
    rules = f"""
table.co {{ margin-top:{px(4)}px; margin-bottom:{px(4)}px; }}
td.bar {{ background-color:{c("accent")}; }}
td.cob {{ background-color:{c("accent_soft")};
  padding-top:{px(10)}px; padding-bottom:{px(4)}px; padding-left:{px(14)}px; padding-right:{px(14)}px; }}
p.cot {{ font-weight:600; color:{c("accent")}; margin-bottom:{px(2)}px; }}
p.cop {{ color:{c("text")}; margin-bottom:{px(6)}px; }}
"""
    for mark, (text, ground, bar) in _CALLOUTS.items():
        rules += f"td.bar.{mark} {{ background-color:{c(bar)}; }} td.cob.{mark} {{ background-color:{c(ground)}; }} "
        rules += f"p.cot.{mark}, span.{mark}, b.{mark} {{ color:{c(text)}; }}\n"
    return rules
