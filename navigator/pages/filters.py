"""How texts, numbers and dates read in French and in English.

Knows typography. Knows no patient, no template, no Qt. Every function is pure and takes the language.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

from navigator.guideline.model import Range
from navigator.language import Language, Text, say

NARROW, NO_BREAK = "\u202f", "\u00a0"
_UNITS = (
    r"%|mg|mL|g|ans?|years?|jours?|days?|semaines?|weeks?|wk|mois|months?|sem\.|kg|cm|µmol|mmol|fois|prises?|h|min|U|Hz"
)
_MONTHS = {
    Language.FR: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    Language.EN: "January February March April May June July August September October November December",
}
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EM = re.compile(r"(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])")  # HLA-B*15:02 keeps its star
_BEFORE_UNIT = re.compile(rf"(\d) ({_UNITS})(?![\w’'])")
_AFTER_SIGN = re.compile(r"([≥≤<>±]|ClCr|CrCl) (\d)")
_BEFORE_HIGH = re.compile(r" ([;!?])")
_BEFORE_COLON = re.compile(r" (:)(?!//)")
_FRENCH_GAP = re.compile(r"(?<=\w) ([:;!?])(?= |$)")  # what a French sentence leaves in an English one


def spaced(text: str, language: Language) -> str:
    """`text` with the no-break spaces that its language asks for; plain text in, plain text out."""
    text = _BEFORE_UNIT.sub(rf"\1{NO_BREAK}\2", text)
    text = _AFTER_SIGN.sub(rf"\1{NO_BREAK}\2", text)
    if language is Language.FR:
        text = text.replace("'", "’")
        text = _BEFORE_HIGH.sub(rf"{NARROW}\1", text)
        text = _BEFORE_COLON.sub(rf"{NO_BREAK}\1", text)
        return text.replace("« ", f"«{NO_BREAK}").replace(" »", f"{NO_BREAK}»")
    return _FRENCH_GAP.sub(r"\1", text)


def inside(text: str) -> str:
    """`text` as it stands within a sentence: a small letter first, but for « IMAO » and « QT »."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def bare(text: str) -> str:
    """`text` without its inline marks, for places that show plain text."""
    return _EM.sub(r"\1", _STRONG.sub(r"\1", text))


@lru_cache(maxsize=8192)  # asked for by the thousand in every scene; texts of the content only, none of a patient
def told(text: Text, language: Language) -> str:
    """A text of the content as plain text, in its language and typography."""
    return spaced(bare(text.in_(language)), language)


def marked(text: Text | str, language: Language) -> Markup:
    """A text of the content as HTML: escaped first, then its two marks and its typography."""
    raw = text.in_(language) if isinstance(text, Text) else text
    safe = str(escape(_soft(spaced(raw, language))))
    return Markup(_EM.sub(r"<i>\1</i>", _STRONG.sub(r"<b>\1</b>", safe)))


def _soft(text: str) -> str:
    """Break words of over 60 characters: one long word costs the browser seconds."""
    return re.sub(r"(\S{60})(?=\S)", "\\1\u200b", text)


def number(value: Decimal, language: Language) -> str:
    """A number without trailing zeros, with the decimal mark of the language."""
    text = f"{value.normalize():f}"
    return text.replace(".", ",") if language is Language.FR else text


def between(values: Range, language: Language) -> str:
    """`30` or `150–600`."""
    low = number(values.low, language)
    return low if values.low == values.high else f"{low}–{number(values.high, language)}"


def day(value: date, language: Language) -> str:
    """`1er décembre 2026`, `1 December 2026`."""
    first = "er" if language is Language.FR and value.day == 1 else ""
    return f"{value.day}{first}{NO_BREAK}{_MONTHS[language].split()[value.month - 1]} {value.year}"


def short_day(value: date, language: Language) -> str:
    """`01/12/2026`, `1 Dec 2026`: for tables."""
    return f"{day_month(value, language)}{'/' if language is Language.FR else NO_BREAK}{value.year:04}"


def day_month(value: date, language: Language) -> str:
    """`01/12`, `1 Dec`: where the year is told elsewhere."""
    if language is Language.FR:
        return f"{value.day:02}/{value.month:02}"
    return f"{value.day}{NO_BREAK}{_MONTHS[language].split()[value.month - 1][:3]}"


def listed(words: list[str], language: Language) -> str:
    """`a, b et c`."""
    if len(words) < 2:
        return "".join(words)
    last = " et " if language is Language.FR else " and "
    return ", ".join(words[:-1]) + last + words[-1]


def tr(message: str, language: Language, **values: object) -> str:
    """The app's own sentence `message` in `language`, its values filled in, its spaces as that language has them."""
    return spaced(say(message, language).format(**values), language)
