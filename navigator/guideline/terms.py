"""The parts of a condition, each evaluated in three values: yes, no, and unknown (Kleene).

Knows names, numbers and logic. Knows no patient, and nothing of how a condition is written.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

Truth = bool | None  # None: not known
Value = Decimal | str | bool

_COMPARE: Mapping[str, Callable[[Decimal | int | str, Decimal | int | str], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


class Term(Protocol):
    """A part of a condition."""

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """Whether the part is true for these facts; None where an absent fact leaves it open."""
        ...

    def parts(self) -> "Iterable[Term]":
        """The terms inside this one."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """A bare yes/no factor: `dialysis`."""

    fact: str

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """The answer itself."""
        value = facts.get(self.fact)
        if value is not None and not isinstance(value, bool):
            raise TypeError(f"{self.fact} is a yes/no factor, not {value!r}")
        return value

    def parts(self) -> Iterable[Term]:
        """None: it stands alone."""
        return ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number or a choice against another: `crcl < 30`. `scale` is the order of the choices, where they have one."""

    fact: str
    sign: str
    value: Decimal | str
    scale: tuple[str, ...] = ()

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """The comparison; choices with an order compare by their position."""
        known = facts.get(self.fact)
        if known is None:
            return None
        if isinstance(known, bool) or isinstance(known, str) != isinstance(self.value, str):
            raise TypeError(f"{self.fact} cannot be {known!r} in a comparison with {self.value!r}")
        if isinstance(known, str) and isinstance(self.value, str) and self.scale:
            return _COMPARE[self.sign](self.scale.index(known), self.scale.index(self.value))
        return _COMPARE[self.sign](known, self.value)

    def parts(self) -> Iterable[Term]:
        """None: it stands alone."""
        return ()


@dataclass(frozen=True, slots=True)
class Among:
    """A choice among several: `hepatic in (mild, moderate)`."""

    fact: str
    values: tuple[Decimal | str, ...]

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """Whether the fact is one of the values."""
        known = facts.get(self.fact)
        return None if known is None else known in self.values

    def parts(self) -> Iterable[Term]:
        """None: it stands alone."""
        return ()


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a term."""

    term: Term

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """Unknown stays unknown."""
        truth = self.term.holds(facts)
        return None if truth is None else not truth

    def parts(self) -> Iterable[Term]:
        """The term that is denied."""
        return (self.term,)


@dataclass(frozen=True, slots=True)
class Every:
    """Terms joined by `and`: one no settles it, else one unknown leaves it open (Kleene)."""

    terms: tuple[Term, ...]

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """The least of no < unknown < yes."""
        least: Truth = True
        for term in self.terms:
            truth = term.holds(facts)
            if truth is False:
                return False
            if truth is None:
                least = None
        return least

    def parts(self) -> Iterable[Term]:
        """The joined terms."""
        return self.terms


@dataclass(frozen=True, slots=True)
class Some:
    """Terms joined by `or`: one yes settles it, else one unknown leaves it open (Kleene)."""

    terms: tuple[Term, ...]

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """The greatest of no < unknown < yes."""
        greatest: Truth = False
        for term in self.terms:
            truth = term.holds(facts)
            if truth:
                return True
            if truth is None:
                greatest = None
        return greatest

    def parts(self) -> Iterable[Term]:
        """The joined terms."""
        return self.terms
