"""What stands behind a sentence: sources, citations, statements."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.language import Text
from navigator.problems import Place


class Basis(StrEnum):
    """What kind of text a rule rests on."""

    LABEL = "label"
    GUIDELINE = "guideline"
    REGULATOR = "regulator"
    PRUDENCE = "prudence"


class Standing(StrEnum):
    """How far a fact was verified: the dossier's mark."""

    READ = "read"  # [V]
    LITERATURE = "literature"  # [L], not re-read
    ARTICLE = "source-article"  # [S] alone
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and where in it: `v106` or `v106#4.3`."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts come from. `kind`: article, guideline, label, regulator, trial, review or press."""

    id: str
    title: Text
    short: Text
    kind: str
    standing: Standing
    place: Place
    year: str = ""
    address: str = ""
    note: Text | None = None
    reading: bool = False  # may lay out the stages
    parts: tuple[str, ...] = ()  # its sections or headings: with them, every citation names one


class Topic(StrEnum):
    """Under which question of a patient a piece of advice stands; `contraception`: only for whom it may concern."""

    EFFECT = "effect"
    USE = "use"
    FEEL = "feel"
    DRIVING = "driving"
    ALCOHOL = "alcohol"
    CONTRACEPTION = "contraception"
    STOPPING = "stopping"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the content with what stands behind it; advice to the patient has a topic."""

    text: Text
    citations: tuple[Citation, ...]
    place: Place
    id: str = ""
    standing: Standing | None = None  # None: the best standing among its sources
    review_by: date | None = None
    topic: Topic | None = None
