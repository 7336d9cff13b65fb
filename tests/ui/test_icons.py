from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor

from navigator import paths
from navigator.ui import icons
from navigator.ui.theme import Theme


@pytest.mark.parametrize("name", [name for name in icons.names() if name != "app-icon"])
def test_every_icon_is_drawn_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    image = icons.pixmap(name, "#123456", 24, 1.0, "#FFFFFF").toImage()
    inks = {
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert QColor("#123456").name() in inks


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_a_small_file_on_the_same_grid(name: str) -> None:
    file = paths.resources() / "icons" / f"{name}.svg"
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert root.get("viewBox") == ("0 0 64 64" if name == "app-icon" else "0 0 24 24")
    assert root.get("stroke-linecap") == "round"
    assert file.stat().st_size < 2000


def test_the_window_has_an_icon(theme: Theme) -> None:
    assert not icons.window_icon().pixmap(32, 32).isNull()
