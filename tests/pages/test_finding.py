"""Search results: grouped, with the status for this patient."""

import pytest

from navigator.pages.finding import marks
from navigator.pages.scene import Mark, TreatmentPage
from navigator.pages.sitting import Sitting


def test_a_treatment_comes_with_its_status(fit: Sitting) -> None:
    fit.answer("maoi", "yes")
    hit = next(h for h in fit.search("duloxetine") if h.kind == "treatment")
    assert hit.status is not None
    assert hit.status.mark is Mark.CONTRAINDICATED


def test_groups_stay_together(fit: Sitting) -> None:
    groups = [h.group for h in fit.search("douleur")]
    assert len([g for i, g in enumerate(groups) if i == 0 or groups[i - 1] != g]) == len(set(groups))


def test_every_hit_can_be_opened(fit: Sitting) -> None:
    for words in (
        "gabapentine",
        "allodynie",
        "dn4",
        "sodique",
        "urine",
        "accueil",
        "aide",
        "carte",
        "réglages",
        "licences",
        "v149",
    ):
        for hit in fit.search(words):
            if hit.kind != "factor":
                fit.open_hit(hit.target.partition("#")[0])
                assert fit.scene.title
    (score,) = (h for h in fit.search("dn4") if h.kind == "score")
    fit.open_hit(score.target)
    assert "DN4" in fit.scene.title


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("névralgie trijumeau", "trigeminal"),
        ("nevralgie du trijumo", "trigeminal"),
        ("décharge", "trigeminal"),
        ("brûlure des pieds", "diffuse"),
        ("Lyrica", "pregabalin"),
        ("prégabaline rein", "pregabalin#kidney"),
        ("pregabaline arret", "pregabalin#stopping"),
        ("prégabaline opioïde", "pregabalin#contraindications"),
        ("tramadol sertraline", "tramadol#contraindications"),
        ("gabapentine prégabaline", "gabapentin#interactions"),
        ("grossesse", "factor.pregnant"),
        ("DN4", "score.dn4"),
        ("clavier", "help"),
        ("réglages", "settings"),
        ("carte", "map"),
    ],
)
def test_the_first_hit_is_what_is_meant(fit: Sitting, words: str, target: str) -> None:
    assert fit.search(words)[0].target == target


def test_a_section_stands_on_the_page_that_it_leads_to(fit: Sitting) -> None:
    for words in ("prégabaline rein", "prégabaline arrêt", "prégabaline opioïde", "gabapentine prégabaline"):
        page, _hash, section = fit.search(words)[0].target.partition("#")
        fit.open_hit(page)
        shown = fit.scene.page
        assert isinstance(shown, TreatmentPage)
        assert section in {tab.id for tab in shown.tabs}


def test_the_best_group_comes_first_and_what_answers_little_is_left_out(fit: Sitting) -> None:
    found = fit.search("prégabaline rein")
    assert found[0].kind == "section"
    assert "pain-type" not in {h.kind for h in found}


def test_an_interaction_weighs_what_it_weighs_for_this_patient(fit: Sitting) -> None:
    def severity() -> Mark | None:
        hit = next(h for h in fit.search("gabapentine opioïde") if h.kind == "interaction")
        return hit.status.mark if hit.status else None

    before = severity()
    fit.answer("age", "72")
    assert (before, severity()) == (Mark.CAUTION, Mark.AVOID)


def test_the_renal_section_says_the_limit_of_this_patient(fit: Sitting) -> None:
    for factor, value in (("age", "72"), ("weight", "61"), ("creatinine", "128")):
        fit.answer(factor, value)
    hit = next(h for h in fit.search("gabapentine rein") if h.kind == "section")
    assert "maximum 900" in hit.snippet


def test_marks_fall_on_the_letters_that_answer() -> None:
    assert list(marks("Prégabaline : ajustement rénal", "préga renal")) == [(0, 5), (25, 30)]
    assert list(marks("Duloxétine", "dulxoetine")) == [(0, 10)]
    assert list(marks("Œdème", "xyz")) == []


def test_a_spelling_that_would_find_something_is_proposed(fit: Sitting) -> None:
    assert fit.search("gabptine") == ()
    assert fit.nearest("gabptine") == "gabapentine"
    assert fit.search(fit.nearest("gabptine"))
    assert fit.nearest("xyzzyx") == ""
