"""Creatinine clearance by Cockcroft-Gault: the figure that doses follow, or what is missing to have it.

Knows the formulas and their sources. Never rounds: thresholds compare the exact value. Never uses an eGFR.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from navigator.guideline.conditions import Value
from navigator.language import Sentence, Text, _

_CONSTANT = {"male": Decimal("1.23"), "female": Decimal("1.04")}
_BASE_WEIGHT = {"male": Decimal(50), "female": Decimal("45.5")}  # Devine: ideal kg at 152.4 cm
_FIVE_FEET = Decimal("152.4")  # cm
_PER_CM = Decimal("0.91")  # Devine: kg for each cm above
_EXCESS = Decimal("0.4")  # the part of the excess weight that counts
_OBESE = Decimal(30)  # kg/m²
_ADULT = Decimal(18)


@dataclass(frozen=True, slots=True)
class Clearance:
    """Creatinine clearance in mL/min, unrounded. `value` decides; None while it is not known.

    `entered`: typed by the user, so nothing was computed. `real`, `adjusted`: the results with each weight, the
    second with a BMI of 30 or more only. `missing`: the factors to ask for. `refused`: why it may not be computed.
    """

    value: Decimal | None = None
    entered: bool = False
    real: Decimal | None = None
    adjusted: Decimal | None = None
    missing: tuple[str, ...] = ()
    refused: Text | Sentence | None = None


def cockcroft_gault(age: Decimal, sex: str, weight_kg: Decimal, creatinine_umol: Decimal) -> Decimal:
    """Clearance in mL/min: (140 - age) × weight × k / creatinine (µmol/L), k 1.23 (male) or 1.04 (female).

    Unrounded. Source: medicines.md §7. Raises KeyError for another sex than `male` and `female`.
    """
    return (140 - age) * weight_kg * _CONSTANT[sex] / creatinine_umol


def body_mass_index(weight_kg: Decimal, height_cm: Decimal) -> Decimal:
    """BMI in kg/m², unrounded."""
    return weight_kg * 10_000 / (height_cm * height_cm)


def adjusted_weight(sex: str, weight_kg: Decimal, height_cm: Decimal) -> Decimal:
    """The weight in kg that counts in obesity: ideal (Devine) + 0.4 × (real - ideal)."""
    ideal = _BASE_WEIGHT[sex] + _PER_CM * (height_cm - _FIVE_FEET)
    return ideal + _EXCESS * (weight_kg - ideal)


def clearance_of(facts: Mapping[str, Value]) -> Clearance:
    """The clearance of a patient of whom `facts` are known; an entered `crcl` wins over the computed one."""
    entered = _decimal(facts, "crcl")
    if entered is not None:
        return Clearance(value=entered, entered=True)
    age, weight, creatinine = (_decimal(facts, f) for f in ("age", "weight", "creatinine"))
    sex = facts.get("sex")
    if age is not None and age < _ADULT:
        return Clearance(refused=Sentence(_("Avant 18 ans, la clairance ne se calcule pas par Cockcroft-Gault.")))
    if facts.get("pregnant") is True:
        return Clearance(refused=Sentence(_("Pendant une grossesse, la clairance ne se calcule pas.")))
    if age is None or weight is None or creatinine is None or not isinstance(sex, str):
        asked = ("age", "sex", "weight", "creatinine")
        return Clearance(missing=tuple(f for f in asked if f not in facts))
    real = cockcroft_gault(age, sex, weight, creatinine)
    lean = _lean_weight(facts, sex, weight)
    if lean is None:
        return Clearance(value=real, real=real)
    adjusted = cockcroft_gault(age, sex, lean, creatinine)
    return Clearance(value=min(real, adjusted), real=real, adjusted=adjusted)


def _lean_weight(facts: Mapping[str, Value], sex: str, weight: Decimal) -> Decimal | None:
    """The adjusted weight where the BMI is 30 or more; a BMI without a height gives the height."""
    bmi, height = _decimal(facts, "bmi"), _decimal(facts, "height")
    if bmi is None and height is not None:
        bmi = body_mass_index(weight, height)
    if bmi is None or bmi < _OBESE:
        return None
    return adjusted_weight(sex, weight, height if height is not None else (weight * 10_000 / bmi).sqrt())


def _decimal(facts: Mapping[str, Value], factor: str) -> Decimal | None:
    value = facts.get(factor)
    return value if isinstance(value, Decimal) else None
