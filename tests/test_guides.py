"""The authors' guides against the code: every key and every problem code is in both, and what they tell to do works."""

import ast
import importlib
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from navigator import paths
from navigator.cli import main
from navigator.guideline.conditions import parse_condition
from navigator.guideline.file_kinds import FILE_KINDS
from navigator.guideline.model import Choice, Factor, FactorKind, Guideline
from navigator.guideline.shapes import Either, FileKind, Many, Open, Shape, Value, Words, shapes_of
from navigator.language import Language, Text
from navigator.problems import Place, Problem
from navigator.terminal.authoring import schema_text
from navigator.terminal.checking import check

from .test_documents import ROOT, maker

GUIDES = {Language.EN: ROOT / "docs" / "content-guide.md", Language.FR: ROOT / "docs" / "guide-contenu.md"}
PACKAGE = ROOT / "navigator"
_NOTING = {"Problem", "note", "_note", "_give_up"}
both = pytest.mark.parametrize("language", Language)


def guide(language: Language) -> str:
    return GUIDES[language].read_text(encoding="utf-8")


def part(language: Language, name: str) -> str:
    """What `make guides` wrote between two marks."""
    return guide(language).partition(f"<!-- {name}: make guides -->")[2].partition(f"<!-- end of {name} -->")[0]


def written_by_hand(language: Language) -> str:
    return guide(language).partition("<!-- keys")[0]


# --- the codes


@cache
def codes() -> frozenset[str]:
    """Every problem code that the code can emit: the second word of each `Problem(…)`, `desk.note(…)` and the like."""
    found = set()
    for room in ("guideline", "consultation", "terminal"):
        for path in (PACKAGE / room).rglob("*.py"):
            module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and len(node.args) > 1 and _name(node.func) in _NOTING:
                    code = node.args[1]
                    if isinstance(code, ast.Constant):
                        found.add(str(code.value))
                    elif isinstance(code, ast.Name):
                        found.add(str(getattr(module, code.id, "")))
    return frozenset(found - {""})


def _name(function: ast.expr) -> str:
    return str(getattr(function, "id", "") or getattr(function, "attr", ""))


def test_codes_are_collected() -> None:
    assert {"dose-order", "yaml", "case", "unknown-key", "stale-warning", "too-many"} <= codes()


@both
def test_every_code_is_documented_and_no_other(language: Language) -> None:
    assert set(re.findall(r"^### (.+)$", part(language, "codes"), re.M)) == codes()


def test_every_code_that_another_document_shows_exists() -> None:
    shown = re.findall(r'"code": "([a-z-]+)"', (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"))
    assert shown
    assert set(shown) <= codes()


# --- the keys


def _keys() -> set[str]:
    return {key.name for kind in FILE_KINDS for shape in shapes_of(kind.root) for key in shape.keys}


@both
def test_every_key_of_every_block_is_documented(language: Language) -> None:
    word = "block" if language is Language.EN else "bloc"
    for kind in FILE_KINDS:
        for shape in shapes_of(kind.root):
            table = part(language, "keys").partition(f"#### {word} {shape.name}\n")[2].partition("####")[0]
            assert re.findall(r"^\| `([a-z_]+)` \|", table, re.M) == [key.name for key in shape.keys], shape.name


@both
def test_what_is_made_from_the_code_is_current(language: Language) -> None:
    text = guide(language)
    assert text == maker("content_guides").rewritten(text, language), "run: make guides"


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_the_committed_schemas_are_current(kind: FileKind) -> None:
    written = (ROOT / "docs" / "schema" / f"{kind.name}.json").read_text(encoding="utf-8")
    assert written == schema_text(kind, Language.FR), "run: make schema"


def test_no_schema_is_left_over() -> None:
    assert {p.stem for p in (ROOT / "docs" / "schema").iterdir()} == {kind.name for kind in FILE_KINDS}


# --- every word in code type


def _closed(value: Value) -> Iterator[str]:
    match value:
        case Words(words):
            yield from words
        case Many(of) | Open(of):
            yield from _closed(of)
        case Either(values):
            for one in values:
                yield from _closed(one)
        case Shape(keys=keys):
            for key in keys:
                yield from _closed(key.value)


@both
def test_every_word_that_the_guide_names_exists(language: Language, guideline: Guideline) -> None:
    known = _keys() | codes() | {word for kind in FILE_KINDS for word in _closed(kind.root)}
    known |= {*guideline.factors, *guideline.sources, *guideline.treatments, "navigator", "no", "others", "not_taking"}
    known |= {"and", "or"}  # of the grammar
    spans = re.sub(r"```.*?```", "", written_by_hand(language), flags=re.S)
    named = {word for word in re.findall(r"`([^`\n]+)`", spans) if re.fullmatch(r"[a-z][a-z0-9_-]*", word)}
    assert named - known == set()
    keys = set(re.findall(r"`([a-z_]+): [^`]*`", spans))
    assert keys - known == set()


@both
def test_every_condition_of_the_guide_reads(language: Language, guideline: Guideline) -> None:
    nothing = Text("", "")
    of_node = {
        name: Factor(name, FactorKind.CHOICE, nothing, "", Place(""), choices=tuple(Choice(i, nothing) for i in ids))
        for name, ids in (("pain_type", guideline.pain_types), ("stage", guideline.stages))
    }
    table = re.search(r"^## (?:Conditions|Les conditions)$(.*?)^(?:Nothing|Rien)", guide(language), re.M | re.S)
    assert table is not None
    conditions = [text for row in table[1].splitlines()[3:] for text in re.findall(r"`([^`]+)`", row)]
    assert len(conditions) > 12
    for condition in conditions:
        assert parse_condition(condition, {**guideline.factors, **of_node}).facts_used


def test_the_guides_say_the_same_in_both_languages() -> None:
    def outline(language: Language) -> list[int]:
        return [len(marks) for marks in re.findall(r"^(#+) ", written_by_hand(language), re.M)]

    def fences(language: Language) -> list[str]:
        return re.findall(r"```(?:yaml|json)\n(.*?)```", written_by_hand(language), re.S)

    assert outline(Language.FR) == outline(Language.EN)
    assert fences(Language.FR) == fences(Language.EN)


# --- the ten minutes


def planted(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {(p.code, p.text.in_(Language.FR)) for p in problems}


@both
def test_the_new_treatment_of_the_guide_is_without_a_fault(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "try"
    shutil.copytree(paths.content(), content)
    before = planted(check(content).problems)
    assert main(("new", "treatment", "exemplamine", "--content", str(content), "--lang", language)) == 0
    skeleton = content / "treatments" / "exemplamine.yaml"
    assert len(planted(check(content).problems) - before) > 10
    for block in re.findall(r"```yaml\n(# [a-z/]+\.yaml\n.*?)```", written_by_hand(language), re.S):
        file = content / block.split()[1]
        text = file.read_text("utf-8") if file.exists() and file != skeleton else ""
        if file.name == "interactions.yaml":
            text = text.replace("\ncombinations:\n", f"\n{block}combinations:\n", 1)
        elif file.name == "codes.yaml":
            text = text.replace("\n  ]\nreadings:", f"\n{block}  ]\nreadings:", 1)
        else:
            text += block
        file.write_text(text, encoding="utf-8")
    assert planted(check(content).problems) - before == set()
    patient = ("-p", "age=40", "-p", "crcl=95", "-p", "taking=none", "-p", "others=no")
    words = ("plan", "exemplamine", "--content", str(content), "--start", "2026-12-01", "--lang", language)
    assert main((*words, *patient)) == 0
    assert "50 mg" in capsys.readouterr().out.replace("\u00a0", " ")
