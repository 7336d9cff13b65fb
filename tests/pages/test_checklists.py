"""The DN4 and the red flags: what is answered, what can be said already, and where one goes from there."""

import pytest

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages.scene import ChecklistPage, EndPage, Mark, StartPage
from navigator.pages.sitting import Sitting


def checklist(sitting: Sitting, id: str) -> ChecklistPage:
    sitting.open_article(id)
    return shown(sitting)


def shown(sitting: Sitting) -> ChecklistPage:
    page = sitting.scene.page
    assert isinstance(page, ChecklistPage)
    return page


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def answer(sitting: Sitting, yes: int, no: int) -> ChecklistPage:
    items = [item.id for group in checklist(sitting, "score.dn4").groups for item in group.items]
    for id, value in zip(items, ["yes"] * yes + ["no"] * no, strict=False):
        sitting.find(id, value)
    return shown(sitting)


def test_the_items_stand_in_their_two_parts(sitting: Sitting, guideline: Guideline) -> None:
    page = checklist(sitting, "score.dn4")
    assert [(group.title, len(group.items)) for group in page.groups] == [("Interrogatoire", 7), ("Examen", 3)]
    assert all(item.value == "" for group in page.groups for item in group.items)
    assert page.verdict.mark is Mark.MISSING


@pytest.mark.parametrize("id", ["score.dn4", "red-flags"])
def test_its_sources_are_rows_that_open(sitting: Sitting, id: str) -> None:
    sources = next(shelf for shelf in checklist(sitting, id).shelves if shelf.id == "sources")
    assert all(entry.link.startswith("source.") for entry in sources.references)


@pytest.mark.parametrize(
    ("yes", "no", "mark", "words"),
    [
        (3, 5, Mark.MISSING, "2 réponses manquent"),
        (4, 0, Mark.NEUTRAL, "probable"),
        (0, 6, Mark.MISSING, "4 réponses manquent"),
        (0, 7, Mark.NEUTRAL, "peu probable"),
        (3, 7, Mark.NEUTRAL, "peu probable"),
        (10, 0, Mark.NEUTRAL, "probable"),
    ],
)
def test_only_what_is_certain_is_said(sitting: Sitting, yes: int, no: int, mark: Mark, words: str) -> None:
    page = answer(sitting, yes, no)
    assert page.verdict.mark is mark
    assert words in plain(page.verdict.title)
    assert page.gauge is not None
    assert (page.gauge.points, page.gauge.missing) == (yes, 10 - yes - no)
    assert page.gauge.label == f"{yes}/10"


def test_an_early_result_says_that_nothing_can_change_it(sitting: Sitting) -> None:
    assert "seuil est atteint" in answer(sitting, 4, 0).spoken
    sitting.new_patient()
    assert "ne peut plus être atteint" in answer(sitting, 0, 7).spoken


def test_the_score_is_told_on_the_start_page_and_in_the_rail(sitting: Sitting) -> None:
    answer(sitting, 4, 6)
    sitting.home()
    start = sitting.scene.page
    assert isinstance(start, StartPage)
    assert plain(start.strips[0].subtitle) == "4/10 : positif"
    sitting.choose_type("diffuse")
    assert [f.text for f in sitting.scene.rail.findings] == ["DN4 4/10"]


def test_undo_gives_an_answer_back_and_a_new_patient_has_none(fit: Sitting) -> None:
    answer(fit, 2, 0)
    fit.undo()
    page = shown(fit)
    assert page.gauge is not None
    assert page.gauge.points == 1, "and the page stays"
    fit.new_patient()
    assert not fit.desk.moment.findings
    fit.undo()
    assert not fit.desk.moment.findings


def test_another_type_of_pain_keeps_what_was_found(fit: Sitting) -> None:
    answer(fit, 4, 0)
    fit.choose_type("diffuse")
    assert len(fit.desk.moment.findings) == 4


def test_clearing_forgets_this_page_only(sitting: Sitting) -> None:
    answer(sitting, 2, 0)
    sitting.find("red-flags.cancer", "no")
    sitting.move("clear:dn4")
    assert dict(sitting.desk.moment.findings) == {"red-flags.cancer": False}
    sitting.undo()
    assert len(sitting.desk.moment.findings) == 3


def test_the_score_leads_to_the_type_of_pain_and_back(fit: Sitting) -> None:
    page = checklist(fit, "score.dn4")
    assert [move.id for move in page.moves] == ["return", "home"]
    fit.move("home")
    assert isinstance(fit.scene.page, StartPage)
    fit.back()
    fit.move("return")
    assert fit.scene.page.key == ("node", "diffuse.first-line")


def test_red_flags_are_those_of_any_pain_and_of_this_one(fit: Sitting, guideline: Guideline) -> None:
    page = checklist(fit, "red-flags")
    asked = {item.id for group in page.groups for item in group.items}
    assert "red-flags.motor-diabetic" in asked
    assert "red-flags.trigeminal-ear" not in asked
    assert [m.id for m in page.moves] == ["red-flags:present", "red-flags:absent"]
    assert all(item.action and item.tag for group in page.groups for item in group.items)


def test_a_flag_that_is_present_says_the_urgency_at_once(fit: Sitting) -> None:
    checklist(fit, "red-flags")
    fit.find("red-flags.cancer", "yes")
    assert shown(fit).verdict.title == "Avis urgent"
    fit.find("red-flags.cauda-equina", "yes")
    page = shown(fit)
    assert "15" in page.verdict.title, "the most pressing one speaks"
    assert page.verdict.mark is Mark.CONTRAINDICATED
    assert page.moves[0].id == "red-flags:present"
    assert plain(fit.scene.rail.findings[0].text) == "2 signes d’alerte présents"
    assert "IRM" in page.spoken
    fit.move("red-flags:present")
    end = fit.scene.page
    assert isinstance(end, EndPage)
    assert end.end == "urgent"
    assert "Signes trouvés" in end.html
    fit.open_article("red-flags")
    fit.move("red-flags:present")
    assert isinstance(fit.scene.page, EndPage), "pressed again it leads there again"


def test_one_key_says_that_no_flag_is_present(fit: Sitting) -> None:
    page = checklist(fit, "red-flags")
    fit.move(page.rest)
    assert fit.scene.page.key == ("node", "diffuse.first-line")
    assert set(fit.desk.moment.findings.values()) == {False}
    assert [f.text for f in fit.scene.rail.findings] == ["Aucun signe d’alerte"]
    fit.undo()
    assert not fit.desk.moment.findings


def test_the_rest_is_absent_where_one_is_present(fit: Sitting) -> None:
    page = checklist(fit, "red-flags")
    fit.find("red-flags.cancer", "yes")
    fit.move(page.rest)
    assert shown(fit).verdict.title == "Avis urgent"
    assert fit.desk.moment.findings["red-flags.cancer"] is True
    assert fit.desk.moment.findings["red-flags.suicidal"] is False
    assert "red-flags:absent" not in [m.id for m in shown(fit).moves]


def test_a_flag_that_was_found_is_not_lost_with_its_type_of_pain(fit: Sitting) -> None:
    checklist(fit, "red-flags")
    fit.find("red-flags.motor-diabetic", "yes")
    fit.choose_type("trigeminal")
    asked = {item.id for group in checklist(fit, "red-flags").groups for item in group.items}
    assert "red-flags.motor-diabetic" in asked


def test_both_pages_are_told_in_english(sitting: Sitting) -> None:
    answer(sitting, 4, 0)
    sitting.speak(Language.EN)
    assert "likely" in shown(sitting).spoken
    assert "réponse" not in shown(sitting).spoken
