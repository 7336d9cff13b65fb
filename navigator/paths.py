"""Where the shipped content and resources lie: beside the package in a checkout, inside it when installed or frozen.

Knows folders. Never reads them, never writes.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def content() -> Path:
    """The folder of the built-in guideline content."""
    return _shipped("content")


def resources() -> Path:
    """The folder of templates, icons, fonts and translations."""
    return _shipped("resources")
