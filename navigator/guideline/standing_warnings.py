"""The warnings that stand: a committed file lists those that were seen and accepted; a new one is an error.

Knows warnings.txt in the content folder: groups of warnings, each under a line `# why they stand`, a blank line between
groups. One warning a line: its code, its file and its French sentence, without a line number. Where the folder has no
such file, warnings stay warnings.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from navigator.guideline.spelling import shown
from navigator.language import Language, Sentence, _
from navigator.problems import Place, Problem, Severity

FILE = "warnings.txt"
_REASON = "#"


def key_of(problem: Problem) -> str:
    """The line that lists a warning: it stays the same when the place moves."""
    return f"{problem.code} {problem.place.file}: {problem.text.in_(Language.FR)}"


def listed(problems: Iterable[Problem], reason: str) -> str:
    """The text of warnings.txt that accepts all warnings among `problems` for one `reason`."""
    keys = sorted({key_of(problem) for problem in problems if problem.severity is Severity.WARNING})
    return "".join(f"{line}\n" for line in (f"{_REASON} {reason}", *keys))


def read_accepted(folder: Path) -> tuple[str, ...] | None:
    """The lines of warnings.txt; None where there is no such file."""
    try:
        text = (folder / FILE).read_text("utf-8", "replace")
    except OSError:
        return None
    return tuple(text.splitlines())


def judge(problems: Iterable[Problem], accepted: tuple[str, ...] | None) -> tuple[Problem, ...]:
    """The problems, with a warning that is not accepted made an error, and an error for a line that accepts nothing."""
    found = tuple(problems)
    if accepted is None:
        return found
    warnings = {key_of(problem) for problem in found if problem.severity is Severity.WARNING}
    judged = [
        problem if problem.severity is Severity.ERROR or key_of(problem) in accepted else _promoted(problem)
        for problem in found
    ]
    told = False
    for number, line in enumerate(accepted, start=1):
        told = line.startswith(_REASON) or (told and bool(line.strip()))
        if line.startswith(_REASON) or not line.strip():
            continue
        if line not in warnings:
            sentence = _("cet avertissement n’existe plus : « {line} » ; retirez la ligne")
            judged.append(Problem(Place(FILE, number), "stale-warning", Sentence(sentence, line=shown(line))))
        if not told:
            sentence = _("rien ne dit pourquoi cet avertissement est admis ; écrivez « # raison » au-dessus")
            judged.append(Problem(Place(FILE, number), "unexplained-warning", Sentence(sentence)))
    return tuple(judged)


def _promoted(problem: Problem) -> Problem:
    sentence = Sentence(
        _("{text} (avertissement nouveau : corrigez, ou ajoutez-le à {file})"), text=problem.text, file=FILE
    )
    return replace(problem, severity=Severity.ERROR, text=sentence)
