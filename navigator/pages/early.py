"""A result that comes too early: said before it is recorded, with the fair trial offered first.

Knows the trial in the outcome bar and what counsel says of it. Decides nothing: what is too early is `counsel`'s.
"""

from navigator.consultation import walk as walking
from navigator.consultation.counsel import fair_trial
from navigator.consultation.patient import Facts
from navigator.consultation.placement import Option
from navigator.consultation.walk import Trial
from navigator.guideline.model import Guideline, Outcome, Treatment
from navigator.language import Language, _
from navigator.pages import filters, scene
from navigator.pages.desk import Desk
from navigator.pages.filters import tr

PURSUE, COUNT = "trial.pursue", "trial.count"


def early_end(guideline: Guideline, desk: Desk, facts: Facts, option: Option, here: str, leads: str) -> scene.EarlyEnd:
    """What is asked when `desk.early` was pressed at node `here` for the treatment of `option`.

    `leads`: what the result says where the walk stays at this node; where it goes on, the next stage is named.
    """
    language, draft = desk.language, desk.moment.walk.draft
    if draft is not None:
        trial = Trial(here, draft.treatment, draft.dose_mg, draft.weeks, Outcome(desk.early))
        to = walking.replay(guideline, walking.advance(guideline, desk.moment, trial)).here
        leads = leads if to == here else filters.told(guideline.nodes[to].title, language)
    return scene.EarlyEnd(
        outcome=desk.early,
        title=tr(_("Trop tôt pour juger cet essai"), language),
        moves=(
            scene.Move(PURSUE, _go_on(guideline, option, facts, language), primary=True),
            scene.Move(COUNT, tr(_("Compter quand même : {leads}"), language, leads=leads), primary=False),
        ),
    )


def _go_on(guideline: Guideline, option: Option, facts: Facts, language: Language) -> str:
    """Bring it to a fair trial; where the treatment is set aside today, what blocks it comes first."""
    if option.assessment.blocked:
        return tr(_("Ne pas le compter : lever d’abord ce qui bloque"), language)
    fair = fair_trial(guideline, option.assessment.treatment, facts.values)
    if fair is None:
        return tr(_("Poursuivre l’essai"), language)
    target, weeks = fair
    return tr(
        _("Poursuivre l’essai : {target} mg/j, jugé à {weeks} sem."),
        language,
        target=filters.between(target, language),
        weeks=filters.number(weeks, language),
    )


def fair_words(guideline: Guideline, treatment: Treatment, facts: Facts, language: Language) -> str:
    """What would be a fair trial for this patient; empty where nothing says so (yet)."""
    fair = fair_trial(guideline, treatment, facts.values)
    if fair is None:
        return ""
    target, weeks = fair
    return tr(
        _("Essai valable ici : {target} mg/j, jugé à {weeks} sem."),
        language,
        target=filters.between(target, language),
        weeks=filters.number(weeks, language),
    )
