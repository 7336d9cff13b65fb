"""Writes docs/content-review.md, in French: everything that the clinician who signs has to read, with a box to tick.

What to re-read first stands at the top: by hand what the dossier calls unsure and what no factor could encode,
from the content what is marked unsure and the hard stops that were not read at their source."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from navigator import paths
from navigator.guideline.checks_evidence import check_hard_stops_were_read
from navigator.guideline.loader import load
from navigator.guideline.model import SECTIONS, Guideline, Severity, Standing
from navigator.guideline.portrait import Group, Item, Part, Subject, subjects
from navigator.language import Language
from navigator.terminal.item_words import GROUP, SECTION, ItemTeller

HEAD = """# Relecture du contenu

Fait à partir du contenu par `make review` ; ne pas modifier. Guide « {title} »,
contenu {version}, publié le {released}, à revoir avant le {review}. {boxes} points à cocher.

| Relu par | Titre et lieu d’exercice | Date | Signature |
|---|---|---|---|
|  |  |  |  |

Chaque point porte entre crochets sa vérification, puis entre parenthèses ses sources avec leur identifiant :

- **lu** : l’énoncé a été lu dans une page publiée, souvent au début de celle-ci seulement. 34 des 169 pages lues par le
  dossier sont de première main (BDPM, ANSM, CRAT…) ; les autres sont des bases, la presse ou des copies. « Lu » ne veut
  pas dire que le RCP en vigueur a été relu.
- **littérature non relue** : connu des RCP ou de la littérature, page non rouverte.
- **article source, non vérifié** : dit par le seul article que suit le guide.
- **incertain, à vérifier** : gardé sans chiffre, au plus « déconseillé ».

« § 4.5 » après un RCP est la rubrique où le modèle européen de RCP range une telle phrase : où ouvrir le texte en
vigueur pour la confirmer, non la preuve qu’elle y a été lue. Après l’article, « § » donne l’intertitre. Les citations
sans endroit sont comptées en fin de liste, source par source, avec la raison.

Toute dose affichée est à relire dans le RCP en vigueur (BDPM, EMA) avant diffusion. Les doses sont en mg par jour en
moyenne. Une condition se lit avec ET et OU ; la clairance est celle de Cockcroft-Gault.
"""
UNSURE = (
    "Carbamazépine : calendrier exact de surveillance du RCP français (NFS, bilan hépatique).",
    "Clomipramine : fourchette de dose dans la douleur au RCP actuel. Tofranil (imipramine) : disponibilité actuelle. "
    "Nortriptyline : statut à la BDPM.",
    "Amitriptyline : texte actuel du RCP français pour le glaucome, la rétention d’urine et l’insuffisance hépatique "
    "sévère (extrait tronqué).",
    "Venlafaxine et morphine : seuils rénaux (les sources diffèrent : 30, ou 10 à 30 mL/min). Oxcarbazépine : dose de "
    "départ dans la douleur sous 30 mL/min.",
    "HAS 2022, opioïdes : seuils chiffrés de dose et de durée ; recommandations sur la naloxone (seul le titre a été "
    "vu).",
    "Qutenza : conditions françaises de prescription et de délivrance. Toxine botulique : dose et opérateurs du "
    "protocole CPC (décision vue, annexe non).",
    "Pictogramme français exact des boîtes de duloxétine, venlafaxine, amitriptyline, gabapentine, lamotrigine, "
    "oxcarbazépine et baclofène.",
    "Niveaux du Thésaurus pour les paires connues de la seule littérature (carbamazépine–oxycodone, "
    "tricyclique–tramadol, IRSNA–tramadol) : relire le Thésaurus ANSM en vigueur.",
    "Gabapentine : une règle d’ordonnance sécurisée est-elle parue depuis les pages lues ? (rien trouvé)",
    "Noms que la saisie range dans une classe sans que le dossier le dise : sertraline, fluvoxamine, citalopram et "
    "escitalopram (ISRS), quinidine et propafénone (classe I, la quinidine aussi QT), valpromide (valproate), "
    "méthadone, fentanyl, codéine, dihydrocodéine et buprénorphine (opioïdes), hydroxyzine (sédatif, "
    "anticholinergique), isoniazide et cobicistat (CYP3A4), amiodarone et sotalol (QT), "
    "ritonavir et lopinavir (antiviraux).",
    "Tout changement après septembre 2026 : renouvellements de CPC, mesures de l’ANSM.",
)
NO_FACTOR = (  # what the rules cannot ask for, and how the content may say it
    ("Inhibiteurs de l’enzyme de conversion", r"\bIEC\b|enzyme de conversion"),
    ("Glitazones", r"glitazone"),
    ("Antiacides", r"anti-?acide"),
    ("Antihypertenseurs", r"antihypertenseur"),
    ("Corticoïdes", r"corticoïde"),
    ("Lévodopa", r"l[ée]vodopa"),
    ("Allergie au blé", r"\bblé\b"),
    ("Antécédent d’angio-œdème", r"angio-?(œ|oe)dème"),
    ("Pancréatite", r"pancréatite"),
    ("Antécédent de SIADH", r"SIADH|antidiurétique|sécrétion inappropriée"),
    ("Œdèmes sans insuffisance cardiaque", r"œdèmes?\b"),
    ("Desmopressine seule", r"desmopressine"),
    ("Clonidine", r"clonidine"),
    ("Méthyldopa", r"méthyldopa"),
    ("Métoprolol", r"métoprolol"),
    ("Buspirone", r"buspirone"),
    ("Hypersensibilité autre qu’aux tricycliques", r"hypersensibilité|allergie (à|au|aux|connue)"),
    ("Trouble de la coagulation", r"coagulation|coagulopathie"),
    (
        "Infection au point d’injection ou d’implantation",
        r"infection (locale|active|au |du |de la |sur |cutanée|générale|non)",
    ),
    ("Allergie aux anesthésiques de type amide", r"\bamides?\b"),
    ("Peau insensible", r"insensible|anesthésiée|sans sensibilité"),
    ("Aminosides", r"aminoside"),
    ("Absence de conflit vasculaire à l’IRM", r"conflit|contact vasculaire"),
    (
        "Patient non opérable",
        r"opérable|inapte à une chirurgie|(pas|plus) être opéré|hors d’état|contre-indication (à|de) la chirurgie",
    ),
)
NO_PLACE = (  # why a citation of such a source says no place
    (Standing.READ, "Lu au début de la page seulement (2 000 caractères) : l’endroit est toujours « le début »."),
    (Standing.LITERATURE, "Connu de la littérature, non rouvert : un numéro de page serait inventé."),
)
_PARTS = (Part.SUMMARY, Part.SCHEDULE, Part.RULE, Part.MONITORING, Part.DRIVING, Part.EVIDENCE)
_ASIDE = (Group.TREATMENT, Group.GUIDELINE, Group.SOURCE)  # told otherwise
_TITLES = {
    Part.SUMMARY: "Résumé",
    Part.SCHEDULE: "Doses",
    Part.RULE: "Règles",
    Part.MONITORING: "Suivi",
    Part.DRIVING: "Conduite automobile : pictogramme",
    Part.EVIDENCE: "Chiffres d’essais",
}


class Review:
    """Writes the parts of the document from one guideline."""

    def __init__(self, guideline: Guideline) -> None:
        self._guideline = guideline
        self._teller = ItemTeller(guideline, Language.FR)
        self._subjects = subjects(guideline)
        self._treatments = [s for s in self._subjects if s.group is Group.TREATMENT]
        self._singles = [s for s in self._treatments if not guideline.treatments[s.id].members]

    def text(self) -> str:
        """The whole document."""
        lines = [*self._first(), *self._all_treatments(), *self._placements(), *self._others()]
        body = "\n".join([*lines, *self._sources("\n".join(lines)), *self._without_place()])
        guideline, say = self._guideline, self._teller.value
        head = HEAD.format(
            title=guideline.title.fr,
            version=guideline.version,
            released=say("", guideline.released),
            review=say("", guideline.review_by),
            boxes=body.count("- [ ] "),
        )
        return re.sub(r"\n{3,}", "\n\n", f"{head}\n{body.strip()}\n")

    def _box(self, item: Item, before: str = "") -> str:
        name = f"`{item.key}` " if item.part in (Part.RULE, Part.SCHEDULE) else ""
        return f"- [ ] {name}{before}" + _plain(self._teller.sentence(item) + self._teller.behind(item))

    # --- what comes first

    def _first(self) -> Iterator[str]:
        yield "## À relire d’abord\n\n### Ce que le dossier dit incertain\n"
        yield from (f"- [ ] {line}" for line in UNSURE)
        yield "\n### Ce que le contenu marque « incertain »\n"
        for subject in self._subjects:
            for item in subject.items:
                if self._teller.standing(item) is Standing.UNSURE and subject.group is not Group.SOURCE:
                    yield self._box(item, f"**{_plain(subject.title.fr)}**, ")
        yield "\n### Contre-indications à relire dans le RCP en vigueur\n"
        yield from self._hard_stops()
        yield "\n### Non codé, faute de facteur à demander\n"
        yield "Aucune règle ne peut s’en servir : seul le texte peut le dire, là où il est nommé ci-dessous.\n"
        said = {s.title.fr: "\n".join(self._teller.sentence(item) for item in s.items) for s in self._singles}
        for name, pattern in NO_FACTOR:
            named = ", ".join(title for title, text in said.items() if re.search(pattern, text, re.IGNORECASE))
            yield f"- [ ] {name} : " + (f"dit dans {named}." if named else "n’est dit nulle part.")

    def _hard_stops(self) -> Iterator[str]:
        unread: set[object] = {problem.place for problem in check_hard_stops_were_read(self._guideline)}
        rules = (rule for treatment in self._guideline.treatments.values() for rule in treatment.rules)
        unread |= {
            rule.place
            for rule in rules
            if rule.severity is Severity.CONTRAINDICATED and rule.standing is not Standing.READ
        }
        for subject in self._subjects:
            if subject.group in (Group.TREATMENT, Group.PAIR):
                found = (i for i in subject.items if i.part in (Part.RULE, Part.ITSELF) and _place(i) in unread)
                yield from (self._box(item, f"**{subject.title.fr}**, ") for item in found)

    # --- the content

    def _all_treatments(self) -> Iterator[str]:
        yield "\n## Traitements"
        for subject in self._treatments:
            itself = self._teller.sentence(subject.items[0])
            yield f"\n### {subject.title.fr} [`{subject.id}`]\n\n- [ ] {_plain(itself)}"
            for part in _PARTS:
                yield from self._titled(_TITLES[part], (i for i in subject.items if i.part is part))
            for section in ("", *SECTIONS, "driving"):
                said = (i for i in subject.items if i.part in (Part.STATEMENT, Part.SECTION) and i.where == section)
                yield from self._titled(SECTION.get(section, "Phrases"), said)

    def _titled(self, title: str, items: Iterable[Item]) -> Iterator[str]:
        boxes = [self._box(item, "Sans objet : " if item.part is Part.SECTION else "") for item in items]
        if boxes:
            yield f"\n**{title}**\n"
            yield from boxes

    def _placements(self) -> Iterator[str]:
        """By type of pain, so that one list is compared with one recommendation."""
        yield "\n## Rangs"
        for pain in self._guideline.pain_types.values():
            yield f"\n### {pain.title.fr}\n"
            for subject in self._treatments:
                for item in subject.items:
                    if item.part is Part.PLACEMENT and item.key.startswith(f"{pain.id} "):
                        yield self._box(item, f"**{subject.title.fr}**, ").replace(f"{pain.title.fr}, ", "", 1)

    def _others(self) -> Iterator[str]:
        """Pairs, red flags, nodes, discrepancies, then all else but the sources."""
        first = (Group.PAIR, Group.RED_FLAG, Group.NODE, Group.DISCREPANCY)
        rank = {group: n for n, group in enumerate((*first, *(g for g in Group if g not in first)))}
        others = sorted((s for s in self._subjects if s.group not in _ASIDE), key=lambda s: rank[s.group])
        for group, several in groupby(others, key=lambda s: s.group):
            yield f"\n## {GROUP[group]}\n"
            for subject in several:
                yield from self._subject(subject)

    def _subject(self, subject: Subject) -> Iterator[str]:
        if len(subject.items) == 1 and subject.group is not Group.NODE:
            known = subject.group in (Group.PAIR, Group.RED_FLAG, Group.IMPLICATION)
            yield self._box(subject.items[0], "" if known else f"`{subject.id}` ")
            return
        yield f"\n### {_plain(subject.title.fr)} [`{subject.id}`]\n"
        for item in subject.items:
            named = item.part in (Part.EXIT, Part.ANSWER)
            yield self._box(item, f"{self._teller.w(self._teller.name(item))} : " if named else "")

    def _sources(self, body: str) -> Iterator[str]:
        """What the ids in `body` stand for."""
        yield "\n## Sources citées\n"
        for source in self._guideline.sources.values():
            if f"[{source.id}]" in body:
                mark = self._teller.value("standing", source.standing)
                year = f" ({source.year})" if source.year else ""
                yield f"- `{source.id}` [{mark}] {_plain(source.title.fr)}{year}. {source.address}".rstrip()

    def _without_place(self) -> Iterator[str]:
        """Source by source, the citations that do not say where in it, and what cites it so."""
        citing: dict[str, Counter[str]] = {}
        for subject in self._subjects:
            for item in subject.items:
                for citation in () if item.part is Part.PLACEMENT else self._teller.citations(item):
                    if not citation.locator:
                        citing.setdefault(citation.source, Counter())[_plain(subject.title.fr)] += 1
        yield "\n## Citations sans endroit dans leur source"
        for standing, why in NO_PLACE:
            found = [s for s in self._guideline.sources.values() if s.id in citing and s.standing is standing]
            if found:
                yield f"\n{why}\n"
            for source in found:
                by_subject = citing[source.id]
                named = ", ".join(f"{name} ({n})" if n > 1 else name for name, n in by_subject.items())
                yield f"- `{source.id}` {_plain(source.short.fr)} : {by_subject.total()} — {named}."


def _place(item: Item) -> object:
    return getattr(item.of, "place", None)


def _plain(text: str) -> str:
    """No sign of ours is read as markup."""
    return re.sub(r"<(?=[A-Za-z/!?])", r"\\<", text.replace("*", r"\*"))


def content_review(guideline: Guideline) -> str:
    """The whole document."""
    return Review(guideline).text()


def main() -> int:
    guideline = load(paths.content()).guideline
    assert guideline is not None
    Path(sys.argv[1]).write_text(content_review(guideline), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
