"""Whether a plan may be made for this patient, by which schedule, and what must be said with it.

Knows the assessment and the titration. Refuses in a sentence: a plan is never made on what is not known.
"""

from collections.abc import Mapping
from datetime import date

from navigator.consultation.assessment import Assessment, Status, assess
from navigator.consultation.entry import Refused
from navigator.consultation.titration import NO_WISH, Plan, Wish, plan
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Schedule, Severity, Treatment
from navigator.guideline.spelling import suggestion
from navigator.language import Sentence, Text, _


class NoPlan(Exception):
    """No plan is made for this patient: `sentence` says why, `missing` are the factors to settle first."""

    def __init__(self, sentence: Sentence, missing: tuple[str, ...] = ()) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence
        self.missing = missing


def planned(
    guideline: Guideline,
    treatment: Treatment,
    facts: Mapping[str, Value],
    start: date,
    schedule_id: str = "",
    wish: Wish = NO_WISH,
) -> tuple[Plan, tuple[Sentence | Text, ...]]:
    """The dated titration of `treatment` from `start`, and its warnings.

    `schedule_id` asks for a gentler schedule than the one that applies; `wish` is what the doctor told besides. Raises
    `NoPlan` where the treatment has no schedule, is contraindicated, or waits for a fact that could still forbid it or
    decide its dose, where the wish breaks a limit, or where the calendar ends before the plan.
    """
    schedule, discouraged = allowed(guideline, treatment, facts, schedule_id)
    try:
        made = plan(treatment, schedule, start, wish)
    except Refused as refused:
        raise NoPlan(refused.sentence) from None
    return made, (*discouraged, *made.warnings)


def allowed(
    guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value], schedule_id: str = ""
) -> tuple[Schedule, tuple[Text, ...]]:
    """The schedule of a plan for this patient, and why the treatment is to be avoided. Raises `NoPlan`."""
    if not treatment.schedules:
        raise NoPlan(Sentence(_("{name} ne se titre pas : aucun plan de dose."), name=treatment.name))
    found = assess(guideline, treatment, facts)
    _must_be_allowed(guideline, found)
    discouraged = tuple(r.because for r in found.reasons if r.severity is Severity.AVOID)
    return _schedule(found, schedule_id), discouraged


def schedules_for(guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value]) -> tuple[Schedule, ...]:
    """The schedules to offer for a plan: the one that applies, then the gentler ones. Raises `NoPlan`.

    Those of a specialist are left out where the one that applies is not one of them.
    """
    applies, _discouraged = allowed(guideline, treatment, facts)
    others = (s for s in treatment.schedules if s is not applies and (applies.specialist or not s.specialist))
    return (applies, *(s for s in others if _gentler(s, applies)))


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
        sentence = Sentence(_("Pas de plan pour {name} tant que manque : {wanted}."), name=name, wanted=wanted)
        raise NoPlan(sentence, found.missing)


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
    if not _gentler(other, applies):
        raise NoPlan(
            Sentence(
                _("Le schéma « {wanted} » dépasse celui de ce patient (« {applies} ») : il est refusé."),
                wanted=other.title,
                applies=applies.title,
            )
        )
    return other


def _gentler(schedule: Schedule, applies: Schedule) -> bool:
    """Whether `schedule` stays within the one that applies."""
    return schedule.max_mg <= applies.max_mg and schedule.start_mg.low <= applies.start_mg.low
