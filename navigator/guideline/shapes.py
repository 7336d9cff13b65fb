"""The vocabulary in which the shape of the content files is described: keys, what each takes, what each says.

Knows no file and no noun of the guideline: shapes_….py describe those, once. The JSON Schemas, the skeleton of a new
file and the key tables of the authors' guides are made from the descriptions.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a single value is written."""

    WORD = "word"
    ID = "id"
    CITATION = "citation"
    NUMBER = "number"
    WHOLE = "whole"
    RANGE = "range"
    FLAG = "flag"
    DAY = "day"
    CONDITION = "condition"
    ANSWER = "fact"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Words:
    """One word of a closed list; words of digits are written as numbers."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list, of at least so many."""

    of: "Value"
    least: int = 0


@dataclass(frozen=True, slots=True)
class Open:
    """A block whose keys are ids, all with the same kind of value."""

    of: "Value"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several; the first is what most authors write."""

    values: "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Where:
    """Where the key `key` of the same block is one of `words`."""

    key: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a block: what it takes, what it says (a French msgid), how it is written.

    `only`: the key exists only there. `must`: it may always be written, and there it must be.
    """

    name: str
    value: "Value"
    says: str
    example: str
    needed: bool = True
    only: Where | None = None
    must: Where | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A block with a name, what it is (a French msgid), and its keys."""

    name: str
    says: str
    keys: tuple[Key, ...]


Value = Form | Words | Many | Open | Either | Shape


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of content file: its name, which files are of it, and the block that such a file holds."""

    name: str
    files: str
    root: Shape


def inside(value: Value) -> tuple[Value, ...]:
    """The values that a value is made of, one level down."""
    match value:
        case Many(of) | Open(of):
            return (of,)
        case Either(values):
            return values
        case Shape():
            return tuple(key.value for key in value.keys)
    return ()


def shapes_of(root: Shape) -> tuple[Shape, ...]:
    """The block itself and every block inside it, each once, in the order in which they are met."""
    found: dict[str, Shape] = {}
    waiting: list[Value] = [root]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, Shape) and value.name in found:
            continue
        if isinstance(value, Shape):
            found[value.name] = value
        waiting = [*inside(value), *waiting]
    return tuple(found.values())
