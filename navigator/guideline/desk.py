"""The desk of a reader: what one loading gathers while the content is read.

Knows problems, links between ids, texts with their places, and the factors that conditions may name.
Knows no noun of the guideline, and reads nothing itself.
"""

from dataclasses import dataclass, field

from navigator.guideline.model import Factor
from navigator.language import Sentence, Text
from navigator.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Link:
    """An id that the author wrote where a `noun` of that id must exist."""

    noun: str
    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text of the content and where it stands."""

    text: Text
    place: Place


MOST_PROBLEMS = 250  # a content with more is not read further: mend these first


class DeskFull(Exception):
    """So many problems were noted that the rest is not worth reading."""


@dataclass(slots=True)
class Desk:
    """What one loading gathers: problems, links to be resolved, texts, and the factors that conditions may name."""

    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    texts: list[WrittenText] = field(default_factory=list)
    vocabulary: dict[str, Factor] = field(default_factory=dict)

    def note(self, place: Place, code: str, sentence: Sentence, severity: Severity = Severity.ERROR) -> None:
        """Note a problem; raises `DeskFull` when there are too many."""
        self.problems.append(Problem(place, code, sentence, severity))
        if len(self.problems) >= MOST_PROBLEMS:
            raise DeskFull

    def refer(self, noun: str, id_: str, place: Place) -> str:
        """Note that `id_` must be the id of a `noun`; gives the id back."""
        if id_:
            self.links.append(Link(noun, id_, place))
        return id_
