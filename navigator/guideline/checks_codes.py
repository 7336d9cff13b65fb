"""Invariants of the numbers behind the resume code: everything that a code can hold has one, and none stands twice.

Knows lists of ids. That nothing was moved or removed since a release, only the history of the file can tell.
"""

from collections.abc import Iterable

from navigator.guideline.codes import numbered_ids
from navigator.guideline.model import Guideline
from navigator.language import Sentence, _
from navigator.problems import Place, Problem

_PLACE = Place("codes.yaml")


def check_everything_has_a_number(guideline: Guideline) -> Iterable[Problem]:
    """Each id that a resume code can hold stands in codes.yaml, once; an id that the content lost may stay."""
    for kind, ids in numbered_ids(guideline).items():
        listed = guideline.codes.get(kind, ())
        for id_ in ids:
            if id_ not in listed:
                sentence = _("« {id} » n’a pas de numéro pour le code de reprise ; ajoutez-le à la fin de « {kind} »")
                yield Problem(_PLACE, "no-number", Sentence(sentence, id=id_, kind=kind))
        for id_ in dict.fromkeys(i for i in listed if listed.count(i) > 1):
            sentence = _("« {id} » est deux fois dans « {kind} » ; retirez le second, s’il n’a jamais été publié")
            yield Problem(_PLACE, "two-numbers", Sentence(sentence, id=id_, kind=kind))
