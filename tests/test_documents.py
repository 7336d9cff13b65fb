"""The documents are true: what is made from the content is as the content is, what is named exists, and is told."""

import argparse
import importlib.util
import json
import re
import shlex
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import yaml

from navigator.guideline.model import Guideline
from navigator.language import Language, say
from navigator.pages.keys import KEYS
from navigator.pages.settings import Settings
from navigator.policy import Policy, read
from navigator.terminal.arguments import parser

ROOT = Path(__file__).parent.parent


def maker(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_content_map_is_current(guideline: Guideline) -> None:
    written = (ROOT / "docs" / "content-map.md").read_text(encoding="utf-8")
    assert written == maker("content_map").content_map(guideline), "run: make map"


def test_the_content_review_is_current(guideline: Guideline) -> None:
    written = (ROOT / "docs" / "content-review.md").read_text(encoding="utf-8")
    assert written == maker("content_review").content_review(guideline), "run: make review"
    assert len(written.encode()) < 1_000_000


def test_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme


def documents() -> list[Path]:
    forms = (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md")
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"), *forms]


def targets() -> set[str]:
    """The targets that `make help` lists."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))


def test_every_make_target_named_in_the_documents_exists() -> None:
    for document in documents():
        found = re.findall(r"`make ([a-z]+)|^make ([a-z]+)", document.read_text(encoding="utf-8"), re.M)
        assert {a or b for a, b in found} <= targets(), document.name


def test_every_make_target_that_the_code_tells_to_run_exists() -> None:
    telling = [p for folder in ("navigator", "packaging", "tests") for p in (ROOT / folder).rglob("*.*")]
    told = {
        target
        for file in telling
        if file.suffix in (".py", ".sh", ".spec")
        for target in re.findall(r"run: make ([a-z]+)", file.read_text(encoding="utf-8"))
    }
    assert len(told) > 5
    assert told <= targets()


def test_every_make_target_is_listed_and_told() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert phony is not None
    assert set(phony[1].split()) == targets()
    told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert {t for t in targets() if f"`make {t}`" not in told and f"\nmake {t} " not in told} == set()


def verbs() -> dict[str, set[str]]:
    """The verbs of the command line, each with the options of its own."""
    whole = parser()
    found = next(a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    shared = {"-h", "--help", "--lang", "--content", "--json", "--format"}
    return {
        verb: {o for action in made._actions for o in action.option_strings} - shared
        for verb, made in found.choices.items()
    }


def test_every_verb_and_option_is_told_and_every_one_told_exists() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^### ([a-z-]+)\n(.*?)(?=^##)", text, re.M | re.DOTALL))
    told = {verb: part for verb, part in parts.items() if verb in verbs()}
    assert set(told) == set(verbs())
    assert set(re.findall(r"^\| \[`([a-z-]+)`\]", text, re.M)) == set(verbs())
    for verb, options in verbs().items():
        named = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w-])", told[verb]))
        assert options - named == set(), verb
        assert named - options - {"--lang", "--content", "--json", "--format"} == set(), verb


def test_every_navigator_verb_named_in_a_document_exists() -> None:
    for document in documents():
        text = document.read_text(encoding="utf-8")
        shell = "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.M | re.DOTALL))
        named = re.findall(r"^(?:\S*/)?navigator ([a-z][a-z-]*)", shell, re.M)
        named += re.findall(r"`navigator ([a-z][a-z-]*)", text)
        assert set(named) <= set(verbs()), document.name


def commands(document: Path) -> list[list[str]]:
    """Every call of the command line that a document tells to type, without the program."""
    found = []
    for block in re.findall(r"^```sh\n(.*?)^```", document.read_text(encoding="utf-8"), re.M | re.DOTALL):
        for line in block.splitlines():
            call = re.search(r"(?:^|[|/] ?)navigator( .*)?$", line)
            words = shlex.split(call[1] or "", comments=True) if call else None
            if words and words[0] not in ("--help", "--version"):
                found.append(words)
    return found


def test_every_command_of_the_documents_is_understood() -> None:
    found = {(document.name, tuple(words)) for document in documents() for words in commands(document)}
    assert len(found) > 25
    assert {words[0] for name, words in found if name == "cli.md"} >= set(verbs()) - {"self-test"}
    for name, words in found:
        try:
            parser().parse_args(words)
        except SystemExit as refused:
            raise AssertionError(f"{name}: navigator {shlex.join(words)}") from refused


def test_every_key_of_the_keyboard_in_the_documents_is_one_of_the_app() -> None:
    known = {part for line in KEYS for part in re.split(r"[ ()·]+", say(line.shown, Language.EN))}
    known |= {part for line in KEYS for part in re.split(r"[ ()·]+", say(line.shown, Language.FR))}
    shape = re.compile(r"(?<![\w+])((?:(?:Ctrl|Alt|Shift|Maj)\+)+[^\s,.;:)|`”»]+|F\d{1,2})(?![\w+])")
    for document in documents():
        if "adr" not in document.parts and "guide" not in document.parts:  # the guide: test_user_guide.py
            named = set(shape.findall(document.read_text(encoding="utf-8")))
            assert named <= known, document.name
    assert {"F1", "F2", "Ctrl+D"} <= set(shape.findall((ROOT / "README.md").read_text(encoding="utf-8")))


def test_every_setting_that_is_kept_is_told_and_every_one_told_exists() -> None:
    text = (ROOT / "docs" / "administrators.md").read_text(encoding="utf-8")
    for part in text.split("# Pour les administrateurs"):
        told = re.search(r"`settings\.json` [^`]+?: ((?:`[a-z]+`[^`]*?)+)\.\n", part)
        assert told is not None
        assert re.findall(r"`([a-z]+)`", told[1]) == [field.name for field in fields(Settings)]


def test_every_form_of_an_answer_is_told() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    found = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    for verb, made in found.choices.items():
        forms = next((a.choices for a in made._actions if "--format" in a.option_strings), None)
        if forms and len(list(forms)) > 2:
            assert f"--format {'|'.join(forms)}" in text.partition(f"### {verb}\n")[2].partition("\n###")[0], verb


def test_every_key_of_the_policy_is_told_and_every_one_told_exists() -> None:
    text = (ROOT / "docs" / "administrators.md").read_text(encoding="utf-8")
    keys = {field.name for field in fields(Policy)} - {"troubles"}
    english, french = text.split("# Pour les administrateurs")
    assert set(re.findall(r"^\| `([a-z_]+)` \|", english, re.M)) == keys
    assert set(re.findall(r"`([a-z_]+)`(?: à `false`)? : ", french)) == keys
    example = json.loads(re.findall(r"^```json\n(.*?)^```", english, re.M | re.DOTALL)[0])
    assert set(example) == keys


def test_the_policy_of_the_document_is_followed_without_a_trouble(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "administrators.md").read_text(encoding="utf-8")
    file = tmp_path / "policy.json"
    file.write_text(re.findall(r"^```json\n(.*?)^```", text, re.M | re.DOTALL)[0], encoding="utf-8")
    assert read(file).troubles == ()


def test_every_file_that_a_document_leads_to_is_there() -> None:
    for document in documents():
        for link in re.findall(r"\]\(([^)#:\s]+)[^)]*\)", document.read_text(encoding="utf-8")):
            assert (document.parent / link).exists(), f"{document.name}: {link}"


def test_every_path_in_a_document_is_there() -> None:
    """Of what lies in the repository; what a build makes or an example supposes begins with no folder of it."""
    folders = "content|docs|navigator|packaging|requirements|resources|tests"
    for document in documents():
        text = document.read_text(encoding="utf-8")
        for named in re.findall(rf"`((?:{folders})/[\w./+-]*)`", text):
            assert (ROOT / named).exists(), f"{document.name}: {named}"


def test_every_file_that_a_build_hands_out_is_told_by_its_name() -> None:
    text = "".join((ROOT / "packaging" / f).read_text(encoding="utf-8") for f in ("linux/make.py", "sbom.py"))
    made = {re.sub(r"\{system\}", "linux", name) for name in re.findall(r'f"(navigateur[-_]\{[^"]+)"', text)}
    told = set(
        re.findall(r"^\| `(navigateur.VERSION\S+)`", (ROOT / "docs/installing.md").read_text(encoding="utf-8"), re.M)
    )
    assert len(made) == 4
    assert {re.sub(r"\{[^}]+\}", "VERSION", name) for name in made} <= told


def test_the_map_of_the_code_names_every_room_and_nothing_that_is_gone() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    code = ROOT / "navigator"
    rooms = {p.name for p in code.iterdir() if p.is_dir() and (p / "__init__.py").is_file()}
    loose = {p.name for p in code.glob("*.py")} - {"__init__.py"}
    assert {room for room in rooms if f"navigator/{room}`" not in text} == set()
    assert {name for name in loose if name not in text} == set()
    named = re.findall(r"`(?:navigator/)?((?:[a-z_]+/)+[a-z_]+\.py)`", text)
    assert len(named) > 10
    assert [name for name in named if not (code / name).is_file() and not (ROOT / name).is_file()] == []
    assert {p.name for p in (code / "pages").glob("*_seat.py") if p.stem not in text} == set()


def test_decisions_have_each_their_number() -> None:
    numbers = [file.name.partition("-")[0] for file in (ROOT / "docs" / "adr").glob("*.md")]
    assert len(set(numbers)) == len(numbers)


def test_both_issue_forms_ask_in_both_languages() -> None:
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md"))
    assert {form.stem.partition(".")[2] for form in forms} == {"en", "fr"}
    assert len(forms) == 4
    for form in forms:
        head = yaml.safe_load(form.read_text(encoding="utf-8").split("---")[1])
        assert set(head) >= {"name", "about"}
