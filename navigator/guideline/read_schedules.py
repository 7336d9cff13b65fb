"""Reads how a medicine is given: schedules with their bands and steps, strengths and liquid forms.

Knows the shape of doses in the content files. Whether the doses are possible is told by the checks.
"""

from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import Band, Liquid, Schedule, Step
from navigator.guideline.read_statements import read_citations
from navigator.guideline.source import Element
from navigator.guideline.values import read_word_among
from navigator.language import Sentence, _

TAKES = ("morning", "noon", "evening")


def read_schedule(element: Element, desk: Desk) -> Schedule:
    """How a medicine is started, raised and limited."""
    fields = Fields(element, desk)
    takes = read_takes(fields, "takes")
    schedule = Schedule(
        id=fields.id(),
        title=fields.text("title"),
        start_mg=fields.range("start_mg"),
        target_mg=fields.range("target_mg"),
        max_mg=fields.decimal("max_mg"),
        takes=takes,
        start_takes=read_takes(fields, "start_takes") if fields.has("start_takes") else takes,
        steps=fields.each("steps", read_step),
        judge_after_weeks=fields.decimal("judge_after_weeks"),
        citations=read_citations(fields),
        place=fields.place,
        when=fields.maybe_condition("when"),
        band=read_band(fields.block("band", required=False)),
        start_interval_days=fields.whole("start_interval_days", default=1),
        first_step_min_days=fields.whole("first_step_min_days", default=1),
        taper_mg=fields.maybe_decimal("taper_mg"),
        taper_every_days=fields.whole("taper_every_days") if fields.has("taper_every_days") else None,
        note=fields.maybe_text("note"),
        specialist=fields.flag("specialist"),
    )
    fields.close()
    return schedule


def read_takes(fields: Fields, name: str) -> tuple[str, ...]:
    """The moments of the day at which a dose is taken, at least one."""
    takes = fields.each(name, lambda item, desk: read_word_among(item, TAKES, desk))
    if fields.has(name) and (not takes or len(set(takes)) != len(takes)):
        sentence = _("« {key} » nomme au moins une prise, chacune une fois : morning, noon, evening")
        fields.desk.note(fields.place_of(name), "takes", Sentence(sentence, key=name))
    return takes


def read_step(element: Element, desk: Desk) -> Step:
    """One kind of dose step."""
    fields = Fields(element, desk)
    step = Step(fields.range("after_days"), fields.range("add_mg"), fields.maybe_decimal("up_to_mg"))
    fields.close()
    return step


def read_band(fields: Fields | None) -> Band | None:
    """A half-open range of clearance: from <= CrCl < below."""
    if fields is None:
        return None
    band = Band(fields.maybe_decimal("from"), fields.maybe_decimal("below"))
    if band == Band():
        sentence = _("la bande n’a ni « from » ni « below » ; écrivez l’un des deux, ou retirez « band »")
        fields.desk.note(fields.place, "band", Sentence(sentence))
    fields.close()
    return band


def read_liquid(fields: Fields | None) -> Liquid | None:
    """A liquid form: so many mg in one unit."""
    if fields is None:
        return None
    liquid = Liquid(fields.decimal("mg"), fields.text("unit"), fields.text("units"))
    fields.close()
    return liquid
