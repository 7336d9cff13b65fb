import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.ui import tokens
from navigator.ui.theme import Theme


def test_the_fonts_are_the_shipped_ones(theme: Theme) -> None:
    for role in tokens.TYPE:
        assert QFontInfo(theme.font(role)).family().startswith(tokens.FAMILY)
        assert theme.font(role).pixelSize() == tokens.TYPE[role][0]


def test_changing_the_mode_changes_colours_and_palette_and_says_so(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.hex("bg") == tokens.DARK["bg"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == tokens.DARK["bg"]


def test_changing_to_the_same_mode_says_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("light")


def test_applying_again_shows_what_was_set_meanwhile(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.font("body")
    theme.mode, theme.zoom = "dark", 1.5
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp)
    assert theme.font("body").pixelSize() == 21
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == tokens.DARK["bg"]


def test_zoom_makes_fonts_and_lengths_larger(theme: Theme) -> None:
    theme.set_zoom(1.5)
    assert theme.font("body").pixelSize() == 21
    assert theme.px(34) == 51


def test_a_colour_may_be_half_transparent(theme: Theme) -> None:
    assert 0 < theme.color("scrim").alpha() < 255


def test_the_style_sheet_is_filled_in_and_short(theme: Theme) -> None:
    sheet = theme.sheet()
    assert not set("$@%") & set(sheet)
    assert len(sheet) < 8000, "it is what a change of theme costs"


def test_qt_does_not_lose_references_to_none() -> None:
    thing, before = QObject(), sys.getrefcount(None)
    for _ in range(2000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) <= 50
