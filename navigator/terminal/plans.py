"""The verb `plan`: what was typed becomes a plan or a relay, as text, JSON, a calendar file or PDF.

Parses dates, doses and steps strictly. Knows the core and its words; loads no Qt.
"""

import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from navigator.consultation.assessment import assess
from navigator.consultation.crossing import Crossing, Leaving, crossed
from navigator.consultation.entry import Refused, parse_quantity
from navigator.consultation.ladder import Pace
from navigator.consultation.own_steps import OwnStep
from navigator.consultation.patient import facts_of
from navigator.consultation.planning import NoPlan, planned
from navigator.consultation.titration import Plan, Wish
from navigator.files import NotWritten, write
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Treatment
from navigator.language import Sentence, Text, _
from navigator.pages import calendar_file, plan_document, plan_words
from navigator.pages.plan_page import Made
from navigator.pages.scene import Document
from navigator.terminal import forms
from navigator.terminal.call import FOUND_WRONG, OK, Call, Wrong, patient_of, print_json, sitting_of, unknown

_MOST_MG = Decimal(9999)
_STEP = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:x([0-9]{1,3}))?\Z", re.ASCII)
Said = tuple[Sentence | Text, ...]


def plan_verb(call: Call, pdf_of: Callable[[Document], bytes]) -> int:
    """Answer `navigator plan …`; the exit code. `pdf_of` draws a document: only the window's room knows how."""
    guideline = call.guideline()
    treatment = _treatment(guideline, call.words.treatment)
    facts = facts_of(guideline, patient_of(guideline, call.words.patient)).values
    try:
        made, relay, said = _made(call, guideline, treatment, facts)
    except NoPlan as refused:
        raise Wrong(refused.sentence, FOUND_WRONG) from None
    if not call.json and call.words.format == "pdf":
        found, desk = assess(guideline, treatment, facts), sitting_of(call, guideline).desk
        _deliver(call, pdf_of(plan_document.document(guideline, desk, found, Made(made, relay, said))))
    else:
        _answer(call, treatment, made, relay, said)
    return OK


def _made(
    call: Call, guideline: Guideline, treatment: Treatment, facts: Mapping[str, Value]
) -> tuple[Plan, Crossing | None, Said]:
    words = call.words
    start, wish, schedule = _start(words.start), _wish(call), words.schedule or ""
    if not words.leaving and words.leaving_dose:
        raise Wrong(Sentence(_("« --from-dose » se donne avec « --from ».")))
    if not words.leaving:
        made, said = planned(guideline, treatment, facts, start, schedule, wish)
        return made, None, said
    if not words.leaving_dose:
        raise Wrong(Sentence(_("« --from » se donne avec « --from-dose », la dose actuelle en mg par jour.")))
    leaving = Leaving(_treatment(guideline, words.leaving), _mg(words.leaving_dose))
    relay = crossed(guideline, treatment, leaving, facts, start, schedule, wish)
    return relay.plan, relay, relay.warnings


def _answer(call: Call, treatment: Treatment, made: Plan, relay: Crossing | None, said: Said) -> None:
    language, kind = call.language, "json" if call.json else call.words.format
    if kind == "json":
        form = forms.plan_form(treatment, made, [w.in_(language) for w in said])
        if relay is not None:
            form["relay"] = forms.relay_form(relay)
        if call.words.out is None:
            print_json(form)
            return
        text = forms.as_json(form) + "\n"
    elif kind == "ics":
        text = calendar_file.calendar(treatment, made, language, relay)
    else:
        text = plan_words.plan_text(treatment, made, relay, said, language) + "\n"
    _deliver(call, text.encode("utf-8"))


def _deliver(call: Call, data: bytes) -> None:
    """Into the file asked for, else to standard output, byte for byte."""
    if call.words.out is None:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(data.decode("utf-8"))
        else:
            buffer.write(data)
            buffer.flush()
        return
    try:
        write(Path(call.words.out), data)
    except NotWritten as failed:
        raise Wrong(failed.sentence, FOUND_WRONG) from None


def _treatment(guideline: Guideline, id: str) -> Treatment:
    if id not in guideline.treatments:
        raise unknown(id, list(guideline.treatments))
    return guideline.treatments[id]


def _start(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        sentence = _("« {day} » n’est pas une date : écrivez AAAA-MM-JJ, par exemple 2026-12-01.")
        raise Wrong(Sentence(sentence, day=typed)) from None


def _wish(call: Call) -> Wish:
    words = call.words
    target = _mg(words.target) if words.target else None
    own = _own(words.steps) if words.steps else ()
    if own and (target is not None or words.pace != Pace.SLOW.value):
        raise Wrong(Sentence(_("« --steps » se donne sans « --pace » ni « --target ».")))
    return Wish(Pace(words.pace), target, own)


def _own(typed: str) -> tuple[OwnStep, ...]:
    steps = []
    for word in typed.split(","):
        found = _STEP.match(word.strip())
        if found is None:
            sentence = _("« {typed} » n’est pas un palier : écrivez MGxJOURS, par exemple 75x7,150x7,300.")
            raise Wrong(Sentence(sentence, typed=word.strip()))
        steps.append(OwnStep(Decimal(found[1]), int(found[2]) if found[2] else None))
    return tuple(steps)


def _mg(typed: str) -> Decimal:
    try:
        return parse_quantity(typed, _MOST_MG)
    except Refused as refused:
        raise Wrong(refused.sentence) from None
