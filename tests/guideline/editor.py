"""Content files as an editor's YAML sees them: YAML 1.2 core, where 60 is a number and '60' and no are text."""

import re
from pathlib import Path

from navigator.guideline.source import Block, Element, Listing, read_yaml

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = {"", "~", "null", "Null", "NULL"}


def seen(element: Element) -> object:
    """The value that stands in the editor."""
    if isinstance(element, Block):
        return {key: seen(value) for key, value in element.fields.items()}
    if isinstance(element, Listing):
        return [seen(item) for item in element.items]
    if element.style or (element.text not in {*_WORDS, *_NULLS} and not _NUMBER.match(element.text)):
        return element.text
    if element.text in _WORDS or element.text in _NULLS:
        return _WORDS.get(element.text)
    return float(element.text) if re.search(r"[.eE]", element.text) else int(element.text)


def element_of(text: str) -> Element:
    """The element of a YAML text without a fault."""
    element, problems = read_yaml(text.encode("utf-8"), "planted.yaml")
    assert element is not None, problems
    return element


def seen_in(path: Path) -> object:
    """What an editor sees in a file."""
    return seen(element_of(path.read_text("utf-8")))
