"""The fonts that are shipped, and the first word in one of them.

Knows where they lie and Qt's list of fonts.
"""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel

from navigator import paths
from navigator.ui import tokens
from navigator.ui.frame import Frame


def load_fonts() -> None:
    """Make the shipped fonts known to Qt, before the first widget. A second call does nothing."""
    if tokens.FAMILY in QFontDatabase.families():
        return
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def write_name(frame: Frame) -> None:
    """Say whose window it is: where the machine is slow somebody looks at it for a while."""
    load_fonts()
    size, weight = tokens.TYPE["h1"]
    font = QFont(tokens.FAMILY)
    font.setPixelSize(round(size * frame.zoom))
    font.setWeight(QFont.Weight(weight))
    label = QLabel("Navigateur")
    label.setFont(font)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(frame.colours["text3"]))
    label.setPalette(palette)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label)
    row.addStretch(1)
    frame.fill(row)
