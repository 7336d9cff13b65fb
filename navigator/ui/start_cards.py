"""The cards of the start page: a type of pain with its figure, a shortcut, what is new. Know their layout only."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSpacerItem

from navigator.pages.scene import News, Strip, TypeCard
from navigator.ui.badges import KeyHint
from navigator.ui.body_drawing import HEIGHT as BODY_HEIGHT
from navigator.ui.body_drawing import WIDTH, paint_body
from navigator.ui.click_card import ClickCard
from navigator.ui.controls import Button, Icon, Label, Surface
from navigator.ui.flow import column, row
from navigator.ui.theme import Theme


class TypeChoice(ClickCard):
    """One of the types of pain."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=12)
        self._type, self._body_height = "", 146
        self._title = Label(theme, "h2", wrap=True)
        self._key = KeyHint(theme)
        self._looks = Label(theme, "body", "text2", wrap=True)
        self._causes_label = Label(theme, "small", "text3")
        self._causes = Label(theme, "small", "text", wrap=True)
        self._words_label = Label(theme, "small", "text3")
        self._words = Label(theme, "small", "text", wrap=True)
        self._meta = Label(theme, "cap", "text3", elide=True)
        self._gutter = QSpacerItem(104, 0)
        self._build()
        self.clicked.connect(self._emit)

    def _build(self) -> None:
        head = row()
        head.addWidget(self._title, 1)
        head.addSpacing(8)
        head.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        self._arrow = Icon(self.theme, "arrow-right", "accent", 18)
        foot = row(self._meta, None, 8, self._arrow)
        self._words_gap = QSpacerItem(0, 10)
        text = column(head, 3, self._looks, 9, self._causes_label, 1, self._causes)
        text.addSpacerItem(self._words_gap)
        text.addWidget(self._words_label)
        text.addSpacing(1)
        text.addWidget(self._words)
        text.addStretch(1)
        text.addSpacing(6)
        text.addLayout(foot)
        whole = row(margins=(20, 18, 20, 14), into=self)
        whole.addSpacerItem(self._gutter)
        whole.addLayout(text, 1)

    def show_card(self, card: TypeCard) -> None:
        """Show `card`."""
        self._type = card.id
        self.setObjectName(card.id)
        self._title.show_text(card.title)
        self._key.show_keys(str(card.number))
        self._looks.show_text(card.looks_like)
        self._causes_label.show_text(card.causes_label)
        self._causes.show_text(card.causes)
        self._words_label.setText(card.words_label)
        self._words.setText(card.words)
        self._meta.setText(card.meta)
        self.setAccessibleName(f"{card.number}. {card.title}. {card.looks_like}")
        self.setAccessibleDescription(f"{card.causes_label} : {card.causes}")
        self.update()

    def fit(self, *, wide: bool, low: bool) -> None:
        """Take more room on a wide page, say less on a low one."""
        for part in (self._meta, self._arrow, self._words_label, self._words):
            part.setVisible(not low)
        self._words_gap.changeSize(0, 0 if low else 10)
        self._body_height = self.theme.px(190 if wide else 122 if low else 146)
        self._gutter.changeSize(self.theme.px(136 if wide else 92 if low else 104), 0)
        self.setMinimumHeight(self.theme.px(236 if wide else 150 if low else 204))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(20, 12 if low else 18, 20, 8 if low else 14)
            layout.invalidate()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """The figure, in the gutter on the left."""
        height = min(self._body_height, rect.height() - 24)
        width = height * WIDTH / BODY_HEIGHT
        left = rect.left() + 18 + (self._gutter.sizeHint().width() - 12 - width) / 2
        paint_body(painter, QPointF(left, rect.top() + (rect.height() - height) / 2), height, self._type, self.theme)

    def _emit(self) -> None:
        self.chosen.emit(self._type)


class ShortcutStrip(ClickCard):
    """A shortcut to an article: the DN4 score, the red flags."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._article = ""
        self._icon = Icon(theme, "flag", "accent", 22)
        self._title = Label(theme, "bodyb", wrap=True)
        self._subtitle = Label(theme, "small", "text3", wrap=True)
        self._action = Label(theme, "smallm", "accent")
        self._key = KeyHint(theme)
        whole = row(self._icon, 14, margins=(18, 12, 16, 12), into=self)
        whole.addLayout(column(self._title, 1, self._subtitle), 1)
        for part in (12, self._action, 6, self._key):
            whole.addSpacing(part) if isinstance(part, int) else whole.addWidget(part)
        self.clicked.connect(self._emit)

    def show_strip(self, strip: Strip) -> None:
        """Show `strip`."""
        self._article = strip.id
        self.setObjectName(strip.id)
        self._icon.show_icon(strip.icon, "accent")
        self._title.setText(strip.title)
        self._subtitle.show_text(strip.subtitle)
        self._action.setText(strip.action)
        self._key.show_keys(strip.key)
        self.setAccessibleName(f"{strip.title}. {strip.subtitle}. {strip.action}")

    def _emit(self) -> None:
        self.chosen.emit(self._article)


class NewsLine(Surface):
    """What is new in this version of the content, in one quiet line that can be dismissed."""

    dismissed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self._title = Label(theme, "smallb", "text2")
        self._text = Label(theme, "small", "text2", wrap=True)
        self.button = Button(theme, kind="link")
        whole = row(Icon(theme, "info", "accent", 16), 10, self._title, 10, margins=(14, 5, 12, 5), into=self)
        whole.addWidget(self._text, 1)
        whole.addSpacing(12)
        whole.addWidget(self.button)
        self.button.clicked.connect(self.dismissed)
        self.set_surface("surface", "border")

    def show_news(self, news: News | None) -> None:
        """Show `news`; none takes no place."""
        self.setVisible(news is not None)
        if news is not None:
            self._title.setText(news.title)
            self._text.setText(news.text)
            self.button.show_label(news.dismiss)
            self.setAccessibleName(f"{news.title}. {news.text}")
