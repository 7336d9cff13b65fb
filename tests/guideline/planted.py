"""How a planted fault is looked for: the codes that it adds, and where."""

from navigator.problems import Problem

from .small_content import SmallContent


def caught(content: SmallContent, code: str) -> list[Problem]:
    """The problems of this code that the content now has; loading itself finds nothing."""
    assert content.load().problems == ()
    return [problem for problem in content.found() if problem.code == code]
