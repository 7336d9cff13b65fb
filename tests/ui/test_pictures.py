"""The pictures of the README and the guide show the window of today."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / "docs" / "pictures"
STEP = 7  # one pixel in so many is looked at
SEEN = 40  # of 255: a grey that the eye tells from another
MOST = 0.02  # a line of text that moves the page shifts more; another FreeType changes edges of letters alone


def share_that_differs(one: Path, other: Path) -> float:
    """How much of two pictures is not alike, from 0 to 1."""
    first, second = (QImage(str(p)).convertToFormat(QImage.Format.Format_Grayscale8) for p in (one, other))
    if first.size() != second.size():
        return 1.0
    looked = list(zip(bytes(first.constBits())[::STEP], bytes(second.constBits())[::STEP], strict=True))
    return sum(abs(a - b) > SEEN for a, b in looked) / len(looked)


@pytest.mark.sweep
def test_the_pictures_are_of_the_window_of_today(tmp_path: Path) -> None:
    call = [sys.executable, str(ROOT / "packaging" / "screenshots.py"), str(tmp_path)]
    subprocess.run(call, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, timeout=600)
    kept = sorted(PICTURES.glob("*/*.png"))  # in a folder a language; what lies beside them is taken in wine
    taken = {p.relative_to(PICTURES): share_that_differs(p, tmp_path / p.relative_to(PICTURES)) for p in kept}
    assert taken
    stale = {f"{name}: {share:.1%}" for name, share in taken.items() if share > MOST}
    assert stale == set(), "run: make screenshots"
