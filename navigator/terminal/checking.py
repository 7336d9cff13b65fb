"""`navigator check` and `navigator self-test`: what is wrong with a content folder, and whether this copy works.

Knows the loader, the checks and the cases. Prints nothing.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from navigator import __version__, paths
from navigator.consultation.case_check import case_problems
from navigator.consultation.titration import plan
from navigator.guideline.checks import check_guideline
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages.sitting import Sitting
from navigator.problems import Problem, Severity
from navigator.terminal import printing


def check(folder: Path) -> tuple[tuple[Problem, ...], Sentence]:
    """Every problem of a content folder and the sentence that counts them; reading errors end it before the rest."""
    loaded = load(folder)
    problems = list(loaded.problems)
    rules = cases = 0
    if loaded.guideline is not None:
        problems += check_guideline(loaded, folder)
        problems += case_problems(loaded.guideline)
        rules = sum(len(t.rules) for t in loaded.guideline.treatments.values())
        cases = len(loaded.guideline.cases)
    errors = sum(p.severity is Severity.ERROR for p in problems)
    counts = Sentence(
        _("{errors} erreurs, {warnings} avertissements ; {rules} règles, {cases} cas."),
        errors=errors,
        warnings=len(problems) - errors,
        rules=rules,
        cases=cases,
    )
    return tuple(problems), counts


def code(problems: tuple[Problem, ...]) -> int:
    """The exit code: 1 where there is an error, else 0."""
    return int(any(p.severity is Severity.ERROR for p in problems))


def self_test(language: Language) -> tuple[list[str], bool]:
    """What this copy of the app says of itself, line by line, and whether all is well."""
    said = [f"navigator {__version__}"]
    problems, counts = check(paths.content())
    said.append(counts.in_(language))
    fine = not code(problems)
    guideline = load(paths.content()).guideline
    if guideline is not None:
        fine = _fonts(said) and _pages(said, guideline) and fine
    said.append(
        Sentence(_("Tout va bien.") if fine else _("Cette copie est défectueuse : réinstallez-la.")).in_(language)
    )
    return said, fine


def _fonts(said: list[str]) -> bool:
    fonts = sorted((paths.resources() / "fonts").glob("*.ttf"))
    said.append(f"{len(fonts)} × IBM Plex Sans")
    return len(fonts) >= 4


def _pages(said: list[str], guideline: Guideline) -> bool:
    """Render every node and treatment in both languages, and plan every schedule."""
    rendered = 0
    for language in Language:
        sitting = Sitting(guideline, language, date(2026, 11, 23))
        for node in guideline.nodes:
            sitting.open_node(node)
            rendered += bool(printing.page(sitting.scene))
        for treatment in guideline.treatments:
            sitting.open_treatment(treatment)
            rendered += bool(printing.page(sitting.scene))
    plans = [plan(t, s, date(2026, 11, 23)) for t in guideline.treatments.values() for s in t.schedules]
    said.append(f"{rendered} pages, {len(plans)} plans, {guideline.version}")
    return rendered == 2 * (len(guideline.nodes) + len(guideline.treatments)) and all(
        step.total_mg > Decimal(0) for made in plans for step in made.steps
    )
