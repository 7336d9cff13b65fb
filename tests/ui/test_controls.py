from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from navigator.pages.scene import Option
from navigator.ui.combo import Combo
from navigator.ui.controls import Button, Hairline, Icon, Label, Surface, ToolButton
from navigator.ui.theme import Theme
from tests.ui.looking import settle

READINGS = (Option("a", "Article source"), Option("b", "SFETD 2020"))


def inks(widget: QLabel) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_labels_are_plain_text(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, text="<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_is_drawn_in_the_colour_of_its_token_and_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "h1", "ci", text="███")
    qtbot.addWidget(label)
    assert theme.hex("ci").lower() in inks(label)
    label.set_color("ok")
    assert theme.hex("ok").lower() in inks(label)
    theme.set_mode("dark")
    assert theme.hex("ok").lower() in inks(label)


def test_an_elided_label_gives_way_and_keeps_its_text_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, elide=True, text="Réduire la douleur d’au moins 30 à 50 %")
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    assert label.minimumSizeHint().width() < 40
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    settle()
    assert label.toolTip() == ""


def test_an_empty_label_takes_no_place(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme)
    qtbot.addWidget(label)
    label.show_text("x")
    assert not label.isHidden()
    label.show_text("")
    assert label.isHidden()


def test_a_short_wrapped_title_asks_for_one_line(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "h1", wrap=True, text="Première ligne")
    qtbot.addWidget(label)
    assert label.sizeHint().height() < 2 * label.fontMetrics().height()
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_buttons_are_named_and_pressed_by_enter(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Carte & plan", "map", "primary")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Carte & plan"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_tool_button_has_its_tooltip_for_a_name(theme: Theme, qtbot: QtBot) -> None:
    button = ToolButton(theme, "moon", "Thème sombre (Ctrl+T)")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Thème sombre (Ctrl+T)"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Enter)


def test_a_combo_emits_only_what_the_user_picks(theme: Theme, qtbot: QtBot) -> None:
    combo = Combo(theme, "Recommandation suivie")
    qtbot.addWidget(combo)
    with qtbot.assertNotEmitted(combo.picked):
        combo.show_options(READINGS, "b")
    assert combo.currentText() == "SFETD 2020"
    combo.show()
    with qtbot.waitSignal(combo.picked) as picked:
        QTest.keyClick(combo, Qt.Key.Key_Up)
    assert picked.args == ["a"]


def test_the_wheel_changes_no_combo(theme: Theme, qtbot: QtBot) -> None:
    combo = Combo(theme, "x")
    qtbot.addWidget(combo)
    combo.show_options(READINGS, "a")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == 0


def test_a_combo_may_have_nothing_chosen(theme: Theme, qtbot: QtBot) -> None:
    combo = Combo(theme, "x")
    qtbot.addWidget(combo)
    combo.show_options(READINGS, "")
    assert combo.currentIndex() == -1


def test_the_painted_parts_are_drawn_in_both_modes(theme: Theme, qtbot: QtBot) -> None:
    for part in (Icon(theme, "flag"), Hairline(theme), Hairline(theme, upright=True), Surface(theme)):
        qtbot.addWidget(part)
        part.resize(40, 40)
        light = part.grab().toImage()
        theme.set_mode("dark")
        assert part.grab().toImage() != light
        theme.set_mode("light")
