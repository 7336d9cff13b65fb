"""What this copy of the app finds when it checks itself: content, cases, fonts, templates, pages, plans, PDF.

One finding at a time. The window runs it on a button, `navigator self-test` in a terminal. Knows no Qt, is given what
makes a PDF, and prints nothing.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from navigator import __version__, paths
from navigator.consultation.case_check import play
from navigator.consultation.titration import plan
from navigator.guideline import kept
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages import documents, environment, scene
from navigator.pages.desk import Finding
from navigator.pages.sitting import Sitting

_FONTS = 5
PdfMaker = Callable[[scene.Document], bytes]


def findings(content: Path, resources: Path, today: date, pdf: PdfMaker | None = None) -> Iterator[Finding]:
    """Check the content in `content` and what lies in `resources`; the last finding is the verdict.

    With `pdf` also a leaflet as a PDF, in memory.
    """
    fine = True
    for finding in _parts(content, resources, today, pdf):
        fine = fine and finding.fine
        yield finding
    verdict = _("Tout va bien.") if fine else _("Cette copie est défectueuse : réinstallez-la.")
    yield Finding(Sentence(verdict), fine)


def _parts(content: Path, resources: Path, today: date, pdf: PdfMaker | None) -> Iterator[Finding]:
    yield Finding(Sentence(_("Navigateur {version}"), version=__version__), fine=True)
    loaded = load(content)
    guideline = loaded.guideline
    if guideline is None:
        first = loaded.problems[0]
        yield Finding(
            Sentence(_("Le contenu ne peut pas être lu : {first}"), first=first.line(Language.FR)), fine=False
        )
        return
    yield Finding(Sentence(_("Contenu {version} lu sans erreur."), version=guideline.version), fine=True)
    yield _kept(guideline, content)
    yield _cases(guideline)
    yield _fonts(resources)
    yield Finding(Sentence(_("{count} gabarits lus."), count=len(environment.templates())), fine=True)
    yield _pages(guideline, today)
    yield _plans(guideline, today)
    if pdf is not None:
        yield _pdf(guideline, today, pdf)


def _kept(guideline: Guideline, content: Path) -> Finding:
    """Whether a start opens the kept content, which must then be what the files say."""
    found = kept.read(content, paths.kept_content())
    if found is None:
        return Finding(Sentence(_("Aucun contenu gardé pour ces fichiers : le démarrage les lit.")), fine=True)
    if found != guideline:
        return Finding(Sentence(_("Le contenu gardé n’est pas celui des fichiers.")), fine=False)
    return Finding(Sentence(_("Contenu gardé, égal aux fichiers : le démarrage l’ouvre.")), fine=True)


def _cases(guideline: Guideline) -> Finding:
    unmet = sum(bool(play(guideline, case)[1]) for case in guideline.cases)
    message = _("{count} cas cliniques rejoués, {unmet} en défaut.")
    return Finding(Sentence(message, count=len(guideline.cases), unmet=unmet), not unmet and bool(guideline.cases))


def _fonts(resources: Path) -> Finding:
    found = len(list((resources / "fonts").glob("*.ttf")))
    return Finding(Sentence(_("{count} polices de caractères."), count=found), found == _FONTS)


def _pages(guideline: Guideline, today: date) -> Finding:
    """Tell every node and treatment in both languages."""
    told = 0
    for language in Language:
        sitting = Sitting(guideline, language, today)
        for node in guideline.nodes:
            sitting.open_node(node)
            told += bool(sitting.scene.title)
        for treatment in guideline.treatments:
            sitting.open_treatment(treatment)
            told += bool(sitting.scene.title)
    wanted = len(Language) * (len(guideline.nodes) + len(guideline.treatments))
    return Finding(Sentence(_("{count} pages composées."), count=told), told == wanted)


def _plans(guideline: Guideline, today: date) -> Finding:
    plans = [plan(t, s, today) for t in guideline.treatments.values() for s in t.schedules]
    sound = all(step.total_mg > Decimal(0) for made in plans for step in made.steps)
    return Finding(Sentence(_("{count} plans de titration calculés."), count=len(plans)), sound and bool(plans))


def _pdf(guideline: Guideline, today: date, pdf: PdfMaker) -> Finding:
    """The leaflet of the first treatment that has one, as a file with fonts in it."""
    ids = (f"{documents.LEAFLET}.{treatment}" for treatment in guideline.treatments)
    id = next(i for i in ids if documents.has_document(guideline, i))
    desk = Sitting(guideline, Language.FR, today).desk
    made = pdf(documents.document(guideline, id, desk.moment, {}, today, Language.FR)[0])
    message = _("Une fiche patient en PDF : {size} ko.")
    whole = made.startswith(b"%PDF-") and b"/FontFile2" in made
    return Finding(Sentence(message, size=len(made) // 1000), whole)
