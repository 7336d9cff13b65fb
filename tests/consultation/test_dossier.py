"""What the dossier asks for, on the shipped content: the worked examples (medicines.md §7) and its checklist (§8c)."""

from datetime import date

import pytest

from navigator.consultation.assessment import Assessment, Status, assess
from navigator.consultation.patient import facts_of, patient_from
from navigator.consultation.titration import plan
from navigator.guideline.model import Basis, Severity
from tests.builders import D, known, shipped

CONTENT = shipped()
HEALTHY = ("taking=none", "others=no")

# §7a, §7c: the measures, the clearance to one decimal, the ceiling of pregabalin and of gabapentin, duloxetine
WORKED = {
    "A": (("sex=female", "age=84", "weight=48", "creatinine=95"), "29.4", "150", "600", "contraindicated"),
    "B": (("sex=male", "age=70", "weight=80", "creatinine=124"), "55.5", "300", "1800", "caution"),
    "C": (("sex=female", "age=45", "weight=68", "creatinine=62"), "108.4", "600", "3600", "suitable"),
    "D": (("sex=male", "age=58", "weight=95", "creatinine=212"), "45.2", "300", "900", "suitable"),
    "E": (("sex=female", "age=76", "weight=60", "creatinine=301"), "13.3", "75", "300", "contraindicated"),
}


def found(name: str, *assignments: str) -> Assessment:
    facts = known(CONTENT, *assignments, pain_type="diffuse", stage="first-line")
    return assess(CONTENT, CONTENT.treatments[name], facts)


@pytest.mark.parametrize("case", WORKED)
def test_the_worked_examples(case: str) -> None:
    measures, crcl, pregabalin, gabapentin, duloxetine = WORKED[case]
    known_of = (*measures, *HEALTHY)
    value = facts_of(CONTENT, patient_from(CONTENT, known_of)).clearance.value
    assert value is not None
    assert round(value, 1) == D(crcl)
    for name, ceiling in (("pregabalin", pregabalin), ("gabapentin", gabapentin)):
        schedule = found(name, *known_of).schedule
        assert schedule is not None
        assert schedule.max_mg == D(ceiling), name
    assert found("duloxetine", *known_of).status == duloxetine


def test_the_examples_turn_on_cockcroft_gault_not_on_the_rounded_value() -> None:
    assert found("duloxetine", "crcl=29,96", *HEALTHY).status is Status.CONTRAINDICATED
    assert found("duloxetine", "crcl=30", *HEALTHY).status is not Status.CONTRAINDICATED


KIDNEY = ("pregabalin", "gabapentin", "duloxetine", "tramadol", "morphine", "oxycodone", "baclofen")


@pytest.mark.parametrize("name", KIDNEY)
def test_no_dose_before_the_renal_function_is_known(name: str) -> None:
    without = found(name, "age=50", "sex=female", *HEALTHY)
    assert "crcl" in without.missing
    assert without.status.rank >= Status.MISSING.rank
    assert found(name, "age=50", "sex=female", "crcl=100", *HEALTHY).schedule is not None


@pytest.mark.parametrize("unknown", ["valproate", "enzyme_inducer", "combined_pill", "antiepileptic_rash"])
def test_no_lamotrigine_table_before_the_questions_are_answered(unknown: str) -> None:
    facts = dict(known(CONTENT, "age=50", "sex=female", "crcl=100", *HEALTHY, pain_type="central"))
    whole = assess(CONTENT, CONTENT.treatments["lamotrigine"], facts)
    assert whole.schedule is not None
    del facts[unknown]
    asked = assess(CONTENT, CONTENT.treatments["lamotrigine"], facts)
    assert unknown in asked.missing
    assert asked.status is Status.MISSING


CHECKS = {
    "carbamazepine": "asian_ancestry hla_b1502 childbearing hormonal_contraceptive av_block bone_marrow_history sodium",
    "oxcarbazepine": "asian_ancestry hla_b1502 hormonal_contraceptive sodium antiepileptic_rash",
    "amitriptyline": "av_block rhythm_disorder recent_mi long_qt qt_drug maoi ssri snri suicidal_risk bipolar"
    " angle_closure_glaucoma urinary_retention",
    "duloxetine": "uncontrolled_hypertension maoi ssri bipolar crcl hepatic",
    "venlafaxine": "uncontrolled_hypertension maoi ssri long_qt qt_drug suicidal_risk bipolar",
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_must_be_asked_first_is_missing_first(name: str) -> None:
    assert set(CHECKS[name].split()) <= set(found(name).missing)


NEVER = (
    ({"tricyclic"}, {"snri"}),
    ({"snri"}, {"weak-opioid"}),
    ({"tricyclic"}, {"weak-opioid"}),
    ({"gabapentinoid"}, {"gabapentinoid"}),
    ({"weak-opioid", "strong-opioid"}, {"weak-opioid", "strong-opioid"}),
)
TAKING = {"tricyclic": "tricyclic", "snri": "snri", "weak-opioid": "tramadol", "gabapentinoid": "gabapentinoid"}


def test_what_must_never_go_together_is_never_offered_together() -> None:
    for combination in CONTENT.combinations.values():
        one, two = (CONTENT.treatments[m].drug_class for m in combination.members)
        assert not any((one in a and two in b) or (one in b and two in a) for a, b in NEVER), combination.members


def test_what_must_never_go_together_is_at_least_to_be_avoided() -> None:
    for treatment in (t for t in CONTENT.treatments.values() if not t.members):
        for one, two in NEVER:
            for mine, others in ((one, two), (two, one)):
                for taken in (TAKING.get(other, "opioid") for other in others if treatment.drug_class in mine):
                    blocked = found(treatment.id, f"taking={taken},none", "others=no", "age=50", "crcl=100").blocked
                    assert blocked, (treatment.id, taken)


@pytest.mark.parametrize("name", ["pregabalin", "gabapentin"])
def test_a_gabapentinoid_with_an_opioid_is_warned_of_every_time(name: str) -> None:
    for taken in ("opioid", "tramadol"):
        seen = found(name, f"taking={taken},none", "others=no", "age=50", "crcl=100")
        assert seen.status.rank >= Status.CAUTION.rank
        assert any("opioid" in reason.rule for reason in seen.reasons)


@pytest.mark.parametrize(("name", "days"), [("pregabalin", 7), ("gabapentin", 7), ("duloxetine", 7), ("baclofen", 7)])
def test_nothing_of_these_is_stopped_suddenly(name: str, days: int) -> None:
    treatment = CONTENT.treatments[name]
    for schedule in treatment.schedules:
        made = plan(treatment, schedule, date(2026, 12, 1))
        lowest = min(treatment.strengths_mg)
        if made.steps[-1].total_mg > lowest:  # one unit a day cannot be lowered
            assert made.taper
            assert (made.taper[-1].last - made.review).days >= days


def test_prudence_alone_is_never_a_hard_stop() -> None:
    for treatment in CONTENT.treatments.values():
        for rule in treatment.rules:
            assert not (rule.basis is Basis.PRUDENCE and rule.severity is Severity.CONTRAINDICATED), rule.id
