"""The checks together: over the shipped content, and over a content with errors of reading."""

import shutil
from pathlib import Path

import pytest

from navigator import paths
from navigator.guideline.checks import OF_GUIDELINE, check_guideline
from navigator.guideline.loader import load
from navigator.language import Language
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


SHIPPED_DOSES = sorted(path.name for path in (paths.content() / "treatments").glob("*.yaml"))


@pytest.mark.sweep
@pytest.mark.parametrize("name", SHIPPED_DOSES)
def test_every_tenfold_maximum_of_the_shipped_content_is_caught(shipped: SmallContent, name: str) -> None:
    path = shipped.folder / "treatments" / name
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.strip().startswith("max_mg: "):
            changed = [*lines[:number], line.rstrip("\n") + "0\n", *lines[number + 1 :]]
            path.write_text("".join(changed), encoding="utf-8")
            before = load(paths.content())
            known = {problem.text for problem in check_guideline(before, shipped.folder.parent)}
            loaded = shipped.load()
            found = (*loaded.problems, *check_guideline(loaded, shipped.folder.parent))
            assert [problem for problem in found if problem.text not in known], f"{name}:{number + 1}"
