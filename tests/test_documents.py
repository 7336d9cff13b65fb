"""The documents that are made from the content are as the content is."""

import importlib.util
from pathlib import Path
from types import ModuleType

from navigator.guideline.model import Guideline

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


def test_every_make_target_named_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        for word in document.read_text(encoding="utf-8").split("`"):
            if word.startswith("make ") and word.split()[1].isalpha():
                assert f"\n{word.split()[1]}:" in makefile, f"{document.name}: {word}"
