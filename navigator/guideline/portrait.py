"""A guideline laid out part by part: each treatment, node, pair… as a subject, each rule, dose, statement as an item.

Knows the model. Judges nothing. Every field of the model is in some item, so that nothing can change unseen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from navigator.guideline.model import (
    Background,
    Driving,
    Guideline,
    Node,
    Score,
    Section,
    Statement,
    Treatment,
)
from navigator.language import Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Group(StrEnum):
    """What sort of thing a subject is; the order is the order in which they are told."""

    GUIDELINE = "guideline"
    TREATMENT = "treatment"
    NODE = "node"
    PAIN_TYPE = "pain-type"
    STAGE = "stage"
    PAIR = "pair"
    RED_FLAG = "red-flag"
    DISCREPANCY = "discrepancy"
    STATEMENT = "statement"
    FACTOR = "factor"
    FACTOR_GROUP = "factor-group"
    IMPLICATION = "implication"
    CLASS = "class"
    SOURCE = "source"
    BACKGROUND = "background"
    SCORE = "score"
    TERM = "term"
    CASES = "cases"


class Part(StrEnum):
    """What sort of part of its subject an item is."""

    ITSELF = "itself"
    SUMMARY = "summary"
    PLACEMENT = "placement"
    SCHEDULE = "schedule"
    RULE = "rule"
    STATEMENT = "statement"
    SECTION = "section"  # why a section does not apply
    MONITORING = "monitoring"
    DRIVING = "driving"
    EVIDENCE = "evidence"
    EXIT = "exit"
    ANSWER = "answer"
    SCORE_ITEM = "score-item"


_NEVER = frozenset({"id", "place"})
_APART: Mapping[type, frozenset[str]] = {  # fields that are items of their own
    Treatment: frozenset(
        {"summary", "placements", "schedules", "rules", "sections", "monitoring", "driving", "evidence"}
    ),
    Node: frozenset({"statements", "exits", "answers"}),
    Background: frozenset({"statements"}),
    Score: frozenset({"items", "statements"}),
    Section: frozenset({"statements"}),
    Driving: frozenset({"statement"}),
}
HEAD = ("version", "released", "review_by", "title", "reading", "default_order", "changes")


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a subject. `key` is its id within its kind and `where`; empty where only `text` tells it apart."""

    part: Part
    of: "DataclassInstance"
    key: str = ""
    where: str = ""  # the section, for a statement
    text: Text | None = None

    def fields(self) -> dict[str, object]:
        """What may change of the item, by the name of the field."""
        if isinstance(self.of, Guideline):
            return {name: getattr(self.of, name) for name in HEAD}
        left_out = _NEVER | _APART.get(type(self.of), frozenset())
        return {f.name: getattr(self.of, f.name) for f in fields(self.of) if f.name not in left_out}


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that a reader knows by its name, with all its parts; the first is the subject itself."""

    group: Group
    id: str
    title: Text
    items: tuple[Item, ...]


def subjects(guideline: Guideline) -> tuple[Subject, ...]:
    """Everything that the guideline says but its cases, in the order in which it is told."""
    head = Item(Part.ITSELF, guideline)
    return (
        Subject(Group.GUIDELINE, guideline.id, guideline.title, (head,)),
        *(_treatment(guideline, treatment) for treatment in guideline.treatments.values()),
        *(_node(node) for node in guideline.nodes.values()),
        *_tree(guideline),
        *_library(guideline),
    )


def _statements(statements: Iterable[Statement], where: str = "") -> Iterator[Item]:
    return (Item(Part.STATEMENT, s, s.id, where, s.text) for s in statements)


def _treatment(guideline: Guideline, treatment: Treatment) -> Subject:
    summary = treatment.summary
    items = [Item(Part.ITSELF, treatment), Item(Part.SUMMARY, summary, "summary", text=summary.text)]
    items += [Item(Part.PLACEMENT, p, f"{p.pain_type} {p.source}") for p in treatment.placements]
    items += [Item(Part.SCHEDULE, s, s.id) for s in treatment.schedules]
    items += [Item(Part.RULE, r, r.id, text=r.because) for r in treatment.rules]
    for id_, section in treatment.sections.items():
        if section.not_applicable is not None:
            items.append(Item(Part.SECTION, section, id_, id_))
        items += _statements(section.statements, id_)
    items += [Item(Part.MONITORING, m, text=m.what) for m in treatment.monitoring]
    if treatment.driving is not None:
        said = treatment.driving.statement
        items.append(Item(Part.DRIVING, treatment.driving, "driving"))
        items.append(Item(Part.STATEMENT, said, "driving", "driving", said.text))
    items += [Item(Part.EVIDENCE, e, f"{e.measure} {e.citation.source}", text=e.population) for e in treatment.evidence]
    together = guideline.combinations.get(treatment.id)
    items += _statements(together.statements if together else ())
    return Subject(Group.TREATMENT, treatment.id, treatment.name, tuple(items))


def _node(node: Node) -> Subject:
    items = [Item(Part.ITSELF, node), *_statements(node.statements)]
    items += [Item(Part.EXIT, e, e.outcome.value) for e in node.exits]
    items += [Item(Part.ANSWER, a, a.id) for a in node.answers]
    return Subject(Group.NODE, node.id, node.title, tuple(items))


def _alone(group: Group, id_: str, title: Text, of: "DataclassInstance", *parts: Item) -> Subject:
    return Subject(group, id_, title, (Item(Part.ITSELF, of), *parts))


def _tree(guideline: Guideline) -> Iterator[Subject]:
    for pain in guideline.pain_types.values():
        yield _alone(Group.PAIN_TYPE, pain.id, pain.title, pain)
    for stage in guideline.stages.values():
        yield _alone(Group.STAGE, stage.id, stage.title, stage)
    for pair in guideline.pairs.values():
        names = [guideline.treatments[m].name for m in sorted(pair.members)]
        title = Text(" + ".join(n.fr for n in names), " + ".join(n.en for n in names))
        yield _alone(Group.PAIR, " + ".join(sorted(pair.members)), title, pair)
    for flag in guideline.red_flags:
        yield _alone(Group.RED_FLAG, flag.id, flag.finding, flag)
    for point in guideline.discrepancies:
        yield _alone(Group.DISCREPANCY, point.id, Text(point.id, point.id), point)
    for id_, statement in guideline.statements.items():
        yield _alone(Group.STATEMENT, id_, Text(id_, id_), statement)


def _library(guideline: Guideline) -> Iterator[Subject]:
    for factor in guideline.factors.values():
        yield _alone(Group.FACTOR, factor.id, factor.label, factor)
    for group in guideline.factor_groups.values():
        yield _alone(Group.FACTOR_GROUP, group.id, group.title, group)
    for implied in guideline.implications:
        id_ = f"{implied.when} → {', '.join(factor for factor, _value in implied.then)}"
        yield _alone(Group.IMPLICATION, id_, Text(id_, id_), implied)
    for class_ in guideline.classes.values():
        yield _alone(Group.CLASS, class_.id, class_.name, class_)
    for source in guideline.sources.values():
        yield _alone(Group.SOURCE, source.id, source.short, source)
    for page in guideline.background.values():
        yield _alone(Group.BACKGROUND, page.id, page.title, page, *_statements(page.statements))
    for score in guideline.scores.values():
        items = [Item(Part.SCORE_ITEM, i, i.id, text=i.text) for i in score.items]
        yield _alone(Group.SCORE, score.id, score.title, score, *items, *_statements(score.statements))
    for term in guideline.glossary.values():
        yield _alone(Group.TERM, term.id, term.word, term)
