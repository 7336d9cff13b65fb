"""The help: every key that is bound is told, every key that is told is bound, and one comes back from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from navigator.pages.keys import EVERYWHERE, KEYS, SCREENS, lines_by_screen
from navigator.ui.app import App
from tests.ui.hand import ALT, CTRL, Hand
from tests.ui.seeing import focused, said

PORTABLE = QKeySequence.SequenceFormat.PortableText


def test_the_help_tells_exactly_the_keys_that_are_bound(app: App) -> None:
    app.session.open_article("red-flags")  # a page is made, and its keys bound, when it is first opened
    bound = {s.key().toString(PORTABLE) for s in app.window.findChildren(QShortcut)}
    told = {QKeySequence(key).toString(PORTABLE) for line in KEYS for key in line.bound}
    assert bound - told == set(), "bound, but not in pages/keys.py"
    assert told - bound == set(), "in pages/keys.py, but not bound"


def test_single_letters_are_bound_to_the_start_page_only(app: App) -> None:
    letters = [s for s in app.window.findChildren(QShortcut) if len(s.key().toString(PORTABLE)) == 1]
    assert len(letters) >= 11
    for shortcut in letters:
        assert shortcut.parent() is app.window.start_page
        assert shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut


@pytest.mark.parametrize("screen", SCREENS)
def test_the_keys_of_the_screen_come_first_and_all_are_there(screen: str) -> None:
    found = lines_by_screen(screen)
    first = found[0][1]
    assert all(line.screen in (screen, EVERYWHERE) for line in first)
    assert sum(len(lines) for _title, lines in found) == len(KEYS)


def test_f1_tells_the_keys_of_the_page_and_escape_comes_back(app: App) -> None:
    hand = Hand(app)
    hand.key(Qt.Key.Key_D)
    hand.key(Qt.Key.Key_O)
    before = focused()
    hand.key(Qt.Key.Key_F1)
    assert app.session.desk.view.id == "help.checklist"
    text = said(app.window.article_page)
    assert text.index("DN4 et signes d’alerte") < text.index("Partout") < text.index("Page d’accueil")
    hand.key(Qt.Key.Key_F1)
    hand.key(Qt.Key.Key_Escape)
    assert app.window.pages.checklist_page.isVisible()
    assert focused() is before


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_0, "0"), (Qt.Key.Key_Agrave, "à")])
def test_the_plain_size_on_either_keyboard(app: App, key: Qt.Key, text: str) -> None:
    hand = Hand(app)
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert app.theme.zoom > 1
    QTest.sendKeyEvent(QTest.KeyAction.Click, app.frame.windowHandle(), key, text, CTRL)
    assert app.theme.zoom == 1


def test_the_notice_line_is_a_region_while_it_is_seen(app: App) -> None:
    hand = Hand(app)
    hand.choose(1)
    window = app.window
    window.notice.show_notice("Fait.", True)
    assert window.notice in window.regions()
    for _ in range(len(window.regions())):
        hand.key(Qt.Key.Key_F6)
        if window.notice.isAncestorOf(focused()):
            break
    assert focused() is window.notice.undo_button
    window.notice.show_notice("", False)
    assert window.notice not in window.regions()


def test_back_and_forward_return_the_focus_on_every_page(app: App) -> None:
    hand = Hand(app)
    session = app.session
    session.choose_type("diffuse")
    seen = []
    for id in ("score.dn4", "red-flags", "treatment.gabapentin", "landmarks", "help.node"):
        session.open_article(id)
        hand.key(Qt.Key.Key_Tab)
        hand.key(Qt.Key.Key_Tab)
        seen.append((session.desk.view, focused().accessibleName()))
    for view, name in reversed(seen[:-1]):
        hand.key(Qt.Key.Key_Left, ALT)
        assert session.desk.view == view
        assert focused().accessibleName() == name, view
    for view, name in seen[1:]:
        hand.key(Qt.Key.Key_Right, ALT)
        assert session.desk.view == view
        assert focused().accessibleName() == name, view
