"""Every field of the content by its name for a reader, and every value in words: doses, conditions, sources, lists.

Knows the model and its words. Compares nothing and prints nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from navigator.guideline.conditions import Condition
from navigator.guideline.model import (
    Band,
    Basis,
    Choice,
    Citation,
    FactorKind,
    Guideline,
    Kind,
    Level,
    Line,
    Liquid,
    NodeKind,
    Outcome,
    Range,
    Severity,
    Standing,
    Step,
    Topic,
    Treatable,
)
from navigator.language import Language, Text, _, say
from navigator.pages import doses, filters, reading, sections, words
from navigator.pages.conditions import condition_words

FIELD: Mapping[str, str] = {
    "action": _("que faire"),
    "added": _("ajoutés"),
    "address": _("adresse"),
    "aim": _("but"),
    "antiepileptic": _("antiépileptique"),
    "changes": _("nouveautés"),
    "counts_as": _("compte comme"),
    "names": _("autres noms"),
    "treatable": _("peut se changer"),
    "applicable": _("s’applique"),
    "article": _("ce que dit l’article"),
    "band": _("clairance"),
    "basis": _("fondement"),
    "because": _("texte"),
    "brands": _("noms de marque"),
    "causes": _("causes"),
    "changed": _("modifiés"),
    "choices": _("réponses possibles"),
    "citation": _("source"),
    "citations": _("sources"),
    "closable": _("« rien d’autre » possible"),
    "count": _("nombre"),
    "cutoff": _("seuil"),
    "decimals": _("décimales"),
    "default_order": _("ordre des recommandations"),
    "dossier": _("lignes du dossier"),
    "drug_class": _("classe"),
    "end": _("fin"),
    "evidence": _("ce que disent les preuves"),
    "finding": _("signe"),
    "first": _("première étape"),
    "first_step_min_days": _("premier palier, au plus tôt (jours)"),
    "group": _("groupe"),
    "help": _("aide"),
    "high": _("borne haute"),
    "instead": _("que faire à la place"),
    "judge_after_weeks": _("jugement de l’essai (semaines)"),
    "kind": _("nature"),
    "label": _("libellé"),
    "leaflet": _("compté sur la fiche du patient"),
    "level": _("niveau"),
    "line": _("rang"),
    "lines": _("rangs"),
    "liquid": _("forme liquide"),
    "looks_like": _("présentation"),
    "low": _("borne basse"),
    "max_mg": _("dose maximale"),
    "maximum": _("valeur la plus haute"),
    "meaning": _("définition"),
    "measure": _("mesure"),
    "mechanisms": _("mécanismes"),
    "members": _("membres"),
    "minimum": _("valeur la plus basse"),
    "name": _("nom"),
    "negative": _("si négatif"),
    "no_unit": _("unité absente du marché"),
    "none": _("réponse de « rien d’autre »"),
    "not_applicable": _("raison"),
    "note": _("précision"),
    "order": _("ordre, déplacés"),
    "ordered": _("réponses ordonnées"),
    "outcome": _("résultat"),
    "pain_type": _("type de douleur"),
    "part": _("partie"),
    "parts": _("rubriques ou titres"),
    "population": _("population"),
    "positive": _("si positif"),
    "prescription_days": _("durée maximale d’une ordonnance (jours)"),
    "reading": _("recommandation qui ordonne les étapes"),
    "released": _("date de publication"),
    "removed": _("retirés"),
    "review_by": _("à revoir avant le"),
    "severity": _("gravité"),
    "short": _("nom court"),
    "shown": _("ce qui est montré"),
    "shown_on": _("pages où c’est montré"),
    "source": _("source"),
    "specialist": _("spécialiste"),
    "stage": _("étape"),
    "standing": _("vérification"),
    "start_interval_days": _("intervalle de départ (jours)"),
    "start_mg": _("dose de départ"),
    "start_takes": _("prises de départ"),
    "stay_while": _("rester tant que"),
    "steps": _("paliers"),
    "strengths_mg": _("dosages"),
    "synonyms": _("synonymes"),
    "takes": _("prises"),
    "taper_every_days": _("arrêt, intervalle (jours)"),
    "taper_mg": _("arrêt, baisse par palier"),
    "target_mg": _("dose cible"),
    "text": _("texte"),
    "then": _("alors"),
    "think": _("y penser"),
    "title": _("titre"),
    "to": _("mène à"),
    "topic": _("question du patient"),
    "unit": _("unité"),
    "urgency": _("urgence"),
    "value": _("valeur"),
    "version": _("version"),
    "what": _("quoi"),
    "when": _("condition"),
    "word": _("mot"),
    "words": _("mots du patient"),
    "year": _("année"),
}
_A_DAY = frozenset({"start_mg", "target_mg", "max_mg"})
_MG = frozenset({"taper_mg", "strengths_mg"})
BASIS = {
    Basis.LABEL: _("RCP"),
    Basis.GUIDELINE: _("recommandation"),
    Basis.REGULATOR: _("autorité"),
    Basis.PRUDENCE: _("prudence"),
}
KIND: Mapping[Enum, str] = {
    Kind.MEDICINE: _("médicament"),
    Kind.TOPICAL: _("traitement local"),
    Kind.TECHNIQUE: _("technique"),
    Kind.SUPPORT: _("accompagnement"),
    Kind.RESEARCH: _("recherche"),
    Kind.COMBINATION: _("association"),
    FactorKind.NUMBER: _("nombre"),
    FactorKind.CHOICE: _("choix"),
    FactorKind.YES_NO: _("oui ou non"),
    FactorKind.TAKING: _("médicament pris"),
    NodeKind.START: _("départ"),
    NodeKind.QUESTION: _("question"),
    NodeKind.STAGE: _("étape"),
    NodeKind.END: _("fin"),
}
TOPIC = {
    Topic.EFFECT: _("effet attendu"),
    Topic.USE: _("bien le prendre"),
    Topic.FEEL: _("ce qu’on peut ressentir"),
    Topic.DRIVING: _("conduite"),
    Topic.ALCOHOL: _("alcool"),
    Topic.CONTRACEPTION: _("contraception"),
    Topic.STOPPING: _("arrêt"),
    Topic.CALL: _("quand appeler"),
}
STANDING = {**words.STANDING, Standing.READ: _("lu")}
OUTCOME = {**words.OUTCOME, Outcome.CONTENT: _("30–49 %, patient satisfait"), Outcome.SKIP: _("étape passée")}
_WORDS: tuple[tuple[tuple[type, ...], Mapping[Any, str]], ...] = (
    ((Severity,), sections.SEVERITY),
    ((Level,), sections.LEVEL),
    ((Line,), words.LINE),
    ((Standing,), STANDING),
    ((Topic,), TOPIC),
    ((Basis,), BASIS),
    ((Outcome,), OUTCOME),
    ((Kind, FactorKind, NodeKind), KIND),
)


class ValueTeller:
    """Says the values of one guideline in one language."""

    def __init__(self, guideline: Guideline, language: Language) -> None:
        self.guideline = guideline
        self.language = language

    def w(self, message: str, **values: object) -> str:
        """A sentence of the app's own."""
        return filters.spaced(say(message, self.language).format(**values), self.language)

    def told(self, text: Text | None) -> str:
        """A text of the content; nothing where there is none."""
        return filters.told(text, self.language) if text else ""

    def joined(self, parts: Iterable[str]) -> str:
        """`a ; b` in French, `a; b` in English."""
        return filters.spaced(" ; " if self.language is Language.FR else "; ", self.language).join(parts)

    def field(self, name: str) -> str:
        """A field by its name for a reader."""
        return self.w(FIELD.get(name, name))

    def sources(self, citations: tuple[Citation, ...]) -> str:
        """The sources by short name, id and place in them."""
        names = []
        for citation in citations:
            source = self.guideline.sources.get(citation.source)
            place = f" § {citation.locator}" if citation.locator else ""
            names.append(f"{self.told(source.short) if source else '?'}{place} [{citation.source}]")
        return self.joined(names)

    def value(self, field: str, value: object) -> str:
        """Any value of the model in words; a dash for nothing."""
        if value in (None, "", ()):
            return self.w(_("selon les sources")) if field == "standing" else "—"
        by_field = self._by_field(field, value)
        if by_field:
            return by_field
        for kind, tell in self._by_type().items():
            if isinstance(value, kind):
                return tell(value)
        if isinstance(value, tuple | frozenset):
            several = sorted(value) if isinstance(value, frozenset) else value
            return self.joined(self.value("", v) for v in several)
        return str(value)

    def _by_field(self, field: str, value: object) -> str:
        guideline = self.guideline
        named: Mapping[str, Mapping[str, object]] = {
            "drug_class": guideline.classes,
            "pain_type": guideline.pain_types,
            "mechanisms": guideline.background,
        }
        if field in ("takes", "start_takes") and isinstance(value, tuple):
            return ", ".join(self.w(words.INTAKE[t]) for t in value)
        if field == "urgency":
            return self.w(reading.URGENCY[str(value)])
        if field in named:
            ids = value if isinstance(value, tuple) else (value,)
            found = [named[field].get(id_, id_) for id_ in ids]
            several = [self.told(getattr(f, "title", None) or getattr(f, "name", None)) or str(f) for f in found]
            return filters.listed(several, self.language)
        if field in _A_DAY | _MG:
            return f"{self.value('', value)} {self.w(_('mg/j')) if field in _A_DAY else 'mg'}"
        return ""

    def _by_type(self) -> Mapping[type, Callable[..., str]]:
        return {
            bool: lambda v: self.w(_("oui") if v else _("non")),
            Text: self.told,
            Decimal: lambda v: filters.number(v, self.language),
            date: lambda v: filters.day(v, self.language),
            Range: lambda v: filters.between(v, self.language),
            Condition: lambda v: condition_words(self.guideline, v, self.language),
            Band: lambda v: f"{doses.band_words(v, self.language)} mL/min",
            Citation: lambda v: self.sources((v,)),
            Choice: lambda v: f"{self.told(v.label)} [{v.id}]",
            Step: self._step,
            Treatable: lambda v: f"{self._enum(v.how)} → {self.value('', v.answer)}",
            Liquid: lambda v: f"1 {self.told(v.unit)} = {filters.number(v.mg, self.language)} mg",
            Enum: self._enum,
        }

    def _enum(self, value: Enum) -> str:
        for kinds, said in _WORDS:
            if isinstance(value, kinds):
                return self.w(said.get(value, value.value))
        return str(value.value)

    def _step(self, step: Step) -> str:
        days = filters.between(step.after_days, self.language)
        added = filters.between(step.add_mg, self.language)
        told = self.w(_("+{mg} mg/j tous les {days} jours"), mg=added, days=days)
        if step.up_to_mg is None:
            return told
        return self.w(_("{step} jusqu’à {mg} mg/j"), step=told, mg=filters.number(step.up_to_mg, self.language))
