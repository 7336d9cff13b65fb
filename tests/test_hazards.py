"""The hazard log names what exists: every hazard has controls, every control tests, every test stands in its file."""

import ast
from functools import cache
from pathlib import Path

import pytest

from navigator.guideline.source import Block, Element, Listing, Scalar, read_yaml

ROOT = Path(__file__).parent.parent
LOG = ROOT / "safety" / "hazards.yaml"
KEYS = {"id", "hazard", "causes", "harm", "before", "after", "controls", "left"}


def hazards() -> list[Block]:
    element, problems = read_yaml(LOG.read_bytes(), LOG.name)
    assert problems == ()
    assert isinstance(element, Block)
    listing = element.fields["hazards"]
    assert isinstance(listing, Listing)
    return [item for item in listing.items if isinstance(item, Block)]


def text(element: Element) -> str:
    assert isinstance(element, Scalar)
    return element.text


def many(element: Element) -> list[Element]:
    assert isinstance(element, Listing)
    return list(element.items)


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("hazard", hazards(), ids=lambda h: text(h.fields["id"]))
def test_every_control_names_tests_that_exist(hazard: Block) -> None:
    assert set(hazard.fields) == KEYS
    assert many(hazard.fields["controls"])
    for control in many(hazard.fields["controls"]):
        assert isinstance(control, Block)
        assert set(control.fields) == {"does", "tests"}
        assert text(control.fields["does"])
        named = [text(test) for test in many(control.fields["tests"])]
        assert named
        for name in named:
            file, _colons, test = name.partition("::")
            assert test.startswith("test_"), name
            assert test in functions_of(file), f"{name} does not exist"


@pytest.mark.parametrize("hazard", hazards(), ids=lambda h: text(h.fields["id"]))
def test_estimates_are_on_the_scale_and_controls_change_the_likelihood_only(hazard: Block) -> None:
    before, after = ([int(text(n)) for n in many(hazard.fields[when])] for when in ("before", "after"))
    assert all(1 <= n <= 5 for n in (*before, *after))
    assert before[0] == after[0]
    assert before[1] > after[1]
    assert text(hazard.fields["harm"])
    assert text(hazard.fields["left"]), "nothing is without a rest"


def test_the_log_is_reached_from_the_intended_use_and_promises_no_conformity() -> None:
    said = LOG.read_text(encoding="utf-8")
    ids = [text(hazard.fields["id"]) for hazard in hazards()]
    assert len(ids) == len(set(ids)) >= 15
    assert "préparé dans la forme" in said
    assert "compliant" not in said
    assert "conforme" not in said
    assert "safety/hazards.yaml" in (ROOT / "docs" / "intended-use.md").read_text(encoding="utf-8")
