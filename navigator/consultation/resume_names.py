"""The numbers behind the ids of a resume code, and what a code is made of: shared by its writing and its reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from navigator.consultation.code_bits import Unreadable
from navigator.consultation.steps import REASONS as WHY
from navigator.guideline.codes import numbered_ids
from navigator.guideline.model import Guideline

FORMAT, FORMAT_BITS = 1, 3
FIRST_YEAR = 2020  # no content is older
NO, YES, CHOICE, NUMBER = range(4)  # how a factor is answered
CHOSEN, TRIAL, ANSWERED = range(3)  # the kinds of step
REASONS = ("", *WHY)


@dataclass
class Names:
    """The ids behind the numbers, and which of them the present content no longer has."""

    lists: Mapping[str, tuple[str, ...]]
    living: Mapping[str, frozenset[str]]
    lost: dict[str, None] = field(default_factory=dict)

    def number(self, kind: str, id: str) -> int:
        """The number of an id. Raises ValueError where codes.yaml has none: `navigator check` finds it before."""
        return self.lists[kind].index(id)

    def id(self, kind: str, number: int) -> str:
        """The id of a number. Raises `Unreadable` for one that no list has: it was made by later content."""
        if number >= len(self.lists[kind]):
            raise Unreadable
        return self.lists[kind][number]

    def lives(self, kind: str, id: str) -> bool:
        """Whether the content still has it; one that it lost is remembered."""
        if id in self.living[kind]:
            return True
        self.lost[id] = None
        return False


def names_of(guideline: Guideline) -> Names:
    """The numbers of this content."""
    return Names(guideline.codes, {kind: frozenset(ids) for kind, ids in numbered_ids(guideline).items()})
