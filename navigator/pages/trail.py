"""An earlier answer opened again: what can be changed of it, and the step that comes of what was said.

Knows the steps of the walk and their words. Decides nothing: replaying says what a change keeps, asks again or drops.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from navigator.consultation import walk as walking
from navigator.consultation.assessment import assess
from navigator.consultation.counsel import too_early
from navigator.consultation.placement import facts_at, treatments_of
from navigator.consultation.walk import Answered, Chosen, Draft, Moment, Position, Step, Trial, Walk
from navigator.consultation.ways import RECORDED
from navigator.guideline.model import Guideline, Outcome
from navigator.language import Language, Sentence, _
from navigator.pages import answering, filters, scene, words
from navigator.pages.cards import trial_words
from navigator.pages.desk import Desk
from navigator.pages.early import early_end, lacking
from navigator.pages.filters import tr

REMOVE = "remove"  # the answer that takes the step out of the walk
UNDER_WAY = -1  # the index of the trial that has not ended
MOVES = {
    "content": _("30–49 %, fonction restaurée, patient satisfait : maintenir"),
    "skip": _("Passer à l’étape suivante"),
    "refer": _("Adresser"),
    "urgent": _("Signe d’alerte"),
    "stopped": _("Traitement arrêté, patient examiné"),
}


@dataclass(frozen=True, slots=True)
class Revision:
    """What was said instead. `answer`: a type of pain, a move, the outcome of a trial, or REMOVE.

    Of a trial also its treatment, dose (mg a day) and duration (weeks) as typed; None keeps what stood. `early`: what
    to do with a trial that is now too early to be judged, one of the moves that its form then offers.
    """

    answer: str
    treatment: str = ""
    dose: str | None = None
    weeks: str | None = None
    reason: str = ""
    early: str = ""


def reasons(language: Language) -> tuple[scene.Option, ...]:
    """Why a treatment was not tolerated."""
    return (
        scene.Option("side-effect", tr(_("Effet indésirable"), language)),
        scene.Option("rash", tr(_("Éruption, fièvre ou lésion muqueuse"), language)),
        scene.Option("other", tr(_("Autre raison"), language)),
    )


def move_words(guideline: Guideline, step: Answered, language: Language) -> str:
    """An answered move in words."""
    node = guideline.nodes.get(step.node)
    answer = next((a for a in node.answers if a.id == step.answer), None) if node else None
    return filters.told(answer.label, language) if answer else tr(MOVES.get(step.answer, step.answer), language)


def asked_again(guideline: Guideline, moment: Moment, position: Position, language: Language) -> Iterator[str]:
    """The answers that no longer hold where they stand and are to be given again, each named."""
    for step, fate in zip(moment.walk.steps, position.standing, strict=True):
        if fate != "recheck" or isinstance(step, Chosen):
            continue
        said = (
            move_words(guideline, step, language) if isinstance(step, Answered) else _trial(guideline, step, language)
        )
        yield tr(_("À redemander : {answer}."), language, answer=said)


def _trial(guideline: Guideline, trial: Trial, language: Language) -> str:
    treatment = guideline.treatments.get(trial.treatment)
    name = filters.told(treatment.name, language) if treatment else trial.treatment
    return f"{name}, {trial_words(trial, language)}"


def step_form(guideline: Guideline, desk: Desk, index: int, error: Sentence | None = None) -> scene.StepForm:
    """What can be changed of the step at `index` (UNDER_WAY: of the trial under way). IndexError: no such step."""
    language, moment = desk.language, desk.moment
    form = scene.StepForm(
        index=index,
        title=tr(_("Modifier cette réponse"), language),
        hint=tr(_("La suite du parcours est relue ; ce qui change est dit, et s’annule par Ctrl+Z."), language),
        save=tr(_("Enregistrer"), language),
        remove=tr(_("Retirer"), language),
        cancel=tr(_("Fermer"), language),
        error=filters.spaced(error.in_(language), language) if error else "",
    )
    if index == UNDER_WAY:
        return replace(form, title=tr(_("Essai en cours"), language), hint="", save="")
    step = moment.walk.steps[index]
    if isinstance(step, Chosen):
        types = tuple(scene.Option(p.id, filters.told(p.title, language)) for p in guideline.pain_types.values())
        label = tr(_("Type de douleur"), language)
        return replace(form, answers=types, answer=step.pain_type, answer_label=label, remove="")
    if isinstance(step, Answered):
        answers = _moves(guideline, moment, index, step, language)
        return replace(form, answers=answers, answer=step.answer, answer_label=tr(_("Réponse"), language))
    return _trial_form(guideline, desk, form, step)


def _moves(
    guideline: Guideline, moment: Moment, index: int, step: Answered, language: Language
) -> tuple[scene.Option, ...]:
    """What was offered when the step was answered, and the answer itself."""
    before = replace(moment, walk=Walk(moment.walk.steps[:index]))
    offered = dict.fromkeys((*walking.offers(guideline, before).moves, step.answer))
    return tuple(scene.Option(m, move_words(guideline, replace(step, answer=m), language)) for m in offered)


def _trial_form(guideline: Guideline, desk: Desk, form: scene.StepForm, trial: Trial) -> scene.StepForm:
    language = desk.language
    node = guideline.nodes[trial.node]
    offered = {t.id: t for t in treatments_of(guideline, node, desk.moment.reading)}
    offered.setdefault(trial.treatment, guideline.treatments[trial.treatment])
    exits = {way.outcome for way in node.exits}
    return replace(
        form,
        title=tr(_("Modifier cet essai"), language),
        treatments=tuple(scene.Option(t.id, filters.told(t.name, language)) for t in offered.values()),
        treatment=trial.treatment,
        treatment_label=tr(_("Traitement essayé"), language),
        dose=filters.number(trial.dose_mg, language) if trial.dose_mg is not None else "",
        dose_label=tr(_("Dose atteinte"), language),
        dose_unit=tr(_("mg/j"), language),
        weeks=filters.number(trial.weeks, language) if trial.weeks is not None else "",
        weeks_label=tr(_("Durée"), language),
        weeks_unit=tr(_("sem."), language),
        answers=tuple(
            scene.Option(o.value, tr(words.OUTCOME[o], language)) for o in RECORDED if o in exits or o is trial.outcome
        ),
        answer=trial.outcome.value,
        answer_label=tr(_("Résultat de l’essai"), language),
        reasons=reasons(language),
        reason=trial.reason or "other",
        reason_label=tr(_("Pourquoi mal toléré ?"), language),
    )


def revised(step: Step, said: Revision) -> Step | None:
    """The step that comes of what was said; None where it is removed. Raises `Refused` for what cannot be read."""
    if said.answer == REMOVE:
        return None
    if isinstance(step, Chosen):
        return Chosen(said.answer)
    if isinstance(step, Answered):
        return replace(step, answer=said.answer)
    read = answering.draft(said.treatment or step.treatment, said.dose or "", said.weeks or "")
    return replace(
        step,
        treatment=read.treatment,
        dose_mg=step.dose_mg if said.dose is None else read.dose_mg,
        weeks=step.weeks if said.weeks is None else read.weeks,
        outcome=Outcome(said.answer),
        reason=said.reason if said.answer == Outcome.NOT_TOLERATED.value else "",
    )


def asked_early(guideline: Guideline, desk: Desk, index: int, trial: Trial) -> scene.StepForm | None:
    """The form with its question where the step at `index`, become `trial`, holds but comes too early to be judged."""
    moment = desk.moment
    position = walking.replay(guideline, walking.revise(guideline, moment, index, trial))
    if position.standing[index] != "kept":
        return None
    node, present = guideline.nodes[trial.node], position.present
    facts = facts_at(guideline, node, moment.patient, position.facts_more, present)
    if not too_early(guideline, facts, trial):
        return None
    language = desk.language
    before = replace(moment, walk=Walk(moment.walk.steps[:index]))
    again = taken_back(guideline, moment, index, trial).walk.draft
    assessed = assess(guideline, guideline.treatments[trial.treatment], facts, present)
    goes_on = again is not None and again.treatment == trial.treatment
    return replace(
        step_form(guideline, desk, index),
        early=early_end(guideline, language, assessed, before, trial, goes_on=goes_on),
        remark=lacking(guideline, facts, trial, language),
    )


def taken_back(guideline: Guideline, moment: Moment, index: int, trial: Trial) -> Moment:
    """The moment without the step at `index`; it is the trial under way, where the walk then stands at its stage."""
    without = walking.revise(guideline, moment, index, None)
    if without.walk.draft is not None or walking.replay(guideline, without).here != trial.node:
        return without
    draft = Draft(trial.treatment, trial.dose_mg, trial.weeks)
    return replace(without, walk=replace(without.walk, draft=draft))
