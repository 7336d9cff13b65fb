"""How the bits of a resume code become a moment again, as far as the present content knows its ids. Writes nothing."""

from dataclasses import dataclass
from decimal import Decimal

from navigator.consultation.code_bits import BitReader, Unreadable
from navigator.consultation.patient import Patient
from navigator.consultation.resume_names import (
    ANSWERED,
    CHOICE,
    CHOSEN,
    FIRST_YEAR,
    NUMBER,
    REASONS,
    TRIAL,
    YES,
    Names,
    names_of,
)
from navigator.consultation.steps import Answered, Chosen, Draft, Moment, Step, Trial, Walk
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Outcome


@dataclass(frozen=True)
class Resumed:
    """What a code restores: the `moment`, the `version` of the content that made it, the ids that are `unknown` now."""

    moment: Moment
    version: str
    unknown: tuple[str, ...] = ()


def read_moment(guideline: Guideline, reader: BitReader) -> Resumed:
    """What the bits after the format say. Raises `Unreadable` for what no version of ours wrote."""
    names = names_of(guideline)
    version = _read_version(reader)
    reading = names.id("readings", reader.count())
    groups = [names.id("groups", number) for number in range(reader.count())]
    closed = frozenset(g for g in groups if reader.fixed(1) and names.lives("groups", g))
    answers = _read_answers(guideline, reader, names)
    findings = _read_findings(reader, names)
    steps = [step for step in (_read_step(reader, names) for _ in range(reader.count())) if step is not None]
    draft = None
    if reader.fixed(1):
        treatment = names.id("treatments", reader.count())
        dose, weeks = _read_quantity(reader), _read_quantity(reader)
        draft = Draft(treatment, dose, weeks) if names.lives("treatments", treatment) else None
    if not names.lives("readings", reading):
        reading = guideline.reading
    moment = Moment(Walk(tuple(steps), draft), Patient(answers, closed), reading, findings)
    return Resumed(moment, version, tuple(names.lost))


def _read_version(reader: BitReader) -> str:
    year, month, patch = reader.count() + FIRST_YEAR, reader.fixed(4), reader.count()
    return f"{year}.{month:02}" + (f".{patch}" if patch else "") if month else ""


def _read_answers(guideline: Guideline, reader: BitReader, names: Names) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    number = 0
    for _turn in range(reader.count()):
        number += reader.count()
        factor_id, kind = names.id("factors", number), reader.fixed(2)
        value: Value = kind == YES
        if kind == NUMBER:
            value = reader.decimal()
        elif kind == CHOICE:
            value = names.id("choices", reader.count())
        if names.lives("factors", factor_id) and _fits(guideline, names, factor_id, value):
            answers[factor_id] = value
    return answers


def _fits(guideline: Guideline, names: Names, factor_id: str, value: Value) -> bool:
    """Whether the factor still takes such a value; one that it no longer takes is lost, and said to be."""
    factor = guideline.factors[factor_id]
    if isinstance(value, Decimal):
        low, high = factor.minimum, factor.maximum
        fits = factor.unit is not None and (low is None or value >= low) and (high is None or value <= high)
    elif isinstance(value, str):
        fits = value in {choice.id for choice in factor.choices}
    else:
        fits = not factor.choices and factor.unit is None
    if not fits:
        names.lost[factor_id] = None
    return fits


def _read_findings(reader: BitReader, names: Names) -> dict[str, bool]:
    findings: dict[str, bool] = {}
    for number in range(reader.count()):
        if reader.fixed(1):
            id, present = names.id("findings", number), bool(reader.fixed(1))
            if names.lives("findings", id):
                findings[id] = present
    return findings


def _read_step(reader: BitReader, names: Names) -> Step | None:
    """The next step; None where it names what the content no longer has."""
    kind = reader.fixed(2)
    if kind == CHOSEN:
        pain_type = names.id("pain_types", reader.count())
        return Chosen(pain_type) if names.lives("pain_types", pain_type) else None
    if kind not in (TRIAL, ANSWERED):
        raise Unreadable
    node = names.id("nodes", reader.count())
    if kind == ANSWERED:
        answer = names.id("moves", reader.count())
        return Answered(node, answer) if names.lives("nodes", node) & names.lives("moves", answer) else None
    treatment = names.id("treatments", reader.count())
    dose, weeks = _read_quantity(reader), _read_quantity(reader)
    outcome, reason = reader.fixed(3), reader.fixed(2)
    if outcome >= len(Outcome):
        raise Unreadable
    if not names.lives("nodes", node) & names.lives("treatments", treatment):
        return None
    return Trial(node, treatment, dose, weeks, list(Outcome)[outcome], REASONS[reason])


def _read_quantity(reader: BitReader) -> Decimal | None:
    return reader.decimal() if reader.fixed(1) else None
