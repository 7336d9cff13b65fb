"""The window: what is seen at which width, where the focus goes, what the keys say."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from navigator.language import Language
from navigator.pages.scene import Page
from navigator.ui.flow import ScrollColumn
from navigator.ui.frame import USUAL
from navigator.ui.main_window import MainWindow
from navigator.ui.number_field import NumberField
from navigator.ui.theme import Theme
from tests.ui.looking import settle
from tests.ui.window_samples import ARTICLE, CHECKLIST, END, FLAGS, STAGE, START, patient, scene, treatment

PAGES = (START, STAGE, treatment(), END, ARTICLE, CHECKLIST, FLAGS)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    made = MainWindow(theme, Language.FR)
    made.resize(*USUAL)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.show_scene(scene(STAGE))
    qtbot.wait(10)
    return made


def size(window: MainWindow, width: int, height: int = 800) -> None:
    window.resize(width, height)
    QApplication.processEvents()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_shown_and_takes_the_focus_where_it_begins(window: MainWindow, page: Page) -> None:
    window.show_scene(scene(END if page is START else START))
    window.show_scene(scene(page))
    current = window.pages.page()
    assert current.isVisible()
    assert window.focusWidget() is current.entry()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_fits_the_narrow_window(window: MainWindow, page: Page) -> None:
    size(window, 1024, 640)
    window.show_scene(scene(page))
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1024
    assert window.pages.page().minimumSizeHint().width() <= 1024
    assert window.width() == 1024


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [1024, 1280])
def test_every_stop_of_tab_has_a_name(window: MainWindow, page: Page, width: int) -> None:
    size(window, width)
    window.show_scene(scene(page))
    QApplication.processEvents()
    stops = [w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(stops) > 5
    nameless = [w for w in stops if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []


def test_narrow_hides_the_panel_and_offers_the_drawer(qtbot: QtBot, window: MainWindow) -> None:
    assert window.patient_panel.isVisible()
    assert window.patient_panel.width() == 296
    size(window, 1024)
    assert not window.patient_panel.isVisible()
    assert window.top_bar.patient_button.isVisible()
    assert window.rail.width() == 64
    window.top_bar.patient_button.setFocus()
    window.top_bar.patient_button.click()
    assert window.drawer.isVisible()
    assert window.patient_panel.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()
    assert window.top_bar.patient_button.hasFocus()
    size(window, 1280)
    assert window.patient_panel.isVisible()
    assert not window.top_bar.patient_button.isVisible()


def test_wide_gives_the_panel_more(window: MainWindow) -> None:
    size(window, 1920, 1080)
    assert window.patient_panel.width() == 340


def test_the_start_page_has_no_sides_and_f2_opens_the_drawer(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scene(scene(START))
    assert not window.rail.isVisible()
    assert not window.patient_panel.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert window.drawer.isVisible()
    window.show_scene(scene(STAGE))
    assert not window.drawer.isVisible()
    assert window.patient_panel.isVisible()


def test_reference_mode_has_no_patient(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scene(scene(END, reference=True))
    assert not window.patient_panel.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert not window.drawer.isVisible()


def test_f2_goes_to_the_line_then_to_the_first_field_that_is_asked(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert window.patient_panel.line.edit.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F2)
    field = window.patient_panel.findChild(NumberField, "weight")
    assert isinstance(field, NumberField)
    assert field.edit.hasFocus()


def test_the_same_page_keeps_scroll_and_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scene(scene(treatment()))
    bar = window.treatment_page.reader.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    window.pages.set_scroll_position(300)
    window.treatment_page.head.start.setFocus()
    window.show_scene(scene(replace(treatment(), checked="Vérifié : rien")))
    QApplication.processEvents()
    assert window.pages.scroll_position() == 300
    assert window.treatment_page.head.start.hasFocus()


def test_going_back_returns_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    card = window.stage_page.cards["option3"]
    card.setFocus()
    window.show_scene(scene(treatment()))

    def come_back() -> None:
        window.show_scene(scene(STAGE))

    window.back.connect(come_back)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == card.accessibleName()


CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize(
    ("signal", "key", "modifiers"),
    [
        ("undo", Qt.Key.Key_Z, CTRL),
        ("redo", Qt.Key.Key_Z, CTRL | SHIFT),
        ("redo", Qt.Key.Key_Y, CTRL),
        ("back", Qt.Key.Key_Left, ALT),
        ("forward", Qt.Key.Key_Right, ALT),
        ("home", Qt.Key.Key_Home, ALT),
        ("new_patient", Qt.Key.Key_N, CTRL | SHIFT),
        ("search_asked", Qt.Key.Key_K, CTRL),
        ("theme_asked", Qt.Key.Key_T, CTRL),
        ("zoom_changed", Qt.Key.Key_Plus, CTRL),
        ("zoom_changed", Qt.Key.Key_Minus, CTRL),
        ("zoom_changed", Qt.Key.Key_0, CTRL),
        ("help_asked", Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_go_out(
    qtbot: QtBot, window: MainWindow, signal: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    with qtbot.waitSignal(getattr(window, signal), timeout=500):
        QTest.keyClick(window, key, modifiers)


@pytest.mark.parametrize(
    ("button", "signal"), [(Qt.MouseButton.BackButton, "back"), (Qt.MouseButton.ForwardButton, "forward")]
)
def test_side_buttons_of_the_mouse_work_wherever_the_pointer_is(
    qtbot: QtBot, window: MainWindow, button: Qt.MouseButton, signal: str
) -> None:
    window.show_scene(scene(treatment()))
    handle = window.windowHandle()
    assert handle is not None
    inside = (window.treatment_page.reader.article.viewport(), window.rail, window.top_bar.back_button, window.pages)
    for target in (*inside, window.patient_panel.findChild(NumberField, "weight")):
        assert target is not None
        spot = target.mapTo(window, target.rect().center())
        with qtbot.waitSignal(getattr(window, signal), timeout=500):
            QTest.mouseClick(handle, button, Qt.KeyboardModifier.NoModifier, spot)


@pytest.mark.parametrize(
    ("key", "pain"),
    [
        (Qt.Key.Key_1, "diffuse"),
        (Qt.Key.Key_Eacute, "trigeminal"),
        (Qt.Key.Key_QuoteDbl, "central"),
        (Qt.Key.Key_4, "localised"),
    ],
)
def test_digits_choose_the_type_on_the_start_page_only(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, pain: str
) -> None:
    with qtbot.assertNotEmitted(window.start_page.type_chosen):
        QTest.keyClick(window.stage_page.title, key)
    window.show_scene(scene(START))
    with qtbot.waitSignal(window.start_page.type_chosen, timeout=500) as caught:
        QTest.keyClick(window.focusWidget(), key)
    assert caught.args == [pain]


@pytest.mark.parametrize(("key", "article"), [(Qt.Key.Key_D, "score.dn4"), (Qt.Key.Key_A, "red-flags")])
def test_letters_open_the_shortcuts(qtbot: QtBot, window: MainWindow, key: Qt.Key, article: str) -> None:
    window.show_scene(scene(START))
    with qtbot.waitSignal(window.start_page.article_chosen, timeout=500) as caught:
        QTest.keyClick(window.focusWidget(), key)
    assert caught.args == [article]


def test_f6_goes_through_every_region_and_back(qtbot: QtBot, window: MainWindow) -> None:
    regions = window.regions()
    assert len(regions) == 5
    seen = []
    for _ in regions:
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        seen.append(max(i for i, r in enumerate(regions) if r.isAncestorOf(focused)))
    assert sorted(seen) == list(range(5))
    QTest.keyClick(window, Qt.Key.Key_F6, SHIFT)
    focused = window.focusWidget()
    assert focused is not None
    assert max(i for i, r in enumerate(regions) if r.isAncestorOf(focused)) == seen[-2]


def test_search_opens_and_gives_the_focus_back(qtbot: QtBot, window: MainWindow) -> None:
    window.stage_page.title.setFocus()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.search.isVisible()
    assert window.search.edit.hasFocus()
    QTest.keyClick(window.search.edit, Qt.Key.Key_Escape)
    assert window.stage_page.title.hasFocus()


def test_the_notice_offers_undo_and_leaves(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scene(scene(STAGE, notice="Essai enregistré."))
    assert window.notice.isVisible()
    with qtbot.waitSignal(window.undo):
        window.notice.undo_button.click()
    assert not window.notice.isVisible()
    window.show_scene(scene(STAGE))
    assert not window.notice.isVisible()


def test_the_search_stays_over_a_panel_that_comes_back_beside_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scene(scene(STAGE))
    window.resize(1024, 640)
    window.open_search()
    window.resize(1280, 800)
    QApplication.processEvents()
    panel = window.patient_panel
    spot = panel.mapTo(window, panel.rect().center())
    assert panel.isVisible()
    assert window.childAt(spot) is window.search


def test_the_undo_line_spares_the_outcome_bar_and_lies_under_the_search(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    window.show_scene(scene(STAGE, notice="Fait."))
    qtbot.wait(1)
    notice, outcome = window.notice, window.stage_page.outcome
    assert notice.isVisible()
    assert notice.geometry().bottom() < outcome.mapTo(window, outcome.rect().topLeft()).y()
    window.open_search()
    window.resize(1030, 640)
    assert window.childAt(notice.mapTo(window, notice.rect().center())) is window.search


def test_what_was_done_lies_on_nothing_that_the_page_shows(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    window.show_scene(scene(STAGE))
    settle()
    page = window.stage_page
    before = page.outcome.geometry()
    shown = page.findChild(ScrollColumn)
    assert isinstance(shown, ScrollColumn)
    high = shown.height()
    window.show_scene(scene(STAGE, notice="Fait."))
    settle()
    assert not window.notice.geometry().intersects(QRect(shown.mapTo(window, QPoint(0, 0)), shown.size()))
    assert page.outcome.geometry() == before, "what one presses moved"
    window.notice.hide()
    settle()
    assert shown.height() == high, "the room was not given back"


def test_new_patient_by_key_forgets_what_was_being_typed(qtbot: QtBot, window: MainWindow) -> None:
    field = window.patient_panel.findChild(NumberField, "weight")
    assert isinstance(field, NumberField)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "61")
    with qtbot.assertNotEmitted(window.patient_panel.factor_answered, wait=200):
        QTest.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert field.edit.text() == ""


def test_a_hundred_scenes_make_no_new_object(window: MainWindow) -> None:
    for page in PAGES:
        window.show_scene(scene(page))
    before = len(window.findChildren(QObject))
    for _ in range(20):
        for page in PAGES:
            window.show_scene(scene(page))
    assert len(window.findChildren(QObject)) == before


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_pages_are_not_blank_in_either_theme(window: MainWindow, theme: Theme, page: Page, mode: str) -> None:
    theme.set_mode(mode)
    window.show_scene(scene(page))
    QApplication.processEvents()
    image = window.grab().toImage()
    found = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(found) > 20
    theme.set_mode("light")


@pytest.mark.parametrize("zoom", [0.8, 1.5, 2.0])
def test_every_zoom_can_be_laid_out(window: MainWindow, theme: Theme, zoom: float) -> None:
    theme.set_zoom(zoom)
    for page in PAGES:
        window.show_scene(scene(page, patient()))
        QApplication.processEvents()
    theme.set_zoom(1.0)


def test_void_calls_keep_none_alive() -> None:
    widget = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        widget.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) <= 50
