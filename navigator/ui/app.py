"""The composition root of the window: builds the parts and connects their signals.

The only place that connects signals between parts. Knows every widget by name and no medicine.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages.scene import Scene
from navigator.pages.settings import Settings
from navigator.pages.sitting import Sitting
from navigator.policy import Policy
from navigator.problems import Problem
from navigator.ui.checker import Checker
from navigator.ui.frame import Frame
from navigator.ui.idle import Idle
from navigator.ui.main_window import MainWindow
from navigator.ui.opening import make_frame, settings_file
from navigator.ui.page_wires import PageWires
from navigator.ui.preferences import Preferences
from navigator.ui.reporter import Reporter
from navigator.ui.session import Session
from navigator.ui.theme import Theme
from navigator.ui.tongue import Tongue

NOT_FIXED = Policy()
_FURNISH_MS, _PAUSE_MS = 250, 20  # after the window is there, and between two things made beforehand


def _keep_no_history() -> None:
    """Qt's own file dialog remembers the folders that were looked into, in a file of its own: not here."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


class App(QObject):
    """The running window: one theme, one session, one main window at a time (a new one for a new language)."""

    def __init__(
        self,
        qt: QApplication,
        guideline: Guideline,
        today: date,
        file: Path,
        *,
        built_in_because: Problem | None = None,
        policy: Policy = NOT_FIXED,
        frame: Frame | None = None,
    ) -> None:
        super().__init__()
        _keep_no_history()
        self.frame = make_frame(qt, file, policy) if frame is None else frame
        self._qt, self._reading = qt, guideline.reading
        policy = _followed(policy, guideline)
        self.theme = Theme()
        self.preferences = Preferences(qt, self.theme, file, policy)
        self.theme.apply(qt)
        self._tongue = Tongue(qt, self)
        self.session = Session(guideline, self._sitting(guideline, today, built_in_because, policy))
        self.checker = Checker(today, self)
        self.checker.found.connect(self.session.show_findings)
        self._idle_minutes = policy.idle_minutes
        self.idle = Idle(qt, policy.idle_minutes, time.time) if policy.idle_minutes else None
        if self.idle is not None:
            self.idle.left.connect(self._leave)
        self._connect_preferences()
        self._wires = PageWires(self.session, self.preferences, self._move, self._copy, self._hand_out_plan)
        self.window = self._make_window(self.language())
        self.session.show()
        self.frame.take(self.window)
        self.wants_tour = policy.tour and not self.preferences.settings.toured

    def _sitting(self, guideline: Guideline, today: date, because: Problem | None, policy: Policy) -> Sitting:
        wanted = guideline.sources.get(self.preferences.reading())
        sitting = Sitting(
            guideline,
            self.preferences.language(),
            today,
            wanted.id if wanted is not None and wanted.reading else "",
            reference=not policy.patient_panel,
            built_in_because=because,
            seen=self.preferences.settings.seen,
            policy=policy,
        )
        sitting.know(self.preferences.settings)
        return sitting

    def language(self) -> Language:
        """The language of the window."""
        return self.session.desk.language

    def _make_window(self, language: Language) -> MainWindow:
        self._tongue.speak(language)
        window = MainWindow(self.theme, language)
        window.set_panel_width(self.preferences.settings.panel)
        self._connect_session(window)
        window.pages.follow(self._wires.connect)
        window.pages.document_asked.connect(self.session.open_to_print)
        window.pages.plan_asked.connect(self.session.open_plan)
        self._connect_panel(window)
        self._connect_rail(window)
        self._connect_window(window)
        return window

    def _connect_preferences(self) -> None:
        chosen = self.preferences
        chosen.changed.connect(self._use)
        chosen.language_chosen.connect(self._speak)
        chosen.reading_chosen.connect(self._read_by)
        chosen.said.connect(self.session.remark)

    def _connect_session(self, window: MainWindow) -> None:
        session = self.session
        session.scene_changed.connect(window.show_scene)
        session.scene_changed.connect(self._keep_reading)
        session.hits_found.connect(window.search.show_hits)
        session.proposals_found.connect(window.patient_panel.show_proposals)
        session.form_ready.connect(window.show_form)
        session.field_wanted.connect(window.focus_factor)
        session.scroll_wanted.connect(window.pages.set_scroll_position)
        session.section_wanted.connect(window.pages.go_to_section)
        session.follow_scroll(window.pages.scroll_position)

    def _connect_panel(self, window: MainWindow) -> None:
        session, panel = self.session, window.patient_panel
        panel.factor_answered.connect(session.answer)
        panel.unit_chosen.connect(session.choose_unit)
        panel.group_closed.connect(session.close_group)
        panel.all_closed.connect(session.close_all)
        panel.line_told.connect(session.tell)
        panel.line_typed.connect(session.propose)
        panel.new_patient.connect(session.new_patient)

    def _copy(self, text: str) -> None:
        self._qt.clipboard().setText(text)

    def _hand_out_plan(self, kind: str) -> None:
        """The plan on the screen as a calendar file, as PDF or on paper."""
        document = self.session.plan_document()
        if document is None:
            return
        from navigator.ui.handing_out import Saver
        from navigator.ui.paper import pdf
        from navigator.ui.printing import print_document

        page, saver = self.window.pages.plan_page, Saver(self.preferences.settings.folder)
        if kind == "print":
            said = print_document(document, page)
        elif kind == "pdf":
            said = saver.save(page, f"{document.file_name}.pdf", pdf(document))
        else:
            said = saver.save(page, f"{document.file_name}.ics", self.session.plan_calendar().encode("utf-8"))
        self.preferences.keep_folder(saver.folder)
        if said is not None:
            page.show_said(said.in_(self.language()))

    def _connect_rail(self, window: MainWindow) -> None:
        session = self.session
        window.rail.step_chosen.connect(session.open_node)
        window.rail.sheet_chosen.connect(session.open_article)
        window.rail.edit_asked.connect(session.edit_step)
        window.editor.revised.connect(session.revise_step)

    def _connect_window(self, window: MainWindow) -> None:
        session = self.session
        pairs: tuple[tuple[str, Callable[..., object]], ...] = (
            ("note_asked", self._copy_note),
            ("undo", session.undo),
            ("redo", session.redo),
            ("back", session.back),
            ("forward", session.forward),
            ("home", session.home),
            ("new_patient", session.new_patient),
            ("help_asked", session.open_help),
            ("map_asked", session.open_map),
            ("settings_asked", session.open_settings),
            ("theme_asked", self.preferences.turn_theme),
            ("language_asked", self.preferences.turn_language),
            ("zoom_changed", self.preferences.step_zoom),
            ("panel_settled", self.preferences.keep_panel),
        )
        for name, slot in pairs:
            getattr(window, name).connect(slot)
        window.search.typed.connect(session.search)
        window.search.hit_chosen.connect(session.open_hit)
        window.tour.reading_chosen.connect(session.choose_reading)
        window.tour.over.connect(self.preferences.keep_toured)

    def _copy_note(self) -> None:
        """The consultation note on the clipboard, for the practice software."""
        self._qt.clipboard().setText(self.session.note())
        self.session.note_copied()

    def furnish(self) -> None:
        """Make what the window could do without so far, bit by bit: keys and mouse come between, nobody waits later."""
        if self.window.make_next():
            QTimer.singleShot(_PAUSE_MS, self, self.furnish)

    def greet(self) -> None:
        """Show the tour where this is the first start."""
        if self.wants_tour:
            self.window.open_tour()

    def _move(self, id: str) -> None:
        """A move of a page to read; two of them are no business of the consultation."""
        if id == "tour":
            self.window.open_tour()
        elif id == "check-copy":
            if not self.checker.isRunning():
                self.session.show_findings((), False)
                self.checker.begin()
        else:
            self.session.move(id)

    def _leave(self) -> None:
        """Nobody touched the window for so long: as by a new patient."""
        self.window.patient_panel.discard()
        message = _("Sans activité depuis {minutes} min : la consultation est effacée.")
        self.session.leave(Sentence(message, minutes=self._idle_minutes))

    def _use(self, settings: Settings) -> None:
        self.window.set_panel_width(settings.panel)
        self.session.know(settings)

    def _read_by(self, reading: str) -> None:
        self.session.choose_reading(reading or self._reading)

    def _keep_reading(self, _scene: Scene) -> None:
        desk = self.session.desk
        self.preferences.keep_reading(desk.moment.reading, desk.seen, desk.settings.creatinine)

    def _speak(self, language: Language) -> None:
        """Another language: the window is built anew in its frame, the consultation stays."""
        if language is self.language():
            return
        self.preferences.keep_language(language)
        for signal in (
            self.session.scene_changed,
            self.session.hits_found,
            self.session.proposals_found,
            self.session.field_wanted,
            self.session.scroll_wanted,
            self.session.section_wanted,
        ):
            signal.disconnect()
        self.session.speak(language)
        self.window = self._make_window(language)
        self.session.show()
        self.frame.take(self.window)


def _followed(policy: Policy, guideline: Guideline) -> Policy:
    """The policy without a reading that this content does not have, which it says."""
    readings = [s.id for s in guideline.sources.values() if s.reading]
    if not policy.reading or policy.reading in readings:
        return policy
    message = _("« reading » : « {reading} » n’est pas une source de ce contenu. Écrivez {known}.")
    trouble = Sentence(message, reading=policy.reading, known=", ".join(readings))
    return replace(policy, reading="", troubles=(*policy.troubles, trouble))


def run(
    qt: QApplication,
    frame: Frame,
    guideline: Guideline,
    today: date,
    *,
    built_in_because: Problem | None = None,
    place: str = "",
    factors: tuple[str, ...] = (),
    policy: Policy = NOT_FIXED,
) -> int:
    """Fill the frame that ui/opening.py has opened, at `place` (a node or treatment), and stay until it is closed.

    `factors` are `name=value` as on the command line. Raises `Refused` for one that cannot be taken. The exit code.
    """
    reporter = Reporter()
    sys.excepthook = reporter
    app = App(qt, guideline, today, settings_file(), built_in_because=built_in_because, policy=policy, frame=frame)
    reporter.language = app.language
    if place or factors:
        app.session.open_at(place, factors)
    gc.enable()  # as ui/opening.py promised
    if not frame.isVisible():  # closed while the app was loading: nothing would end the loop
        return 0
    app.greet()
    QTimer.singleShot(_FURNISH_MS, app, app.furnish)
    qt.aboutToQuit.connect(app.checker.stop)
    return qt.exec()
