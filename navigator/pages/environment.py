"""The one Jinja environment: strict, sandboxed, escaping, with the filters that pages need.

Knows the templates in resources/templates. Content never brings a template of its own.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from navigator import paths
from navigator.guideline.model import Range
from navigator.language import Language, Text, say
from navigator.pages import filters

if TYPE_CHECKING:  # the first page of a consultation has no template: Jinja is loaded by the first that has one
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup


@cache
def _environment(language: Language, folder: Path) -> "ImmutableSandboxedEnvironment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(_filters(language))
    return made


def _filters(language: Language) -> dict[str, Callable[..., Any]]:
    def html(text: Text | str) -> "Markup":
        return filters.marked(text, language)

    def plain(text: Text | str) -> str:
        return filters.told(text, language) if isinstance(text, Text) else filters.spaced(text, language)

    def word(message: str, **values: object) -> str:
        return filters.spaced(say(message, language).format(**values), language)

    def figure(value: Decimal | Range) -> str:
        return filters.between(value, language) if isinstance(value, Range) else filters.number(value, language)

    def calendar(value: date) -> str:
        return filters.day(value, language)

    return {"html": html, "plain": plain, "word": word, "figure": figure, "day": calendar}


def templates() -> tuple[str, ...]:
    """The names of the shipped templates, each read and compiled. Raises `jinja2.TemplateError` for a damaged one."""
    environment = _environment(Language.FR, paths.resources() / "templates")
    names = tuple(environment.list_templates())
    for name in names:
        environment.get_template(name)
    return names


def render(template: str, language: Language, /, **values: object) -> str:
    """The text of `template` (a file of resources/templates) with `values`, in `language`.

    Raises `jinja2.TemplateError` where a template names what it was not given: a programmer's mistake.
    """
    return (
        _environment(language, paths.resources() / "templates")
        .get_template(template)
        .render(language=language.value, **values)
    )
