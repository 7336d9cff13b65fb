"""What the doctor does to the walk: the type of pain, trials and their outcomes, moves, the reading.

Decides no medicine: the walk refuses what the page does not offer. Knows no Qt.
"""

from dataclasses import replace

from navigator.consultation import walk as walking
from navigator.consultation.counsel import too_early
from navigator.consultation.entry import Refused
from navigator.consultation.findings import RED_FLAGS
from navigator.consultation.steps import RASH
from navigator.consultation.trial_line import read_trial
from navigator.consultation.walk import Answered, Chosen, Draft, Moment, Step, Trial, Walk
from navigator.guideline.model import Outcome
from navigator.language import Sentence, _
from navigator.pages import answering, compose, scene, trail
from navigator.pages.desk import WALK, View
from navigator.pages.document_page import ACTION
from navigator.pages.early import COUNT, PURSUE
from navigator.pages.findings_seat import FindingsSeat
from navigator.pages.trail import Revision

RASH_SEEN = "antiepileptic_rash"  # the factor that a rash on an antiepileptic answers


class WalkingSeat(FindingsSeat):
    """The actions on the walk. Each changes the desk."""

    def choose_type(self, pain_type: str) -> None:
        """A type of pain was pressed: the walk starts anew from it, or is taken up again; the patient stays."""
        present = self._history.present
        if walking.replay(self._guideline, present).pain_type == pain_type:
            self._visit(WALK)
            return
        self._advance(Chosen(pain_type), self._anew())

    def _anew(self) -> Moment:
        """The present moment with an empty walk; a rash that the walk showed stays with the patient."""
        moment = self._history.present
        position = walking.replay(self._guideline, moment)
        if position.stop is not None:
            answered = walking.advance(self._guideline, moment, Answered(position.here, "stopped"))
            position = walking.replay(self._guideline, answered)
        patient = moment.patient
        if position.facts_more.get(RASH_SEEN):
            patient = patient.answered(RASH_SEEN, True)
        return replace(moment, walk=Walk(), patient=patient)

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

    def tell_trial(self, line: str) -> None:
        """The trial in one line, « gabapentine 300 mg 2 sem. »: of the options of the stage where the walk stands."""
        moment = self._history.present
        offered = walking.offers(self._guideline, moment).treatments
        try:
            told = read_trial(line, [self._guideline.treatments[id] for id in offered])
        except Refused as refused:
            self._complain(refused.sentence)
            return
        draft = moment.walk.draft
        if draft is not None and draft.treatment == told.treatment and not (told.dose or told.weeks):
            self._set(draft_error=None)
            return
        self.change_draft(told.treatment, told.dose, told.weeks)

    def record_outcome(self, outcome: str, reason: str) -> None:
        """The trial of the outcome bar ended so; where that comes too early, it is first asked what to do."""
        trial = self._ended(outcome, reason)
        if trial is None:
            self._complain(Sentence(_("Choisissez d’abord le traitement essayé.")))
            return
        at = compose.Spot(self._guideline, self._desk)
        if trial.treatment in at.offers.treatments and too_early(self._guideline, at.facts.values, trial):
            self._set(early=outcome, draft_error=None, notice=None)
            return
        self._advance(trial, self._history.present)

    def _ended(self, outcome: str, reason: str) -> Trial | None:
        """The trial of the outcome bar, ended so; None where there is none."""
        moment = self._history.present
        draft = moment.walk.draft
        if draft is None:
            return None
        here = walking.replay(self._guideline, moment).here
        return Trial(here, draft.treatment, draft.dose_mg, draft.weeks, Outcome(outcome), reason)

    def _early_move(self, id: str) -> bool:
        """The answer to a result that came too early: the trial goes on and stays as it is, or it counts."""
        if id not in (PURSUE, COUNT):
            return False
        trial = self._ended(self._desk.early, "") if self._desk.early else None
        if trial is None:
            return True
        if id == COUNT:
            self._advance(trial, self._history.present)
            return True
        blocked = compose.Spot(self._guideline, self._desk).assessed(trial.treatment).blocked
        said = _("Essai de {name} non compté.") if blocked else _("L’essai de {name} se poursuit.")
        self._set(remark=Sentence(said, name=self._guideline.treatments[trial.treatment].name), notice=None)
        return True

    def step_form(self, index: int, error: Sentence | None = None) -> scene.StepForm:
        """What can be changed of an earlier answer."""
        return trail.step_form(self._guideline, self._desk, index, error)

    def revise_step(self, index: int, said: Revision) -> scene.StepForm | None:
        """An earlier answer is changed or removed; what follows is replayed.

        The form anew where something could not be read, or where a trial would now come too early and it is asked
        what to do.
        """
        moment = self._history.present
        if index == trail.UNDER_WAY:
            self._did(replace(moment, walk=replace(moment.walk, draft=None)), Sentence(_("Essai en cours retiré.")))
            return None
        before = moment.walk.steps[index]
        try:
            step = trail.revised(before, said)
        except Refused as refused:
            return self.step_form(index, refused.sentence)
        if isinstance(step, Trial) and step != before and said.early != COUNT:
            asked = trail.asked_early(self._guideline, self._desk, index, step)
            if asked is not None and said.early == PURSUE:
                self._take_back(index, step)
                return None
            if asked is not None:
                return asked
        revised = self._with_rash(walking.revise(self._guideline, moment, index, step), before)
        if revised != moment:
            self._did(revised, self._what_changed(revised))
        return None

    def _take_back(self, index: int, trial: Trial) -> None:
        """A trial is not counted after all: it is under way again, where the walk then stands at its stage."""
        moment = trail.taken_back(self._guideline, self._history.present, index, trial)
        goes_on = moment.walk.draft is not None and moment.walk.draft.treatment == trial.treatment
        said = _("L’essai de {name} se poursuit.") if goes_on else _("Essai de {name} non compté.")
        self._did(moment, Sentence(said, name=self._guideline.treatments[trial.treatment].name))

    def _with_rash(self, revised: Moment, changed: Step) -> Moment:
        """A rash that another answer told stays with the patient, though its trial may no longer be asked."""
        known = walking.replay(self._guideline, revised).facts_more.get(RASH_SEEN)
        if known or (isinstance(changed, Trial) and changed.reason == RASH):
            return revised
        return replace(revised, patient=self._anew().patient)

    def move(self, id: str) -> None:
        """A move of the page was pressed."""
        if id == "return":
            self._visit(WALK)
            return
        if id == "new-patient":
            self.new_patient()
            return
        if id.partition(".")[0] in ("about", "guide"):
            self._visit(View("article", id))
            return
        if id.startswith(ACTION):
            self._visit(View("document", id.removeprefix(ACTION)))
            return
        if self._finding_move(id) or self._early_move(id):
            return
        moment = self._history.present
        here = walking.replay(self._guideline, moment).here
        answer = "urgent" if id == f"{RED_FLAGS}:present" else id
        if answer == "urgent" and self._guideline.nodes[here].end == "urgent":
            self._visit(WALK)
        else:
            self._advance(Answered(here, answer), moment)

    def choose_reading(self, reading: str) -> None:
        """Another reading lays out the stages."""
        moment = self._history.present
        if reading != moment.reading:
            changed = replace(moment, reading=reading)
            self._did(changed, self._what_changed(changed) if moment.walk.steps else None)

    def _what_changed(self, moment: Moment) -> Sentence:
        standing = walking.replay(self._guideline, moment).standing
        return Sentence(
            _("Réponses conservées : {kept} ; à revoir : {recheck} ; plus demandées : {dropped}."),
            kept=standing.count("kept"),
            recheck=standing.count("recheck"),
            dropped=standing.count("dropped"),
        )

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
