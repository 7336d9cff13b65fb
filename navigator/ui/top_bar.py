"""The bar over every page: where to go, where one is, search, and the settings of the screen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from navigator.language import Language, _, say
from navigator.pages.scene import Can
from navigator.ui.controls import Button, Hairline, Icon, Label, ToolButton
from navigator.ui.flow import row
from navigator.ui.icons import paint_icon
from navigator.ui.painted_button import ENTER
from navigator.ui.painting import left, rounded
from navigator.ui.theme import Theme


class SearchField(QAbstractButton):
    """Looks like a field; pressing it opens the search."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._hints = (say(_("Traitement, interaction, outil…"), language), say(_("Rechercher"), language))
        self._keys, self._least = "Ctrl K", 130
        self.setAccessibleName(say(_("Rechercher (Ctrl+K)"), language))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(36))
        self.setMinimumWidth(self._theme.px(self._least))
        self.setMaximumWidth(self._theme.px(400))
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Make do with the icon and the keys."""
        self._least = 84 if tight else 130
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as there is room, up to its most."""
        return QSize(self._theme.px(360), self._theme.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with its hint and its keys."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focus = self.hasFocus()
        line = theme.color("focus" if focus else "accent" if self.underMouse() else "ctl")
        rounded(
            painter,
            frame.adjusted(0.5, 0.5, -0.5, -0.5) if focus else frame,
            6,
            theme.color("bg"),
            line,
            width=2 if focus else 1,
        )
        paint_icon(painter, "search", QRectF(px(11), px(9), px(18), px(18)), theme.hex("text3"))
        keys = theme.text_width("capm", self._keys) + px(14)
        cap = QRectF(self.width() - keys - px(8), px(8) - 0.5, keys, px(20))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text3"))
        room = cap.left() - px(44)
        hint = next((h for h in self._hints if theme.text_width("body", h) <= room), "")
        left(painter, QRectF(px(37), 0, room, self.height() - 1), hint)
        rounded(painter, cap, 4, theme.color("surface"), theme.color("border"))
        painter.setFont(theme.font("capm"))
        painter.setPen(theme.color("text3"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()


class TopBar(QFrame):
    """The bar. In a narrow window it also opens the patient."""

    back = Signal()
    forward = Signal()
    home = Signal()
    search_asked = Signal()
    theme_asked = Signal()
    language_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    patient_asked = Signal()
    map_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._theme, self._language = theme, language
        self._narrow = self._tight = False
        self._summary, self._drawer = "", False
        self.back_button = ToolButton(theme, "arrow-left", say(_("Précédent (Alt+←)"), language))
        self.forward_button = ToolButton(theme, "arrow-right", say(_("Suivant (Alt+→)"), language))
        self.home_button = ToolButton(theme, "home", say(_("Accueil (Alt+Début)"), language))
        self.search = SearchField(theme, language)
        self.patient_button = Button(theme, "", "user", "nav")
        self.map_button = Button(theme, "", "map", "nav")
        self.map_button.setCheckable(True)
        self.language_button = Button(theme, "", "", "nav")
        self.theme_button = ToolButton(theme, "moon", say(_("Thème clair ou sombre (Ctrl+T)"), language))
        self.settings_button = ToolButton(theme, "gear", say(_("Réglages (Ctrl+,)"), language))
        self.help_button = ToolButton(theme, "help", say(_("Touches et aide (F1)"), language))
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        theme, language = self._theme, self._language
        line = Hairline(theme, upright=True, color="border")
        line.setFixedHeight(24)
        self._title = Label(theme, "bodyb", text=say(_("Navigateur"), language))
        self._subtitle = Label(
            theme, "body", "text3", elide=True, text=say(_("Douleurs neuropathiques chroniques"), language)
        )
        other, tip = ("EN", "English") if language is Language.FR else ("FR", "Français")
        self.language_button.show_label(other, tip)
        self.patient_button.hide()
        left_part = row(self.back_button, self.forward_button, self.home_button, 12, line, 16)
        left_part.addWidget(Icon(theme, "app", "accent", 24))
        whole = row(
            left_part,
            10,
            self._title,
            8,
            self._subtitle,
            24,
            None,
            self.search,
            None,
            16,
            margins=(12, 0, 12, 0),
            into=self,
        )
        whole.setStretch(whole.indexOf(self.search), 3)
        for button in (
            self.patient_button,
            self.map_button,
            self.language_button,
            self.theme_button,
            self.settings_button,
            self.help_button,
        ):
            whole.addWidget(button)
        self._connect()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.home_button.clicked.connect(self.home)
        self.search.clicked.connect(self.search_asked)
        self.patient_button.clicked.connect(self.patient_asked)
        self.map_button.clicked.connect(self.map_asked)
        self.language_button.clicked.connect(self.language_asked)
        self.theme_button.clicked.connect(self.theme_asked)
        self.settings_button.clicked.connect(self.settings_asked)
        self.help_button.clicked.connect(self.help_asked)

    def show_can(self, can: Can) -> None:
        """Which of back and forward lead anywhere."""
        self.back_button.setEnabled(can.back)
        self.forward_button.setEnabled(can.forward)

    def show_map(self, shown: bool) -> None:
        """Whether the map is the page on the screen."""
        self.map_button.setChecked(shown)

    def show_patient(self, summary: str, *, drawer: bool = False) -> None:
        """Name the patient's button; empty where there is no panel. `drawer`: this page has it in the drawer."""
        self._summary, self._drawer = summary, drawer
        self._show_parts()

    def set_narrow(self, narrow: bool, *, tight: bool = False) -> None:
        """Leave the subtitle out and offer the patient; `tight`: icons alone, less room for the search."""
        self._narrow, self._tight = narrow, tight
        self._show_parts()

    def _show_parts(self) -> None:
        self._subtitle.setVisible(not self._narrow)
        self._title.setVisible(not self._tight)
        self.search.set_tight(self._tight)
        tip = say(_("Données du patient (F2)"), self._language)
        self.patient_button.show_label("" if self._tight else self._summary, tip)
        self.patient_button.setAccessibleName(f"{tip} : {self._summary}")
        self.patient_button.setVisible((self._narrow or self._drawer) and bool(self._summary))
        words = say(_("Carte"), self._language) if not self._narrow else ""
        self.map_button.show_label(words, say(_("Carte du parcours (Ctrl+M)"), self._language))

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(56))
        self.theme_button.set_icon("sun" if self._theme.mode == "dark" else "moon")
