"""Reads clinical cases: a patient, a node, and the statuses that must come out.

Knows the shape of cases/*.yaml. Does not run them.
"""

from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import Case, ExpectedDose, FactorKind
from navigator.guideline.read_schedules import read_step
from navigator.guideline.source import Element, Listing, Scalar
from navigator.guideline.spelling import shown, suggestion
from navigator.guideline.values import read_decimal, read_word, read_word_among
from navigator.language import Sentence, _

STATUSES = ("suitable", "caution", "missing", "avoid", "contraindicated")
_LISTS = ("taking", "not_taking")  # comma lists, as on the command line
_NODE_FACTS = ("pain_type", "stage")  # the node supplies them, never the patient


def read_case(element: Element, desk: Desk) -> Case:
    """A patient at a node, and what must be said of the treatments there."""
    fields = Fields(element, desk)
    case = Case(
        id=fields.id(),
        patient=_read_patient(fields.block("patient")),
        node=fields.reference("node", "node"),
        expect=_read_expected(fields.block("expect")),
        place=fields.place,
        because=fields.reference("because", "rule", required=False),
        absent=fields.references("absent", "rule", required=False),
        reading=fields.reference("reading", "reading", required=False),
        dose=_read_dose(fields),
    )
    fields.close()
    return case


def _read_dose(case: Fields) -> ExpectedDose | None:
    """What is expected of the dose, in the words of a schedule: `none`, or a block of which every key may be left out.

    A start without an interval is one of every day.
    """
    written = case.take("dose", required=False)
    if isinstance(written, Scalar) and written.text == "none":
        return ExpectedDose(nothing=True)
    fields = case.block("dose", required=False)
    if fields is None:
        return None
    daily = 1 if fields.has("start_mg") else None
    dose = ExpectedDose(
        start_mg=fields.range("start_mg") if fields.has("start_mg") else None,
        start_interval_days=fields.whole("start_interval_days") if fields.has("start_interval_days") else daily,
        target_mg=fields.range("target_mg") if fields.has("target_mg") else None,
        max_mg=fields.maybe_decimal("max_mg"),
        steps=fields.each("steps", read_step, required=False),
        takes_a_day=fields.whole("takes_a_day") if fields.has("takes_a_day") else None,
        judge_after_weeks=fields.maybe_decimal("judge_after_weeks"),
        taper_mg=fields.maybe_decimal("taper_mg"),
        taper_every_days=fields.whole("taper_every_days") if fields.has("taper_every_days") else None,
        strengths_mg=fields.each("strengths_mg", read_decimal, required=False),
        liquid_mg=fields.maybe_decimal("liquid_mg"),
    )
    if dose == ExpectedDose():
        sentence = _("« dose » n’attend rien ; écrivez « none », ou nommez « start_mg », « target_mg », « max_mg »…")
        fields.desk.note(fields.place, "empty-value", Sentence(sentence))
    fields.close()
    return dose


def _read_patient(fields: Fields | None) -> tuple[tuple[str, str], ...]:
    if fields is None or not fields.desk.vocabulary:
        return ()
    desk = fields.desk
    taken = [name for name, factor in desk.vocabulary.items() if factor.kind is FactorKind.TAKING]
    answered = [name for name in desk.vocabulary if name not in _NODE_FACTS]
    known = {*answered, *_LISTS, "others"} - set(taken)
    found = []
    for name in fields.names():
        element = fields.take(name)
        if name not in known:
            hint = Sentence(_(" ; écrivez « taking: {name} »"), name=name) if name in taken else suggestion(name, known)
            sentence = Sentence(_("« {name} » n’est pas un facteur du patient{hint}"), name=shown(name), hint=hint)
            desk.note(fields.place_of_key(name), "unresolved", sentence)
        elif element is not None:
            found.append((name, _read_value(name, element, taken, desk)))
    return tuple(found)


def _read_value(name: str, element: Element, taken: list[str], desk: Desk) -> str:
    if name not in _LISTS:
        return read_word(element, desk)
    items = element.items if isinstance(element, Listing) else ()
    words = [read_word(item, desk) for item in items] or read_word(element, desk).split(",")
    words = [word.strip() for word in words]
    for word in words:
        if word not in taken and word != "none":
            sentence = _("« {word} » n’est pas un traitement que le patient peut prendre{hint}")
            hint = suggestion(word, [*taken, "none"])
            desk.note(element.place, "unresolved", Sentence(sentence, word=shown(word), hint=hint))
    return ",".join(words)


def _read_expected(fields: Fields | None) -> tuple[tuple[str, str], ...]:
    if fields is None:
        return ()
    found = []
    for name in fields.names():
        element = fields.take(name)
        fields.desk.refer("treatment", name, fields.place_of_key(name))
        if element is not None:
            found.append((name, read_word_among(element, STATUSES, fields.desk)))
    return tuple(found)
