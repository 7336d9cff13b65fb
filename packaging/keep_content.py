"""Keeps the built-in content as it is read, so that a start need not read the YAML: `make run` and the bundle.

python packaging/keep_content.py FILE [--bundled]. Content with an error is not kept; the start will say the error.
"""

import sys
from pathlib import Path

from navigator import paths
from navigator.guideline import kept
from navigator.guideline.loader import load


def keep(file: Path, *, bundled: bool) -> bool:
    """Whether the content could be kept in `file`."""
    guideline = load(paths.content()).guideline
    file.unlink(missing_ok=True)
    if guideline is not None:
        kept.write(guideline, paths.content(), file, bundled=bundled)
    return guideline is not None


if __name__ == "__main__":
    keep(Path(sys.argv[1]), bundled="--bundled" in sys.argv[2:])
