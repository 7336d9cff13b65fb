"""What may be asked about a patient."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from navigator.guideline.conditions import Condition, Value
from navigator.language import Text
from navigator.problems import Place


class FactorKind(StrEnum):
    """How a fact about the patient is answered."""

    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes-no"
    TAKING = "taking"  # yes/no as well, but given in the list `taking`


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice factor."""

    id: str
    label: Text


class Remedy(StrEnum):
    """What may lift a fact about the patient: care, or a test that was not done yet."""

    TREAT = "treat"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Treatable:
    """A fact that can be changed: how, and the answer once it is. History, age, heart and kidney stay as they are."""

    how: Remedy
    answer: Value


@dataclass(frozen=True, slots=True)
class Factor:
    """A fact about the patient that rules may ask for. `names`: other words by which it is entered, folded."""

    id: str
    kind: FactorKind
    label: Text
    group: str
    place: Place
    short: Text | None = None
    help: Text | None = None
    unit: Text | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int = 0
    choices: tuple[Choice, ...] = ()
    ordered: bool = False
    none: str = ""  # the answer that « rien d'autre » gives a choice
    names: tuple[str, ...] = ()
    treatable: Treatable | None = None


@dataclass(frozen=True, slots=True)
class FactorGroup:
    """Factors asked together; `closable`: one key answers no to all that was not answered."""

    id: str
    title: Text
    closable: bool


@dataclass(frozen=True, slots=True)
class Implication:
    """If `when` certainly holds, each factor of `then` has that value, unless it was answered."""

    when: Condition
    then: tuple[tuple[str, str], ...]
    because: Text
