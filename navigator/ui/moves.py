"""The ways on from a page or a note, as a row of buttons. Knows ids and labels, not where they lead."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.pages.scene import Move
from navigator.ui.controls import Button
from navigator.ui.flow import Flow, Pool
from navigator.ui.theme import Theme


class MoveButton(Button):
    """One way on."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._move = ""
        self.clicked.connect(self._emit)

    def show_move(self, move: Move) -> None:
        """Show `move`."""
        self._move = move.id
        self.setObjectName(move.id)
        self.show_label(move.label)
        self.set_kind("primary" if move.primary else "secondary")

    def _emit(self) -> None:
        self.chosen.emit(self._move)


class MoveRow(QWidget):
    """The ways on, side by side; in several lines where the width ends."""

    move_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flow = Flow(self, gap=10, line_gap=8)
        self._buttons = Pool(self._make)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_moves(self, moves: Sequence[Move]) -> None:
        """Offer `moves`; none takes no place."""
        for button, move in zip(self._buttons.take(len(moves)), moves, strict=True):
            button.show_move(move)
        self.setVisible(bool(moves))

    def buttons(self) -> list[QWidget]:
        """The buttons in their order, for the Tab key."""
        return list(self._buttons.all)

    def press_first(self) -> None:
        """As if the first of them was pressed."""
        self._buttons.all[0].click()

    def _make(self) -> MoveButton:
        button = MoveButton(self._theme)
        button.chosen.connect(self.move_chosen)
        self._flow.addWidget(button)
        return button
