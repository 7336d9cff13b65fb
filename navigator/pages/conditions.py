"""A condition of the content in words: `crcl < 30 and not dialysis` as « clairance < 30 mL/min ET non : dialyse ».

Knows terms and the names of factors. Evaluates nothing.
"""

from decimal import Decimal

from navigator.guideline.conditions import Condition
from navigator.guideline.model import Choice, Guideline
from navigator.guideline.terms import Among, Comparison, Every, Not, Said, Some, Term
from navigator.language import Language, _, say
from navigator.pages import filters

_SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_CHOICE = {
    "==": _("{name} « {choice} »"),
    "!=": _("{name} autre que « {choice} »"),
    ">=": _("{name} « {choice} » ou plus"),
    "<=": _("{name} « {choice} » ou moins"),
    ">": _("{name} plus que « {choice} »"),
    "<": _("{name} moins que « {choice} »"),
}


def condition_words(guideline: Guideline, condition: Condition, language: Language) -> str:
    """The condition as a doctor reads it; ET and OU stand in capitals, as the names hold small ones."""
    return filters.spaced(_Teller(guideline, language).term(condition.term), language)


class _Teller:
    def __init__(self, guideline: Guideline, language: Language) -> None:
        self._guideline = guideline
        self._language = language
        self._names = {f.id: _inside(filters.told(f.label, language)) for f in guideline.factors.values()}
        self._names |= {"pain_type": self._w(_("type de douleur")), "stage": self._w(_("étape"))}

    def _w(self, message: str, **values: object) -> str:
        return say(message, self._language).format(**values)

    def term(self, term: Term) -> str:
        """One term, and those inside it."""
        match term:
            case Every(terms):
                return self._joined(_(" ET "), terms, Some)
            case Some((Said(fact), Not(Said(other)))) if fact == other:
                return self._w(_("{name} : oui ou non, à demander"), name=self._name(fact))
            case Some(terms):
                return self._joined(_(" OU "), terms, Every)
            case Not(inner):
                return self._w(_("non : {what}"), what=f"({self.term(inner)})" if inner.parts() else self.term(inner))
        return self._single(term)

    def _joined(self, word: str, terms: tuple[Term, ...], other: type) -> str:
        return self._w(word).join(f"({self.term(t)})" if isinstance(t, other) else self.term(t) for t in terms)

    def _single(self, term: Term) -> str:
        match term:
            case Among(fact, values):
                several = [self._w(_("« {choice} »"), choice=self._value(fact, v)) for v in values]
                return f"{self._name(fact)} {' / '.join(several)}"
            case Comparison(fact, sign, value):
                return self._comparison(fact, sign, value)
            case Said(fact):
                return self._name(fact)
        raise TypeError(term)

    def _name(self, fact: str) -> str:
        return self._names.get(fact, fact)

    def _comparison(self, fact: str, sign: str, value: Decimal | str) -> str:
        if isinstance(value, str):
            return self._w(_CHOICE[sign], name=self._name(fact), choice=self._value(fact, value))
        unit = self._guideline.factors[fact].unit if fact in self._guideline.factors else None
        said = f"{filters.number(value, self._language)} {unit.in_(self._language) if unit else ''}".strip()
        return f"{self._name(fact)} {_SIGNS.get(sign, '=' if sign == '==' else '≠')} {said}"

    def _value(self, fact: str, value: Decimal | str) -> str:
        if isinstance(value, Decimal):
            return filters.number(value, self._language)
        label = next((c.label for c in self._choices(fact) if c.id == value), None)
        return filters.told(label, self._language) if label else value

    def _choices(self, fact: str) -> tuple[Choice, ...]:
        guideline = self._guideline
        if fact == "pain_type":
            return tuple(Choice(p.id, p.title) for p in guideline.pain_types.values())
        if fact == "stage":
            return tuple(Choice(s.id, s.title) for s in guideline.stages.values())
        return guideline.factors[fact].choices if fact in guideline.factors else ()


def _inside(label: str) -> str:
    """A label as it stands inside a sentence: IMAO and QT keep their capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
