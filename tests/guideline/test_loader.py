"""Loading a content folder: the guideline as it is written, and every problem at its place, all at once."""

import random
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from navigator.guideline.checks import check_guideline
from navigator.guideline.loader import load
from navigator.guideline.model import Band, Citation, Kind, Level, Line, Range, Severity
from navigator.language import Language, Text
from navigator.problems import Problem

from .small_content import SmallContent, files
from .test_source import mutated

GABAPENTIN, DULOXETINE = "treatments/gabapentin.yaml", "treatments/duloxetine.yaml"


def told(problems: Sequence[Problem]) -> list[str]:
    return [f"{problem.place} {problem.code}" for problem in problems]


def only(content: SmallContent) -> Problem:
    loaded = content.load()
    assert loaded.guideline is None
    assert len(loaded.problems) == 1, [problem.line(Language.FR) for problem in loaded.problems]
    return loaded.problems[0]


def test_a_sound_folder_gives_its_guideline(content: SmallContent) -> None:
    loaded = content.load()
    assert loaded.problems == ()
    assert loaded.guideline is not None
    assert loaded.guideline.version == "2026.11"
    assert loaded.guideline.pain_types["diffuse"].title == Text("Périphérique diffuse", "Diffuse peripheral")


def test_doses_are_exactly_as_written(content: SmallContent) -> None:
    guideline = content.load().draft
    low, middle, usual = guideline.treatments["gabapentin"].schedules
    assert low.band == Band(below=Decimal(30))
    assert middle.start_mg == Range(Decimal(100), Decimal(300))
    assert low.start_interval_days == 2
    assert usual.steps[0].after_days == Range(Decimal(3), Decimal(7))
    assert usual.start_takes == ("evening",)
    assert guideline.treatments["duloxetine"].schedules[0].start_takes == ("morning",)


def test_a_rule_keeps_its_condition_its_reason_and_its_source(content: SmallContent) -> None:
    rule = content.load().draft.treatments["duloxetine"].rules[0]
    assert rule.severity is Severity.CONTRAINDICATED
    assert rule.when.holds({"crcl": Decimal(29)}) is True
    assert rule.citations == (Citation("v1"),)
    assert rule.instead == Text("Choisir la gabapentine.", "Choose gabapentin.")


def test_treatments_stand_in_the_order_of_the_list_and_combinations_last(content: SmallContent) -> None:
    treatments = content.load().draft.treatments
    assert list(treatments) == ["gabapentin", "duloxetine", "rtms", "gabapentin+duloxetine"]
    together = treatments["gabapentin+duloxetine"]
    assert together.kind is Kind.COMBINATION
    assert together.name == Text("Gabapentine + duloxétine", "Gabapentin + duloxetine")
    assert together.placements[0].line is Line.COMBINATION
    assert together.members == ("gabapentin", "duloxetine")


def test_without_the_list_treatments_stand_by_name(content: SmallContent) -> None:
    content.swap("pathways.yaml", "treatments: [gabapentin, duloxetine, rtms]\n", "")
    assert list(content.load().draft.treatments)[:3] == ["duloxetine", "gabapentin", "rtms"]


def test_a_pair_is_found_whichever_is_named_first(content: SmallContent) -> None:
    pairs = content.load().draft.pairs
    assert pairs[frozenset({"duloxetine", "gabapentin"})].level is Level.CAUTION


def test_every_text_is_kept_with_its_place(content: SmallContent) -> None:
    texts = content.load().texts
    assert any(str(written.place).startswith("glossary.yaml:2:") for written in texts)


def test_faults_of_several_files_are_told_at_once_with_their_places(content: SmallContent) -> None:
    dose = content.swap(GABAPENTIN, "max_mg: 3600", "max_mg: 3600.0")
    unknown = content.swap(DULOXETINE, "judge_after_weeks: 6", "judge_after_week: 6")
    condition = content.swap(DULOXETINE, "when: crcl < 30", "when: crlc < 30")
    link = content.swap("pathways.yaml", "first: diffuse.first-line", "first: diffuse.first-lin")
    language = content.swap("glossary.yaml", ", en: Pain on touch.", "")
    schedule = dose_line(DULOXETINE, "  - id: usual")
    assert told(content.load().problems) == [
        f"glossary.yaml:{language}:68 language",
        f"pathways.yaml:{link}:12 unresolved",
        f"{DULOXETINE}:{schedule}:5 missing-key",
        f"{DULOXETINE}:{unknown}:5 unknown-key",
        f"{DULOXETINE}:{condition}:11 condition",
        f"{GABAPENTIN}:{dose}:13 number",
    ]


def dose_line(file: str, text: str) -> int:
    return files()[file].split(text)[0].count("\n") + 1


def test_the_problem_of_a_condition_stands_at_the_wrong_word(content: SmallContent) -> None:
    line = content.swap(GABAPENTIN, "when: age >= 65 and not dialysis", "when: age >= 65 and not dyalysis")
    problem = only(content)
    assert str(problem.place) == f"{GABAPENTIN}:{line}:29"
    assert "vouliez-vous dire « dialysis »" in problem.text.in_(Language.FR)


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (GABAPENTIN, "class: gabapentinoid", "class: gabapentinoids", "gabapentinoid"),
        (GABAPENTIN, "mechanisms: [calcium-channels]", "mechanisms: [calcium-canals]", "calcium-channels"),
        (GABAPENTIN, "sfetd-2020, line: second-line", "sfetd-202, line: second-line", "sfetd-2020"),
        (GABAPENTIN, "source-article, line: first-line", "source-article, line: fist-line", "first-line"),
        (GABAPENTIN, "severity: caution", "severity: cautious", "caution"),
        (GABAPENTIN, "kind: medicine", "kind: medecine", "medicine"),
        (GABAPENTIN, "takes: [morning, evening]", "takes: [morning, evning]", "evening"),
        ("pathways.yaml", "reading: source-article", "reading: source-artcle", "source-article"),
        ("pathways.yaml", "shown_on: [gabapentin,", "shown_on: [gabapentine,", "gabapentin"),
        ("pathways.yaml", "urgency: emergency", "urgency: emergenci", "emergency"),
        ("interactions.yaml", "and: [duloxetine]", "and: [duloxetin]", "duloxetine"),
        ("factors.yaml", "then: {hepatic: mild, ", "then: {hepatic: midl, ", "mild"),
        ("factors.yaml", "kind: taking", "kind: takin", "taking"),
        ("cases/all.yaml", "because: duloxetine.renal", "because: duloxetine.rena", "duloxetine.renal"),
        ("cases/all.yaml", "duloxetine: contraindicated,", "duloxetine: contraindicate,", "contraindicated"),
        ("cases/all.yaml", "{age: 78", "{ages: 78", "age"),
        ("cases/all.yaml", "'maoi,none'", "'mao,none'", "maoi"),
        ("cases/all.yaml", "node: diffuse.first-line", "node: diffuse.firstline", "diffuse.first-line"),
    ],
)
def test_a_mistyped_word_is_told_with_the_word_that_was_meant(
    content: SmallContent, file: str, old: str, new: str, meant: str
) -> None:
    line = content.swap(file, old, new)
    problem = only(content)
    assert (problem.place.file, problem.place.line) == (file, line)
    assert f"« {meant} »" in problem.text.in_(Language.FR)


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("60,5", "60.5"),
        ("60.50", "60.5"),
        (".5", "0.5"),
        ("060", "60"),
        ("+60", "12.5"),
        ("6e1", "12.5"),
        ("60 mg", "12.5"),
        ("1 800", "12.5"),
        ("15–60", "7-14"),
    ],
)
def test_a_number_that_can_be_misread_is_refused_with_its_cure(content: SmallContent, written: str, cure: str) -> None:
    content.swap(DULOXETINE, "    target_mg: 60\n", f"    target_mg: {written}\n")
    problem = only(content)
    assert problem.code == "number"
    assert cure in problem.text.in_(Language.FR)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (GABAPENTIN, "  renal: {not_applicable: {fr: Sans objet., en: Not applicable.}}\n", "", "section"),
        (GABAPENTIN, "  renal: {not_applicable: {fr: Sans objet., en: Not applicable.}}", "  renal: []", "section"),
        (GABAPENTIN, "id: gabapentin\n", "id: gabapentine\n", "file-name"),
        (GABAPENTIN, "id: gabapentin.kidney-stone", "id: kidney-stone", "rule-id"),
        (GABAPENTIN, "target_mg: 900-1800", "target_mg: 1800-900", "range"),
        (GABAPENTIN, "takes: [morning, evening]", "takes: []", "takes"),
        (GABAPENTIN, "band: {from: 60}", "band: {}", "band"),
        (GABAPENTIN, "start_interval_days: 2", "start_interval_days: 1.5", "number"),
        (GABAPENTIN, "  - id: middle", "  - id: low", "duplicate-id"),
        (DULOXETINE, "    instead: {fr: Choisir la gabapentine., en: Choose gabapentin.}\n", "", "instead"),
        (DULOXETINE, "sources: [source-article, v1]", "sources: []", "no-source"),
        (DULOXETINE, "name: {fr: Duloxétine, en: Duloxetine}", "name: Duloxetine", "language"),
        (DULOXETINE, "name: {fr: Duloxétine, en: Duloxetine}", "name: {fr: Duloxétine, en: ''}", "language"),
        (DULOXETINE, "brands: [Cymbalta]", "brands: Cymbalta", "shape"),
        (DULOXETINE, "class: snri", "class: [snri]", "shape"),
        (DULOXETINE, "class: snri", "class:", "empty-value"),
        (DULOXETINE, "class: snri", "class: SNRI !", "id"),
        ("pathways.yaml", "released: 2026-11-23", "released: 2026-13-23", "date"),
        ("pathways.yaml", "released: 2026-11-23", "released: 23/11/2026", "date"),
        ("pathways.yaml", "treatments: [gabapentin, duloxetine, rtms]", "treatments: [gabapentin, rtms]", "unlisted"),
        ("pathways.yaml", "antiepileptic: true", "antiepileptic: yes", "choice"),
        ("pathways.yaml", "{id: criteria.relief-30, text", "{text", "missing-key"),
        ("factors.yaml", "    none: none\n", "    none: never\n", "choice"),
        ("factors.yaml", "minimum: 18", "minimum: 180", "range"),
        ("interactions.yaml", "members: [gabapentin, duloxetine]", "members: [gabapentin]", "combination"),
        ("interactions.yaml", "    and: [duloxetine]", "    and: [gabapentin]", "pair"),
        ("cases/all.yaml", "crcl: 25", "maoi: yes", "unresolved"),
    ],
)
def test_every_other_fault_of_reading_is_caught(
    content: SmallContent, file: str, old: str, new: str, code: str
) -> None:
    line = content.swap(file, old, new)
    found = [problem for problem in content.load().problems if problem.code == code]
    assert found
    assert found[0].place.file == file or code == "unlisted"
    assert found[0].place.line <= line


def test_a_pair_given_twice_is_told_with_the_line_of_the_first(content: SmallContent) -> None:
    again = (
        "  - {between: [duloxetine], and: [gabapentin], level: avoid, because: {fr: Non., en: No.}, sources: [l1]}\n"
    )
    content.swap("interactions.yaml", "combinations:\n", f"{again}combinations:\n")
    problem = only(content)
    assert problem.code == "duplicate-pair"
    assert "ligne 2" in problem.text.in_(Language.FR)


def test_a_case_told_twice_in_two_files_is_caught(content: SmallContent) -> None:
    (content.folder / "cases/more.yaml").write_text(files()["cases/all.yaml"], encoding="utf-8")
    assert only(content).code == "duplicate-id"


def test_an_unreadable_file_is_told_once_and_not_echoed_by_its_ids(content: SmallContent) -> None:
    content.swap("sources.yaml", "sources:\n", "sources: [\n")
    content.swap("factors.yaml", "factors:\n", "factors: &x\n")
    assert sorted({problem.code for problem in content.load().problems}) == ["anchor", "yaml"]


def test_an_unreadable_treatment_is_not_told_as_unknown_elsewhere(content: SmallContent) -> None:
    content.swap(GABAPENTIN, "kind: medicine", "kind: 'medicine")
    loaded = content.load()
    assert {problem.place.file for problem in loaded.problems} == {GABAPENTIN}
    assert check_guideline(loaded, content.folder) == ()


def test_a_missing_file_and_a_file_without_a_place_are_told(content: SmallContent) -> None:
    (content.folder / "scores.yaml").rename(content.folder / "score.yaml")
    assert told(content.load().problems)[:2] == ["score.yaml:1:1 unknown-file", "scores.yaml:1:1 missing-file"]


def test_a_folder_that_is_not_there_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere")
    assert loaded.guideline is None
    assert [problem.code for problem in loaded.problems] == ["folder"]


def test_a_folder_in_the_place_of_a_file_is_told(content: SmallContent) -> None:
    (content.folder / "scores.yaml").unlink()
    (content.folder / "scores.yaml").mkdir()
    assert only(content).code == "unreadable"


def test_reading_stops_when_there_are_very_many_problems(content: SmallContent) -> None:
    many = "".join(f"key{number}: 1\n" for number in range(5_000))
    content.swap("glossary.yaml", "glossary:\n", f"{many}glossary:\n")
    problems = content.load().problems
    assert len(problems) < 300
    assert problems[0].code == "too-many"


def load_mutations(content: SmallContent, seeds: range) -> None:
    original = files()
    for seed in seeds:
        chance = random.Random(seed)
        name = chance.choice(sorted(original))
        path = content.folder / name
        path.write_bytes(mutated(original[name].encode(), chance))
        loaded = content.load()
        problems = (*loaded.problems, *check_guideline(loaded, content.folder))
        assert all(problem.line(Language.FR).count("\n") == 0 for problem in problems)
        path.write_text(original[name], encoding="utf-8")


def test_mutated_content_never_crashes_the_loader_or_the_checks(content: SmallContent) -> None:
    load_mutations(content, range(100))


@pytest.mark.sweep
def test_much_mutated_content_never_crashes_the_loader_or_the_checks(content: SmallContent) -> None:
    load_mutations(content, range(1_000, 6_000))
