"""`navigator check` and `navigator self-test`: what is wrong with a content folder, and whether this copy works.

Knows the loader, the checks and the cases. Prints nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from navigator import paths
from navigator.consultation.case_check import play
from navigator.consultation.coverage import Covered, coverage_problems, covered_by
from navigator.consultation.sweep.proof import Effort, prove
from navigator.guideline.checks import check_guideline
from navigator.guideline.checks_sources import Cited, count_citations
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages.self_check import PdfMaker, findings
from navigator.problems import Problem, Severity


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
_ANY_DAY = date(2026, 11, 23)  # of the plans that are reckoned: a self-test says the same on every day


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


def self_test(language: Language, pdf: PdfMaker | None = None) -> tuple[list[str], bool]:
    """What this copy of the app says of itself, line by line, and whether all is well; `pdf` makes one to look at."""
    found = list(findings(paths.content(), paths.resources(), _ANY_DAY, pdf))
    return [f.sentence.in_(language) for f in found], all(f.fine for f in found)
