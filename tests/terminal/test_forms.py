"""The JSON forms: decimal strings, stable ids, edges that lead somewhere."""

from decimal import Decimal

from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.terminal import forms


def test_decimals_have_no_exponent_and_no_trailing_zero() -> None:
    assert [forms.decimal(Decimal(d)) for d in ("60", "12.50", "1E+2", "0.5")] == ["60", "12.5", "100", "0.5"]


def test_the_mean_dose_of_alternate_days_names_the_interval(guideline: Guideline) -> None:
    schedule = guideline.treatments["lamotrigine"].schedules[0]
    form = forms.dose_form(schedule)
    assert (form["start_mg"], form["interval_days"]) == ("12.5", 2)


def test_every_type_of_pain_is_reached_from_the_start(guideline: Guideline) -> None:
    ways = {(a, b) for a, b, _when in forms.edges(guideline)}
    assert {("start", p.first) for p in guideline.pain_types.values()} <= ways


def test_the_tree_speaks_both_languages(guideline: Guideline) -> None:
    french, english = (forms.tree_form(guideline, language) for language in Language)
    assert [n["id"] for n in french["nodes"]] == [n["id"] for n in english["nodes"]]
    assert [n["title"] for n in french["nodes"]] != [n["title"] for n in english["nodes"]]
