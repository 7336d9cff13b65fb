"""The start page: four types, three shortcuts, the reading."""

from navigator.pages.scene import StartPage
from navigator.pages.sitting import Sitting


def test_four_types_three_shortcuts_six_readings(sitting: Sitting) -> None:
    page = sitting.scene.page
    assert isinstance(page, StartPage)
    assert [c.id for c in page.cards] == ["diffuse", "trigeminal", "central", "localized"]
    assert [s.key for s in page.strips] == ["D", "A", "R"]
    assert len(page.readings) == 6
    assert page.reading == "source-article"
    assert page.notices == ()


def test_pressing_the_same_type_again_takes_the_walk_up(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("no-relief", "")
    fit.home()
    fit.choose_type("diffuse")
    assert len(fit.desk.moment.walk.steps) == 2


def test_what_is_new_is_shown_until_it_is_dismissed(sitting: Sitting) -> None:
    page = sitting.scene.page
    assert isinstance(page, StartPage)
    assert page.news is not None
    assert page.news.title.endswith("2026.11")
    sitting.dismiss_news()
    again = sitting.scene.page
    assert isinstance(again, StartPage)
    assert again.news is None
    assert sitting.desk.seen == "2026.11"
