"""Whether a plan may be made for this patient, by which schedule, and what must be said with it.

Knows the assessment and the titration. Refuses in a sentence: a plan is never made on what is not known.
"""

from collections.abc import Mapping
from datetime import date

from navigator.consultation.assessment import Assessment, Status, assess
from navigator.consultation.entry import Refused
from navigator.consultation.titration import Plan, plan
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Schedule, Severity, Treatment
from navigator.guideline.spelling import suggestion
from navigator.language import Sentence, Text, _


class NoPlan(Exception):
    """No plan is made for this patient: `sentence` says why and what to do first."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence


def planned(
    guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], start: date, schedule_id: str = ""
) -> tuple[Plan, tuple[Sentence | Text, ...]]:
    """The dated titration of `treatment` from `start`, and its warnings.

    `schedule_id` asks for a gentler schedule than the one that applies. Raises `NoPlan` where the treatment has no
    schedule, is contraindicated, or waits for a fact that could still forbid it or decide its dose, or where the
    calendar ends before the plan.
    """
    if not treatment.schedules:
        raise NoPlan(Sentence(_("{name} ne se titre pas : aucun plan de dose."), name=treatment.name))
    found = assess(guideline, treatment, facts)
    _must_be_allowed(guideline, found)
    schedule = _schedule(found, schedule_id)
    try:
        made = plan(treatment, schedule, start)
    except Refused as refused:
        raise NoPlan(refused.sentence) from None
    discouraged = tuple(r.because for r in found.reasons if r.severity is Severity.AVOID)
    return made, (*discouraged, *made.warnings)


def _must_be_allowed(guideline: Guideline, found: Assessment) -> None:
    name = found.treatment.name
    if found.status is Status.CONTRAINDICATED:
        first = found.reasons[0]
        raise NoPlan(
            Sentence(
                _("Contre-indication de {name} chez ce patient. {because} {instead}"),
                name=name,
                because=first.because,
                instead=first.instead or Text("", ""),
            )
        )
    if found.missing:
        wanted = ", ".join(found.missing)
        raise NoPlan(Sentence(_("Pas de plan pour {name} tant que manque : {wanted}."), name=name, wanted=wanted))


def _schedule(found: Assessment, wanted: str) -> Schedule:
    applies = found.schedule
    name = found.treatment.name
    if applies is None:
        raise NoPlan(Sentence(_("Aucun schéma de {name} ne convient à ce patient : demandez un avis."), name=name))
    if not wanted or wanted == applies.id:
        return applies
    known = {s.id: s for s in found.treatment.schedules}
    if wanted not in known:
        raise NoPlan(
            Sentence(
                _("{name} n’a pas de schéma « {wanted} »{hint}"),
                name=name,
                wanted=wanted,
                hint=suggestion(wanted, known),
            )
        )
    other = known[wanted]
    if other.max_mg > applies.max_mg or other.start_mg.low > applies.start_mg.low:
        raise NoPlan(
            Sentence(
                _("Le schéma « {wanted} » dépasse celui de ce patient (« {applies} ») : il est refusé."),
                wanted=other.title,
                applies=applies.title,
            )
        )
    return other
