"""Where a treatment stands in a reading of the guidelines, and the ranked options of a stage for a patient.

Knows placements, stages and readings. Decides no status: `assess` does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from navigator.consultation.assessment import Assessment, assess, taking_of
from navigator.consultation.patient import Patient, facts_of
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Line, Node, NodeKind, Placement, Treatment

ARTICLE = "source-article"
_RECOURSE = "interventional"  # the stage of what a reading advises against and the article does not place


@dataclass(frozen=True, slots=True)
class Placed:
    """The line of a treatment and the source that gives it: the reading itself, the article, or the first to speak."""

    line: Line
    source: str
    by_reading: bool
    by_article: bool


@dataclass(frozen=True)
class Option:
    """A treatment of a stage for this patient. `disagreement`: another reading puts it on another stage."""

    assessment: Assessment
    placed: Placed
    disagreement: bool


def placed(guideline: Guideline, treatment: Treatment, pain_type: str, reading: str) -> Placed | None:
    """The line of `treatment` in `reading`; where that is silent, by the article, then by the default order.

    None where none of them speaks.
    """
    spoken = _spoken(treatment, pain_type)
    for source in (reading, ARTICLE, *guideline.default_order):
        if source in spoken:
            return Placed(spoken[source].line, source, source == reading, source == ARTICLE)
    return None


def stage_of_line(guideline: Guideline, line: Line) -> str | None:
    """The stage that holds `line`; None for those that no stage holds (against, not addressed)."""
    return next((stage.id for stage in guideline.stages.values() if line in stage.lines), None)


def stage_of(guideline: Guideline, treatment: Treatment, pain_type: str, reading: str) -> str | None:
    """The stage where `reading` offers `treatment`; None where no source places it.

    What the reading advises against stays where the article has it, else among the last resorts.
    """
    found = placed(guideline, treatment, pain_type, reading)
    if found is None:
        return None
    if found.line is not Line.AGAINST:
        return stage_of_line(guideline, found.line)
    article = _spoken(treatment, pain_type).get(ARTICLE)
    return (stage_of_line(guideline, article.line) if article else None) or _RECOURSE


def treatments_of(guideline: Guideline, node: Node, reading: str) -> tuple[Treatment, ...]:
    """The treatments that `reading` offers at a stage node, in the order of the content; none at another node."""
    if node.kind is not NodeKind.STAGE:
        return ()
    return tuple(
        treatment
        for treatment in guideline.treatments.values()
        if stage_of(guideline, treatment, node.pain_type, reading) == node.stage
    )


def options(
    guideline: Guideline,
    node_id: str,
    patient: Patient,
    reading: str,
    more_facts: Mapping[str, Value] | None = None,
    present: str = "",
) -> tuple[Option, ...]:
    """The options of a stage for this patient, best first; none where the node is not a stage.

    Ranked by status, line in the reading, number of rules that speak for it, order of the content. At combinations
    those that keep the `present` treatment come first inside their status. Raises KeyError for an unknown node.
    """
    node = guideline.nodes[node_id]
    offered = treatments_of(guideline, node, reading)
    if not offered:
        return ()
    values = facts_at(guideline, node, patient, more_facts, present)
    found = [_option(guideline, node, reading, assess(guideline, t, values, present)) for t in offered]
    lines = guideline.stages[node.stage].lines

    def rank(option: Option) -> tuple[int, bool, int, int]:
        line = option.placed.line
        position = lines.index(line) if line in lines else len(lines)
        switches = bool(present) and not _keeps(guideline, option.assessment.treatment, present)
        return option.assessment.status.rank, switches, position, -option.assessment.prefers

    return tuple(sorted(found, key=rank))


def facts_at(
    guideline: Guideline, node: Node, patient: Patient, more_facts: Mapping[str, Value] | None = None, present: str = ""
) -> Mapping[str, Value]:
    """What is known of the patient at `node`: its type of pain and stage besides.

    A finished trial does not count as a treatment taken; at combinations, the `present` treatment does.
    """
    more: dict[str, Value] = dict(more_facts or {})
    stage = guideline.stages.get(node.stage)
    if present and stage is not None and Line.COMBINATION in stage.lines:
        more |= dict.fromkeys(taking_of(guideline, guideline.treatments[present]), True)
    where = {"pain_type": node.pain_type, "stage": node.stage}
    return facts_of(guideline, patient, {**more, **{fact: value for fact, value in where.items() if value}}).values


def _option(guideline: Guideline, node: Node, reading: str, assessment: Assessment) -> Option:
    treatment = assessment.treatment
    found = placed(guideline, treatment, node.pain_type, reading)
    assert found is not None, f"{treatment.id} was offered at {node.id}"
    given = _spoken(treatment, node.pain_type)
    readings = (source.id for source in guideline.sources.values() if source.reading)
    elsewhere = any(stage_of_line(guideline, given[r].line) != node.stage for r in readings if r in given)
    return Option(assessment, found, elsewhere)


def _spoken(treatment: Treatment, pain_type: str) -> dict[str, Placement]:
    """The placements of the sources that speak of `treatment` for this type of pain, by source."""
    return {
        placement.source: placement
        for placement in reversed(treatment.placements)
        if placement.pain_type == pain_type and placement.line is not Line.NOT_ADDRESSED
    }


def _keeps(guideline: Guideline, treatment: Treatment, present: str) -> bool:
    """Whether a combination goes on with the present treatment (with one of them, where two are taken)."""
    going_on = {present, *guideline.treatments[present].members}
    return not treatment.members or not going_on.isdisjoint(treatment.members)
