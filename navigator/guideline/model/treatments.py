"""Treatments, their rules, lines, figures and pairs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from navigator.guideline.conditions import Condition
from navigator.guideline.model.doses import Liquid, Schedule
from navigator.guideline.model.sources import Basis, Citation, Standing, Statement
from navigator.language import Text
from navigator.problems import Place

SECTIONS = (  # the parts of a treatment page, in this order; none may be left out in silence
    "authorisation",
    "mechanism",
    "dosing",
    "renal",
    "hepatic",
    "elderly",
    "contraindications",
    "interactions",
    "adverse_common",
    "adverse_serious",
    "before_starting",
    "stopping",
    "pregnancy",
    "breastfeeding",
    "contraception",
    "misuse",
    "advice",
    "expectations",
    "evidence",
    "referral",
)
COMBINATION_CLASS = "combination"  # the class of all treatments of kind COMBINATION


class Line(StrEnum):
    """A line of therapy, as a source places a treatment."""

    FIRST = "first-line"
    SECOND = "second-line"
    THIRD = "third-line"
    COMBINATION = "combination"
    INTERVENTIONAL = "interventional"
    EMERGING = "emerging"
    SPECIALIST = "specialist-only"
    AGAINST = "against"
    NOT_ADDRESSED = "not-addressed"


class Severity(StrEnum):
    """How strongly a rule speaks; the order is the order of weight."""

    CONTRAINDICATED = "contraindicated"
    AVOID = "avoid"
    CAUTION = "caution"
    PREFER = "prefer"


class Kind(StrEnum):
    """What sort of treatment it is; decides what its page asks for."""

    MEDICINE = "medicine"
    TOPICAL = "topical"
    TECHNIQUE = "technique"
    SUPPORT = "support"  # education, psychological and physical therapies
    RESEARCH = "research"  # not available outside research
    COMBINATION = "combination"  # derived: two medicines


class Level(StrEnum):
    """How two medicines go together."""

    CONTRAINDICATED = "contraindicated"
    AVOID = "avoid"
    CAUTION = "caution"
    COMPATIBLE = "compatible"


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a treatment page: statements, or the reason why it does not apply."""

    id: str
    statements: tuple[Statement, ...] = ()
    not_applicable: Text | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a fact about the patient changes for one treatment."""

    id: str
    when: Condition
    severity: Severity
    because: Text
    basis: Basis
    standing: Standing
    citations: tuple[Citation, ...]
    place: Place
    instead: Text | None = None
    dossier: tuple[str, ...] = ()  # rows of the dossier: R020, 5c


@dataclass(frozen=True, slots=True)
class Placement:
    """The line that one source gives a treatment in one type of pain."""

    pain_type: str
    source: str
    line: Line
    place: Place
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure from trials. `measure`: nnt or nnh; `low` and `high` bound its 95 % interval."""

    measure: str
    value: Decimal
    population: Text
    citation: Citation
    place: Place
    low: Decimal | None = None
    high: Decimal | None = None  # None with a low bound: no upper limit
    label: Text | None = None  # whom the figure is for, when for a whole class
    leaflet: bool = False  # counted for the patient: half the pain (nnt), stopped for an effect (nnh)


@dataclass(frozen=True, slots=True)
class Driving:
    """The French pictogram: level 0 (none) to 3. Where it does not apply the statement says why, without a source.

    An unsure level still decides what the patient is told; it is a figure that no page shows.
    """

    level: int
    statement: Statement
    applicable: bool = True

    @property
    def shown_level(self) -> int:
        """The level that a page may print; 0 where there is none or it is unsure."""
        return 0 if self.statement.standing is Standing.UNSURE else self.level


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What to watch, and when."""

    what: Text
    when: Text
    citations: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Treatment:
    """A medicine, technique or other option of the guideline."""

    id: str
    name: Text
    kind: Kind
    drug_class: str  # id of TreatmentClass
    summary: Statement
    place: Place
    brands: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    placements: tuple[Placement, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    strengths_mg: tuple[Decimal, ...] = ()
    liquid: Liquid | None = None
    no_unit: Text | None = None  # why no unit on the market gives the dose
    prescription_days: int | None = None  # the longest time that one prescription may cover by law
    rules: tuple[Rule, ...] = ()
    sections: Mapping[str, Section] = field(default_factory=dict)
    monitoring: tuple[Monitoring, ...] = ()
    driving: Driving | None = None
    evidence: tuple[Evidence, ...] = ()
    members: tuple[str, ...] = ()  # a combination: the ids of its two medicines


@dataclass(frozen=True, slots=True)
class TreatmentClass:
    """A pharmacological class or family of techniques.

    `antiepileptic`: a rash on one bars the others. `counts_as`: the `taking` factor that its medicines mean.
    """

    id: str
    name: Text
    antiepileptic: bool = False
    counts_as: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """How two medicines go together, whichever is named first."""

    members: frozenset[str]
    level: Level
    because: Text
    citations: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Combination:
    """Two medicines offered together for some types of pain."""

    members: tuple[str, str]
    summary: Statement
    placements: tuple[Placement, ...]
    statements: tuple[Statement, ...]
    place: Place
