"""A trial told in one line: what is read of it, and what is refused."""

import pytest

from navigator.consultation.entry import Refused
from navigator.consultation.trial_line import TrialLine, read_trial
from navigator.guideline.model import Guideline
from navigator.language import Language


def read(guideline: Guideline, line: str) -> tuple[str, str, str]:
    names = ("gabapentin", "pregabalin", "amitriptyline", "lidocaine-plaster", "tens", "gabapentin+duloxetine")
    found: TrialLine = read_trial(line, [guideline.treatments[name] for name in names])
    return found.treatment, found.dose, found.weeks


@pytest.mark.parametrize(
    ("line", "trial"),
    [
        ("gabapentine 300 mg 2 semaines", ("gabapentin", "300", "2")),
        ("gaba 300 2", ("gabapentin", "300", "2")),
        ("Neurontin 300 mg/j pendant 2 sem.", ("gabapentin", "300", "2")),
        ("gabapentin 300 mg for 2 weeks", ("gabapentin", "300", "2")),
        ("Amitriptyline 12,5 8", ("amitriptyline", "12,5", "8")),
        ("gaba 2 sem", ("gabapentin", "", "2")),
        ("gabapentine 300", ("gabapentin", "300", "")),
        ("pregabaline", ("pregabalin", "", "")),
        ("gaba + dulo 8 sem", ("gabapentin+duloxetine", "", "8")),
    ],
)
def test_a_trial_is_read(guideline: Guideline, line: str, trial: tuple[str, str, str]) -> None:
    assert read(guideline, line) == trial


def test_a_technique_has_weeks_and_no_dose(guideline: Guideline) -> None:
    assert read(guideline, "tens 4") == ("tens", "", "4")


@pytest.mark.parametrize("line", ["", "300 2", "tramadol 100 4", "xyz"])
def test_what_names_nothing_of_the_stage_is_refused(guideline: Guideline, line: str) -> None:
    with pytest.raises(Refused) as why:
        read(guideline, line)
    assert "ne nomme aucune option" in why.value.sentence.in_(Language.FR)


def test_what_may_be_two_things_is_refused(guideline: Guideline) -> None:
    offered = [guideline.treatments[id] for id in ("gabapentin+duloxetine", "pregabalin+duloxetine")]
    with pytest.raises(Refused) as why:
        read_trial("duloxetine 60 4", offered)
    assert "plusieurs" in why.value.sentence.in_(Language.FR)
