"""One doctor at the desk: what each action does to the walk, the patient and the page looked at.

Holds the history, the pages visited and what was typed. Knows no Qt: the window and the terminal both sit on it.
Decides no medicine: the walk refuses what the page does not offer, the assessment says what fits.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from navigator.consultation import walk as walking
from navigator.consultation.assessment import Assessment
from navigator.consultation.entry import Refused
from navigator.consultation.history import History
from navigator.consultation.patient import Patient
from navigator.consultation.walk import Answered, Chosen, Draft, Moment, Step, Trial, Walk
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Outcome
from navigator.guideline.search import Index
from navigator.language import Language, Sentence, _
from navigator.pages import answering, compose, finding
from navigator.pages.desk import WALK, Desk, View
from navigator.pages.scene import Can, Hit, Scene
from navigator.pages.visits import Visits


class Sitting:
    """The state behind a front end. Every method changes the desk; `scene` tells it."""

    def __init__(
        self,
        guideline: Guideline,
        language: Language,
        today: date,
        reading: str = "",
        *,
        reference: bool = False,
        built_in_because: str = "",
    ) -> None:
        self._guideline = guideline
        self._history = History(Moment(Walk(), Patient(), reading or guideline.reading))
        self._desk = Desk(
            self._history.present, language, today, reference=reference, built_in_because=built_in_because
        )
        self._visits = Visits()
        self._scroll: Callable[[], int] = _top
        self._index: Index | None = None

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

    def begin_with(self, patient: Patient) -> None:
        """Start from a patient that is known already, with nothing to undo."""
        self._replace_present(replace(self._history.present, patient=patient))

    # --- the walk

    def choose_type(self, pain_type: str) -> None:
        """A type of pain was pressed: the walk starts anew from it, or is taken up again; the patient stays."""
        present = self._history.present
        if walking.replay(self._guideline, present).pain_type == pain_type:
            self._visit(WALK)
            return
        self._advance(Chosen(pain_type), replace(present, walk=Walk()))

    def start_trial(self, treatment: str) -> None:
        """The treatment on the screen is begun: back to the stage, its trial under way."""
        moment = self._history.present
        walk = replace(moment.walk, draft=Draft(treatment, None, None))
        name = self._guideline.treatments[treatment].name
        self._did(replace(moment, walk=walk), Sentence(_("Essai débuté : {name}."), name=name))

    def change_draft(self, treatment: str, dose: str, weeks: str) -> None:
        """The trial in the outcome bar was chosen or its dose or duration typed."""
        walk = self._history.present.walk
        if not treatment:
            self._without_step(replace(walk, draft=None), None)
            return
        try:
            draft = answering.draft(treatment, dose, weeks)
        except Refused as refused:
            self._without_step(replace(walk, draft=Draft(treatment, None, None)), refused.sentence)
            return
        self._without_step(replace(walk, draft=draft), None)

    def record_outcome(self, outcome: str, reason: str) -> None:
        """The trial of the outcome bar ended so."""
        moment = self._history.present
        draft = moment.walk.draft
        if draft is None:
            self._complain(Sentence(_("Choisissez d’abord le traitement essayé.")))
            return
        position = walking.replay(self._guideline, moment)
        trial = Trial(position.here, draft.treatment, draft.dose_mg, draft.weeks, Outcome(outcome), reason)
        self._advance(trial, moment)

    def revise_trial(self, index: int, outcome: str) -> None:
        """An earlier trial gets another outcome, or is removed; what follows is re-evaluated."""
        moment = self._history.present
        if index < 0:
            self._did(replace(moment, walk=replace(moment.walk, draft=None)), Sentence(_("Essai en cours retiré.")))
            return
        old = moment.walk.steps[index]
        assert isinstance(old, Trial)
        new = None if outcome == "remove" else replace(old, outcome=Outcome(outcome), reason="")
        revised = walking.revise(self._guideline, moment, index, new)
        self._did(revised, self._what_changed(revised))

    def move(self, id: str) -> None:
        """A move of the page was pressed."""
        if id in ("return", "new-patient"):
            {"return": self.to_walk, "new-patient": self.new_patient}[id]()
            return
        if id.startswith("red-flags:"):
            self._answer_red_flags(id.removeprefix("red-flags:"))
            return
        moment = self._history.present
        here = walking.replay(self._guideline, moment).here
        self._advance(Answered(here, id), moment)

    def _answer_red_flags(self, answer: str) -> None:
        moment = self._history.present
        if answer == "present":
            here = walking.replay(self._guideline, moment).here
            self._advance(Answered(here, "urgent"), moment)
        else:
            self.to_walk()

    def choose_reading(self, reading: str) -> None:
        """Another reading lays out the stages."""
        moment = self._history.present
        if reading != moment.reading:
            changed = replace(moment, reading=reading)
            self._did(changed, self._what_changed(changed))

    def _what_changed(self, moment: Moment) -> Sentence:
        standing = walking.replay(self._guideline, moment).standing
        return Sentence(
            _("Réponses conservées : {kept} ; à revoir : {recheck} ; plus demandées : {dropped}."),
            kept=standing.count("kept"),
            recheck=standing.count("recheck"),
            dropped=standing.count("dropped"),
        )

    # --- the patient

    def answer(self, factor_id: str, text: str) -> None:
        """A factor was answered; empty forgets it. What cannot be taken is said beside the field."""
        moment = self._history.present
        patient, refusals = answering.answered(self._guideline, self._desk, factor_id, text)
        refused = factor_id in refusals
        self._desk = replace(self._desk, refusals=refusals)
        if patient != moment.patient and not refused:
            self._did(replace(moment, patient=patient), None)
            return
        self._replace_present(replace(moment, patient=patient))
        self._set(notice=None)

    def choose_unit(self, _factor: str, unit: str) -> None:
        """Creatinine is shown and typed in another unit."""
        self._set(mg_per_dl=unit == "mg/dL")

    def close_group(self, group: str, closed: bool) -> None:
        """« Rien d’autre » for a group of factors, or its undoing."""
        moment = self._history.present
        self._did(replace(moment, patient=moment.patient.with_closed(group, closed)), None)

    def new_patient(self) -> None:
        """Walk and factors are cleared together, for good."""
        self._history = self._history.new_patient()
        self._visits = Visits()
        self._desk = replace(self._desk, moment=self._history.present, view=WALK, refusals={}, draft_error=None)
        self._set(notice=Sentence(_("Nouveau patient : tout est effacé.")))

    def field_for(self, factor: str) -> str:
        """The field that settles a factor; for the clearance, the first unknown thing it is computed from."""
        if factor == "crcl":
            known = self._desk.moment.patient.answers
            factor = next((f for f in ("age", "sex", "weight", "creatinine") if f not in known), "crcl")
        return factor

    # --- pages

    def open_treatment(self, id: str) -> None:
        """Look at a treatment, from the stage on the screen."""
        self._visit(View("treatment", id))

    def open_article(self, id: str) -> None:
        """Look at a page to read; `treatment.ID` looks at a treatment."""
        kind, _dot, name = id.partition(".")
        self._visit(View("treatment", name) if kind == "treatment" else View("article", id))

    def open_help(self) -> None:
        """Look at the keys."""
        self._visit(View("article", "help"))

    def open_node(self, id: str) -> None:
        """Look at a stage; the walk is not changed. The start leads back to the choice of the type."""
        here = walking.replay(self._guideline, self._history.present).here
        self._visit(WALK if id == here else View("node", id))

    def to_walk(self) -> None:
        """Look at where the consultation stands."""
        self._visit(WALK)

    def home(self) -> None:
        """Look at the start page."""
        self._visit(View("node", "start"))

    def back(self) -> None:
        """The page before."""
        self._travel(-1)

    def forward(self) -> None:
        """The page after."""
        self._travel(1)

    def search(self, text: str) -> tuple[Hit, ...]:
        """What `text` finds in the guideline."""
        if self._index is None:
            self._index = Index(self._guideline, self._desk.language)
        return finding.hits(self._guideline, self._desk, self._index, text)

    def open_at(self, place: str) -> None:
        """Start at a treatment or a node; nowhere in particular when `place` is empty."""
        if place in self._guideline.treatments:
            self.open_treatment(place)
        elif place:
            self.enter(place)

    def enter(self, id: str) -> None:
        """Take up the consultation at a stage: its type of pain is chosen, the stages before are passed over."""
        node = self._guideline.nodes[id]
        if not node.pain_type:
            self.open_node(id)
            return
        moment = walking.advance(self._guideline, self._history.present, Chosen(node.pain_type))
        while (here := walking.replay(self._guideline, moment).here) != id:
            if "skip" not in walking.offers(self._guideline, moment).moves:
                break
            moment = walking.advance(self._guideline, moment, Answered(here, "skip"))
        self._replace_present(moment)
        self._visit(WALK if here == id else View("node", id))

    def open_hit(self, id: str) -> None:
        """Open a search result by its id."""
        if id in self._guideline.treatments:
            self.open_treatment(id)
        elif id in self._guideline.pain_types:
            self.open_node(self._guideline.pain_types[id].first)
        elif id in self._guideline.nodes:
            self.open_node(id)
        else:
            self.open_article(id)

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
            self._visit(WALK, notice=said)
        else:
            self._set(notice=said)

    # --- what every slot ends in

    def _advance(self, step: Step, moment: Moment) -> None:
        try:
            moved = walking.advance(self._guideline, moment, step)
        except Refused as refused:
            self._complain(refused.sentence)
            return
        self._did(moved, self._said(step))

    def _said(self, step: Step) -> Sentence | None:
        if isinstance(step, Trial):
            return Sentence(_("Essai enregistré : {name}."), name=self._guideline.treatments[step.treatment].name)
        return None

    def _did(self, moment: Moment, notice: Sentence | None) -> None:
        before = self._history.present
        here = walking.replay(self._guideline, before).here
        self._history = self._history.did(moment)
        self._desk = replace(self._desk, moment=moment, draft_error=None)
        if moment.walk == before.walk and moment.reading == before.reading:
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
        self._set(view=view, notice=notice)

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
        self._desk = replace(self._desk, can=can, **changes)  # type: ignore[arg-type]


def _top() -> int:
    return 0
