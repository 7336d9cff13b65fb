"""Search results as shown: grouped, with the status for this patient.

Knows the index and the assessment. Knows no widget.
"""

from navigator.consultation import walk as walking
from navigator.consultation.assessment import assess
from navigator.consultation.patient import facts_of
from navigator.guideline.model import Guideline
from navigator.guideline.search import Index
from navigator.language import _
from navigator.pages import scene, words
from navigator.pages.cards import _w
from navigator.pages.desk import Desk

GROUPS = {
    "treatment": _("Traitements"),
    "section": _("Sections"),
    "node": _("Étapes"),
    "pain-type": _("Types de douleur"),
    "background": _("Mécanismes"),
    "score": _("Scores"),
    "red-flag": _("Signes d’alerte"),
    "term": _("Glossaire"),
    "source": _("Sources"),
}


def hits(guideline: Guideline, desk: Desk, index: Index, text: str) -> tuple[scene.Hit, ...]:
    """What `text` finds, in the order of the groups, the best first in each."""
    found = index.find(text.split())
    position = walking.replay(guideline, desk.moment)
    facts = facts_of(guideline, desk.moment.patient, position.facts_more).values
    made = []
    for hit in found:
        status = None
        if hit.kind == "treatment" and not desk.reference:
            status = words.status(assess(guideline, guideline.treatments[hit.id], facts).status, desk.language)
        group = _w(GROUPS.get(hit.kind, hit.kind), desk.language)
        made.append(scene.Hit(hit.id, hit.kind, group, hit.title, hit.snippet, status))
    order = list(GROUPS)
    return tuple(sorted(made, key=lambda h: order.index(h.kind) if h.kind in order else len(order)))
