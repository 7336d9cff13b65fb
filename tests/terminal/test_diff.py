"""`navigator diff OLD NEW`: what changed between two content folders, as a doctor reads it, in both languages."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from navigator.cli import main
from navigator.guideline.model import Guideline
from navigator.guideline.portrait import Part, subjects
from navigator.language import Language
from navigator.terminal.item_words import GROUP, PART, ItemTeller
from navigator.terminal.value_words import FIELD
from tests.guideline.small_content import SmallContent

DULOXETINE, RED_FLAGS = "treatments/duloxetine.yaml", "pathways.yaml"
Diff = Callable[..., tuple[int, str]]


@pytest.fixture
def old(tmp_path: Path) -> SmallContent:
    return SmallContent(tmp_path / "old").write()


@pytest.fixture
def new(tmp_path: Path) -> SmallContent:
    """The same content with planted changes: a dose, a rule twice, a placement, a red flag."""
    made = SmallContent(tmp_path / "new").write()
    made.swap(DULOXETINE, "max_mg: 120", "max_mg: 90")
    made.swap(
        DULOXETINE, "when: crcl < 30\n    severity: contraindicated", "when: crcl < 20 or maoi\n    severity: avoid"
    )
    made.swap(DULOXETINE, "source: sfetd-2020, line: interventional", "source: sfetd-2020, line: second-line")
    made.swap(RED_FLAGS, "action: {fr: IRM en urgence", "action: {fr: IRM le jour même")
    return made


@pytest.fixture
def diff(capsys: pytest.CaptureFixture[str]) -> Diff:
    def called(one: Path, other: Path, *words: str) -> tuple[int, str]:
        code = main(("diff", str(one), str(other), *words))
        said = capsys.readouterr()
        return code, said.out + said.err

    return called


def unwrapped(said: str) -> str:
    return " ".join(said.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_no_difference_is_said(diff: Diff, old: SmallContent) -> None:
    assert diff(old.folder, old.folder) == (0, "Aucune différence.\n")
    assert diff(old.folder, old.folder, "--lang", "en") == (0, "No difference.\n")
    code, said = diff(old.folder, old.folder, "--json")
    assert (code, json.loads(said)) == (0, [])


def test_a_doctor_reads_what_changed(diff: Diff, old: SmallContent, new: SmallContent) -> None:
    code, said = diff(old.folder, new.folder)
    plain = unwrapped(said)
    assert code == 0
    assert plain.startswith("Traitements =========== Duloxétine [duloxetine]")
    assert "(Périphérique diffuse, Court), rang : recours interventionnel → deuxième ligne" in plain
    assert "Schéma « usual », dose maximale : 120 mg/j → 90 mg/j" in plain
    assert "condition : clairance < 30 mL/min → clairance < 20 mL/min OU IMAO" in plain
    assert "Règle « duloxetine.renal », gravité : Contre-indiqué → Déconseillé" in plain
    assert plain.count("Sous 30 mL/min, elle s’accumule.") == 1, "the rule is quoted once"
    assert "Selle insensible [cauda-equina] ~ que faire − IRM en urgence + IRM le jour même" in plain
    assert plain.endswith("Différences : 5.")


def test_the_same_in_english(diff: Diff, old: SmallContent, new: SmallContent) -> None:
    plain = unwrapped(diff(old.folder, new.folder, "--lang", "en")[1])
    assert plain.startswith("Treatments ========== Duloxetine [duloxetine]")
    assert "highest dose: 120 mg/day → 90 mg/day" in plain
    assert "clearance < 30 mL/min → clearance < 20 mL/min OR MAOI" in plain
    assert "severity: Contraindicated → Avoid" in plain
    assert "what to do (in French) − IRM en urgence + IRM le jour même" in plain, "only the French changed"


def test_the_same_in_json_with_ids_and_values_as_written(diff: Diff, old: SmallContent, new: SmallContent) -> None:
    code, said = diff(old.folder, new.folder, "--json")
    found: list[dict[str, Any]] = json.loads(said)
    assert code == 0
    assert [(c["id"], c["part"], c["item"], c["field"], c["before"], c["after"]) for c in found[:4]] == [
        ("duloxetine", "placement", "diffuse sfetd-2020", "line", "interventional", "second-line"),
        ("duloxetine", "schedule", "usual", "max_mg", "120", "90"),
        ("duloxetine", "rule", "duloxetine.renal", "when", "crcl < 30", "crcl < 20 or maoi"),
        ("duloxetine", "rule", "duloxetine.renal", "severity", "contraindicated", "avoid"),
    ]
    assert found[4]["group"] == "red-flag"
    assert found[4]["after"] == {"fr": "IRM le jour même", "en": "Emergency MRI"}
    assert all(c["text"] and c["change"] == "changed" for c in found)


def test_forwards_and_backwards_tell_the_same(diff: Diff, old: SmallContent, new: SmallContent) -> None:
    there = json.loads(diff(old.folder, new.folder, "--json")[1])
    back = json.loads(diff(new.folder, old.folder, "--json")[1])
    assert [(c["before"], c["after"]) for c in there] == [(c["after"], c["before"]) for c in back]


@pytest.mark.parametrize("language", Language)
def test_a_treatment_added_or_removed_is_told_with_its_size(diff: Diff, old: SmallContent, language: Language) -> None:
    less = SmallContent(old.folder.parent / "less").write()
    (less.folder / "treatments" / "rtms.yaml").unlink()
    less.swap("pathways.yaml", "treatments: [gabapentin, duloxetine, rtms]", "treatments: [gabapentin, duloxetine]")
    code, said = diff(less.folder, old.folder, "--lang", language)
    assert code == 0
    assert "[rtms]" in said
    assert ("+ Ajout (0 règles, 0 schémas)" if language is Language.FR else "+ Added (0 rules, 0 schedules)") in said
    assert "[rtms]\n  − " in diff(old.folder, less.folder, "--lang", language)[1]


@pytest.mark.parametrize("which", [0, 1])
def test_a_folder_that_cannot_be_read_is_said_in_one_line(
    diff: Diff, old: SmallContent, tmp_path: Path, which: int
) -> None:
    folders = [old.folder, old.folder]
    folders[which] = tmp_path / "nowhere"
    code, said = diff(*folders)
    assert code == 1
    assert said.count("\n") == 1
    assert "nowhere" in said
    assert "Traceback" not in said


# --- every part of the shipped content has its words


def test_every_field_group_and_part_has_a_name(guideline: Guideline) -> None:
    items = [item for subject in subjects(guideline) for item in subject.items]
    assert {name for item in items for name in item.fields()} - set(FIELD) == set()
    assert {subject.group for subject in subjects(guideline)} <= set(GROUP)
    assert {item.part for item in items} <= set(PART)


@pytest.mark.parametrize("language", Language)
def test_every_part_and_every_value_is_told(guideline: Guideline, language: Language) -> None:
    teller = ItemTeller(guideline, language)
    for subject in subjects(guideline):
        for item in subject.items:
            told = teller.sentence(item) + teller.behind(item) + teller.name(item)
            told += " ".join(teller.value(name, value) for name, value in item.fields().items())
            assert told.strip()
            assert not any(sign in told for sign in ("Text(", "Decimal(", "Citation(", "<class", "{")), told
            assert item.part is Part.ITSELF or teller.name(item)
