"""What is wrong with a file that a person wrote, and where: one frozen value a problem.

Knows places and sentences in both languages. Never reads a file, never stops anything: the caller decides.
"""

from dataclasses import dataclass
from enum import StrEnum

from navigator.language import Language, Sentence


class Severity(StrEnum):
    """Whether the content can be used all the same."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a content file; `line` and `column` count from 1. `file` is relative to the content folder."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an author should mend: where, which check (`code`), what is wrong and what to do instead."""

    place: Place
    code: str
    text: Sentence
    severity: Severity = Severity.ERROR

    def line(self, language: Language) -> str:
        """One line as compilers print it: `file:line:column: error: [code] text`."""
        return f"{self.place}: {self.severity}: [{self.code}] {self.text.in_(language)}"
