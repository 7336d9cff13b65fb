"""What `compare` sees: planted changes in a small content, each told once; and nothing of the model left unseen."""

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from navigator.guideline.compare import Change, Deed, compare
from navigator.guideline.model import Guideline
from navigator.guideline.portrait import HEAD, Group, Part, subjects
from navigator.language import Text
from tests.builders import between

from .small_content import SmallContent

GABAPENTIN, PATHWAYS, FACTORS = "treatments/gabapentin.yaml", "pathways.yaml", "factors.yaml"


def read(content: SmallContent) -> Guideline:
    loaded = content.load()
    assert loaded.guideline is not None, loaded.problems
    return loaded.guideline


def changed(content: SmallContent, file: str, old: str, new: str) -> tuple[Change, ...]:
    """The changes that follow from one edit of one file."""
    before = read(content)
    content.swap(file, old, new)
    return compare(before, read(content))


def only(changes: tuple[Change, ...]) -> Change:
    assert len(changes) == 1, changes
    return changes[0]


def test_a_guideline_does_not_differ_from_itself(content: SmallContent, guideline: Guideline) -> None:
    assert compare(read(content), read(content)) == ()
    assert compare(guideline, guideline) == ()


def test_moving_lines_about_is_no_difference(content: SmallContent) -> None:
    assert changed(content, GABAPENTIN, "brands: [Neurontin]", "# a word\n\nbrands: [Neurontin]") == ()


@pytest.mark.parametrize(
    ("old", "new", "part", "item", "field"),
    [
        ("max_mg: 3600", "max_mg: 2400", Part.SCHEDULE, "usual", "max_mg"),
        ("after_days: 3-7", "after_days: 7", Part.SCHEDULE, "usual", "steps"),
        ("target_mg: 900-1800", "target_mg: 900-2400", Part.SCHEDULE, "usual", "target_mg"),
        (
            "source: sfetd-2020, line: second-line",
            "source: sfetd-2020, line: first-line",
            Part.PLACEMENT,
            "diffuse sfetd-2020",
            "line",
        ),
        ("strengths_mg: [100, 300, 400]", "strengths_mg: [100, 300]", Part.ITSELF, "", "strengths_mg"),
        ("fr: Première ligne.", "fr: Deuxième ligne.", Part.SUMMARY, "summary", "text"),
    ],
)
def test_one_edit_of_a_treatment_is_one_change(
    content: SmallContent, old: str, new: str, part: Part, item: str, field: str
) -> None:
    change = only(changed(content, GABAPENTIN, old, new))
    assert (change.group, change.subject, change.deed) == (Group.TREATMENT, "gabapentin", Deed.CHANGED)
    assert change.item is not None
    assert (change.item.part, change.item.key, change.field) == (part, item, field)
    assert change.before != change.after


def test_a_dose_is_told_with_both_values(content: SmallContent) -> None:
    change = only(changed(content, GABAPENTIN, "max_mg: 3600", "max_mg: 2400"))
    assert (change.before, change.after) == (Decimal(3600), Decimal(2400))


def test_a_pair_of_another_level_is_one_change(content: SmallContent) -> None:
    change = only(changed(content, "interactions.yaml", "level: caution", "level: avoid"))
    assert (change.group, change.subject, change.field) == (Group.PAIR, "duloxetine + gabapentin", "level")


def test_a_red_flag_and_a_factor_are_seen(content: SmallContent) -> None:
    flag = only(changed(content, PATHWAYS, "urgency: emergency", "urgency: urgent"))
    assert (flag.group, flag.field) == (Group.RED_FLAG, "urgency")
    factor = only(changed(content, FACTORS, "label: {fr: Dialyse", "label: {fr: Hémodialyse"))
    assert (factor.group, factor.subject) == (Group.FACTOR, "dialysis")


def test_cases_are_counted_and_named(content: SmallContent) -> None:
    before = read(content)
    case = before.cases[0]
    more = replace(before, cases=(replace(case, node="diffuse.second-line"), replace(case, id="liver")))
    told = {c.field: (c.before, c.after) for c in compare(before, more)}
    assert told == {"count": (1, 2), "added": ((), ("liver",)), "changed": ((), ("kidney",))}


# --- statements are known again by their id, else by their text


def test_a_statement_said_otherwise_is_changed_not_replaced(content: SmallContent) -> None:
    before = read(content)
    node = before.nodes["diffuse.first-line"]
    said = replace(node.statements[0], text=Text("Essayer 8 semaines.", "Try for 8 weeks."))
    other = replace(before, nodes={**before.nodes, node.id: replace(node, statements=(said,))})
    change = only(compare(before, other))
    assert (change.group, change.deed, change.field) == (Group.NODE, Deed.CHANGED, "text")
    assert (change.before, change.after) == (node.statements[0].text, said.text)


def test_another_statement_is_added_and_the_old_one_removed(guideline: Guideline) -> None:
    node = guideline.nodes["diffuse.first-line"]
    other = replace(node.statements[-1], id="", text=Text("Rien de tel ici.", "No such thing here."))
    changes = with_node(guideline, statements=(*node.statements[:-1], other))
    assert {c.deed for c in changes} == {Deed.ADDED, Deed.REMOVED}


def test_statements_in_another_order_are_the_same(guideline: Guideline) -> None:
    node = guideline.nodes["diffuse.first-line"]
    assert with_node(guideline, statements=tuple(reversed(node.statements))) == ()


def test_other_sources_of_a_statement_are_seen(guideline: Guideline) -> None:
    node = guideline.nodes["diffuse.first-line"]
    first = node.statements[0]
    bare = replace(first, citations=first.citations[:-1])
    assert only(with_node(guideline, statements=(bare, *node.statements[1:]))).field == "citations"


def with_node(guideline: Guideline, **more: object) -> tuple[Change, ...]:
    node = replace(guideline.nodes["diffuse.first-line"], **more)  # type: ignore[arg-type]
    return compare(guideline, replace(guideline, nodes={**guideline.nodes, node.id: node}))


# --- rules and treatments


def with_treatment(guideline: Guideline, **more: object) -> tuple[Change, ...]:
    treatment = replace(guideline.treatments["amitriptyline"], **more)  # type: ignore[arg-type]
    return compare(guideline, replace(guideline, treatments={**guideline.treatments, treatment.id: treatment}))


def test_a_rule_added_removed_or_changed_is_told_by_its_id(guideline: Guideline) -> None:
    rules = guideline.treatments["amitriptyline"].rules
    removed = only(with_treatment(guideline, rules=rules[1:]))
    assert removed.item is not None
    assert (removed.deed, removed.item.key) == (Deed.REMOVED, rules[0].id)
    added = only(with_treatment(guideline, rules=(*rules, replace(rules[0], id="amitriptyline.new"))))
    assert added.item is not None
    assert (added.deed, added.item.key) == (Deed.ADDED, "amitriptyline.new")
    other = replace(rules[0], severity=rules[-1].severity, when=rules[-1].when, standing=rules[-1].standing)
    told = {c.field for c in with_treatment(guideline, rules=(other, *rules[1:]))}
    assert {"severity", "when"} <= told


def test_schedules_in_another_order_are_told_once(guideline: Guideline) -> None:
    schedules = guideline.treatments["amitriptyline"].schedules
    change = only(with_treatment(guideline, schedules=tuple(reversed(schedules))))
    assert change.field == "order"


def test_treatments_in_another_order_are_told_by_what_moved(guideline: Guideline) -> None:
    ids = [i for i in guideline.treatments if i != "duloxetine"]
    moved = {i: guideline.treatments[i] for i in ["duloxetine", *ids]}
    change = only(compare(guideline, replace(guideline, treatments=moved)))
    assert (change.group, change.after) == (Group.GUIDELINE, ("duloxetine",))


def test_a_treatment_that_is_gone_is_one_change(guideline: Guideline) -> None:
    last = list(guideline.treatments)[-1]
    less = {i: t for i, t in guideline.treatments.items() if i != last}
    fewer = replace(guideline, treatments=less)
    gone = only(compare(guideline, fewer))
    assert (gone.group, gone.subject, gone.deed) == (Group.TREATMENT, last, Deed.REMOVED)
    come = only(compare(fewer, guideline))
    assert (come.subject, come.deed) == (last, Deed.ADDED)


def test_two_figures_of_one_source_are_told_apart(guideline: Guideline) -> None:
    treatment = next(t for t in guideline.treatments.values() if len(t.evidence) > 1)
    first, *rest = treatment.evidence
    twin = replace(first, population=Text("d’autres", "others"), value=first.value + 1)
    two = replace(treatment, evidence=(twin, first, *rest))
    other = replace(two, evidence=(replace(twin, value=twin.value + 1), first, *rest))
    before, after = (replace(guideline, treatments={**guideline.treatments, t.id: t}) for t in (two, other))
    change = only(compare(before, after))
    assert (change.field, change.before) == ("value", twin.value)


# --- nothing is left unseen


def test_every_noun_of_a_guideline_is_compared(guideline: Guideline) -> None:
    for field in fields(Guideline):
        held = getattr(guideline, field.name)
        if field.name in HEAD or field.name in ("id", "combinations", "codes"):  # numbers say nothing to a doctor
            continue
        less: Any = dict(list(held.items())[:-1]) if isinstance(held, Mapping) else held[:-1]
        changes: dict[str, Any] = {field.name: less}
        assert compare(guideline, replace(guideline, **changes)), field.name


def test_every_field_of_every_part_is_compared_or_a_part_of_its_own(guideline: Guideline) -> None:
    seen = {type(item.of): item for subject in subjects(guideline) for item in subject.items}
    parts = {"summary", "placements", "schedules", "rules", "sections", "monitoring", "driving", "evidence"}
    parts |= {"statements", "exits", "answers", "items", "statement", "id", "place"}
    for kind, item in seen.items():
        if kind is not Guideline:
            assert {f.name for f in fields(item.of)} - set(item.fields()) <= parts, kind


def test_a_range_is_a_value(guideline: Guideline) -> None:
    schedules = guideline.treatments["amitriptyline"].schedules
    other = replace(schedules[0], start_mg=between("1"))
    assert only(with_treatment(guideline, schedules=(other, *schedules[1:]))).after == between("1")
