"""The pages, one on the screen at a time: turning to one, its scroll, its focus, find in the page.

The same page shown again keeps its scroll and its focus; a new one opens at its top, the focus on its title.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.page_view import PageView
from navigator.ui.start_page import StartPage
from navigator.ui.theme import Theme
from navigator.ui.window_keys import NUMBER_KEYS, STRIP_KEYS, bind

if TYPE_CHECKING:
    from navigator.ui.article_page import ArticlePage
    from navigator.ui.checklist_page import ChecklistPage
    from navigator.ui.compare_page import ComparePage
    from navigator.ui.document_page import DocumentPage
    from navigator.ui.end_page import EndPage
    from navigator.ui.map_page import MapPage
    from navigator.ui.plan_page import PlanPage
    from navigator.ui.settings_page import SettingsPage
    from navigator.ui.stage_page import StagePage
    from navigator.ui.treatment_page import TreatmentPage
    from navigator.ui.what_if_page import WhatIfPage

PageKey = tuple[str, str]
_PAGES: Mapping[type[scene.Page], str] = {
    scene.StartPage: "start_page",
    scene.StagePage: "stage_page",
    scene.TreatmentPage: "treatment_page",
    scene.PlanPage: "plan_page",
    scene.EndPage: "end_page",
    scene.ArticlePage: "article_page",
    scene.MapPage: "map_page",
    scene.ComparePage: "compare_page",
    scene.WhatIfPage: "what_if_page",
    scene.ChecklistPage: "checklist_page",
    scene.SettingsPage: "settings_page",
    scene.DocumentPage: "document_page",
}
_SOON = ("stage_page", "treatment_page")  # made beforehand; a page that nobody opens costs each change of theme
_LEFT_BY = {  # the signal by which a page is left for one that was seen before: the focus returns there
    "treatment_page": "back_asked",
    "plan_page": "back_asked",
    "map_page": "back_asked",
    "document_page": "back_asked",
    "compare_page": "back_asked",
    "what_if_page": "move_chosen",
}
P = TypeVar("P", bound=PageView)


class PageStack(QStackedWidget):
    """The pages. Each is made when it is first asked for, once, and shown again."""

    made = Signal(str, object)  # a page that exists from now on, after its name: "plan_page"
    document_asked = Signal()  # the page on the screen as a document
    plan_asked = Signal()  # the plan of the treatment on the screen

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._window_size = (0, 0)
        self.travelling = False  # the page to come was left before: the focus returns to where it was
        self._key: PageKey | None = None
        self._focus_of: dict[PageKey, tuple[str, int]] = {}  # the name of what had the focus, and which of that name
        self._strips: tuple[scene.Strip, ...] = ()
        self._scroll_goal = 0
        self._views: dict[str, PageView] = {}
        self._type_keys = [bind(self.start_page, keys, self._press_type, inside=True) for keys in NUMBER_KEYS]
        bind(self.start_page, STRIP_KEYS, self._press_strip, inside=True)
        bind(self, ("Ctrl+P",), self.print_page)
        bind(self, ("Ctrl+D",), self.plan_asked.emit)

    @cached_property
    def start_page(self) -> StartPage:
        """The first page."""
        return self._added("start_page", StartPage(self._theme))

    @cached_property
    def stage_page(self) -> "StagePage":
        """A stage of the walk."""
        from navigator.ui.stage_page import StagePage

        return self._added("stage_page", StagePage(self._theme, self._language))

    @cached_property
    def treatment_page(self) -> "TreatmentPage":
        """One treatment."""
        from navigator.ui.treatment_page import TreatmentPage

        return self._added("treatment_page", TreatmentPage(self._theme, self._language))

    @cached_property
    def plan_page(self) -> "PlanPage":
        """The dosing calendar."""
        from navigator.ui.plan_page import PlanPage

        return self._added("plan_page", PlanPage(self._theme, self._language))

    @cached_property
    def end_page(self) -> "EndPage":
        """The end of a walk."""
        from navigator.ui.end_page import EndPage

        return self._added("end_page", EndPage(self._theme, self._language))

    @cached_property
    def article_page(self) -> "ArticlePage":
        """A page to read."""
        from navigator.ui.article_page import ArticlePage

        return self._added("article_page", ArticlePage(self._theme, self._language))

    @cached_property
    def map_page(self) -> "MapPage":
        """The whole tree."""
        from navigator.ui.map_page import MapPage

        return self._added("map_page", MapPage(self._theme, self._language))

    @cached_property
    def compare_page(self) -> "ComparePage":
        """Treatments side by side."""
        from navigator.ui.compare_page import ComparePage

        return self._added("compare_page", ComparePage(self._theme))

    @cached_property
    def what_if_page(self) -> "WhatIfPage":
        """Another patient, supposed."""
        from navigator.ui.what_if_page import WhatIfPage

        return self._added("what_if_page", WhatIfPage(self._theme, self._language))

    @cached_property
    def checklist_page(self) -> "ChecklistPage":
        """The DN4 and the red flags."""
        from navigator.ui.checklist_page import ChecklistPage

        return self._added("checklist_page", ChecklistPage(self._theme, self._language))

    @cached_property
    def settings_page(self) -> "SettingsPage":
        """The settings."""
        from navigator.ui.settings_page import SettingsPage

        return self._added("settings_page", SettingsPage(self._theme))

    @cached_property
    def document_page(self) -> "DocumentPage":
        """A leaflet, a letter or the note."""
        from navigator.ui.document_page import DocumentPage

        return self._added("document_page", DocumentPage(self._theme, self._language))

    def page(self) -> PageView:
        """The page on the screen; the first page before any was shown."""
        return next((v for v in self._views.values() if v is self.currentWidget()), self.start_page)

    def follow(self, slot: Callable[[str, object], object]) -> None:
        """Call `slot` with the name and each page: those that are there now, every other when it is made."""
        for name, view in self._views.items():
            slot(name, view)
        self.made.connect(slot)

    def has(self, name: str) -> bool:
        """Whether the page called so was made."""
        return name in self._views

    def make_next(self) -> bool:
        """Make one page that most will open and that is not there yet; False where there is none."""
        name = next((name for name in _SOON if name not in self._views), "")
        return bool(name) and getattr(self, name) is not None

    def _added(self, name: str, view: P) -> P:
        """Put in a page that is not on the screen yet: it does not say how wide the window must be."""
        setattr(self, name, view)  # what follows may ask for it
        view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.addWidget(view)
        self._views[name] = view
        if any(self._window_size):
            view.fit_window(*self._window_size)
        if name in _LEFT_BY:
            getattr(view, _LEFT_BY[name]).connect(self._travel)
        self.made.emit(name, view)
        return view

    def is_other(self, page: scene.Page) -> bool:
        """Whether `page` is not the one on the screen."""
        return page.key != self._key

    def show_page(self, page: scene.Page) -> None:
        """Show `page`, turning to it where it is another one."""
        other, key = self.is_other(page), page.key
        if other:
            self._remember_focus()
            self._turn_to(getattr(self, _PAGES[type(page)]))  # first: what is hidden would be laid out twice
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
        for other in self._views.values():
            policy = QSizePolicy.Policy.Preferred if other is view else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self.setCurrentWidget(view)

    def make_room(self, height: int) -> None:
        """Leave `height` pixels free at the foot of the page that is looked at, for what lies there for a while."""
        for view in self._views.values():
            view.make_room(height if view is self.currentWidget() else 0)

    def fit_window(self, width: int, height: int) -> None:
        """Lay the pages out for a window of that size, in pixels of the plain text size."""
        self._window_size = (width, height)
        for view in self._views.values():
            view.fit_window(width, height)

    def go_to_section(self, section: str) -> None:
        """Scroll the treatment on the screen to one of its parts."""
        self.treatment_page.go_to(section)

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
        page = self.page()
        if page is self._views.get("document_page"):
            self.document_page.print_now()
        elif page is self._views.get("plan_page"):
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
