"""Our frozen dataclasses do what those of the standard library do; only the making of their methods waits."""

import ast
import copy
import dataclasses
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from navigator.records import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value."""

    name: str
    doses: tuple[int, ...] = ()
    more: Mapping[str, int] = dataclasses.field(default_factory=dict)
    hint: str = dataclasses.field(default="", repr=False, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same value."""

    name: str
    doses: tuple[int, ...] = ()
    more: Mapping[str, int] = dataclasses.field(default_factory=dict)
    hint: str = dataclasses.field(default="", repr=False, compare=False)


@dataclass(frozen=True)
class Open:
    """A value with a place for what is worked out later, and its own words."""

    one: int

    def __repr__(self) -> str:
        return "mine"


@dataclass(frozen=True, slots=True)
class Empty:
    """A value without fields."""


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_made_and_told(kind: Any) -> None:
    assert repr(kind("a", (1,), hint="unseen")) == f"{kind.__name__}(name='a', doses=(1,), more={{}})"
    assert kind("a").more is not kind("b").more
    assert [f.name for f in dataclasses.fields(kind)] == ["name", "doses", "more", "hint"]
    assert kind.__match_args__ == ("name", "doses", "more", "hint")
    assert not hasattr(kind("a"), "__dict__")


@BOTH
def test_equal_by_what_is_compared(kind: Any) -> None:
    assert kind("a", (1,), {"x": 1}, "one") == kind(name="a", doses=(1,), more={"x": 1}, hint="other")
    assert kind("a") != kind("b")
    assert kind("a") != "a"
    assert Ours("a") != Theirs("a")


def test_hashed_by_what_is_compared() -> None:
    assert hash(Open(1)) == hash(Open(1))
    assert {Open(1), Open(1), Open(2)} == {Open(1), Open(2)}
    assert hash(Empty()) == hash(Empty())
    assert Empty() == Empty()


@BOTH
def test_frozen(kind: Any) -> None:
    value = kind("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        value.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    assert dataclasses.replace(value, name="b") == kind("b")


@BOTH
def test_wrong_arguments(kind: Any) -> None:
    with pytest.raises(TypeError, match="name"):
        kind()
    with pytest.raises(TypeError, match="wrong"):
        kind("a", wrong=1)


@BOTH
def test_copied_and_pickled(kind: Any) -> None:
    value = kind("a", (1,), {"x": 1}, "kept")
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert twin == value
        assert twin.hint == "kept"


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Open(1)) == "mine"


def test_one_import_of_the_house() -> None:
    """A frozen dataclass of the standard library would cost every start its methods again."""
    wrong = []
    for module in (Path(__file__).parent.parent / "navigator").rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        imports = [n for n in ast.parse(text).body if isinstance(n, ast.ImportFrom) and n.module == "dataclasses"]
        if "frozen=True" in text and any(a.name == "dataclass" for n in imports for a in n.names):
            wrong.append(module.name)
    assert wrong == []
