"""What is typed about the patient or a trial: taken, or kept beside the field with the reason why it was not.

Knows the desk and how entries are read. Nothing typed is ever lost or guessed at.
"""

from collections.abc import Mapping
from decimal import Decimal

from navigator.consultation.entry import Refused, parse_answer, parse_creatinine, parse_quantity
from navigator.consultation.patient import Patient
from navigator.consultation.walk import Draft
from navigator.guideline.conditions import Value
from navigator.guideline.model import Factor, Guideline
from navigator.pages.desk import Desk, Refusal

_MOST_MG, _MOST_WEEKS = Decimal(5000), Decimal(520)


def answered(guideline: Guideline, desk: Desk, factor_id: str, text: str) -> tuple[Patient, Mapping[str, Refusal]]:
    """The patient after `text` was typed for a factor (empty forgets it), and what could not be taken so far.

    A refused entry forgets the former answer: what was derived from it must not stand.
    """
    factor = guideline.factors[factor_id]
    others = {k: v for k, v in desk.refusals.items() if k != factor_id}
    try:
        value = _read(factor, text, desk.settings.creatinine) if text.strip() else None
    except Refused as refused:
        return desk.moment.patient.answered(factor_id, None), {**others, factor_id: Refusal(text, refused.sentence)}
    return desk.moment.patient.answered(factor_id, value), others


def _read(factor: Factor, text: str, creatinine_unit: str) -> Value:
    if factor.id == "creatinine":
        return parse_creatinine(text, creatinine_unit, factor)
    return parse_answer(text, factor)


def draft(treatment: str, dose: str, weeks: str) -> Draft:
    """The trial under way, with the dose in mg a day and the duration in weeks that were typed. Raises `Refused`."""
    return Draft(treatment, _amount(dose, _MOST_MG), _amount(weeks, _MOST_WEEKS))


def _amount(text: str, most: Decimal) -> Decimal | None:
    return parse_quantity(text, most) if text.strip() else None
