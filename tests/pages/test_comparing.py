"""Treatments side by side: the same words as on their own pages, and where they differ."""

import pytest

from navigator.pages.scene import ComparePage, CompareRow, StagePage, TreatmentPage
from navigator.pages.sitting import Sitting
from navigator.terminal import printing


@pytest.fixture
def two(fit: Sitting) -> Sitting:
    """Gabapentin and duloxetine, ticked at the first line and compared."""
    fit.gather("gabapentin")
    fit.gather("duloxetine")
    fit.move("compare")
    return fit


def page(sitting: Sitting) -> ComparePage:
    shown = sitting.scene.page
    assert isinstance(shown, ComparePage)
    return shown


def rows(sitting: Sitting) -> dict[str, CompareRow]:
    return {row.id: row for row in page(sitting).rows}


def text(row: CompareRow, column: int) -> str:
    return " ".join(line.text for line in row.cells[column])


def test_it_says_the_dose_that_the_treatment_page_says(two: Sitting) -> None:
    told = {h.treatment: text(rows(two)["maximum"], n) for n, h in enumerate(page(two).heads)}
    for treatment, maximum in told.items():
        two.open_treatment(treatment)
        shown = two.scene.page
        assert isinstance(shown, TreatmentPage)
        assert maximum.startswith(shown.figures[3].value)


def test_rows_that_differ_are_marked(two: Sitting) -> None:
    for row in page(two).rows:
        assert row.differs == (text(row, 0) != text(row, 1))
    assert rows(two)["target"].differs
    assert not rows(two)["line.source-article"].differs


def test_evidence_is_told_with_its_interval(two: Sitting) -> None:
    assert "IC 95" in text(rows(two)["nnt"], 0)
    assert rows(two)["nnt"].cells[0][0].note


def test_a_combination_tells_the_dose_of_each_member(fit: Sitting) -> None:
    fit.move("skip")
    fit.open_treatment("gabapentin+duloxetine")
    fit.move("compare")
    start = rows(fit)["start"].cells[0]
    assert [line.text.split("\u00a0")[0].split(" ")[0] for line in start] == ["Gabapentine", "Duloxétine"]


def test_columns_come_and_go_and_back_leads_to_the_stage(two: Sitting) -> None:
    two.compare_more("amitriptyline")
    two.compare_more("pregabalin")
    assert len(page(two).heads) == 4
    assert page(two).others == ()
    two.compare_more("gabapentin")
    assert [h.treatment for h in page(two).heads] == ["duloxetine", "amitriptyline", "pregabalin"]
    two.back()
    assert isinstance(two.scene.page, StagePage)


def test_a_fifth_is_refused_in_words(fit: Sitting) -> None:
    for treatment in ("gabapentin", "pregabalin", "duloxetine", "amitriptyline", "nortriptyline"):
        fit.gather(treatment)
    assert "Quatre" in fit.scene.notice
    shown = fit.scene.page
    assert isinstance(shown, StagePage)
    assert sum(o.gathered for o in shown.options) == 4


def test_from_a_treatment_the_stage_offers_the_others(fit: Sitting) -> None:
    fit.open_treatment("gabapentin")
    fit.move("compare")
    assert page(fit).hint
    assert "gabapentin" not in [o.id for o in page(fit).others]
    assert "duloxetine" in [o.id for o in page(fit).others]


def test_a_new_patient_starts_with_nothing_gathered(fit: Sitting) -> None:
    fit.gather("gabapentin")
    fit.new_patient()
    assert fit.desk.gathered == ()


def test_the_terminal_prints_both(two: Sitting) -> None:
    printed = printing.page(two.scene)
    assert "* Cible" in printed
    assert "Duloxétine : 60" in printed.replace("\u00a0", " ")
