"""What a page that was just made leads to: its signals, connected with the session and with what was chosen.

The composition root's hand for the pages, which come one by one. Knows the signals of every page and no medicine.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from navigator.ui.preferences import Preferences
from navigator.ui.session import Session
from navigator.ui.start_page import StartPage

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


class PageWires:
    """Connects pages; `move`, `copy` and `hand_out` are what the app itself does for some of them."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        move: Callable[[str], None],
        copy: Callable[[str], None],
        hand_out: Callable[[str], None],
    ) -> None:
        self._session, self._preferences = session, preferences
        self._move, self._copy, self._hand_out = move, copy, hand_out
        self._ways: dict[str, Callable[[Any], None]] = {
            "start_page": self._start,
            "stage_page": self._stage,
            "treatment_page": self._treatment,
            "plan_page": self._plan,
            "end_page": self._end,
            "article_page": self._article,
            "map_page": self._map,
            "compare_page": self._compare,
            "what_if_page": self._what_if,
            "checklist_page": self._checklist,
            "settings_page": self._settings,
            "document_page": self._document,
        }

    def connect(self, name: str, page: object) -> None:
        """Connect the page called so, as `PageStack.made` says it."""
        self._ways[name](page)

    def _start(self, page: StartPage) -> None:
        page.type_chosen.connect(self._session.choose_type)
        page.article_chosen.connect(self._session.open_article)
        page.reading_chosen.connect(self._session.choose_reading)
        page.move_chosen.connect(self._session.move)
        page.news_dismissed.connect(self._session.dismiss_news)
        page.resume_asked.connect(self._session.resume)

    def _stage(self, page: "StagePage") -> None:
        page.treatment_opened.connect(self._session.open_treatment)
        page.factor_answered.connect(self._session.answer)
        page.reading_chosen.connect(self._session.choose_reading)
        page.move_chosen.connect(self._session.move)
        page.draft_changed.connect(self._session.change_draft)
        page.trial_told.connect(self._session.tell_trial)
        page.outcome_chosen.connect(self._session.record_outcome)
        page.compare_toggled.connect(self._session.gather)
        page.action_chosen.connect(self._session.move)

    def _treatment(self, page: "TreatmentPage") -> None:
        page.trial_started.connect(self._session.start_trial)
        page.factor_asked.connect(self._session.want_field)
        page.article_chosen.connect(self._session.open_article)
        page.back_asked.connect(self._session.back)
        page.action_chosen.connect(self._session.move)

    def _plan(self, page: "PlanPage") -> None:
        page.chosen.connect(self._session.choose_plan)
        page.field_typed.connect(self._session.type_in_plan)
        page.step_typed.connect(self._session.type_step)
        page.steps_changed.connect(self._session.change_steps)
        page.factor_asked.connect(self._session.want_field)
        page.back_asked.connect(self._session.back)
        page.text_copied.connect(self._copy)
        page.file_asked.connect(self._hand_out)

    def _end(self, page: "EndPage") -> None:
        page.move_chosen.connect(self._session.move)
        page.article_chosen.connect(self._session.open_article)

    def _article(self, page: "ArticlePage") -> None:
        page.move_chosen.connect(self._move)
        page.article_chosen.connect(self._session.open_article)

    def _map(self, page: "MapPage") -> None:
        page.cell_chosen.connect(self._session.go_to)
        page.leaving_answered.connect(self._session.answer_leaving)
        page.back_asked.connect(self._session.back)

    def _compare(self, page: "ComparePage") -> None:
        page.treatment_opened.connect(self._session.open_treatment)
        page.column_toggled.connect(self._session.compare_more)
        page.back_asked.connect(self._session.back)

    def _what_if(self, page: "WhatIfPage") -> None:
        page.factor_chosen.connect(self._session.suppose_about)
        page.supposed.connect(self._session.suppose)
        page.move_chosen.connect(self._session.end_supposing)
        page.treatment_opened.connect(self._session.open_treatment)

    def _checklist(self, page: "ChecklistPage") -> None:
        page.finding_answered.connect(self._session.find)
        page.move_chosen.connect(self._session.move)
        page.article_chosen.connect(self._session.open_article)

    def _settings(self, page: "SettingsPage") -> None:
        page.setting_chosen.connect(self._preferences.choose)
        page.restore_asked.connect(self._preferences.restore)
        page.move_chosen.connect(self._session.move)

    def _document(self, page: "DocumentPage") -> None:
        page.folder = self._preferences.settings.folder
        page.document_chosen.connect(self._session.open_document)
        page.written.connect(self._session.write)
        page.back_asked.connect(self._session.back)
        page.folder_chosen.connect(self._preferences.keep_folder)
