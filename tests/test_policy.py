"""What an administrator fixes: read from one file, forgiving, and told in a sentence where it is wrong."""

import json
from pathlib import Path

import pytest

from navigator.language import Language
from navigator.policy import Policy, of_machine, place, read


def written(folder: Path, text: str) -> Path:
    file = folder / "policy.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_each_system_has_its_place_and_the_environment_names_another() -> None:
    assert place({}, "linux") == Path("/etc/navigateur/policy.json")
    assert place({"PROGRAMDATA": "D:/Data"}, "win32") == Path("D:/Data/Navigateur/policy.json")
    assert place({"NAVIGATEUR_POLICY": "/srv/p.json"}, "win32") == Path("/srv/p.json")


def test_every_key_is_taken_and_a_content_folder_lies_beside_the_file(tmp_path: Path) -> None:
    wanted = {
        "content": "ours",
        "language": "en",
        "reading": "sfetd-2020",
        "theme": "contrast",
        "patient_panel": False,
        "idle_minutes": 5,
        "tour": False,
    }
    policy = read(written(tmp_path, json.dumps(wanted)))
    assert policy == Policy(str(tmp_path / "ours"), "en", "sfetd-2020", "contrast", False, 5, False)
    assert policy.fixes("theme")
    assert not policy.fixes("zoom")


def test_no_file_is_no_policy_but_a_named_one_must_be_there(tmp_path: Path) -> None:
    assert read(tmp_path / "none.json") == Policy()
    named = of_machine({"NAVIGATEUR_POLICY": str(tmp_path / "none.json")}, "linux")
    assert "none.json" in named.troubles[0].in_(Language.EN)
    assert "does not exist" in named.troubles[0].in_(Language.EN)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"tour": }'])
def test_a_broken_file_is_not_followed_and_says_where_and_what_to_do(tmp_path: Path, text: str) -> None:
    policy = read(written(tmp_path, text))
    assert policy == Policy(patient_panel=False, troubles=policy.troubles), "it may have forbidden patients"
    said = policy.troubles[0].in_(Language.FR)
    assert str(tmp_path) in said
    assert "Corrigez-le" in said


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "de"),
        ("theme", "pink"),
        ("patient_panel", "no"),
        ("patient_panel", 0),
        ("idle_minutes", 0),
        ("idle_minutes", True),
        ("idle_minutes", "5"),
        ("content", ""),
        ("reading", 3),
        ("colour", "red"),
    ],
)
def test_a_key_that_makes_no_sense_is_named_and_the_others_hold(tmp_path: Path, key: str, value: object) -> None:
    policy = read(written(tmp_path, json.dumps({key: value, "tour": False})))
    assert not policy.tour
    assert len(policy.troubles) == 1
    assert f"“{key}”" in policy.troubles[0].in_(Language.EN)
    panel = key != "patient_panel"
    assert policy == Policy(tour=False, patient_panel=panel, troubles=policy.troubles)
