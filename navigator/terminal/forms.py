"""The JSON forms of the command line, as the contract gives them. Ids are stable; doses are decimal strings.

Knows the core's values. Knows no argument parsing and prints nothing.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from navigator.consultation.assessment import Assessment
from navigator.consultation.coverage import Covered
from navigator.consultation.crossing import Crossing
from navigator.consultation.patient import Facts, Patient, facts_of
from navigator.consultation.placement import Option
from navigator.consultation.supply import Counted
from navigator.consultation.titration import Plan, PlanStep
from navigator.guideline.model import Guideline, Line, Node, NodeKind, Schedule, Treatment
from navigator.guideline.search import Hit
from navigator.language import Language
from navigator.pages import filters, words
from navigator.problems import Problem

Form = dict[str, Any]
TIMES = ("morning", "noon", "evening")


def as_json(value: object) -> str:
    """`value` as the JSON of the contract."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def decimal(value: Decimal) -> str:
    """`60`, `12.5`: no exponent, no trailing zero."""
    return f"{value.normalize():f}"


def _value(value: Decimal | str | bool) -> int | float | str | bool:
    if isinstance(value, Decimal):
        rounded = round(float(value), 1)
        return int(rounded) if rounded.is_integer() else rounded
    return value


def patient_form(facts: Facts, patient: Patient) -> Form:
    """What is known of the patient: the answers, and the clearance that the doses follow."""
    form = {k: _value(v) for k, v in patient.answers.items()}
    crcl = facts.values.get("crcl")
    if crcl is not None:
        form["crcl"] = _value(crcl)
    return form


def dose_form(schedule: Schedule) -> Form:
    """A schedule in the mean mg a day, as decimal strings."""
    form: Form = {
        "schedule": schedule.id,
        "start_mg": decimal(schedule.start_mg.low),
        "step_mg": decimal(schedule.steps[0].add_mg.low) if schedule.steps else None,
        "every_days": [int(schedule.steps[0].after_days.low), int(schedule.steps[0].after_days.high)]
        if schedule.steps
        else [],
        "target_mg": [decimal(schedule.target_mg.low), decimal(schedule.target_mg.high)],
        "max_mg": decimal(schedule.max_mg),
        "takes_per_day": len(schedule.takes),
    }
    if schedule.start_interval_days != 1:
        form["interval_days"] = schedule.start_interval_days
    return form


def assessment_form(guideline: Guideline, found: Assessment, pain_type: str, language: Language) -> Form:
    """One option: its status, reasons, what is missing, its dose and its lines."""
    treatment = found.treatment
    form: Form = {
        "treatment": treatment.id,
        "name": treatment.name.in_(language),
        "class": treatment.drug_class,
        "status": found.status.value,
        "reasons": [
            {
                "rule": r.rule,
                "severity": r.severity.value,
                "text": r.because.in_(language),
                "instead": r.instead.in_(language) if r.instead else None,
                "status": r.standing.value,
                "sources": [c.source for c in r.citations],
            }
            for r in found.reasons
        ],
        "missing": list(found.missing),
        "dose": dose_form(found.schedule) if found.schedule else None,
    }
    if found.dose_needs:
        form["dose_needs"] = list(found.dose_needs)
    form["placements"] = {
        p.source: p.line.value
        for p in treatment.placements
        if (p.pain_type == pain_type or not pain_type) and p.line is not Line.NOT_ADDRESSED
    }
    return form


def options_form(
    guideline: Guideline, node: Node, ranked: tuple[Option, ...], patient: Patient, reading: str, language: Language
) -> Form:
    """`navigator options … --json`."""
    facts = facts_of(guideline, patient, {"pain_type": node.pain_type, "stage": node.stage})
    return {
        "node": node.id,
        "reading": reading,
        "content_version": guideline.version,
        "patient": patient_form(facts, patient),
        "options": [assessment_form(guideline, o.assessment, node.pain_type, language) for o in ranked],
    }


def tree_form(guideline: Guideline, language: Language) -> Form:
    """`navigator tree --format json`."""
    nodes = [
        {
            "id": n.id,
            "kind": n.kind.value,
            "pain_type": n.pain_type or None,
            "stage": n.stage or None,
            "title": n.title.in_(language),
        }
        for n in guideline.nodes.values()
    ]
    return {"nodes": nodes, "edges": [{"from": a, "to": b, "when": when} for a, b, when in edges(guideline)]}


def edges(guideline: Guideline) -> list[tuple[str, str, str]]:
    """Every way from a node to another: (from, to, outcome or answer)."""
    found = [("start", p.first, p.id) for p in guideline.pain_types.values()]
    found.append(("start", "red-flags", "red-flags"))
    for node in guideline.nodes.values():
        found += [(node.id, e.to, e.outcome.value) for e in node.exits]
        found += [(node.id, node.id, f"{e.outcome.value} ({e.stay_while})") for e in node.exits if e.stay_while]
        found += [(node.id, a.to, a.id) for a in node.answers]
        if node.kind is NodeKind.STAGE:
            found += [(node.id, f"{node.pain_type}.refer", "refer"), (node.id, "urgent", "urgent")]
    return list(dict.fromkeys(found))


def step_form(step: PlanStep) -> Form:
    """One dated step of a plan."""
    return {
        "from": step.first.isoformat(),
        "to": step.last.isoformat(),
        "interval_days": step.interval_days,
        "takes": {t: decimal(step.takes.get(t, Decimal(0))) for t in TIMES},
        "total_mg": decimal(step.total_mg),
        "units": [{"strength_mg": decimal(s), "per_day": decimal(n)} for s, n in step.units],
    }


def plan_form(treatment: Treatment, plan: Plan, warnings: list[str]) -> Form:
    """`navigator plan … --json`."""
    return {
        "treatment": treatment.id,
        "schedule": plan.schedule.id,
        "start": plan.steps[0].first.isoformat(),
        "steps": [_rising_form(plan, place) for place in range(len(plan.steps))],
        "review": plan.review.isoformat(),
        "units_total": _units_form(plan.units_total),
        "taper": [step_form(s) for s in plan.taper],
        "warnings": warnings,
        "max_mg": decimal(plan.schedule.max_mg),
        "prescription_days": treatment.prescription_days,
        "prescriptions": [
            {"from": p.first.isoformat(), "to": p.last.isoformat(), "units": _units_form(p.units)}
            for p in plan.prescriptions
        ],
    }


def _rising_form(plan: Plan, place: int) -> Form:
    """A step with the mean mg a day to go back to where it is not tolerated."""
    back = plan.back_from(place)
    return step_form(plan.steps[place]) | {"back_to_mg": decimal(back.mean_mg) if back is not None else None}


def _units_form(counted: Counted) -> list[Form]:
    return [{"strength_mg": decimal(strength), "count": count} for strength, count in counted]


def relay_form(relay: Crossing) -> Form:
    """The two columns of `navigator plan … --from`: the mean mg a day of each treatment, null where there is none."""
    return {
        "from": relay.leaving.treatment.id,
        "from_mg": decimal(relay.leaving.mg),
        "taper": [step_form(s) for s in relay.falling],
        "columns": [
            {
                "from": s.first.isoformat(),
                "to": s.last.isoformat(),
                "old_mg": decimal(s.old.mean_mg) if s.old is not None else None,
                "new_mg": decimal(s.new.mean_mg) if s.new is not None else None,
            }
            for s in relay.spans
        ],
    }


def search_form(query: str, hits: tuple[Hit, ...]) -> Form:
    """`navigator search … --json`."""
    return {
        "query": query,
        "hits": [
            {"id": h.id, "kind": h.kind, "title": h.title, "snippet": h.snippet, "score": round(float(h.score), 4)}
            for h in hits
        ],
    }


def problem_form(problem: Problem, language: Language) -> Form:
    """One problem of `navigator check --json`."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "text": problem.text.in_(language),
    }


def coverage_form(covered: Mapping[str, Covered], problems: list[Form]) -> Form:
    """`navigator check --coverage --json`: the problems, and the cases of each rule."""
    rules = {rule: {"fires": list(c.fires), "absent": list(c.absent)} for rule, c in covered.items()}
    return {"problems": problems, "coverage": rules}


def treatment_form(guideline: Guideline, found: Assessment, facts: Mapping[str, Any], language: Language) -> Form:
    """`navigator show TREATMENT --json`: the assessment and every section with its sources."""
    form = assessment_form(guideline, found, str(facts.get("pain_type", "")), language)
    treatment = found.treatment
    form["kind"] = treatment.kind.value
    form["summary"] = treatment.summary.text.in_(language)
    form["sections"] = {
        s.id: [
            {
                "text": x.text.in_(language),
                "sources": [c.source for c in x.citations],
                "status": words.standing_of(guideline, x).value,
            }
            for x in s.statements
        ]
        if s.not_applicable is None
        else {"not_applicable": s.not_applicable.in_(language)}
        for s in treatment.sections.values()
    }
    form["class_name"] = filters.told(guideline.classes[treatment.drug_class].name, language)
    return form
