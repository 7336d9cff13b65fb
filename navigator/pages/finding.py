"""Search results as shown: grouped, where each leads, what matched, with the status for this patient.

Knows the index, the assessment and the app's own pages. Knows no widget.
"""

import re
from collections.abc import Iterator

from navigator.consultation.assessment import Assessment, Status, assess
from navigator.consultation.patient import Facts, facts_of
from navigator.consultation.walk import replay
from navigator.guideline.model import FactorKind, Guideline, Level, Severity
from navigator.guideline.search import Hit, Index
from navigator.guideline.search_entries import NAME, Entry
from navigator.guideline.words import FAR, likeness, words_of
from navigator.language import Language, _, say
from navigator.pages import doses, filters, scene, words
from navigator.pages.desk import Desk
from navigator.pages.filters import tr
from navigator.pages.sections import TABS

GROUPS = {
    "treatment": _("Traitements"),
    "section": _("Sections"),
    "interaction": _("Interactions"),
    "situation": _("Situations"),
    "factor": _("Patient"),
    "node": _("Étapes"),
    "pain-type": _("Types de douleur"),
    "tool": _("Outils"),
    "score": _("Outils"),
    "background": _("Mécanismes"),
    "red-flag": _("Signes d’alerte"),
    "term": _("Glossaire"),
    "source": _("Sources"),
}
TOOLS = (  # id of a page, its name, other words for it
    ("start", _("Accueil : choisir le type de douleur"), "home start"),
    ("red-flags", _("Signes d’alerte"), "urgence danger red flags emergency"),
    ("landmarks", _("Repères et glossaire"), "définition objectifs guide landmarks glossary"),
    ("map", _("Carte de tout le parcours"), "arbre tree map"),
    ("settings", _("Réglages : langue, thème, taille du texte"), "préférences settings language theme"),
    ("about", _("À propos : versions et licences"), "about version licence"),
    ("guide", _("Guide de l’utilisateur"), "manuel mode d’emploi user guide manual"),
    ("help", _("Aide et touches du clavier"), "raccourcis F1 help keys keyboard"),
)
_ANCHOR = {section: tab for tab, _title, sections in TABS for section in sections}
_YES_NO = (FactorKind.YES_NO, FactorKind.TAKING)
_LEAST = 0.35  # of the best score: what answers less is noise
_IN_A_GROUP = 6
_LAST = ("term", "source")  # after all else: they are looked for on purpose
_WORD = re.compile(r"\w+")


def index_of(guideline: Guideline, language: Language) -> Index:
    """Everything that the window can find: the guideline, and the app's own pages."""
    named = ((id, say(name, language), also) for id, name, also in TOOLS)
    tools = (Entry(id, "tool", name, ((NAME, f"{name} {also}"),), ()) for id, name, also in named)
    return Index(guideline, language, tools)


def hits(guideline: Guideline, desk: Desk, index: Index, text: str) -> tuple[scene.Hit, ...]:
    """What `text` finds: the group of the best hit first, the best first in each; words and sources last."""
    found = index.find(text.split(), limit=60)
    least = found[0].score * _LEAST if found else 0
    facts = facts_of(guideline, desk.moment.patient, replay(guideline, desk.moment).facts_more)
    grouped: dict[str, list[scene.Hit]] = {}
    for hit in found:
        group = grouped.setdefault(tr(GROUPS[hit.kind], desk.language), [])
        shown = hit.score >= least and len(group) < _IN_A_GROUP and not (desk.reference and hit.kind == "factor")
        if shown:
            group.append(_shown(guideline, desk, facts, hit, text))
    ordered = sorted(grouped.values(), key=lambda group: any(hit.kind in _LAST for hit in group))
    return tuple(hit for group in ordered for hit in group)


def _shown(guideline: Guideline, desk: Desk, facts: Facts, hit: Hit, text: str) -> scene.Hit:
    status, snippet = None, hit.snippet
    if hit.kind == "pain-type":
        snippet = guideline.pain_types[hit.id].looks_like.in_(desk.language)
    if hit.kind in ("treatment", "section", "interaction", "situation") and not desk.reference:
        status, snippet = _for_patient(guideline, desk.language, facts, hit)
    return scene.Hit(
        id=hit.id,
        kind=hit.kind,
        group=tr(GROUPS[hit.kind], desk.language),
        title=filters.spaced(hit.title, desk.language),
        snippet=filters.spaced(snippet or hit.snippet, desk.language),
        status=status,
        target=target(hit),
        marks=tuple(marks(filters.spaced(hit.title, desk.language), text)),
    )


def target(hit: Hit) -> str:
    """Where a hit leads: a page, `PAGE#SECTION`, or `factor.ID` for a field of the patient."""
    if hit.kind in ("factor", "source", "background", "score"):
        return f"{hit.kind}.{hit.id}"
    if hit.kind == "section":
        return f"{hit.id}#{_ANCHOR.get(hit.part, hit.part)}"
    if hit.kind in ("interaction", "situation"):
        pair = "+" in hit.id and not hit.part
        return f"{hit.id.partition('+')[0]}#interactions" if pair else f"{hit.id}#contraindications"
    return {"red-flag": "red-flags", "term": "landmarks"}.get(hit.kind, hit.id)


def marks(title: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `title` answers the words of `text`: as many letters as were typed, a whole word for a typing error."""
    asked = words_of(text)
    for word in _WORD.finditer(title):
        folded = "".join(words_of(word.group()))
        alike = max(((likeness(a, folded), len(a)) for a in asked), default=(FAR, 0))
        if alike[0] > FAR and folded:
            begun = next((a for a in sorted(asked, key=len, reverse=True) if folded.startswith(a)), "")
            whole = not begun or len(folded) != len(word.group())
            yield word.start(), word.end() if whole else word.start() + len(begun)


def _for_patient(guideline: Guideline, language: Language, facts: Facts, hit: Hit) -> tuple[scene.Status | None, str]:
    """The status and the words that this patient gives a hit; empty words keep the hit's own."""
    if hit.kind == "interaction" and not hit.part:
        level = guideline.pairs[frozenset(hit.id.split("+"))].level
        return (words.status(Status(level.value), language) if level is not Level.COMPATIBLE else None), ""
    treatment = guideline.treatments[hit.id]
    if hit.kind in ("interaction", "situation"):
        return _meeting(guideline, language, facts, hit)
    found = assess(guideline, treatment, facts.values)
    if hit.kind == "section":
        return None, _renal(found, facts, language) if hit.part == "renal" else ""
    return words.status(found.status, language), ""


def _meeting(guideline: Guideline, language: Language, facts: Facts, hit: Hit) -> tuple[scene.Status | None, str]:
    """How heavy a treatment and a factor are together: with the factor, for what else is known of this patient."""
    known = {**facts.values}
    if guideline.factors[hit.part].kind in _YES_NO:
        known[hit.part] = True
    rules = [r for r in guideline.treatments[hit.id].rules if hit.part in r.when.facts_used]
    rules = [r for r in rules if r.when.holds(known) is True] or [r for r in rules if r.when.holds(known) is None]
    rules = [r for r in rules if r.severity is not Severity.PREFER]
    if not rules:
        return None, ""
    heaviest = min(rules, key=lambda r: list(Severity).index(r.severity))
    return words.status(Status(heaviest.severity.value), language), heaviest.because.in_(language)


def _renal(found: Assessment, facts: Facts, language: Language) -> str:
    """`ClCr 34 : maximum 900 mg/j`; empty where the clearance changes nothing or is unknown."""
    because = doses.adapted_because(found, doses.clearance(facts), language)
    if found.schedule is None or found.schedule.band is None or not because:
        return ""
    top = filters.number(found.schedule.max_mg, language)
    return tr(_("{because} : maximum {top} mg/j"), language, because=because, top=top)
