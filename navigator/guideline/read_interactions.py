"""Reads how medicines go together: pairs, and the combinations that a stage offers.

Knows the shape of interactions.yaml, and how a combination becomes a treatment of its own.
"""

from collections.abc import Mapping
from itertools import product

from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import COMBINATION_CLASS, Combination, Kind, Level, Pair, Treatment
from navigator.guideline.read_statements import read_citations, read_placement, read_statement, read_summary
from navigator.guideline.source import Element
from navigator.language import Sentence, Text, _


def read_pairs(fields: Fields) -> dict[frozenset[str], Pair]:
    """Every pair by its two members; a pair given twice is a problem."""
    found: dict[frozenset[str], Pair] = {}
    for several in fields.each("pairs", read_pair_entry):
        for pair in several:
            other = found.setdefault(pair.members, pair)
            if other.place != pair.place:
                sentence = _("la paire {pair} est déjà donnée à la ligne {line} ; gardez-en une")
                names = " + ".join(sorted(pair.members))
                fields.desk.note(pair.place, "duplicate-pair", Sentence(sentence, pair=names, line=other.place.line))
    return found


def read_pair_entry(element: Element, desk: Desk) -> tuple[Pair, ...]:
    """Every one of `between` with every one of `and`; a treatment never pairs with itself."""
    fields = Fields(element, desk)
    between = fields.references("between", "member")
    and_ = fields.references("and", "member")
    level = fields.one_of("level", Level)
    because = fields.text("because")
    citations = read_citations(fields)
    fields.close()
    members = {frozenset(two): None for two in product(between, and_) if two[0] != two[1]}
    if between and and_ and not members:
        sentence = _("cette entrée ne donne aucune paire ; nommez deux traitements différents")
        desk.note(fields.place, "pair", Sentence(sentence))
    return tuple(Pair(two, level, because, citations, fields.place) for two in members)


def read_combination(element: Element, desk: Desk) -> Combination:
    """Two medicines offered together."""
    fields = Fields(element, desk)
    members = fields.references("members", "member")
    if len(set(members)) != 2 or len(members) != 2:
        sentence = _("une association a deux membres différents ; écrivez « members: [a, b] »")
        desk.note(fields.place_of("members"), "combination", Sentence(sentence))
    combination = Combination(
        members=(members[0] if members else "", members[1] if len(members) > 1 else ""),
        summary=read_summary(fields),
        placements=fields.each("placements", read_placement),
        statements=fields.each("statements", read_statement, required=False),
        place=fields.place,
    )
    fields.close()
    return combination


def read_combinations(fields: Fields) -> dict[str, Combination]:
    """Every combination by its id `a+b`."""
    found: dict[str, Combination] = {}
    for combination in fields.each("combinations", read_combination):
        id_ = "+".join(combination.members)
        if id_ in found or "+".join(reversed(combination.members)) in found:
            sentence = _("l’association {id} est déjà donnée ; gardez-en une")
            fields.desk.note(combination.place, "duplicate-id", Sentence(sentence, id=id_))
        found.setdefault(id_, combination)
    return found


def treatment_of(id_: str, combination: Combination, treatments: Mapping[str, Treatment]) -> Treatment | None:
    """The combination as a treatment « A + b »; None while a member is not known."""
    members = [treatments[member] for member in combination.members if member in treatments]
    if len(members) != 2:
        return None
    first, second = (member.name for member in members)
    return Treatment(
        id=id_,
        name=Text(f"{first.fr} + {_lowered(second.fr)}", f"{first.en} + {_lowered(second.en)}"),
        kind=Kind.COMBINATION,
        drug_class=COMBINATION_CLASS,
        summary=combination.summary,
        place=combination.place,
        placements=combination.placements,
        members=combination.members,
    )


def _lowered(name: str) -> str:
    """The name inside a longer one: without its capital, unless it begins with an acronym."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
