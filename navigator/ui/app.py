"""The composition root of the window: builds the parts, connects their signals, keeps the settings.

The only place that connects signals between parts. Knows every widget by name and no medicine.
"""

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import Scene
from navigator.pages.sitting import Sitting
from navigator.ui import settings as remembered
from navigator.ui.main_window import MainWindow
from navigator.ui.reporter import Reporter
from navigator.ui.session import Session
from navigator.ui.settings import Settings
from navigator.ui.theme import Theme, load_fonts

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


def settings_file() -> Path:
    """Where the settings live, as the system wants it."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)) / "settings.json"


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, with our style and fonts."""
    app = QApplication(arguments)
    app.setApplicationName("navigator")
    app.setApplicationDisplayName("Navigateur")
    app.setDesktopFileName("navigator")
    app.setStyle("Fusion")
    load_fonts()
    return app


class App(QObject):
    """The running window: one theme, one session, one main window at a time (a new one for a new language)."""

    def __init__(
        self, qt: QApplication, guideline: Guideline, today: date, file: Path, *, built_in_because: str = ""
    ) -> None:
        super().__init__()
        self._qt = qt
        self._file = file
        self._settings = remembered.read(file)
        zoom = self._settings.zoom if self._settings.zoom in ZOOMS else 100
        language = _language(self._settings.language)
        known = guideline.sources.get(self._settings.reading)
        reading = self._settings.reading if known is not None and known.reading else ""
        self.theme = Theme()
        self.theme.zoom = zoom / 100
        self.theme.mode = self._mode()
        self.theme.apply(qt)
        sitting = Sitting(
            guideline, language, today, reading, built_in_because=built_in_because, seen=self._settings.seen
        )
        self.session = Session(guideline, sitting)
        self.window = self._make_window(language)
        qt.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.session.show()

    def language(self) -> Language:
        """The language of the window."""
        return self.session.desk.language

    def _make_window(self, language: Language) -> MainWindow:
        window = MainWindow(self.theme, language)
        self._connect_session(window)
        self._connect_pages(window)
        self._connect_views(window)
        self._connect_window(window)
        return window

    def _connect_session(self, window: MainWindow) -> None:
        session = self.session
        session.scene_changed.connect(window.show_scene)
        session.scene_changed.connect(self._remember_reading)
        session.hits_found.connect(window.search.show_hits)
        session.proposals_found.connect(window.patient_panel.show_proposals)
        session.field_wanted.connect(window.focus_factor)
        session.scroll_wanted.connect(window.set_scroll_position)
        session.section_wanted.connect(window.treatment_page.go_to)
        session.follow_scroll(window.scroll_position)

    def _connect_pages(self, window: MainWindow) -> None:
        session = self.session
        window.start_page.type_chosen.connect(session.choose_type)
        window.start_page.article_chosen.connect(session.open_article)
        window.start_page.reading_chosen.connect(session.choose_reading)
        window.start_page.move_chosen.connect(session.move)
        window.start_page.news_dismissed.connect(session.dismiss_news)
        stage = window.stage_page
        stage.treatment_opened.connect(session.open_treatment)
        stage.factor_answered.connect(session.answer)
        stage.reading_chosen.connect(session.choose_reading)
        stage.move_chosen.connect(session.move)
        stage.draft_changed.connect(session.change_draft)
        stage.outcome_chosen.connect(session.record_outcome)
        window.rail.step_chosen.connect(session.open_node)
        window.rail.trial_revised.connect(session.revise_trial)
        page = window.treatment_page
        page.trial_started.connect(session.start_trial)
        page.factor_asked.connect(session.want_field)
        page.article_chosen.connect(session.open_article)
        page.back_asked.connect(session.back)
        window.checklist_page.finding_answered.connect(session.find)
        window.rail.sheet_chosen.connect(session.open_article)
        for read in (window.end_page, window.article_page, window.checklist_page):
            read.move_chosen.connect(session.move)
            read.article_chosen.connect(session.open_article)
        panel = window.patient_panel
        panel.factor_answered.connect(session.answer)
        panel.unit_chosen.connect(session.choose_unit)
        panel.group_closed.connect(session.close_group)
        panel.all_closed.connect(session.close_all)
        panel.line_told.connect(session.tell)
        panel.line_typed.connect(session.propose)
        panel.new_patient.connect(session.new_patient)

    def _connect_views(self, window: MainWindow) -> None:
        session, tree = self.session, window.map_page
        tree.cell_chosen.connect(session.go_to)
        tree.leaving_answered.connect(session.answer_leaving)
        tree.back_asked.connect(session.back)

    def _connect_window(self, window: MainWindow) -> None:
        session = self.session
        pairs: tuple[tuple[str, Callable[..., object]], ...] = (
            ("undo", session.undo),
            ("redo", session.redo),
            ("back", session.back),
            ("forward", session.forward),
            ("home", session.home),
            ("new_patient", session.new_patient),
            ("help_asked", session.open_help),
            ("map_asked", session.open_map),
            ("theme_asked", self._turn_theme),
            ("language_asked", self._turn_language),
            ("zoom_changed", self._zoom),
        )
        for name, slot in pairs:
            getattr(window, name).connect(slot)
        window.search.typed.connect(session.search)
        window.search.hit_chosen.connect(session.open_hit)

    def _turn_language(self) -> None:
        """The other language: the window is built anew, the consultation stays."""
        old = self.window
        language = Language.EN if self.language() is Language.FR else Language.FR
        self._keep(language=language.value)
        self.session.scene_changed.disconnect()
        self.session.hits_found.disconnect()
        self.session.proposals_found.disconnect()
        self.session.field_wanted.disconnect()
        self.session.scroll_wanted.disconnect()
        self.session.section_wanted.disconnect()
        self.session.speak(language)
        self.window = self._make_window(language)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.session.show()
        self.window.show()
        old.close()
        old.deleteLater()

    def _turn_theme(self) -> None:
        mode = "dark" if self.theme.mode == "light" else "light"
        self._keep(theme=mode)
        self.theme.set_mode(mode)

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self.theme.set_mode(self._mode())

    def _mode(self) -> str:
        if self._settings.theme in ("light", "dark"):
            return self._settings.theme
        dark = self._qt.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _zoom(self, step: int) -> None:
        at = ZOOMS.index(round(self.theme.zoom * 100))
        zoom = 100 if step == 0 else ZOOMS[max(0, min(len(ZOOMS) - 1, at + step))]
        self._keep(zoom=zoom)
        self.theme.set_zoom(zoom / 100)

    def _remember_reading(self, _scene: Scene) -> None:
        reading = self.session.desk.moment.reading
        seen = self.session.desk.seen
        if (reading, seen) != (self._settings.reading, self._settings.seen):
            self._keep(reading=reading, seen=seen)

    def _keep(self, **changes: object) -> None:
        values = {f: getattr(self._settings, f) for f in Settings.__slots__} | changes
        self._settings = Settings(**values)
        remembered.write(self._file, self._settings)


def _language(kept: str) -> Language:
    if kept in ("fr", "en"):
        return Language(kept)
    return Language.EN if QLocale.system().language() is QLocale.Language.English else Language.FR


def run(
    guideline: Guideline, today: date, *, built_in_because: str = "", place: str = "", factors: tuple[str, ...] = ()
) -> int:
    """Open the window at `place` (a node or treatment) and stay until it is closed; the exit code.

    `factors` are `name=value` as on the command line. Raises `Refused` for one that cannot be taken.
    """
    qt = make_application(sys.argv[:1])
    reporter = Reporter(partial(_language, ""))
    sys.excepthook = reporter
    app = App(qt, guideline, today, settings_file(), built_in_because=built_in_because)
    reporter.language = app.language
    app.session.open_at(place, factors)
    app.window.show()
    return qt.exec()
