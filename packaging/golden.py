"""Writes tests/golden/{fr,en}/<id>.txt: every node and treatment as text without a patient, so that a change of
content, of wording or of layout is a readable diff. `make golden` runs it; tests/test_golden.py compares."""

import sys
from collections.abc import Iterator
from pathlib import Path

from navigator import paths
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.sitting import Sitting
from navigator.terminal import printing


def golden(guideline: Guideline) -> Iterator[tuple[str, str]]:
    """Each file's name, `fr/pregabalin.txt`, and its text; the day is the content's own release."""
    for language in Language:
        sitting = Sitting(guideline, language, guideline.released)
        for id_ in guideline.nodes:
            sitting.open_node(id_)
            yield f"{language}/{id_}.txt", _text(sitting)
        for id_ in guideline.treatments:
            sitting.open_treatment(id_)
            yield f"{language}/{id_}.txt", _text(sitting)


def _text(sitting: Sitting) -> str:
    """The page; spaces at the end of lines, which no diff shows, are left out."""
    lines = printing.page(sitting.scene).splitlines()
    return "\n".join(line.rstrip(" ") for line in lines).strip() + "\n"


def main() -> int:
    folder = Path(sys.argv[1])
    guideline = load(paths.content()).guideline
    assert guideline is not None
    texts = dict(golden(guideline))
    for stale in sorted(folder.glob("*/*.txt")):
        if stale.relative_to(folder).as_posix() not in texts:
            stale.unlink()
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
