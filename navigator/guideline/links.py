"""Resolves ids: whatever the content names must exist, or the author is told what was probably meant.

Knows which nouns there are and how a sentence calls them. Reads nothing.
"""

from collections.abc import Collection, Iterable, Mapping

from navigator.guideline.desk import Link
from navigator.guideline.spelling import shown, suggestion
from navigator.language import Sentence, _
from navigator.problems import Problem

_NOUNS: Mapping[str, str] = {
    "source": _("la source"),
    "reading": _("la lecture"),
    "treatment": _("le traitement"),
    "member": _("le traitement"),
    "class": _("la classe"),
    "mechanism": _("le mécanisme"),
    "pain_type": _("le type de douleur"),
    "stage": _("l’étape"),
    "node": _("le nœud"),
    "group": _("le groupe"),
    "factor": _("le facteur"),
    "rule": _("la règle"),
    "page": _("la page"),
}


def unresolved(links: Iterable[Link], known: Mapping[str, Collection[str]]) -> Iterable[Problem]:
    """A problem for every link whose id is not known; a noun of which nothing is known is passed over."""
    for link in links:
        if known[link.noun] and link.id not in known[link.noun]:
            noun = Sentence(_NOUNS[link.noun])
            hint = suggestion(link.id, known[link.noun])
            sentence = Sentence(_("{noun} « {id} » n’existe pas{hint}"), noun=noun, id=shown(link.id), hint=hint)
            yield Problem(link.place, "unresolved", sentence)
