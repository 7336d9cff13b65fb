"""Values of the guideline as bytes and back; the parts that a start does not need are made when they are asked for.

Knows pickle, and is the only module that does: from the bytes come values of the guideline and nothing else.
"""

import io
import pickle
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, overload

from navigator.guideline.collecting import no_collection
from navigator.guideline.model import Case, Section

_MODULES = ("navigator.guideline.conditions", "navigator.guideline.terms", "navigator.language", "navigator.problems")
_MODEL = "navigator.guideline.model."
_OTHERS = {("datetime", "date"), ("decimal", "Decimal"), (__name__, "LaterSections"), (__name__, "LaterCases")}


class _Writer(pickle.Pickler):
    """Writes a value as its class and its fields: read through its `__init__`, in half the time of pickle's own way."""

    def reducer_override(self, value: Any) -> Any:
        """How `value` is written, where it is one of the guideline."""
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), tuple(getattr(value, f.name) for f in fields(value))
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Makes values of the guideline and nothing else: no other class, and no function, can be named in the bytes."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of that name. Raises UnpicklingError for any that is no value of the guideline."""
        if (module, name) in _OTHERS or ((module in _MODULES or module.startswith(_MODEL)) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def to_bytes(value: object) -> bytes:
    """`value`, made of values of the guideline, as bytes: pressed to a quarter, which a start does not notice."""
    out = io.BytesIO()
    _Writer(out, protocol=5).dump(value)
    return zlib.compress(out.getvalue(), 9)


def from_bytes(data: bytes | memoryview) -> Any:
    """The value that `to_bytes` wrote. Other bytes raise what they raise, and run no code of theirs."""
    with no_collection():
        return _Reader(io.BytesIO(zlib.decompress(data))).load()


class LaterSections(Mapping[str, Section]):
    """The sections of a treatment, made when they are first asked for."""

    __slots__ = ("_data", "_made")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._made: dict[str, Section] | None = None

    def _all(self) -> dict[str, Section]:
        if self._made is None:
            self._made, self._data = from_bytes(self._data), b""
        return self._made

    def __getitem__(self, key: str) -> Section:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class LaterCases(Sequence[Case]):
    """The clinical cases, made when they are first asked for: no consultation needs them."""

    __slots__ = ("_data", "_made")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._made: tuple[Case, ...] | None = None

    def _all(self) -> tuple[Case, ...]:
        if self._made is None:
            self._made, self._data = from_bytes(self._data), b""
        return self._made

    @overload
    def __getitem__(self, at: int) -> Case: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Case]: ...
    def __getitem__(self, at: int | slice) -> Case | Sequence[Case]:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())
