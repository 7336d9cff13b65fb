"""Renders resources/icons/app-icon.svg, by Qt itself, to what systems want: PNGs for Linux, one .ico for Windows.

python packaging/bundle/icons.py FOLDER writes FOLDER/16.png … FOLDER/512.png, FOLDER/navigator.ico, and setup.bmp, the
side of the last page of Windows' wizard.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / "app-icon.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(store.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file whose entries are PNGs, as Windows reads them since Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + b"".join(pictures.values())


def side(renderer: QSvgRenderer) -> QImage:
    """The drawing on its own colour, twice the 164 × 314 that the wizard shows at 100 %."""
    image = QImage(328, 628, QImage.Format.Format_RGB888)
    image.fill(QImage.fromData(png(renderer, 64)).pixelColor(32, 4))
    painter = QPainter(image)
    renderer.render(painter, QRectF(84, 120, 160, 160))
    painter.end()
    return image


def main(folder: Path) -> None:
    qt = QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(DRAWING))
    if not renderer.isValid():
        raise SystemExit(f"{DRAWING} is no drawing")
    folder.mkdir(parents=True, exist_ok=True)
    made = {size: png(renderer, size) for size in SIZES}
    for size, data in made.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "navigator.ico").write_bytes(ico({size: made[size] for size in OF_WINDOWS}))
    side(renderer).save(str(folder / "setup.bmp"), "BMP")
    qt.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
