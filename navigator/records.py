"""Frozen dataclasses whose methods cost a start nothing: those of our 200 classes would take it 130 ms.

Knows the dataclasses of the standard library, behaves as they do, and leaves to them whatever is not frozen and plain.
"""

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - under its own name, for those who import it from here
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, order: bool = False, init: bool = True
    ) -> Callable[[type], type]:
        """As `dataclasses.dataclass`: a decorator."""

        def decorated(cls: type) -> type:
            if not frozen or order or not init or hasattr(cls, "__post_init__"):
                return dataclasses.dataclass(frozen=frozen, slots=slots, order=order, init=init)(cls)
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            _give_methods(made)
            return made

        return decorated


@dataclasses.dataclass(frozen=True)
class _Frozen:
    """What says of itself that it is frozen."""


def _give_methods(cls: Any) -> None:
    """All that a frozen dataclass has; its `__init__` is written when the first value is made."""
    cls.__dataclass_params__ = _Frozen.__dict__["__dataclass_params__"]
    fields = dataclasses.fields(cls)
    everything = _values(f.name for f in fields)
    compared = _values(f.name for f in fields if f.compare)
    shown = tuple(f.name for f in fields if f.repr)

    def first_init(self: Any, *args: Any, **kwargs: Any) -> None:
        cls.__init__ = _written_init(cls)
        cls.__init__(self, *args, **kwargs)

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(compared(self))

    def told(self: Any) -> str:
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def taken_apart(self: Any) -> tuple[Any, tuple[Any, ...]]:
        return self.__class__, everything(self)

    ours = {"__init__": first_init, "__eq__": equal, "__hash__": hashed, "__repr__": told, "__reduce__": taken_apart}
    for name, method in (*ours.items(), ("__setattr__", _refuse_to_set), ("__delattr__", _refuse_to_delete)):
        if cls.__dict__.get(name) is None:  # what the class says itself stays; `__hash__` is None beside an `__eq__`
            setattr(cls, name, method)


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _values(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the fields of these names as a tuple."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return attrgetter(*wanted)
    return lambda value: tuple(getattr(value, name) for name in wanted)


def _written_init(cls: Any) -> Callable[..., None]:
    """The `__init__` as one would write it, each field put in its place without a detour."""
    known: dict[str, Any] = {"_absent": _ABSENT, "_set": object.__setattr__}
    parameters, lines = ["self"], []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameters.append(f"{name}=_absent")
            value = f"_make_{name}() if {name} is _absent else {name}"
        else:
            parameters.append(name)
        slot = cls.__dict__.get(name)
        if hasattr(slot, "__set__"):
            known[f"_put_{name}"] = slot.__set__
            lines.append(f" _put_{name}(self, {value})")
        else:
            lines.append(f" _set(self, {name!r}, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), known)
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    return written


_ABSENT = object()
