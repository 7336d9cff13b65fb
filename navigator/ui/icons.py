"""Our own icons: small SVG files of one stroke, coloured when they are drawn.

Knows resources/icons. A file says `currentColor` for its ink and `KNOCK` for what is cut out of it.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from navigator import paths

_STROKE = 'stroke-width="1.75"'  # of the whole drawing; parts with a width of their own keep it


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg")))


def paint_icon(
    painter: QPainter, name: str, rect: QRectF, color_hex: str, knock_hex: str = "#FFFFFF", *, stroke: float = 1.75
) -> None:
    """Draw the icon `name` inside `rect`, as vectors: crisp at every scale and in a PDF."""
    drawing = _drawing(name).replace("currentColor", color_hex).replace("KNOCK", knock_hex)
    drawing = drawing.replace(_STROKE, f'stroke-width="{stroke}"', 1)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


def pixmap(name: str, color_hex: str, size: int, ratio: float, knock_hex: str = "#FFFFFF") -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen of that device pixel ratio."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, QRectF(0, 0, size, size), color_hex, knock_hex)
    painter.end()
    return picture


def icon(name: str, color_hex: str, disabled_hex: str, size: int, ratio: float = 2.0) -> QIcon:
    """The icon for a button, with its disabled state."""
    made = QIcon()
    made.addPixmap(pixmap(name, color_hex, size, ratio), QIcon.Mode.Normal)
    made.addPixmap(pixmap(name, disabled_hex, size, ratio), QIcon.Mode.Disabled)
    return made


def window_icon() -> QIcon:
    """The icon of the app in the title bar and the task bar."""
    return QIcon(str(paths.resources() / "icons" / "app-icon.svg"))
