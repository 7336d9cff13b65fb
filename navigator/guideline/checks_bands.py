"""Invariants of a treatment's schedules together: every patient gets one or a rule forbids; frailer never gets more.

Goes through every combination of the facts that the schedules ask for, thresholds ± included. Knows no statuses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise, product
from math import prod
from operator import itemgetter

from navigator.guideline.conditions import Value
from navigator.guideline.model import FactorKind, Guideline, Schedule, Severity, Treatment
from navigator.language import Sentence, _
from navigator.problems import Problem

Facts = Mapping[str, Value]
_BESIDE = Decimal("0.5")  # 29.5 as well as 30
_MOST_PATIENTS = 20_000
_MOST_SAID = 3  # so many patients without a schedule are told of one treatment
_BLOCKS = {Severity.CONTRAINDICATED, Severity.AVOID}


def check_schedules_cover_everyone(guideline: Guideline) -> Iterable[Problem]:
    """Every patient has a schedule, or a rule of severity contraindicated or avoid; every schedule has a patient."""
    for treatment, patients in _treatments_with_patients(guideline):
        unused = dict.fromkeys(schedule.id for schedule in treatment.schedules)
        without = []
        for facts in patients:
            schedule = _first_schedule(treatment, facts)
            if schedule is not None:
                unused.pop(schedule.id, None)
            elif not _is_blocked(treatment, facts):
                without.append(facts)
        for facts in without[:_MOST_SAID]:
            sentence = _("aucun schéma pour {facts}, et aucune règle ne l’écarte ; complétez « band » ou « when »")
            yield Problem(treatment.schedules[0].place, "no-schedule", Sentence(sentence, facts=_told(facts)))
        for schedule in treatment.schedules:
            if schedule.id in unused:
                sentence = _("le schéma « {id} » ne s’applique jamais ; retirez-le, ou changez l’ordre")
                yield Problem(schedule.place, "unused-schedule", Sentence(sentence, id=schedule.id))


def check_bands_do_not_overlap(guideline: Guideline) -> Iterable[Problem]:
    """Two schedules under the same condition never share a clearance, and a band is not empty."""
    for treatment in guideline.treatments.values():
        banded = [schedule for schedule in treatment.schedules if schedule.band is not None]
        for index, schedule in enumerate(banded):
            if not any(_in_band(schedule, edge) for edge in _edges(treatment)):
                sentence = _("la bande du schéma « {id} » est vide ; « from » est sous « below »")
                yield Problem(schedule.place, "band", Sentence(sentence, id=schedule.id))
            for other in banded[:index]:
                shared = [edge for edge in _edges(treatment) if _in_band(schedule, edge) and _in_band(other, edge)]
                if shared and str(schedule.when) == str(other.when):
                    sentence = _("une clairance de {edge} est dans « {one} » et dans « {two} » ; séparez les bandes")
                    values = {"edge": shared[0], "one": other.id, "two": schedule.id}
                    yield Problem(schedule.place, "band", Sentence(sentence, **values))


def check_frailer_never_gets_more(guideline: Guideline) -> Iterable[Problem]:
    """A lower clearance or a higher age never raises the ceiling; dialysis apart."""
    for treatment, patients in _treatments_with_patients(guideline):
        said: set[tuple[str, str]] = set()
        for name, frailer_is_lower in (("crcl", True), ("age", False)):
            for frail, robust in _neighbours(patients, name, frailer_is_lower=frailer_is_lower):
                low, high = _first_schedule(treatment, frail), _first_schedule(treatment, robust)
                if low is None or high is None or (low.id, high.id) in said:
                    continue
                if low.max_mg > high.max_mg or low.target_mg.low > high.target_mg.low:
                    said.add((low.id, high.id))
                    sentence = _("« {low} » permet plus que « {high} », pour {facts} ; baissez son maximum ou sa cible")
                    values = {"low": low.id, "high": high.id, "facts": _told(frail)}
                    yield Problem(low.place, "ceiling", Sentence(sentence, **values))


def _treatments_with_patients(guideline: Guideline) -> Iterator[tuple[Treatment, Sequence[Facts]]]:
    for treatment in guideline.treatments.values():
        if treatment.schedules:
            yield treatment, _patients(treatment, guideline)


def _patients(treatment: Treatment, guideline: Guideline) -> Sequence[Facts]:
    """Every combination of the facts that the schedules ask for; cut where there are too many to go through."""
    mentioned: dict[str, set[Value]] = {}
    for schedule in treatment.schedules:
        if schedule.when is not None:
            for fact, values in schedule.when.mentioned.items():
                mentioned.setdefault(fact, set()).update(values)
        if schedule.band is not None:
            mentioned.setdefault("crcl", set()).update(_edges(treatment))
    answers = {fact: _answers(fact, values, guideline) for fact, values in mentioned.items()}
    while prod(len(values) for values in answers.values()) > _MOST_PATIENTS:
        longest = max(answers, key=lambda fact: len(answers[fact]))
        answers[longest] = answers[longest][::2]
    return [dict(zip(answers, combination, strict=True)) for combination in product(*answers.values())]


def _answers(fact: str, mentioned: set[Value], guideline: Guideline) -> list[Value]:
    factor = guideline.factors.get(fact)
    if factor is None:
        return sorted((value for value in mentioned if isinstance(value, str)), key=str)
    if factor.kind is FactorKind.CHOICE:
        return [choice.id for choice in factor.choices]
    if factor.kind is not FactorKind.NUMBER:
        return [False, True]
    near = {edge + beside for edge in mentioned if isinstance(edge, Decimal) for beside in (-_BESIDE, 0, _BESIDE)}
    low, high = factor.minimum or Decimal(0), factor.maximum or Decimal(10**9)
    return [value for value in sorted(near) if low <= value <= high]


def _edges(treatment: Treatment) -> list[Decimal]:
    """The ends of all bands, and a clearance beside each."""
    bands = [schedule.band for schedule in treatment.schedules if schedule.band is not None]
    ends = {end for band in bands for end in (band.at_least, band.below) if end is not None}
    return sorted({end + beside for end in ends for beside in (-_BESIDE, Decimal(0), _BESIDE)})


def _in_band(schedule: Schedule, clearance: Decimal) -> bool:
    return schedule.band is None or schedule.band.contains(clearance)


def _first_schedule(treatment: Treatment, facts: Facts) -> Schedule | None:
    clearance = facts.get("crcl")
    for schedule in treatment.schedules:
        inside = schedule.band is None or (isinstance(clearance, Decimal) and _in_band(schedule, clearance))
        if inside and (schedule.when is None or schedule.when.holds(facts)):
            return schedule
    return None


def _is_blocked(treatment: Treatment, facts: Facts) -> bool:
    return any(rule.severity in _BLOCKS and rule.when.holds(facts) for rule in treatment.rules)


def _neighbours(patients: Sequence[Facts], name: str, *, frailer_is_lower: bool) -> Iterator[tuple[Facts, Facts]]:
    """Pairs of patients off dialysis who differ only in `name`, the frailer first, each next to the other."""
    alike: dict[tuple[tuple[str, Value], ...], list[Facts]] = {}
    for facts in patients:
        if isinstance(facts.get(name), Decimal) and not facts.get("dialysis"):
            alike.setdefault(tuple(item for item in facts.items() if item[0] != name), []).append(facts)
    for group in alike.values():
        ordered = sorted(group, key=itemgetter(name), reverse=not frailer_is_lower)
        yield from pairwise(ordered)


def _told(facts: Facts) -> str:
    said = {True: "yes", False: "no"}
    words = [f"{fact}={said[value] if isinstance(value, bool) else value}" for fact, value in facts.items()]
    return ", ".join(words) or "—"
