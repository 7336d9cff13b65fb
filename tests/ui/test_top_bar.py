"""The top bar: every button goes out by its signal, the patient only in a narrow window."""

import pytest
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import Can
from navigator.ui.theme import Theme
from navigator.ui.top_bar import TopBar


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> TopBar:
    made = TopBar(theme, Language.FR)
    qtbot.addWidget(made)
    made.show_can(Can(back=True, forward=True))
    made.show_patient("F · 72 ans")
    return made


def test_buttons_emit(qtbot: QtBot, bar: TopBar) -> None:
    for button, signal in (
        (bar.back_button, bar.back),
        (bar.forward_button, bar.forward),
        (bar.home_button, bar.home),
        (bar.search, bar.search_asked),
        (bar.patient_button, bar.patient_asked),
        (bar.language_button, bar.language_asked),
        (bar.theme_button, bar.theme_asked),
        (bar.help_button, bar.help_asked),
    ):
        with qtbot.waitSignal(signal):
            button.click()
        assert button.accessibleName()


def test_back_and_forward_follow_what_can_be_done(bar: TopBar) -> None:
    bar.show_can(Can(back=False, forward=True))
    assert not bar.back_button.isEnabled()
    assert bar.forward_button.isEnabled()


def test_the_patient_is_offered_only_where_it_is_hidden(bar: TopBar) -> None:
    bar.set_narrow(False)
    assert bar.patient_button.isHidden()
    bar.set_narrow(True)
    assert not bar.patient_button.isHidden()
    assert "F · 72 ans" in bar.patient_button.text()
    bar.show_patient("")
    assert bar.patient_button.isHidden()


def test_the_language_button_names_the_other_language(qtbot: QtBot, theme: Theme) -> None:
    english = TopBar(theme, Language.EN)
    qtbot.addWidget(english)
    assert english.language_button.accessibleName() == "Français"


@pytest.mark.parametrize("narrow", [True, False])
def test_it_fits(bar: TopBar, narrow: bool) -> None:
    bar.set_narrow(narrow)
    assert bar.minimumSizeHint().width() <= 1024
