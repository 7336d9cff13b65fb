"""The JSON Schemas of the content files: every real file passes, planted mistakes do not, and they know the keys that
the loader knows."""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from navigator import paths
from navigator.guideline import fields
from navigator.guideline.codes import KINDS as NUMBERED
from navigator.guideline.fields import Fields
from navigator.guideline.file_kinds import FILE_KINDS, kind_of
from navigator.guideline.loader import load
from navigator.guideline.model import SECTIONS
from navigator.guideline.schema import schema_of
from navigator.guideline.shapes import Either, Many, Shape, Value, Where, shapes_of
from navigator.guideline.source import Block, Element, Listing, Scalar
from navigator.language import Language
from navigator.problems import Place

from .editor import element_of, seen, seen_in
from .small_content import SmallContent, files

CONTENT = paths.content()
FILES = sorted(p.relative_to(CONTENT).as_posix() for p in CONTENT.rglob("*.yaml"))
KIND = {kind.name: kind for kind in FILE_KINDS}
ROOMS = Path(fields.__file__).parent


@cache
def validator(kind: str) -> Draft202012Validator:
    schema = schema_of(KIND[kind], Language.FR)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def wrong(kind: str, text: str) -> list[str]:
    """Where the schema of `kind` complains about a text, innermost first."""
    found = validator(kind).iter_errors(seen(element_of(text)))
    return [error.json_path for error in found]


# --- what it accepts


@pytest.mark.parametrize("kind", KIND)
def test_every_schema_is_one(kind: str) -> None:
    assert validator(kind)


@pytest.mark.parametrize("file", FILES)
def test_every_real_file_passes(file: str) -> None:
    kind = kind_of(file)
    assert kind is not None
    assert [e.json_path for e in validator(kind.name).iter_errors(seen_in(CONTENT / file))] == []


@pytest.mark.parametrize("file", files())
def test_every_small_file_passes(file: str) -> None:
    kind = kind_of(file)
    assert kind is not None
    assert wrong(kind.name, files()[file]) == []


def test_a_file_that_has_no_place_has_no_kind() -> None:
    assert kind_of("treatment.yaml") is None
    assert kind_of("cases/old/all.yaml") is not None or kind_of("other/all.yaml") is None


# --- what it refuses

GABAPENTIN, DULOXETINE = files()["treatments/gabapentin.yaml"], files()["treatments/duloxetine.yaml"]
PLANTED = [
    ("treatment", "max_mg: 120", "maks_mg: 120"),
    ("treatment", "max_mg: 120", "max_mg: beaucoup"),
    ("treatment", "max_mg: 120", "max_mg: '120'"),
    ("treatment", "max_mg: 120", "max_mg: -120"),
    ("treatment", "max_mg: 120", "max_mg: 120 mg"),
    ("treatment", "max_mg: 120", "max_mg:"),
    ("treatment", "target_mg: 60", "target_mg: 60 à 120"),
    ("treatment", "target_mg: 60", "target_mg: 060-120"),
    ("treatment", "    target_mg: 60\n", ""),
    ("treatment", "severity: contraindicated", "severity: forbidden"),
    ("treatment", "    severity: contraindicated\n", ""),
    ("treatment", "    instead: {fr: Choisir la gabapentine., en: Choose gabapentin.}\n", ""),
    ("treatment", "  renal: {not_applicable: {fr: Sans objet., en: Not applicable.}}\n", ""),
    ("treatment", "  renal: {not_applicable: {fr: Sans objet., en: Not applicable.}}\n", "  renal: []\n"),
    ("treatment", "  renal: {not_applicable: {fr: Sans objet., en: Not applicable.}}\n", "  renal: {}\n"),
    ("treatment", "  renal: {not_applicable:", "  kidney: {not_applicable:"),
    ("treatment", "name: {fr: Duloxétine, en: Duloxetine}", "name: Duloxétine"),
    ("treatment", "name: {fr: Duloxétine, en: Duloxetine}", "name: {fr: Duloxétine}"),
    ("treatment", "name: {fr: Duloxétine, en: Duloxetine}", "name: {fr: Duloxétine, en: '  '}"),
    ("treatment", "name: {fr: Duloxétine, en: Duloxetine}", "name: {fr: Duloxétine, en: Duloxetine, de: Duloxetin}"),
    ("treatment", "kind: medicine", "kind: medecine"),
    ("treatment", "takes: [morning]", "takes: [dawn]"),
    ("treatment", "takes: [morning]", "takes: []"),
    ("treatment", "takes: [morning]", "takes: morning"),
    ("treatment", "    sources: [v1]\nsections", "    sources: []\nsections"),
    ("treatment", "    sources: [v1]\nsections", "    sources: ['#4']\nsections"),
    ("treatment", "status: read", "status: seen"),
    ("treatment", "basis: label", "basis: notice"),
    ("treatment", "driving: {not_applicable: {fr: Aucun effet connu., en: No known effect.}}", "driving: {level: 4}"),
    ("treatment", "monitoring: []", "monitoring: {}"),
    ("treatment", "id: duloxetine\n", "id: Duloxetine\n"),
    ("pathways", "released: 2026-11-23", "released: 23/11/2026"),
    ("pathways", "kind: start,", "kind: start, exits: [],"),
    ("pathways", "kind: end, end: urgent,", "kind: end,"),
    ("pathways", "    pain_type: diffuse\n    stage: first-line\n", "    stage: first-line\n"),
    ("pathways", "urgency: emergency", "urgency: soon"),
    ("pathways", "{id: criteria.relief-30, text", "{text"),
    ("pathways", "antiepileptic: true", "antiepileptic: 'true'"),
    ("factors", "    maximum: 110\n", ""),
    ("factors", "id: dialysis, kind: yes-no,", "id: dialysis, kind: yes-no, minimum: 0,"),
    ("factors", "kind: taking", "kind: takes"),
    ("factors", "then: {hepatic: mild, diabetes: no}", "then: [diabetes]"),
    ("sources", "kind: label, status: read", "kind: notice, status: read"),
    ("interactions", "level: caution", "level: careful"),
    ("interactions", "members: [gabapentin, duloxetine]", "members: [gabapentin]"),
    ("background", "id: calcium-channels\n", "id: calcium-channels\n    aim: none\n"),
    ("scores", "cutoff: 1", "cutoff: 1.5"),
    ("glossary", "meaning:", "meanings:"),
    ("cases", "duloxetine: contraindicated,", "duloxetine: forbidden,"),
    ("cases", "node: diffuse.first-line", "nodes: diffuse.first-line"),
]


@pytest.mark.parametrize(("kind", "old", "new"), PLANTED)
def test_a_planted_mistake_is_refused(kind: str, old: str, new: str) -> None:
    file = "treatments/duloxetine.yaml" if kind == "treatment" else KIND[kind].files.replace("*", "all")
    text = files()[file]
    assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
    assert wrong(kind, text.replace(old, new)) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("target_mg: 60", "target_mg: 60-120"),
        ("    when: crcl >= 30\n", "    band: {from: 30}\n"),
        ("    max_mg: 120\n", "    max_mg: 120\n    start_interval_days: 1\n    first_step_min_days: 3\n"),
        ("severity: contraindicated", "severity: caution"),
        ("driving: {not_applicable: {fr: Aucun effet connu., en: No known effect.}}",
         "driving: {level: 0, text: {fr: Aucun effet., en: No effect.}, sources: ['v1#4.7']}"),
        ("driving: {not_applicable: {fr: Aucun effet connu., en: No known effect.}}",
         "driving: {level: 2, text: {fr: À vérifier., en: To be checked.}, sources: [v1], status: unsure}"),
    ],
)  # fmt: skip
def test_another_right_way_passes(old: str, new: str) -> None:
    assert DULOXETINE.count(old) == 1
    assert wrong("treatment", DULOXETINE.replace(old, new)) == []


def test_a_message_says_what_goes_there() -> None:
    schema = json.loads(json.dumps(schema_of(KIND["treatment"], Language.FR)))
    assert "par jour" in schema["$defs"]["schedule"]["properties"]["max_mg"]["description"]
    assert set(schema["$defs"]["sections"]["required"]) == set(SECTIONS)


# --- the keys of the loader


def _names_asked_for() -> set[str]:
    """Every key that the reading modules name as they ask a block for it."""
    asking = {name for name in vars(Fields) if not name.startswith("_")} - {"close", "names"}
    found = {"id", "sources", "summary"}  # asked for by default, or in a function of their own
    for module in [*ROOMS.glob("read_*.py"), ROOMS / "loader.py"]:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in asking:
                found |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found | {"takes", "start_takes"} | set(SECTIONS) | set(NUMBERED)


def _names_described() -> set[str]:
    return {key.name for kind in FILE_KINDS for shape in shapes_of(kind.root) for key in shape.keys}


def test_the_keys_are_those_that_the_loader_asks_for() -> None:
    assert _names_described() == _names_asked_for()


def blocks(value: Value, element: Element) -> Iterator[tuple[Shape, Block]]:
    """Every block of a file with the shape that stands there."""
    if isinstance(value, Either):
        value = next((v for v in value.values if _fits(v, element)), value.values[0])
    if isinstance(value, Shape) and isinstance(element, Block):
        yield value, element
        for key in value.keys:
            if key.name in element.fields:
                yield from blocks(key.value, element.fields[key.name])
    elif isinstance(value, Many) and isinstance(element, Listing):
        for item in element.items:
            yield from blocks(value.of, item)


def _fits(value: Value, element: Element) -> bool:
    if isinstance(value, Many):
        return isinstance(element, Listing)
    return (
        isinstance(value, Shape)
        and isinstance(element, Block)
        and {k.name for k in value.keys} & set(element.keys) != set()
    )


def _holds(where: Where | None, block: Block) -> bool:
    written = block.fields.get(where.key) if where else None
    return where is None or (isinstance(written, Scalar) and written.text in where.words)


DOSE = """
  - id: with-a-dose
    patient: {age: 50, others: no}
    node: diffuse.first-line
    expect: {duloxetine: suitable}
    dose: {start_mg: 30, steps: [{after_days: 7-14, add_mg: 30}], max_mg: 120}
"""


def test_each_block_has_the_keys_that_the_loader_asks_it_for(
    content: SmallContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = content.folder / "cases" / "all.yaml"
    cases.write_text(cases.read_text("utf-8") + DOSE.lstrip("\n"), encoding="utf-8")
    asked: dict[tuple[Path, Place], set[str]] = {}
    whole = Fields.close
    roots = (CONTENT, content.folder)
    for root in roots:

        def close(self: Fields, root: Path = root) -> None:
            asked.setdefault((root, self.place), set()).update(self._asked)
            whole(self)

        monkeypatch.setattr(Fields, "close", close)
        load(root)
    met: dict[str, set[str]] = {}
    for root in roots:
        for shape, block, place in described_blocks(root):
            known = asked[root, place]
            possible = {key.name for key in shape.keys if _holds(key.only, block)}
            assert known <= possible, (shape.name, place, known - possible)
            met.setdefault(shape.name, set()).update(known)
    for kind in FILE_KINDS:
        for shape in shapes_of(kind.root):
            assert {key.name for key in shape.keys} <= met.get(shape.name, set()) | CONDITIONAL.get(shape.name, set())


# What the loader asks a block for only where the author wrote it, and nobody does.
CONDITIONAL = {
    "expected_dose": {"start_interval_days", "target_mg", "takes_a_day", "taper_every_days"},
    "advice": {"status"},
}


def described_blocks(root: Path) -> Iterator[tuple[Shape, Block, Place]]:
    for path in sorted(root.rglob("*.yaml")):
        file = path.relative_to(root).as_posix()
        kind = kind_of(file)
        assert kind is not None
        for shape, block in blocks(kind.root, element_of(path.read_text("utf-8"))):
            yield shape, block, Place(file, block.place.line, block.place.column)


def test_a_name_means_one_shape() -> None:
    seen_shapes: dict[str, Shape] = {}
    for kind in FILE_KINDS:
        for shape in shapes_of(kind.root):
            assert seen_shapes.setdefault(shape.name, shape) == shape
