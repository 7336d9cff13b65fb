from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import DoseLine, Mark
from navigator.ui.controls import Label
from navigator.ui.option_card import OptionCard
from navigator.ui.theme import Theme
from tests.ui.looking import nameless, settle
from tests.ui.stage_samples import CONDUCTION, WORDS, option


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> OptionCard:
    window = QWidget()
    made = OptionCard(theme, Language.FR)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    made.window_kept = window  # type: ignore[attr-defined]
    made.show_option(option("venlafaxine", Mark.MISSING, ask=CONDUCTION, reasons=3))
    window.resize(690, 300)
    with qtbot.waitExposed(window):
        window.show()
    return made


def said(card: OptionCard) -> list[str]:
    return [label.text() for label in card.findChildren(Label) if label.isVisible()]


def test_enter_opens_the_treatment(card: OptionCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.opened) as heard:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert heard.args == ["venlafaxine"]


def test_its_question_is_answered_without_opening_it(card: OptionCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.opened), qtbot.waitSignal(card.factor_answered) as heard:
        QTest.mouseClick(card.answer.no, Qt.MouseButton.LeftButton)
    assert heard.args == ["conduction", "no"]


def test_enter_in_the_question_does_not_open_the_card(card: OptionCard, qtbot: QtBot) -> None:
    card.answer.focus_answer()
    with qtbot.assertNotEmitted(card.opened):
        QTest.keyClick(card.answer.no, Qt.Key.Key_Return)


def test_an_answered_question_stays_while_the_focus_is_in_it(card: OptionCard) -> None:
    card.answer.focus_answer()
    card.show_option(option("venlafaxine"))
    assert card.answer.isVisible()
    card.setFocus()
    card.forget_question()
    assert not card.answer.isVisible()


def test_the_other_reasons_unfold_with_their_sources(card: OptionCard, qtbot: QtBot) -> None:
    assert said(card).count("RCP § 4.3 · littérature non relue") == 0
    QTest.mouseClick(card.reasons.toggle, Qt.MouseButton.LeftButton)
    assert said(card).count("RCP § 4.3 · littérature non relue") == 3
    assert said(card).count("À la place : une autre.") == 3
    QTest.mouseClick(card.reasons.toggle, Qt.MouseButton.LeftButton)
    assert said(card).count("RCP § 4.3 · littérature non relue") == 0


def test_the_reasons_stay_unfolded_for_the_same_treatment_only(card: OptionCard) -> None:
    card.reasons.toggle.click()
    card.show_option(option("venlafaxine", Mark.CAUTION, reasons=3))
    assert said(card).count("RCP § 4.3 · littérature non relue") == 3
    card.show_option(option("tramadol", Mark.CAUTION, reasons=3))
    assert said(card).count("RCP § 4.3 · littérature non relue") == 0


def test_without_a_reason_the_summary_stands(card: OptionCard) -> None:
    card.show_option(option("gabapentine", reasons=0))
    assert "Aucune contre-indication." in said(card)
    assert card.reasons.toggle.isHidden()


def test_a_dose_that_waits_says_for_what(card: OptionCard) -> None:
    card.show_option(replace(option("gabapentine"), dose=DoseLine(needs="Dose : calculer la clairance.")))
    assert "Dose : calculer la clairance." in said(card)
    assert "Début" not in said(card)


@pytest.mark.parametrize("width", [330, 690])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("mark", WORDS)
def test_the_status_is_never_cut(card: OptionCard, theme: Theme, mark: Mark, zoom: float, width: int) -> None:
    theme.set_zoom(zoom)
    card.show_option(option("gabapentine", mark))
    card.window().resize(width, 400)
    settle()
    assert card.chip.width() >= theme.text_width("smallb", WORDS[mark]) + theme.px(29)
    assert card.rect().contains(card.chip.geometry())


def test_every_control_is_named_and_the_card_says_its_status(card: OptionCard) -> None:
    assert nameless(card.window()) == []
    assert WORDS[Mark.MISSING] in card.accessibleName()


def test_what_is_advised_against_lies_lower(card: OptionCard, theme: Theme) -> None:
    grounds = {}
    for mark in WORDS:
        card.show_option(option("gabapentine", mark, reasons=0))
        settle()
        grounds[mark] = card.grab().toImage().pixelColor(10, card.height() // 2).name().upper()
    recessed = {mark for mark, ground in grounds.items() if ground == theme.hex("sunken")}
    assert recessed == {Mark.AVOID, Mark.CONTRAINDICATED}


def test_showing_again_keeps_the_widgets(card: OptionCard) -> None:
    shown = option("venlafaxine", Mark.MISSING, ask=CONDUCTION, reasons=3)
    card.show_option(shown)
    before = len(card.findChildren(QObject))
    for _ in range(20):
        card.show_option(shown)
    assert len(card.findChildren(QObject)) == before
