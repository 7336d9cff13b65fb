"""The pages, one on the screen at a time: turning to one, its scroll, its focus, find in the page.

The same page shown again keeps its scroll and its focus; a new one opens at its top, the focus on its title.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.article_page import ArticlePage
from navigator.ui.checklist_page import ChecklistPage
from navigator.ui.compare_page import ComparePage
from navigator.ui.document_page import DocumentPage
from navigator.ui.end_page import EndPage
from navigator.ui.map_page import MapPage
from navigator.ui.page_view import PageView
from navigator.ui.plan_page import PlanPage
from navigator.ui.settings_page import SettingsPage
from navigator.ui.stage_page import StagePage
from navigator.ui.start_page import StartPage
from navigator.ui.theme import Theme
from navigator.ui.treatment_page import TreatmentPage
from navigator.ui.what_if_page import WhatIfPage
from navigator.ui.window_keys import NUMBER_KEYS, STRIP_KEYS, bind

PageKey = tuple[str, str]


class PageStack(QStackedWidget):
    """The pages. They are made once and shown again."""

    document_asked = Signal()  # the page on the screen as a document
    plan_asked = Signal()  # the plan of the treatment on the screen

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.start_page = StartPage(theme)
        self.stage_page = StagePage(theme, language)
        self.treatment_page = TreatmentPage(theme, language)
        self.plan_page = PlanPage(theme, language)
        self.end_page = EndPage(theme, language)
        self.article_page = ArticlePage(theme, language)
        self.map_page = MapPage(theme, language)
        self.compare_page = ComparePage(theme)
        self.what_if_page = WhatIfPage(theme, language)
        self.checklist_page = ChecklistPage(theme, language)
        self.settings_page = SettingsPage(theme)
        self.document_page = DocumentPage(theme, language)
        self.travelling = False  # the page to come was left before: the focus returns to where it was
        self._key: PageKey | None = None
        self._focus_of: dict[PageKey, tuple[str, int]] = {}  # the name of what had the focus, and which of that name
        self._strips: tuple[scene.Strip, ...] = ()
        self._scroll_goal = 0
        self.views: dict[type[scene.Page], PageView] = {
            scene.StartPage: self.start_page,
            scene.StagePage: self.stage_page,
            scene.TreatmentPage: self.treatment_page,
            scene.PlanPage: self.plan_page,
            scene.EndPage: self.end_page,
            scene.ArticlePage: self.article_page,
            scene.MapPage: self.map_page,
            scene.ComparePage: self.compare_page,
            scene.WhatIfPage: self.what_if_page,
            scene.ChecklistPage: self.checklist_page,
            scene.SettingsPage: self.settings_page,
            scene.DocumentPage: self.document_page,
        }
        for view in self.views.values():
            self.addWidget(view)
        self._type_keys = [bind(self.start_page, keys, self._press_type, inside=True) for keys in NUMBER_KEYS]
        bind(self.start_page, STRIP_KEYS, self._press_strip, inside=True)
        bind(self, ("Ctrl+P",), self.print_page)
        bind(self, ("Ctrl+D",), self.plan_asked.emit)
        self.plan_page.back_asked.connect(self._travel)

    def page(self) -> PageView:
        """The page on the screen."""
        return next(v for v in self.views.values() if v is self.currentWidget())

    def is_other(self, page: scene.Page) -> bool:
        """Whether `page` is not the one on the screen."""
        return page.key != self._key

    def show_page(self, page: scene.Page) -> None:
        """Show `page`, turning to it where it is another one."""
        other, key = self.is_other(page), page.key
        if other:
            self._remember_focus()
            self._turn_to(self.views[type(page)])  # first: what is hidden would be laid out twice
        if isinstance(page, scene.StartPage):
            self._strips = page.strips
        self.page().show_page(page)
        self._key = key
        if other:
            self.set_scroll_position(0)
            self._focus_target(self.page(), key).setFocus(Qt.FocusReason.OtherFocusReason)
        self.travelling = False

    def _turn_to(self, view: PageView) -> None:
        """Show `view`; only the page on the screen says how wide the window must be."""
        for other in self.views.values():
            policy = QSizePolicy.Policy.Preferred if other is view else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self.setCurrentWidget(view)

    def fit_window(self, width: int, height: int) -> None:
        """Lay the pages out for a window of that size, in pixels of the plain text size."""
        for view in self.views.values():
            view.fit_window(width, height)

    def scroll_position(self) -> int:
        """How far the page is scrolled."""
        return self.page().scroll_position()

    def set_scroll_position(self, value: int) -> None:
        """Scroll the page to `value`, now and once more when it is laid out."""
        self._scroll_goal = value
        self.page().set_scroll_position(value)
        if value:
            QTimer.singleShot(0, self, self._settle_scroll)

    def open_find(self) -> None:
        """Open find in the page, where there is a text to search."""
        self.page().open_find()

    def print_page(self) -> None:
        """The printer for a document on the screen, for any other page its document."""
        if self.page() is self.document_page:
            self.document_page.print_now()
        elif self.page() is self.plan_page:
            self.plan_page.print_now()
        else:
            self.document_asked.emit()

    def _travel(self) -> None:
        self.travelling = True

    def _remember_focus(self) -> None:
        focused = self.window().focusWidget()
        if self._key is not None and focused is not None and self.isAncestorOf(focused):
            name = focused.accessibleName()
            alike = self._stops_named(self.page(), name)
            self._focus_of[self._key] = name, alike.index(focused) if focused in alike else 0

    def _focus_target(self, page: PageView, key: PageKey) -> QWidget:
        name, place = self._focus_of.get(key, ("", 0)) if self.travelling else ("", 0)
        alike = self._stops_named(page, name) if name else []
        return alike[min(place, len(alike) - 1)] if alike else page.entry()

    @staticmethod
    def _stops_named(page: PageView, name: str) -> list[QWidget]:
        """What can take the focus under that name, from top to bottom."""
        stops = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.accessibleName() == name
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and widget.isVisibleTo(page)
            and widget.isEnabled()
        ]
        return sorted(stops, key=lambda widget: widget.mapTo(page, QPoint(0, 0)).toTuple()[::-1])

    def _settle_scroll(self) -> None:
        self.page().set_scroll_position(self._scroll_goal)

    def _press_type(self) -> None:
        number = next((n for n, keys in enumerate(self._type_keys) if self.sender() in keys), -1)
        cards = [c for c in self.start_page.cards.all if not c.isHidden()]
        if 0 <= number < len(cards):
            cards[number].click()

    def _press_strip(self) -> None:
        shortcut = self.sender()
        key = shortcut.key().toString() if isinstance(shortcut, QShortcut) else ""
        for strip, button in zip(self._strips, self.start_page.strips.all, strict=False):
            if strip.key == key:
                button.click()
                return
