"""Where the shipped content and resources lie: beside the package in a checkout, inside it when installed or frozen.

Knows folders. Never reads them, never writes.
"""

import sys
from pathlib import Path

_PORTABLE = "portable.txt"
_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def content() -> Path:
    """The folder of the built-in guideline content."""
    return _shipped("content")


def kept_content() -> Path:
    """The file that may keep the built-in content as it was read; made with the app (navigator/guideline/kept.py)."""
    inside = _PACKAGE / "_content"
    return (_PACKAGE if inside.is_dir() else _PACKAGE.parent / "build") / "_content.kept"


def resources() -> Path:
    """The folder of templates, icons, fonts and translations."""
    return _shipped("resources")


def beside_program() -> Path | None:
    """The program's own folder where it carries the settings with it, as on a stick: `portable.txt` there says so."""
    folder = Path(sys.executable).parent
    return folder if getattr(sys, "frozen", False) and (folder / _PORTABLE).is_file() else None
