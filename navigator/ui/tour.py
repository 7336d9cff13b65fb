"""The tour of the first start: three cards over the window, to go through or to pass over. Knows no medicine."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from navigator.language import Language, _, say
from navigator.pages.scene import Option
from navigator.ui.combo import Combo
from navigator.ui.controls import Button, Icon, Label, Surface
from navigator.ui.flow import column, row
from navigator.ui.overlay import Overlay
from navigator.ui.page_head import PageTitle
from navigator.ui.theme import Theme
from navigator.ui.window_keys import bind

# of each card: its icon, its title, its sentences
CARDS = (
    (
        "stethoscope",
        _("Du territoire de la douleur aux options"),
        _("Choisissez un des quatre types de douleur : 1 à 4 au clavier."),
        _("Chaque étape classe les options, avec leur dose et la raison de leur rang."),
        _("Rien n’est caché : ce qui est déconseillé ou contre-indiqué reste en fin de liste, avec le motif."),
    ),
    (
        "user",
        _("Votre patient change les réponses"),
        _("F2 mène au premier champ qui compte ici. Ce qui n’est pas dit reste « non précisé », jamais « non »."),
        _("Âge, poids et créatinine donnent la clairance, donc la dose."),
        _("Rien n’est enregistré. Ctrl+Maj+N efface tout pour le patient suivant."),
    ),
    (
        "search",
        _("Tout se retrouve et se vérifie"),
        _("Ctrl+K cherche un médicament, une marque, un symptôme. F1 donne toutes les touches."),
        _("Chaque phrase porte sa source, et la manière dont cette source a été lue."),
        _("Navigateur n’est pas un dispositif médical certifié : il éclaire votre décision, il ne la prend pas."),
    ),
)
_WIDTH = 520


class Tour(Overlay):
    """Three cards, one at a time. `over` when it is closed, however that came."""

    over = Signal()
    reading_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._language, self._at = language, 0
        self._box = Surface(theme, "raised", "border", 12)
        self._box.setParent(self)
        self._icon = Icon(theme, "app", "accent", 36, "raised")
        self._step = Label(theme, "cap", "text3")
        self.title = PageTitle(theme, "h2")
        self._lines = [Label(theme, "body", "text2", wrap=True) for _card in range(3)]
        self._reading_title = Label(theme, "small", "text2")
        self.reading = Combo(theme, "")
        self._reading = QWidget()
        self.skip_button = Button(theme, say(_("Passer (Échap)"), language), kind="ghost")
        self.back_button = Button(theme, say(_("Précédent"), language))
        self.next_button = Button(theme, kind="primary")
        self._build()
        theme.changed.connect(self._place)

    def _build(self) -> None:
        head = row(self._icon, 14, column(self._step, 2, self.title))
        head.setStretch(2, 1)
        foot = row(self.skip_button, None, self.back_button, 8, self.next_button)
        one, two, three = self._lines
        row(self._reading_title, 10, self.reading, None, margins=(0, 14, 0, 0), into=self._reading)
        column(head, 16, one, 8, two, 8, three, self._reading, 20, foot, margins=(28, 24, 28, 22), into=self._box)
        self.skip_button.clicked.connect(self._skip)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.closed.connect(self.over)
        self.reading.picked.connect(self.reading_chosen)
        bind(self, (Qt.Key.Key_Right,), self._next, inside=True)  # before the buttons, which would pass the focus on
        bind(self, (Qt.Key.Key_Left,), self._back, inside=True)

    def content(self) -> QWidget:
        """The card."""
        return self._box

    def open_tour(self, place: QRect) -> None:
        """Open over `place` at the first card."""
        self.open_over(place)
        self._show(0)

    def show_readings(self, title: str, readings: Sequence[Option], selected: str) -> None:
        """Ask on the first card which of `readings` is followed; nothing is asked where there is no choice."""
        self._reading_title.setText(title)
        self.reading.setAccessibleName(title)
        self.reading.show_options(readings, selected)

    def at(self) -> int:
        """Which card is shown, counted from 0."""
        return self._at

    def _show(self, at: int) -> None:
        self._at = at
        language = self._language
        icon, title, *lines = CARDS[at]
        self._icon.show_icon(icon, "accent", "raised")
        step = say(_("{at} sur {count}"), language).format(at=at + 1, count=len(CARDS))
        self._step.setText(step)
        self.title.setText(say(title, language))
        for label, line in zip(self._lines, lines, strict=True):
            label.setText(say(line, language))
        self._reading.setVisible(at == 0 and self.reading.count() > 1)
        self.back_button.setEnabled(at > 0)
        last = at == len(CARDS) - 1
        self.next_button.show_label(say(_("Commencer"), language) if last else say(_("Suivant"), language))
        self.skip_button.setVisible(not last)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()
        if QAccessible.isActive():
            spoken = ". ".join((step, say(title, language), *(say(line, language) for line in lines)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _next(self) -> None:
        if self._at + 1 < len(CARDS):
            self._show(self._at + 1)
        else:
            self.close_overlay()

    def _back(self) -> None:
        self._show(max(0, self._at - 1))

    def _skip(self) -> None:
        self.close_overlay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = min(max(self.theme.px(_WIDTH), self._box.minimumSizeHint().width()), self.width() - 48)
        tall = max(self._box.heightForWidth(width), self._box.minimumSizeHint().height())
        height = min(tall, self.height() - 32)
        self._box.setGeometry((self.width() - width) // 2, max(16, (self.height() - height) // 2), width, height)
