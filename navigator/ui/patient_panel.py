"""The patient: what is known, what is asked, and that nothing of it is kept. Knows fields, no factor."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.badges import Tag
from navigator.ui.clearance_box import ClearanceBox
from navigator.ui.controls import Hairline, Icon, Label, ToolButton
from navigator.ui.field_group import CloseButton, GroupBox
from navigator.ui.flash_ring import FlashRing
from navigator.ui.flow import Flow, ScrollColumn, column, row
from navigator.ui.line_field import LineField
from navigator.ui.panel_field import PanelField
from navigator.ui.question_list import QuestionList
from navigator.ui.theme import Theme

_LAYOUT_MS = 0


class PatientPanel(QFrame):
    """The groups of factors one under the other, the clearance after the first."""

    factor_answered = Signal(str, str)
    unit_chosen = Signal(str, str)
    group_closed = Signal(str, bool)
    all_closed = Signal(bool)
    line_told = Signal(str)
    line_typed = Signal(str)
    new_patient = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme, self._language = theme, language
        self._groups: dict[str, GroupBox] = {}
        self._title = Label(theme, "h3")
        self._to_settle = Tag(theme, "miss", "miss_bg")
        self.clear_button = ToolButton(theme, "rotate-ccw", "")
        self.line = LineField(theme)
        self.clearance = ClearanceBox(theme)
        self.questions = QuestionList(theme, language)
        self.close_all = CloseButton(theme)
        self._privacy = Label(theme, "cap", "text2", wrap=True)
        self._scroll = ScrollColumn()
        self._list = QVBoxLayout(self._scroll.body)
        self.ring = FlashRing(theme, self._scroll.body)
        self._wanted: PanelField | None = None
        self._build()

    def _build(self) -> None:
        self._list.setContentsMargins(20, 4, 14, 16)
        self._list.setSpacing(14)
        self._list.addWidget(self.line)
        for part in (self.clearance, self.questions, self.close_all):
            self._list.addWidget(part)
        self._list.addStretch(1)
        said = Flow(gap=8, line_gap=2)
        said.addWidget(self._title)
        said.addWidget(self._to_settle)
        head = row(margins=(20, 10, 10, 6))
        head.addLayout(column(None, said, None), 1)
        head.addWidget(self.clear_button)
        lock = column(1, Icon(self._theme, "lock", "text2", 16, "rail"), None)
        foot = row(lock, 8, self._privacy, margins=(20, 10, 20, 12))
        foot.setStretch(2, 1)
        whole = column(head, self._scroll, Hairline(self._theme), foot, into=self)
        whole.setStretch(1, 1)
        self.clear_button.clicked.connect(self._clear)
        self.line.told.connect(self.line_told)
        self.line.typed.connect(self.line_typed)
        self.line.passed.connect(self._pass_on)
        self.questions.factor_answered.connect(self.factor_answered)
        self.questions.unit_chosen.connect(self.unit_chosen)
        self.close_all.clicked.connect(self._close_all)

    def least_width(self) -> int:
        """How wide its longest word on one line makes it, in a language of long words wider than it is drawn."""
        return self._scroll.body.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()

    def show_patient(self, panel: scene.PatientPanel) -> None:
        """Show what is known now; fields being typed in keep their text and cursor."""
        self.setAccessibleName(panel.title)
        self._title.setText(panel.title)
        self._to_settle.show_text(panel.to_settle)
        self.clear_button.set_tip(panel.new_patient)
        self._privacy.setText(panel.privacy)
        self.line.show_line(panel.line)
        self.clearance.show_clearance(panel.clearance)
        known = {field.id: field for group in panel.groups for field in group.fields}
        self.questions.show_questions(panel.questions_title, panel.questions, known)
        self.close_all.setText(panel.close_all)
        self.close_all.setAccessibleName(panel.close_all)
        self.close_all.setChecked(panel.all_closed)
        self.close_all.setVisible(bool(panel.close_all))
        focused = self.focusWidget()
        may_fold = focused is None or not focused.hasFocus()
        for group in panel.groups:
            self._box(group).show_group(group, may_fold=may_fold)

    def focus_factor(self, factor: str) -> bool:
        """Unfold the group of `factor`, put the focus in its field and point at it; whether there is one."""
        for box in self._groups.values():
            field = box.fields.get(factor)
            if field is not None:
                box.open()
                self._wanted = field
                field.focus_control()
                QTimer.singleShot(_LAYOUT_MS, self, self._reveal)
                return True
        return False

    def focus_line(self) -> None:
        """Go to the line; from there on to the first field that matters and is not known."""
        if self.line.edit.hasFocus():
            self.focus_first_asked()
            return
        self._scroll.set_position(0)
        self.line.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_proposals(self, proposals: tuple[scene.Proposal, ...]) -> None:
        """What the last words of the line may mean."""
        self.line.show_proposals(proposals)

    def focus_first_asked(self) -> None:
        """Go to the first field that matters and is not known; to the first field where none is."""
        fields = [f for box in self._groups.values() for f in box.fields.values()]
        first = next((f for f in fields if f.field.state in ("asked", "invalid")), fields[0] if fields else None)
        if first is not None:
            self.focus_factor(first.field.id)

    def group(self, id: str) -> GroupBox:
        """The box of a group that was shown."""
        return self._groups[id]

    def discard(self) -> None:
        """Forget what was typed and not yet answered: the next patient starts from nothing."""
        self.line.discard()
        self.questions.discard()
        for box in self._groups.values():
            box.forget_folding()
            for field in box.fields.values():
                field.discard()

    def _box(self, group: scene.FieldGroup) -> GroupBox:
        if group.id not in self._groups:
            box = GroupBox(self._theme, self._language)
            box.setObjectName(group.id)
            box.factor_answered.connect(self.factor_answered)
            box.unit_chosen.connect(self.unit_chosen)
            box.closed.connect(self._closed)
            box.passed.connect(self._pass_from)
            # the line stands before the first group, the clearance and the questions after it, the stretch last
            place = 1 if not self._groups else self._list.count() - 1
            self._list.insertWidget(place, box)
            self._groups[group.id] = box
        return self._groups[group.id]

    def _close_all(self, closed: bool) -> None:
        self.line.tell_typed()  # what is being typed comes before « no » to the rest
        self.all_closed.emit(closed)

    def _closed(self, closed: bool) -> None:
        group = self.sender().objectName()
        self.line.tell_typed()
        self.group_closed.emit(group, closed)

    def _pass_from(self, factor: str) -> None:
        """Enter goes to the next open field of what is unfolded, then to a question, then to « rien d’autre »."""
        fields = [f for box in self._groups.values() if box.is_open for f in box.fields.values()]
        places = [n for n, field in enumerate(fields) if field.field.id == factor]
        after = fields[places[0] + 1 :] if places else []
        nearest = next((f for f in after if f.field.state in ("asked", "invalid")), None)
        asked = [f for f in self.questions.fields.values() if f.isVisible()]
        if nearest is not None:
            nearest.focus_control()
        elif asked:
            asked[0].focus_control()
        else:
            self._pass_on()

    def _pass_on(self) -> None:
        if self.close_all.isVisible():
            self.close_all.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self.discard()
        self.new_patient.emit()

    def _reveal(self) -> None:
        if self._wanted is not None:
            field, self._wanted = self._wanted, None
            self._show_place(field)
            self.ring.point_at(field)

    def _show_place(self, field: QWidget) -> None:
        top = field.mapTo(self._scroll.body, QPoint(0, 0)).y()
        room = self._scroll.viewport().height()
        position = self._scroll.position()
        if not position + 12 <= top <= position + room - field.height() - 12:
            self._scroll.set_position(top - room // 3)
