"""Invariants of the tree and of ids: every page is reached, every path ends, nothing is named twice or for nothing.

Knows nodes, exits, placements and ids. Knows no doses, no texts and no patient.
"""

from collections.abc import Iterable, Mapping

from navigator.guideline.loader import Loaded
from navigator.guideline.model import (
    COMBINATION_CLASS,
    Guideline,
    Kind,
    Line,
    Node,
    NodeKind,
    Outcome,
    Treatment,
)
from navigator.guideline.statements import all_statements
from navigator.language import Sentence, _
from navigator.problems import Place, Problem, Severity

RED_FLAGS = "red-flags"  # the node that one key opens from anywhere
URGENT = "urgent"
ENDS = ("maintain", "refer")  # every pain type has these
_OUTCOMES = (Outcome.RELIEF_50, Outcome.RELIEF_30, Outcome.NO_RELIEF, Outcome.NOT_TOLERATED, Outcome.SKIP)


def check_nodes_are_reached(guideline: Guideline) -> Iterable[Problem]:
    """Every node is reached from the start, from the red flags, or is an end that is always offered."""
    ways = _ways(guideline)
    reached: set[str] = set()
    waiting = [node.id for node in guideline.nodes.values() if node.kind is NodeKind.START]
    waiting += [RED_FLAGS, *(f"{pain_type}.refer" for pain_type in guideline.pain_types)]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(ways.get(here, ()))
    for node in guideline.nodes.values():
        if node.id not in reached:
            sentence = _("aucun chemin ne mène à « {node} » ; donnez-lui une sortie ou une réponse, ou retirez-le")
            yield Problem(node.place, "unreachable", Sentence(sentence, node=node.id))


def _ways(guideline: Guideline) -> Mapping[str, tuple[str, ...]]:
    """Where each node leads; the start leads to the first node of every pain type."""
    first = tuple(pain_type.first for pain_type in guideline.pain_types.values())
    return {
        node.id: tuple(exit_.to for exit_ in node.exits)
        + tuple(answer.to for answer in node.answers)
        + (first if node.kind is NodeKind.START else ())
        for node in guideline.nodes.values()
    }


def check_paths_end(guideline: Guideline) -> Iterable[Problem]:
    """No walk goes round: whatever the outcomes, it comes to an end node."""
    ways = _ways(guideline)
    for node in guideline.nodes.values():
        if node.kind is not NodeKind.END and not ways[node.id]:
            sentence = _("le parcours s’arrête à « {node} » ; donnez-lui des sorties, ou faites-en une fin")
            yield Problem(node.place, "dead-end", Sentence(sentence, node=node.id))
        if node.kind is NodeKind.STAGE and node.id in _after(node.id, ways):
            sentence = _("le parcours peut revenir à « {node} » sans fin ; menez une sortie vers une fin")
            yield Problem(node.place, "cycle", Sentence(sentence, node=node.id))


def _after(here: str, ways: Mapping[str, tuple[str, ...]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(ways[here])
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(ways.get(node, ()))
    return reached


def check_exits_are_total(guideline: Guideline) -> Iterable[Problem]:
    """Every stage says where each outcome leads, once."""
    for node in guideline.nodes.values():
        if node.kind is not NodeKind.STAGE:
            continue
        outcomes = [exit_.outcome for exit_ in node.exits]
        for outcome in _OUTCOMES:
            if outcome not in outcomes:
                sentence = _("« {node} » ne dit pas où mène « {outcome} » ; ajoutez cette sortie")
                yield Problem(node.place, "exit", Sentence(sentence, node=node.id, outcome=outcome.value))
        for index, exit_ in enumerate(node.exits):
            if exit_.outcome in outcomes[:index]:
                sentence = _("« {outcome} » a deux sorties ; gardez-en une")
                yield Problem(exit_.place, "exit", Sentence(sentence, outcome=exit_.outcome.value))


def check_tree_is_whole(guideline: Guideline) -> Iterable[Problem]:
    """Every pain type has every stage and its ends; there are a start, the red flags and an urgent end."""
    wanted = [("start", NodeKind.START), (RED_FLAGS, NodeKind.QUESTION), (URGENT, NodeKind.END)]
    for pain_type in guideline.pain_types:
        wanted += [(f"{pain_type}.{stage}", NodeKind.STAGE) for stage in guideline.stages]
        wanted += [(f"{pain_type}.{end}", NodeKind.END) for end in ENDS]
    for id_, kind in wanted:
        node = guideline.nodes.get(id_)
        if node is None or node.kind is not kind:
            sentence = _("il manque le nœud « {node} » de genre « {kind} » ; écrivez-le")
            yield Problem(Place("pathways.yaml"), "missing-node", Sentence(sentence, node=id_, kind=kind.value))
    for node in guideline.nodes.values():
        yield from _named_by_its_place(node)


def _named_by_its_place(node: Node) -> Iterable[Problem]:
    wanted = {NodeKind.STAGE: f"{node.pain_type}.{node.stage}", NodeKind.END: f"{node.pain_type}.{node.end}"}
    right = wanted.get(node.kind, node.id)
    if node.pain_type and node.id != right:
        sentence = _("ce nœud s’appelle « {right} » d’après son type de douleur ; renommez-le")
        yield Problem(node.place, "node-id", Sentence(sentence, right=right))


def check_lines_have_one_stage(guideline: Guideline) -> Iterable[Problem]:
    """Every line that a source can give belongs to one stage, but *against* and *not addressed*."""
    for line in Line:
        stages = [stage.id for stage in guideline.stages.values() if line in stage.lines]
        wanted = 0 if line in {Line.AGAINST, Line.NOT_ADDRESSED} else 1
        if len(stages) != wanted:
            sentence = _("la ligne « {line} » est dans {count} étapes au lieu de {wanted} ; corrigez « lines »")
            values = Sentence(sentence, line=line.value, count=len(stages), wanted=wanted)
            yield Problem(Place("pathways.yaml"), "lines", values)


def check_stages_offer_something(guideline: Guideline) -> Iterable[Problem]:
    """Every stage node has at least one treatment that some reading puts there."""
    for node in guideline.nodes.values():
        stage = guideline.stages.get(node.stage)
        if node.kind is not NodeKind.STAGE or stage is None:
            continue
        placements = (place for treatment in guideline.treatments.values() for place in treatment.placements)
        if not any(place.pain_type == node.pain_type and place.line in stage.lines for place in placements):
            sentence = _("« {node} » n’offre aucun traitement ; placez-en un, ou retirez le nœud")
            yield Problem(node.place, "empty-stage", Sentence(sentence, node=node.id))


def check_treatments_are_placed(guideline: Guideline) -> Iterable[Problem]:
    """Every treatment is placed somewhere, by readings, once by each for a pain type."""
    for treatment in guideline.treatments.values():
        if all(placement.line is Line.NOT_ADDRESSED for placement in treatment.placements):
            sentence = _("« {treatment} » n’est placé nulle part ; ajoutez un placement, ou retirez le fichier")
            yield Problem(treatment.place, "orphan", Sentence(sentence, treatment=treatment.id))
        yield from _placements_of(treatment, guideline)


def _placements_of(treatment: Treatment, guideline: Guideline) -> Iterable[Problem]:
    seen = set()
    for placement in treatment.placements:
        source = guideline.sources.get(placement.source)
        if source is not None and not source.reading:
            sentence = _("« {source} » n’est pas une lecture ; placez d’après une source « reading: true »")
            yield Problem(placement.place, "reading", Sentence(sentence, source=placement.source))
        if (placement.pain_type, placement.source) in seen:
            sentence = _("« {source} » place déjà « {treatment} » dans « {pain_type} » ; gardez une ligne")
            values = {"source": placement.source, "treatment": treatment.id, "pain_type": placement.pain_type}
            yield Problem(placement.place, "duplicate-placement", Sentence(sentence, **values))
        seen.add((placement.pain_type, placement.source))


def check_ids_are_unique(guideline: Guideline) -> Iterable[Problem]:
    """A page is found by its id alone, a rule and a statement too."""
    kinds: tuple[Mapping[str, object], ...] = (
        guideline.nodes,
        guideline.treatments,
        guideline.sources,
        guideline.background,
        guideline.scores,
        guideline.pain_types,
    )
    seen: set[str] = set()
    for nouns in kinds:
        for id_, noun in nouns.items():
            if id_ in seen:
                sentence = _("l’identifiant « {id} » désigne déjà une autre page ; choisissez-en un autre")
                yield Problem(
                    getattr(noun, "place", Place("pathways.yaml")), "ambiguous-id", Sentence(sentence, id=id_)
                )
            seen.add(id_)
    yield from _twice(
        [(rule.id, rule.place) for treatment in guideline.treatments.values() for rule in treatment.rules]
    )
    yield from _twice([(statement.id, statement.place) for statement in all_statements(guideline) if statement.id])


def _twice(named: Iterable[tuple[str, Place]]) -> Iterable[Problem]:
    first: dict[str, Place] = {}
    for id_, place in named:
        if first.setdefault(id_, place) != place:
            sentence = _("l’identifiant « {id} » est déjà pris dans {file} ; choisissez-en un autre")
            yield Problem(place, "duplicate-id", Sentence(sentence, id=id_, file=first[id_].file))


def check_combinations(guideline: Guideline) -> Iterable[Problem]:
    """Both members are medicines in the order of the content, and how they go together is said."""
    order = list(guideline.treatments)
    for id_, combination in guideline.combinations.items():
        members = [guideline.treatments[member] for member in combination.members if member in guideline.treatments]
        if len(members) != 2:
            continue
        if order.index(members[0].id) > order.index(members[1].id):
            sentence = _("les membres de « {id} » suivent l’ordre des traitements ; inversez-les")
            yield Problem(combination.place, "pair-order", Sentence(sentence, id=id_))
        if not {member.kind for member in members} <= {Kind.MEDICINE, Kind.TOPICAL}:
            sentence = _("« {id} » associe autre chose que deux médicaments ; retirez-la")
            yield Problem(combination.place, "combination", Sentence(sentence, id=id_))
        if frozenset(combination.members) not in guideline.pairs:
            sentence = _("rien ne dit comment vont ensemble les membres de « {id} » ; ajoutez la paire")
            yield Problem(combination.place, "missing-pair", Sentence(sentence, id=id_))


def check_nothing_is_for_nothing(loaded: Loaded) -> Iterable[Problem]:
    """Every source is cited and every class has a treatment; else a warning."""
    used = {(link.noun, link.id) for link in loaded.links}
    guideline = loaded.draft
    for source in guideline.sources.values():
        if not {("source", source.id), ("reading", source.id)} & used:
            sentence = _("la source « {id} » n’est citée nulle part ; citez-la ou retirez-la")
            yield Problem(source.place, "unused", Sentence(sentence, id=source.id), Severity.WARNING)
    for id_ in guideline.classes:
        if id_ != COMBINATION_CLASS and all(treatment.drug_class != id_ for treatment in guideline.treatments.values()):
            sentence = _("la classe « {id} » n’a aucun traitement ; retirez-la")
            yield Problem(Place("pathways.yaml"), "unused", Sentence(sentence, id=id_), Severity.WARNING)
