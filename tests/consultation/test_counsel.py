"""What a colleague would say: too short, too low, and what to change when all is blocked."""

import pytest

from navigator.consultation.counsel import blocked, judge_after, remark, too_early, what_to_change
from navigator.consultation.placement import Option, options
from navigator.consultation.steps import Trial
from navigator.guideline.model import Guideline, Level, Line, Outcome, Severity
from navigator.language import Language
from tests.builders import ARTICLE, IMPLICATIONS, D, guideline, pair, patient, rule, schedule, treatment

CI, AVOID, CAUTION, PREFER = Severity


def said(dose: str | None, weeks: str | None, *, crcl: str = "100") -> str | None:
    one = treatment(
        "one",
        schedules=[
            schedule("low", target="37.5", weeks="8", band=("", "30")),
            schedule("usual", target="300-600", weeks="6", band=("30", "")),
        ],
    )
    found = remark(guideline(one), one, {"crcl": D(crcl)}, D(dose) if dose else None, D(weeks) if weeks else None)
    return found.in_(Language.FR) if found else None


@pytest.mark.parametrize(("dose", "weeks"), [("300", "6"), ("600", "12"), (None, None), (None, "6"), ("300", None)])
def test_a_fair_trial_needs_no_remark(dose: str | None, weeks: str | None) -> None:
    assert said(dose, weeks) is None


def test_too_short() -> None:
    assert said("300", "2,5".replace(",", ".")) == (
        "Essai court : 2,5 sem., alors que l’effet se juge à 6 sem. Trop tôt pour parler d’échec."
    )


def test_too_low() -> None:
    assert said("100", "8") == "Dose basse : 100 mg/j, sous la cible de 300 mg/j. Monter encore, si c’est toléré ?"


def test_too_short_and_too_low() -> None:
    found = said("100", "2")
    assert found is not None
    assert "100 mg/j pendant 2 sem." in found


def test_the_schedule_of_this_patient_is_the_measure() -> None:
    assert said("37.5", "8", crcl="20") is None
    assert said("25", "8", crcl="20") == (
        "Dose basse : 25 mg/j, sous la cible de 37,5 mg/j. Monter encore, si c’est toléré ?"
    )


def test_while_the_kidney_is_not_known_the_mildest_schedule_is_the_measure() -> None:
    one = treatment(
        "one",
        schedules=[
            schedule("low", target="37.5", weeks="8", band=("", "30")),
            schedule("usual", target="300-600", weeks="6", band=("30", "")),
        ],
    )
    assert remark(guideline(one), one, {}, D("37.5"), D(6)) is None
    found = remark(guideline(one), one, {}, D(25), D(5))
    assert found is not None
    assert "37,5 mg/j et de 6 sem." in found.in_(Language.FR)


@pytest.mark.parametrize(
    ("outcome", "dose", "weeks", "early"),
    [
        (Outcome.NO_RELIEF, "300", "2", True),
        (Outcome.NO_RELIEF, "100", "8", True),
        (Outcome.RELIEF_30, "300", "2", True),
        (Outcome.NO_RELIEF, "300", "6", False),
        (Outcome.RELIEF_50, "100", "2", False),
        (Outcome.NOT_TOLERATED, "100", "2", False),
    ],
)
def test_a_trial_is_too_early_to_judge_unless_it_was_fair_helped_or_harmed(
    outcome: Outcome, dose: str, weeks: str, early: bool
) -> None:
    one = treatment("one", schedules=[schedule(target="300-600", weeks="6")])
    assert too_early(guideline(one), {}, Trial("n", "one", D(dose), D(weeks), outcome)) is early


def test_nobody_is_told_to_go_on_with_what_is_contraindicated() -> None:
    one = treatment("one", rule("one.maoi", "maoi", CI), schedules=[schedule(target="300-600", weeks="6")])
    trial = Trial("n", "one", D(100), D(2), Outcome.NO_RELIEF)
    assert not too_early(guideline(one), {"maoi": True}, trial)


def test_where_no_schedule_applies_there_is_no_measure() -> None:
    one = treatment("one", schedules=[schedule(band=("30", ""))])
    built = guideline(one, treatment("technique"))
    assert remark(built, one, {"crcl": D(10)}, D(1), D(1)) is None
    for facts in ({}, {"crcl": D(10)}):
        assert judge_after(built, one, facts) is None
    assert remark(built, built.treatments["technique"], {}, D(1), D(1)) is None
    assert judge_after(built, one, {"crcl": D(50)}) == 6


# --- a stage where everything is blocked


def stage(built: Guideline, *assignments: str) -> tuple[Option, ...]:
    return options(built, "diffuse.first-line", patient(built, *assignments), ARTICLE)


def two() -> Guideline:
    return guideline(
        treatment("one", rule("one.opioid", "opioid or tramadol", AVOID), rule("one.old", "age >= 65", CAUTION)),
        treatment("two", rule("two.bp", "uncontrolled_hypertension", CI), rule("two.opioid", "opioid", AVOID)),
        treatment("three", rule("three.kidney", "crcl < 30", CI)),
        implications=IMPLICATIONS,
    )


def test_a_stage_is_blocked_when_no_option_is_left() -> None:
    well = ("taking=none", "others=no", "age=50")
    assert not blocked(stage(two(), *well, "crcl=100"))
    assert not blocked(stage(two(), "taking=opioid", "uncontrolled_hypertension=yes"))  # three is not known yet
    assert blocked(stage(two(), "taking=opioid", "uncontrolled_hypertension=yes", "crcl=20"))
    assert not blocked(())


def test_medicines_come_first_then_what_can_be_treated() -> None:
    found = what_to_change(two(), stage(two(), "taking=opioid,none", "others=no", "crcl=20"))
    assert [(factors, set(freed)) for factors, freed in found] == [(("opioid",), {"one", "two"})]


def test_two_changes_are_named_together() -> None:
    every = ("taking=opioid,none", "uncontrolled_hypertension=yes", "others=no", "crcl=20")
    found = what_to_change(two(), stage(two(), *every))
    assert found == ((("opioid",), ("one",)), (("uncontrolled_hypertension", "opioid"), ("two",)))


def test_the_medicine_that_implies_a_fact_is_the_one_to_change() -> None:
    found = what_to_change(two(), stage(two(), "taking=tramadol,none", "others=no", "crcl=20"))
    assert [factors for factors, _freed in found] == [("tramadol",)]


def test_kidney_and_age_are_not_to_be_changed() -> None:
    built = guideline(treatment("one", rule("one.kidney", "crcl < 30", CI), rule("one.old", "age >= 75", AVOID)))
    assert what_to_change(built, stage(built, "crcl=20", "age=80")) == ()


def test_an_unknown_fact_is_not_to_be_changed() -> None:
    built = guideline(treatment("one", rule("one.both", "opioid or maoi", AVOID)))
    assert what_to_change(built, stage(built, "taking=opioid")) == ((("opioid",), ("one",)),)


def test_nothing_about_the_patient_frees_a_pair() -> None:
    built = guideline(
        treatment("one", drug_class="snri"),
        treatment("two", rule("two.maoi", "maoi", AVOID)),
        treatment("one+two", members=("one", "two"), line=Line.FIRST),
        pairs=[pair("one", "two", Level.AVOID)],
    )
    (both,) = [o for o in stage(built, "taking=maoi,none") if o.assessment.treatment.members]
    assert both.assessment.blocked
    assert what_to_change(built, (both,)) == ()


def test_every_change_that_is_named_frees_what_it_says(guideline: Guideline) -> None:
    heavy = (
        "age=78",
        "crcl=20",
        "taking=opioid,ssri,benzodiazepine,none",
        "others=no",
        "uncontrolled_hypertension=yes",
    )
    for node in ("diffuse.first-line", "central.first-line", "trigeminal.first-line"):
        before = options(guideline, node, patient(guideline, *heavy), guideline.reading)
        for factors, freed in what_to_change(guideline, before):
            assert factors
            for name in freed:
                assert next(o for o in before if o.assessment.treatment.id == name).assessment.blocked
