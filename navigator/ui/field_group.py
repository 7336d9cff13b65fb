"""A group of factors that are asked together: it folds, and « Rien d’autre » closes it with one key."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from navigator.language import Language, Sentence, _, say
from navigator.pages.scene import Field, FieldGroup
from navigator.ui.choice_field import ComboField, PairField, YesNoField
from navigator.ui.controls import Label
from navigator.ui.flow import column, row
from navigator.ui.icons import paint_icon
from navigator.ui.number_field import NumberField
from navigator.ui.painted_button import PaintedButton
from navigator.ui.painting import rounded
from navigator.ui.panel_field import PanelField
from navigator.ui.theme import Theme

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class FoldButton(PaintedButton):
    """The title of a group with its chevron; pressing it folds and unfolds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines of the title."""
        box = self._metrics().boundingRect(0, 0, width - self._indent(), 1000, _WRAP, self.text())
        return max(self._theme.px(24), box.height() + self._theme.px(6))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._indent() + self._metrics().horizontalAdvance(self.text()), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Narrow: it wraps."""
        return QSize(self._theme.px(80), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron and title."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(14)
        glyph = "chevron-down" if self.isChecked() else "chevron-right"
        token = "accent" if self.underMouse() else "text3"
        paint_icon(painter, glyph, QRectF(px(-1), px(5), side, side), theme.hex(token), stroke=2.2)
        painter.setFont(theme.font("smallb"))
        painter.setPen(theme.color("text" if self.underMouse() else "text2"))
        room = self.rect().adjusted(self._indent(), px(3), 0, 0)
        painter.drawText(room, _WRAP, self.text())
        self.paint_focus(painter, 5, (-3, 1, 1, 1))
        painter.end()

    def _indent(self) -> int:
        return self._theme.px(18)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("smallb"))


class CloseButton(PaintedButton):
    """« Rien d’autre »: checked where the rest of the group was answered by no."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as Non | Oui below it, or its words."""
        px = self._theme.px
        return QSize(max(px(90), round(self._theme.text_width("capm", self.text())) + px(28)), px(24))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small button with a tick once it is pressed."""
        painter, theme, px, on = QPainter(self), self._theme, self._theme.px, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "no" if on else "sunken" if self.underMouse() else "surface"
        rounded(painter, box, 6, theme.color(ground), theme.color("no" if on else "ctl"))
        ink = "on_no" if on else "text2"
        side = px(12)
        mark = QRectF(px(7), (self.height() - side) / 2, side, side)
        paint_icon(painter, "check", mark, theme.hex(ink if on else "ctl"), stroke=2.6)
        painter.setFont(theme.font("capm"))
        painter.setPen(theme.color(ink))
        room = QRectF(px(21), 0, self.width() - px(25), self.height() - 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.text())
        self.paint_focus(painter, 6, (1, 1, 1, 1))
        painter.end()


class GroupBox(QWidget):
    """A group with its fields. The fields are made once and kept."""

    factor_answered = Signal(str, str)
    unit_chosen = Signal(str, str)
    closed = Signal(bool)
    passed = Signal(str)  # Enter in the field of a factor

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.fields: dict[str, PanelField] = {}
        self._chosen: bool | None = None  # folded or unfolded by the user
        self.fold = FoldButton(theme)
        self.asked = Label(theme, "cap", "miss")
        self.told = Label(theme, "small", "text", wrap=True)
        self._told = ""
        self.close_button = CloseButton(theme)
        self._body = QWidget()
        self._grid = QGridLayout()
        self._rows = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        head = row(column(self.fold, self.told, self.asked), 8, self.close_button)
        head.setStretch(0, 1)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        self._indent()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._rows.setSpacing(0)
        column(self._grid, self._rows, into=self._body)
        column(head, 4, self._body, into=self)
        self.fold.clicked.connect(self._fold)
        self.close_button.clicked.connect(self.closed)

    def show_group(self, group: FieldGroup, *, may_fold: bool) -> None:
        """Show another state of the same group; `may_fold`: the user is not busy in the panel."""
        self.fold.setText(group.title)
        self.fold.setAccessibleName(group.title)
        count = Sentence(_("{count} à préciser"), count=group.asked).in_(self._language) if group.asked else ""
        self.asked.show_text(count)
        self._told = group.told
        self.close_button.setVisible(bool(group.close_label))
        self.close_button.setText(group.close_label)
        self.close_button.setAccessibleName(f"{group.title} : {group.close_label}")
        self.close_button.setChecked(group.closed)
        for field in group.fields:
            self._field(field).show_field(field)
        if self._chosen is None and (group.open or may_fold):
            self._unfold(group.open)
        else:
            self._unfold(self.is_open)

    def forget_folding(self) -> None:
        """Fold and unfold by itself again."""
        self._chosen = None

    def open(self) -> None:
        """Unfold."""
        self._unfold(True)

    @property
    def is_open(self) -> bool:
        """Whether its fields are seen."""
        return self.fold.isChecked()

    def _field(self, field: Field) -> PanelField:
        if field.id not in self.fields:
            made = self._make(field)
            made.setObjectName(field.id)
            made.answered.connect(self._answered)
            made.passed.connect(self._passed)
            self.fields[field.id] = made
            if isinstance(made, NumberField | PairField):
                place = self._grid.count()
                self._grid.addWidget(made, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            else:
                self._rows.addWidget(made)
        return self.fields[field.id]

    def _make(self, field: Field) -> PanelField:
        if field.kind == "number":
            number = NumberField(self._theme, self._language)
            number.unit_asked.connect(self._unit_asked)
            return number
        if field.kind == "yes-no":
            return YesNoField(self._theme, self._language)
        short = len(field.options) == 2 and all(len(o.label) <= 8 for o in field.options)
        return PairField(self._theme) if short else ComboField(self._theme, self._language)

    def _answered(self, text: str) -> None:
        self.factor_answered.emit(self.sender().objectName(), text)

    def _passed(self) -> None:
        self.passed.emit(self.sender().objectName())

    def _unit_asked(self, unit: str) -> None:
        self.unit_chosen.emit(self.sender().objectName(), unit)

    def _fold(self, unfolded: bool) -> None:
        self._chosen = unfolded
        self._unfold(unfolded)

    def _unfold(self, unfolded: bool) -> None:
        self.fold.setChecked(unfolded)
        self._body.setVisible(unfolded)
        self.told.show_text("" if unfolded else self._told)
        state = say(_("déplié"), self._language) if unfolded else say(_("replié"), self._language)
        self.fold.setAccessibleDescription(state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._indent()

    def _indent(self) -> None:
        for label in (self.told, self.asked):
            label.setContentsMargins(self._theme.px(18), 0, 0, 0)
