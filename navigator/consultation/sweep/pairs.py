"""What is claimed of two medicines together: every pair is told, from both sides alike, and no combination hides it.

Knows pairs, combinations and the `taking` facts that a medicine stands for.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from navigator.consultation.assessment import Assessment, Status, assess, taking_of
from navigator.consultation.sweep.answers import fit
from navigator.consultation.sweep.claims import CODE, STATUS_OF, check_block_says_why
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Kind, Level, Treatment
from navigator.language import Sentence, _
from navigator.problems import Place, Problem

_PLACE = Place("interactions.yaml")
_STATUS = {Level.CONTRAINDICATED: Status.CONTRAINDICATED, Level.AVOID: Status.AVOID, Level.CAUTION: Status.CAUTION}


def medicines(guideline: Guideline) -> list[Treatment]:
    """The treatments that can be taken together: medicines and local ones."""
    return [t for t in guideline.treatments.values() if t.kind in (Kind.MEDICINE, Kind.TOPICAL)]


def check_pairs(guideline: Guideline) -> Iterator[Problem]:
    """How every two medicines go together is told, and the rules of each say the same where the other is taken."""
    for one, two in combinations(medicines(guideline), 2):
        pair = guideline.pairs.get(frozenset((one.id, two.id)))
        if pair is None:
            sentence = _("rien ne dit comment vont ensemble « {one} » et « {two} » ; ajoutez la paire")
            yield Problem(_PLACE, CODE, Sentence(sentence, one=one.id, two=two.id))
            continue
        level = _STATUS.get(pair.level, Status.SUITABLE)
        for treatment, taken in ((one, two), (two, one)):
            status = status_with(guideline, treatment, taken)
            if status not in (None, level):
                sentence = _(
                    "la paire {one} + {two} est « {level} » ; les règles de « {treatment} » la disent « {status} » "
                    "quand l’autre est pris ; accordez-les"
                )
                values = {"one": one.id, "two": two.id, "level": pair.level.value, "treatment": treatment.id}
                yield Problem(pair.place, CODE, Sentence(sentence, status=status and status.value, **values))


def status_with(guideline: Guideline, treatment: Treatment, taken: Treatment) -> Status | None:
    """What the rules of `treatment` say where only `taken` is taken; None where it stands for no `taking` factor."""
    words = taking_of(guideline, taken)
    if not words:
        return None
    facts: dict[str, Value] = {**fit(guideline), **dict.fromkeys(words, True), **_node_of(treatment)}
    before: dict[str, Value] = {**fit(guideline), **_node_of(treatment)}
    alone = {reason.rule for reason in assess(guideline, treatment, before).reasons}
    new = [r for r in assess(guideline, treatment, facts).reasons if r.rule not in alone]
    return max((STATUS_OF[reason.severity] for reason in new), key=lambda status: status.rank, default=Status.SUITABLE)


def _node_of(treatment: Treatment) -> Mapping[str, Value]:
    placed = next((placement.pain_type for placement in treatment.placements), "")
    return {"pain_type": placed, "stage": "first-line"} if placed else {}


def check_combination(
    guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], parts: Mapping[str, Assessment]
) -> Iterator[Problem]:
    """A combination is no better than its pair, and than each member of which a rule blocks this patient."""
    found = assess(guideline, treatment, facts)
    pair = guideline.pairs.get(frozenset(treatment.members))
    floor = _STATUS.get(pair.level, Status.SUITABLE) if pair is not None else Status.SUITABLE
    for member in treatment.members:
        part = parts[member]
        if part.blocked and part.status.rank > floor.rank:
            floor = part.status
    if found.status.rank < floor.rank:
        sentence = _(
            "« {treatment} » est « {status} » alors qu’un membre ou la paire est « {floor} » ; corrigez l’évaluation"
        )
        values = {"treatment": treatment.id, "status": found.status.value, "floor": floor.value}
        yield Problem(treatment.place, CODE, Sentence(sentence, **values))
    yield from check_block_says_why(guideline, found)
