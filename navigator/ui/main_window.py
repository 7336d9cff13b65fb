"""What the window shows: top bar, rail, page, patient; which of them is seen at which width; the keys of the whole.

Knows places and focus. Everything shown comes in one Scene, everything asked goes out as a signal.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from navigator.language import Language
from navigator.pages.scene import ChecklistPage, ComparePage, MapPage, Scene, StepForm
from navigator.pages.scene import PatientPanel as PatientScene
from navigator.pages.scene import StartPage as StartScene
from navigator.ui import regions
from navigator.ui.flow import column, row
from navigator.ui.icons import window_icon
from navigator.ui.overlays import Overlays
from navigator.ui.page_stack import PageStack
from navigator.ui.pages_window import PagesWindow
from navigator.ui.panel_edge import PanelEdge
from navigator.ui.patient_panel import PatientPanel
from navigator.ui.patient_place import PatientPlace
from navigator.ui.rail import Rail
from navigator.ui.speaker import Speaker
from navigator.ui.tab_chain import chain
from navigator.ui.theme import Theme
from navigator.ui.top_bar import TopBar
from navigator.ui.window_keys import SideButtons, bind

NARROW, WIDE, _TIGHT = 1180, 1600, 760
_ON_RAIL, _ON_PAGE = 232, 320  # how wide the undo line may be there
_WHOLE = (StartScene, MapPage, ComparePage)  # pages that take the width: no rail, the patient in the drawer


class MainWindow(PagesWindow):
    """Everything inside the frame of the window."""

    undo = Signal()
    redo = Signal()
    back = Signal()
    forward = Signal()
    home = Signal()
    new_patient = Signal()
    note_asked = Signal()
    search_asked = Signal()
    theme_asked = Signal()
    language_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    map_asked = Signal()
    panel_settled = Signal(int)  # how wide the patient panel was drawn; 0: as it comes
    zoom_changed = Signal(int)  # +1 larger, -1 smaller, 0 as it was

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._dress)  # before any part: the parts then measure themselves in the new clothes
        self._dress()
        self._scene: Scene | None = None
        self.speaker = Speaker(self)
        self._narrow: bool | None = None
        self.top_bar = TopBar(theme, language)
        self.rail = Rail(theme, language)
        self.pages = PageStack(theme, language)
        self._panel = PatientPanel(theme, language)
        self._patient: PatientScene | None = None  # what the panel will show when someone looks at it
        self.edge = PanelEdge(theme, language, self._panel)
        QWidget.setTabOrder(self._panel.clear_button, self.edge)
        self._side_buttons = SideButtons(self)
        self._central = QWidget()
        self._row = row(self.rail, self.pages, self._panel)
        self._over = Overlays(theme, language, self._central, self.top_bar)
        self.drawer, self.notice = self._over.drawer, self._over.notice
        self.search, self.tour, self.editor = self._over.search, self._over.tour, self._over.editor
        self._patient_place = PatientPlace(theme, self._panel, self.edge, self._row, self.drawer)
        self._build()
        self._connect()
        self._bind_keys()
        self._fit()

    def _build(self) -> None:
        self._row.setStretch(1, 1)
        column(self.top_bar, self._row, into=self._central).setStretch(1, 1)
        self.setCentralWidget(self._central)
        self.setWindowIcon(window_icon())

    def _connect(self) -> None:
        bar = self.top_bar
        bar.back.connect(self._go_back)
        bar.forward.connect(self._go_forward)
        bar.search_asked.connect(self.open_search)
        bar.patient_asked.connect(self._toggle_patient)
        for name in ("home", "theme_asked", "language_asked", "settings_asked", "help_asked"):
            getattr(bar, name).connect(getattr(self, name))
        bar.map_asked.connect(self._ask_map)
        self.rail.map_asked.connect(self._ask_map)
        self.edge.drawn.connect(self.set_panel_width)
        self.edge.settled.connect(self.panel_settled)
        self.notice.undo.connect(self.undo)
        self.notice.gone.connect(self._place_overlays)
        self._side_buttons.back.connect(self._go_back)
        self._side_buttons.forward.connect(self._go_forward)
        self._theme.changed.connect(self._fit)

    def _bind_keys(self) -> None:
        bind(self, ("Alt+Left", Qt.Key.Key_Back), self._go_back)
        bind(self, ("Alt+Right", Qt.Key.Key_Forward), self._go_forward)
        bind(self, ("Alt+Home",), self.home.emit)
        bind(self, ("Ctrl+Z",), self.undo.emit)
        bind(self, ("Ctrl+Shift+Z", "Ctrl+Y"), self.redo.emit)
        bind(self, ("Ctrl+Shift+C",), self.note_asked.emit)
        bind(self, ("Ctrl+Shift+N",), self._clear_patient)
        bind(self, ("Ctrl+K",), self.open_search)
        bind(self, ("Ctrl+F",), self.pages.open_find)
        bind(self, ("Ctrl+M",), self._ask_map)
        bind(self, ("Ctrl+T",), self.theme_asked.emit)
        bind(self, ("Ctrl++", "Ctrl+="), self._larger)
        bind(self, ("Ctrl+-",), self._smaller)
        bind(self, ("Ctrl+0", "Ctrl+À"), self._plain_size)  # à: the 0 of a French keyboard, unshifted
        bind(self, ("Ctrl+,",), self.settings_asked.emit)
        bind(self, ("F1",), self.help_asked.emit)
        bind(self, ("F2",), self._first_asked)
        bind(self, ("F3",), self._nothing_else)
        bind(self, ("F4",), self._to_outcome)
        bind(self, ("F6",), self._next_region)
        bind(self, ("Shift+F6",), self._previous_region)

    def _dress(self) -> None:
        self.setStyleSheet(self._theme.sheet())

    # --- what is shown

    def show_scene(self, scene: Scene) -> None:
        """Show another state of everything; the same page keeps its scroll and its focus."""
        before, self._scene = self._scene, scene
        other = self.pages.is_other(scene.page)
        if other:
            self._over.uncover()
        self.setWindowTitle(scene.title)
        self.top_bar.show_can(scene.can)
        on_start, whole = isinstance(scene.page, StartScene), self._is_whole()
        self.top_bar.show_patient(scene.patient.summary if scene.patient and not on_start else "", drawer=whole)
        self.top_bar.show_map(isinstance(scene.page, MapPage))
        self.rail.show_rail(scene.rail)
        self._patient = scene.patient
        if self.isVisible():
            self._show_patient()
        self._fit()
        self.pages.show_page(scene.page)
        chain((self.top_bar.help_button, *self.rail.stops(), *self.pages.page().stops()))
        if before is None or other or scene.notice != before.notice or scene.rail != before.rail:
            self.notice.show_notice(scene.notice, scene.undoable)
        self._place_overlays()
        QTimer.singleShot(0, self, self._place_overlays)  # once more when the page is laid out
        self._speak(before, scene, other)

    def _speak(self, before: Scene | None, scene: Scene, other: bool) -> None:
        """Tell a screen reader what was done, and the page where it is another or says something else."""
        news = [scene.notice] if before is None or scene.notice != before.notice else []
        if other or before is None or scene.announce != before.announce:
            news.append(scene.announce)
        self.speaker.forget()
        self.speaker.say(" ".join(text for text in news if text))

    def show_form(self, form: StepForm | None) -> None:
        """Open an earlier answer again; None: it is done."""
        self._over.show_form(form)

    def _is_whole(self) -> bool:
        return self._scene is None or isinstance(self._scene.page, _WHOLE)

    # --- the patient

    @property
    def patient_panel(self) -> PatientPanel:
        """The patient, beside the page or in the drawer."""
        if self._patient is not None:
            self._show_patient()
            self._fit()
        return self._panel

    def _show_patient(self) -> None:
        """Show the patient now; in the drawer of a window that was just opened it can wait."""
        if self._patient is not None:
            patient, self._patient = self._patient, None
            self._panel.show_patient(patient)

    def make_next(self) -> bool:
        """Make one thing that the window could do without so far; False where all is there."""
        waited = self._patient is not None
        return (waited and self.patient_panel is self._panel) or self.pages.make_next()

    def focus_factor(self, factor: str) -> None:
        """Point at the field of a factor, opening the drawer where the panel is hidden."""
        if self._open_patient():
            self.patient_panel.focus_factor(factor)

    def _first_asked(self) -> None:
        if self._open_patient():
            self.patient_panel.focus_line()

    def _nothing_else(self) -> None:
        """« Rien d’autre » for every group, where there is a patient and a page to judge by."""
        if self._scene is not None and self._scene.patient is not None and not isinstance(self._scene.page, StartScene):
            self.patient_panel.close_all.click()

    def _to_outcome(self) -> None:
        """The treatment tried, in the outcome bar of a stage."""
        if self.pages.has("stage_page") and self.stage_page.outcome.isVisible():
            self.search.close_overlay()
            self.drawer.close_overlay(restore=False)
            regions.focus(self.stage_page.outcome.trial)

    def _toggle_patient(self) -> None:
        if self.drawer.isVisible():
            self.drawer.close_overlay()
        else:
            self._first_asked()

    def _open_patient(self) -> bool:
        """Bring the panel on the screen; False in reference mode."""
        if self._scene is None or self._scene.patient is None:
            return False
        self.search.close_overlay()
        if self._in_drawer():
            self._over.open_drawer()
        return True

    def _clear_patient(self) -> None:
        self.patient_panel.discard()
        self.new_patient.emit()

    def _in_drawer(self) -> bool:
        return bool(self._narrow) or self._is_whole()

    # --- places

    def _fit(self) -> None:
        """Choose the layout for this size, in pixels of the plain text size."""
        width, height = round(self.width() / self._theme.zoom), round(self.height() / self._theme.zoom)
        if self._narrow != (width < NARROW):
            self._narrow = width < NARROW
            self.rail.set_mini(self._narrow)
        self.top_bar.set_narrow(self._narrow, tight=width < _TIGHT)
        self.pages.fit_window(width, height)
        if not self._in_drawer():  # of a window that only now has its size, too
            self._show_patient()
        focused = self.focusWidget()
        self._show_sides(wide=width >= WIDE)
        if focused is not None and self.focusWidget() is None:  # Qt takes it from what changes its parent
            (focused if focused.isVisible() else self.pages.page().title).setFocus(Qt.FocusReason.OtherFocusReason)
        self._place_overlays()

    def _show_sides(self, *, wide: bool) -> None:
        """The rail on a walk; the patient beside the page, or in the drawer where there is no room."""
        scene = self._scene
        self.rail.setVisible(scene is not None and not self._is_whole() and bool(scene.rail.steps))
        shown = scene is not None and scene.patient is not None
        self._patient_place.fit(in_drawer=self._in_drawer(), wide=wide, shown=shown)

    def set_panel_width(self, width: int) -> None:
        """Let the patient panel be so wide, in pixels of the plain text size and within limits; 0: as it comes."""
        self._patient_place.draw(width)
        self._fit()

    def open_tour(self) -> None:
        """Open the tour over everything; on the start page it asks which guideline is followed."""
        page = self._scene.page if self._scene is not None else None
        if isinstance(page, StartScene):
            self.tour.show_readings(page.reading_title, page.readings, page.reading)
        self._over.open_tour()

    def _place_overlays(self) -> None:
        self.edge.follow()
        if self.rail.isVisible() and not self._narrow:
            self._over.place(self.rail.geometry().adjusted(0, 0, 0, -self._theme.px(44)), _ON_RAIL)
            self.pages.make_room(0)
        else:
            page = self.pages.geometry()
            self._over.place(page.adjusted(16, 0, 0, -self.pages.page().foot()), _ON_PAGE)
            self.pages.make_room(self.notice.room())

    # --- keys and mouse

    def open_search(self) -> None:
        """Open the search over the page."""
        self._over.open_search()
        self.search_asked.emit()

    def _go_back(self) -> None:
        self._travel()
        self.back.emit()
        self.pages.travelling = False

    def _go_forward(self) -> None:
        self._travel()
        self.forward.emit()
        self.pages.travelling = False

    def _travel(self) -> None:
        self.pages.travelling = True

    def _ask_map(self) -> None:
        self.pages.travelling = self._scene is not None and isinstance(self._scene.page, MapPage)
        self.map_asked.emit()

    def _larger(self) -> None:
        self.zoom_changed.emit(1)

    def _smaller(self) -> None:
        self.zoom_changed.emit(-1)

    def _plain_size(self) -> None:
        self.zoom_changed.emit(0)

    def regions(self) -> list[QWidget]:
        """What F6 goes through, in its order."""
        outcome = (self.stage_page.outcome,) if self.pages.has("stage_page") else ()
        sides = (self.top_bar, self.rail, self.pages, *outcome, self.patient_panel, self.notice)
        return [region for region in sides if region.isVisible()]

    def _next_region(self) -> None:
        self._go_region(1)

    def _previous_region(self) -> None:
        self._go_region(-1)

    def _go_region(self, step: int) -> None:
        if not self._over.covered():
            entries: dict[QWidget, QWidget] = {self.pages: self.pages.page().title}
            if self.pages.has("stage_page"):
                entries[self.stage_page.outcome] = self.stage_page.outcome.trial
            regions.go(self.regions(), self.focusWidget(), step, entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the page, wherever the focus is; from help and findings it leads back."""
        if event.key() == Qt.Key.Key_Escape:
            over = self._over.top()
            if over is not None:
                over.close_overlay()
            elif self._scene is not None and self._is_beside(self._scene):
                self._go_back()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_beside(scene: Scene) -> bool:
        """Whether Esc leaves the page: the help, and the findings that were opened beside the walk."""
        kind, id = scene.page.key
        return (kind, id) == ("article", "help") or (isinstance(scene.page, ChecklistPage) and scene.can.back)

    def showEvent(self, event: QShowEvent) -> None:
        """The window of the system, ours or the frame around us, exists from now on."""
        super().showEvent(event)
        self._side_buttons.watch(self.window().windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._fit()
