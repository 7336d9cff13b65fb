"""A plan in words: its takes, units and prescriptions, and the whole of it as plain text for a record or a terminal.

Knows dated plans and typography. Decides no dose.
"""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from navigator.consultation.crossing import Crossing
from navigator.consultation.supply import Counted
from navigator.consultation.titration import Plan, PlanStep
from navigator.guideline.model import Treatment
from navigator.language import Language, Sentence, Text, _, say
from navigator.pages import filters
from navigator.pages.words import INTAKE

_WIDTH = 100


def words(message: str, language: Language, **values: object) -> str:
    """A sentence of the app with its values, in the typography of its language."""
    return filters.spaced(say(message, language).format(**values), language)


def mg(step: PlanStep, language: Language) -> str:
    """`75 mg/j`, `25 mg un jour sur deux`: what is taken, as a patient counts it."""
    dose = filters.number(step.total_mg, language)
    if step.interval_days == 1:
        return words(_("{mg} mg/j"), language, mg=dose)
    if step.interval_days == 2:
        return words(_("{mg} mg un jour sur deux"), language, mg=dose)
    return words(_("{mg} mg tous les {days} jours"), language, mg=dose, days=step.interval_days)


def takes(step: PlanStep, language: Language) -> str:
    """`matin 25, soir 50`."""
    return ", ".join(
        f"{say(INTAKE[time], language)} {filters.number(dose, language)}" for time, dose in step.takes.items() if dose
    )


def units(counted: Counted, language: Language) -> str:
    """`62 × 25 mg, 31 × 50 mg`."""
    listed = ", ".join(f"{count} × {filters.number(strength, language)} mg" for strength, count in counted)
    return filters.spaced(listed, language)


def not_tolerated(made: Plan, place: int, language: Language) -> str:
    """What to do where the step at `place` is not tolerated."""
    back = made.back_from(place)
    if back is None:
        return words(_("mal toléré : ne pas monter, appeler"), language)
    return words(_("mal toléré : revenir à {mg}"), language, mg=mg(back, language))


def supply(made: Plan, treatment: Treatment, language: Language) -> tuple[str, ...]:
    """What to write on the prescriptions, one line each, and the limit of the law."""
    if not made.units_total:
        return ()
    written = made.prescriptions
    if len(written) == 1:
        lines = [words(_("Unités pour toute la durée : {units}"), language, units=units(made.units_total, language))]
    else:
        lines = [
            words(
                _("Ordonnance {number}, du {first} au {last} : {units}"),
                language,
                number=number,
                first=filters.short_day(one.first, language),
                last=filters.short_day(one.last, language),
                units=units(one.units, language),
            )
            for number, one in enumerate(written, start=1)
        ]
    if treatment.prescription_days is not None:
        sentence = _("Une ordonnance couvre au plus {days} jours.")
        lines.append(words(sentence, language, days=treatment.prescription_days))
    return tuple(lines)


def plan_text(
    treatment: Treatment,
    made: Plan,
    relay: Crossing | None,
    warnings: Sequence[Sentence | Text],
    language: Language,
) -> str:
    """The whole plan: steps, review, units, taper, the two columns of a relay, and what must be said."""
    name = filters.told(treatment.name, language)
    lines = [words(_("{name} : plan de titration"), language, name=name)]
    lines += [words(_("Schéma : {title}"), language, title=filters.told(made.schedule.title, language)), ""]
    for place, step in enumerate(made.steps):
        lines.append(f"{_line(step, language)} ; {not_tolerated(made, place, language)}")
    lines += ["", words(_("Réévaluer le {day}"), language, day=filters.day(made.review, language))]
    lines += supply(made, treatment, language)
    if relay is not None:
        lines += ["", *_columns(relay, name, language)]
    if made.taper:
        lines += ["", words(_("S’il faut arrêter, décroissance après le bilan :"), language)]
        lines += [_line(step, language) for step in made.taper]
    lines += ["", *(_wrapped(filters.spaced(w.in_(language), language)) for w in warnings)] if warnings else []
    return "\n".join(lines)


def _line(step: PlanStep, language: Language) -> str:
    days = f"{filters.short_day(step.first, language)} – {filters.short_day(step.last, language)}"
    return words("{days} : {mg} ({takes})", language, days=days, mg=mg(step, language), takes=takes(step, language))


def _columns(relay: Crossing, name: str, language: Language) -> Iterable[str]:
    old = filters.told(relay.leaving.treatment.name, language)
    dose = filters.number(relay.leaving.mg, language)
    yield words(_("Relais de {old} ({mg} mg/j) à {new} :"), language, old=old, mg=dose, new=name)
    for span in relay.spans:
        days = f"{filters.short_day(span.first, language)} – {filters.short_day(span.last, language)}"
        falling, rising = (mg(s, language) if s is not None else "—" for s in (span.old, span.new))
        yield words("{days} : {old} {falling} | {new} {rising}", language, days=days, old=old, falling=falling,
                    new=name, rising=rising)  # fmt: skip


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="! ", subsequent_indent="  ", break_on_hyphens=False)


def day_range(first: date, last: date, language: Language) -> str:
    """`23/11 – 29/11`."""
    return f"{filters.day_month(first, language)} – {filters.day_month(last, language)}"
