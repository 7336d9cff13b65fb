"""Every fault planted in the tree or in the ids is caught."""

import pytest

from .planted import caught
from .small_content import SmallContent

PATHWAYS = "pathways.yaml"
GABAPENTIN, DULOXETINE, RTMS = "treatments/gabapentin.yaml", "treatments/duloxetine.yaml", "treatments/rtms.yaml"
TEXT = "{fr: Un texte, en: A text}"


def test_the_small_content_has_no_fault(content: SmallContent) -> None:
    assert content.codes() == []


def add_node(content: SmallContent, node: str) -> None:
    content.swap(PATHWAYS, "nodes:\n", f"nodes:\n  - {node}\n")


def test_a_node_without_a_way_to_it_is_caught(content: SmallContent) -> None:
    add_node(content, f"{{id: island, kind: end, end: refer, title: {TEXT}, aim: {TEXT}}}")
    (problem,) = caught(content, "unreachable")
    assert problem.place.line == content_line(content, "id: island")


def content_line(content: SmallContent, text: str) -> int:
    return (content.folder / PATHWAYS).read_text("utf-8").split(text)[0].count("\n") + 1


def test_a_walk_that_goes_round_is_caught(content: SmallContent) -> None:
    stage = "stage: emerging"
    text = (content.folder / PATHWAYS).read_text("utf-8")
    head, _stage, tail = text.partition(stage)
    tail = tail.replace("outcome: skip, to: diffuse.refer", "outcome: skip, to: diffuse.first-line")
    (content.folder / PATHWAYS).write_text(head + stage + tail, encoding="utf-8")
    assert len(caught(content, "cycle")) == 5


def test_a_question_without_answers_is_a_dead_end(content: SmallContent) -> None:
    content.swap(PATHWAYS, f"{{id: absent, label: {TEXT}, to: start}}", f"{{id: absent, label: {TEXT}, to: why}}")
    add_node(content, f"{{id: why, kind: question, title: {TEXT}, aim: {TEXT}, answers: []}}")
    assert caught(content, "dead-end")


@pytest.mark.parametrize("outcome", ["relief-50", "relief-30", "no-relief", "not-tolerated", "skip"])
def test_an_outcome_without_an_exit_is_caught(content: SmallContent, outcome: str) -> None:
    text = (content.folder / PATHWAYS).read_text("utf-8")
    to = "maintain" if outcome.startswith("relief") else "combinations"
    line = f"      - {{outcome: {outcome}, to: diffuse.{to}}}\n"
    (content.folder / PATHWAYS).write_text(text.replace(line, "", 1), encoding="utf-8")
    assert caught(content, "exit")


def test_two_exits_for_one_outcome_are_caught(content: SmallContent) -> None:
    exit_ = "      - {outcome: skip, to: diffuse.combinations}\n"
    content.swap(PATHWAYS, exit_, exit_ * 2)
    assert caught(content, "exit")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: diffuse.refer, kind: end, end: refer", "id: diffuse.refer, kind: end, end: maintain", "node-id"),
        ("lines: [second-line]", "lines: [second-line, emerging]", "lines"),
        ("lines: [interventional, third-line, specialist-only]", "lines: [interventional, third-line]", "lines"),
        ("lines: [emerging]", "lines: [emerging, against]", "lines"),
    ],
)
def test_a_tree_that_is_not_whole_is_caught(content: SmallContent, old: str, new: str, code: str) -> None:
    content.swap(PATHWAYS, old, new)
    assert caught(content, code)


def test_a_missing_urgent_end_is_caught(content: SmallContent) -> None:
    path = content.folder / PATHWAYS
    path.write_text(path.read_text("utf-8").replace("urgent,", "urgent-now,").replace(": urgent\n", ": x\n"), "utf-8")
    text = path.read_text("utf-8").replace("to: urgent}", "to: urgent-now}").replace("end: urgent-now", "end: urgent")
    path.write_text(text, encoding="utf-8")
    assert caught(content, "missing-node")


def test_a_stage_without_a_treatment_is_caught(content: SmallContent) -> None:
    content.swap(RTMS, "line: emerging", "line: interventional")
    (problem,) = caught(content, "empty-stage")
    assert "diffuse.emerging" in str(problem.text.values)


def test_a_treatment_that_no_source_places_is_caught(content: SmallContent) -> None:
    content.swap(RTMS, "line: emerging", "line: not-addressed")
    assert caught(content, "orphan")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("source: sfetd-2020, line", "source: v1, line", "reading"),
        ("source: sfetd-2020, line", "source: source-article, line", "duplicate-placement"),
    ],
)
def test_a_placement_stands_once_for_each_reading(content: SmallContent, old: str, new: str, code: str) -> None:
    content.swap(GABAPENTIN, old, new)
    assert caught(content, code)


def test_an_id_that_means_two_pages_is_caught(content: SmallContent) -> None:
    content.swap("scores.yaml", "id: dn4", "id: rtms")
    assert caught(content, "ambiguous-id")


def test_a_rule_id_used_twice_is_caught(content: SmallContent) -> None:
    rule = (
        "rules:\n  - {id: gabapentin.kidney-stone, when: dialysis, severity: caution, because: "
        "{fr: Un, en: One}, basis: label, status: read, sources: [v1]}\n"
    )
    content.swap(GABAPENTIN, "rules:\n", rule)
    assert caught(content, "duplicate-id")


def test_a_combination_whose_pair_is_not_told_is_caught(content: SmallContent) -> None:
    content.swap("interactions.yaml", "    and: [duloxetine]", "    and: [rtms]")
    assert caught(content, "missing-pair")


def test_a_combination_against_the_order_is_caught(content: SmallContent) -> None:
    content.swap("interactions.yaml", "members: [gabapentin, duloxetine]", "members: [duloxetine, gabapentin]")
    content.swap("cases/all.yaml", ", gabapentin+duloxetine: contraindicated", "")
    assert caught(content, "pair-order")


def test_a_combination_with_a_technique_is_caught(content: SmallContent) -> None:
    content.swap("interactions.yaml", "members: [gabapentin, duloxetine]", "members: [gabapentin, rtms]")
    content.swap("cases/all.yaml", ", gabapentin+duloxetine: contraindicated", "")
    assert caught(content, "combination")


def test_what_is_there_for_nothing_is_a_warning(content: SmallContent) -> None:
    content.swap("background.yaml", "sources: [l1]", "sources: [v1]")
    content.swap("interactions.yaml", "because: {fr: Deux sédatifs., en: Two sedatives.}\n    sources: [l1]", UNSOURCED)
    content.swap("interactions.yaml", "en: Two classes together.}, sources: [l1]", "en: Two., }, sources: [v1]")
    content.swap(RTMS, "sources: [l1]", "sources: [v1]")
    (problem,) = caught(content, "unused")
    assert problem.severity == "warning"
    assert problem.place.file == "sources.yaml"


UNSOURCED = "because: {fr: Deux sédatifs., en: Two sedatives.}\n    sources: [v1]"
