"""Pages without a patient, where an administrator has taken the questions away: options stand side by side, unjudged.

Takes out of a page whatever only a patient could settle. Judges nothing itself.
"""

from dataclasses import replace

from navigator.consultation.placement import Option
from navigator.guideline.model import Guideline, Node
from navigator.language import Language, _
from navigator.pages import scene
from navigator.pages.comparing import WHAT_IF
from navigator.pages.filters import tr


def in_order(guideline: Guideline, node: Node, ranked: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options by line in the reading, then as the content has them: nothing that was judged moves one."""
    lines, order = guideline.stages[node.stage].lines, list(guideline.treatments)

    def rank(option: Option) -> tuple[int, int]:
        line = option.placed.line
        place = lines.index(line) if line in lines else len(lines)
        return place, order.index(option.assessment.treatment.id)

    return tuple(sorted(ranked, key=rank))


def without_patient(page: scene.Page, language: Language) -> scene.Page:
    """`page` as it reads for no one in particular."""
    status = scene.Status(scene.Mark.NEUTRAL, tr(_("Non évalué"), language))
    if isinstance(page, scene.StagePage):
        return replace(
            page,
            count=tr(_("{count} options, dans l’ordre de la recommandation"), language, count=len(page.options)),
            why_first="",
            options=tuple(_card(card, status) for card in page.options),
            outcome=None,
            blocked=None,
            actions=_actions(page.actions),
        )
    if isinstance(page, scene.TreatmentPage):
        needs = tr(_("La dose dépend du patient : voir la posologie ci-dessous."), language)
        return replace(
            page,
            status=status,
            alerts=tuple(a for a in page.alerts if a.mark is not scene.Mark.MISSING),
            checked="",
            figures_needs=needs if page.figures_needs else "",
            start_label="",
            actions=_actions(page.actions),
        )
    return page


def _actions(actions: tuple[scene.PageAction, ...]) -> tuple[scene.PageAction, ...]:
    """« Et si… ? » supposes an answer of a patient: there is none."""
    return tuple(a for a in actions if a.id != WHAT_IF)


def _card(card: scene.OptionCard, status: scene.Status) -> scene.OptionCard:
    """What holds for everyone stays; what waits for an answer goes."""
    dose = card.dose if card.dose is not None and not card.dose.needs else None
    reasons = tuple(r for r in card.reasons if r.mark is not scene.Mark.MISSING)
    spoken = ". ".join((f"{card.name}, {card.class_name}", status.word, *(line.title for line in card.lines)))
    return replace(card, status=status, reasons=reasons, dose=dose, summary="", more="", ask=None, spoken=spoken)
