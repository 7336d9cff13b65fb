"""The tree: types of pain, stages, nodes and the ways out of them."""

from dataclasses import dataclass
from enum import StrEnum

from navigator.guideline.model.sources import Citation, Statement
from navigator.guideline.model.treatments import Line
from navigator.language import Text
from navigator.problems import Place


class Outcome(StrEnum):
    """How a trial ended, and the other ways out of a stage."""

    RELIEF_50 = "relief-50"
    RELIEF_30 = "relief-30"
    NO_RELIEF = "no-relief"
    NOT_TOLERATED = "not-tolerated"
    CONTENT = "content"  # 30–49 %, function restored, the patient wishes no more
    SKIP = "skip"  # nothing on this stage suits


@dataclass(frozen=True, slots=True)
class PainType:
    """One of the four types of pain that a walk starts from."""

    id: str
    title: Text
    looks_like: Text
    words: Text  # the patient's words
    causes: tuple[Text, ...]
    first: str  # id of a node
    place: Place
    synonyms: tuple[str, ...] = ()  # other words for the search, in both languages


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the five lines of the walk, the same for all types of pain; `lines` are what a reading puts there."""

    id: str
    title: Text
    short: Text
    when: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Exit:
    """Where an outcome leads. `stay_while`: `untried-class` or `untried-option` keeps the walk here meanwhile."""

    outcome: Outcome
    to: str
    place: Place
    stay_while: str = ""
    label: Text | None = None


class NodeKind(StrEnum):
    """What a node of the tree is."""

    START = "start"
    QUESTION = "question"
    STAGE = "stage"
    END = "end"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question node, and where it leads."""

    id: str
    label: Text
    to: str
    place: Place


@dataclass(frozen=True, slots=True)
class Node:
    """A page of the tree. An end node has no exits; `end` is maintain, refer or urgent."""

    id: str
    kind: NodeKind
    title: Text
    aim: Text
    place: Place
    pain_type: str = ""
    stage: str = ""
    end: str = ""
    statements: tuple[Statement, ...] = ()
    exits: tuple[Exit, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A finding that stops the walk. `pain_type` empty: any; `urgency`: emergency, urgent or prompt."""

    id: str
    finding: Text
    think: Text
    action: Text
    urgency: str
    citations: tuple[Citation, ...]
    place: Place
    pain_type: str = ""
