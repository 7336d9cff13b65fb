"""A day as a doctor types it, read strictly: 23/11/2026, 23.11.2026, 2026-11-23. Never guesses a century or a month."""

import re
from datetime import date

from navigator.consultation.entry import Refused
from navigator.guideline.spelling import shown
from navigator.language import Sentence, _

_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4})\Z", re.ASCII)
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z", re.ASCII)


def parse_day(text: str) -> date:
    """The day that `text` names, the day before the month. Raises `Refused`."""
    typed = text.strip()
    day_first, year_first = _DAY_FIRST.match(typed), _YEAR_FIRST.match(typed)
    try:
        if day_first is not None:
            return date(int(day_first[4]), int(day_first[3]), int(day_first[1]))
        if year_first is not None:
            return date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    except ValueError:
        raise Refused(Sentence(_("« {typed} » n’existe pas dans le calendrier."), typed=shown(typed))) from None
    raise Refused(Sentence(_("« {typed} » n’est pas une date : écrivez jj/mm/aaaa."), typed=shown(typed)))
