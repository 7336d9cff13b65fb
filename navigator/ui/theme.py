"""The look in force: its colours, its letters and how large. Gives colours, fonts and lengths; dresses the application.

Knows the tokens and Qt's palette and style sheet. Widgets ask it when they paint and follow `changed`.
"""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from navigator.ui import icons, tokens
from navigator.ui.fonts import load_fonts
from navigator.ui.sheet import style_sheet

_ROLES = (
    (QPalette.ColorRole.Window, "bg"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "on_ci"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "rule"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Dark, "ctl"),
    (QPalette.ColorRole.Shadow, "shadow"),
    (QPalette.ColorRole.Accent, "accent"),
)


def system_mode(app: QApplication) -> str:
    """The mode that the system asks for: `contrast` where more contrast is wished, else `dark` or `light`."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def may_move(widget: QWidget) -> bool:
    """Whether the system lets things move or flash; the one place that decides it."""
    style = widget.style()
    asked = style.styleHint(QStyle.StyleHint.SH_Widget_Animate, None, widget)
    return bool(asked) and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


class Theme(QObject):
    """The colours, the fonts and the lengths that everything on the screen is drawn with."""

    changed = Signal()

    def __init__(self, mode: str = "light", zoom: float = 1.0, family: str = tokens.FAMILY) -> None:
        super().__init__()
        self.mode = mode
        self.zoom = zoom
        self.family = family
        self._app: QApplication | None = None
        self._fonts: dict[str, QFont] = {}

    def apply(self, app: QApplication) -> None:
        """Dress the application, now and at every later change of mode or zoom."""
        if self._app is None:
            load_fonts()
            app.setStyle("Fusion")
        self._app = app
        self._renew()

    def wear(self, mode: str, zoom: float, family: str) -> None:
        """Change colours, size and letters together, at the cost of one change."""
        if (mode, zoom, family) != (self.mode, self.zoom, self.family):
            self.mode, self.zoom, self.family = mode, zoom, family
            self._renew()

    def set_mode(self, mode: str) -> None:
        """Change to `light`, `dark` or `contrast`."""
        self.wear(mode, self.zoom, self.family)

    def set_zoom(self, zoom: float) -> None:
        """Make everything larger or smaller."""
        self.wear(self.mode, zoom, self.family)

    def hex(self, token: str) -> str:
        """The colour of a token, `#RRGGBB` (or `#RRGGBBAA`)."""
        return tokens.MODES[self.mode][token]

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        value = self.hex(token)
        colour = QColor(value[:7])
        if len(value) == 9:
            colour.setAlpha(int(value[7:], 16))
        return colour

    def font(self, role: str) -> QFont:
        """The font of a role of tokens.TYPE."""
        if role not in self._fonts:
            size, weight = tokens.TYPE[role]
            made = QFont(self.family)
            made.setPixelSize(self.px(size))
            made.setWeight(QFont.Weight(weight))
            made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
            made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
            self._fonts[role] = made
        return self._fonts[role]

    @property
    def focus_width(self) -> int:
        """How wide the ring round what has the focus is drawn, in pixels."""
        return tokens.FOCUS[self.mode]

    def sheet(self) -> str:
        """The style sheet for a window of ours, which sets it on itself.

        Not on the application: Qt takes four times as long to dress every widget anew from there (docs/adr).
        """
        return style_sheet(self.hex, self.px, self.focus_width)

    def px(self, base: float) -> int:
        """A length of the design at the zoom in force."""
        return round(base * self.zoom)

    def text_width(self, role: str, text: str) -> float:
        """How wide `text` stands in the font of `role`."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(text)

    def icon(self, name: str, token: str = "text2", size: int = 18) -> QIcon:
        """An icon for a button, in the colour of a token."""
        return icons.icon(name, self.hex(token), self.hex("disabled"), self.px(size))

    def icon_size(self, size: int = 18) -> QSize:
        """The size to give a button whose icon is `size` at the plain zoom."""
        return QSize(self.px(size), self.px(size))

    def palette(self) -> QPalette:
        """Qt's own palette in these colours: popups, tooltips, selections and dialogs follow."""
        made = QPalette()
        for role, token in _ROLES:
            made.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return made

    def _renew(self) -> None:
        self._fonts.clear()
        if self._app is not None:
            self._app.setFont(self.font("body"))
            self._app.setPalette(self.palette())
        self.changed.emit()
