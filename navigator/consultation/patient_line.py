"""A patient in one line, as one says it: « 72 ans, femme, 61 kg, créatinine 128, tramadol, diabète ».

Knows the words of the content: labels, names, treatments. A piece that is not surely one of them is left unread and
handed back; a number needs its unit or its name; no « no » is ever taken from a line.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from navigator.consultation.assessment import taking_of
from navigator.consultation.entry import CREATININE_UNITS, UMOL, Refused, parse_creatinine, parse_number
from navigator.consultation.steps import Draft
from navigator.consultation.wording import figure
from navigator.guideline.conditions import Value
from navigator.guideline.model import Factor, FactorKind, Guideline, Kind, Treatment
from navigator.guideline.words import EXACT, FAR, TYPO, distance, fold, likeness, words_of
from navigator.language import Language, Sentence

_BETWEEN = re.compile(r"(?<![0-9]),|,(?![0-9])|[;\n+]")
_NUMBER = re.compile(r"(?P<name>[^0-9]*?)\s*[:=]?\s*(?P<number>[0-9]+(?:[.,][0-9]+)?)\s*(?P<unit>[^0-9]*)\Z")
_FEW = 4
_LOOSE = 5  # of the likeness: proposed, never taken unasked
_SHORTEST = 3  # letters before something is proposed
_MILLIGRAMS = {unit.lower(): unit for unit in CREATININE_UNITS if unit != UMOL}  # as a line is folded
_TRIAL = re.compile(
    r"(?P<name>[^0-9]+?)\s+(?P<dose>[0-9]+(?:[.,][0-9]+)?)\s*mg(?:/\S+)?\s+(?:\D*\s)?"
    r"(?P<weeks>[0-9]+)\s*(?:sem|week)\w*\.?\Z",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?P<who>[^\W\d]+)\s+(?:(?:de|of|aged)\s+)?(?P<rest>[0-9].*)\Z", re.IGNORECASE)
_SPOKEN = {"female": ("woman",), "male": ("man",)}  # of the sex, besides its labels

Answers = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A word of the content, and the answers that it gives."""

    name: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the last piece of a line may mean; `line` is the line with that piece completed."""

    line: str
    known: Known


@dataclass(frozen=True)
class Line:
    """What was read: the answers, the words understood (not the numbers), what was left, why a number was refused."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    refused: Sentence | None = None
    trial: Draft | None = None  # « gabapentine 300 mg 2 semaines »


class LineReader:
    """Reads lines with the words of one guideline; names are known in both languages and said in one."""

    def __init__(self, guideline: Guideline, language: Language) -> None:
        self._guideline, self.language = guideline, language
        self._words = _merged(_entries(guideline, language), language)
        self._units = {_unit(unit): f for f in guideline.factors.values() for unit in _units(f)}

    def read(self, line: str) -> Line:
        """What `line` says of a patient. A piece that contradicts an earlier one is left unread."""
        answers: dict[str, Value] = {}
        names: list[str] = []
        unread: list[str] = []
        refused: Sentence | None = None
        trial: Draft | None = None
        for piece in self._parted(line):
            tried = self._trial(piece)
            if tried is not None:
                trial = tried
                continue
            try:
                known = self._number(piece) or self._meant(piece)
            except Refused as why:
                known, refused = None, refused or why.sentence
            if known is None or any(answers.get(factor, value) != value for factor, value in known.answers):
                unread.append(piece)
                continue
            answers |= dict(known.answers)
            if all(value is True for _factor, value in known.answers):
                names.append(known.name)
        return Line(answers, tuple(names), tuple(unread), refused, trial)

    def proposals(self, line: str) -> tuple[Proposal, ...]:
        """What the last piece of `line` may mean, the likeliest first; nothing for a number or a piece that is over."""
        pieces = pieces_of(line)
        if not pieces or _BETWEEN.search(line.rstrip()[-1:]) or _NUMBER.match(pieces[-1]):
            return ()
        before = "".join(f"{piece}, " for piece in pieces[:-1])
        return tuple(Proposal(before + known.name, known) for _score, known in self._alike(pieces[-1])[:_FEW])

    def _parted(self, line: str) -> Iterator[str]:
        """The pieces; « femme de 72 ans » and « homme 55 ans » are two."""
        for piece in pieces_of(line):
            person = _PERSON.match(piece)
            said = self._meant(person["who"]) if person else None
            if person and said and said.answers[0][0] == "sex":
                yield from (person["who"], person["rest"])
            else:
                yield piece

    def _number(self, piece: str) -> Known | None:
        found = _NUMBER.match(piece)
        if found is None:
            return None
        name, unit = found["name"].strip(), _unit(found["unit"])
        factor = self._number_named(name) if name else self._units.get(unit)
        milligrams = _MILLIGRAMS.get(unit, "")
        if factor is None and milligrams:
            factor = self._guideline.factors.get("creatinine")
        if factor is None or (unit and not milligrams and self._units.get(unit) is not factor):
            return None
        if milligrams and factor.id != "creatinine":
            return None
        typed = found["number"]
        value = parse_creatinine(typed, milligrams, factor) if milligrams else parse_number(typed, factor)
        label = (factor.short or factor.label).in_(self.language)
        shown = factor.unit.in_(self.language) if factor.unit else ""
        return Known(f"{label} {figure(value).in_(self.language)} {shown}".strip(), ((factor.id, value),))

    def _trial(self, piece: str) -> Draft | None:
        """A treatment with a dose in mg a day and a duration in weeks."""
        found = _TRIAL.match(piece)
        if found is None:
            return None
        asked = words_of(found["name"])
        meant = {
            treatment.id
            for treatment in self._guideline.treatments.values()
            for name in (treatment.name.fr, treatment.name.en, *treatment.brands)
            if treatment.kind is Kind.MEDICINE and score(asked, words_of(name)) > _LOOSE
        }
        if len(meant) != 1:
            return None
        return Draft(meant.pop(), _decimal(found["dose"]), _decimal(found["weeks"]))

    def _number_named(self, name: str) -> Factor | None:
        asked = words_of(name)
        found = [
            factor
            for factor in self._guideline.factors.values()
            if factor.kind is FactorKind.NUMBER
            and any(asked == words_of(word) or fold(word).startswith(fold(name)) for word in _labels(factor))
        ]
        return found[0] if len(found) == 1 and len(name) >= _SHORTEST else None

    def _meant(self, piece: str) -> Known | None:
        """The thing of that very name, or the only one that it can mean."""
        found = self._alike(piece)
        exact = [known for score, known in found if score == EXACT]
        if len(exact) == 1:
            return exact[0]
        return found[0][1] if len(found) == 1 and found[0][0] > _LOOSE else None

    def _alike(self, piece: str) -> list[tuple[int, Known]]:
        asked = words_of(piece)
        found: dict[Answers, tuple[int, Known]] = {}
        for words, known in self._words.items():
            reached = score(asked, words)
            if reached > found.get(known.answers, (FAR, known))[0]:
                found[known.answers] = reached, known
        return sorted(found.values(), key=lambda one: (-one[0], len(one[1].name), one[1].name))


def pieces_of(line: str) -> tuple[str, ...]:
    """The pieces of a line, between commas, semicolons and plus signs; a decimal comma parts nothing."""
    return tuple(piece.strip() for piece in _BETWEEN.split(line) if piece.strip())


def _entries(guideline: Guideline, language: Language) -> Iterator[tuple[str, str, Answers]]:
    """Each word, what is shown for it, and what it answers."""
    for factor in guideline.factors.values():
        if factor.kind in (FactorKind.YES_NO, FactorKind.TAKING):
            answers: Answers = ((factor.id, True),)
            for word in _labels(factor):
                yield word, factor.label.in_(language), answers
            for word in factor.names:
                yield word, word, answers
        elif factor.id == "sex":
            for choice in factor.choices:
                for word in (
                    choice.label.fr,
                    choice.label.en,
                    choice.label.fr[:1],
                    choice.label.en[:1],
                    *_SPOKEN.get(choice.id, ()),
                ):
                    yield word, choice.label.in_(language), ((factor.id, choice.id),)
    for treatment in guideline.treatments.values():
        taken = _taken(guideline, treatment) if treatment.kind is Kind.MEDICINE else ()
        for word in (treatment.name.fr, treatment.name.en, *treatment.brands) if taken else ():
            yield word, treatment.name.in_(language), tuple((factor, True) for factor in taken)


def _taken(guideline: Guideline, treatment: Treatment) -> tuple[str, ...]:
    """What taking it answers, without what that implies anyway."""
    taken = taking_of(guideline, treatment)
    follows = {
        factor
        for implication in guideline.implications
        if implication.when.holds(dict.fromkeys(taken, True)) is True
        for factor, _answer in implication.then
    }
    return tuple(sorted(taken - follows))


def _merged(entries: Iterator[tuple[str, str, Answers]], language: Language) -> dict[tuple[str, ...], Known]:
    """The words folded; one that stands in several places (fluoxetine) gives all their answers."""
    found: dict[tuple[str, ...], Known] = {}
    for word, shown, answers in entries:
        key = words_of(word)
        before = found.get(key)
        together = dict.fromkeys((*(before.answers if before else ()), *answers))
        plain = language is Language.EN and shown.isascii() and words_of(shown) == key  # fluoxetine, not fluoxétine
        found[key] = Known(shown if before is None or plain else before.name, tuple(sorted(together)))
    return found


def score(asked: tuple[str, ...], words: tuple[str, ...]) -> int:
    """Exact where all words are the same; else each word asked is like one of the name's, loosely where it has more."""
    if asked == words:
        return EXACT
    if not asked or not words or max(len(word) for word in asked) < _SHORTEST:
        return FAR
    alike = min(max(_likeness(one, word) for word in words) for one in asked)
    return min(alike, EXACT - 1 if len(asked) == len(words) else _LOOSE)


def _likeness(asked: str, word: str) -> int:
    """Two letters off is proposed, never taken: « diabétique » is no « diurétique »."""
    found = likeness(asked, word)
    return _LOOSE if found == TYPO and distance(asked, word, 1) > 1 else found


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _labels(factor: Factor) -> tuple[str, ...]:
    texts = (factor.label, factor.short or factor.label)
    return tuple(dict.fromkeys(word for text in texts for word in (text.fr, text.en)))


def _units(factor: Factor) -> tuple[str, ...]:
    """Its unit in both languages, also without what it is told by: `µmol` for `µmol/L`."""
    if factor.kind is not FactorKind.NUMBER or factor.unit is None:
        return ()
    whole = (factor.unit.fr, factor.unit.en)
    short = tuple(unit.partition("/")[0] for unit in whole if factor.id == "creatinine")
    return tuple(dict.fromkeys((*whole, *short)))


def _unit(text: str) -> str:
    return fold(text).replace(" ", "").replace("^", "")
