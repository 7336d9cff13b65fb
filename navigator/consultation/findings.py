"""What was asked and examined before any treatment: the items of the scores, and the red flags.

Each finding has an id, `SCORE.ITEM` or `red-flags.FLAG`, and is present, absent or unknown (not among the findings).
Knows the guideline's lists; counts and picks, words nothing.
"""

from dataclasses import replace

from navigator.consultation.scores import Result, score
from navigator.consultation.steps import Moment
from navigator.guideline.model import Guideline, RedFlag

RED_FLAGS = "red-flags"
URGENCIES = ("emergency", "urgent", "prompt")  # of a red flag, the most pressing first


def finding_id(sheet: str, item: str) -> str:
    """The id of an item of a score, or of a red flag (`sheet` is then RED_FLAGS)."""
    return f"{sheet}.{item}"


def with_finding(moment: Moment, id: str, present: bool | None) -> Moment:
    """The moment with one finding more; None forgets it."""
    findings = {k: v for k, v in moment.findings.items() if k != id}
    if present is not None:
        findings[id] = present
    return replace(moment, findings=findings)


def without_sheet(moment: Moment, sheet: str) -> Moment:
    """The moment with nothing known of one score, or of the red flags."""
    return replace(moment, findings={k: v for k, v in moment.findings.items() if not k.startswith(f"{sheet}.")})


def scored(guideline: Guideline, moment: Moment, id: str) -> Result:
    """What a score says so far."""
    found = guideline.scores[id]
    return score(found, [moment.findings.get(finding_id(id, item.id)) for item in found.items])


def flags_asked(guideline: Guideline, moment: Moment, pain_type: str) -> tuple[RedFlag, ...]:
    """The red flags of any pain and of `pain_type` (of every type while none is chosen).

    One that was found stays in the list whatever type of pain is chosen later.
    """
    return tuple(
        flag
        for flag in guideline.red_flags
        if not pain_type or flag.pain_type in ("", pain_type) or flag_of(moment, flag) is True
    )


def flag_of(moment: Moment, flag: RedFlag) -> bool | None:
    """Whether a red flag is present; None where it was not looked for."""
    return moment.findings.get(finding_id(RED_FLAGS, flag.id))


def flags_present(guideline: Guideline, moment: Moment) -> tuple[RedFlag, ...]:
    """The red flags that were found, the most pressing first."""
    found = [flag for flag in guideline.red_flags if flag_of(moment, flag) is True]
    return tuple(sorted(found, key=lambda flag: URGENCIES.index(flag.urgency)))


def with_rest_absent(guideline: Guideline, moment: Moment, pain_type: str) -> Moment:
    """The moment in which every red flag that was asked about and not answered is absent."""
    for flag in flags_asked(guideline, moment, pain_type):
        if flag_of(moment, flag) is None:
            moment = with_finding(moment, finding_id(RED_FLAGS, flag.id), False)
    return moment
