"""The walk through the guideline: where the steps so far lead, what is offered there, and which steps still hold.

The position is never stored: it is derived by replaying the steps from the start, for this patient in this reading.
Where a single step leads is known to `ways`. Words no page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from navigator.consultation import ways
from navigator.consultation.counsel import blocked, judge_after, remark, what_to_change
from navigator.consultation.entry import Refused
from navigator.consultation.placement import treatments_of
from navigator.consultation.steps import Answered, Chosen, Draft, Moment, Step, Trial, Walk
from navigator.consultation.ways import Spot
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, NodeKind, Outcome
from navigator.language import Sentence, _

__all__ = [
    "Answered",
    "Chosen",
    "Draft",
    "Fate",
    "Moment",
    "Offers",
    "Position",
    "Step",
    "Trial",
    "Walk",
    "advance",
    "blocked",
    "judge_after",
    "offers",
    "remark",
    "replay",
    "revise",
    "what_to_change",
]


class Fate(StrEnum):
    """What became of a step: it holds, is to be looked at again, or is no longer asked."""

    KEPT = "kept"
    RECHECK = "recheck"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Position:
    """Where a walk stands. `standing` has one fate for each step, `kept` the steps that hold.

    `trials`: the kept ones, each with its index among all steps. `present`: the treatment that helps (else the one
    under way), empty where there is none. `stop`: the trial that ended in a rash and was not answered yet.
    `facts_more`: what the walk adds to the facts about the patient. `stepped`: the nodes visited, `here` last.
    """

    here: str
    pain_type: str
    standing: tuple[Fate, ...]
    kept: tuple[Step, ...]
    trials: tuple[tuple[int, Trial], ...]
    present: str
    stop: Trial | None
    facts_more: Mapping[str, Value]
    stepped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """What the page offers: treatments to try, moves, outcomes of a trial, and at the start the types of pain."""

    treatments: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    pain_types: tuple[str, ...] = ()


def replay(guideline: Guideline, moment: Moment) -> Position:
    """Where the steps of `moment` lead, and which of them still hold."""
    return _replayed(guideline, moment)[0]


def offers(guideline: Guideline, moment: Moment) -> Offers:
    """What the page offers where the walk of `moment` stands."""
    _position, spot = _replayed(guideline, moment)
    node = guideline.nodes[spot.here]
    moves = tuple(ways.moves(guideline, spot))
    if spot.stop is not None:
        return Offers(moves=moves)
    return Offers(
        treatments=tuple(t.id for t in treatments_of(guideline, node, moment.reading)),
        moves=moves,
        outcomes=tuple(e.outcome for e in node.exits if e.outcome in ways.RECORDED),
        pain_types=tuple(guideline.pain_types) if node.kind is NodeKind.START else (),
    )


def advance(guideline: Guideline, moment: Moment, step: Step) -> Moment:
    """The moment with one more step; steps that no longer held are gone, and the trial under way is over.

    Raises `Refused` for a step that the page does not offer.
    """
    position, spot = _replayed(guideline, moment)
    if _asked_at(guideline, step) != spot.here:
        raise Refused(Sentence(_("Cette étape du parcours n’est plus en cours : reprenez là où il en est.")))
    refusal = ways.refusal(guideline, moment, spot, step)
    if refusal is not None:
        raise Refused(refusal)
    return replace(moment, walk=Walk((*position.kept, step)))


def revise(_guideline: Guideline, moment: Moment, index: int, step: Step | None) -> Moment:
    """The moment with the step at `index` replaced, or removed where `step` is None; all others stay in place.

    What becomes of them shows in `standing`. Raises IndexError where there is no such step.
    """
    steps = moment.walk.steps
    if not 0 <= index < len(steps):
        raise IndexError(index)
    instead = () if step is None else (step,)
    return replace(moment, walk=replace(moment.walk, steps=(*steps[:index], *instead, *steps[index + 1 :])))


def _replayed(guideline: Guideline, moment: Moment) -> tuple[Position, Spot]:
    spot = ways.start_of(guideline)
    standing: list[Fate] = []
    kept: list[tuple[int, Step]] = []
    for index, step in enumerate(moment.walk.steps):
        if Fate.RECHECK in standing:
            standing.append(Fate.RECHECK if _same_pain(guideline, step, spot) else Fate.DROPPED)
        elif _asked_at(guideline, step) != spot.here:
            standing.append(Fate.DROPPED)
        elif ways.refusal(guideline, moment, spot, step) is not None:
            standing.append(Fate.RECHECK)
        else:
            standing.append(Fate.KEPT)
            kept.append((index, step))
            spot = ways.after(guideline, moment, spot, step)
    position = Position(
        here=spot.here,
        pain_type=spot.pain_type,
        standing=tuple(standing),
        kept=tuple(step for _index, step in kept),
        trials=tuple((index, step) for index, step in kept if isinstance(step, Trial)),
        present=spot.present or _under_way(guideline, moment),
        stop=spot.stop,
        facts_more=ways.facts_more(guideline, spot),
        stepped=spot.stepped,
    )
    return position, spot


def _asked_at(guideline: Guideline, step: Step) -> str:
    """The node where a step is asked: its own; the start for the type of pain."""
    return ways.start_of(guideline).here if isinstance(step, Chosen) else step.node


def _same_pain(guideline: Guideline, step: Step, spot: Spot) -> bool:
    """Whether a step after the first doubtful one can still come up: it belongs to the same type of pain."""
    if isinstance(step, Chosen):
        return False
    node = guideline.nodes.get(step.node)
    return node is not None and node.pain_type == spot.pain_type


def _under_way(guideline: Guideline, moment: Moment) -> str:
    """The single treatment of the trial under way; a combination on trial is not what the patient goes on with."""
    draft = moment.walk.draft
    treatment = guideline.treatments.get(draft.treatment) if draft is not None else None
    return treatment.id if treatment is not None and not treatment.members else ""
