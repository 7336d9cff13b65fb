"""The fields of one written block, taken one by one by the read_… modules, with every problem at its place.

Knows keys: which are there, which are missing, which nobody asked for. Knows no noun of the guideline.
"""

from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from navigator.guideline.conditions import Condition
from navigator.guideline.desk import Desk
from navigator.guideline.model import Range
from navigator.guideline.source import Block, Element, Scalar
from navigator.guideline.spelling import nearest, shown, suggestion
from navigator.guideline.values import (
    NEVER_READ,
    read_condition,
    read_date,
    read_decimal,
    read_id,
    read_items,
    read_range,
    read_text,
    read_word,
    read_word_among,
)
from navigator.language import Sentence, Text, _
from navigator.problems import Place

Noun = TypeVar("Noun")
Choice = TypeVar("Choice", bound=StrEnum)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


HasId = TypeVar("HasId", bound=_HasId)


class Fields:
    """One written block being read field by field; `close` complains about keys that nobody asked for."""

    def __init__(self, element: Element | None, desk: Desk) -> None:
        """The fields of `element`; of None, where a whole file is absent, they are silently empty."""
        self.desk = desk
        self.place = Place("") if element is None else element.place
        self._asked: set[str] = set()
        self._block = element if isinstance(element, Block) else Block({}, {}, self.place)
        self._readable = isinstance(element, Block)
        if element is not None and not self._readable:
            desk.note(element.place, "shape", Sentence(_("un bloc de « clé: valeur » est attendu ici")))

    def has(self, name: str) -> bool:
        """Whether the author wrote the key."""
        return name in self._block.fields

    def place_of(self, name: str) -> Place:
        """Where the value of `name` stands; the block itself where the key is absent."""
        written = self._block.fields.get(name)
        return written.place if written is not None else self.place

    def place_of_key(self, name: str) -> Place:
        """Where the key `name` itself stands."""
        return self._block.keys.get(name, self.place)

    def names(self) -> Collection[str]:
        """The keys that the author wrote."""
        return self._block.keys.keys()

    def take(self, name: str, *, required: bool = True) -> Element | None:
        """The element of `name`; absent and required is a problem."""
        self._asked.add(name)
        written = self._block.fields.get(name)
        if written is None and required and self._readable:
            self.desk.note(self.place, "missing-key", Sentence(_("il manque la clé « {key} »"), key=name))
        return written

    def word(self, name: str, *, required: bool = True) -> str:
        """A short raw text: a year, an address, a measure."""
        return self._plain(name, read_word, required=required) or ""

    def id(self, name: str = "id", *, required: bool = True) -> str:
        """An id."""
        return self._plain(name, read_id, required=required) or ""

    def reference(self, name: str, noun: str, *, required: bool = True) -> str:
        """The id of a `noun` that must exist somewhere in the content."""
        return self.desk.refer(noun, self.id(name, required=required), self.place_of(name))

    def references(self, name: str, noun: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of ids of nouns that must exist."""
        return self.each(name, lambda item, desk: desk.refer(noun, read_id(item, desk), item.place), required=required)

    def word_among(self, name: str, known: Collection[str], *, required: bool = True) -> str:
        """A word of a closed list, or an empty one."""
        return self._plain(name, lambda written, desk: read_word_among(written, known, desk), required=required) or ""

    def one_of(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """A member of an enumeration; absent, it is the default, or a problem where there is none.

        A mistyped word is read as the word that was probably meant, so that its problem has no echo.
        """
        word = self.word_among(name, list(kind), required=default is None)
        written = self._block.fields.get(name)
        meant = nearest(written.text, list(kind)) if not word and isinstance(written, Scalar) else word
        return kind(meant) if meant else default or list(kind)[-1]

    def text(self, name: str) -> Text:
        """A text in both languages."""
        return self._made(name, read_text) or Text("", "")

    def maybe_text(self, name: str) -> Text | None:
        """A text in both languages, or None where the key is absent."""
        return self._made(name, read_text, required=False)

    def decimal(self, name: str) -> Decimal:
        """A number, exactly as written."""
        return self._plain(name, read_decimal) or Decimal(0)

    def maybe_decimal(self, name: str) -> Decimal | None:
        """A number, or None where the key is absent."""
        return self._plain(name, read_decimal, required=False)

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number; absent, it is the default, or a problem where there is none."""
        number = self._plain(name, read_decimal, required=default is None)
        if number is None:
            return default or 0
        if number != number.to_integral_value():
            sentence = Sentence(_("« {key} » est un nombre entier ; arrondissez-le"), key=name)
            self.desk.note(self.place_of(name), "number", sentence)
        return int(number)

    def range(self, name: str) -> Range:
        """A number, or two joined by a hyphen: `7-14`."""
        return self._plain(name, read_range) or Range(Decimal(0), Decimal(0))

    def flag(self, name: str) -> bool:
        """`true` or `false`; absent is false."""
        return self.word_among(name, ("true", "false"), required=False) == "true"

    def day(self, name: str) -> date:
        """A date written 2026-11-23."""
        return self._plain(name, read_date) or date.min

    def maybe_day(self, name: str) -> date | None:
        """A date written 2026-11-23, or None where the key is absent."""
        return self._plain(name, read_date, required=False)

    def condition(self, name: str) -> Condition:
        """A condition over the factors."""
        return self._plain(name, read_condition) or NEVER_READ

    def maybe_condition(self, name: str) -> Condition | None:
        """A condition over the factors, or None where the key is absent."""
        return self._plain(name, read_condition, required=False)

    def items(self, name: str, *, required: bool = True) -> tuple[Element, ...]:
        """The elements of a list; absent is an empty one."""
        return self._made(name, read_items, required=required) or ()

    def each(self, name: str, read: Callable[[Element, Desk], Noun], *, required: bool = True) -> tuple[Noun, ...]:
        """What `read` makes of every element of a list."""
        return tuple(read(item, self.desk) for item in self.items(name, required=required))

    def by_id(self, name: str, read: Callable[[Element, Desk], HasId], *, required: bool = True) -> dict[str, HasId]:
        """What `read` makes of every element of a list, by its id; an id twice is a problem."""
        found: dict[str, HasId] = {}
        for item in self.items(name, required=required):
            noun = read(item, self.desk)
            if noun.id in found:
                sentence = _("l’identifiant « {id} » est déjà pris dans cette liste ; choisissez-en un autre")
                self.desk.note(item.place, "duplicate-id", Sentence(sentence, id=noun.id))
            elif noun.id:
                found[noun.id] = noun
        return found

    def words(self, name: str) -> tuple[str, ...]:
        """A list of short raw texts; absent is an empty one."""
        return self.each(name, read_word, required=False)

    def block(self, name: str, *, required: bool = True) -> "Fields | None":
        """The fields of a block inside this one; the caller closes it."""
        written = self.take(name, required=required)
        return None if written is None else Fields(written, self.desk)

    def close(self) -> None:
        """Complain about every key that nobody asked for."""
        for name, place in self._block.keys.items():
            if name not in self._asked:
                sentence = _("la clé « {key} » n’existe pas ici{hint}")
                hint = suggestion(name, self._asked - set(self._block.keys))
                self.desk.note(place, "unknown-key", Sentence(sentence, key=shown(name), hint=hint))

    def _made(self, name: str, read: Callable[[Element, Desk], Noun], *, required: bool = True) -> Noun | None:
        written = self.take(name, required=required)
        return None if written is None else read(written, self.desk)

    def _plain(self, name: str, read: Callable[[Element, Desk], Noun], *, required: bool = True) -> Noun | None:
        """What `read` makes of a single word; an empty one is told by the name of its key."""
        written = self._block.fields.get(name)
        if not isinstance(written, Scalar) or written.text.strip():
            return self._made(name, read, required=required)
        self._asked.add(name)
        sentence = _("la valeur de « {key} » est vide ; écrivez-la, ou retirez la clé si elle est facultative")
        self.desk.note(written.place, "empty-value", Sentence(sentence, key=name))
        return None
