"""A result that comes too early: said before it is recorded or revised so, with the fair trial offered first.

Knows the trial in question and what counsel says of it. Decides nothing: what is too early is `counsel`'s.
"""

from collections.abc import Iterator, Mapping

from navigator.consultation import walk as walking
from navigator.consultation.assessment import Assessment, Status, assess
from navigator.consultation.counsel import fair_trial, remark, shortfall, too_early
from navigator.consultation.placement import facts_at
from navigator.consultation.walk import Draft, Moment, Position, Trial
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages import filters, scene, words
from navigator.pages.filters import tr

PURSUE, COUNT = "trial.pursue", "trial.count"


def early_end(
    guideline: Guideline, language: Language, assessed: Assessment, before: Moment, trial: Trial, *, goes_on: bool
) -> scene.EarlyEnd:
    """What is asked where `trial`, as `assessed` today, is told too early to be judged.

    `before`: the moment that it would be recorded in; what it leads to there is named. `goes_on`: whether it can be
    the trial under way instead.
    """
    to = walking.replay(guideline, walking.advance(guideline, before, trial)).here
    node = guideline.nodes[trial.node]
    stays = words.leads(guideline, node, trial.outcome, language)
    leads = stays if to == trial.node else filters.told(guideline.nodes[to].title, language)
    return scene.EarlyEnd(
        outcome=trial.outcome.value,
        title=tr(_("Trop tôt pour juger cet essai"), language),
        moves=(
            scene.Move(PURSUE, _go_on(assessed, language, goes_on=goes_on), primary=True),
            scene.Move(COUNT, tr(_("Compter quand même : {leads}"), language, leads=leads), primary=False),
        ),
    )


def _go_on(assessed: Assessment, language: Language, *, goes_on: bool) -> str:
    """Bring it to a fair trial; where the treatment is set aside today, what blocks it comes first."""
    if assessed.blocked:
        return tr(_("Ne pas le compter : lever d’abord ce qui bloque"), language)
    if not goes_on:
        return tr(_("Ne pas le compter"), language)
    if assessed.schedule is None:
        return tr(_("Poursuivre l’essai"), language)
    return tr(
        _("Poursuivre l’essai : {target} mg/j, jugé à {weeks} sem."),
        language,
        target=filters.between(assessed.schedule.target_mg, language),
        weeks=filters.number(assessed.schedule.judge_after_weeks, language),
    )


def lacking(guideline: Guideline, facts: Mapping[str, Value], trial: Trial | Draft, language: Language) -> str:
    """What `trial` lacks to be judged, and what would be a fair one here; empty where nothing is missing."""
    treatment = guideline.treatments[trial.treatment]
    lacks = remark(guideline, treatment, facts, trial.dose_mg, trial.weeks)
    if lacks is None:
        return ""
    said = filters.spaced(lacks.in_(language), language)
    fair = fair_trial(guideline, treatment, facts)
    if fair is None:
        return said
    target, weeks = fair
    valid = tr(
        _("Essai valable ici : {target} mg/j, jugé à {weeks} sem."),
        language,
        target=filters.between(target, language),
        weeks=filters.number(weeks, language),
    )
    return f"{said} {valid}"


def counted_early(guideline: Guideline, moment: Moment) -> Iterator[tuple[Trial, Sentence]]:
    """The trials of a walk that were counted though they came too early to be judged, each with what it lacks."""
    position = walking.replay(guideline, moment)
    for _index, trial in position.trials:
        node, treatment = guideline.nodes[trial.node], guideline.treatments[trial.treatment]
        facts = facts_at(guideline, node, moment.patient, position.facts_more, position.present)
        lacks = remark(guideline, treatment, facts, trial.dose_mg, trial.weeks)
        if lacks is not None and too_early(guideline, facts, trial):
            yield trial, lacks


def is_uncounted(guideline: Guideline, assessed: Assessment, draft: Draft) -> bool:
    """Whether the trial under way is no fair trial and its treatment is advised against today: it does not count."""
    lacks = shortfall(guideline, assessed.treatment, assessed.facts, draft.dose_mg, draft.weeks)
    return lacks is not None and assessed.status is Status.AVOID


def under_way_words(guideline: Guideline, moment: Moment, position: Position, language: Language) -> str:
    """What the trial under way is: « en cours », or « non compté ». Empty where there is none."""
    draft = moment.walk.draft
    if draft is None or draft.treatment not in guideline.treatments:
        return ""
    present = position.present
    facts = facts_at(guideline, guideline.nodes[position.here], moment.patient, position.facts_more, present)
    assessed = assess(guideline, guideline.treatments[draft.treatment], facts, present)
    return tr(_("non compté") if is_uncounted(guideline, assessed, draft) else _("en cours"), language)
