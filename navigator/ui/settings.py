"""The file in which the window remembers what was chosen. Never a patient.

Reads and writes one small JSON file, atomically: a killed write leaves the old one. A broken file is as none.
"""

import json
from contextlib import suppress
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from navigator import files
from navigator.files import NotWritten
from navigator.language import Sentence
from navigator.pages.settings import CREATININE, FONTS, NARROWEST, THEMES, WIDEST, ZOOMS, Settings


def read(file: Path) -> Settings:
    """The settings in `file`; the defaults for whatever is absent or makes no sense there."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # the last for a file of brackets
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    plain = Settings()
    for name in (f.name for f in fields(Settings)):
        value = found.get(name)
        if type(value) is type(getattr(plain, name)):
            change: dict[str, Any] = {name: value}
            plain = replace(plain, **change)
    return sensible(plain)


def sensible(found: Settings) -> Settings:
    """The same without what no choice leads to."""
    plain = Settings()
    panel = found.panel if found.panel == 0 or NARROWEST <= found.panel <= WIDEST else plain.panel
    return Settings(
        language=found.language if found.language in ("fr", "en") else plain.language,
        theme=found.theme if found.theme in THEMES else plain.theme,
        zoom=found.zoom if found.zoom in ZOOMS else plain.zoom,
        reading=found.reading,
        font=found.font if found.font in FONTS else plain.font,
        panel=panel,
        toured=found.toured,
        seen=found.seen,
        creatinine=found.creatinine if found.creatinine in CREATININE else plain.creatinine,
        folder=found.folder,
    )


def write(file: Path, settings: Settings) -> Sentence | None:
    """Write `settings` to `file` in one move; the reason where that could not be done."""
    try:
        with suppress(OSError):  # the writing says what is wrong with the folder
            file.parent.mkdir(parents=True, exist_ok=True)
        files.write(file, json.dumps(asdict(settings), indent=1).encode())
    except NotWritten as refused:
        return refused.sentence
    return None
