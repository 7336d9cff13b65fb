"""Figures said twice: what the prose of a treatment says and what its fields hold must be the same numbers.

Knows schedules, rules and the French prose (both languages name the same numbers, as checked elsewhere).
All are warnings: a figure may stand on one side alone for a reason, and is then listed in warnings.txt.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from navigator.guideline.checks_text import numbers_in
from navigator.guideline.model import Guideline, Rule, Schedule, Standing, Treatment
from navigator.language import Sentence, _
from navigator.problems import Problem, Severity

_DOSE_SECTIONS = ("dosing", "renal", "hepatic", "elderly")
_JOINED = r"(?: ?(?:à|et|ou|puis|–|-|/) ?)"
_MILLIGRAMS = re.compile(rf"((?:[0-9]+(?:,[0-9]+)?{_JOINED})*[0-9]+(?:,[0-9]+)?) ?mg(?!/mL|/ml|/kg)")


def check_schedules_are_said(guideline: Guideline) -> Iterable[Problem]:
    """Start, target and maximum of every schedule are named in the prose, by day, by take or every other day."""
    for treatment in guideline.treatments.values():
        said = set(numbers_in(" ".join(_prose(treatment))))
        for schedule in treatment.schedules:
            own = said | set(numbers_in(" ".join(_prose_of(schedule))))
            for key, doses in _figures(schedule).items():
                for dose in dict.fromkeys(doses):
                    if not own & set(_spoken(dose, schedule)):
                        sentence = _("« {key} » {dose} de « {schedule} » n’est pas dit dans le texte ; dites-le")
                        values = {"key": key, "dose": dose, "schedule": schedule.id}
                        yield Problem(schedule.place, "unsaid-dose", Sentence(sentence, **values), Severity.WARNING)


def check_prose_doses_are_fields(guideline: Guideline) -> Iterable[Problem]:
    """Every figure in mg of the dose sections is one of the fields."""
    for treatment in guideline.treatments.values():
        if not treatment.schedules:
            continue
        known = {text for schedule in treatment.schedules for text in _all_spoken(schedule)}
        known |= {_plain(strength) for strength in treatment.strengths_mg}
        known |= {_plain(treatment.liquid.mg)} if treatment.liquid is not None else set()
        for name in _DOSE_SECTIONS:
            section = treatment.sections.get(name)
            for statement in () if section is None else section.statements:
                for match in _MILLIGRAMS.finditer(statement.text.fr):
                    for number in numbers_in(match[1]):
                        if number not in known:
                            sentence = _(
                                "{number} mg ({section}) n’est dans aucun schéma de « {id} » ; vérifiez le chiffre"
                            )
                            values = {"number": number, "section": name, "id": treatment.id}
                            found = Sentence(sentence, **values)
                            yield Problem(statement.place, "prose-dose", found, Severity.WARNING)


def check_thresholds_are_said(guideline: Guideline) -> Iterable[Problem]:
    """The numbers of a rule's condition are named in its reason, unless the rule is unsure."""
    for treatment in guideline.treatments.values():
        for rule in treatment.rules:
            said = numbers_in(rule.because.fr)
            for threshold in _thresholds(rule):
                if rule.standing is not Standing.UNSURE and threshold not in said:
                    sentence = _("le seuil {threshold} de « {rule} » n’est pas dit dans « because » ; dites-le")
                    found = Sentence(sentence, threshold=threshold, rule=rule.id)
                    yield Problem(rule.place, "unsaid-threshold", found, Severity.WARNING)


def _thresholds(rule: Rule) -> list[str]:
    values = {value for named in rule.when.mentioned.values() for value in named if isinstance(value, Decimal)}
    return [_plain(value) for value in sorted(values)]


def _figures(schedule: Schedule) -> dict[str, tuple[Decimal, ...]]:
    return {
        "start_mg": (schedule.start_mg.low, schedule.start_mg.high),
        "target_mg": (schedule.target_mg.low, schedule.target_mg.high),
        "max_mg": (schedule.max_mg,),
    }


def _all_spoken(schedule: Schedule) -> Iterator[str]:
    doses = [dose for figures in _figures(schedule).values() for dose in figures]
    for step in schedule.steps:
        doses += [step.add_mg.low, step.add_mg.high, step.up_to_mg or step.add_mg.low]
    for dose in doses:
        yield from _spoken(dose, schedule)


def _spoken(dose: Decimal, schedule: Schedule) -> Iterator[str]:
    """The ways to name a mean daily dose: as it is, by take, or every other day."""
    yield _plain(dose)
    yield _plain(dose * schedule.start_interval_days)
    for takes in {len(schedule.takes), len(schedule.start_takes)} - {0}:
        yield _plain(dose / takes)


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _prose(treatment: Treatment) -> Iterator[str]:
    yield treatment.summary.text.fr
    for name in _DOSE_SECTIONS:
        section = treatment.sections.get(name)
        yield from (statement.text.fr for statement in (() if section is None else section.statements))


def _prose_of(schedule: Schedule) -> Iterator[str]:
    yield schedule.title.fr
    if schedule.note is not None:
        yield schedule.note.fr
