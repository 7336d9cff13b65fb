"""Content that was edited by a hurried hand: words swapped, blocks lost, doubled or put elsewhere, files that are none.

Unlike the noise of bytes in tests/guideline, most of these are sound YAML, so that they come as far as the meaning;
and what is loaded after all is walked through as the window would. Fixed seeds; the small content.
"""

import os
import random
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from navigator.guideline.checks import check_guideline
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages import documents, handbook
from navigator.pages.sitting import Sitting
from navigator.problems import Severity
from navigator.terminal import printing
from tests.guideline.small_content import SmallContent, files

TODAY = date(2026, 11, 25)
VALUE = re.compile(r"^(\s*(?:- )?[\w.-]+: )(\S.*)$")
FLOW = re.compile(r"[\w.-]+(?=[,}\]])")  # a value inside {…} or […]
Lines = list[str]


@pytest.fixture
def content(tmp_path: Path) -> SmallContent:
    return SmallContent(tmp_path / "content").write()


def block(lines: Lines, at: int) -> int:
    """Where the block that begins at `at` ends: before the next line that is not deeper."""
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > depth:
        end += 1
    return end


def other_value(lines: Lines, all_: Lines, chance: random.Random) -> Lines:
    holding = [n for n, line in enumerate(lines) if VALUE.match(line)]
    if not holding:
        return doubled(lines, all_, chance)
    at = chance.choice(holding)
    values = [m[2] for line in all_ if (m := VALUE.match(line))] + ["", "0", "-1", "1e9", "yes", "no", "[]", "{}", "é"]
    return [*lines[:at], VALUE.sub(lambda m: m[1] + chance.choice(values), lines[at]), *lines[at + 1 :]]


def other_word(lines: Lines, all_: Lines, chance: random.Random) -> Lines:
    words = FLOW.findall("\n".join(all_))
    holding = [n for n, line in enumerate(lines) if FLOW.search(line)]
    if not holding:
        return other_value(lines, all_, chance)
    at = chance.choice(holding)
    here = chance.choice(list(FLOW.finditer(lines[at])))
    line = lines[at][: here.start()] + chance.choice(words) + lines[at][here.end() :]
    return [*lines[:at], line, *lines[at + 1 :]]


def lost(lines: Lines, _all: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[block(lines, at) :]


def doubled(lines: Lines, _all: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    end = block(lines, at)
    return lines[:end] + lines[at:end] + lines[end:]


def elsewhere(lines: Lines, all_: Lines, chance: random.Random) -> Lines:
    start = chance.randrange(len(all_))
    moved = all_[start : block(all_, start)]
    at = chance.randrange(len(lines))
    shift = len(lines[at]) - len(lines[at].lstrip()) - (len(moved[0]) - len(moved[0].lstrip()))
    placed = [" " * shift + line if shift >= 0 else line[-shift:] for line in moved]
    return lines[:at] + placed + lines[at:]


CHANGES: tuple[Callable[[Lines, Lines, random.Random], Lines], ...] = (
    other_value,
    other_word,
    other_word,
    lost,
    doubled,
    elsewhere,
)


def look_at_everything(guideline: Guideline) -> None:
    """Every page and document of a content that was loaded, for a patient and for none."""
    for language in Language:
        sitting = Sitting(guideline, language, TODAY)
        for known in (False, True):
            for node in guideline.nodes:
                sitting.open_node(node)
                assert printing.page(sitting.scene)
            for treatment in guideline.treatments:
                sitting.open_treatment(treatment)
                assert printing.page(sitting.scene)
                if guideline.treatments[treatment].schedules:
                    sitting.open_plan(treatment)
                    assert printing.page(sitting.scene)
            if not known:
                for factor in guideline.factors:
                    sitting.answer(factor, "60")
                    sitting.answer(factor, "yes")
                sitting.close_all(True)
        for pain in guideline.pain_types:
            sitting.choose_type(pain)
        assert sitting.note()
        assert documents.document(
            guideline, documents.LETTER, sitting.desk.moment, {"age": Decimal(60)}, TODAY, language
        )
        assert handbook.handbook(guideline, TODAY, language).html


def edit(content: SmallContent, seeds: range) -> tuple[int, int]:
    """How many of the edited contents were refused, and how many were opened and looked at."""
    original = {name: text.splitlines() for name, text in files().items()}
    all_ = [line for lines in original.values() for line in lines]
    refused = opened = 0
    for seed in seeds:
        chance = random.Random(seed)
        name = chance.choice(sorted(original))
        lines = original[name]
        for _change in range(chance.choice((1, 1, 1, 2, 4))):
            lines = chance.choice(CHANGES)(lines, all_, chance) or ["{}"]
        (content.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        try:
            loaded = load(content.folder)
            problems = (*loaded.problems, *check_guideline(loaded))
            assert all("\n" not in p.line(language) for p in problems for language in Language)
            sound = loaded.guideline is not None and not any(p.severity is Severity.ERROR for p in problems)
            if loaded.guideline is not None and sound:  # as the start decides
                look_at_everything(loaded.guideline)
        except Exception as error:
            raise AssertionError(f"seed {seed}, {name}: {error!r}") from error
        refused, opened = refused + (not sound), opened + sound
        (content.folder / name).write_text("\n".join(original[name]) + "\n", encoding="utf-8")
    return refused, opened


def test_edited_content_gives_problems_or_pages(content: SmallContent) -> None:
    refused, opened = edit(content, range(60))
    assert refused > 20
    assert opened > 3


@pytest.mark.sweep
def test_much_edited_content_gives_problems_or_pages(content: SmallContent) -> None:
    refused, opened = edit(content, range(1_000, 5_000))
    assert refused > 2_000
    assert opened > 200


def strange(path: Path, kind: str) -> None:
    """Put something in the place of a file that is none, or none that can be read."""
    path.unlink()
    match kind:
        case "loop":
            path.symlink_to(path)
        case "nowhere":
            path.symlink_to(path.parent / "gone")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)  # whoever opens it waits for ever
        case "device":
            path.symlink_to("/dev/zero")
        case "empty":
            path.write_bytes(b"")
        case "half":
            path.write_bytes(files()[f"{path.parent.name}/{path.name}"].encode()[:700])
        case "giant":
            with path.open("wb") as file:
                file.truncate(3_000_000_000)  # of holes


KINDS = ("loop", "nowhere", "folder", "pipe", "device", "empty", "half", "giant")


@pytest.mark.skipif(os.name == "nt", reason="files of a Unix disk")
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_none_is_a_problem(content: SmallContent, kind: str) -> None:
    strange(content.folder / "treatments" / "duloxetine.yaml", kind)
    loaded = load(content.folder)
    assert loaded.guideline is None
    assert any("duloxetine" in problem.line(Language.FR) for problem in loaded.problems)
