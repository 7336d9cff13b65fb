"""Single values read from the content: an id, a text in both languages, a number, a date, a condition.

Knows how each is written and says what to write instead. Knows no noun of the guideline.
A value that cannot be read is a problem at its place, and an empty value in its stead.
"""

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal

from navigator.guideline.conditions import Condition, ConditionError, parse_condition
from navigator.guideline.desk import Desk, WrittenText
from navigator.guideline.model import Range
from navigator.guideline.source import Block, Element, Listing, Scalar
from navigator.guideline.spelling import shown, suggestion
from navigator.guideline.terms import Every
from navigator.language import Sentence, Text, _
from navigator.problems import Place

NEVER_READ = Condition("", Every(()))  # stands in for a condition that could not be read
_ZERO = Decimal(0)
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,8}[1-9])?\Z")
_RANGE = re.compile(r"([^-]+)-([^-]+)\Z")
_ID = re.compile(r"[a-z0-9][a-z0-9+._-]{0,99}\Z")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def read_word(element: Element, desk: Desk) -> str:
    """A short raw text, not empty."""
    if not isinstance(element, Scalar):
        desk.note(element.place, "shape", Sentence(_("un mot est attendu ici, ni liste ni bloc")))
        return ""
    if not element.text.strip():
        desk.note(element.place, "empty-value", Sentence(_("la valeur est vide ; écrivez-la ou retirez-la")))
    return element.text.strip()


def read_id(element: Element, desk: Desk) -> str:
    """An id: small letters, digits, hyphens, points, and + between the members of a pair."""
    word = read_word(element, desk)
    if word and not _ID.match(word):
        sentence = _("« {word} » n’est pas un identifiant ; écrivez minuscules, chiffres et tirets")
        desk.note(element.place, "id", Sentence(sentence, word=shown(word)))
        return ""
    return word


def read_word_among(element: Element, known: Collection[str], desk: Desk) -> str:
    """A word of a closed list; another is a problem and gives an empty word."""
    word = read_word(element, desk)
    if word and word not in known:
        sentence = _("« {word} » n’est pas possible ici{hint}")
        desk.note(element.place, "choice", Sentence(sentence, word=shown(word), hint=suggestion(word, known)))
        return ""
    return word


def read_items(element: Element, desk: Desk) -> tuple[Element, ...]:
    """The elements of a list."""
    if isinstance(element, Listing):
        return element.items
    desk.note(element.place, "shape", Sentence(_("une liste est attendue ici : « [a, b] » ou une ligne « - » chacun")))
    return ()


def read_text(element: Element, desk: Desk) -> Text:
    """A text in both languages: `{fr: …, en: …}`."""
    if not isinstance(element, Block):
        desk.note(element.place, "language", Sentence(_("un texte s’écrit en deux langues : {{fr: …, en: …}}")))
        return Text("", "")
    for key, place in element.keys.items():
        if key not in {"fr", "en"}:
            sentence = _("la clé « {key} » n’existe pas dans un texte ; attendu : fr, en")
            desk.note(place, "unknown-key", Sentence(sentence, key=shown(key)))
    text = Text(_read_language(element, "fr", desk), _read_language(element, "en", desk))
    if text.fr and text.en:
        desk.texts.append(WrittenText(text, element.place))
    return text


def _read_language(block: Block, language: str, desk: Desk) -> str:
    written = block.fields.get(language)
    if isinstance(written, Scalar) and written.text.strip():
        return " ".join(written.text.split())
    place = block.place if written is None else written.place
    desk.note(place, "language", Sentence(_("il manque le texte « {language} » ; écrivez-le"), language=language))
    return ""


def read_decimal(element: Element, desk: Desk) -> Decimal:
    """A number exactly as written: no sign, no exponent, no comma, no trailing zero, a leading zero."""
    return _decimal(read_word(element, desk), element.place, desk)


def read_range(element: Element, desk: Desk) -> Range:
    """A number, or two joined by a hyphen: `7-14`."""
    word = read_word(element, desk)
    match = _RANGE.match(word)
    if match is None:
        number = _decimal(word, element.place, desk)
        return Range(number, number)
    low, high = (_decimal(part, element.place, desk) for part in match.groups())
    if low > high:
        sentence = _("l’intervalle « {range} » va du plus petit au plus grand ; inversez-le")
        desk.note(element.place, "range", Sentence(sentence, range=shown(word)))
    return Range(low, high)


def _decimal(word: str, place: Place, desk: Desk) -> Decimal:
    if _NUMBER.match(word):
        return Decimal(word)
    if word:
        sentence = _("« {word} » n’est pas un nombre lisible ici ; {cure}")
        desk.note(place, "number", Sentence(sentence, word=shown(word), cure=_cure_of_number(word)))
    return _ZERO


def _cure_of_number(word: str) -> Sentence:
    if re.fullmatch(r"[0-9]+,[0-9]+", word):
        return Sentence(_("écrivez {cure}, avec un point"), cure=word.replace(",", "."))
    if re.fullmatch(r"[0-9]+\.[0-9]*0+|[0-9]+\.", word):
        return Sentence(_("écrivez {cure}, sans zéro final"), cure=word.rstrip("0").rstrip("."))
    if re.fullmatch(r"\.[0-9]+", word):
        return Sentence(_("écrivez {cure}, avec un zéro devant le point"), cure=f"0{word}")
    if re.fullmatch(r"0[0-9]+(\.[0-9]+)?", word):
        return Sentence(_("écrivez {cure}, sans zéro au début"), cure=word.lstrip("0") or "0")
    if re.fullmatch(r"[0-9]+[–—−][0-9]+", word):
        return Sentence(_("entre deux nombres, écrivez un simple tiret : 7-14"))
    return Sentence(_("écrivez des chiffres et un point décimal, sans signe, sans exposant ni unité : 12.5"))


def read_date(element: Element, desk: Desk) -> date | None:
    """A date written 2026-11-23."""
    word = read_word(element, desk)
    try:
        if _ISO_DATE.match(word):
            return date.fromisoformat(word)
    except ValueError:
        pass  # 2026-13-40: the same problem as any other wrong date
    sentence = _("« {word} » n’est pas une date ; écrivez année-mois-jour : 2026-11-23")
    desk.note(element.place, "date", Sentence(sentence, word=shown(word)))
    return None


def read_condition(element: Element, desk: Desk) -> Condition:
    """A condition over the factors; its problem stands at the very word that is wrong."""
    text = read_word(element, desk)
    if not isinstance(element, Scalar) or not text or not desk.vocabulary:
        return NEVER_READ
    try:
        return parse_condition(element.text, desk.vocabulary)
    except ConditionError as error:
        desk.note(element.at(error.column), "condition", error.sentence)
        return NEVER_READ
