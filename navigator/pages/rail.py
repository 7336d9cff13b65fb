"""The way so far and ahead: steps, trials, and what a change did to them.

Knows the replayed position. Decides nothing.
"""

from dataclasses import replace
from decimal import Decimal

from navigator.consultation.counsel import shortfall
from navigator.consultation.patient import Facts
from navigator.consultation.walk import Answered, Chosen, Draft, Position, Trial, Walk
from navigator.guideline.model import Guideline, NodeKind, Treatment
from navigator.language import Language, _
from navigator.pages import checklists, early, filters, scene, trail
from navigator.pages.cards import trial_words
from navigator.pages.desk import Desk
from navigator.pages.filters import tr


def rail(guideline: Guideline, desk: Desk, position: Position, facts: Facts, shown: str) -> scene.Rail:
    """The rail; `facts` measure trials, `shown` is the node on the screen. Empty before a type of pain is chosen."""
    language = desk.language
    title = tr(_("Parcours"), language)
    footer = tr(_("Hors ligne · contenu {version}"), language, version=guideline.version)
    if not position.pain_type:
        return scene.Rail(title, (), footer)
    walk = desk.moment.walk
    pain = guideline.pain_types[position.pain_type]
    first = scene.RailStep(
        "start", "1", tr(_("Type de douleur"), language), filters.told(pain.title, language), "done", edit=_chosen(walk)
    )
    steps = [first]
    under_way = early.under_way_words(guideline, desk.moment, position, language)
    for number, stage in enumerate(guideline.stages.values(), start=2):
        node = f"{pain.id}.{stage.id}"
        trials = _trials(guideline, walk, position, facts, node, under_way, language)
        state = "current" if node == position.here else "done" if node in position.stepped else "next"
        steps.append(
            scene.RailStep(
                node,
                str(number),
                filters.told(stage.short, language),
                _note(guideline, stage.id, state, trials, language),
                state,
                trials,
                node == shown,
                trials[-1].index if trials else None,
            )
        )
    here = guideline.nodes[position.here]
    if here.kind is NodeKind.END:
        steps.append(
            scene.RailStep(here.id, "", filters.told(here.title, language), "", "current", (), here.id == shown)
        )
    dropped = _dropped(guideline, walk, position, facts, language)
    heading = tr(_("N’est plus demandé"), language) if dropped else ""
    found = checklists.rail_findings(guideline, desk, position.pain_type)
    return scene.Rail(title, tuple(steps), footer, heading, dropped, found)


def _note(guideline: Guideline, stage: str, state: str, trials: tuple[scene.RailTrial, ...], language: Language) -> str:
    count = sum(trial.glyph != "move" for trial in trials)
    if count:
        return tr(_("1 essai"), language) if count == 1 else tr(_("{count} essais"), language, count=count)
    if state == "done":
        return tr(_("passée"), language)
    return filters.told(guideline.stages[stage].when, language)


def _trials(
    guideline: Guideline,
    walk: Walk,
    position: Position,
    facts: Facts,
    node: str,
    under_way: str,
    language: Language,
) -> tuple[scene.RailTrial, ...]:
    found = []
    for index, step in enumerate(walk.steps):
        if not isinstance(step, Chosen) and step.node == node and position.standing[index] != "dropped":
            found.append(_answer(guideline, index, step, position.standing[index], facts, language))
    if walk.draft is not None and node == position.here and walk.draft.treatment in guideline.treatments:
        found.append(_under_way(guideline, walk.draft, under_way, facts, language))
    return tuple(found)


def _under_way(guideline: Guideline, draft: Draft, under_way: str, facts: Facts, language: Language) -> scene.RailTrial:
    """The trial that has not ended, with what it lacks so far: `Gabapentine 300 mg/j`, then `en cours · trop court`."""
    treatment = guideline.treatments[draft.treatment]
    lacks = shortfall(guideline, treatment, facts.values, draft.dose_mg, draft.weeks)
    note = under_way if lacks is None else f"{under_way} · {filters.spaced(lacks.in_(language), language)}"
    return scene.RailTrial(trail.UNDER_WAY, "under-way", _dosed(treatment, draft.dose_mg, language), note)


def _dosed(treatment: Treatment, dose_mg: Decimal | None, language: Language) -> str:
    """`Gabapentine 300 mg/j`."""
    name = filters.told(treatment.name, language)
    if dose_mg is None:
        return name
    return tr(_("{name} {mg} mg/j"), language, name=name, mg=filters.number(dose_mg, language))


def _trial(
    guideline: Guideline, index: int, trial: Trial, standing: str, facts: Facts, language: Language
) -> scene.RailTrial:
    """`Gabapentine 300 mg/j`, then `2 sem., < 30 % · trop court`."""
    treatment = guideline.treatments.get(trial.treatment)
    name = _dosed(treatment, trial.dose_mg, language) if treatment else trial.treatment
    note = trial_words(replace(trial, dose_mg=None), language)
    lacks = shortfall(guideline, treatment, facts.values, trial.dose_mg, trial.weeks) if treatment else None
    if lacks is not None:
        note = tr("{note} · {lacks}", language, note=note, lacks=lacks.in_(language))
    if standing == "recheck":
        note = tr(_("à revoir · {note}"), language, note=note)  # first: a narrow rail cuts the end
    return scene.RailTrial(index, trial.outcome.value, name, note, standing)


def _answer(
    guideline: Guideline, index: int, step: Trial | Answered, standing: str, facts: Facts, language: Language
) -> scene.RailTrial:
    if isinstance(step, Trial):
        return _trial(guideline, index, step, standing, facts, language)
    note = tr(_("à revoir"), language) if standing == "recheck" else ""
    return scene.RailTrial(index, "move", trail.move_words(guideline, step, language), note, standing)


def _dropped(
    guideline: Guideline, walk: Walk, position: Position, facts: Facts, language: Language
) -> tuple[scene.RailTrial, ...]:
    return tuple(
        _answer(guideline, index, step, "dropped", facts, language)
        for index, step in enumerate(walk.steps)
        if not isinstance(step, Chosen) and position.standing[index] == "dropped"
    )


def _chosen(walk: Walk) -> int | None:
    return next((index for index, step in enumerate(walk.steps) if isinstance(step, Chosen)), None)
