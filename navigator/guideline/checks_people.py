"""Invariants of the factors: those that the consultation computes with are there, and groups can be closed.

Knows factors and groups. Knows no rule and no patient.
"""

from collections.abc import Iterable, Mapping

from navigator.guideline.model import FactorKind, Guideline
from navigator.language import Sentence, _
from navigator.problems import Place, Problem

# What clearance, body mass index, implications and trials compute with.
COMPUTED_WITH: Mapping[str, FactorKind] = {
    "age": FactorKind.NUMBER,
    "sex": FactorKind.CHOICE,
    "weight": FactorKind.NUMBER,
    "height": FactorKind.NUMBER,
    "creatinine": FactorKind.NUMBER,
    "crcl": FactorKind.NUMBER,
    "bmi": FactorKind.NUMBER,
    "pregnant": FactorKind.YES_NO,
    "dialysis": FactorKind.YES_NO,
    "antiepileptic_rash": FactorKind.YES_NO,
    "rash_now": FactorKind.YES_NO,
}


def check_factors_to_compute_with_are_there(guideline: Guideline) -> Iterable[Problem]:
    """Every factor that the consultation computes with exists and is of its kind."""
    for id_, kind in COMPUTED_WITH.items():
        factor = guideline.factors.get(id_)
        if factor is None or factor.kind is not kind:
            place = Place("factors.yaml") if factor is None else factor.place
            sentence = _("le calcul a besoin du facteur « {id} » de genre « {kind} » ; écrivez-le")
            yield Problem(place, "missing-factor", Sentence(sentence, id=id_, kind=kind.value))


def check_factors_can_be_closed(guideline: Guideline) -> Iterable[Problem]:
    """« Rien d’autre » knows what it answers: each choice of a closable group names its `none`."""
    for factor in guideline.factors.values():
        group = guideline.factor_groups.get(factor.group)
        if group is not None and group.closable and factor.choices and not factor.none:
            sentence = _("« {factor} » est dans un groupe qui se ferme ; ajoutez « none » avec la réponse « aucun »")
            yield Problem(factor.place, "none", Sentence(sentence, factor=factor.id))
