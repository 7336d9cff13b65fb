"""The calendar file of a plan, held against RFC 5545 by a reader of our own."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.consultation.titration import Plan, plan
from navigator.language import Language
from navigator.pages.calendar_file import calendar, escaped, folded
from tests.builders import shipped
from tests.calendar_reading import events, unfolded

PREGABALIN = shipped().treatments["pregabalin"]


def made(start: date = date(2026, 11, 30)) -> Plan:
    return plan(PREGABALIN, PREGABALIN.schedules[0], start)


@pytest.mark.parametrize("language", list(Language))
def test_an_event_a_step_and_one_for_the_review(language: Language) -> None:
    planned = made()
    found = events(calendar(PREGABALIN, planned, language))
    assert len(found) == len(planned.steps) + 1
    for event, step in zip(found, planned.steps, strict=False):
        assert event["DTSTART;VALUE=DATE"] == f"{step.first:%Y%m%d}"
        assert event["DURATION"] == f"P{(step.last - step.first).days + 1}D"
        assert PREGABALIN.name.in_(language) in event["SUMMARY"]
    assert found[-1]["DTSTART;VALUE=DATE"] == f"{planned.review:%Y%m%d}"
    assert {"UID", "DTSTAMP"} <= found[0].keys()
    assert len({e["UID"] for e in found}) == len(found)


def test_the_same_plan_gives_the_same_bytes_and_another_day_other_ids() -> None:
    assert calendar(PREGABALIN, made(), Language.FR) == calendar(PREGABALIN, made(), Language.FR)
    later = calendar(PREGABALIN, made(date(2026, 11, 30) + timedelta(days=1)), Language.FR)
    ids = {e["UID"] for e in events(calendar(PREGABALIN, made(), Language.FR))}
    assert ids.isdisjoint(e["UID"] for e in events(later))


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=300))
def test_folding_cuts_no_character_and_loses_none(text: str) -> None:
    line = "SUMMARY:" + text
    assert unfolded(folded(line) + "\r\n") == [line]


def test_marks_of_the_format_are_escaped() -> None:
    assert escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"
