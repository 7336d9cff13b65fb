"""Words as a search compares them: folded to plain small letters, and how near two of them are.

Knows letters. Knows no language and no index.
"""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "µ": "u", "’": " ", "'": " "})
_WORD = re.compile(r"[a-z0-9]+")
EXACT, PREFIX, TYPO, FAR = 10, 8, 6, 0
_SHORTEST_PREFIX = 3
_SHORTEST_TYPO = 4
_TWO_TYPOS_FROM = 8


def fold(text: str) -> str:
    """`Névralgie du nerf` → `nevralgie du nerf`: no accents, no ligatures, small letters."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; a hyphen separates."""
    return tuple(_WORD.findall(fold(text)))


def likeness(asked: str, word: str) -> int:
    """How well `word` answers the word `asked`: the same, begun, mistyped (one typo from 4 letters, two from 8), no."""
    if asked == word:
        return EXACT
    if len(asked) >= _SHORTEST_PREFIX and word.startswith(asked):
        return PREFIX
    typos = 0 if len(asked) < _SHORTEST_TYPO else 1 if len(asked) < _TWO_TYPOS_FROM else 2
    if typos and asked[0] == word[0] and distance(asked, word, typos) <= typos:
        return TYPO
    return FAR


def distance(one: str, two: str, most: int) -> int:
    """Letters to add, drop, change or swap between two words; more than `most` is told as `most` + 1."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(two) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, other in enumerate(two, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)
