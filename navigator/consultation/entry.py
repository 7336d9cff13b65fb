"""What a user types, read strictly: a number with its range, a yes or a no, a choice.

Knows factors and the traps of data entry (decimal comma, grouping, mg/L or mg/dL taken for µmol/L). Never guesses a
value: what cannot be taken is refused with a sentence that says what to write instead.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from navigator.consultation.wording import figure
from navigator.guideline.conditions import Value
from navigator.guideline.model import Factor, FactorKind
from navigator.guideline.spelling import shown, suggestion
from navigator.language import Language, Sentence, Text, _

YES = frozenset({"yes", "oui", "true", "1"})
NO = frozenset({"no", "non", "false", "0"})
UMOL, MG_PER_L, MG_PER_DL = "µmol/L", "mg/L", "mg/dL"
# µmol/L of creatinine in one of each, in the order in which they are offered
CREATININE_UNITS: Mapping[str, Decimal] = {UMOL: Decimal(1), MG_PER_L: Decimal("8.84"), MG_PER_DL: Decimal("88.4")}
_NUMBER = re.compile(r" *([0-9]{1,4})(?:[.,]([0-9]{1,2}))? *\Z", re.ASCII)
_LEAST_MG = Decimal("0.2")
_SUSPECT_UMOL = Decimal(30)  # so few µmol/L or less are mg/L, as French laboratories write, or mg/dL; our threshold
_DOUBTFUL_UMOL = Decimal(350)  # what 40 mg/L or 4 mg/dL are: more is rather µmol/L, or mg/L typed as mg/dL; ours too


class Refused(ValueError):
    """An input of the user that cannot be taken: `sentence` says why, and what to do instead."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.in_(Language.FR))
        self.sentence = sentence


def parse_number(text: str, factor: Factor) -> Decimal:
    """The number that `text` holds, in the unit of `factor` and within its range.

    Comma and point are both decimal marks; there is no grouping and at most 2 decimals. Raises `Refused`.
    """
    value = _number(text)
    if factor.id == "creatinine" and _LEAST_MG <= value <= _SUSPECT_UMOL:
        sentence = _(
            "{value} µmol/L est trop bas : {value} mg/L font {per_litre} µmol/L, {value} mg/dL font {per_decilitre}. "
            "Vérifiez l’unité."
        )
        both = {"per_litre": in_umol(value, MG_PER_L), "per_decilitre": in_umol(value, MG_PER_DL)}
        raise Refused(Sentence(sentence, value=figure(value), **{name: figure(it) for name, it in both.items()}))
    return _within(value, factor)


def parse_creatinine(text: str, unit: str, factor: Factor) -> Decimal:
    """A creatinine typed in a unit of CREATININE_UNITS, in µmol/L. Raises `Refused`."""
    if unit == UMOL:
        return parse_number(text, factor)
    value = _number(text)
    umol = in_umol(value, unit)
    if umol > _DOUBTFUL_UMOL:
        sentence = _(
            "{value} {unit} feraient {umol} µmol/L : vérifiez l’unité. Si c’est exact, saisissez {umol} en µmol/L."
        )
        raise Refused(Sentence(sentence, value=figure(value), unit=unit, umol=figure(umol)))
    return _within(umol, factor)


def parse_quantity(text: str, most: Decimal) -> Decimal:
    """A dose or a duration typed for a trial: more than 0, `most` at most. Raises `Refused`."""
    value = _number(text)
    if value > most:
        sentence = _("{value} dépasse ce qui se prescrit : au plus {most}. Vérifiez l’unité.")
        raise Refused(Sentence(sentence, value=figure(value), most=figure(most)))
    if value == 0:
        raise Refused(Sentence(_("Zéro n’est pas un essai : laissez vide si vous ne savez pas.")))
    return value


def in_umol(creatinine: Decimal, unit: str) -> Decimal:
    """A creatinine in µmol/L, rounded to 0.1: × 88.4 from mg/dL, × 8.84 from mg/L (medicines.md §7)."""
    return (creatinine * CREATININE_UNITS[unit]).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def parse_answer(text: str, factor: Factor) -> Value:
    """The answer that `text` gives to `factor`: a number, yes or no, or the id of a choice. Raises `Refused`."""
    if factor.kind is FactorKind.NUMBER:
        return parse_number(text, factor)
    word = text.strip()
    if factor.kind is FactorKind.CHOICE:
        return _choice(word, factor)
    if word.lower() in YES:
        return True
    if word.lower() in NO:
        return False
    sentence = _("« {typed} » ne répond pas à « {name} » : répondez oui ou non.")
    raise Refused(Sentence(sentence, typed=shown(word), name=_label(factor)))


def _choice(word: str, factor: Factor) -> str:
    ids = [choice.id for choice in factor.choices]
    if word.lower() in ids:
        return word.lower()
    sentence = _("« {typed} » n’est pas une réponse à « {name} »{hint}")
    raise Refused(Sentence(sentence, typed=shown(word), name=_label(factor), hint=suggestion(word, ids)))


def _number(text: str) -> Decimal:
    found = _NUMBER.match(text.replace("\u00a0", " ").replace("\u202f", " "))
    if found is None:
        sentence = _("« {typed} » ne se lit pas comme un nombre : écrivez par exemple 72 ou 88,4.")
        raise Refused(Sentence(sentence, typed=shown(text)))
    return Decimal(f"{found[1]}.{found[2] or '0'}")


def _within(value: Decimal, factor: Factor) -> Decimal:
    low, high = factor.minimum, factor.maximum
    if (low is None or value >= low) and (high is None or value <= high):
        return value
    unit = factor.unit or Text("", "")
    bounds = {"name": _label(factor), "value": figure(value), "unit": unit}
    if low is None or high is None:
        bound = figure(high if high is not None else low or Decimal(0))
        raise Refused(Sentence(_("{name} : {value} dépasse la limite de {bound} {unit}."), bound=bound, **bounds))
    sentence = _("{name} : {value} n’est pas entre {low} et {high} {unit}.")
    raise Refused(Sentence(sentence, low=figure(low), high=figure(high), **bounds))


def _label(factor: Factor) -> Text:
    return factor.short or factor.label
