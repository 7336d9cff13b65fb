"""The YAML reader: bytes of a content file → elements that remember their line and column, and the raw text.

Knows YAML, and is the only module that does. Knows nothing of the guideline. Takes YAML from the parser's events,
never builds Python values from it, never recurses and never raises: whatever the bytes are, it answers with an
element or with problems. Anchors, aliases, merges, tags, directives and duplicate keys are refused.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from navigator.guideline.spelling import shown
from navigator.language import Sentence, _
from navigator.problems import Place, Problem

MOST_BYTES = 1_048_576
MOST_EVENTS = 30_000
DEEPEST = 24
LONGEST_SCALAR = 32_768
LONGEST_KEY = 128
_MOST_PROBLEMS = 50  # after so many the file is given up

_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\U0001fffe\U0001ffff\U000e0000-\U0010ffff]"
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WHAT_YAML_SAYS: Mapping[str, str] = {
    "mapping values are not allowed in this context": _(
        "« : » inattendu ici ; mettez le texte entre guillemets, ou corrigez le retrait"
    ),
    "did not find expected key": _("une clé est attendue ici ; vérifiez le retrait et les guillemets"),
    "did not find expected '-' indicator": _("un tiret « - » est attendu ici ; vérifiez le retrait de la liste"),
    "found a tab character that violates indentation": _("tabulation dans le retrait ; écrivez des espaces"),
    "found character that cannot start any token": _(
        "ce signe ne peut pas commencer un texte ; mettez le texte entre guillemets (pas de tabulation dans le retrait)"
    ),
    "found unexpected end of stream": _("le fichier finit avant le guillemet fermant ; fermez le guillemet"),
    "could not find expected ':'": _("il manque « : » après la clé ; ajoutez-le, ou corrigez le retrait"),
    "did not find expected ',' or ']'": _("il manque « , » ou « ] » dans la liste ; fermez-la"),
    "did not find expected ',' or '}'": _("il manque « , » ou « }} » dans le bloc ; fermez-le"),
    "did not find expected node content": _("une valeur est attendue ici ; fermez la liste ou le bloc"),
    "block sequence entries are not allowed in this context": _(
        "tiret de liste inattendu ; passez à la ligne après la clé"
    ),
    "found unknown escape character": _("séquence « \\ » inconnue ; doublez le « \\ » ou prenez des apostrophes"),
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A written value as raw text: `no` stays "no", 1.10 stays "1.10". `style` is its opening sign, if any."""

    text: str
    place: Place
    style: str = ""
    single_line: bool = True

    def at(self, column: int) -> Place:
        """The place of the character `column` (from 1) of the text, as near as one line of source tells."""
        if not self.single_line or self.style in {"|", ">"}:
            return self.place
        before = self.text[: column - 1]
        doubled = before.count("'") if self.style == "'" else 0
        return Place(self.place.file, self.place.line, self.place.column + len(before) + doubled + len(self.style))


@dataclass(frozen=True, slots=True)
class Listing:
    """A written list."""

    items: "tuple[Element, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Block:
    """A written block of `key: value`; `keys` holds where each key stands."""

    fields: "Mapping[str, Element]"
    keys: Mapping[str, Place]
    place: Place


Element = Scalar | Listing | Block


def read_yaml(data: bytes, file: str) -> tuple[Element | None, tuple[Problem, ...]]:
    """The element that `data` holds, and what is wrong with it. With any problem the element is None."""
    text, problem = _decoded(data, file)
    if problem is not None:
        return None, (problem,)
    building = _Building(file)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            building.take(event)
    except _GiveUpError:
        pass
    except (yaml.YAMLError, ValueError) as error:
        building.problems.append(_syntax_problem(error, text, file))
    if building.problems:
        return None, tuple(building.problems)
    if building.root is None or (isinstance(building.root, Scalar) and not building.root.text):
        return None, (Problem(Place(file), "empty", Sentence(_("le fichier est vide ; écrivez-y son contenu"))),)
    return building.root, ()


def _decoded(data: bytes, file: str) -> tuple[str, Problem | None]:
    if len(data) > MOST_BYTES:
        sentence = Sentence(_("le fichier dépasse {most} octets ; coupez-le"), most=MOST_BYTES)
        return "", Problem(Place(file), "too-large", sentence)
    if data.startswith(_UTF16):
        sentence = Sentence(_("le fichier est écrit en UTF-16 ; enregistrez-le en UTF-8"))
        return "", Problem(Place(file), "encoding", sentence)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        sentence = Sentence(
            _("l’octet {byte} n’est pas de l’UTF-8 ; enregistrez le fichier en UTF-8"),
            byte=f"0x{data[error.start]:02X}",
        )
        return "", Problem(_place_after(before, file), "encoding", sentence)
    if bad := _FORBIDDEN.search(text):
        return "", Problem(_place_after(text[: bad.start()], file), "character", _forbidden(bad[0]))
    return text, None


def _place_after(before: str, file: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _forbidden(sign: str) -> Sentence:
    code = f"U+{ord(sign):04X}"
    return Sentence(_("le caractère invisible {code} n’est pas permis ; retirez-le"), code=code)


class _Mark(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def _place_of(mark: _Mark | None, file: str) -> Place:
    return Place(file) if mark is None else Place(file, mark.line + 1, mark.column + 1)


def _syntax_problem(error: Exception, text: str, file: str) -> Problem:
    place = min(_place_of(getattr(error, "problem_mark", None), file), _place_after(text.rstrip(), file))
    said = str(getattr(error, "problem", None) or error)
    if said in _WHAT_YAML_SAYS:
        return Problem(place, "yaml", Sentence(_WHAT_YAML_SAYS[said]))
    sentence = _("le YAML ne se lit pas ici ({said}) ; vérifiez retraits, guillemets et crochets")
    return Problem(place, "yaml", Sentence(sentence, said=shown(said)))


class _GiveUpError(Exception):
    """The file is not worth reading further; the problem was noted."""


@dataclass(slots=True)
class _Open:
    """A list or block that is still being read; `key` waits for its value."""

    place: Place
    items: list[Element] | None = None
    fields: dict[str, Element] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: str | None = None

    @property
    def wants_key(self) -> bool:
        return self.items is None and self.key is None

    def closed(self) -> Element:
        if self.items is not None:
            return Listing(tuple(self.items), self.place)
        return Block(self.fields, self.keys, self.place)


class _Building:
    """Builds the element from the parser's events, one after the other."""

    def __init__(self, file: str) -> None:
        self.root: Element | None = None
        self.problems: list[Problem] = []
        self._file = file
        self._stack: list[_Open] = []
        self._events = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Note one event; raises `_GiveUpError` where the rest cannot be read with profit."""
        self._events += 1
        if self._events > MOST_EVENTS:
            sentence = _("le fichier a plus de {most} éléments ; coupez-le")
            self._give_up(_place_of(event.start_mark, self._file), "too-many", Sentence(sentence, most=MOST_EVENTS))
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._put(self._stack.pop().closed())
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._open_document(event)

    def _open_document(self, event: yaml.DocumentStartEvent) -> None:
        place = _place_of(event.start_mark, self._file)
        self._documents += 1
        if self._documents > 1:
            sentence = _("un second document commence ici ; un seul par fichier, retirez « --- »")
            self._give_up(place, "documents", Sentence(sentence))
        if event.version or event.tags:
            self._note(place, "directive", Sentence(_("les lignes « % » ne sont pas permises ; retirez-les")))

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _place_of(event.start_mark, self._file)
        sentence = _("renvoi « *{name} » ; récrivez la valeur, les renvois ne sont pas permis")
        self._note(place, "alias", Sentence(sentence, name=shown(str(event.anchor))))
        self._put(Scalar("", place))

    def _refuse_anchor_and_tag(self, anchor: str | None, tag: str | None, place: Place) -> None:
        if anchor is not None:
            sentence = _("ancre « &{name} » ; retirez-la, les ancres ne sont pas permises")
            self._note(place, "anchor", Sentence(sentence, name=shown(anchor)))
        if tag is not None:
            sentence = _("étiquette « {name} » ; retirez-la, les étiquettes ne sont pas permises")
            self._note(place, "tag", Sentence(sentence, name=shown(tag)))

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        place = _place_of(event.start_mark, self._file)
        self._refuse_anchor_and_tag(event.anchor, event.tag, place)
        if len(self._stack) >= DEEPEST:
            sentence = _("plus de {most} niveaux imbriqués ; écrivez plus à plat")
            self._give_up(place, "depth", Sentence(sentence, most=DEEPEST))
        if self._stack and self._stack[-1].wants_key:
            self._give_up(place, "key", Sentence(_("une clé doit être un mot ; retirez le bloc ou la liste")))
        self._stack.append(_Open(place, [] if isinstance(event, yaml.SequenceStartEvent) else None))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text, start, end = event.value, event.start_mark, event.end_mark
        place = _place_of(start, self._file)
        self._refuse_anchor_and_tag(event.anchor, event.tag, place)
        if len(text) > LONGEST_SCALAR:
            sentence = _("ce texte dépasse {most} caractères ; coupez-le")
            self._give_up(place, "too-long", Sentence(sentence, most=LONGEST_SCALAR))
        if event.style == '"' and (bad := _FORBIDDEN.search(text)):  # an escape; the file itself was searched before
            self._note(place, "character", _forbidden(bad[0]))
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if self._stack and self._stack[-1].wants_key:
            self._key(text, place)
        else:
            single_line = start is None or end is None or start.line == end.line
            self._put(Scalar(text, place, event.style or "", single_line))

    def _key(self, key: str, place: Place) -> None:
        block = self._stack[-1]
        if key == "<<":
            self._note(place, "merge", Sentence(_("« << » ne fusionne pas ; récrivez les clés une à une")))
        elif not key or len(key) > LONGEST_KEY:
            sentence = _("cette clé est vide ou trop longue ; écrivez un mot suivi de « : »")
            self._note(place, "key", Sentence(sentence))
        elif key in block.keys:
            sentence = _("la clé « {key} » est déjà à la ligne {line} ; gardez-en une")
            self._note(place, "duplicate-key", Sentence(sentence, key=shown(key), line=block.keys[key].line))
        block.keys.setdefault(key, place)
        block.key = key

    def _put(self, element: Element) -> None:
        if not self._stack:
            self.root = element
            return
        container = self._stack[-1]
        if container.items is not None:
            container.items.append(element)
        elif container.key is None:  # an alias stands where a key should
            container.key = ""
        else:
            container.fields.setdefault(container.key, element)
            container.key = None

    def _note(self, place: Place, code: str, sentence: Sentence) -> None:
        self.problems.append(Problem(place, code, sentence))
        if len(self.problems) >= _MOST_PROBLEMS:
            raise _GiveUpError

    def _give_up(self, place: Place, code: str, sentence: Sentence) -> None:
        self.problems.append(Problem(place, code, sentence))
        raise _GiveUpError
