"""Where a reading puts a treatment, and the order of a stage's options."""

import pytest

from navigator.consultation.patient import Patient
from navigator.consultation.placement import (
    Option,
    options,
    placed,
    stage_of,
    stage_of_line,
    treatments_of,
)
from navigator.guideline.model import Guideline, Line, Severity
from tests.builders import ARTICLE, D, guideline, patient, rule, treatment

CI, AVOID, CAUTION, PREFER = Severity


def ids(found: tuple[Option, ...]) -> list[str]:
    return [option.assessment.treatment.id for option in found]


def test_the_reading_speaks_first() -> None:
    one = treatment("one", lines={ARTICLE: Line.FIRST, "society": Line.SECOND})
    found = placed(guideline(one), one, "diffuse", "society")
    assert found is not None
    assert (found.line, found.source, found.by_reading, found.by_article) == (Line.SECOND, "society", True, False)


def test_where_the_reading_is_silent_the_article_stands() -> None:
    one = treatment("one", lines={ARTICLE: Line.FIRST, "society": Line.NOT_ADDRESSED, "other": Line.THIRD})
    found = placed(guideline(one), one, "diffuse", "society")
    assert found is not None
    assert (found.line, found.source, found.by_reading, found.by_article) == (Line.FIRST, ARTICLE, False, True)


def test_where_the_article_is_silent_the_first_that_speaks_places() -> None:
    one = treatment("one", lines={"other": Line.THIRD, "society": Line.SECOND})
    found = placed(guideline(one), one, "diffuse", ARTICLE)
    assert found is not None
    assert (found.line, found.source, found.by_article) == (Line.SECOND, "society", False)


def test_a_treatment_of_which_no_one_speaks_has_no_place() -> None:
    one = treatment("one", lines={ARTICLE: Line.NOT_ADDRESSED})
    assert placed(guideline(one), one, "diffuse", ARTICLE) is None
    assert stage_of(guideline(one), one, "diffuse", ARTICLE) is None
    assert placed(guideline(one), treatment("two", line=Line.FIRST), "trigeminal", ARTICLE) is None


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        (Line.FIRST, "first-line"),
        (Line.COMBINATION, "combinations"),
        (Line.SECOND, "second-line"),
        (Line.THIRD, "interventional"),
        (Line.SPECIALIST, "interventional"),
        (Line.AGAINST, None),
        (Line.NOT_ADDRESSED, None),
    ],
)
def test_a_line_belongs_to_a_stage(line: Line, stage: str | None) -> None:
    assert stage_of_line(guideline(), line) == stage


def test_what_a_reading_advises_against_stays_where_the_article_has_it() -> None:
    one = treatment("one", lines={ARTICLE: Line.FIRST, "society": Line.AGAINST})
    assert stage_of(guideline(one), one, "diffuse", "society") == "first-line"


@pytest.mark.parametrize("article", [None, Line.AGAINST, Line.NOT_ADDRESSED])
def test_what_the_article_does_not_place_is_a_last_resort(article: Line | None) -> None:
    lines = {"society": Line.AGAINST} | ({ARTICLE: article} if article else {})
    one = treatment("one", lines=lines)
    assert stage_of(guideline(one), one, "diffuse", "society") == "interventional"


def built(*more: object) -> Guideline:
    return guideline(
        treatment("bad", rule("bad.old", "age >= 65", CI)),
        treatment("plain"),
        treatment("careful", rule("careful.old", "age >= 65", CAUTION)),
        treatment("unknown", rule("unknown.maoi", "maoi", AVOID)),
        treatment("avoided", rule("avoided.old", "age >= 65", AVOID)),
        treatment("favoured", rule("favoured.old", "age >= 65", PREFER)),
        treatment("elsewhere", line=Line.SECOND),
    )


def test_ranked_by_status_then_preference_then_content() -> None:
    guide = built()
    ranked = options(guide, "diffuse.first-line", patient(guide, "age=70"), ARTICLE)
    assert ids(ranked) == ["favoured", "plain", "careful", "unknown", "avoided", "bad"]
    young = options(guide, "diffuse.first-line", patient(guide, "age=40", "taking=none"), ARTICLE)
    assert ids(young) == ["bad", "plain", "careful", "unknown", "avoided", "favoured"]


def test_the_line_in_the_reading_comes_before_preference() -> None:
    guide = guideline(
        treatment("specialist", line=Line.SPECIALIST),
        treatment("third", rule("third.old", "age >= 65", PREFER), line=Line.THIRD),
        treatment("recourse", line=Line.INTERVENTIONAL),
        treatment("against", lines={ARTICLE: Line.AGAINST}),
    )
    ranked = options(guide, "diffuse.interventional", patient(guide, "age=70"), ARTICLE)
    assert ids(ranked) == ["recourse", "third", "specialist", "against"]


def test_the_stage_and_the_type_of_pain_are_facts() -> None:
    guide = guideline(
        treatment("one", rule("one.here", "pain_type == diffuse and stage == 'first-line'", AVOID)),
    )
    (one,) = options(guide, "diffuse.first-line", Patient(), ARTICLE)
    assert one.assessment.status == "avoid"


def test_another_reading_lays_out_other_options() -> None:
    one = treatment("one", lines={ARTICLE: Line.FIRST, "society": Line.SECOND})
    guide = guideline(one, treatment("two"))
    assert ids(options(guide, "diffuse.first-line", Patient(), "society")) == ["two"]
    assert ids(options(guide, "diffuse.second-line", Patient(), "society")) == ["one"]


def test_a_disagreement_between_readings_is_marked() -> None:
    guide = guideline(
        treatment("agreed", lines={ARTICLE: Line.FIRST, "society": Line.FIRST, "other": Line.NOT_ADDRESSED}),
        treatment("disputed", lines={ARTICLE: Line.FIRST, "other": Line.THIRD}),
        treatment("rejected", lines={ARTICLE: Line.FIRST, "other": Line.AGAINST}),
    )
    marks = {
        o.assessment.treatment.id: o.disagreement for o in options(guide, "diffuse.first-line", Patient(), ARTICLE)
    }
    assert marks == {"agreed": False, "disputed": True, "rejected": True}


def test_other_nodes_have_no_options() -> None:
    for node in ("start", "urgent", "diffuse.refer", "trigeminal.imaging"):
        assert options(built(), node, Patient(), ARTICLE) == ()
        assert treatments_of(built(), built().nodes[node], ARTICLE) == ()


def test_an_unknown_node_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        options(built(), "nowhere", Patient(), ARTICLE)


# --- combinations


def combining() -> Guideline:
    again = rule("gabapentin.again", "gabapentinoid", AVOID)
    also = rule("pregabalin.again", "gabapentinoid", AVOID)
    return guideline(
        treatment("gabapentin", again, drug_class="gabapentinoid"),
        treatment("pregabalin", also, drug_class="gabapentinoid"),
        treatment("duloxetine", drug_class="snri"),
        treatment("amitriptyline", drug_class="tricyclic"),
        treatment("pregabalin+duloxetine", members=("pregabalin", "duloxetine"), line=Line.COMBINATION),
        treatment("gabapentin+amitriptyline", members=("gabapentin", "amitriptyline"), line=Line.COMBINATION),
        treatment("gabapentin+duloxetine", members=("gabapentin", "duloxetine"), line=Line.COMBINATION),
    )


def combined(present: str) -> dict[str, str]:
    guide = combining()
    found = options(guide, "diffuse.combinations", patient(guide, "taking=none"), ARTICLE, None, present)
    return {o.assessment.treatment.id: o.assessment.status for o in found}


def test_the_present_treatment_comes_first_among_equals() -> None:
    assert list(combined("")) == ["pregabalin+duloxetine", "gabapentin+amitriptyline", "gabapentin+duloxetine"]
    assert list(combined("duloxetine"))[:2] == ["pregabalin+duloxetine", "gabapentin+duloxetine"]
    assert list(combined("gabapentin"))[:2] == ["gabapentin+amitriptyline", "gabapentin+duloxetine"]


def test_the_present_treatment_counts_as_taken_at_combinations() -> None:
    found = combined("gabapentin")
    assert found["gabapentin+duloxetine"] == "suitable"
    assert found["pregabalin+duloxetine"] == "avoid"


def test_it_does_not_count_at_other_stages() -> None:
    guide = combining()
    found = options(guide, "diffuse.first-line", patient(guide, "taking=none"), ARTICLE, None, "gabapentin")
    assert {o.assessment.status for o in found} == {"suitable"}


def test_facts_from_the_walk_are_heard() -> None:
    guide = guideline(treatment("one", rule("one.rash", "antiepileptic_rash", AVOID)))
    (one,) = options(guide, "diffuse.first-line", Patient(), ARTICLE, {"antiepileptic_rash": True, "age": D(40)})
    assert one.assessment.status == "avoid"
