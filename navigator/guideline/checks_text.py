"""Invariants of every text: both languages say the same figures, and nothing in it is taken for code or misread.

Knows texts and their places. That both languages are present is told while reading.
"""

import re
from collections import Counter
from collections.abc import Iterable

from navigator.guideline.desk import WrittenText
from navigator.guideline.spelling import shown
from navigator.language import Sentence, _
from navigator.problems import Problem, Severity

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_UNIT = r"[ \u00a0\u202f]?(?:mg|g|µg|kg|mL|ml|L|%|mmol|µmol)\b"
_TAG = re.compile(r"</?[A-Za-z!]|&[a-z]+;")
_PLACEHOLDER = re.compile(r"[{}]|\[\[|\]\]|%\(")
_STRONG = re.compile(r"\*\*.+?\*\*")
_TRAILING_ZERO = re.compile(rf"(?<![0-9.,])[0-9]+[.,][0-9]*0{_UNIT}")
_NO_LEADING_ZERO = re.compile(rf"(?<![0-9])[.,][0-9]+{_UNIT}")
_GROUPED = re.compile(rf"(?<![0-9.,])[0-9]{{1,3}}[ \u00a0\u202f][0-9]{{3}}{_UNIT}")
_POINT = re.compile(rf"(?<![0-9.,])[0-9]+\.[0-9]+{_UNIT}")
_COMMA = re.compile(rf"(?<![0-9.,])[0-9]+,[0-9]+{_UNIT}")
_MANY_WORDS = 5  # so many words are not a name, and differ between languages


def numbers_in(text: str) -> Counter[str]:
    """The numbers that a text names, with a point for the decimal comma, each as often as it stands."""
    return Counter(number.replace(",", ".") for number in _NUMBER.findall(text))


def check_numbers_agree(texts: Iterable[WrittenText]) -> Iterable[Problem]:
    """The French and the English name the same numbers, each as often."""
    for written in texts:
        french, english = numbers_in(written.text.fr), numbers_in(written.text.en)
        if french != english:
            sentence = _("les nombres diffèrent : {french} en français, {english} en anglais ; accordez-les")
            values = {"french": _listed(french - english), "english": _listed(english - french)}
            yield Problem(written.place, "numbers", Sentence(sentence, **values))


def _listed(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements())) or "—"


def check_texts_are_only_texts(texts: Iterable[WrittenText]) -> Iterable[Problem]:
    """No HTML, no placeholder, and every strong mark is closed."""
    for written in texts:
        for text in (written.text.fr, written.text.en):
            if _TAG.search(text):
                sentence = _("« {text} » contient une balise ; seuls **fort** et *accent* sont permis")
                yield Problem(written.place, "markup", Sentence(sentence, text=shown(text)))
            if _PLACEHOLDER.search(text):
                sentence = _("« {text} » contient un signe de modèle ; retirez accolades et doubles crochets")
                yield Problem(written.place, "placeholder", Sentence(sentence, text=shown(text)))
            if "**" in _STRONG.sub("", text):
                sentence = _("« {text} » a un ** sans fin ; fermez-le")
                yield Problem(written.place, "markup", Sentence(sentence, text=shown(text)))


def check_french_apostrophes(texts: Iterable[WrittenText]) -> Iterable[Problem]:
    """French texts have the typographic apostrophe."""
    for written in texts:
        if "'" in written.text.fr:
            sentence = _("« {text} » a une apostrophe droite ; écrivez ’")
            yield Problem(written.place, "apostrophe", Sentence(sentence, text=shown(written.text.fr)))


def check_quantities_are_safe(texts: Iterable[WrittenText]) -> Iterable[Problem]:
    """No quantity can be misread by ten or a thousand; each language has its own decimal mark (titles apart)."""
    for written in texts:
        if written.place.file == "sources.yaml":
            continue
        for text, foreign in ((written.text.fr, _POINT), (written.text.en, _COMMA)):
            for pattern, sentence in (
                (_TRAILING_ZERO, _("« {quantity} » a un zéro final ; retirez-le")),
                (_NO_LEADING_ZERO, _("« {quantity} » n’a pas de zéro devant la virgule ; ajoutez-le")),
                (_GROUPED, _("« {quantity} » a une espace dans le nombre ; écrivez 1800")),
                (foreign, _("« {quantity} » : virgule décimale en français, point en anglais, jamais de milliers")),
            ):
                if match := pattern.search(text):
                    yield Problem(written.place, "quantity", Sentence(sentence, quantity=match[0]))


def check_texts_are_translated(texts: Iterable[WrittenText]) -> Iterable[Problem]:
    """A longer text is not the same in both languages (titles of sources apart); else a warning."""
    for written in texts:
        same = written.text.fr == written.text.en and len(written.text.fr.split()) >= _MANY_WORDS
        if same and written.place.file != "sources.yaml":
            sentence = _("« {text} » est le même dans les deux langues ; traduisez-le")
            values = Sentence(sentence, text=shown(written.text.fr))
            yield Problem(written.place, "untranslated", values, Severity.WARNING)
