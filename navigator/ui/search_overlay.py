"""Search over any page: a line to type in, the results by group, arrows and Enter. Finds nothing itself."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from navigator.language import Language, Sentence, _, say
from navigator.pages.scene import Hit
from navigator.ui.badges import KeyHint
from navigator.ui.controls import Button, Hairline, Icon, Label
from navigator.ui.flow import Flow, Pool, ScrollColumn, column, row
from navigator.ui.hit_row import HitRow
from navigator.ui.overlay import Overlay
from navigator.ui.painted_button import ENTER
from navigator.ui.painting import rounded
from navigator.ui.speaker import Speaker
from navigator.ui.theme import Theme

_WIDTH, _TOP = 680, 84
_EXAMPLES = _(
    "Un traitement ou sa marque, une classe, un symptôme, une section, une interaction, un outil. "
    "Par exemple : brûlure des pieds, prégabaline rein, tramadol sertraline, DN4."
)


class SearchOverlay(Overlay):
    """The overlay. The focus stays in the line; the result that Enter opens is marked and spoken."""

    typed = Signal(str)
    hit_chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._language = language
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._box = QWidget(self)
        self.edit = QLineEdit()
        self.speaker = Speaker(self.edit)
        self.message = Label(theme, "body", "text2", wrap=True)
        self.hint = Label(theme, "small", "text3", wrap=True)
        self.nearest = Button(theme, icon="search", kind="ghost")
        self._nearest = ""
        self._count = Label(theme, "cap", "text3")
        self._scroll = ScrollColumn()
        self._list = QVBoxLayout(self._scroll.body)
        self._rows = Pool(self._make_row)
        self._build()

    def _build(self) -> None:
        theme, language = self.theme, self._language
        self.edit.setObjectName("query")
        self.edit.setAccessibleName(say(_("Rechercher"), language))
        self.edit.setPlaceholderText(say(_("Traitement, étape, effet, source…"), language))
        self.edit.textChanged.connect(self._type)
        self._list.setContentsMargins(0, 4, 0, 8)
        self._list.setSpacing(0)
        head = row(Icon(theme, "search", "accent", 20), 14, self.edit, 10, margins=(22, 8, 18, 8))
        head.addWidget(KeyHint(theme, say(_("Échap"), language)))
        self._state = QWidget()
        self.nearest.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter takes it, the focus stays in the line
        self.nearest.clicked.connect(self._take_nearest)
        near = row(self.nearest, None)
        column(self.message, 4, near, 4, self.hint, margins=(24, 20, 24, 22), into=self._state)
        keys_said = Flow(gap=14, line_gap=4)
        for keys, word in (
            (("↑", "↓"), _("parcourir")),
            ((_("Entrée"),), _("ouvrir")),
            ((_("Tab"),), _("groupe suivant")),
        ):
            hint = KeyHint(theme, *(say(k, language) for k in keys))
            said = QWidget()
            row(hint, 6, Label(theme, "cap", "text3", text=say(word, language)), into=said)
            keys_said.addWidget(said)
        foot = row(margins=(24, 10, 24, 12))
        foot.addLayout(keys_said, 1)
        foot.addSpacing(14)
        foot.addWidget(self._count)
        self._head, self._foot = head, foot
        column(head, Hairline(theme), self._scroll, self._state, Hairline(theme), foot, into=self._box).setStretch(2, 1)
        self._show_state()

    def content(self) -> QWidget:
        """The panel."""
        return self._box

    def open_search(self, place: QRect) -> None:
        """Open over `place`, the former words selected and looked for anew."""
        self.open_over(place)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()
        if self.edit.text():
            self.typed.emit(self.edit.text())
        self._place()

    def show_hits(self, hits: tuple[Hit, ...], nearest: str = "") -> None:
        """Show what was found, the first result chosen; where nothing was, the `nearest` spelling to take."""
        self._hits = hits if self.edit.text().strip() else ()
        self._nearest, group = nearest, ""
        for line, hit in zip(self._rows.take(len(self._hits)), self._hits, strict=True):
            line.show_hit(hit, first=hit.group != group)
            group = hit.group
        self._choose(0)
        self._show_state()
        self._place()

    def chosen(self) -> str:
        """Where the result leads that Enter opens; empty where there is none."""
        return self._hits[self._at].target if self._hits else ""

    def _show_state(self) -> None:
        language, text = self._language, self.edit.text().strip()
        self._scroll.setVisible(bool(self._hits))
        self._state.setVisible(not self._hits)
        if text:
            self.message.setText(Sentence(_("Aucun résultat pour « {text} »."), text=text).in_(language))
            self.hint.setText(say(_("Essayez un nom de traitement, une classe, un effet ou une situation."), language))
            said = Sentence(_("Chercher « {nearest} » (Entrée)"), nearest=self._nearest)
            self.nearest.show_label(said.in_(language) if self._nearest else "")
        else:
            self.message.setText(say(_("Que cherchez-vous ?"), language))
            self.hint.setText(say(_EXAMPLES, language))
        self.nearest.setVisible(bool(text and self._nearest and not self._hits))
        count = len(self._hits)
        words = Sentence(_("{count} résultats"), count=count) if count != 1 else Sentence(_("1 résultat"))
        self._count.setText(words.in_(language) if text else "")

    def _make_row(self) -> HitRow:
        line = HitRow(self.theme)
        line.pressed.connect(self._open)
        self._list.addWidget(line)
        return line

    def _type(self, text: str) -> None:
        if text.strip():
            self.typed.emit(text)
        else:
            self.show_hits(())

    def _open(self, id: str) -> None:
        if id:
            self.close_overlay()
            self.hit_chosen.emit(id)

    def _take_nearest(self) -> None:
        self.edit.setText(self._nearest)

    def _choose(self, at: int) -> None:
        self._at = at
        for index, line in enumerate(self._rows.all):
            line.button.set_chosen(index == at and index < len(self._hits))
        if self._hits:
            line = self._rows.all[at]
            self._scroll.ensureWidgetVisible(line, 0, 8)
            self.speaker.say(line.button.accessibleName())
        else:
            self.speaker.say("")

    def _next_group(self, forward: bool) -> None:
        groups = [h.group for h in self._hits]
        starts = [i for i, g in enumerate(groups) if i == 0 or g != groups[i - 1]]
        if not starts:
            return
        here = max(i for i, s in enumerate(starts) if s <= self._at)
        self._choose(starts[(here + (1 if forward else -1)) % len(starts)])

    def _place(self) -> None:
        px = self.theme.px
        width = min(px(_WIDTH), self.width() - 48)
        edges = self._head.sizeHint().height() + self._foot.heightForWidth(width) + 2
        body = self._scroll.body.layout()
        inside = self._list.sizeHint().height() if body and self._hits else self._state.heightForWidth(width)
        top = min(px(_TOP), max(12, self.height() // 8))
        height = min(edges + inside, self.height() - top - 16)
        self._box.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes from group to group."""
        self._next_group(next_one)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter opens, Esc closes."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._hits:
            self._choose((self._at + step) % len(self._hits))
        elif event.key() in ENTER and self._nearest and not self._hits:
            self._take_nearest()
        elif event.key() in ENTER:
            self._open(self.chosen())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel in the middle."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrim, a soft shadow, the panel."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self._box.geometry())
        for spread in range(18, 0, -2):
            shade = self.theme.color("shadow")
            shade.setAlpha(5)
            rounded(painter, frame.adjusted(-spread, 6 - spread, spread, spread + 6), 12 + spread, shade)
        panel = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, panel, 12, self.theme.color("raised"), self.theme.color("border"))
        painter.end()
