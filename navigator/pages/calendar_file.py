"""A plan as a calendar file (iCalendar, RFC 5545): one all-day event a step, one for the review.

Written by hand: a few kinds of lines, escaped and folded. Nothing about the patient goes in, and no clock: the same
plan gives the same bytes, the stamp being the first day of each event.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from navigator.consultation.crossing import Crossing
from navigator.consultation.titration import Plan
from navigator.guideline.model import Treatment
from navigator.language import Language, _
from navigator.pages import filters, plan_words
from navigator.pages.filters import tr

_FOLD = 75  # octets of a line at most (RFC 5545 §3.1), the line break left out


def calendar(treatment: Treatment, made: Plan, language: Language, relay: Crossing | None = None) -> str:
    """The file, with its CRLF line ends; the steps down of the treatment that it replaces come first."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Navigateur//Plan//" + language.value.upper(),
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(_leaving(relay, language) if relay is not None else ()),
        *_events(treatment, made, language),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) + "\r\n" for line in lines)


def _events(treatment: Treatment, made: Plan, language: Language) -> Iterator[str]:
    name = filters.told(treatment.name, language)
    for place, step in enumerate(made.steps):
        dose = plan_words.mg(step, language)
        told = [plan_words.takes(step, language), plan_words.not_tolerated(made, place, language)]
        days = (step.last - step.first).days + 1
        yield from _event(f"{treatment.id}|{made.schedule.id}", step.first, days, f"{name} {dose}", ". ".join(told))
    review = tr(_("{name} : réévaluer l’essai"), language, name=name)
    yield from _event(f"{treatment.id}|{made.schedule.id}", made.review, 1, review, "")


def _leaving(relay: Crossing, language: Language) -> Iterator[str]:
    """The steps down of the treatment that is left, and the first day without it."""
    old = relay.leaving.treatment
    name, who = filters.told(old.name, language), f"{old.id}|leaving"
    for step in relay.falling:
        days = (step.last - step.first).days + 1
        summary = f"{name} {plan_words.mg(step, language)}"
        yield from _event(who, step.first, days, summary, plan_words.takes(step, language))
    stopped = relay.falling[-1].last + timedelta(days=1) if relay.falling else relay.plan.steps[0].first
    yield from _event(who, stopped, 1, tr(_("{name} : arrêté"), language, name=name), "")


def _event(who: str, first: date, days: int, summary: str, told: str) -> Iterator[str]:
    """One event of `days` whole days; `who` keeps its id apart from those of another plan."""
    stamp = f"{first:%Y%m%d}T000000Z"
    what = f"{who}|{first.isoformat()}|{days}|{summary}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(what.encode()).hexdigest()[:32]}@navigator.invalid"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DURATION:P{days}D"
    yield f"SUMMARY:{escaped(summary)}"
    if told:
        yield f"DESCRIPTION:{escaped(told)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """`text` as a TEXT value (RFC 5545 §3.3.11)."""
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, safe)
    return text


def folded(line: str) -> str:
    """`line` in pieces of at most 75 octets, the further ones after a space; no character is cut in two."""
    pieces, piece, room = [], "", _FOLD
    for letter in line:
        size = len(letter.encode("utf-8"))
        if size > room:
            pieces.append(piece)
            piece, room = "", _FOLD - 1
        piece += letter
        room -= size
    return "\r\n ".join([*pieces, piece])
