"""The whole job and what it says: how many wrong things were tried, and which of them nothing notices.

Run as `python -m tests.mutation docs/mutation-survivors.md` (`make mutants`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from navigator.guideline.model import Guideline
from tests.mutation.catching import Catcher
from tests.mutation.changes import Mutant, mutants

FILE = Path(__file__).parents[2] / "docs" / "mutation-survivors.md"
_HEAD = """# Changes that no check and no case notices

Made by `make mutants`; do not edit. Each threshold, severity, condition, dose, unit, band and pair of the content is
changed one at a time, in memory, and the checks and cases that can see it are run again
([tests/mutation](../tests/mutation)). Every change to a contraindication or to a dose is noticed: the sweep fails where
one is not. The changes below are not noticed yet; each is a case that could be written. Most of them are seen by nobody
because another rule already gives the same status, or because the rule only says «prefer».
"""


@dataclass(frozen=True, slots=True)
class Survey:
    """What came of all mutants. `equivalent`: no patient could tell them from the content."""

    tried: tuple[Mutant, ...]
    survivors: tuple[Mutant, ...]
    equivalent: tuple[Mutant, ...]

    @property
    def hard(self) -> tuple[Mutant, ...]:
        """The survivors that there must not be."""
        return tuple(mutant for mutant in self.survivors if mutant.hard)


def survey(guideline: Guideline, chosen: Iterable[Mutant] | None = None) -> Survey:
    """Try the `chosen` mutants, or all."""
    catcher = Catcher(guideline)
    tried = tuple(mutants(guideline) if chosen is None else chosen)
    missed = [mutant for mutant in tried if not catcher.catch(mutant)]
    equivalent = tuple(mutant for mutant in missed if catcher.is_equivalent(mutant))
    return Survey(tried, tuple(mutant for mutant in missed if mutant not in equivalent), equivalent)


def written(found: Survey) -> str:
    """The survey as docs/mutation-survivors.md."""
    kinds = sorted({mutant.kind for mutant in found.tried})
    lines = [_HEAD, "| change of a | tried | noticed | no difference | not noticed |", "|---|---|---|---|---|"]
    for kind in (*kinds, ""):
        tried, same, missed = (_count(some, kind) for some in (found.tried, found.equivalent, found.survivors))
        lines.append(f"| {kind or 'all'} | {tried} | {tried - same - missed} | {same} | {missed} |")
    by_treatment: dict[str, list[Mutant]] = {}
    for mutant in found.survivors:
        by_treatment.setdefault(mutant.treatment.id if mutant.kind != "pair" else "pairs", []).append(mutant)
    for treatment, missed_here in by_treatment.items():
        lines += ["", f"## {treatment}", ""]
        lines += [f"- `{mutant.of}` {mutant.kind}: {mutant.what}" for mutant in missed_here]
    return "\n".join(lines) + "\n"


def _count(some: Iterable[Mutant], kind: str) -> int:
    return sum(mutant.kind == kind or not kind for mutant in some)
