"""A trial in one line, as one says it: « gabapentine 300 mg 2 sem. », or shorter « gaba 300 2 ».

Knows the names of the treatments that a stage offers. The first number is the dose in mg a day, the second the weeks;
a treatment without doses has only weeks. What names nothing, or two things, is refused with the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from navigator.consultation.entry import Refused
from navigator.consultation.patient_line import score
from navigator.guideline.model import Treatment
from navigator.guideline.words import words_of
from navigator.language import Sentence, _

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_TRIAL = re.compile(
    rf"(?P<name>.*?)(?:\s+(?P<dose>{_NUMBER})\s*(?:mg(?:/\S+)?)?)?"
    rf"(?:\s+(?:(?:pendant|durant|sur|for|x)\s+)?(?P<weeks>{_NUMBER})\s*(?:s|sem|semaines?|w|wks?|weeks?)?\.?)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TrialLine:
    """What was read: the id of a treatment; dose (mg a day) and weeks as typed, empty where they were not."""

    treatment: str
    dose: str = ""
    weeks: str = ""


def read_trial(line: str, offered: Sequence[Treatment]) -> TrialLine:
    """The trial that `line` tells, of one of the `offered` treatments. Raises `Refused`."""
    found = _TRIAL.match(line.strip())
    name = found["name"] if found else line
    treatment = _named(name, offered)
    dose, weeks = (found["dose"] or "", found["weeks"] or "") if found else ("", "")
    if not treatment.schedules and not treatment.members and dose and not weeks:
        dose, weeks = "", dose
    return TrialLine(treatment.id, dose, weeks)


def _named(name: str, offered: Sequence[Treatment]) -> Treatment:
    asked = words_of(name)
    scores = {
        treatment.id: max(
            score(asked, words_of(word)) for word in (treatment.name.fr, treatment.name.en, *treatment.brands)
        )
        for treatment in offered
    }
    best = max(scores.values(), default=0)
    meant = [treatment for treatment in offered if best and scores[treatment.id] == best]
    if len(meant) == 1:
        return meant[0]
    if meant:
        both = Sentence(_("« {name} » désigne plusieurs options : écrivez-en davantage."), name=name)
        raise Refused(both)
    raise Refused(Sentence(_("« {name} » ne nomme aucune option de cette étape."), name=name or "…"))
