"""How a treatment fits a patient: status, reasons, what is missing, and the schedule that applies.

THE one evaluation: window, terminal, checks, cases and print all ask `assess`. Conditions were read when the content
was loaded; here they only hold, do not hold, or wait for a fact. Knows no walk, no page and no wording.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from navigator.guideline.conditions import Truth, Value
from navigator.guideline.model import (
    Band,
    Basis,
    Citation,
    FactorKind,
    Guideline,
    Kind,
    Level,
    Pair,
    Rule,
    Schedule,
    Severity,
    Standing,
    Treatment,
)
from navigator.guideline.terms import Among, Comparison, Said, Term
from navigator.language import Text

_NODE_FACTS = frozenset({"pain_type", "stage"})  # the page supplies them: no one can be asked


class Status(StrEnum):
    """How a treatment fits this patient, from best to worst."""

    SUITABLE = "suitable"
    CAUTION = "caution"
    MISSING = "missing"
    AVOID = "avoid"
    CONTRAINDICATED = "contraindicated"

    @property
    def rank(self) -> int:
        """0 for the best, 4 for the worst."""
        return _STATUS_RANK[self]


_STATUS_RANK = {status: rank for rank, status in enumerate(Status)}
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}  # 0 is the heaviest
_HEAVY = (Severity.CONTRAINDICATED, Severity.AVOID)
_STATUS_OF = {
    Severity.CONTRAINDICATED: Status.CONTRAINDICATED,
    Severity.AVOID: Status.AVOID,
    Severity.CAUTION: Status.CAUTION,
    Severity.PREFER: Status.SUITABLE,
}
_SEVERITY_OF = {
    Level.CONTRAINDICATED: Severity.CONTRAINDICATED,
    Level.AVOID: Severity.AVOID,
    Level.CAUTION: Severity.CAUTION,
}
_BASIS_OF = {"label": Basis.LABEL, "guideline": Basis.GUIDELINE, "regulator": Basis.REGULATOR}


@dataclass(frozen=True)
class Reason:
    """One rule that speaks for this patient. `treatment`: whose rule it is (a member, in a combination)."""

    rule: str
    treatment: str
    severity: Severity
    because: Text
    instead: Text | None
    citations: tuple[Citation, ...]
    standing: Standing
    basis: Basis


@dataclass(frozen=True)
class Assessment:
    """A treatment for this patient.

    `reasons`: the rules that fired, heaviest first, those that speak for it last. `missing`: the unknown factors, most
    decisive first. `could`: the rules of severity contraindicated and avoid that are not excluded yet. `schedule` is
    None where none applies, or where `dose_needs` names what decides it. `facts` and `present`: what it was decided on.
    """

    treatment: Treatment
    status: Status
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    schedule: Schedule | None = None
    dose_needs: tuple[str, ...] = ()
    prefers: int = 0
    could: tuple[Reason, ...] = ()
    facts: Mapping[str, Value] = field(default_factory=dict, repr=False, compare=False)
    present: str = field(default="", repr=False, compare=False)

    @property
    def blocked(self) -> bool:
        """Whether it is to be avoided or contraindicated."""
        return self.status in (Status.AVOID, Status.CONTRAINDICATED)


def assess(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], present: str = "") -> Assessment:
    """How `treatment` fits a patient of whom `facts` are known.

    `present` is the treatment that the patient goes on with: in a combination it does not count against itself.
    A rule that waits only for the type of pain or the stage, away from any node, is in `could` and settles nothing.
    """
    if treatment.kind is Kind.COMBINATION:
        return _combination(guideline, treatment, facts, present)
    return _single(guideline, treatment, [(rule, rule.when.holds(facts), facts) for rule in treatment.rules], facts)


def open_facts(term: Term, facts: Mapping[str, Value]) -> frozenset[str]:
    """The unknown facts that can still decide `term`; empty once it is decided."""
    if term.holds(facts) is not None:
        return frozenset()
    match term:
        case Said(fact) | Comparison(fact) | Among(fact):
            return frozenset({fact})
    return frozenset().union(*(open_facts(part, facts) for part in term.parts()))


def taking_of(guideline: Guideline, treatment: Treatment) -> frozenset[str]:
    """The `taking` factors that are true of a patient on `treatment`: its own id, its class, and what they imply."""
    words = {treatment.id, treatment.drug_class}
    drug_class = guideline.classes.get(treatment.drug_class)
    if drug_class is not None and drug_class.counts_as:
        words.add(drug_class.counts_as)
    for member in treatment.members:
        words |= taking_of(guideline, guideline.treatments[member])
    taken = {w for w in words if w in guideline.factors and guideline.factors[w].kind is FactorKind.TAKING}
    for implication in guideline.implications:
        if implication.when.holds(dict.fromkeys(taken, True)) is True:
            taken |= {factor for factor, value in implication.then if value == "yes"}
    return frozenset(taken)


def _single(
    guideline: Guideline,
    treatment: Treatment,
    judged: Sequence[tuple[Rule, Truth, Mapping[str, Value]]],
    facts: Mapping[str, Value],
) -> Assessment:
    """The assessment that follows from the truth of each rule, and from the dose."""
    fired = sorted((rule for rule, truth, _ in judged if truth), key=lambda rule: _WEIGHT[rule.severity])
    waiting = [(rule, known) for rule, truth, known in judged if truth is None and rule.severity in _HEAVY]
    waiting.sort(key=lambda item: _WEIGHT[item[0].severity])
    schedule, dose_needs = _schedule(guideline, treatment, facts)
    missing: dict[str, None] = {}
    for rule, known in waiting:
        missing |= dict.fromkeys(_ordered(guideline, open_facts(rule.when.term, known) - _NODE_FACTS))
    missing |= dict.fromkeys(dose_needs)
    status = _STATUS_OF[fired[0].severity] if fired else Status.SUITABLE
    if missing and status.rank < Status.MISSING.rank:
        status = Status.MISSING
    return Assessment(
        treatment=treatment,
        status=status,
        reasons=tuple(_reason(treatment, rule) for rule in fired),
        missing=tuple(missing),
        schedule=schedule,
        dose_needs=dose_needs,
        prefers=sum(rule.severity is Severity.PREFER for rule in fired),
        could=tuple(_reason(treatment, rule) for rule, _ in waiting),
        facts=facts,
    )


def _reason(treatment: Treatment, rule: Rule) -> Reason:
    return Reason(
        rule.id, treatment.id, rule.severity, rule.because, rule.instead, rule.citations, rule.standing, rule.basis
    )


def _schedule(
    guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value]
) -> tuple[Schedule | None, tuple[str, ...]]:
    """The first schedule that holds, or the unknown facts that decide which one does."""
    needs: set[str] = set()
    for schedule in treatment.schedules:
        truth, waits_for = _applies(schedule, facts)
        needs |= waits_for
        if truth and not needs:
            return schedule, ()
        if truth:
            break
    return None, _ordered(guideline, needs)


def _applies(schedule: Schedule, facts: Mapping[str, Value]) -> tuple[Truth, frozenset[str]]:
    """Whether the band and the condition of `schedule` hold, and what decides it where that is unknown."""
    inside = _inside(schedule.band, facts)
    holds = True if schedule.when is None else schedule.when.holds(facts)
    if inside is False or holds is False:
        return False, frozenset()
    if inside and holds:
        return True, frozenset()
    waits_for = frozenset({"crcl"}) if inside is None else frozenset()
    return None, waits_for if schedule.when is None else waits_for | open_facts(schedule.when.term, facts)


def _inside(band: Band | None, facts: Mapping[str, Value]) -> Truth:
    """Whether the clearance lies in the half-open range: at_least <= CrCl < below."""
    if band is None or (band.at_least is None and band.below is None):
        return True
    clearance = facts.get("crcl")
    if clearance is None or isinstance(clearance, str | bool):
        return None
    return (band.at_least is None or clearance >= band.at_least) and (band.below is None or clearance < band.below)


def _ordered(guideline: Guideline, factors: Iterable[str]) -> tuple[str, ...]:
    """`factors` in the order of the content; facts that no one can be asked for come last."""
    wanted = set(factors)
    known = [factor for factor in guideline.factors if factor in wanted] if len(wanted) > 1 else list(wanted)
    return (*known, *sorted(wanted.difference(known)))


def _combination(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], present: str) -> Assessment:
    """Both members and the pair, the heaviest status of the three; no dose of its own."""
    pair = guideline.pairs.get(frozenset(treatment.members))
    parts = [_member(guideline, treatment, member, facts, present) for member in treatment.members]
    reasons = [reason for part in parts for reason in part.reasons]
    statuses = [part.status for part in parts]
    if pair is not None and pair.level in _SEVERITY_OF:
        reasons.insert(0, _pair_reason(guideline, treatment, pair))
        statuses.append(_STATUS_OF[_SEVERITY_OF[pair.level]])
    reasons.sort(key=lambda reason: _WEIGHT[reason.severity])
    could = sorted((reason for part in parts for reason in part.could), key=lambda reason: _WEIGHT[reason.severity])
    return Assessment(
        treatment=treatment,
        status=max(statuses, key=lambda status: status.rank),
        reasons=tuple(reasons),
        missing=tuple(dict.fromkeys(factor for part in parts for factor in part.missing)),
        prefers=sum(part.prefers for part in parts),
        could=tuple(could),
        facts=facts,
        present=present,
    )


def _member(
    guideline: Guideline, treatment: Treatment, member: str, facts: Mapping[str, Value], present: str
) -> Assessment:
    """One member of a combination.

    What `present` explains is not held against the member: the pair speaks for the two. A rule of the member that
    weighs more than the pair (an opioid beside it, at 70 years) holds with the other member counted as taken.
    """
    own = guideline.treatments[member]
    going_on = {present, *guideline.treatments[present].members} if present else set()
    kept = [guideline.treatments[m] for m in treatment.members if m in going_on]
    explained = frozenset().union(*(taking_of(guideline, k) for k in kept))
    alone = {**facts, **dict.fromkeys(explained, False)}
    others = (guideline.treatments[m] for m in treatment.members if m != member)
    together = {**alone, **dict.fromkeys(frozenset().union(*(taking_of(guideline, o) for o in others)), True)}
    pair = guideline.pairs.get(frozenset(treatment.members))
    spoken = _SEVERITY_OF.get(pair.level) if pair is not None else None
    limit = _WEIGHT[spoken or Severity.CAUTION]
    judged = []
    for rule in own.rules:
        known = together if _WEIGHT[rule.severity] < limit else alone
        judged.append((rule, rule.when.holds(known), known))
    return _single(guideline, own, judged, together)


def _pair_reason(guideline: Guideline, treatment: Treatment, pair: Pair) -> Reason:
    """What the pair says, standing as the best of its sources does."""
    cited = [guideline.sources[c.source] for c in pair.citations if c.source in guideline.sources]
    standing = next((s for s in Standing if any(source.standing is s for source in cited)), Standing.UNSURE)
    kinds = [_BASIS_OF[source.kind] for source in cited if source.kind in _BASIS_OF]
    basis = next((b for b in Basis if b in kinds), Basis.PRUDENCE)
    return Reason(
        f"{treatment.id}.pair",
        treatment.id,
        _SEVERITY_OF[pair.level],
        pair.because,
        None,
        pair.citations,
        standing,
        basis,
    )
