"""A plan in words: its takes, units and prescriptions, and the whole of it as plain text for a record or a terminal.

Knows dated plans and typography. Decides no dose.
"""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from navigator.consultation.crossing import Crossing
from navigator.consultation.supply import Counted, Prescription, prescriptions
from navigator.consultation.titration import Plan, PlanStep
from navigator.consultation.units import compose, units_of
from navigator.guideline.model import Treatment
from navigator.language import Language, Sentence, Text, _, say
from navigator.pages import filters
from navigator.pages.filters import tr
from navigator.pages.words import INTAKE

_WIDTH = 100


def mg(step: PlanStep, language: Language) -> str:
    """`75 mg/j`, `25 mg un jour sur deux`: what is taken, as a patient counts it."""
    dose = filters.number(step.total_mg, language)
    if step.interval_days == 1:
        return tr(_("{mg} mg/j"), language, mg=dose)
    if step.interval_days == 2:
        return tr(_("{mg} mg un jour sur deux"), language, mg=dose)
    return tr(_("{mg} mg tous les {days} jours"), language, mg=dose, days=step.interval_days)


def takes(step: PlanStep, language: Language) -> str:
    """`matin 25, soir 50`."""
    return ", ".join(
        f"{say(INTAKE[time], language)} {filters.number(dose, language)}" for time, dose in step.takes.items() if dose
    )


def made_up(treatment: Treatment, dose: Decimal, language: Language) -> str:
    """`300 + 150`, `2 × 300`, `20 gouttes`: the units of a take; empty where one alone is the take, or none exists."""
    known = units_of(treatment)
    made = compose(dose, known) if known else None
    if not made or sum(count for _strength, count in made) == 1:
        return ""
    if _is_liquid(treatment, made[0][0]):
        return f"{made[0][1]}{filters.NO_BREAK}{_liquid(treatment, language)}"
    parts = [
        filters.number(strength, language) if count == 1 else f"{count} × {filters.number(strength, language)}"
        for strength, count in made
    ]
    return " + ".join(parts).replace(" ", filters.NO_BREAK)


def _is_liquid(treatment: Treatment, unit_mg: Decimal) -> bool:
    return unit_mg not in treatment.strengths_mg


def _liquid(treatment: Treatment, language: Language) -> str:
    return treatment.liquid.units.in_(language) if treatment.liquid is not None else ""


def units(treatment: Treatment, counted: Counted, language: Language) -> str:
    """`62 × 25 mg, 31 × 50 mg, 210 gouttes (1 mg)`."""
    listed = (
        f"{count} {_liquid(treatment, language)} ({filters.number(mg, language)} mg)"
        if _is_liquid(treatment, mg)
        else f"{count} × {filters.number(mg, language)} mg"
        for mg, count in counted
    )
    return filters.spaced(", ".join(listed), language)


def not_tolerated(made: Plan, place: int, language: Language) -> str:
    """What to do where the step at `place` is not tolerated."""
    back = made.back_from(place)
    if back is None:
        return tr(_("mal toléré : ne pas monter, appeler"), language)
    return tr(_("mal toléré : revenir à {mg}"), language, mg=mg(back, language))


def supply(made: Plan, treatment: Treatment, language: Language, relay: Crossing | None = None) -> tuple[str, ...]:
    """What to write on the prescriptions, one line each, and the limit of the law; of a relay the old one too."""
    lines = list(_compositions((*made.steps, *made.taper), treatment, language))
    lines += _written(made.prescriptions, treatment, language)
    if relay is not None and relay.falling:
        old = relay.leaving.treatment
        lines += _compositions(relay.falling, old, language)
        lines += _written(prescriptions(relay.falling, old.prescription_days), old, language, falling=True)
    if lines:
        lines.append(tr(_("Boîtes : au pharmacien de les compter, selon les conditionnements."), language))
    return tuple(lines)


def _compositions(steps: Sequence[PlanStep], treatment: Treatment, language: Language) -> Iterable[str]:
    """The takes that need more than one unit, each once."""
    doses = sorted({dose for step in steps for dose in step.takes.values() if dose})
    told = [(dose, made_up(treatment, dose, language)) for dose in doses]
    listed = " ; ".join(f"{filters.number(dose, language)} mg = {made}" for dose, made in told if made)
    if listed:
        name = filters.told(treatment.name, language)
        yield tr(_("{name}, prises composées : {listed}"), language, name=name, listed=listed)


def _written(
    written: Sequence[Prescription], treatment: Treatment, language: Language, *, falling: bool = False
) -> Iterable[str]:
    """The prescriptions of one treatment, one line each; none where no unit of the market is counted."""
    if not any(one.units for one in written):
        return
    name = filters.told(treatment.name, language)
    if len(written) == 1:
        counted = units(treatment, written[0].units, language)
        if falling:
            yield tr(_("{name}, unités jusqu’à l’arrêt : {units}"), language, name=name, units=counted)
        else:
            yield tr(_("Unités jusqu’au bilan : {units}"), language, units=counted)
    for number, one in enumerate(written if len(written) > 1 else (), start=1):
        line = tr(
            _("Ordonnance {number}, du {first} au {last} : {units}"),
            language,
            number=number,
            first=filters.short_day(one.first, language),
            last=filters.short_day(one.last, language),
            units=units(treatment, one.units, language),
        )
        yield f"{name}. {line}" if falling else line
    if treatment.prescription_days is not None:
        sentence = _("{name} : une ordonnance couvre au plus {days} jours.")
        yield tr(sentence, language, name=name, days=treatment.prescription_days)


def plan_text(
    treatment: Treatment,
    made: Plan,
    relay: Crossing | None,
    warnings: Sequence[Sentence | Text],
    language: Language,
) -> str:
    """The whole plan: steps, review, units, taper, the two columns of a relay, and what must be said."""
    name = filters.told(treatment.name, language)
    lines = [tr(_("{name} : plan de titration"), language, name=name)]
    lines += [tr(_("Schéma : {title}"), language, title=filters.told(made.schedule.title, language)), ""]
    for place, step in enumerate(made.steps):
        do = not_tolerated(made, place, language)
        lines.append(tr(_("{first} ; {second}"), language, first=_line(step, language), second=do))
    lines += ["", tr(_("Réévaluer le {day}"), language, day=filters.day(made.review, language))]
    lines += supply(made, treatment, language, relay)
    if relay is not None:
        lines += ["", *_columns(relay, name, language)]
    if made.taper:
        lines += ["", tr(_("S’il faut arrêter, décroissance après le bilan :"), language)]
        lines += [_line(step, language) for step in made.taper]
    lines += ["", *(_wrapped(filters.spaced(w.in_(language), language)) for w in warnings)] if warnings else []
    return "\n".join(lines)


def column(step: PlanStep | None, language: Language) -> str:
    """One column of a relay for some days: `75 mg/j (matin 25, soir 50)`."""
    if step is None:
        return "—"
    return tr("{mg} ({takes})", language, mg=mg(step, language), takes=takes(step, language))


def _line(step: PlanStep, language: Language) -> str:
    days = f"{filters.short_day(step.first, language)} – {filters.short_day(step.last, language)}"
    return tr("{days} : {mg} ({takes})", language, days=days, mg=mg(step, language), takes=takes(step, language))


def _columns(relay: Crossing, name: str, language: Language) -> Iterable[str]:
    old = filters.told(relay.leaving.treatment.name, language)
    dose = filters.number(relay.leaving.mg, language)
    yield tr(_("Relais : {old} ({mg} mg/j) → {new}"), language, old=old, mg=dose, new=name)
    for span in relay.spans:
        days = f"{filters.short_day(span.first, language)} – {filters.short_day(span.last, language)}"
        falling, rising = (column(s, language) for s in (span.old, span.new))
        yield tr("{days} : {old} {falling} | {new} {rising}", language, days=days, old=old, falling=falling,
                    new=name, rising=rising)  # fmt: skip


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="! ", subsequent_indent="  ", break_on_hyphens=False)


def day_range(first: date, last: date, language: Language) -> str:
    """`23/11 – 29/11`."""
    return f"{filters.day_month(first, language)} – {filters.day_month(last, language)}"
