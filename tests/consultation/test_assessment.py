"""The one evaluation, on small guidelines: status, reasons, what is missing, the schedule, combinations."""

import pytest

from navigator.consultation.assessment import Assessment, Status, assess, taking_of
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, Level, Rule, Severity, Standing
from tests.builders import IMPLICATIONS, D, guideline, known, pair, rule, schedule, treatment

CI, AVOID, CAUTION, PREFER = Severity


def fit(*rules: Rule, **facts: Value) -> Assessment:
    one = treatment("one", *rules)
    return assess(guideline(one), one, facts)


def rules_of(assessment: Assessment) -> list[str]:
    return [reason.rule for reason in assessment.reasons]


def test_the_statuses_have_an_order() -> None:
    assert [s.rank for s in Status] == [0, 1, 2, 3, 4]
    assert list(Status) == ["suitable", "caution", "missing", "avoid", "contraindicated"]


@pytest.mark.parametrize(
    ("severity", "yes", "no", "unknown"),
    [
        (CI, "contraindicated", "suitable", "missing"),
        (AVOID, "avoid", "suitable", "missing"),
        (CAUTION, "caution", "suitable", "suitable"),
        (PREFER, "suitable", "suitable", "suitable"),
    ],
)
def test_one_rule(severity: Severity, yes: str, no: str, unknown: str) -> None:
    one = rule("one.maoi", "maoi", severity)
    assert fit(one, maoi=True).status == yes
    assert fit(one, maoi=False).status == no
    assert fit(one).status == unknown


def test_the_heaviest_rule_decides_and_all_speak() -> None:
    rules = (
        rule("prefer", "dialysis", PREFER),
        rule("caution", "dialysis", CAUTION),
        rule("stop", "dialysis", CI),
        rule("avoid", "dialysis", AVOID),
        rule("silent", "maoi", CAUTION),
    )
    found = fit(*rules, dialysis=True, maoi=False)
    assert found.status is Status.CONTRAINDICATED
    assert rules_of(found) == ["stop", "avoid", "caution", "prefer"]
    assert found.prefers == 1
    assert found.reasons[0].treatment == "one"
    assert found.reasons[0].instead is not None
    assert found.reasons[0].citations[0].source == "v1"
    assert found.reasons[0].standing is Standing.READ


def test_what_is_missing_is_listed_with_every_status_the_most_decisive_first() -> None:
    rules = (
        rule("avoid", "opioid", AVOID),
        rule("stop", "maoi", CI),
        rule("caution", "constipation", CAUTION),
        rule("sure", "dialysis", CI),
    )
    found = fit(*rules, dialysis=True)
    assert found.status is Status.CONTRAINDICATED
    assert found.missing == ("maoi", "opioid")
    assert [reason.rule for reason in found.could] == ["stop", "avoid"]


def test_only_the_facts_that_can_still_decide_are_missing() -> None:
    one = rule("one", "(age >= 65 and (opioid or maoi)) or (pregnant and hepatic >= mild)", AVOID)
    assert fit(one).missing == ("age", "hepatic", "pregnant", "maoi", "opioid")
    assert fit(one, pregnant=False).missing == ("age", "maoi", "opioid")
    assert fit(one, pregnant=False, age=D(70), opioid=False).missing == ("maoi",)
    assert fit(one, pregnant=False, age=D(60)).missing == ()


def test_each_missing_fact_is_named_once() -> None:
    assert fit(rule("a", "maoi", AVOID), rule("b", "maoi or opioid", CI)).missing == ("maoi", "opioid")


def test_the_clearance_is_missing_by_its_name() -> None:
    assert fit(rule("renal", "crcl < 30")).missing == ("crcl",)


def test_a_threshold_compares_the_unrounded_clearance() -> None:
    renal = rule("renal", "crcl < 30")
    assert fit(renal, crcl=D("29.96")).status is Status.CONTRAINDICATED
    assert fit(renal, crcl=D(30)).status is Status.SUITABLE


def test_the_type_of_pain_is_asked_of_no_one() -> None:
    away = fit(rule("trigeminal", "pain_type == trigeminal", AVOID))
    assert away.status is Status.SUITABLE
    assert away.missing == ()
    assert [reason.rule for reason in away.could] == ["trigeminal"]
    assert fit(rule("trigeminal", "pain_type == trigeminal", AVOID), pain_type="trigeminal").status is Status.AVOID


def test_a_rule_on_type_of_pain_and_patient_still_asks_for_the_patient() -> None:
    assert fit(rule("both", "pain_type == trigeminal and maoi", AVOID)).missing == ("maoi",)


# --- schedules

RENAL = (
    schedule("dialysis", condition="dialysis"),
    schedule("low", band=("", "30")),
    schedule("middle", band=("30", "60")),
    schedule("usual", band=("60", "")),
)


def dose(**facts: Value) -> tuple[str | None, tuple[str, ...], str]:
    one = treatment("one", schedules=RENAL)
    found = assess(guideline(one), one, facts)
    return found.schedule.id if found.schedule else None, found.dose_needs, found.status


@pytest.mark.parametrize(
    ("crcl", "applies"), [("29.5", "low"), ("29.96", "low"), ("30", "middle"), ("59.99", "middle"), ("60", "usual")]
)
def test_bands_are_half_open(crcl: str, applies: str) -> None:
    assert dose(dialysis=False, crcl=D(crcl)) == (applies, (), "suitable")


def test_the_first_schedule_that_holds_applies() -> None:
    assert dose(dialysis=True, crcl=D(100)) == ("dialysis", (), "suitable")
    assert dose(dialysis=True) == ("dialysis", (), "suitable")


def test_an_unknown_fact_that_decides_the_dose_is_missing() -> None:
    assert dose(dialysis=False) == (None, ("crcl",), "missing")
    assert dose(crcl=D(100)) == (None, ("dialysis",), "missing")
    assert dose() == (None, ("crcl", "dialysis"), "missing")


def test_what_the_dose_needs_comes_last_among_the_missing() -> None:
    one = treatment("one", rule("stop", "maoi"), schedules=RENAL)
    found = assess(guideline(one), one, {"dialysis": False})
    assert found.missing == ("maoi", "crcl")


def test_without_schedules_there_is_no_dose_and_nothing_to_ask() -> None:
    found = fit()
    assert (found.schedule, found.dose_needs, found.status) == (None, (), Status.SUITABLE)


def test_where_no_schedule_holds_there_is_none() -> None:
    one = treatment("one", schedules=[schedule(condition="not dialysis")])
    found = assess(guideline(one), one, {"dialysis": True})
    assert (found.schedule, found.dose_needs) == (None, ())


def test_a_schedule_after_the_one_that_holds_asks_for_nothing() -> None:
    one = treatment("one", schedules=[schedule("first"), schedule("second", condition="maoi")])
    found = assess(guideline(one), one, {})
    assert found.schedule is not None
    assert found.schedule.id == "first"


# --- combinations


def pairing(level: Level | None = None, *rules: Rule) -> Guideline:
    one = treatment("one", *(r for r in rules if r.id.startswith("one")), drug_class="gabapentinoid")
    two = treatment("two", *(r for r in rules if r.id.startswith("two")), drug_class="snri", schedules=RENAL)
    both = treatment("one+two", members=("one", "two"), drug_class="combination")
    pairs = [pair("two", "one", level)] if level else []
    return guideline(one, two, both, pairs=pairs, implications=IMPLICATIONS)


WELL: dict[str, Value] = {
    "dialysis": False,
    "crcl": D(100),
    "gabapentinoid": False,
    "snri": False,
    "opioid": False,
    "maoi": False,
    "age": D(50),
}


def together(built: Guideline, present: str = "", **facts: Value) -> Assessment:
    return assess(built, built.treatments["one+two"], {**WELL, **facts}, present)


@pytest.mark.parametrize(
    ("level", "status"),
    [
        (Level.CONTRAINDICATED, "contraindicated"),
        (Level.AVOID, "avoid"),
        (Level.CAUTION, "caution"),
        (Level.COMPATIBLE, "suitable"),
        (None, "suitable"),
    ],
)
def test_the_pair_gives_its_level(level: Level | None, status: str) -> None:
    found = together(pairing(level))
    assert found.status == status
    assert (found.schedule, found.dose_needs) == (None, ())


def test_the_pair_speaks_with_its_sources() -> None:
    reason = together(pairing(Level.AVOID)).reasons[0]
    assert reason.rule == "one+two.pair"
    assert reason.standing is Standing.READ
    assert reason.citations


def test_a_combination_is_as_heavy_as_its_heaviest_member() -> None:
    built = pairing(Level.CAUTION, rule("one.liver", "hepatic >= severe", CI), rule("two.old", "age >= 65", AVOID))
    assert together(built, hepatic="none").status is Status.CAUTION
    assert together(built, hepatic="none", age=D(70)).status is Status.AVOID
    assert together(built, hepatic="severe", age=D(70)).status is Status.CONTRAINDICATED
    found = together(built)
    assert found.status is Status.MISSING
    assert found.missing == ("hepatic",)
    assert [reason.treatment for reason in together(built, hepatic="severe").reasons] == ["one", "one+two"]


def test_a_combination_waits_for_the_dose_of_its_members() -> None:
    found = assess(pairing(), pairing().treatments["one+two"], {"dialysis": False})
    assert found.status is Status.MISSING
    assert found.missing == ("crcl",)


OWN = rule("one.again", "gabapentinoid", AVOID)
CROSS = rule("one.snri", "snri", CAUTION)
HEAVY_CROSS = rule("one.snri-old", "snri and age >= 65", AVOID)


def test_a_member_counts_against_the_other_only_where_its_rule_outweighs_the_pair() -> None:
    built = pairing(Level.CAUTION, CROSS, HEAVY_CROSS)
    assert [reason.rule for reason in together(built).reasons] == ["one+two.pair"]
    old = together(built, age=D(70))
    assert old.status is Status.AVOID
    assert [reason.rule for reason in old.reasons] == ["one.snri-old", "one+two.pair"]


def test_what_could_outweigh_the_pair_is_missing() -> None:
    built = pairing(Level.CAUTION, HEAVY_CROSS)
    found = assess(built, built.treatments["one+two"], {k: v for k, v in WELL.items() if k != "age"})
    assert found.status is Status.MISSING
    assert found.missing == ("age",)


def test_the_treatment_that_goes_on_is_not_held_against_itself() -> None:
    built = pairing(Level.COMPATIBLE, OWN)
    assert together(built, gabapentinoid=True).status is Status.AVOID
    assert together(built, present="one", gabapentinoid=True).status is Status.SUITABLE
    assert together(built, present="one+two", gabapentinoid=True, snri=True).status is Status.SUITABLE
    assert together(built, present="two", gabapentinoid=True).status is Status.AVOID


def test_taking_a_treatment_means_its_class_its_name_and_what_they_imply() -> None:
    built = guideline(
        treatment("tramadol", drug_class="weak-opioid"),
        treatment("carbamazepine", drug_class="carboxamide"),
        treatment("morphine", drug_class="strong-opioid"),
        treatment("gabapentin", drug_class="gabapentinoid"),
        treatment("gabapentin+tramadol", members=("gabapentin", "tramadol")),
        treatment("tens", drug_class="neurostimulation"),
        implications=IMPLICATIONS,
    )
    taken = {name: taking_of(built, t) for name, t in built.treatments.items()}
    assert taken == {
        "tramadol": {"tramadol", "opioid"},
        "carbamazepine": {"carbamazepine", "enzyme_inducer"},
        "morphine": {"opioid"},
        "gabapentin": {"gabapentinoid"},
        "gabapentin+tramadol": {"gabapentinoid", "tramadol", "opioid"},
        "tens": frozenset(),
    }


def test_facts_from_a_patient() -> None:
    one = treatment("one", rule("one.pregnant", "pregnant"))
    built = guideline(one, implications=IMPLICATIONS)
    assert assess(built, one, known(built, "sex=male")).status is Status.SUITABLE
    assert assess(built, one, known(built, "sex=female")).status is Status.MISSING
