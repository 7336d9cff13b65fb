from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import RailStep, RailTrial
from navigator.ui.rail import Rail
from navigator.ui.theme import Theme
from tests.ui.looking import nameless, settle
from tests.ui.stage_samples import rail as sample
from tests.ui.watching import windows_shown


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme, Language.FR)
    qtbot.addWidget(made)
    made.show_rail(sample())
    made.resize(made.width(), 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_step_is_chosen_by_enter(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.step_chosen) as heard:
        QTest.keyClick(rail.blocks.all[2].button, Qt.Key.Key_Return)
    assert heard.args == ["diffuse.second"]


def test_a_trial_is_opened_by_enter_a_step_by_f4(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.edit_asked) as heard:
        QTest.keyClick(rail.blocks.all[1].trials.all[0], Qt.Key.Key_Return)
    assert heard.args == [0]
    rail.show_rail(sample(steps=(replace(sample().steps[0], edit=7), *sample().steps[1:])))
    with qtbot.waitSignal(rail.edit_asked) as heard:
        QTest.keyClick(rail.blocks.all[0].button, Qt.Key.Key_F4)
    assert heard.args == [7]
    with qtbot.assertNotEmitted(rail.edit_asked):
        QTest.keyClick(rail.blocks.all[2].button, Qt.Key.Key_F4)


def test_the_trial_under_way_is_opened_too(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.edit_asked) as heard:
        QTest.mouseClick(rail.blocks.all[1].trials.all[1], Qt.MouseButton.LeftButton)
    assert heard.args == [-1]


def test_what_is_no_longer_asked_stands_apart(rail: Rail, qtbot: QtBot) -> None:
    dropped = (RailTrial(3, "not-tolerated", "Tramadol", "mal toléré", "dropped"),)
    rail.show_rail(sample(dropped_title="N’est plus demandé", dropped=dropped))
    settle()
    with qtbot.waitSignal(rail.edit_asked) as heard:
        QTest.mouseClick(rail.dropped.all[0], Qt.MouseButton.LeftButton)
    assert heard.args == [3]


def test_every_row_is_named_with_its_state(rail: Rail) -> None:
    assert nameless(rail) == []
    assert rail.blocks.all[0].button.accessibleName() == "1 Type de douleur, Périphérique diffuse, faite"
    assert rail.blocks.all[2].button.accessibleName().endswith("à venir")


def test_the_narrow_rail_keeps_names_and_tooltips(rail: Rail) -> None:
    rail.set_mini(True)
    settle()
    assert rail.width() == 64
    assert rail.blocks.all[1].button.toolTip() == "1re ligne\nEssai 2 en cours"
    assert rail.blocks.all[1].trials.all[0].isVisible()
    assert nameless(rail) == []
    rail.set_mini(False)
    assert rail.width() == 248


def test_many_steps_are_scrolled_not_squeezed(rail: Rail) -> None:
    many = tuple(RailStep(f"n{i}", str(i), "Étape", "note", "next") for i in range(40))
    for mini in (False, True):
        rail.set_mini(mini)
        rail.show_rail(sample(steps=many))
        settle()
        assert rail.blocks.all[0].height() == 54


@pytest.mark.parametrize("state", ["done", "current", "next", "end"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_state_is_drawn(rail: Rail, theme: Theme, state: str, mode: str) -> None:
    theme.set_mode(mode)
    steps = tuple(replace(step, state=state, number="" if state == "end" else step.number) for step in sample().steps)
    plain = rail.grab().toImage()
    rail.show_rail(sample(steps=steps))
    assert rail.grab().toImage() != plain


def test_showing_again_keeps_the_widgets(rail: Rail) -> None:
    before = len(rail.findChildren(QObject))
    for i in range(20):
        rail.set_mini(bool(i % 2))
        rail.show_rail(sample())
    assert len(rail.findChildren(QObject)) == before


def test_no_window_but_the_rail_is_ever_shown(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    with windows_shown(qapp) as shown:
        made = Rail(theme, Language.FR)
        qtbot.addWidget(made)
        made.show_rail(sample())
    assert shown == []
