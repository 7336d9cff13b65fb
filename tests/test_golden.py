"""Every node and treatment reads as its committed text says: tests/golden/{fr,en}/<id>.txt, without a patient."""

from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path

import pytest

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.sitting import Sitting
from navigator.terminal import printing

from .test_documents import maker

GOLDEN = Path(__file__).parent / "golden"
_SHOWN = 3  # differing lines of a file


@pytest.fixture(scope="module")
def rendered(guideline: Guideline) -> dict[str, str]:
    return dict(maker("golden").golden(guideline))


def differing(name: str, text: str) -> Iterator[str]:
    """The first lines of a page that are not as committed, with their numbers."""
    file = GOLDEN / name
    if not file.exists():
        yield f"{name}: not committed"
        return
    if (written := file.read_text(encoding="utf-8")) == text:
        return
    pairs = enumerate(zip_longest(written.splitlines(), text.splitlines(), fillvalue="(nothing)"), start=1)
    for number, (was, is_) in islice((p for p in pairs if p[1][0] != p[1][1]), _SHOWN):
        yield f"{name}:{number}\n  - {was}\n  + {is_}"


def test_every_page_reads_as_committed(rendered: dict[str, str]) -> None:
    lines = [line for name, text in rendered.items() for line in differing(name, text)]
    shown = "\n".join(lines[:12])
    pytest.fail(f"{shown}\nread the changes, then run: make golden", pytrace=False) if lines else None


def test_no_page_is_committed_that_is_gone(rendered: dict[str, str]) -> None:
    committed = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.txt")}
    assert sorted(committed - set(rendered)) == [], "run: make golden"


@pytest.mark.parametrize("id_", ["baclofen", "gabapentin+duloxetine"])
@pytest.mark.parametrize("language", Language)
def test_a_page_does_not_depend_on_those_opened_before(
    guideline: Guideline, rendered: dict[str, str], language: Language, id_: str
) -> None:
    sitting = Sitting(guideline, language, guideline.released)
    sitting.open_treatment(id_)
    assert rendered[f"{language}/{id_}.txt"].split() == printing.page(sitting.scene).split()


def test_a_changed_line_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_golden.GOLDEN", tmp_path)
    (tmp_path / "a.txt").write_text("one\ntwo\n", encoding="utf-8")
    assert list(differing("a.txt", "one\ntoo\n")) == ["a.txt:2\n  - two\n  + too"]
    assert list(differing("a.txt", "one\ntwo\n")) == []
    assert list(differing("b.txt", "one\n")) == ["b.txt: not committed"]
