"""The one Jinja environment: strict, sandboxed, escaping."""

import jinja2
import pytest

from navigator.language import Language
from navigator.pages.blocks import Block, Item, Part
from navigator.pages.environment import render


def test_what_was_not_given_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("article.html.j2", Language.FR, blocks=[])


def test_texts_are_escaped() -> None:
    blocks = [Block("a", "Titre", (Part(items=(Item("<script> & <b>"),)),))]
    html = render("article.html.j2", Language.FR, blocks=blocks, lead="")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
