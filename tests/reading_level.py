"""How hard a text is to read, from 0 to 100 (easy): Flesch for English, Kandel and Moles for French.

Flesch R., J Appl Psychol 1948;32:221: 206.835 - 1.015 words/sentence - 84.6 syllables/word.
Kandel L., Moles A., Cahiers Études de Radio-Télévision 1958;19:253: 207 - 1.015 words/sentence - 73.6 syllables/word.
Syllables are counted as groups of vowels, a mute e at the end left out.
"""

import re

from navigator.language import Language

_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def ease(text: str, language: Language) -> float:
    """The ease of `text`; 60 and more is plain language."""
    sentences = [s for s in re.split(r"[.!?;:\n]+", text) if _WORD.search(s)]
    words = _WORD.findall(text)
    syllables = sum(_syllables(word, language) for word in words)
    per_sentence, per_word = len(words) / len(sentences), syllables / len(words)
    if language is Language.FR:
        return 207 - 1.015 * per_sentence - 73.6 * per_word
    return 206.835 - 1.015 * per_sentence - 84.6 * per_word


def _syllables(word: str, language: Language) -> int:
    mute = r"(?:es?|ent)$" if language is Language.FR else r"(?:es?|ed)$"
    groups = _VOWELS.findall(re.sub(mute, "", word.lower()) or word)
    return max(1, len(groups))
