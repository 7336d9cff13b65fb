"""The seat at the desk: the history, the pages visited, and what every action ends in.

Holds the state behind a front end. Knows no Qt and no action by name: `walking_seat`, `patient_seat` and `reading_seat`
add them, `sitting` puts them together.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from navigator.consultation import walk as walking
from navigator.consultation.assessment import Assessment
from navigator.consultation.history import History
from navigator.consultation.patient import Patient
from navigator.consultation.patient_line import LineReader
from navigator.consultation.walk import Moment, Walk
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline
from navigator.guideline.search import Index
from navigator.language import Language, Sentence, _
from navigator.pages import compose
from navigator.pages.desk import WALK, Desk, Finding, PlanSettings, View
from navigator.pages.scene import Can, Scene
from navigator.pages.settings import Settings
from navigator.pages.visits import Visits
from navigator.policy import Policy
from navigator.problems import Problem

NO_POLICY = Policy()


class Seat:
    """The state behind a front end; `scene` tells it."""

    def __init__(
        self,
        guideline: Guideline,
        language: Language,
        today: date,
        reading: str = "",
        *,
        reference: bool = False,
        built_in_because: Problem | None = None,
        seen: str = "",
        policy: Policy = NO_POLICY,
    ) -> None:
        self._guideline = guideline
        self._history = History(Moment(Walk(), Patient(), reading or guideline.reading))
        self._desk = Desk(
            self._history.present,
            language,
            today,
            reference=reference,
            built_in_because=built_in_because,
            seen=seen,
            policy=policy,
        )
        self._visits = Visits()
        self._scroll: Callable[[], int] = _top
        self._index: Index | None = None
        self._line_reader: LineReader | None = None

    @property
    def desk(self) -> Desk:
        """What lies on the desk now."""
        return self._desk

    @property
    def scene(self) -> Scene:
        """The scene of the desk as it is."""
        return compose.scene_of(self._guideline, self._desk)

    def assessed(self, treatment: str) -> tuple[Assessment, Mapping[str, Value]]:
        """How a treatment fits this patient, and the facts that it was decided on."""
        found = compose.Spot(self._guideline, self._desk).assessed(treatment)
        return found, found.facts

    @property
    def scroll(self) -> int:
        """Where the page that is looked at was scrolled to when it was left."""
        return self._visits.here.scroll

    def follow_scroll(self, position: Callable[[], int]) -> None:
        """Ask `position` where the page stands whenever it is left."""
        self._scroll = position

    def speak(self, language: Language) -> None:
        """The other language; the consultation stays."""
        self._index = None
        self._desk = replace(self._desk, language=language)

    def know(self, settings: Settings) -> None:
        """Other settings are in force; nothing else changes."""
        self._desk = replace(self._desk, settings=settings)

    def found(self, findings: tuple[Finding, ...], checked: bool) -> None:
        """What this copy found in itself so far; `checked` where that is all."""
        self._set(findings=findings, checked=checked)

    def remark(self, sentence: Sentence) -> None:
        """Say something that is no doing of the consultation."""
        self._set(remark=sentence)

    def begin_with(self, patient: Patient) -> None:
        """Start from a patient that is known already, with nothing to undo."""
        self._replace_present(replace(self._history.present, patient=patient))

    def new_patient(self, why: Sentence | None = None) -> None:
        """Walk and factors are cleared together, for good; `why` is said instead of the plain sentence."""
        self._history = self._history.new_patient()
        self._visits = Visits()
        self._desk = replace(self._desk, moment=self._history.present, view=WALK, refusals={}, draft_error=None)
        self._desk = replace(self._desk, gathered=(), supposed=None, plan=PlanSettings())
        self._desk = replace(self._desk, resumed=(), resume_error=None, written={})
        self._set(notice=why or Sentence(_("Nouveau patient : tout est effacé.")))

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a patient is here: no step, no answer, nothing to undo."""
        present = self._history.present
        known = present.walk.steps or present.walk.draft or present.patient.answers or present.findings
        return not (known or present.patient.closed or self._history.past or self._desk.refusals)

    def dismiss_news(self) -> None:
        """What is new in this version was read."""
        self._set(seen=self._guideline.version)

    # --- undo

    def undo(self) -> None:
        """Take the last change of walk, patient or reading back."""
        self._time(self._history.undo(), Sentence(_("Annulé.")))

    def redo(self) -> None:
        """Make it again."""
        self._time(self._history.redo(), Sentence(_("Rétabli.")))

    def _time(self, history: History, said: Sentence) -> None:
        if history == self._history:
            return
        moved = history.present.walk != self._history.present.walk
        self._history = history
        self._desk = replace(self._desk, moment=history.present, refusals={}, draft_error=None)
        if moved:
            self._visit(WALK)
        self._set(notice=None, remark=said)  # no « undo » beside « undone »: it would take one more step back

    # --- what every slot ends in

    def _did(self, moment: Moment, notice: Sentence | None) -> None:
        before = self._history.present
        here = walking.replay(self._guideline, before).here
        self._history = self._history.did(moment)
        self._desk = replace(self._desk, moment=moment, draft_error=None)
        if moment.walk == before.walk and (moment.reading == before.reading or self._desk.view.kind == "settings"):
            self._set(notice=notice)
            return
        if self._visits.here.view == WALK:
            self._visits = self._visits.left(self._scroll()).renamed(View("node", here))
        self._visit(WALK, notice=notice)

    def _without_step(self, walk: Walk, error: Sentence | None) -> None:
        """Typing in the outcome bar changes the draft without a step to undo."""
        self._replace_present(replace(self._history.present, walk=walk))
        self._set(draft_error=error)

    def _replace_present(self, moment: Moment) -> None:
        self._history = replace(self._history, present=moment)
        self._desk = replace(self._desk, moment=moment)

    def _complain(self, sentence: Sentence) -> None:
        self._set(draft_error=sentence)

    def _visit(self, view: View, notice: Sentence | None = None) -> None:
        self._visits = self._visits.left(self._scroll()).visit(view)
        self._set(view=view, notice=notice, resume_error=None)

    def _travel(self, by: int) -> None:
        self._visits = self._visits.left(self._scroll()).travel(by)
        self._set(view=self._visits.here.view, notice=None)

    def _set(self, **changes: object) -> None:
        can = Can(
            back=self._visits.can_back,
            forward=self._visits.can_forward,
            undo=bool(self._history.past),
            redo=bool(self._history.future),
        )
        passing = {"leaving_for": "", "early": "", "remark": None}  # gone with the next action
        self._desk = replace(self._desk, can=can, **(passing | changes))  # type: ignore[arg-type]


def _top() -> int:
    return 0
