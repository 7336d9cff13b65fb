"""How a moment of a consultation becomes the bits of a resume code. Knows the order of its parts; reads nothing."""

import re
from collections.abc import Mapping
from decimal import Decimal

from navigator.consultation.code_bits import BitWriter
from navigator.consultation.resume_names import (
    ANSWERED,
    CHOICE,
    CHOSEN,
    FIRST_YEAR,
    FORMAT,
    FORMAT_BITS,
    NO,
    NUMBER,
    REASONS,
    TRIAL,
    YES,
    Names,
    names_of,
)
from navigator.consultation.steps import Answered, Chosen, Moment, Step, Trial
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Outcome

_VERSION = re.compile(r"(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?\Z", re.ASCII)


def written(guideline: Guideline, moment: Moment, version: str = "") -> list[int]:
    """The bits of a moment, as made by content of `version` (the present one where it is empty)."""
    names, out = names_of(guideline), BitWriter()
    out.fixed(FORMAT, FORMAT_BITS)
    _write_version(out, version or guideline.version)
    out.count(names.number("readings", moment.reading))
    closed = [names.number("groups", group) for group in moment.patient.closed]
    out.count(max(closed, default=-1) + 1)
    for number in range(max(closed, default=-1) + 1):
        out.fixed(number in closed, 1)
    _write_answers(out, names, moment.patient.answers)
    _write_findings(out, names, moment.findings)
    out.count(len(moment.walk.steps))
    for step in moment.walk.steps:
        _write_step(out, names, step)
    draft = moment.walk.draft
    out.fixed(draft is not None, 1)
    if draft is not None:
        out.count(names.number("treatments", draft.treatment))
        _write_quantities(out, draft.dose_mg, draft.weeks)
    return out.bits


def _write_version(out: BitWriter, version: str) -> None:
    found = _VERSION.match(version)
    year, month, patch = (int(part or 0) for part in found.groups()) if found else (FIRST_YEAR, 0, 0)
    out.count(max(0, year - FIRST_YEAR))
    out.fixed(month & 15, 4)
    out.count(patch)


def _write_answers(out: BitWriter, names: Names, answers: Mapping[str, Value]) -> None:
    numbered = sorted((names.number("factors", f), value) for f, value in answers.items())
    out.count(len(numbered))
    before = 0
    for number, value in numbered:
        out.count(number - before)
        before = number
        if isinstance(value, bool):
            out.fixed(YES if value else NO, 2)
        elif isinstance(value, Decimal):
            out.fixed(NUMBER, 2)
            out.decimal(value)
        else:
            out.fixed(CHOICE, 2)
            out.count(names.number("choices", str(value)))


def _write_findings(out: BitWriter, names: Names, findings: Mapping[str, bool]) -> None:
    """For each finding up to the last known one, a bit whether it is known; then one more, whether it is present."""
    numbered = {names.number("findings", id): present for id, present in findings.items()}
    length = max(numbered, default=-1) + 1
    out.count(length)
    for number in range(length):
        out.fixed(number in numbered, 1)
        if number in numbered:
            out.fixed(numbered[number], 1)


def _write_step(out: BitWriter, names: Names, step: Step) -> None:
    match step:
        case Chosen(pain_type):
            out.fixed(CHOSEN, 2)
            out.count(names.number("pain_types", pain_type))
        case Trial():
            out.fixed(TRIAL, 2)
            out.count(names.number("nodes", step.node))
            out.count(names.number("treatments", step.treatment))
            _write_quantities(out, step.dose_mg, step.weeks)
            out.fixed(list(Outcome).index(step.outcome), 3)
            out.fixed(REASONS.index(step.reason), 2)
        case Answered(node, answer):
            out.fixed(ANSWERED, 2)
            out.count(names.number("nodes", node))
            out.count(names.number("moves", answer))


def _write_quantities(out: BitWriter, *values: Decimal | None) -> None:
    for value in values:
        out.fixed(value is not None, 1)
        if value is not None:
            out.decimal(value)
