"""What is claimed of one treatment for one patient, written a second time and held against `assess`.

Each `check_…` yields problems of code `safety`. The status is found anew here, from the rules and the table of
docs/architecture.md; the dose alone is taken from the assessment.
"""

from collections.abc import Iterator, Mapping, Sequence

from navigator.consultation.assessment import Assessment, Reason, Status
from navigator.guideline.conditions import Truth, Value
from navigator.guideline.model import Guideline, Rule, Severity, Treatment
from navigator.language import Sentence, _
from navigator.problems import Place, Problem

CODE = "safety"
STATUS_OF = {
    Severity.CONTRAINDICATED: Status.CONTRAINDICATED,
    Severity.AVOID: Status.AVOID,
    Severity.CAUTION: Status.CAUTION,
    Severity.PREFER: Status.SUITABLE,
}
Judged = Sequence[tuple[Rule, Truth]]  # rules, and whether each holds for the patient
_SETTLED = (Status.SUITABLE, Status.CAUTION)
_MOST_TOLD = 6  # facts of a patient named in a problem


def check_rules_speak(found: Assessment, judged: Judged, facts: Mapping[str, Value]) -> Iterator[Problem]:
    """No rule is masked, and what is not known is never fine."""
    spoken = {reason.rule for reason in found.reasons}
    waiting = {reason.rule for reason in found.could}
    for rule, truth in judged:
        if truth and (rule.id not in spoken or found.status.rank < STATUS_OF[rule.severity].rank):
            sentence = _("« {rule} » vise ce patient et se trouve masquée ({status}) : {facts} ; corrigez l’évaluation")
            values = {"rule": rule.id, "status": found.status.value, "facts": told(facts, rule)}
            yield Problem(rule.place, CODE, Sentence(sentence, **values))
        if truth is None and STATUS_OF[rule.severity].rank > Status.MISSING.rank:
            asked = found.missing or not _can_be_asked(rule, facts)
            if rule.id not in waiting or not asked or (found.missing and found.status in _SETTLED):
                sentence = _("« {rule} » n’est pas exclue et rien n’est demandé : {facts} ; corrigez l’évaluation")
                yield Problem(rule.place, CODE, Sentence(sentence, rule=rule.id, facts=told(facts, rule)))


def check_status_is_the_heaviest(found: Assessment, judged: Judged, facts: Mapping[str, Value]) -> Iterator[Problem]:
    """The status of a single treatment is the maximum over its rules, by the table of the architecture."""
    wanted = status_of(found, judged)
    if found.status is not wanted:
        sentence = _("« {treatment} » est « {status} » et non « {wanted} » : {facts} ; corrigez l’évaluation")
        values = {"treatment": found.treatment.id, "status": found.status.value, "wanted": wanted.value}
        yield Problem(found.treatment.place, CODE, Sentence(sentence, facts=told(facts), **values))


def status_of(found: Assessment, judged: Judged) -> Status:
    """The status by the table: the heaviest rule that fires; missing where a heavy one is open, or the dose is."""
    statuses = [Status.SUITABLE, *(STATUS_OF[rule.severity] for rule, truth in judged if truth)]
    heavy = [(rule, truth) for rule, truth in judged if STATUS_OF[rule.severity].rank > Status.MISSING.rank]
    if found.dose_needs or any(truth is None and _can_be_asked(rule, found.facts) for rule, truth in heavy):
        statuses.append(Status.MISSING)
    return max(statuses, key=lambda status: status.rank)


def _can_be_asked(rule: Rule, facts: Mapping[str, Value]) -> bool:
    return bool(rule.when.facts_used - {"pain_type", "stage"} - facts.keys())


def check_block_says_why(guideline: Guideline, found: Assessment) -> Iterator[Problem]:
    """A treatment that is blocked has a reason in both languages, a source, and something else to do or to ask."""
    if not found.blocked:
        return
    heavy = [reason for reason in found.reasons if STATUS_OF[reason.severity] is found.status]
    if not heavy:
        sentence = _("« {treatment} » est écarté sans raison ; corrigez l’évaluation")
        yield Problem(found.treatment.place, CODE, Sentence(sentence, treatment=found.treatment.id))
    for reason in heavy:
        cited = [c for c in reason.citations if c.source in guideline.sources]
        said = reason.because.fr and reason.because.en
        if not said or not cited or not (reason.instead or _can_refer(guideline, found.treatment, reason)):
            sentence = _("« {rule} » écarte « {treatment} » sans raison, source ou recours ; complétez « instead »")
            yield Problem(
                _place(guideline, reason), CODE, Sentence(sentence, rule=reason.rule, treatment=found.treatment.id)
            )


def _can_refer(guideline: Guideline, treatment: Treatment, reason: Reason) -> bool:
    """Whether the page of the treatment (of each member, in a combination) says when to refer."""
    singles = [guideline.treatments[member] for member in treatment.members] or [treatment]
    sections = [single.sections.get("referral") for single in singles]
    return all(section is not None and section.statements for section in sections)


def _place(guideline: Guideline, reason: Reason) -> Place:
    treatment = guideline.treatments[reason.treatment]
    return next((rule.place for rule in treatment.rules if rule.id == reason.rule), treatment.place)


def check_learning_never_worsens(early: Assessment, late: Assessment, learnt: Mapping[str, Value]) -> Iterator[Problem]:
    """What was suitable or caution with something unknown stays so, and keeps its dose, whatever is learnt."""
    if early.status in _SETTLED and (late.status not in _SETTLED or late.schedule != early.schedule):
        sentence = _("« {treatment} » était « {early} » dans l’inconnu et devient « {late} » : {facts} ; corrigez")
        values = {"treatment": early.treatment.id, "early": early.status.value, "late": late.status.value}
        yield Problem(early.treatment.place, CODE, Sentence(sentence, facts=told(learnt), **values))


def check_risk_never_improves(early: Assessment, late: Assessment, added: Mapping[str, Value]) -> Iterator[Problem]:
    """With one risk more, a settled treatment is no better; one that waited for an answer may have got it."""
    if early.status is not Status.MISSING and late.status.rank < early.status.rank:
        before = next((reason.rule for reason in early.reasons), "—")
        place = next((r.place for r in early.treatment.rules if r.id == before), early.treatment.place)
        sentence = _(
            "un risque de plus ({facts}) rend « {treatment} » meilleur : « {early} » puis « {late} » ; "
            "étendez « when » de « {rule} »"
        )
        values = {"treatment": early.treatment.id, "early": early.status.value, "late": late.status.value}
        yield Problem(place, CODE, Sentence(sentence, facts=told(added), rule=before, **values))


def told(facts: Mapping[str, Value], rule: Rule | None = None) -> str:
    """The facts that matter, as they are typed on the command line."""
    said = {True: "yes", False: "no"}
    names = [name for name in facts if rule is None or name in rule.when.facts_used]
    words = [f"{n}={said[value] if isinstance(value := facts[n], bool) else value}" for n in names]
    return ", ".join(words[:_MOST_TOLD]) + (", …" if len(words) > _MOST_TOLD else "") or "—"
