"""A condition with one thing wrong in it: a threshold off, a part lost, a name denied, `and` read as `or`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from navigator.guideline.conditions import Condition
from navigator.guideline.model import Factor, FactorKind
from navigator.guideline.terms import Among, Comparison, Every, Not, Said, Some, Term

Changed = tuple[str, str, Condition]  # the kind of change, what it is, what comes of it


def changed(condition: Condition, factors: Mapping[str, Factor]) -> Iterator[Changed]:
    """Every condition that differs from `condition` in one thing."""
    for kind, what, term in _changed(condition.term, factors):
        yield kind, what, Condition(condition.text, term)


def _changed(term: Term, factors: Mapping[str, Factor]) -> Iterator[tuple[str, str, Term]]:
    match term:
        case Every(parts) | Some(parts):
            yield "condition", "and ↔ or", Some(parts) if isinstance(term, Every) else Every(parts)
            for index, part in enumerate(parts):
                rest = (*parts[:index], *parts[index + 1 :])
                yield "condition", f"without {_text(part)}", type(term)(rest) if len(rest) > 1 else rest[0]
                for kind, what, other in _changed(part, factors):
                    yield kind, what, type(term)((*parts[:index], other, *parts[index + 1 :]))
        case Not(inner):
            yield "condition", f"without the not of {_text(inner)}", inner
            for kind, what, other in _changed(inner, factors):
                if not (isinstance(inner, Said) and other == Not(inner)):
                    yield kind, what, Not(other)
        case _:
            yield "condition", f"not {_text(term)}", Not(term)
            yield from _thresholds(term, factors)


def _thresholds(term: Term, factors: Mapping[str, Factor]) -> Iterator[tuple[str, str, Term]]:
    match term:
        case Comparison(fact, sign, Decimal() as limit):
            unit = Decimal(1).scaleb(-factors[fact].decimals)
            for number in (limit - unit, limit + unit, limit * 10):
                yield "threshold", f"{fact} {sign} {number}", replace(term, value=number)
        case Comparison(fact, sign, str() as word):
            for choice in _beside(fact, word, factors):
                yield "threshold", f"{fact} {sign} {choice}", replace(term, value=choice)
        case Among(fact, values):
            for index, value in enumerate(values):
                rest = (*values[:index], *values[index + 1 :])
                yield "threshold", f"{fact} in ({', '.join(map(str, rest))}), without {value}", Among(fact, rest)


def _beside(fact: str, word: str, factors: Mapping[str, Factor]) -> list[str]:
    """The choices one step below and above; of a fact of the node none: the node gives it."""
    if fact not in factors or factors[fact].kind is not FactorKind.CHOICE:
        return []
    ids = [choice.id for choice in factors[fact].choices]
    at = ids.index(word)
    return [ids[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(ids)]


def _text(term: Term) -> str:
    match term:
        case Said(fact):
            return fact
        case Comparison(fact, sign, value):
            return f"{fact} {sign} {value}"
        case Among(fact, values):
            return f"{fact} in ({', '.join(map(str, values))})"
        case Not(inner):
            return f"not {_text(inner)}"
    joint = " and " if isinstance(term, Every) else " or "
    return f"({joint.join(_text(part) for part in term.parts())})"
