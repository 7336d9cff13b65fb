"""The nearest known word to a mistaken one: « vouliez-vous dire … ? ».

Knows words only. Never decides what is an error.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from navigator.language import Sentence, _

_FEW = 8  # so many known words can be listed in a sentence
_LONGEST = 60  # characters of an author's text that a sentence repeats


def nearest(word: str, known: Iterable[str]) -> str:
    """The word of `known` that looks most like `word`, or an empty string where none comes near."""
    return _nearest(word[:_LONGEST].lower(), tuple(sorted(set(known))))


@lru_cache(maxsize=512)
def _nearest(word: str, words: tuple[str, ...]) -> str:
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    return close[0] if close else ""


def suggestion(word: str, known: Iterable[str]) -> Sentence | str:
    """The end of a sentence that says what to write instead of `word`; empty where nothing can be said."""
    words = sorted(set(known))
    near = nearest(word, words)
    if near:
        return Sentence(_(" ; vouliez-vous dire « {nearest} » ?"), nearest=near)
    if 0 < len(words) <= _FEW:
        return Sentence(_(" ; attendu : {words}"), words=", ".join(words))
    return ""


def shown(text: str) -> str:
    """An author's text as a sentence may repeat it: on one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
