"""The values of the look: colours, type sizes, and which colour may stand on which.

Knows numbers and names only. One source for the palette, the style sheet, the painters and the article's CSS.
"""

from types import MappingProxyType

FAMILY = "IBM Plex Sans"

# The role of a text: its size in pixels and its weight. Nothing under 12, but for the ticks of a scale.
TYPE = MappingProxyType(
    {
        "display": (30, 600),
        "h1": (24, 600),
        "fig": (22, 600),
        "h2": (18, 600),
        "query": (17, 400),
        "h3": (16, 600),
        "verdict": (15, 600),
        "body": (14, 400),
        "bodym": (14, 500),
        "bodyb": (14, 600),
        "small": (13, 400),
        "smallm": (13, 500),
        "smallb": (13, 600),
        "cap": (12, 400),
        "capm": (12, 500),
        "capb": (12, 600),
        "tick": (11, 400),
    }
)

LIGHT = MappingProxyType(
    {
        "bg": "#F3F6F7",
        "surface": "#FFFFFF",
        "sunken": "#EAEFF1",
        "raised": "#FFFFFF",
        "rail": "#F9FBFB",
        "border": "#D6DEE2",
        "rule": "#E4EAED",
        "ctl": "#7A8994",
        "thumb": "#B4C0C7",
        "body": "#D3DEE3",
        "text": "#13202A",
        "text2": "#3F4F5B",
        "text3": "#586874",
        "disabled": "#8E9AA3",
        "accent": "#0B5A72",
        "accent_hover": "#08485C",
        "accent_soft": "#E0EEF2",
        "accent_line": "#8CBECC",
        "on_accent": "#FFFFFF",
        "no": "#586874",
        "on_no": "#FFFFFF",
        "focus": "#0F6FC5",
        "ok": "#0A5C45",
        "ok_bg": "#E1F1EA",
        "ok_line": "#5BA88B",
        "warn": "#754100",
        "warn_bg": "#FCEED3",
        "warn_line": "#C58A22",
        "miss": "#3B4788",
        "miss_bg": "#E9ECF8",
        "miss_line": "#7C86C4",
        "avoid": "#7A2E00",
        "avoid_bg": "#F5CDA9",
        "avoid_line": "#A8480F",
        "ci": "#9E1B1B",
        "ci_bg": "#FBE8E6",
        "ci_line": "#C9655D",
        "ci_solid": "#A3201F",
        "on_ci": "#FFFFFF",
        "chart": "#0B5A72",
        "chart_fill": "#CFE3E9",
        "chart2": "#7A8994",
        "band": "#EAF4F0",
        "scrim": "#0D1B2466",
        "shadow": "#0D1B24",
    }
)

DARK = MappingProxyType(
    {
        "bg": "#0F151A",
        "surface": "#182028",
        "sunken": "#111920",
        "raised": "#202A33",
        "rail": "#131A20",
        "border": "#2E3A45",
        "rule": "#26313B",
        "ctl": "#70808D",
        "thumb": "#44525E",
        "body": "#33424E",
        "text": "#E7EDF1",
        "text2": "#B9C5CE",
        "text3": "#98A6B2",
        "disabled": "#5F6D79",
        "accent": "#74C4D8",
        "accent_hover": "#93D4E4",
        "accent_soft": "#15343F",
        "accent_line": "#2F6C7E",
        "on_accent": "#06222B",
        "no": "#5F6E7B",
        "on_no": "#FFFFFF",
        "focus": "#7CB8F5",
        "ok": "#82D4B3",
        "ok_bg": "#12322A",
        "ok_line": "#3E8A6F",
        "warn": "#F2BE62",
        "warn_bg": "#392B12",
        "warn_line": "#96702A",
        "miss": "#B4BDF3",
        "miss_bg": "#232A4C",
        "miss_line": "#5F6BB4",
        "avoid": "#FFB98F",
        "avoid_bg": "#572A10",
        "avoid_line": "#D9763A",
        "ci": "#F7A9A1",
        "ci_bg": "#43201F",
        "ci_line": "#B4564F",
        "ci_solid": "#F19A91",
        "on_ci": "#320907",
        "chart": "#74C4D8",
        "chart_fill": "#1C4552",
        "chart2": "#70808D",
        "band": "#15302A",
        "scrim": "#000000A0",
        "shadow": "#000000",
    }
)

# For eyes that need it: black on white, every outline drawn, tints only beside a drawn line. Text has at least 7:1.
CONTRAST = MappingProxyType(
    {
        "bg": "#FFFFFF",
        "surface": "#FFFFFF",
        "sunken": "#F2F2F2",
        "raised": "#FFFFFF",
        "rail": "#FFFFFF",
        "border": "#000000",
        "rule": "#5C5C5C",
        "ctl": "#000000",
        "thumb": "#404040",
        "body": "#BFBFBF",
        "text": "#000000",
        "text2": "#000000",
        "text3": "#262626",
        "disabled": "#6B6B6B",
        "accent": "#00308F",
        "accent_hover": "#001F5C",
        "accent_soft": "#E6EEFF",
        "accent_line": "#00308F",
        "on_accent": "#FFFFFF",
        "no": "#262626",
        "on_no": "#FFFFFF",
        "focus": "#B3006B",
        "ok": "#00401A",
        "ok_bg": "#E8F7EC",
        "ok_line": "#00401A",
        "warn": "#4D2600",
        "warn_bg": "#FFF3CC",
        "warn_line": "#4D2600",
        "miss": "#1F1F7A",
        "miss_bg": "#EEEEFF",
        "miss_line": "#1F1F7A",
        "avoid": "#5C1F00",
        "avoid_bg": "#FFDDBF",
        "avoid_line": "#5C1F00",
        "ci": "#7A0000",
        "ci_bg": "#FFECEC",
        "ci_line": "#7A0000",
        "ci_solid": "#7A0000",
        "on_ci": "#FFFFFF",
        "chart": "#00308F",
        "chart_fill": "#C9DAFF",
        "chart2": "#404040",
        "band": "#DFF2E4",
        "scrim": "#000000B0",
        "shadow": "#000000",
    }
)

MODES = MappingProxyType({"light": LIGHT, "dark": DARK, "contrast": CONTRAST})
FOCUS = MappingProxyType({"light": 2, "dark": 2, "contrast": 3})  # the width of the focus ring, in pixels


# The result of a trial: its glyph is `oc-<id>`, this is its colour.
OUTCOMES = MappingProxyType(
    {
        "relief-50": "ok",
        "relief-30": "accent",
        "no-relief": "text2",
        "not-tolerated": "warn",
        "under-way": "accent",
        "move": "text3",
    }
)

# The dash of everything that is not known yet, in multiples of the line's width.
DASH = (3.0, 2.2)


def _on(grounds: str, inks: str, needs: float) -> tuple[tuple[str, str, float], ...]:
    return tuple((ink, ground, needs) for ground in grounds.split() for ink in inks.split())


# What stands on what, and the contrast that it needs (WCAG 2.x: 4.5 for text, 3 for the outline of a control).
PAIRS: tuple[tuple[str, str, float], ...] = (
    *_on("bg surface sunken raised rail", "text text2 text3 accent", 4.5),
    *_on("accent_soft", "text text2 text3 accent ok warn", 4.5),
    *_on("accent accent_hover", "on_accent", 4.5),
    *_on("bg surface sunken rail", "ok warn miss avoid ci", 4.5),
    *_on("ok_bg", "ok text text2", 4.5),
    *_on("warn_bg", "warn text text2 accent", 4.5),
    *_on("miss_bg", "miss text text2 accent", 4.5),
    *_on("avoid_bg", "avoid text text2 accent", 4.5),
    *_on("ci_bg", "ci text text2 accent", 4.5),
    ("on_ci", "ci_solid", 4.5),
    ("on_no", "no", 4.5),
    *_on("surface rail", "no", 3),
    *_on("bg surface sunken rail accent_soft", "ctl focus", 3),
    *_on("surface", "chart chart2 miss_line ci_line avoid_line", 3),
    ("avoid_line", "sunken", 3),
)


def needed(mode: str, needs: float) -> float:
    """The contrast that `needs` of PAIRS means in a mode: text has 7 where more contrast is asked for."""
    return 7.0 if mode == "contrast" and needs == 4.5 else needs


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, as WCAG defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
