"""What speaks against a treatment for this patient: one box a severity, one line a reason, and what is missing.

Knows how reasons are told and how many are seen at first. Decides nothing: the assessment did.
"""

from navigator.consultation.assessment import Assessment, Status
from navigator.guideline.model import Guideline, Severity
from navigator.language import Language, _
from navigator.pages import cards, filters, scene, words
from navigator.pages.filters import tr

_SEEN = 3  # reasons that are seen at first, each box having at least one
_HEAVY = (scene.Mark.CONTRAINDICATED, scene.Mark.AVOID)


def alerts(guideline: Guideline, assessment: Assessment, language: Language) -> tuple[scene.Alert, ...]:
    """The heaviest first; what is missing stands before the cautions, which it outranks."""
    lines = [cards.reason_line(guideline, r, language) for r in assessment.reasons if r.severity is not Severity.PREFER]
    boxes = [(mark, [line for line in lines if line.mark is mark]) for mark in (*_HEAVY, scene.Mark.CAUTION)]
    boxes = [(mark, found) for mark, found in boxes if found]
    seen = _seen([len(found) for _mark, found in boxes])
    made = [_box(mark, found, count, language) for (mark, found), count in zip(boxes, seen, strict=True)]
    if assessment.missing:
        heavy = sum(alert.mark in _HEAVY for alert in made)
        made.insert(heavy, _missing(guideline, assessment, language))
    return tuple(made)


def more_words(made: tuple[scene.Alert, ...], language: Language) -> str:
    """`et 2 autres`: how many reasons are not seen at first; empty where all are."""
    rest = sum(len(alert.reasons) - alert.shown for alert in made)
    if rest <= 0:
        return ""
    return tr(_("et 1 autre"), language) if rest == 1 else tr(_("et {rest} autres"), language, rest=rest)


def _seen(counts: list[int]) -> list[int]:
    """How many reasons of each box are seen at first: one of each, then the heaviest, up to three in all."""
    seen = [1 for _count in counts]
    for place, count in enumerate(counts):
        seen[place] += max(0, min(count - 1, _SEEN - sum(seen)))
    return seen


def _box(mark: scene.Mark, lines: list[scene.Reason], shown: int, language: Language) -> scene.Alert:
    word = words.status(Status(mark.value), language).word
    reasons = tuple(scene.AlertReason(li.text, li.instead, li.sources, li.standing) for li in lines)
    title = word if len(lines) == 1 else tr(_("{word} : {count} raisons"), language, word=word, count=len(lines))
    return scene.Alert(mark, title, reasons=reasons, shown=shown)


def _missing(guideline: Guideline, assessment: Assessment, language: Language) -> scene.Alert:
    names = cards.factor_names(guideline, language)
    wanted = [names.get(f, f) for f in assessment.missing]
    shown = filters.listed(wanted, language) if len(wanted) <= 4 else ", ".join(wanted[:4]) + "…"
    return scene.Alert(
        scene.Mark.MISSING,
        tr(_("À préciser ({count})"), language, count=len(wanted)),
        tr(_("{wanted} (peut changer l’avis ou la dose)"), language, wanted=shown),
        action=tr(_("Préciser"), language),
        factor=assessment.missing[0],
    )
