"""The guideline as frozen values: what the content files say and where each thing stands, a module a family of nouns.

Knows nothing of YAML, of a patient, of HTML or of Qt. Doses are `Decimal`, in mg of the mean day.
"""

from navigator.guideline.model.cases import Case, ExpectedDose
from navigator.guideline.model.doses import Band, Liquid, Range, Schedule, Step
from navigator.guideline.model.library import Background, Discrepancy, Score, ScoreItem, Term
from navigator.guideline.model.pathways import Answer, Exit, Node, NodeKind, Outcome, PainType, RedFlag, Stage
from navigator.guideline.model.patients import Choice, Factor, FactorGroup, FactorKind, Implication, Remedy, Treatable
from navigator.guideline.model.sources import Basis, Citation, Source, Standing, Statement, Topic
from navigator.guideline.model.treatments import (
    COMBINATION_CLASS,
    SECTIONS,
    Combination,
    Driving,
    Evidence,
    Kind,
    Level,
    Line,
    Monitoring,
    Pair,
    Placement,
    Rule,
    Section,
    Severity,
    Treatment,
    TreatmentClass,
)
from navigator.guideline.model.whole import Guideline

__all__ = [
    "COMBINATION_CLASS",
    "SECTIONS",
    "Answer",
    "Background",
    "Band",
    "Basis",
    "Case",
    "Choice",
    "Citation",
    "Combination",
    "Discrepancy",
    "Driving",
    "Evidence",
    "Exit",
    "ExpectedDose",
    "Factor",
    "FactorGroup",
    "FactorKind",
    "Guideline",
    "Implication",
    "Kind",
    "Level",
    "Line",
    "Liquid",
    "Monitoring",
    "Node",
    "NodeKind",
    "Outcome",
    "PainType",
    "Pair",
    "Placement",
    "Range",
    "RedFlag",
    "Remedy",
    "Rule",
    "Schedule",
    "Score",
    "ScoreItem",
    "Section",
    "Severity",
    "Source",
    "Stage",
    "Standing",
    "Statement",
    "Step",
    "Term",
    "Topic",
    "Treatable",
    "Treatment",
    "TreatmentClass",
]
