"""Every sign of the shipped content is drawn by every bundled face: no empty box on any machine."""

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from navigator import paths
from navigator.guideline.loader import load

FACES = sorted((paths.resources() / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("face", FACES, ids=lambda path: path.stem)
def test_every_sign_of_the_content_has_a_glyph(qapp: QApplication, face: object) -> None:
    font = QRawFont(str(face), 12)
    assert font.isValid()
    texts = load(paths.content()).texts
    signs = {sign for written in texts for sign in written.text.fr + written.text.en}
    assert {f"U+{ord(sign):04X} {sign}" for sign in signs if not font.supportsCharacter(ord(sign))} == set()
