"""Small guidelines built by hand, so that a test says only what it is about. And the shipped one, for sweeps."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from navigator import paths
from navigator.consultation.patient import Patient, facts_of, patient_from
from navigator.guideline.conditions import Condition, Value, parse_condition
from navigator.guideline.loader import load
from navigator.guideline.model import (
    Answer,
    Band,
    Basis,
    Choice,
    Citation,
    Exit,
    Factor,
    FactorGroup,
    FactorKind,
    Guideline,
    Implication,
    Kind,
    Level,
    Line,
    Liquid,
    Node,
    NodeKind,
    Outcome,
    PainType,
    Pair,
    Placement,
    Range,
    Remedy,
    Rule,
    Schedule,
    Severity,
    Source,
    Stage,
    Standing,
    Statement,
    Step,
    Treatable,
    Treatment,
    TreatmentClass,
)
from navigator.language import Language, Text
from navigator.problems import Place

PLACE = Place("built.yaml")
D = Decimal
ARTICLE = "source-article"


def text(words: str) -> Text:
    return Text(words, words)


def number(name: str, low: str, high: str) -> Factor:
    return Factor(name, FactorKind.NUMBER, text(name), "body", PLACE, minimum=D(low), maximum=D(high), unit=text("u"))


def choice(name: str, *ids: str, none: str = "", ordered: bool = False) -> Factor:
    choices = tuple(Choice(i, text(i)) for i in ids)
    group = "state" if none else "body"
    return Factor(name, FactorKind.CHOICE, text(name), group, PLACE, choices=choices, none=none, ordered=ordered)


def _factors() -> dict[str, Factor]:
    factors = [
        number("age", "18", "110"),
        choice("sex", "female", "male"),
        number("weight", "25", "300"),
        number("height", "120", "230"),
        number("creatinine", "20", "2000"),
        number("crcl", "1", "250"),
        number("sodium", "100", "170"),
        number("bmi", "10", "80"),
        choice("hepatic", "none", "mild", "severe", none="none", ordered=True),
    ]
    yes_no = ("pregnant", "dialysis", "constipation", "uncontrolled_hypertension", "antiepileptic_rash", "rash_now")
    care = {i: Treatable(Remedy.TREAT, False) for i in ("constipation", "uncontrolled_hypertension")}
    factors += [Factor(i, FactorKind.YES_NO, text(i), "state", PLACE, treatable=care.get(i)) for i in yes_no]
    taking = ("maoi", "opioid", "tramadol", "gabapentinoid", "snri", "carbamazepine", "enzyme_inducer")
    factors += [Factor(i, FactorKind.TAKING, text(i), "takes", PLACE) for i in taking]
    return {f.id: f for f in factors}


FACTORS = _factors()
_WORDS = {
    **FACTORS,
    "pain_type": choice("pain_type", "diffuse", "trigeminal"),
    "stage": choice("stage", "first-line", "combinations", "second-line", "interventional"),
}


def when(condition: str) -> Condition:
    return parse_condition(condition, _WORDS)


def rule(
    name: str, condition: str, severity: Severity = Severity.CONTRAINDICATED, instead: str | None = "something else"
) -> Rule:
    return Rule(
        id=name,
        when=when(condition),
        severity=severity,
        because=text(f"{name}: {condition}"),
        basis=Basis.LABEL,
        standing=Standing.READ,
        citations=(Citation("v1"),),
        place=PLACE,
        instead=text(instead) if instead else None,
    )


def between(low: str, high: str = "") -> Range:
    return Range(D(low), D(high or low))


def step(days: str, mg: str, up_to: str = "") -> Step:
    def bounds(words: str) -> Range:
        return between(*words.split("-"))

    return Step(bounds(days), bounds(mg), D(up_to) if up_to else None)


def schedule(
    name: str = "usual",
    start: str = "100",
    target: str = "300",
    most: str = "600",
    takes: Iterable[str] = ("evening",),
    steps: Iterable[Step] = (),
    *,
    start_takes: Iterable[str] = (),
    condition: str = "",
    band: tuple[str, str] | None = None,
    interval: int = 1,
    weeks: str = "6",
    taper: tuple[str, int] | None = None,
    specialist: bool = False,
) -> Schedule:
    return Schedule(
        id=name,
        title=text(name),
        start_mg=between(*start.split("-")),
        target_mg=between(*target.split("-")),
        max_mg=D(most),
        takes=tuple(takes),
        start_takes=tuple(start_takes) or tuple(takes),
        steps=tuple(steps),
        judge_after_weeks=D(weeks),
        citations=(Citation("v1"),),
        place=PLACE,
        when=when(condition) if condition else None,
        band=Band(*(D(edge) if edge else None for edge in band)) if band else None,
        start_interval_days=interval,
        taper_mg=D(taper[0]) if taper else None,
        taper_every_days=taper[1] if taper else None,
        specialist=specialist,
    )


def placements(lines: Mapping[str, Line], pain_type: str = "diffuse") -> tuple[Placement, ...]:
    return tuple(Placement(pain_type, source, line, PLACE) for source, line in lines.items())


def treatment(
    name: str,
    *rules: Rule,
    schedules: Iterable[Schedule] = (),
    drug_class: str = "",
    line: Line | None = Line.FIRST,
    lines: Mapping[str, Line] | None = None,
    strengths: Iterable[str] = (),
    liquid: str = "",
    no_unit: str = "",
    members: tuple[str, ...] = (),
) -> Treatment:
    given = lines if lines is not None else {ARTICLE: line} if line is not None else {}
    return Treatment(
        id=name,
        name=text(name),
        kind=Kind.COMBINATION if members else Kind.MEDICINE,
        drug_class=drug_class or f"class-of-{name}",
        summary=Statement(text(name), (), PLACE),
        place=PLACE,
        placements=placements(given),
        schedules=tuple(schedules),
        strengths_mg=tuple(D(s) for s in strengths),
        liquid=Liquid(D(liquid), text("drop"), text("drops")) if liquid else None,
        no_unit=text(no_unit) if no_unit else None,
        rules=tuple(rules),
        members=members,
    )


def pair(one: str, other: str, level: Level) -> Pair:
    return Pair(frozenset({one, other}), level, text(f"{one} with {other}"), (Citation("v1"),), PLACE)


def _node(name: str, kind: NodeKind, **more: object) -> Node:
    return Node(name, kind, text(name), text(name), PLACE, **more)  # type: ignore[arg-type]


def _stage_node(stage: str, after: str) -> Node:
    ways = {
        Outcome.RELIEF_50: ("diffuse.maintain", ""),
        Outcome.RELIEF_30: ("diffuse.combinations" if stage == "first-line" else after, ""),
        Outcome.NO_RELIEF: (after, "untried-class"),
        Outcome.NOT_TOLERATED: (after, "untried-option"),
        Outcome.CONTENT: ("diffuse.maintain", ""),
        Outcome.SKIP: (after, ""),
    }
    exits = tuple(Exit(outcome, to, PLACE, stay) for outcome, (to, stay) in ways.items())
    return _node(f"diffuse.{stage}", NodeKind.STAGE, pain_type="diffuse", stage=stage, exits=exits)


def _nodes() -> dict[str, Node]:
    nodes = [
        _node("start", NodeKind.START),
        _node("urgent", NodeKind.END, end="urgent"),
        _stage_node("first-line", "diffuse.second-line"),
        _stage_node("combinations", "diffuse.second-line"),
        _stage_node("second-line", "diffuse.interventional"),
        _stage_node("interventional", "diffuse.refer"),
        _node("diffuse.maintain", NodeKind.END, end="maintain", pain_type="diffuse"),
        _node("diffuse.refer", NodeKind.END, end="refer", pain_type="diffuse"),
        _node(
            "trigeminal.imaging",
            NodeKind.QUESTION,
            pain_type="trigeminal",
            answers=(Answer("done", text("done"), "trigeminal.refer", PLACE),),
        ),
        _node("trigeminal.refer", NodeKind.END, end="refer", pain_type="trigeminal"),
    ]
    return {n.id: n for n in nodes}


def _pain_type(name: str, first: str) -> PainType:
    return PainType(name, text(name), text(name), text(name), (), first, PLACE)


def _source(name: str, kind: str, *, reading: bool) -> Source:
    return Source(name, text(name), text(name), kind, Standing.READ, PLACE, reading=reading)


def _class(name: str) -> TreatmentClass:
    opioid = "opioid" if name.endswith("-opioid") else ""
    return TreatmentClass(name, text(name), name in ("gabapentinoid", "carboxamide"), opioid)


def guideline(
    *treatments: Treatment, pairs: Iterable[Pair] = (), implications: Iterable[tuple[str, dict[str, str]]] = ()
) -> Guideline:
    """A guideline of these treatments, with one type of pain that has stages and one with a question."""
    lines = {
        "first-line": (Line.FIRST,),
        "combinations": (Line.COMBINATION,),
        "second-line": (Line.SECOND,),
        "interventional": (Line.INTERVENTIONAL, Line.THIRD, Line.SPECIALIST),
    }
    classes = {t.drug_class for t in treatments}
    return Guideline(
        id="built",
        version="1",
        released=date(2026, 1, 1),
        review_by=date(2028, 1, 1),
        title=text("built"),
        reading=ARTICLE,
        default_order=("society", "other"),
        stages={i: Stage(i, text(i), text(i), text(i), held) for i, held in lines.items()},
        pain_types={
            "diffuse": _pain_type("diffuse", "diffuse.first-line"),
            "trigeminal": _pain_type("trigeminal", "trigeminal.imaging"),
        },
        nodes=_nodes(),
        treatments={t.id: t for t in treatments},
        classes={c: _class(c) for c in classes},
        pairs={p.members: p for p in pairs},
        factors=FACTORS,
        factor_groups={
            i: FactorGroup(i, text(i), closable) for i, closable in (("body", False), ("state", True), ("takes", True))
        },
        implications=tuple(
            Implication(when(condition), tuple(then.items()), text(condition)) for condition, then in implications
        ),
        sources={
            s.id: s
            for s in (
                _source(ARTICLE, "article", reading=True),
                _source("society", "guideline", reading=True),
                _source("other", "guideline", reading=True),
                _source("v1", "label", reading=False),
            )
        },
    )


IMPLICATIONS = (
    ("sex == male", {"pregnant": "no"}),
    ("tramadol", {"opioid": "yes"}),
    ("carbamazepine", {"enzyme_inducer": "yes"}),
)


def known(built: Guideline, *assignments: str, **more: Value) -> Mapping[str, Value]:
    """The facts about the patient that `name=value` texts describe."""
    return facts_of(built, patient_from(built, assignments), more).values


def patient(built: Guideline, *assignments: str) -> Patient:
    return patient_from(built, assignments)


@cache
def shipped() -> Guideline:
    """The guideline as it ships, for tests that no fixture reaches."""
    loaded = load(paths.content())
    assert loaded.guideline is not None, "\n".join(p.line(Language.EN) for p in loaded.problems)
    return loaded.guideline
