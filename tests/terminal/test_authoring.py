"""What authors ask of the command line: a schema for their editor, and the file of a new treatment."""

import json
import os
import shutil
from pathlib import Path

import pytest

from navigator import paths
from navigator.cli import main
from navigator.guideline.loader import load
from navigator.guideline.shapes import Key, Shape, Value, inside
from navigator.guideline.shapes_shared import STATEMENT
from navigator.guideline.shapes_treatment import TREATMENT
from navigator.guideline.source import Block, Element, Listing, Scalar, read_yaml
from navigator.language import Language, Sentence
from navigator.problems import Problem

KINDS = [
    "pathways",
    "treatment",
    "factors",
    "sources",
    "interactions",
    "background",
    "scores",
    "glossary",
    "cases",
    "codes",
]


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    try:
        code = main(words)
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr().err
    assert said.startswith("navigator: ")
    assert said.count("\n") == 1, said
    return code, said


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.content(), tmp_path / "content"))


def new(content: Path, *more: str) -> int:
    return main(("new", "treatment", "exemplamine", "--content", str(content), *more))


# --- navigator schema


def test_the_kinds_are_listed_with_their_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("schema",)) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == KINDS
    assert main(("schema", "--json")) == 0
    assert json.loads(capsys.readouterr().out)["treatment"] == "treatments/*.yaml"


def test_one_schema_is_printed_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("schema", "cases")) == 0
    french = json.loads(capsys.readouterr().out)
    assert french["$schema"].endswith("/draft/2020-12/schema")
    assert french["properties"]["cases"]["description"] == "les cas"


def test_schemas_are_written_all_or_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("schema", "-o", str(tmp_path / "all" / "of them"))) == 0
    assert {p.name for p in (tmp_path / "all" / "of them").iterdir()} == {f"{kind}.json" for kind in KINDS}
    assert main(("schema", "cases", "-o", str(tmp_path))) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(tmp_path / "cases.json")
    assert main(("schema", "cases", "-o", str(tmp_path))) == 0  # anew, over the old one


def test_a_wrong_kind_and_a_wrong_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = refused(capsys, "schema", "treatments")
    assert (code, "treatment" in said) == (2, True)
    (tmp_path / "file").write_text("")
    code, said = refused(capsys, "schema", "-o", str(tmp_path / "file"))
    assert code == 1
    assert "pathways.json" in said


# --- navigator new treatment


def test_a_new_treatment_is_written_and_says_what_to_do_next(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(content) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == str(content / "treatments" / "exemplamine.yaml")
    for word in ("treatments", "pathways.yaml", "placements", "sources.yaml", "interactions.yaml", "cases/", "check"):
        assert word in said
    assert [p.name for p in (content / "treatments").iterdir() if p.name.startswith(".")] == []


def test_it_answers_in_json_too(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(content, "--json") == 0
    got = json.loads(capsys.readouterr().out)
    assert got["file"].endswith("exemplamine.yaml")
    assert len(got["next"]) == 7


def test_an_existing_file_stays_as_it_is(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = content / "treatments" / "exemplamine.yaml"
    path.write_text("id: mine\n")
    code, said = refused(capsys, "new", "treatment", "exemplamine", "--content", str(content))
    assert code == 2
    assert "exemplamine.yaml" in said
    assert path.read_text() == "id: mine\n"


def test_a_file_that_came_meanwhile_stays_too(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = content / "treatments" / "exemplamine.yaml"

    def late(beside: Path, wanted: Path) -> None:
        path.write_text("id: mine\n")
        raise PermissionError

    monkeypatch.setattr(os, "link", late)
    assert refused(capsys, "new", "treatment", "exemplamine", "--content", str(content))[0] == 2
    assert path.read_text() == "id: mine\n"
    assert [p.name for p in path.parent.iterdir() if p.name.startswith(".")] == []


def test_a_disk_without_hard_links_will_do(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(beside: Path, wanted: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", none)
    assert new(content) == 0
    assert (content / "treatments" / "exemplamine.yaml").is_file()


def test_a_disk_that_refuses_leaves_nothing(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = sorted((content / "treatments").iterdir())
    code, said = refused(capsys, "new", "treatment", "exemplamine", "--content", str(content))
    assert (code, "No space left" in said) == (1, True)
    assert sorted((content / "treatments").iterdir()) == before


@pytest.mark.parametrize("id_", ["Exemplamine", "a b", "a+b", "../a", "a.b", "é", "-a", "a-", "a" * 61, ""])
def test_an_id_that_cannot_be_one_is_refused(id_: str, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(content.rglob("*"))
    assert refused(capsys, "new", "treatment", "--content", str(content), "--", id_)[0] == 2
    assert sorted(content.rglob("*")) == before


def test_a_folder_without_content_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "new", "treatment", "exemplamine", "--content", str(tmp_path))[0] == 2
    (tmp_path / "_content" / "treatments").mkdir(parents=True)
    code, said = refused(capsys, "new", "treatment", "exemplamine", "--content", str(tmp_path / "_content"))
    assert (code, "--content" in said) == (2, True)


def test_only_a_treatment_can_be_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "new", "case", "exemplamine")[0] == 2


# --- the skeleton


def skeleton(content: Path, language: Language) -> str:
    assert new(content, "--lang", language) == 0
    path = content / "treatments" / "exemplamine.yaml"
    text = path.read_text("utf-8")
    path.unlink()
    return text


def element_of(text: str) -> Element:
    element, problems = read_yaml(text.encode("utf-8"), "treatments/exemplamine.yaml")
    assert element is not None, problems
    return element


def scalars(element: Element) -> list[str]:
    if isinstance(element, Scalar):
        return [element.text]
    items = element.items if isinstance(element, Listing) else element.fields.values()
    return [text for item in items for text in scalars(item)]


def test_no_value_is_filled_in(content: Path) -> None:
    assert {text for text in scalars(element_of(skeleton(content, Language.FR))) if text} == {"exemplamine"}


def asked(value: Value) -> list[Key]:
    """Every key that the skeleton has to hold: those of a sentence are shown once, in the summary."""
    if isinstance(value, Shape):
        return [*value.keys, *(found for key in value.keys for found in asked(key.value))]
    return [found for one in inside(value)[:1] if one is not STATEMENT for found in asked(one)]


@pytest.mark.parametrize("language", Language)
def test_every_key_is_there_with_a_comment_that_says_what_goes_there(language: Language, content: Path) -> None:
    lines = skeleton(content, language).splitlines()
    flat = " ".join(line.strip().removeprefix("# ") for line in lines)
    for key in asked(TREATMENT):
        at = [i for i, line in enumerate(lines) if line.strip().removeprefix("- ").startswith(f"{key.name}:")]
        assert at, key.name
        assert all(lines[i - 1].strip().startswith("#") for i in at), key.name
        assert Sentence(key.says).in_(language) in flat


def test_the_skeleton_in_both_languages_has_the_same_keys(content: Path) -> None:
    french, english = (
        [line for line in skeleton(content, language).splitlines() if not line.strip().startswith("#")]
        for language in Language
    )
    assert french == english


def test_the_check_asks_for_every_value_and_complains_of_nothing_else(content: Path) -> None:
    text = skeleton(content, Language.FR)
    (content / "treatments" / "exemplamine.yaml").write_text(text, encoding="utf-8")
    loaded = load(content)
    assert loaded.guideline is None
    assert {p.place.file for p in loaded.problems} == {"treatments/exemplamine.yaml"}
    codes = {"empty-value", "language", "section", "no-source", "band", "unlisted"}
    assert {p.code for p in loaded.problems} == codes
    assert unsaid(element_of(text), loaded.problems) == []


def unsaid(element: Element, problems: tuple[Problem, ...]) -> list[Element]:
    """The empty values of which no problem speaks."""
    if isinstance(element, Block):
        return [found for value in element.fields.values() for found in unsaid(value, problems)]
    if isinstance(element, Listing) and element.items:
        return [found for value in element.items for found in unsaid(value, problems)]
    filled = isinstance(element, Scalar) and element.text
    return [] if filled or any(p.place == element.place for p in problems) else [element]
