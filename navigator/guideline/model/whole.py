"""The guideline as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from navigator.guideline.model.cases import Case
from navigator.guideline.model.library import Background, Discrepancy, Score, Term
from navigator.guideline.model.pathways import Node, PainType, RedFlag, Stage
from navigator.guideline.model.patients import Factor, FactorGroup, Implication
from navigator.guideline.model.sources import Source, Statement
from navigator.guideline.model.treatments import Combination, Pair, Treatment, TreatmentClass
from navigator.language import Text


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
    cases: Sequence[Case] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)  # general ones by id (criteria, referral…)
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # ids by kind, in the order of their numbers
