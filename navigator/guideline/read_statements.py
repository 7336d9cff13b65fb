"""Reads what every page is made of: citations, statements, sections and placements.

Knows the shape of these four in the content files. Knows neither treatments nor nodes.
"""

from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import SECTIONS, Citation, Line, Placement, Section, Standing, Statement, Topic
from navigator.guideline.source import Block, Element, Listing
from navigator.guideline.values import read_items, read_word
from navigator.language import Sentence, Text, _

TOLD_TO_PATIENT = "advice"  # the section that the patient's leaflet is made from


def read_citation(element: Element, desk: Desk) -> Citation:
    """A source, and where in it: `v106` or `v106#4.3`."""
    source, _hash, locator = read_word(element, desk).partition("#")
    return Citation(desk.refer("source", source, element.place), locator)


def read_citations(fields: Fields) -> tuple[Citation, ...]:
    """The list `sources` of a noun; without one nothing may be said."""
    citations = fields.each("sources", read_citation)
    if not citations and fields.has("sources"):
        sentence = _("aucune source ; nommez ce qui soutient cette phrase (prudence sans document : l3)")
        fields.desk.note(fields.place_of("sources"), "no-source", Sentence(sentence))
    return citations


def read_statement(element: Element, desk: Desk, *, told: bool = False) -> Statement:
    """A sentence with its sources; one that is `told` to the patient has a topic."""
    fields = Fields(element, desk)
    statement = Statement(
        text=fields.text("text"),
        citations=read_citations(fields),
        place=fields.place,
        id=fields.id(required=False),
        standing=fields.one_of("status", Standing) if fields.has("status") else None,
        review_by=fields.maybe_day("review_by"),
        topic=fields.one_of("topic", Topic) if told else None,
    )
    fields.close()
    return statement


def read_general_statement(element: Element, desk: Desk) -> Statement:
    """A statement that pages quote by its id, which it must have."""
    statement = read_statement(element, desk)
    if isinstance(element, Block) and "id" not in element.fields:
        desk.note(element.place, "missing-key", Sentence(_("il manque la clé « {key} »"), key="id"))
    return statement


def read_sections(fields: Fields | None) -> dict[str, Section]:
    """Every section of a treatment page; each is there, if only to say why it does not apply."""
    if fields is None:
        return {}
    desk = fields.desk
    found = {}
    for name in SECTIONS:
        element = fields.take(name, required=False)
        if element is not None:
            found[name] = read_section(name, element, desk)
        else:
            sentence = _("il manque la partie « {name} » ; écrivez-la, ou {{not_applicable: {{fr: …, en: …}}}}")
            desk.note(fields.place, "section", Sentence(sentence, name=name))
    fields.close()
    return found


def read_section(name: str, element: Element, desk: Desk) -> Section:
    """A list of statements, or the reason why there is none."""
    if isinstance(element, Block):
        fields = Fields(element, desk)
        reason = fields.text("not_applicable")
        fields.close()
        return Section(name, not_applicable=reason)
    told = name == TOLD_TO_PATIENT
    statements = tuple(read_statement(item, desk, told=told) for item in read_items(element, desk))
    if isinstance(element, Listing) and not statements:
        sentence = _("la partie « {name} » est vide ; écrivez une phrase, ou {{not_applicable: {{fr: …, en: …}}}}")
        desk.note(element.place, "section", Sentence(sentence, name=name))
    return Section(name, statements)


def read_summary(fields: Fields) -> Statement:
    """The one sentence `summary` of a treatment or combination."""
    written = fields.take("summary")
    return Statement(Text("", ""), (), fields.place) if written is None else read_statement(written, fields.desk)


def read_placement(element: Element, desk: Desk) -> Placement:
    """The line that one source gives a treatment in one type of pain."""
    fields = Fields(element, desk)
    placement = Placement(
        pain_type=fields.reference("pain_type", "pain_type"),
        source=fields.reference("source", "source"),
        line=fields.one_of("line", Line),
        note=fields.maybe_text("note"),
        place=fields.place,
    )
    fields.close()
    return placement
