"""What a search can find: one entry for each page, section, sign and word of the guideline.

Knows which texts of each noun speak for it, and how loudly. Compares no words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from navigator.guideline.model import Factor, FactorKind, Guideline, Node, PainType, Rule, Statement, Treatment
from navigator.guideline.words import words_of
from navigator.language import Language, Text, _, say

NAME, TYPE, BESIDE, NAMED, WALKED, BODY = 60, 70, 25, 25, 5, 10  # how loudly a text speaks for its page
SOURCE_NAME, SOURCE_BODY = 20, 5  # a document is looked for last
_SECTIONS: Mapping[str, str] = {
    "authorisation": _("Autorisation et règles de prescription"),
    "mechanism": _("Mécanisme"),
    "dosing": _("Posologie"),
    "renal": _("ajustement rénal"),
    "hepatic": _("ajustement hépatique"),
    "elderly": _("Sujet âgé"),
    "contraindications": _("Contre-indications"),
    "interactions": _("Interactions"),
    "adverse_common": _("Effets indésirables fréquents"),
    "adverse_serious": _("Effets indésirables graves"),
    "before_starting": _("Avant de débuter"),
    "stopping": _("arrêt progressif"),
    "pregnancy": _("Grossesse"),
    "breastfeeding": _("Allaitement"),
    "contraception": _("Contraception"),
    "misuse": _("Mésusage"),
    "advice": _("À dire au patient"),
    "expectations": _("Ce que l’on peut attendre"),
    "evidence": _("Preuves et désaccords"),
    "referral": _("Orientation"),
}
_ALSO: Mapping[str, str] = {  # what a doctor types for a section, in both languages
    "authorisation": "AMM remboursement ordonnance licence reimbursement",
    "mechanism": "action cible target",
    "dosing": "dose titration palier mg dosage",
    "renal": "rein rénal rénale clairance créatinine dialyse kidney renal clearance",
    "hepatic": "foie hépatique cirrhose liver hepatic",
    "elderly": "âge âgé personne sujet chute beers elderly old",
    "contraindications": "CI terrain contraindication",
    "adverse_common": "effet secondaire tolérance side effect",
    "adverse_serious": "effet secondaire grave side effect",
    "before_starting": "bilan ECG avant before",
    "stopping": "arrêter sevrage décroissance stop withdrawal taper",
    "pregnancy": "enceinte pregnant",
    "breastfeeding": "allaiter lactation",
    "contraception": "pilule pill",
    "misuse": "addiction abus dépendance abuse",
    "advice": "conseil conduite patient conseils",
    "expectations": "délai efficacité délais",
    "evidence": "NNT NNH preuve essai étude trial",
    "referral": "adresser spécialiste avis refer",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: `texts` speak for it, each with its weight; `snippets` may be shown under it.

    `part`: a section of the page, or the factor that the treatment meets; empty for a whole page.
    """

    id: str
    kind: str
    title: str
    texts: tuple[tuple[int, str], ...]
    snippets: tuple[str, ...]
    part: str = ""


def entries(guideline: Guideline, language: Language) -> Iterator[Entry]:
    """Everything that can be found, in a fixed order."""
    yield from _treatments(guideline, language)
    for pain_type in guideline.pain_types.values():
        yield _pain_type(pain_type, guideline, language)
    for node in guideline.nodes.values():
        yield _node(node, guideline.pain_types.get(node.pain_type), language)
    for page in guideline.background.values():
        yield _read(page.id, "background", page.title, page.statements, language)
    for score in guideline.scores.values():
        items = [*(item.text for item in score.items), score.positive, score.negative]
        yield _plain(score.id, "score", score.title, items, language)
    for sign in guideline.red_flags:
        yield _plain(sign.id, "red-flag", sign.finding, [sign.think, sign.action], language)
    for term in guideline.glossary.values():
        yield _plain(term.id, "term", term.word, [term.meaning], language)
    for source in guideline.sources.values():
        texts = ((SOURCE_NAME, f"{source.id} {source.short.in_(language)}"), (SOURCE_BODY, source.title.in_(language)))
        yield Entry(source.id, "source", source.short.in_(language), texts, (source.title.in_(language),))


def _treatments(guideline: Guideline, language: Language) -> Iterator[Entry]:
    for treatment in guideline.treatments.values():
        yield _treatment(treatment, guideline, language)
    for treatment in guideline.treatments.values():
        yield from _sections(treatment, language)
    yield from _interactions(guideline, language)
    for factor in guideline.factors.values():
        yield _factor(factor, language)


def _treatment(treatment: Treatment, guideline: Guideline, language: Language) -> Entry:
    drug_class = guideline.classes.get(treatment.drug_class)
    names = (treatment.name.fr, treatment.name.en, treatment.id, *treatment.brands, *treatment.synonyms)
    summary = treatment.summary.text.in_(language)
    beside = "" if drug_class is None else f"{drug_class.name.fr} {drug_class.name.en}"
    texts = ((NAME, " ".join(names)), (BESIDE, beside), (BODY, summary))
    brands = ", ".join(treatment.brands)
    return Entry(treatment.id, "treatment", treatment.name.in_(language), texts, (summary, brands))


def _sections(treatment: Treatment, language: Language) -> Iterator[Entry]:
    for section in treatment.sections.values():
        said = tuple(statement.text.in_(language) for statement in section.statements)
        if said:
            name = say(_SECTIONS[section.id], language)
            names = f"{treatment.name.fr} {treatment.name.en} {' '.join(treatment.brands)}"
            also = f"{name} {_ALSO.get(section.id, '')}"
            texts = ((BESIDE, names), (NAMED, also), (BODY, " ".join(said)))
            title = _joined(
                _("{treatment} : {part}"), language, treatment=treatment.name.in_(language), part=_low(name)
            )
            yield Entry(treatment.id, "section", title, texts, said, section.id)


def _interactions(guideline: Guideline, language: Language) -> Iterator[Entry]:
    """Two medicines of the guide; and a treatment with what the patient takes or has, where a rule looks at it."""
    for pair in guideline.pairs.values():
        one, other = sorted((guideline.treatments[m] for m in pair.members), key=lambda t: t.id)
        title = _joined(
            _("{one} et {other}"), language, one=one.name.in_(language), other=_low(other.name.in_(language))
        )
        names = " ".join(n for t in (one, other) for n in (t.name.fr, t.name.en, *t.brands))
        texts = ((BESIDE, names), (NAMED, "interaction association"))
        yield Entry(f"{one.id}+{other.id}", "interaction", title, texts, (pair.because.in_(language),))
    for treatment in guideline.treatments.values():
        met: dict[str, list[Rule]] = {}
        for rule in treatment.rules:
            for factor in rule.when.facts_used & guideline.factors.keys():
                met.setdefault(factor, []).append(rule)
        for factor, rules in met.items():
            if guideline.factors[factor].kind is not FactorKind.NUMBER:
                yield _meeting(treatment, guideline.factors[factor], rules, language)


def _meeting(treatment: Treatment, factor: Factor, rules: Iterable[Rule], language: Language) -> Entry:
    kind = "interaction" if factor.kind is FactorKind.TAKING else "situation"
    label = _low((factor.short if kind == "interaction" and factor.short else factor.label).in_(language))
    title = _joined(_("{one} et {other}"), language, one=treatment.name.in_(language), other=label)
    known = " ".join(t for n in (factor.label, factor.short, factor.help) if n for t in (n.fr, n.en))
    names = f"{treatment.name.fr} {treatment.name.en} {' '.join(treatment.brands)}"
    said = tuple(rule.because.in_(language) for rule in rules)
    return Entry(treatment.id, kind, title, ((BESIDE, names), (BESIDE, known)), said, factor.id)


def _factor(factor: Factor, language: Language) -> Entry:
    """A field of the patient's panel, under all its names."""
    labels = [text for text in (factor.label, factor.short) if text is not None]
    # each word once: said four times, the field would stand before the treatment of that name
    names = " ".join(dict.fromkeys(w for text in labels for told in (text.fr, text.en) for w in words_of(told)))
    help_ = factor.help.in_(language) if factor.help is not None else ""
    texts = ((NAME, names), (BESIDE, factor.id), (BESIDE, help_))
    return Entry(factor.id, "factor", factor.label.in_(language), texts, (help_,))


def _joined(message: str, language: Language, **values: str) -> str:
    return say(message, language).format(**values)


def _low(name: str) -> str:
    """A name inside a title; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _pain_type(pain_type: PainType, guideline: Guideline, language: Language) -> Entry:
    """A pain type answers for its name, its description, and for what the pages of its walk and its signs say."""
    own = [text.in_(language) for text in (pain_type.looks_like, pain_type.words, *pain_type.causes)]
    nodes = [node for node in guideline.nodes.values() if node.pain_type == pain_type.id]
    walked = [statement.text.in_(language) for node in nodes for statement in node.statements]
    texts = (
        (TYPE, f"{pain_type.title.fr} {pain_type.title.en} {pain_type.id} {' '.join(pain_type.synonyms)}"),
        (BESIDE, " ".join(own)),
        (WALKED, " ".join(walked)),
    )
    return Entry(pain_type.id, "pain-type", pain_type.title.in_(language), texts, (*own, *walked))


def _node(node: Node, pain_type: PainType | None, language: Language) -> Entry:
    said = (node.aim.in_(language), *(statement.text.in_(language) for statement in node.statements))
    title, texts = node.title.in_(language), [(NAME, f"{node.title.fr} {node.title.en}"), (BODY, " ".join(said))]
    if pain_type is not None:
        title = f"{pain_type.title.in_(language)} — {title}"
        about = (pain_type.looks_like, pain_type.words, *pain_type.causes)
        texts.append((BESIDE, f"{pain_type.title.fr} {pain_type.title.en}"))
        texts.append((BODY, " ".join(text.in_(language) for text in about)))
    return Entry(node.id, "node", title, tuple(texts), said)


def _read(id_: str, kind: str, title: Text, statements: Iterable[Statement], language: Language) -> Entry:
    return _plain(id_, kind, title, [statement.text for statement in statements], language)


def _plain(id_: str, kind: str, title: Text, body: Iterable[Text], language: Language) -> Entry:
    said = tuple(text.in_(language) for text in body)
    texts = ((NAME, f"{title.fr} {title.en} {id_}"), (BODY, " ".join(said)))
    return Entry(id_, kind, title.in_(language), texts, said)
