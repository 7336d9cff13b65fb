"""The rooms and their arrows, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "navigator"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = {"guideline", "consultation", "pages", "ui", "terminal"}
DOORS = {"__init__.py", "__main__.py", "cli.py", "paths.py", "language.py", "policy.py", "problems.py", "files.py"}


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def functions(module: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_every_module_has_a_room(module: Path) -> None:
    place = module.relative_to(PACKAGE).parts
    assert place[0] in ROOMS or place[0] in DOORS


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("PySide6", "ui"),
        ("shiboken6", "ui"),
        ("yaml", "guideline/source.py"),
        ("jinja2", "pages/environment.py"),
    ],
)
def test_a_library_stays_in_its_room(library: str, allowed: str) -> None:
    users = {m.relative_to(PACKAGE).as_posix() for m in MODULES if library in imported(m)}
    assert all(user == allowed or user.startswith(f"{allowed}/") for user in users), users


def test_nobody_reaches_for_the_application_or_a_grandparent() -> None:
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        assert ".instance()" not in text, module
        assert "parent().parent()" not in text, module


def test_only_the_tab_chain_asks_who_comes_next_in_the_focus() -> None:
    asking = [m.name for m in (PACKAGE / "ui").glob("*.py") if "InFocusChain()" in m.read_text(encoding="utf-8")]
    assert asking == ["tab_chain.py"], "PySide would take the one named for a child of the one asked (docs/adr/0032)"


def test_no_float_in_doses() -> None:
    for room in ("guideline", "consultation"):
        for module in (PACKAGE / room).rglob("*.py"):
            names = {n.id for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.Name)}
            assert "float" not in names, module


def test_the_core_reads_no_clock() -> None:
    for room in ("guideline", "consultation", "pages"):
        for module in (PACKAGE / room).rglob("*.py"):
            text = module.read_text(encoding="utf-8")
            assert "date.today(" not in text, module
            assert "datetime.now(" not in text, module


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_functions_fit_on_a_screen(module: Path) -> None:
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(module) if f.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > 40} == {}


def test_modules_stay_small() -> None:
    sizes = {m.relative_to(PACKAGE).as_posix(): len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert {name: lines for name, lines in sizes.items() if lines > 370} == {}


def test_no_committed_file_names_a_package_index() -> None:
    for name in (
        "requirements/run.txt",
        "requirements/work.txt",
        "requirements/dist.txt",
        "pyproject.toml",
        "Makefile",
    ):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "index-url" not in text.replace("--no-emit-index-url", ""), name
        assert "https://" not in text, name
