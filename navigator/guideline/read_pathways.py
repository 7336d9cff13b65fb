"""Reads the tree: pain types, stages, classes, nodes with their ways out, red flags and discrepancies.

Knows the shape of pathways.yaml. Whether the tree holds together is told by the checks.
"""

from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import (
    Answer,
    Discrepancy,
    Exit,
    Line,
    Node,
    NodeKind,
    Outcome,
    PainType,
    RedFlag,
    Stage,
    TreatmentClass,
)
from navigator.guideline.read_statements import read_citations, read_statement
from navigator.guideline.source import Element
from navigator.guideline.values import read_text, read_word_among

ENDS = ("maintain", "refer", "urgent")
STAY_WHILE = ("untried-class", "untried-option")
URGENCIES = ("emergency", "urgent", "prompt")


def read_class(element: Element, desk: Desk) -> TreatmentClass:
    """A pharmacological class or family of techniques."""
    fields = Fields(element, desk)
    found = TreatmentClass(
        fields.id(),
        fields.text("name"),
        fields.flag("antiepileptic"),
        fields.reference("counts_as", "factor", required=False),
    )
    fields.close()
    return found


def read_stage(element: Element, desk: Desk) -> Stage:
    """One of the lines of the walk."""
    fields = Fields(element, desk)
    lines = fields.each("lines", lambda item, its_desk: read_word_among(item, list(Line), its_desk))
    stage = Stage(
        id=fields.id(),
        title=fields.text("title"),
        short=fields.text("short"),
        when=fields.text("when"),
        lines=tuple(Line(line) for line in lines if line),
    )
    fields.close()
    return stage


def read_pain_type(element: Element, desk: Desk) -> PainType:
    """One of the types of pain that a walk starts from."""
    fields = Fields(element, desk)
    pain_type = PainType(
        id=fields.id(),
        title=fields.text("title"),
        looks_like=fields.text("looks_like"),
        words=fields.text("words"),
        causes=fields.each("causes", read_text),
        synonyms=fields.words("synonyms"),
        first=fields.reference("first", "node"),
        place=fields.place,
    )
    fields.close()
    return pain_type


def read_node(element: Element, desk: Desk) -> Node:
    """A page of the tree."""
    fields = Fields(element, desk)
    kind = fields.one_of("kind", NodeKind)
    stage = kind is NodeKind.STAGE
    node = Node(
        id=fields.id(),
        kind=kind,
        title=fields.text("title"),
        aim=fields.text("aim"),
        place=fields.place,
        pain_type=fields.reference("pain_type", "pain_type", required=stage),
        stage=fields.reference("stage", "stage") if stage else "",
        end=fields.word_among("end", ENDS) if kind is NodeKind.END else "",
        statements=fields.each("statements", read_statement, required=False),
        exits=fields.each("exits", read_exit) if stage else (),
        answers=tuple(fields.by_id("answers", read_answer, required=kind is NodeKind.QUESTION).values()),
    )
    fields.close()
    return node


def read_exit(element: Element, desk: Desk) -> Exit:
    """Where an outcome leads."""
    fields = Fields(element, desk)
    exit_ = Exit(
        outcome=fields.one_of("outcome", Outcome),
        to=fields.reference("to", "node"),
        place=fields.place,
        stay_while=fields.word_among("stay_while", STAY_WHILE, required=False),
        label=fields.maybe_text("label"),
    )
    fields.close()
    return exit_


def read_answer(element: Element, desk: Desk) -> Answer:
    """An answer to a question node."""
    fields = Fields(element, desk)
    answer = Answer(fields.id(), fields.text("label"), fields.reference("to", "node"), fields.place)
    fields.close()
    return answer


def read_red_flag(element: Element, desk: Desk) -> RedFlag:
    """A finding that stops the walk."""
    fields = Fields(element, desk)
    red_flag = RedFlag(
        id=fields.id(),
        finding=fields.text("finding"),
        think=fields.text("think"),
        action=fields.text("action"),
        urgency=fields.word_among("urgency", URGENCIES),
        citations=read_citations(fields),
        place=fields.place,
        pain_type=fields.reference("pain_type", "pain_type", required=False),
    )
    fields.close()
    return red_flag


def read_discrepancy(element: Element, desk: Desk) -> Discrepancy:
    """A point where the source article and the evidence differ."""
    fields = Fields(element, desk)
    discrepancy = Discrepancy(
        id=fields.id(),
        article=fields.text("article"),
        evidence=fields.text("evidence"),
        shown=fields.text("shown"),
        shown_on=fields.references("shown_on", "page"),
        citations=read_citations(fields),
        place=fields.place,
    )
    fields.close()
    return discrepancy
