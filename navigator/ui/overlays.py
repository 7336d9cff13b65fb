"""What lies over the page: drawer, undo line, search, an earlier answer, tour; one is closed for another.

Knows places and which of them may be open together. What they show comes from the window.
"""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from navigator.language import Language
from navigator.pages.scene import StepForm
from navigator.ui.drawer import Drawer
from navigator.ui.notice_line import NoticeLine
from navigator.ui.overlay import Overlay
from navigator.ui.search_overlay import SearchOverlay
from navigator.ui.step_editor import StepEditor
from navigator.ui.theme import Theme
from navigator.ui.tour import Tour


class Overlays:
    """The overlays of one window, children of its `central` widget, under or over the top `bar`."""

    def __init__(self, theme: Theme, language: Language, central: QWidget, bar: QWidget) -> None:
        self._central, self._bar = central, bar
        self.drawer = Drawer(theme, central)
        self.notice = NoticeLine(theme, language, central)
        self.search = SearchOverlay(theme, language, central)
        self.editor = StepEditor(theme, language, central)
        self.tour = Tour(theme, language, central)

    def top(self) -> Overlay | None:
        """What a press of Esc closes now."""
        return next((over for over in (*self._covering(), self.drawer) if over.isVisible()), None)

    def covered(self) -> bool:
        """Whether the whole window lies under something."""
        return any(over.isVisible() for over in self._covering())

    def uncover(self) -> None:
        """Close search and drawer; what comes next takes the focus."""
        self.search.close_overlay(restore=False)
        self.drawer.close_overlay(restore=False)

    def open_drawer(self) -> None:
        """The patient over the page, under the bar."""
        if not self.drawer.isVisible():
            self.drawer.open_over(self._below_bar())

    def open_search(self) -> None:
        """The search over everything."""
        self.tour.close_overlay()
        self.search.open_search(self._central.rect())

    def open_tour(self) -> None:
        """The tour over everything."""
        self.uncover()
        self.tour.open_tour(self._central.rect())

    def show_form(self, form: StepForm | None) -> None:
        """An earlier answer over everything, to be given anew; None: it is done."""
        if form is None:
            self.editor.close_overlay()
        else:
            self.editor.show_form(form, self._central.rect())

    def place(self, notice: QRect, widest: int) -> None:
        """Follow the size of the window; the undo line lies at the foot of `notice`, at most `widest`."""
        if self.drawer.isVisible():
            self.drawer.setGeometry(self._below_bar())
        if not self.notice.isHidden():
            self.notice.place(notice, widest)
        for over in self._covering():
            if over.isVisible():
                over.setGeometry(self._central.rect())
                over.raise_()  # the panel that comes back beside the page would lie over it

    def _covering(self) -> tuple[Overlay, ...]:
        return self.tour, self.search, self.editor

    def _below_bar(self) -> QRect:
        top = self._bar.height()
        return QRect(0, top, self._central.width(), self._central.height() - top)
