"""What can be done with a page as small buttons: plan, print, copy. Knows the ids that it emits and no more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import PageAction
from navigator.ui.controls import Button
from navigator.ui.flow import Flow, Pool
from navigator.ui.theme import Theme


class ToolRow(QWidget):
    """The buttons of a page, each its icon with its tooltip; those that are `worded` say it beside the icon.

    They stand in several lines where the width ends.
    """

    action_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._actions: tuple[PageAction, ...] = ()
        self._line = Flow(self, gap=2, line_gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pool = Pool(self._make)

    def show_actions(self, actions: tuple[PageAction, ...]) -> None:
        """Offer `actions`; none takes no place."""
        self._actions = actions
        for button, action in zip(self._pool.take(len(actions)), actions, strict=True):
            button.set_icon(action.icon)
            button.show_label(action.label if action.worded else "", "" if action.worded else action.label)
        self.setVisible(bool(actions))

    def buttons(self) -> list[Button]:
        """The buttons that are offered, from left to right."""
        return self._pool.all[: len(self._actions)]

    def _make(self) -> Button:
        button = Button(self._theme, icon="page", kind="ghost", small=True)
        button.clicked.connect(self._press)
        self._line.addWidget(button)
        return button

    def _press(self) -> None:
        button = self.sender()
        for place, action in enumerate(self._actions):
            if self._pool.all[place] is button:
                self.action_chosen.emit(action.id)
