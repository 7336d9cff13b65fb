"""The guideline as frozen values: what the content files say, and where each thing stands.

Knows nothing of YAML, of a patient, of HTML or of Qt. Doses are `Decimal`, in mg of the mean day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from navigator.guideline.conditions import Condition, Value
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


class FactorKind(StrEnum):
    """How a fact about the patient is answered."""

    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes-no"
    TAKING = "taking"  # yes/no as well, but given in the list `taking`


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


class Outcome(StrEnum):
    """How a trial ended, and the other ways out of a stage."""

    RELIEF_50 = "relief-50"
    RELIEF_30 = "relief-30"
    NO_RELIEF = "no-relief"
    NOT_TOLERATED = "not-tolerated"
    CONTENT = "content"  # 30–49 %, function restored, the patient wishes no more
    SKIP = "skip"  # nothing on this stage suits


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


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the content with what stands behind it."""

    text: Text
    citations: tuple[Citation, ...]
    place: Place
    id: str = ""
    standing: Standing | None = None  # None: the best standing among its sources
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a treatment page: statements, or the reason why it does not apply."""

    id: str
    statements: tuple[Statement, ...] = ()
    not_applicable: Text | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of dose step: after so many days (a range), this many mg a day more. Repeats until `up_to_mg`."""

    after_days: Range
    add_mg: Range
    up_to_mg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A half-open range of creatinine clearance in mL/min: from <= CrCl < below."""

    at_least: Decimal | None = None
    below: Decimal | None = None

    def contains(self, clearance: Decimal) -> bool:
        """Whether a clearance, in mL/min and unrounded, lies in the band."""
        return (self.at_least is None or clearance >= self.at_least) and (self.below is None or clearance < self.below)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a medicine is started, raised and limited, for the patients that `when` and `band` describe."""

    id: str
    title: Text
    start_mg: Range
    target_mg: Range
    max_mg: Decimal
    takes: tuple[str, ...]  # of: morning, noon, evening
    start_takes: tuple[str, ...]
    steps: tuple[Step, ...]
    judge_after_weeks: Decimal
    citations: tuple[Citation, ...]
    place: Place
    when: Condition | None = None
    band: Band | None = None
    start_interval_days: int = 1
    first_step_min_days: int = 1
    taper_mg: Decimal | None = None
    taper_every_days: int | None = None
    note: Text | None = None
    specialist: bool = False


@dataclass(frozen=True, slots=True)
class Liquid:
    """A liquid form: so many mg in one unit (a drop, 1 mL)."""

    mg: Decimal
    unit: Text


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


@dataclass(frozen=True, slots=True)
class Driving:
    """The French pictogram: level 0 (none) to 3. Where it does not apply the statement says why, without a source."""

    level: int
    statement: Statement
    applicable: bool = True


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


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point where the source article and the evidence differ; shown on the pages named in `shown_on`."""

    id: str
    article: Text
    evidence: Text
    shown: Text
    shown_on: tuple[str, ...]
    citations: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Background:
    """A mechanism or another page of background reading."""

    id: str
    title: Text
    statements: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One yes/no item of a score, worth one point."""

    id: str
    text: Text
    part: Text


@dataclass(frozen=True, slots=True)
class Score:
    """A clinical score of yes/no items: positive from `cutoff` points."""

    id: str
    title: Text
    items: tuple[ScoreItem, ...]
    cutoff: int
    positive: Text
    negative: Text
    statements: tuple[Statement, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    id: str
    word: Text
    meaning: Text
    place: Place


@dataclass(frozen=True, slots=True)
class ExpectedDose:
    """The schedule that a case expects for its first treatment; what it does not name is not compared.

    `nothing`: that no schedule applies.
    """

    nothing: bool = False
    start_mg: Range | None = None
    start_interval_days: int | None = None
    target_mg: Range | None = None
    max_mg: Decimal | None = None
    steps: tuple[Step, ...] = ()
    takes_a_day: int | None = None
    judge_after_weeks: Decimal | None = None
    taper_mg: Decimal | None = None
    taper_every_days: int | None = None
    strengths_mg: tuple[Decimal, ...] = ()
    liquid_mg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A clinical case: for this patient at this node, these statuses (and the rule that gives the reason)."""

    id: str
    patient: tuple[tuple[str, str], ...]
    node: str
    expect: tuple[tuple[str, str], ...]  # treatment id → status
    place: Place
    because: str = ""
    absent: tuple[str, ...] = ()  # rules that must not fire
    reading: str = ""  # the reading that lays out the stages; empty: the guideline's own
    dose: ExpectedDose | None = None  # of the first treatment


@dataclass(frozen=True, slots=True)
class Guideline:
    """All that the content says, every id resolved. The loader fills it file by file; what is read is complete."""

    id: str
    version: str
    released: date
    review_by: date
    title: Text
    reading: str
    default_order: tuple[str, ...]  # readings that speak, in this order, where the source article is silent
    changes: tuple[Text, ...] = ()  # what is new in this version of the content
    pain_types: Mapping[str, PainType] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    treatments: Mapping[str, Treatment] = field(default_factory=dict)  # in the order of the content; combinations last
    combinations: Mapping[str, Combination] = field(default_factory=dict)
    classes: Mapping[str, TreatmentClass] = field(default_factory=dict)
    pairs: Mapping[frozenset[str], Pair] = field(default_factory=dict)
    factors: Mapping[str, Factor] = field(default_factory=dict)
    factor_groups: Mapping[str, FactorGroup] = field(default_factory=dict)
    implications: tuple[Implication, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    background: Mapping[str, Background] = field(default_factory=dict)
    scores: Mapping[str, Score] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    red_flags: tuple[RedFlag, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    cases: tuple[Case, ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)  # general ones by id (criteria, referral…)
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # ids by kind, in the order of their numbers
