"""Reads the journeys of tests/journeys: one verb a line. What a verb does is each driver's own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

FOLDER = Path(__file__).parent / "journeys"
VERBS = (
    "nothing else in",
    "expect first",
    "new patient",
    "choose",
    "know",
    "reading",
    "expect",
    "open",
    "back",
    "read",
    "try",
    "too early",
    "type",
    "remark",
    "revise",
    "press",
    "undo",
    "redo",
    "at",
)


@dataclass(frozen=True)
class Line:
    """One step of a journey and where it stands."""

    number: int
    verb: str
    rest: str


class Driver(Protocol):
    """Someone who can be told what to do: the core, or a hand on the window."""

    def do(self, verb: str, words: list[str]) -> None:
        """Do it, or fail with what was seen instead."""


def journeys() -> list[Path]:
    """All journeys, by name."""
    return sorted(FOLDER.glob("*.txt"))


def lines(journey: Path) -> list[Line]:
    """The steps of a journey; an unknown verb is an error."""
    found = []
    for number, text in enumerate(journey.read_text(encoding="utf-8").splitlines(), start=1):
        told = text.partition("#")[0].strip()
        if not told:
            continue
        verb = next((v for v in VERBS if told == v or told.startswith(v + " ")), None)
        assert verb is not None, f"{journey.name}:{number}: no such step: {told}"
        found.append(Line(number, verb, told[len(verb) :].strip()))
    return found


def follow(journey: Path, driver: Driver) -> None:
    """Tell `driver` the whole journey."""
    for line in lines(journey):
        try:
            driver.do(line.verb, line.rest.split())
        except AssertionError as error:
            raise AssertionError(f"{journey.name}:{line.number}: {line.verb} {line.rest}: {error}") from error
