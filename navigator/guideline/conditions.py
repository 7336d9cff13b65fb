"""The closed condition grammar of the content: `crcl < 30 and not dialysis`, read once, evaluated in three values.

Knows names, numbers and logic. Knows no patient and never evaluates Python: `ast` only parses.
Grammar: factor names; `<  <=  >  >=  ==  !=` against a number or a choice; `x in (a, b)`; `and`, `or`, `not`, `( )`.
A choice with a hyphen is quoted: `stage == 'first-line'`.
"""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from navigator.guideline.spelling import shown, suggestion
from navigator.guideline.terms import Among, Comparison, Every, Not, Said, Some, Term, Truth, Value
from navigator.language import Sentence, _

__all__ = ["Condition", "ConditionError", "Truth", "Value", "parse_condition"]

if TYPE_CHECKING:
    from navigator.guideline.model import Factor

_LONGEST = 500  # characters of a condition
_DEEPEST = 20  # parentheses within parentheses
_TOKEN = re.compile(
    r"[ \n]+|[A-Za-z_][A-Za-z0-9_]*|[0-9]{1,9}(?:\.[0-9]{1,9})?(?![A-Za-z0-9_.])"
    r"|'[A-Za-z0-9_-]*'|\"[A-Za-z0-9_-]*\"|<=|>=|==|!=|[<>(),-]"
)
_ASCII = {"≥": ">=", "≤": "<=", "≠": "!=", "=": "==", "&": "and", "|": "or", "!": "not", "’": "'", "«": "'", "»": "'"}
_FRENCH = {"et": "and", "ou": "or", "non": "not", "AND": "and", "OR": "or", "NOT": "not"}
_SIGNS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


class ConditionError(ValueError):
    """A condition that cannot be read: the sentence for its author, and the column (from 1) within its text."""

    def __init__(self, sentence: Sentence, column: int) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence
        self.column = column


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as its author wrote it, and what was read from it."""

    text: str
    term: Term

    def __str__(self) -> str:
        return self.text

    def holds(self, facts: Mapping[str, Value]) -> Truth:
        """Yes, no, or None while an absent fact leaves it open."""
        return self.term.holds(facts)

    @property
    def facts_used(self) -> frozenset[str]:
        """The ids of all factors that the condition names."""
        return frozenset(self.mentioned)

    @property
    def mentioned(self) -> Mapping[str, frozenset[Decimal | str]]:
        """Each factor with the thresholds and choices that the condition names for it; a bare yes/no has none."""
        found: dict[str, frozenset[Decimal | str]] = {}
        waiting: list[Term] = [self.term]
        while waiting:
            term = waiting.pop()
            waiting.extend(term.parts())
            match term:
                case Said(fact):
                    found.setdefault(fact, frozenset())
                case Comparison(fact, _sign, value):
                    found[fact] = found.get(fact, frozenset()) | {value}
                case Among(fact, values):
                    found[fact] = found.get(fact, frozenset()) | set(values)
        return found


def parse_condition(text: str, factors: "Mapping[str, Factor]") -> Condition:
    """Read `text`; every name must be in `factors` and be asked for as its kind allows. Raises `ConditionError`."""
    _refuse_foreign_signs(text)
    line = text.replace("\n", " ").rstrip(" ")
    indent = len(line) - len(line.lstrip(" "))
    try:
        tree = ast.parse(line[indent:], mode="eval").body
    except SyntaxError as error:
        column = min(error.offset or 1, len(line) - indent + 1)
        raise ConditionError(_unreadable(line), max(column, 1) + indent) from None
    return Condition(text, _ConditionReader(factors, line[indent:], indent + 1).term(tree))


def _refuse_foreign_signs(text: str) -> None:
    """Only the signs of the grammar reach `ast`: nothing else can warn, run long or nest deep."""
    if len(text) > _LONGEST:
        sentence = _("cette condition dépasse {most} caractères ; écrivez plusieurs règles")
        raise ConditionError(Sentence(sentence, most=_LONGEST), 1)
    position = depth = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise ConditionError(_foreign(text, position), position + 1)
        if token[0] in _FRENCH:
            sentence = _("« {word} » ne se lit pas dans une condition ; écrivez « {cure} »")
            raise ConditionError(Sentence(sentence, word=token[0], cure=_FRENCH[token[0]]), position + 1)
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth > _DEEPEST:
            sentence = _("plus de {most} parenthèses imbriquées ; écrivez plusieurs règles")
            raise ConditionError(Sentence(sentence, most=_DEEPEST), position + 1)
        position = token.end()


def _foreign(text: str, position: int) -> Sentence:
    sign = text[position]
    if sign in _ASCII:
        return Sentence(_("« {sign} » ne se lit pas ici ; écrivez « {cure} »"), sign=sign, cure=_ASCII[sign])
    if sign.isdigit():
        return Sentence(_("ce nombre ne se lit pas ; écrivez par exemple 30 ou 7.5"))
    return Sentence(_("le signe « {sign} » n’a pas de place dans une condition ; retirez-le"), sign=shown(sign))


def _unreadable(line: str) -> Sentence:
    if not line:
        return Sentence(_("la condition est vide ; écrivez par exemple « crcl < 30 », ou retirez la clé"))
    return Sentence(_("la condition ne se lit pas à partir d’ici ; écrivez par exemple « crcl < 30 and not dialysis »"))


class _ConditionReader:
    """Turns the parsed tree into terms, and says where a name or a comparison is not possible."""

    def __init__(self, factors: "Mapping[str, Factor]", text: str, first_column: int) -> None:
        self._factors = factors
        self._text = text
        self._first_column = first_column

    def term(self, node: ast.expr) -> Term:
        """The term that `node` stands for."""
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return Every(tuple(self.term(value) for value in values))
            case ast.BoolOp(op=ast.Or(), values=values):
                return Some(tuple(self.term(value) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.term(operand))
            case ast.Name(id=name):
                return self._said(name, node)
            case ast.Compare(left=ast.Name(id=name) as left, ops=[ast.In()], comparators=[ast.Tuple(elts=words)]):
                return self._among(self._factor(name, left), words)
            case ast.Compare(left=ast.Name(id=name) as left, ops=[sign], comparators=[word]) if type(sign) in _SIGNS:
                return self._comparison(self._factor(name, left), _SIGNS[type(sign)], word)
            case ast.Compare(ops=[ast.In()], comparators=[listed]):
                sentence = _("après « in », écrivez une liste : « hepatic in (mild, moderate) »")
                raise self._error(listed, Sentence(sentence))
            case ast.Compare():
                sentence = _("comparez un seul facteur, nommé en premier : « crcl >= 30 and crcl < 60 »")
                raise self._error(node, Sentence(sentence))
        sentence = _("seuls les facteurs, leurs comparaisons, « and », « or », « not » et « in » ont un sens ici")
        raise self._error(node, Sentence(sentence))

    def _factor(self, name: str, node: ast.expr) -> "Factor":
        if name not in self._factors:
            hint = suggestion(name, self._factors)
            raise self._error(
                node, Sentence(_("le facteur « {name} » n’existe pas{hint}"), name=shown(name), hint=hint)
            )
        return self._factors[name]

    def _said(self, name: str, node: ast.expr) -> Term:
        factor = self._factor(name, node)
        if factor.kind == "number":
            sentence = Sentence(_("« {name} » est un nombre ; comparez-le : « {name} >= 30 »"), name=name)
            raise self._error(node, sentence)
        if factor.kind == "choice":
            first = factor.choices[0].id if factor.choices else "…"
            sentence = Sentence(
                _("« {name} » est un choix ; écrivez par exemple « {name} == {first} »"), name=name, first=first
            )
            raise self._error(node, sentence)
        return Said(name)

    def _comparison(self, factor: "Factor", sign: str, node: ast.expr) -> Term:
        value = self._value(factor, node)
        if sign in {"==", "!="} or isinstance(value, Decimal):
            return Comparison(factor.id, sign, value)
        if not factor.ordered:
            sentence = _("les choix de « {name} » n’ont pas d’ordre ; écrivez « == » ou « in (…) »")
            raise self._error(node, Sentence(sentence, name=factor.id))
        return Comparison(factor.id, sign, value, tuple(choice.id for choice in factor.choices))

    def _among(self, factor: "Factor", words: list[ast.expr]) -> Term:
        return Among(factor.id, tuple(self._value(factor, word) for word in words))

    def _value(self, factor: "Factor", node: ast.expr) -> Decimal | str:
        if factor.kind == "number":
            return self._number(factor, node)
        if factor.kind != "choice":
            sentence = _("« {name} » se répond par oui ou non ; écrivez « {name} » ou « not {name} » sans comparaison")
            raise self._error(node, Sentence(sentence, name=factor.id))
        choices = [choice.id for choice in factor.choices]
        match node:
            case ast.Name(id=word) if not choices or word in choices:
                return word
            case ast.Constant(value=str() as word) if not choices or word in choices:
                return word
            case ast.Name(id=word) | ast.Constant(value=str() as word):
                sentence = _("« {word} » n’est pas un choix de « {name} »{hint}")
                hint = suggestion(word, choices)
                raise self._error(node, Sentence(sentence, word=shown(word), name=factor.id, hint=hint))
            case ast.BinOp():
                sentence = _("un mot avec un tiret se met entre apostrophes : « '{word}' »")
                raise self._error(node, Sentence(sentence, word=shown(self._source(node).replace(" ", ""))))
        raise self._error(node, Sentence(_("« {name} » se compare à l’un de ses choix"), name=factor.id))

    def _number(self, factor: "Factor", node: ast.expr) -> Decimal:
        raw = self._source(node)
        if not isinstance(node, ast.Constant) or not raw[:1].isdigit():
            sentence = _("« {name} » se compare à un nombre écrit avec un point : « {name} < 7.5 »")
            raise self._error(node, Sentence(sentence, name=factor.id))
        return Decimal(raw)

    def _source(self, node: ast.expr) -> str:
        return ast.get_source_segment(self._text, node) or ""

    def _error(self, node: ast.expr, sentence: Sentence) -> ConditionError:
        return ConditionError(sentence, node.col_offset + self._first_column)
