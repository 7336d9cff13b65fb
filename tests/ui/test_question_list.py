"""The questions that matter now: nothing moves while somebody answers."""

from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.ui.choice_field import YesNoField
from navigator.ui.question_list import QuestionList
from navigator.ui.theme import Theme
from tests.ui.window_samples import yes_no

ONE, TWO, THREE = yes_no("block", "asked"), yes_no("qt", "asked"), yes_no("liver", "asked")


def shown(questions: QuestionList) -> list[str]:
    return [id for id, field in questions.fields.items() if field.isVisible()]


def test_an_answered_question_stays_until_the_focus_has_left(qtbot: QtBot, theme: Theme) -> None:
    questions = QuestionList(theme, Language.FR)
    qtbot.addWidget(questions)
    questions.show_questions("2 réponses", (ONE, TWO), {})
    questions.show()
    questions.activateWindow()
    block = questions.fields["block"]
    assert isinstance(block, YesNoField)
    block.focus_control()
    qtbot.waitUntil(block.answer.no.hasFocus)
    with qtbot.waitSignal(questions.factor_answered) as caught:
        block.answer.no.click()
    assert caught.args == ["block", "no"]
    questions.show_questions("2 réponses", (TWO, THREE), {"block": yes_no("block", "answered", "no"), "qt": TWO})
    assert shown(questions) == ["block", "qt"]
    assert block.answer.value == "no"
    block.answer.no.clearFocus()
    qtbot.waitUntil(lambda: shown(questions) == ["qt", "liver"])


def test_without_questions_it_takes_no_place(qtbot: QtBot, theme: Theme) -> None:
    questions = QuestionList(theme, Language.FR)
    qtbot.addWidget(questions)
    questions.show_questions("", (), {})
    assert questions.isHidden()
