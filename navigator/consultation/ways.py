"""Where a step leads: what is offered at a spot of the walk, why something is not, and where it goes from there.

Knows nodes, exits, trials and rashes. Assesses no treatment itself (`assess` does) and keeps no position.
"""

from dataclasses import dataclass, replace

from navigator.consultation.assessment import Status, assess
from navigator.consultation.placement import facts_at, treatments_of
from navigator.consultation.steps import RASH, REASONS, Answered, Chosen, Moment, Step, Trial
from navigator.guideline.conditions import Value
from navigator.guideline.model import Exit, Guideline, Node, NodeKind, Outcome, Treatment
from navigator.language import Sentence, _

STOPPED = "stopped"  # the answer to a rash: the treatment is stopped and the patient examined
RELIEF = (Outcome.RELIEF_50, Outcome.RELIEF_30)
RECORDED = (*RELIEF, Outcome.NO_RELIEF, Outcome.NOT_TOLERATED)  # how a trial can end
_MOVES = (Outcome.CONTENT, Outcome.SKIP)  # outcomes that are no trial's


@dataclass(frozen=True, slots=True)
class Spot:
    """The walk after some steps: the node, what was tried so far, and whether a rash stops it."""

    here: str
    pain_type: str = ""
    trials: tuple[Trial, ...] = ()
    stop: Trial | None = None
    rash: bool = False  # on an antiepileptic, stopped since
    stepped: tuple[str, ...] = ()

    def at(self, node_id: str) -> "Spot":
        """The walk gone on to a node, or staying at it."""
        return self if node_id == self.here else replace(self, here=node_id, stepped=(*self.stepped, node_id))

    @property
    def present(self) -> str:
        """The treatment that helped last and did not fail since; empty where there is none."""
        ended = {trial.treatment: trial for trial in self.trials}
        helps = [trial.treatment for trial in self.trials if ended[trial.treatment].outcome in RELIEF]
        return helps[-1] if helps else ""


def start_of(guideline: Guideline) -> Spot:
    """The walk before its first step."""
    start = next(node.id for node in guideline.nodes.values() if node.kind is NodeKind.START)
    return Spot(start, stepped=(start,))


def facts_more(guideline: Guideline, spot: Spot) -> dict[str, Value]:
    """What the walk adds to the facts about the patient: the type of pain, the stage, and what a rash means."""
    facts: dict[str, Value] = {}
    if spot.pain_type:
        facts["pain_type"] = spot.pain_type
    if guideline.nodes[spot.here].stage:
        facts["stage"] = guideline.nodes[spot.here].stage
    if spot.stop is not None:
        facts["rash_now"] = True
    if spot.rash:
        facts["antiepileptic_rash"] = True
    return facts


def refusal(guideline: Guideline, moment: Moment, spot: Spot, step: Step) -> Sentence | None:
    """Why the page does not offer `step`, asked at the right node; None where it does."""
    node = guideline.nodes[spot.here]
    match step:
        case Answered(answer=answer):
            if answer in moves(guideline, spot):
                return None
        case _ if spot.stop is not None:
            return Sentence(_("Une éruption est en cours : dites d’abord si le traitement est arrêté."))
        case Chosen(pain_type):
            if node.kind is NodeKind.START and pain_type in guideline.pain_types:
                return None
        case Trial():
            return _trial_refusal(guideline, moment, spot, step)
    return Sentence(_("Cette réponse n’est pas proposée à cette étape."))


def _trial_refusal(guideline: Guideline, moment: Moment, spot: Spot, trial: Trial) -> Sentence | None:
    node = guideline.nodes[spot.here]
    treatment = guideline.treatments.get(trial.treatment)
    if treatment is None or treatment not in treatments_of(guideline, node, moment.reading):
        name = treatment.name if treatment else trial.treatment
        return Sentence(_("« {name} » ne figure pas à cette étape dans la recommandation suivie."), name=name)
    if trial.outcome not in RECORDED or _exit(node, trial.outcome) is None:
        return Sentence(_("Ce résultat n’est pas prévu à cette étape."))
    if trial.outcome is Outcome.NOT_TOLERATED and trial.reason not in ("", *REASONS):
        return Sentence(_("La raison « {reason} » n’est pas prévue."), reason=trial.reason)
    if trial.outcome in RELIEF and _status(guideline, moment, spot, treatment) is Status.CONTRAINDICATED:
        sentence = _("Contre-indication de {name} chez ce patient : la suite ne peut pas s’appuyer sur ce traitement.")
        return Sentence(sentence, name=treatment.name)
    return None


def moves(guideline: Guideline, spot: Spot) -> dict[str, str]:
    """Each move that is offered, with the node that it leads to (for `stopped`: the node where it is answered)."""
    node = guideline.nodes[spot.here]
    ends = {n.end: n.id for n in guideline.nodes.values() if n.end and n.pain_type in ("", spot.pain_type)}
    urgent = {"urgent": ends["urgent"]} if "urgent" in ends else {}
    if spot.stop is not None:
        return {STOPPED: spot.here, **urgent}
    found = {answer.id: answer.to for answer in node.answers}
    helped = bool(spot.present)
    found |= {
        e.outcome.value: e.to for e in node.exits if e.outcome in _MOVES and (helped or e.outcome is Outcome.SKIP)
    }
    if node.end == "urgent":
        return found
    if spot.pain_type and "refer" in ends:
        found.setdefault("refer", ends["refer"])
    return {move: to for move, to in {**urgent, **found}.items() if to != spot.here}


def after(guideline: Guideline, moment: Moment, spot: Spot, step: Step) -> Spot:
    """The walk after a step that is offered."""
    match step:
        case Chosen(pain_type):
            return replace(spot, pain_type=pain_type).at(guideline.pain_types[pain_type].first)
        case Answered(answer=answer) if spot.stop is not None:
            rash = spot.rash or _antiepileptic(guideline, guideline.treatments[spot.stop.treatment])
            seen = replace(spot, stop=None, rash=rash)
            if answer == STOPPED:
                return _left(guideline, moment, seen, Outcome.NOT_TOLERATED)
            return seen.at(moves(guideline, spot)[answer])
        case Answered(answer=answer):
            return spot.at(moves(guideline, spot)[answer])
        case Trial():
            tried = replace(spot, trials=(*spot.trials, step))
            if step.outcome is Outcome.NOT_TOLERATED and step.reason == RASH:
                return replace(tried, stop=step)
            return _left(guideline, moment, tried, step.outcome)


def _left(guideline: Guideline, moment: Moment, spot: Spot, outcome: Outcome) -> Spot:
    """The walk after a trial that ended so: on to where the exit leads, unless something is left to try here."""
    node = guideline.nodes[spot.here]
    way = _exit(node, outcome)
    if way is None or (way.stay_while and _left_to_try(guideline, moment, spot, way.stay_while)):
        return spot
    return spot.at(way.to)


def _left_to_try(guideline: Guideline, moment: Moment, spot: Spot, kind: str) -> bool:
    """Whether the stage has an option, neither avoided nor contraindicated, of an untried class (or untried itself)."""
    tried = [guideline.treatments[trial.treatment] for trial in spot.trials]
    node = guideline.nodes[spot.here]
    if kind == "untried-class":
        classes = {_class_of(guideline, treatment) for treatment in tried}
        left = [t for t in treatments_of(guideline, node, moment.reading) if _class_of(guideline, t) not in classes]
    else:
        left = [t for t in treatments_of(guideline, node, moment.reading) if t not in tried]
    free = (_status(guideline, moment, spot, treatment) for treatment in left)
    return any(status not in (Status.AVOID, Status.CONTRAINDICATED) for status in free)


def _class_of(guideline: Guideline, treatment: Treatment) -> str:
    """The class that counts as tried; of a combination, both classes together."""
    if not treatment.members:
        return treatment.drug_class
    return "+".join(sorted(guideline.treatments[member].drug_class for member in treatment.members))


def _antiepileptic(guideline: Guideline, treatment: Treatment) -> bool:
    parts = [guideline.treatments[member] for member in treatment.members] or [treatment]
    return any(guideline.classes[part.drug_class].antiepileptic for part in parts)


def _status(guideline: Guideline, moment: Moment, spot: Spot, treatment: Treatment) -> Status:
    """How a treatment of the stage fits the patient after the trials so far."""
    present = spot.present
    node = guideline.nodes[spot.here]
    facts = facts_at(guideline, node, moment.patient, facts_more(guideline, spot), present)
    return assess(guideline, treatment, facts, present).status


def _exit(node: Node, outcome: Outcome) -> Exit | None:
    return next((way for way in node.exits if way.outcome is outcome), None)
