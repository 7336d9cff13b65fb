"""The patient as far as known: answers, closed groups, and the facts that follow from them.

Knows factors and implications. An unanswered question stays unknown; nothing is ever taken for granted, and nothing
is remembered beyond the value itself. How a typed text is read lives in `entry`, the clearance in `clearance`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from navigator.consultation.clearance import Clearance, body_mass_index, clearance_of, cockcroft_gault
from navigator.consultation.entry import NO, Refused, parse_answer, parse_number
from navigator.guideline.conditions import Value
from navigator.guideline.model import Factor, FactorKind, Guideline
from navigator.guideline.spelling import shown, suggestion
from navigator.language import Sentence, Text, _

__all__ = [
    "Clearance",
    "Facts",
    "Patient",
    "Refused",
    "cockcroft_gault",
    "facts_of",
    "parse_answer",
    "parse_number",
    "patient_from",
]

_TAKING, _NOT_TAKING, _OTHERS, _NOTHING = "taking", "not_taking", "others", "none"


@dataclass(frozen=True)
class Patient:
    """What the user said of a patient. `closed`: the groups answered « rien d’autre »."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()

    def answered(self, factor_id: str, value: Value | None) -> "Patient":
        """The patient with one more answer; None forgets the answer."""
        answers = {f: v for f, v in self.answers.items() if f != factor_id}
        if value is not None:
            answers[factor_id] = value
        return replace(self, answers=answers)

    def with_closed(self, group_id: str, closed: bool) -> "Patient":
        """The patient with a group closed (every unanswered factor of it is no, or its `none`) or opened again."""
        return replace(self, closed=self.closed | {group_id} if closed else self.closed - {group_id})


@dataclass(frozen=True)
class Facts:
    """All that is known of a patient: `values` by factor, why the `implied` ones hold, and the clearance."""

    values: Mapping[str, Value]
    implied: Mapping[str, Text | Sentence]
    clearance: Clearance


def facts_of(guideline: Guideline, patient: Patient, more: Mapping[str, Value] | None = None) -> Facts:
    """The facts that follow from the answers, and from `more` (pain type, stage, what the trials showed).

    An answer wins over an implication, an implication over a closed group, `more` over all. The BMI (kg/m²) follows
    from weight and height, the clearance (mL/min) by Cockcroft-Gault, unless they were entered.
    """
    told: dict[str, Value] = {**patient.answers, **(more or {})}
    supposed = _closed_answers(guideline, patient)
    implied: dict[str, Value] = {}
    because: dict[str, Text | Sentence] = {}
    while True:
        values, clearance = _completed({**supposed, **implied, **told})
        new = _implied(guideline, values, told.keys() | implied.keys())
        if not new:
            break
        implied |= {f: value for f, (value, _why) in new.items()}
        because |= {f: why for f, (_value, why) in new.items()}
    from_trials = Sentence(_("D’après les essais notés dans cette consultation."))
    because |= dict.fromkeys((f for f in more or {} if f in guideline.factors), from_trials)
    return Facts(values, because, clearance)


def _closed_answers(guideline: Guideline, patient: Patient) -> dict[str, Value]:
    """What « rien d’autre » says of each factor of the closed groups."""
    found: dict[str, Value] = {}
    for factor in guideline.factors.values():
        if factor.group not in patient.closed:
            continue
        if factor.kind in (FactorKind.YES_NO, FactorKind.TAKING):
            found[factor.id] = False
        elif factor.kind is FactorKind.CHOICE and factor.none:
            found[factor.id] = factor.none
    return found


def _completed(values: dict[str, Value]) -> tuple[dict[str, Value], Clearance]:
    """The values with the computed ones: `bmi` and `crcl`."""
    weight, height = values.get("weight"), values.get("height")
    if "bmi" not in values and isinstance(weight, Decimal) and isinstance(height, Decimal):
        values["bmi"] = body_mass_index(weight, height)
    clearance = clearance_of(values)
    if clearance.value is not None:
        values["crcl"] = clearance.value
    return values, clearance


def _implied(
    guideline: Guideline, values: Mapping[str, Value], settled: Iterable[str]
) -> dict[str, tuple[Value, Text]]:
    """What certainly follows from `values` for factors that are not `settled`; the first implication speaks."""
    taken = set(settled)
    found: dict[str, tuple[Value, Text]] = {}
    for implication in guideline.implications:
        then = [(f, text) for f, text in implication.then if f not in taken]
        if not then or implication.when.holds(values) is not True:
            continue
        for factor_id, text in then:
            found[factor_id] = (parse_answer(text, guideline.factors[factor_id]), implication.because)
            taken.add(factor_id)
    return found


def patient_from(guideline: Guideline, assignments: Iterable[str]) -> Patient:
    """The patient that `NAME=VALUE` texts describe, as the command line and the cases write them.

    `taking=a,b,none`, `not_taking=a,b` and `others=no` besides the factors. Raises `Refused` with the nearest name.
    """
    patient = Patient()
    for assignment in assignments:
        name, equals, text = (part.strip() for part in assignment.partition("="))
        if not equals or not text:
            sentence = _("« {typed} » ne se lit pas : écrivez NOM=VALEUR, par exemple age=72.")
            raise Refused(Sentence(sentence, typed=shown(assignment)))
        if name in (_TAKING, _NOT_TAKING):
            patient = _with_taking(guideline, patient, name, text)
        elif name == _OTHERS:
            patient = _with_others(guideline, patient, text)
        else:
            factor = _named(guideline, name)
            patient = _once(patient, factor, parse_answer(text, factor))
    return patient


def _named(guideline: Guideline, name: str) -> Factor:
    if name in guideline.factors and name not in ("pain_type", "stage"):
        return guideline.factors[name]
    known = [*guideline.factors, _TAKING, _NOT_TAKING, _OTHERS]
    sentence = _("le facteur « {name} » n’existe pas{hint}")
    raise Refused(Sentence(sentence, name=shown(name), hint=suggestion(name, known)))


def _with_taking(guideline: Guideline, patient: Patient, name: str, text: str) -> Patient:
    """`taking=` or `not_taking=` with its comma list; `taking=…,none` closes the groups of medicines."""
    classes = {f.id: f for f in guideline.factors.values() if f.kind is FactorKind.TAKING}
    for word in (w.strip() for w in text.split(",")):
        if word == _NOTHING and name == _TAKING:
            for group in {f.group for f in classes.values()}:
                patient = patient.with_closed(group, True)
        elif word in classes:
            patient = _once(patient, classes[word], name == _TAKING)
        else:
            sentence = _("la classe de médicaments « {name} » n’existe pas{hint}")
            raise Refused(Sentence(sentence, name=shown(word), hint=suggestion(word, [*classes, _NOTHING])))
    return patient


def _with_others(guideline: Guideline, patient: Patient, text: str) -> Patient:
    """`others=no`: closes every group but those of medicines."""
    if text.lower() not in NO:
        raise Refused(Sentence(_("« others » ne se dit que « others=no », pas « others={typed} »."), typed=shown(text)))
    medicines = {f.group for f in guideline.factors.values() if f.kind is FactorKind.TAKING}
    for group in guideline.factor_groups:
        if group not in medicines:
            patient = patient.with_closed(group, True)
    return patient


def _once(patient: Patient, factor: Factor, value: Value) -> Patient:
    """One more answer, refused when it contradicts an earlier one."""
    if patient.answers.get(factor.id, value) != value:
        sentence = _("« {name} » reçoit deux réponses contraires : n’en gardez qu’une.")
        raise Refused(Sentence(sentence, name=factor.id))
    return patient.answered(factor.id, value)
