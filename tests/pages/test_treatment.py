"""The treatment page: alerts in their order, what was checked, the evidence of the same source."""

from navigator.pages.scene import Mark, TreatmentPage
from navigator.pages.sitting import Sitting


def page(sitting: Sitting, treatment: str) -> TreatmentPage:
    sitting.open_treatment(treatment)
    shown = sitting.scene.page
    assert isinstance(shown, TreatmentPage)
    return shown


def test_alerts_go_from_heavy_to_light_with_cautions_in_one(fit: Sitting) -> None:
    for factor in ("maoi", "ssri", "diuretic", "driver"):
        fit.answer(factor, "private" if factor == "driver" else "yes")
    marks = [a.mark for a in page(fit, "duloxetine").alerts]
    assert marks[0] is Mark.CONTRAINDICATED
    assert len(marks) == len(set(marks))
    assert marks == sorted(marks, key=[Mark.CONTRAINDICATED, Mark.AVOID, Mark.MISSING, Mark.CAUTION].index)


def test_the_missing_alert_points_at_a_field(sitting: Sitting) -> None:
    sitting.choose_type("diffuse")
    alert = next(a for a in page(sitting, "gabapentin").alerts if a.mark is Mark.MISSING)
    assert alert.action
    assert alert.factor


def test_three_reasons_are_seen_at_first_and_the_rest_are_counted(fit: Sitting) -> None:
    for factor in ("opioid", "diuretic", "driver", "falls_polypharmacy"):
        fit.answer(factor, "private" if factor == "driver" else "yes")
    fit.answer("age", "85")
    fit.answer("creatinine", "130")
    shown = page(fit, "gabapentin")
    hidden = sum(len(a.reasons) - a.shown for a in shown.alerts)
    assert hidden > 1
    assert shown.more_alerts == f"et {hidden} autres"
    assert all(a.shown >= 1 for a in shown.alerts if a.reasons)
    assert sum(a.shown for a in shown.alerts) <= 3


def test_the_chip_says_that_the_dose_is_reduced(fit: Sitting) -> None:
    assert page(fit, "gabapentin").status.word == "Adapté"
    for factor, value in (("age", "60"), ("weight", "61"), ("creatinine", "128")):
        fit.answer(factor, value)
    shown = page(fit, "gabapentin")
    assert shown.status.word.endswith(", dose réduite")
    assert shown.status.mark is not Mark.AVOID


def test_evidence_compares_what_one_source_measured(fit: Sitting) -> None:
    chart = page(fit, "gabapentin").evidence
    assert chart is not None
    here = [r for r in chart.rows if r.here]
    assert [r.nnt.label for r in here if r.nnt] == ["6,3"]
    values = [r.nnt.value for r in chart.rows if r.nnt]
    assert values == sorted(values)


def test_a_trial_is_started_only_where_the_walk_stands(fit: Sitting) -> None:
    assert page(fit, "gabapentin").start_label
    assert page(fit, "tramadol").start_label == ""


def test_a_line_differs_from_where_the_reading_has_it_not_from_the_page_it_is_opened_on(fit: Sitting) -> None:
    fit.change_draft("gabapentin", "1800", "8")
    fit.record_outcome("relief-50", "")
    at_the_end = page(fit, "gabapentin+duloxetine")
    assert {tag.state for tag in at_the_end.lines} == {"same"}
    assert at_the_end.disagreement == ""
    assert "SFETD 2020" in page(fit, "pregabalin").disagreement
