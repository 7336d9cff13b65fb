"""What a search can find: one entry for each page, section, sign and word of the guideline.

Knows which texts of each noun speak for it, and how loudly. Compares no words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from navigator.guideline.model import Guideline, Node, PainType, Statement, Treatment
from navigator.language import Language, Text, _, say

NAME, BESIDE, WALKED, BODY = 60, 25, 20, 10  # how loudly a text speaks for its page
SOURCE_NAME, SOURCE_BODY = 20, 5  # a document is looked for last
_SECTIONS: Mapping[str, str] = {
    "authorisation": _("Autorisation et règles de prescription"),
    "mechanism": _("Mécanisme"),
    "dosing": _("Posologie"),
    "renal": _("Rein"),
    "hepatic": _("Foie"),
    "elderly": _("Sujet âgé"),
    "contraindications": _("Contre-indications"),
    "interactions": _("Interactions"),
    "adverse_common": _("Effets indésirables fréquents"),
    "adverse_serious": _("Effets indésirables graves"),
    "before_starting": _("Avant de débuter"),
    "stopping": _("Arrêt"),
    "pregnancy": _("Grossesse"),
    "breastfeeding": _("Allaitement"),
    "contraception": _("Contraception"),
    "misuse": _("Mésusage"),
    "advice": _("À dire au patient"),
    "expectations": _("Ce que l’on peut attendre"),
    "evidence": _("Preuves et désaccords"),
    "referral": _("Orientation"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: `texts` speak for it, each with its weight; `snippets` may be shown under it."""

    id: str
    kind: str
    title: str
    texts: tuple[tuple[int, str], ...]
    snippets: tuple[str, ...]


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
            names = f"{treatment.name.fr} {treatment.name.en} {' '.join(treatment.brands)} {name}"
            texts = ((BESIDE, names), (BODY, " ".join(said)))
            yield Entry(treatment.id, "section", f"{treatment.name.in_(language)} — {name}", texts, said)


def _pain_type(pain_type: PainType, guideline: Guideline, language: Language) -> Entry:
    """A pain type answers for its name, its description, and for what the pages of its walk and its signs say."""
    own = [text.in_(language) for text in (pain_type.looks_like, pain_type.words, *pain_type.causes)]
    nodes = [node for node in guideline.nodes.values() if node.pain_type == pain_type.id]
    walked = [statement.text.in_(language) for node in nodes for statement in node.statements]
    texts = (
        (NAME, f"{pain_type.title.fr} {pain_type.title.en} {pain_type.id}"),
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
