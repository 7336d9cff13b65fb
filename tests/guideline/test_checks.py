"""The checks together: over the shipped content, and over a content with errors of reading."""

import re
import shutil
from pathlib import Path

import pytest

from navigator import paths
from navigator.guideline.checks import OF_GUIDELINE, check_guideline
from navigator.guideline.loader import load
from navigator.language import Language, Sentence
from navigator.problems import Severity

from .small_content import SmallContent


def test_the_shipped_content_has_no_error() -> None:
    loaded = load(paths.content())
    problems = (*loaded.problems, *check_guideline(loaded, paths.content()))
    assert [problem.line(Language.FR) for problem in problems if problem.severity is Severity.ERROR] == []


def test_a_file_with_an_error_of_reading_is_not_judged_but_the_others_are(content: SmallContent) -> None:
    content.swap("treatments/gabapentin.yaml", "max_mg: 3600", "max_mg: 36.00")
    content.swap("treatments/duloxetine.yaml", "max_mg: 120", "max_mg: 30")
    loaded = content.load()
    assert {problem.place.file for problem in loaded.problems} == {"treatments/gabapentin.yaml"}
    judged = {problem.place.file for problem in check_guideline(loaded, content.folder)}
    assert judged == {"treatments/duloxetine.yaml"}


def test_every_check_says_what_it_holds() -> None:
    assert all(check.__doc__ for check in OF_GUIDELINE)


@pytest.fixture
def shipped(tmp_path: Path) -> SmallContent:
    """A copy of the shipped content, to plant faults in."""
    return SmallContent(Path(shutil.copytree(paths.content(), tmp_path / "content")))


@pytest.fixture(scope="module")
def known() -> frozenset[Sentence]:
    """What is said of the shipped content as it stands."""
    nowhere = paths.content().parent
    return frozenset(problem.text for problem in check_guideline(load(paths.content()), nowhere))


MEDICINES = sorted(path.name for path in (paths.content() / "treatments").glob("*.yaml"))
TENFOLD = re.compile(r"^( +(?:- )?(?:start_mg|target_mg|max_mg): [0-9.]+)$")


@pytest.mark.sweep
@pytest.mark.parametrize("name", MEDICINES)
def test_every_tenfold_dose_of_the_shipped_content_is_caught(
    shipped: SmallContent, known: frozenset[Sentence], name: str
) -> None:
    path = shipped.folder / "treatments" / name
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if TENFOLD.match(line) and "." not in line:
            changed = [*lines[:number], f"{line}0", *lines[number + 1 :]]
            path.write_text("\n".join(changed), encoding="utf-8")
            loaded = shipped.load()
            found = (*loaded.problems, *check_guideline(loaded, shipped.folder.parent))
            assert [problem for problem in found if problem.text not in known], f"{name}:{number + 1}: {line}0"
