"""Finds pages by words: without accents, with typos, the best first, always in the same order.

Knows entries and words. Knows no patient: statuses are added by whoever shows the hits.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from navigator.guideline.model import Guideline
from navigator.guideline.search_entries import Entry, entries
from navigator.guideline.words import FAR, distance, likeness, words_of
from navigator.language import Language

KINDS = (
    *("treatment", "pain-type", "node", "tool", "section", "interaction", "situation"),
    *("factor", "background", "score", "red-flag", "term", "source"),
)
_EMPTY = frozenset(words_of("a au aux avec ce ces d dans de des du en et l la le les ou par pour sur un une")) | {
    *words_of("the of and or in on for to with")
}
_MOST_WORDS = 12
_LONGEST_WORD = 40
_SNIPPET = 160
_HALF_A_SNIPPET = 60
_FARTHEST = 3  # letters between what was typed and the name that is proposed


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `id` and `kind` say what it is: a section has the id of its treatment. Scores only compare."""

    id: str
    kind: str
    title: str
    snippet: str
    score: int
    part: str = ""  # a section, or the factor that the treatment meets


class Index:
    """All words of a guideline in one language, ready to be searched; names are known in both."""

    def __init__(self, guideline: Guideline, language: Language, more: Iterable[Entry] = ()) -> None:
        """`more`: what a front end adds, its own pages."""
        self._entries = (*entries(guideline, language), *more)
        self._weights: dict[str, dict[int, int]] = defaultdict(dict)
        for number, entry in enumerate(self._entries):
            for weight, text in entry.texts:
                for word, count in Counter(words_of(text)).items():
                    known = self._weights[word].get(number, 0)
                    self._weights[word][number] = max(known, weight + count.bit_length())

    def find(self, words: str | Sequence[str], limit: int = 20) -> tuple[Hit, ...]:
        """The best entries for these words; those that answer every word before those that answer some."""
        asked = _asked(words)
        scores: dict[int, int] = defaultdict(int)
        answered: Counter[int] = Counter()
        for word in asked:
            for number, score in self._scores_of(word).items():
                scores[number] += score
                answered[number] += 1
        most = max(answered.values(), default=0)
        found = [
            (score * answered[number] // len(asked), number)
            for number, score in scores.items()
            if answered[number] == most
        ]
        found.sort(key=lambda one: (-one[0], KINDS.index(self._entries[one[1]].kind), one[1]))
        return tuple(self._hit(number, score, asked) for score, number in found[:limit])

    def nearest(self, words: str) -> str:
        """The words asked for, each spelt as the nearest name that is known; empty where one is far from all."""
        names = {w: shown for entry in self._entries for shown in entry.title.split() for w in words_of(shown)}
        known = sorted(names)
        near = [min(((distance(w, k, _FARTHEST), k) for k in known), default=(9, "")) for w in _asked(words)]
        if not near or any(far > _FARTHEST for far, _k in near):
            return ""
        return " ".join(names[k].strip("():,").lower() for _far, k in near)

    def _scores_of(self, asked: str) -> dict[int, int]:
        """The entries that have a word like `asked`, by the best of their words; a rare word weighs more."""
        best: dict[int, int] = {}
        for word, weights in self._weights.items():
            alike = likeness(asked, word)
            if alike == FAR:
                continue
            rarity = (1 + len(self._entries) // len(weights)).bit_length()
            for number, weight in weights.items():
                best[number] = max(best.get(number, 0), alike * weight * rarity)
        return best

    def _hit(self, number: int, score: int, asked: Sequence[str]) -> Hit:
        entry = self._entries[number]
        return Hit(entry.id, entry.kind, entry.title, _snippet(entry, asked), score, entry.part)


def _asked(words: str | Sequence[str]) -> tuple[str, ...]:
    text = words if isinstance(words, str) else " ".join(words)
    folded = [word[:_LONGEST_WORD] for word in words_of(text)]
    telling = [word for word in folded if word not in _EMPTY] or folded
    return tuple(dict.fromkeys(telling))[:_MOST_WORDS]


def _snippet(entry: Entry, asked: Sequence[str]) -> str:
    """The text of the entry that answers most words, around the first of them."""
    best, most = "", -1
    for text in entry.snippets:
        answers = sum(any(likeness(word, other) > FAR for other in set(words_of(text))) for word in asked)
        if text and answers > most:
            best, most = text, answers
    best = best.replace("**", "")
    if len(best) <= _SNIPPET:
        return best
    pieces = best.split(" ")
    first = next((n for n, piece in enumerate(pieces) if _answers(piece, asked)), 0)
    start = 0
    while len(" ".join(pieces[start:first])) > _HALF_A_SNIPPET:
        start += 1
    cut = " ".join(pieces[start:])
    shortened = cut if len(cut) <= _SNIPPET else cut[:_SNIPPET].rsplit(" ", 1)[0] + " …"
    return shortened if start == 0 else f"… {shortened}"


def _answers(piece: str, asked: Sequence[str]) -> bool:
    return any(likeness(word, other) > FAR for other in words_of(piece) for word in asked)
