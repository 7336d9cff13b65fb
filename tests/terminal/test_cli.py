"""The command line as practice software and reviewers use it: verbs, JSON, exit codes, sentences."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from navigator import paths
from navigator.cli import main
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence
from navigator.pages.scene import StartPage
from navigator.pages.sitting import Sitting
from navigator.problems import Place, Problem
from tests.guideline.small_content import SmallContent

FIT = ("-p", "age=50", "-p", "crcl=100", "-p", "taking=none", "-p", "others=no")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(words) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    try:
        code = main(words)
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.count("\n") == 1, said
    return code, said


def test_options_follow_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    got = answer(
        capsys, "options", "diffuse.first-line", "-p", "age=78", "-p", "sex=female", "-p", "crcl=25.1", "--json"
    )
    assert got["node"] == "diffuse.first-line"
    assert got["reading"] == "source-article"
    assert got["patient"] == {"age": 78, "sex": "female", "crcl": 25.1}
    duloxetine = next(o for o in got["options"] if o["treatment"] == "duloxetine")
    assert duloxetine["status"] == "contraindicated"
    assert duloxetine["class"] == "snri"
    assert duloxetine["reasons"][0]["rule"] == "duloxetine.renal"
    assert duloxetine["reasons"][0]["sources"] == ["v106"]
    assert "hepatic" in duloxetine["missing"]
    assert duloxetine["placements"]["sfetd-2020"] == "first-line"


def test_a_dose_is_in_decimal_strings(capsys: pytest.CaptureFixture[str]) -> None:
    got = answer(capsys, "options", "diffuse.first-line", *FIT, "--json")
    dose = next(o["dose"] for o in got["options"] if o["treatment"] == "duloxetine")
    assert dose == {
        "schedule": "usual",
        "start_mg": "30",
        "step_mg": "30",
        "every_days": [7, 14],
        "target_mg": ["60", "60"],
        "max_mg": "120",
        "takes_per_day": 1,
    }


def test_a_dose_that_waits_names_what_decides_it(capsys: pytest.CaptureFixture[str]) -> None:
    got = answer(capsys, "options", "diffuse.first-line", "-p", "others=no", "-p", "taking=none", "--json")
    gabapentin = next(o for o in got["options"] if o["treatment"] == "gabapentin")
    assert gabapentin["dose"] is None
    assert gabapentin["dose_needs"] == ["crcl"]
    assert gabapentin["status"] == "missing"


def test_pregabalin_plan_is_the_one_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("-p", "age=50", "-p", "crcl=45", "-p", "taking=none", "-p", "others=no")
    got = answer(capsys, "plan", "pregabalin", "--start", "2026-12-01", *words, "--json")
    assert got["schedule"] == "renal-30-60"
    first = got["steps"][0]
    assert (first["from"], first["to"]) == ("2026-12-01", "2026-12-07")
    assert first["takes"] == {"morning": "25", "noon": "0", "evening": "50"}
    assert first["total_mg"] == "75"
    assert {(u["strength_mg"], u["per_day"]) for u in first["units"]} == {("25", "1"), ("50", "1")}
    assert got["steps"][-1]["to"] == got["review"]
    assert got["taper"]


def test_a_contraindicated_plan_is_refused_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = refused(capsys, "plan", "duloxetine", "--start", "2026-12-01", "-p", "crcl=20")
    assert code == 1
    assert "30" in said


def test_a_plan_on_the_unknown_is_refused_and_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = refused(capsys, "plan", "gabapentin", "--start", "2026-12-01", "-p", "others=no", "-p", "taking=none")
    assert code == 1
    assert "crcl" in said


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("options", "diffuse.first-line", "-p", "wieght=72"), "weight"),
        (("options", "difuse.first-line"), "diffuse.first-line"),
        (("options", "diffuse.first-line", "-p", "taking=sssri"), "ssri"),
        (("options", "diffuse.first-line", "-p", "hepatic=mildd"), "mild"),
        (("options", "diffuse.first-line", "--reading", "sfetd"), "sfetd-2020"),
        (("show", "pregabaline"), "pregabalin"),
        (("plan", "gabapentine", "--start", "2026-12-01"), "gabapentin"),
        (("options", "diffuse.first-line", "-p", "creatinine=1,1"), "mg/dL"),
        (("options", "diffuse.first-line", "-p", "age=7"), "18"),
        (("plan", "gabapentin", "--start", "1/12/2026"), "2026-12-01"),
        (("score", "dn4", "--answers", "1,0"), "10"),
        (("frobnicate",), "--help"),
        (("options",), "--help"),
    ],
)
def test_wrong_use_is_one_sentence_with_the_right_word(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], near: str
) -> None:
    code, said = refused(capsys, *words)
    assert code == 2
    assert near in said


def test_the_score_counts(capsys: pytest.CaptureFixture[str]) -> None:
    got = answer(capsys, "score", "dn4", "--answers", "1,0,1,1,0,1,0,0,0,0", "--json")
    assert got == {"score": "dn4", "points": 4, "out_of": 10, "positive": True}


def test_the_tree_has_every_stage_and_its_edges(capsys: pytest.CaptureFixture[str]) -> None:
    got = answer(capsys, "tree", "--format", "json")
    assert {n["kind"] for n in got["nodes"]} == {"start", "question", "stage", "end"}
    ids = {n["id"] for n in got["nodes"]}
    assert all(e["from"] in ids and e["to"] in ids for e in got["edges"])
    assert main(("tree", "--format", "dot")) == 0
    assert capsys.readouterr().out.startswith("digraph")


@pytest.mark.parametrize(
    "id", ["pregabalin", "gabapentin+duloxetine", "diffuse.first-line", "dn4", "v106", "guide.plan"]
)
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_every_kind_of_page_is_shown(capsys: pytest.CaptureFixture[str], id: str, lang: str, form: str) -> None:
    assert main(("show", id, "--lang", lang, "--format", form)) == 0
    shown = capsys.readouterr().out
    assert len(shown) > 80
    assert "{{" not in shown
    if form == "text":
        assert "</" not in shown


def test_search_forgives_accents_and_says_when_nothing_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    got = answer(capsys, "search", "nevralgie", "trijumeau", "--json")
    assert got["hits"]
    code, said = refused(capsys, "search", "xyzzyplugh")
    assert code == 1
    assert "xyzzyplugh" in said


def test_a_program_without_a_standard_output_ends_as_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert main(["search", "prégabaline"]) == 0
    assert main(["search", "xyzzyplugh"]) != 0


def test_the_shipped_content_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("check",)) == 0
    assert " error: " not in capsys.readouterr().out


def test_broken_content_is_told_with_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "pathways.yaml").write_text("guideline: &a\n  id: x\n", encoding="utf-8")
    assert main(("check", str(tmp_path))) == 1
    assert "pathways.yaml:1:12: error: " in capsys.readouterr().out


def test_a_broken_folder_opens_the_built_in_content_with_the_reason(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pathways.yaml").write_bytes(b"\x00")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(("walk", "--content", str(tmp_path))) == 0
    shown = capsys.readouterr().out
    assert "background.yaml:1:1: error: " in shown
    assert "[4]" in shown


def test_a_folder_that_breaks_an_invariant_opens_the_built_in_content_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be read; the resume code of a closed group would have ended the consultation."""
    small = SmallContent(tmp_path).write()
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(("walk", "--content", str(tmp_path))) == 0
    assert "error: " not in capsys.readouterr().out
    small.swap("codes.yaml", "groups: [body, organs]", "groups: [body]")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(("walk", "--content", str(tmp_path))) == 0
    shown = capsys.readouterr().out
    assert "[no-number]" in shown
    assert "[4]" in shown, "the four types of pain of the built-in content"


def test_why_the_built_in_content_is_open_is_told_in_the_language_of_the_page(guideline: Guideline) -> None:
    why = Sentence("Ce code ne se lit pas ici : il vient d’une version plus récente.")
    problem = Problem(Place("pathways.yaml", 12), "no-number", why)
    for language in Language:
        page = Sitting(guideline, language, date(2026, 11, 25), built_in_because=problem).scene.page
        assert isinstance(page, StartPage)
        assert page.notices[0].lines == (problem.line(language),)
    assert problem.line(Language.EN) != problem.line(Language.FR)


def test_an_unknown_reading_is_answered_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("options", "diffuse.first-line", "--reading", "xx")) == 2
    said = capsys.readouterr().err
    for reading in ("source-article", "sfetd-2020", "neupsig-2025", "nice-cg173"):
        assert reading in said


def test_without_a_display_open_starts_at_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(("open", "central.second-line", "--lang", "en")) == 0
    assert "Second line" in capsys.readouterr().out
    code, said = refused(capsys, "open", "centrl.second-line")
    assert code == 2
    assert "central.second-line" in said


def test_the_copy_tests_itself() -> None:
    """In a process of its own: the one PDF needs a Qt of its own, and no display."""
    import subprocess

    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    call = [sys.executable, "-m", "navigator", "self-test", "--lang", "en"]
    done = subprocess.run(call, capture_output=True, check=False, env=bare, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    for word in ("Navigateur", "2026.11", "cases", "5 fonts", "templates", "PDF", "All is well"):
        assert word in done.stdout


def test_no_verb_but_the_window_loads_qt() -> None:
    import subprocess

    code = (
        "import sys; from navigator.cli import main; "
        "main(['options','diffuse.first-line','--json']); main(['show','pregabalin']); "
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def fixed(folder: Path, monkeypatch: pytest.MonkeyPatch, **policy: object) -> None:
    """A machine whose administrator has fixed this."""
    (folder / "policy.json").write_text(json.dumps(policy), encoding="utf-8")
    monkeypatch.setenv("NAVIGATEUR_POLICY", str(folder / "policy.json"))


def test_the_content_of_the_policy_is_opened_unless_another_is_typed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SmallContent(tmp_path / "ours").write()
    fixed(tmp_path, monkeypatch, content="ours")
    few = answer(capsys, "tree", "--json")["nodes"]
    many = answer(capsys, "tree", "--json", "--content", str(paths.content()))["nodes"]
    assert 0 < len(few) < len(many)


def test_the_language_of_the_policy_is_spoken_unless_another_is_typed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed(tmp_path, monkeypatch, language="en")
    for typed, title in ((("walk",), "Which pain"), (("walk", "--lang", "fr"), "Quelle douleur")):
        monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
        assert main(typed) == 0
        assert title in capsys.readouterr().out
    assert "does not exist" in refused(capsys, "show", "gabapentine")[1]


def test_where_the_policy_takes_the_patient_away_the_walk_asks_and_takes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed(tmp_path, monkeypatch, patient_panel=False, reading="sfetd-2020")
    assert "administrator" in refused(capsys, "walk", "--lang", "en", "-p", "age=72")[1]
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nage=72\n"))
    assert main(("walk", "--lang", "en")) == 0
    shown = capsys.readouterr().out
    assert "Not assessed" in shown
    assert "Missing information" not in shown
    assert "[p]" not in shown
    assert "nothing is taken about one" in shown
    assert shown.index("Duloxetine") < shown.index("Pregabalin"), "in the order of the reading that is fixed"
