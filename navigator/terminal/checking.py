"""`navigator check` and `navigator self-test`: what is wrong with a content folder, and whether this copy works.

Knows the loader, the checks and the cases. Prints nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from navigator import __version__, paths
from navigator.consultation.case_check import play
from navigator.consultation.coverage import Covered, coverage_problems, covered_by
from navigator.consultation.sweep.proof import Effort, prove
from navigator.consultation.titration import plan
from navigator.guideline.checks import check_guideline
from navigator.guideline.checks_sources import Cited, count_citations
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages.sitting import Sitting
from navigator.problems import Problem, Severity
from navigator.terminal import printing


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a content folder, the sentence that counts it, and what the cases cover of each rule."""

    problems: tuple[Problem, ...]
    counts: Sentence
    guideline: Guideline | None = None
    covered: Mapping[str, Covered] = field(default_factory=dict)


def check(folder: Path) -> Checked:
    """Every problem of a content folder; reading errors end it before the rest."""
    loaded = load(folder)
    guideline, problems = loaded.guideline, list(loaded.problems)
    covered: Mapping[str, Covered] = {}
    if guideline is not None:
        problems += check_guideline(loaded, folder)
        played = [(case, *play(guideline, case)) for case in guideline.cases]
        problems += [problem for _case, _found, unmet in played for problem in unmet]
        covered = covered_by(guideline, [(case, found) for case, found, _unmet in played])
        problems += coverage_problems(guideline, covered)
    cited = count_citations(guideline) if guideline is not None else Cited(0, 0)
    errors = sum(p.severity is Severity.ERROR for p in problems)
    counts = Sentence(
        _(
            "{errors} erreurs, {warnings} avertissements ; {rules} règles, {cases} cas ; "
            "{citations} citations, {placed} avec l’endroit."
        ),
        errors=errors,
        warnings=len(problems) - errors,
        rules=len(covered),
        cases=len(guideline.cases) if guideline is not None else 0,
        citations=cited.all,
        placed=cited.placed,
    )
    return Checked(tuple(problems), counts, guideline, covered)


def with_safety(checked: Checked, effort: Effort | None = None) -> tuple[Checked, tuple[Sentence, ...]]:
    """The same with the safety sweep, and a sentence for each kind of state that it saw."""
    if checked.guideline is None:
        return checked, ()
    proof = prove(checked.guideline, effort)
    said = [Sentence(_("{states} {kind}"), states=seen.states, kind=seen.kind) for seen in proof.seen]
    said.append(Sentence(_("sûreté : {count} problèmes"), count=len(proof.problems)))
    return replace(checked, problems=(*checked.problems, *proof.problems)), tuple(said)


_MOST_CASES = 3


def coverage_lines(checked: Checked) -> Iterator[Sentence]:
    """For each rule the cases in which it speaks, and those in which it is silent."""
    for rule, cases in checked.covered.items():
        values = {"fires": _some(cases.fires), "absent": _some(cases.absent)}
        yield Sentence(_("{rule} : s’applique dans {fires} ; pas dans {absent}"), rule=rule, **values)


def _some(cases: tuple[str, ...]) -> str:
    more = f" (+{len(cases) - _MOST_CASES})" if len(cases) > _MOST_CASES else ""
    return ", ".join(cases[:_MOST_CASES]) + more or "—"


def code(problems: tuple[Problem, ...]) -> int:
    """The exit code: 1 where there is an error, else 0."""
    return int(any(p.severity is Severity.ERROR for p in problems))


def self_test(language: Language) -> tuple[list[str], bool]:
    """What this copy of the app says of itself, line by line, and whether all is well."""
    said = [f"navigator {__version__}"]
    checked = check(paths.content())
    said.append(checked.counts.in_(language))
    fine = not code(checked.problems)
    if checked.guideline is not None:
        fine = _fonts(said) and _pages(said, checked.guideline) and fine
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
