"""Doses in words: every figure is the schedule's."""

from navigator.language import Language
from navigator.pages import doses
from navigator.pages.sitting import Sitting

FR = Language.FR


def words(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_start_and_target_are_said_with_their_takes(fit: Sitting) -> None:
    found, _facts = fit.assessed("gabapentin")
    assert found.schedule is not None
    assert words(doses.start_words(found.schedule, FR)) == "100–300 mg le soir"
    assert words(doses.target_words(found.schedule, FR)) == "900–3600 mg/j en 3 prises"


def test_every_other_day_is_a_dose_and_an_interval(fit: Sitting) -> None:
    fit.answer("valproate", "yes")
    found, _facts = fit.assessed("lamotrigine")
    assert found.schedule is not None
    assert words(doses.start_words(found.schedule, FR)) == "25 mg un jour sur deux"


def test_the_chart_climbs_to_the_target_and_names_the_day_of_judgement(fit: Sitting) -> None:
    found, _facts = fit.assessed("gabapentin")
    chart = doses.chart(found, None, FR)
    assert chart is not None
    heights = [s.mg for s in chart.steps]
    assert heights == sorted(heights)
    assert heights[-1] == chart.target_low == 900
    assert chart.judge_day - chart.steps[-1].day >= 41
    assert chart.maximum == 3600


def test_a_treatment_without_a_schedule_has_no_figures(fit: Sitting) -> None:
    found, _facts = fit.assessed("tens")
    assert doses.figures(found, None, FR) == ()
    assert doses.chart(found, None, FR) is None
