"""Pages to read: sources, ends, help, landmarks."""

from navigator.guideline.model import Guideline
from navigator.pages.scene import ArticlePage, EndPage, PlanPage
from navigator.pages.sitting import Sitting


def article(sitting: Sitting, id: str) -> ArticlePage:
    sitting.open_article(id)
    page = sitting.scene.page
    assert isinstance(page, ArticlePage)
    return page


def test_a_source_says_how_far_it_was_read(sitting: Sitting) -> None:
    assert "littérature non relue" in article(sitting, "source.l24").html
    assert "lu dans une page publiée" in article(sitting, "source.v106").html


def test_an_end_tells_what_was_tried(fit: Sitting) -> None:
    fit.change_draft("duloxetine", "60", "8")
    fit.record_outcome("relief-50", "")
    page = fit.scene.page
    assert isinstance(page, EndPage)
    assert page.end == "maintain"
    assert page.trials[0].startswith("Duloxétine, 60")


def test_landmarks_tell_every_general_statement(sitting: Sitting, guideline: Guideline) -> None:
    html = article(sitting, "landmarks").html
    assert html.count('class="li"') >= len(guideline.statements)
    assert 'href="article:background.sodium-channels"' in html


def test_help_names_the_keys_and_what_the_app_is_not(sitting: Sitting) -> None:
    html = article(sitting, "help").html
    assert "F6" in html
    assert "dispositif médical" in html


def test_a_patient_who_goes_on_takes_plan_and_leaflet_home(fit: Sitting) -> None:
    fit.change_draft("duloxetine", "60", "8")
    fit.record_outcome("relief-50", "")
    page = fit.scene.page
    assert isinstance(page, EndPage)
    assert {"plan.duloxetine", "document.leaflet.duloxetine"} <= {m.id for m in page.moves}
    fit.move("plan.duloxetine")
    assert isinstance(fit.scene.page, PlanPage)


def test_pages_to_read_list_their_sources_and_the_words_that_they_mark(sitting: Sitting) -> None:
    page = article(sitting, "background.sodium-channels")
    shelves = {shelf.id: shelf.references for shelf in page.shelves}
    assert all(entry.link.startswith("source.") for entry in shelves["sources"])
    assert shelves["sources"][0].text.startswith("1. ")
    for word in shelves.get("glossary", ()):
        assert f'href="article:{word.id}"' in page.html
    landmarks = article(sitting, "landmarks")
    assert [shelf.id for shelf in landmarks.shelves] == ["sources"]
    assert "article:term." not in landmarks.html


def test_a_source_and_a_mechanism_lead_to_the_treatments_that_they_name(sitting: Sitting) -> None:
    for id, shelf in (("source.sfetd-2020", "places"), ("background.sodium-channels", "treatments")):
        shelves = {shelf.id: shelf.references for shelf in article(sitting, id).shelves}
        links = [entry.link for entry in shelves[shelf]]
        assert links
        assert len(set(links)) == len(links)
        for link in links[:1]:
            sitting.open_article(link)
            assert sitting.scene.page.key == ("treatment", link.removeprefix("treatment."))
