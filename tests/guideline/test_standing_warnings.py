"""Warnings that stand are listed in the content; a new one is an error, and so is a line that lists nothing."""

from navigator.guideline.checks import check_guideline
from navigator.guideline.standing_warnings import listed
from navigator.language import Language

from .small_content import SmallContent


def with_a_warning(content: SmallContent) -> SmallContent:
    content.swap("interactions.yaml", "level: caution", "level: contraindicated")
    return content


def found(content: SmallContent) -> list[str]:
    problems = check_guideline(content.load(), content.folder)
    return [f"{problem.severity} {problem.code}" for problem in problems]


def test_without_a_list_a_warning_is_a_warning(content: SmallContent) -> None:
    assert found(with_a_warning(content)) == ["warning reread"]


def test_a_listed_warning_stays_one_wherever_its_line_moves(content: SmallContent) -> None:
    with_a_warning(content)
    problems = check_guideline(content.load(), content.folder)
    (content.folder / "warnings.txt").write_text(listed(problems, "vu"), encoding="utf-8")
    content.swap("interactions.yaml", "pairs:\n", "# a comment\n\npairs:\n")
    assert found(content) == ["warning reread"]


def test_a_warning_that_is_not_listed_is_an_error_that_names_the_list(content: SmallContent) -> None:
    (content.folder / "warnings.txt").write_text("", encoding="utf-8")
    with_a_warning(content)
    assert found(content) == ["error reread"]
    (problem,) = check_guideline(content.load(), content.folder)
    assert "warnings.txt" in problem.line(Language.FR)


def test_a_line_that_lists_nothing_any_more_is_an_error(content: SmallContent) -> None:
    (content.folder / "warnings.txt").write_text("# seen\nreread x.yaml: gone\n", encoding="utf-8")
    assert found(content) == ["error stale-warning"]


def test_an_accepted_warning_says_why(content: SmallContent) -> None:
    with_a_warning(content)
    problems = check_guideline(content.load(), content.folder)
    lines = listed(problems, "vu").splitlines()
    (content.folder / "warnings.txt").write_text(lines[1] + "\n", encoding="utf-8")
    assert found(content) == ["warning reread", "error unexplained-warning"]
    (content.folder / "warnings.txt").write_text(f"# vu\n\n{lines[1]}\n", encoding="utf-8")
    assert found(content) == ["warning reread", "error unexplained-warning"]
