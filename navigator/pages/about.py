"""About: versions, what the app is for and what it is not, where its content comes from, the licences it ships.

Reads the licence texts in resources/licences, which lie beside a checkout and inside every build. Knows no widget.
"""

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from navigator import __version__, paths
from navigator.guideline.model import Guideline
from navigator.language import Language, _, say
from navigator.pages import filters, scene, words
from navigator.pages.blocks import Block, Item, Part, Table
from navigator.pages.desk import Desk
from navigator.pages.environment import render
from navigator.pages.filters import tr

ID = "about"


@dataclass(frozen=True, slots=True)
class Licence:
    """A part that is shipped: its name, its licence by name, its package (for the version) and the text's files."""

    name: str
    terms: str
    files: tuple[str, ...]
    package: str = ""


LICENCES = MappingProxyType(
    {
        "navigator": Licence("Navigateur", "MIT", ("licences/navigator.txt",)),
        "qt": Licence(
            "Qt, PySide6, Shiboken6", "LGPL 3", ("licences/lgpl-3.txt", "licences/gpl-3.txt"), "PySide6_Essentials"
        ),
        "qt-parts": Licence(
            "PCRE2, HarfBuzz, libpng, FreeType… (Qt)", "MIT, BSD, libpng, FTL…", ("licences/qt-third-party.txt",)
        ),
        "icu": Licence("ICU (Qt)", "Unicode", ("licences/icu.txt",)),
        "python": Licence("Python", "PSF 2", ("licences/python.txt",)),
        "python-parts": Licence(
            "libmpdec, expat, zlib… (Python)", "BSD, MIT, Zlib…", ("licences/python-third-party.txt",)
        ),
        "pyyaml": Licence("PyYAML", "MIT", ("licences/pyyaml.txt",), "PyYAML"),
        "jinja2": Licence("Jinja2", "BSD 3-Clause", ("licences/jinja2.txt",), "Jinja2"),
        "markupsafe": Licence("MarkupSafe", "BSD 3-Clause", ("licences/markupsafe.txt",), "MarkupSafe"),
        "pyinstaller": Licence("PyInstaller", "GPL 2+, exception", ("licences/pyinstaller.txt",)),
        "microsoft": Licence("Visual C++ (Windows)", "Microsoft", ("licences/microsoft-runtime.txt",)),
        "plex": Licence("IBM Plex Sans", "SIL OFL 1.1", ("fonts/OFL.txt",)),
    }
)
_QT = _("Qt et PySide6 sont utilisés sans modification, en bibliothèques séparées : vous pouvez les remplacer.")


def about_page(guideline: Guideline, desk: Desk) -> scene.ArticlePage:
    """Everything that this copy says of itself."""
    language = desk.language
    blocks = [
        *_check_block(desk),
        _version_block(guideline, language),
        _use_block(language),
        _source_block(guideline, language),
        _licence_block(language),
    ]
    check = _("Vérifier cette copie") if desk.findings is None else _("Vérifier de nouveau")
    moves = (
        scene.Move("return", tr(_("Revenir à la consultation"), language), primary=True),
        scene.Move("check-copy", tr(check, language)),
        scene.Move("tour", tr(_("Revoir la présentation"), language)),
    )
    title = tr(_("À propos de Navigateur"), language)
    lead = filters.told(guideline.title, language)
    return scene.ArticlePage(ID, (), title, lead, _html(blocks, language), title, moves)


def licence_page(desk: Desk, id: str) -> scene.ArticlePage:
    """The text of a licence, as it was given."""
    language, licence = desk.language, LICENCES[id]
    blocks: list[Block] = []
    for name in licence.files:
        for head, text in _sections((paths.resources() / name).read_text(encoding="utf-8")):
            paragraphs = tuple(Item(" ".join(p.split())) for p in text.split("\n\n") if p.strip())
            if paragraphs:
                blocks.append(Block(f"text{len(blocks)}", head, (Part(items=paragraphs, plain=True),)))
    title = f"{licence.name} — {licence.terms}"
    moves = (scene.Move("about", tr(_("À propos de Navigateur"), language), primary=True),)
    crumbs = (tr(_("À propos de Navigateur"), language),)
    return scene.ArticlePage(f"licence.{id}", crumbs, title, "", _html(blocks, language), title, moves)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """A licence text, cut where a heading between two rules begins a work of its own; other rules are left out."""
    first, *rest = re.split(r"^={5,}\n(.+)\n={5,}$", text, flags=re.MULTILINE)
    for head, part in (("", first), *zip(rest[::2], rest[1::2], strict=True)):
        yield head.strip(), re.sub(r"^[-=]{3,}$", "", part, flags=re.MULTILINE)


def _html(blocks: list[Block], language: Language) -> str:
    return render("article.html.j2", language, blocks=blocks, lead="")


def _check_block(desk: Desk) -> list[Block]:
    if desk.findings is None:
        return []
    language = desk.language
    items = tuple(
        Item(said if f.fine else tr(_("**En défaut.** {what}"), language, what=said))
        for f, said in ((f, f.sentence.in_(language)) for f in desk.findings)
    )
    if not desk.checked:
        items = (*items, Item(tr(_("Vérification en cours…"), language)))
    return [Block("check", tr(_("Vérification de cette copie"), language), (Part(items=items),))]


def _version_block(guideline: Guideline, language: Language) -> Block:
    items = (
        Item(tr(_("Application : {version}."), language, version=__version__)),
        Item(
            tr(
                _("Contenu {version}, publié le {day}, à revoir avant le {review}."),
                language,
                version=guideline.version,
                day=filters.day(guideline.released, language),
                review=filters.day(guideline.review_by, language),
            )
        ),
        Item(tr(_("Hors ligne : l’application n’ouvre aucune connexion au réseau."), language)),
        Item(tr(_("Rien n’est enregistré : les données du patient s’effacent à la fermeture."), language)),
    )
    return Block("versions", tr(_("Version"), language), (Part(items=items),))


FOR = (
    _("Pour un médecin qui soigne un adulte atteint de douleur neuropathique chronique, patient présent."),
    _("Il rassemble des recommandations publiées, les ordonne pour ce patient, donne doses, alertes et sources."),
    _("La décision et la prescription restent celles du médecin, qui vérifie ce qu’il lit dans la source citée."),
)
NOT_FOR = (
    _("Ce n’est pas un dispositif médical certifié."),
    _(
        "Un logiciel d’aide à la décision qui tient compte de données d’un patient peut être un dispositif médical "
        "au sens du règlement (UE) 2017/745 : sa mise à disposition appelle une analyse qui n’est pas faite ici."
    ),
    _("Préparé dans l’esprit des règles de sécurité des logiciels de santé, il n’atteste aucune conformité."),
    _("Il ne pose pas de diagnostic, ne traite ni l’urgence, ni l’enfant, ni la douleur du cancer en cours."),
    _("Il ne remplace ni le jugement clinique, ni la notice, ni le logiciel de prescription et ses contrôles."),
)


def _use_block(language: Language) -> Block:
    return Block(
        "use",
        tr(_("À quoi il sert, à quoi il ne sert pas"), language),
        (
            Part(tr(_("Il sert"), language), tuple(Item(tr(s, language)) for s in FOR)),
            Part(tr(_("Il ne sert pas"), language), tuple(Item(tr(s, language)) for s in NOT_FOR)),
        ),
    )


def _source_block(guideline: Guideline, language: Language) -> Block:
    items = tuple(
        Item(
            f"{s.title.in_(language)}{f' ({s.year})' if s.year else ''}",
            (),
            say(words.STANDING[s.standing], language),
            f"source.{s.id}",
        )
        for s in guideline.sources.values()
    )
    return Block("standing", tr(_("Sources, et comment elles ont été lues"), language), (Part(items=items),))


def _licence_block(language: Language) -> Block:
    rows = tuple(
        (Item(licence.name, link=f"licence.{id}"), Item(_version(id, licence)), Item(licence.terms))
        for id, licence in LICENCES.items()
    )
    head = (_("Composant"), _("Version"), _("Licence"))
    table = Table(tuple(tr(h, language) for h in head), rows, widths=(46, 24, 30))
    note = Part(items=(Item(tr(_QT, language)),))
    return Block("licences", tr(_("Licences de ce qui est livré"), language), (Part(table=table), note))


def _version(id: str, licence: Licence) -> str:
    if id == "navigator":
        return __version__
    if id == "python":
        return platform.python_version()
    return _installed(licence.package) if licence.package else "—"


def _installed(package: str) -> str:
    """The version of an installed package, by the name of its folder: importlib.metadata would load Python's sockets.

    A dash in a build without package metadata.
    """
    start, end = package.lower() + "-", ".dist-info"
    for folder in map(Path, sys.path):
        for found in folder.glob(f"*{end}"):
            if found.name.lower().startswith(start):
                return found.name[len(start) : -len(end)]
    return "—"
