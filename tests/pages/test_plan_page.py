"""The plan on the screen: what is told changes it, what breaks a limit is said and changes nothing."""

from datetime import date

import pytest

from navigator.language import Language
from navigator.pages.scene import Mark, PlanPage, TreatmentPage
from navigator.pages.sitting import Sitting
from navigator.terminal import printing
from tests.builders import patient, shipped

PATIENT = ("age=60", "crcl=50", "taking=none", "others=no")


@pytest.fixture
def sitting() -> Sitting:
    made = Sitting(shipped(), Language.FR, date(2026, 11, 25))
    made.begin_with(patient(shipped(), *PATIENT))
    made.open_at("diffuse.first-line")
    made.open_plan("pregabalin")
    return made


def page(sitting: Sitting) -> PlanPage:
    shown = sitting.scene.page
    assert isinstance(shown, PlanPage)
    return shown


def told(sitting: Sitting) -> list[tuple[str, str]]:
    table = page(sitting).table
    assert table is not None
    return [(r.cells[table.days], r.cells[table.dose].replace("\u00a0", " ")) for r in table.rows]


def test_a_medicine_with_doses_offers_its_plan_and_a_technique_does_not(sitting: Sitting) -> None:
    for id, offered in (("pregabalin", ["plan.pregabalin"]), ("tens", [])):
        sitting.open_treatment(id)
        shown = sitting.scene.page
        assert isinstance(shown, TreatmentPage)
        assert [a.id for a in shown.actions if a.id.startswith("plan.")] == offered


def test_the_plan_begins_today_with_the_schedule_of_the_patient(sitting: Sitting) -> None:
    shown = page(sitting)
    assert shown.start.value == "25/11/2026"
    assert told(sitting) == [("7", "75 mg"), ("7", "100 mg"), ("7", "125 mg"), ("43", "150 mg")]
    assert shown.chart is not None
    assert [s.mg for s in shown.chart.steps] == [75, 100, 125, 150]
    assert shown.taper is not None
    assert "300" in shown.lead
    assert printing.page(sitting.scene) == shown.text


def test_pace_and_target_are_followed(sitting: Sitting) -> None:
    sitting.choose_plan("pace", "fast")
    sitting.choose_plan("target", "225")
    assert told(sitting) == [("7", "75 mg"), ("7", "150 mg"), ("43", "225 mg")]
    assert dict(page(sitting).choices)["target"].selected == "225"


def test_every_target_that_is_offered_is_taken(sitting: Sitting) -> None:
    for option in dict(page(sitting).choices)["target"].options:
        sitting.choose_plan("target", option.id)
        assert told(sitting)[-1][1] == f"{option.id} mg"


@pytest.mark.parametrize(
    ("typed", "says"), [("31/02/2027", "n’existe pas"), ("demain", "n’est pas une date"), ("01/01/2062", "trop loin")]
)
def test_a_day_that_cannot_be_taken_is_said_beside_its_field(sitting: Sitting, typed: str, says: str) -> None:
    before = told(sitting)
    sitting.type_plan_start(typed)
    assert says in page(sitting).start.error
    assert told(sitting) == before
    sitting.type_plan_start("01/03/2027")
    assert page(sitting).start.error == ""
    assert page(sitting).start.value == "01/03/2027"


def test_typing_in_the_table_makes_the_steps_the_doctors_own(sitting: Sitting) -> None:
    assert not page(sitting).own
    sitting.type_step(0, "days", "14")
    sitting.type_step(3, "dose", "175")
    assert page(sitting).own
    assert told(sitting) == [("14", "75 mg"), ("7", "100 mg"), ("7", "125 mg"), ("43", "175 mg")]
    sitting.reset_plan()
    assert not page(sitting).own
    assert told(sitting)[0] == ("7", "75 mg")


@pytest.mark.parametrize(
    ("row", "what", "text", "says"),
    [
        (0, "days", "3", "avant de monter"),
        (0, "dose", "100", "au plus"),
        (3, "dose", "500", "maximum de ce patient est 300"),
        (1, "dose", "abc", "nombre"),
        (1, "days", "1,5", "entiers"),
    ],
)
def test_an_edit_that_breaks_a_limit_is_said_and_changes_nothing(
    sitting: Sitting, row: int, what: str, text: str, says: str
) -> None:
    before = told(sitting)
    sitting.type_step(row, what, text)
    assert says in page(sitting).own_error
    assert told(sitting) == before
    assert not page(sitting).own


def test_steps_are_added_and_removed_within_the_limits(sitting: Sitting) -> None:
    sitting.type_step(1, "dose", "150")
    sitting.remove_step(2)
    assert told(sitting) == [("7", "75 mg"), ("50", "150 mg")]
    sitting.add_step(0)
    assert told(sitting)[1] == ("7", "100 mg")
    sitting.add_step(2)
    assert told(sitting)[-1][1] == "175 mg"
    sitting.remove_step(0)
    assert "le début" in page(sitting).own_error


def test_a_row_that_is_not_there_changes_nothing(sitting: Sitting) -> None:
    before = page(sitting)
    for act in (sitting.add_step, sitting.remove_step):
        act(99)
    sitting.type_step(99, "days", "7")
    assert page(sitting) == before


def test_a_relay_shows_both_columns_and_its_dose_is_checked(sitting: Sitting) -> None:
    sitting.choose_plan("leaving", "amitriptyline")
    assert page(sitting).relay is None
    sitting.type_leaving_dose("x")
    field = page(sitting).leaving_dose
    assert field is not None
    assert field.error
    sitting.type_leaving_dose("50")
    relay = page(sitting).relay
    assert relay is not None
    assert relay.heads[3:] == ("Amitriptyline", "Prégabaline")
    sitting.type_leaving_dose("9000")
    assert "Vérifiez la dose" in page(sitting).refused
    sitting.reset_plan()
    assert page(sitting).refused == ""
    assert page(sitting).leaving_dose is None


def test_what_is_missing_is_a_state_with_the_field_to_settle(sitting: Sitting) -> None:
    sitting.new_patient()
    sitting.open_plan("gabapentin")
    shown = page(sitting)
    assert shown.table is None
    assert shown.text == ""
    assert "Pas encore de plan" in shown.refused
    alert = next(a for a in shown.alerts if a.mark is Mark.MISSING)
    assert alert.action
    assert alert.factor
    assert sitting.plan_document() is None
    assert sitting.plan_calendar() == ""
    assert shown.refused in printing.page(sitting.scene).replace("\n", " ")


def test_a_contraindication_is_a_state_with_its_reason(sitting: Sitting) -> None:
    sitting.answer("maoi", "yes")
    sitting.open_plan("duloxetine")
    assert "contre-indiqué" in page(sitting).refused
    assert page(sitting).alerts[0].mark is Mark.CONTRAINDICATED


def test_a_wish_that_no_longer_fits_says_so_and_can_be_taken_back(sitting: Sitting) -> None:
    sitting.choose_plan("target", "300")
    sitting.answer("crcl", "20")
    assert "est refusé" in page(sitting).refused
    assert page(sitting).alerts == ()
    sitting.reset_plan()
    assert page(sitting).refused == ""


def test_a_new_patient_forgets_what_was_told(sitting: Sitting) -> None:
    sitting.type_plan_start("01/03/2027")
    sitting.choose_plan("pace", "fast")
    sitting.new_patient()
    assert sitting.desk.plan.treatment == ""
    assert sitting.desk.plan.start is None


def test_another_treatment_begins_anew_on_the_same_day(sitting: Sitting) -> None:
    sitting.type_plan_start("01/03/2027")
    sitting.choose_plan("pace", "fast")
    sitting.open_plan("gabapentin")
    assert page(sitting).start.value == "01/03/2027"
    assert sitting.desk.plan.pace.value == "slow"


def test_the_document_has_the_table_the_chart_and_nothing_of_the_patient(sitting: Sitting) -> None:
    made = sitting.plan_document()
    assert made is not None
    assert made.file_name == "plan-pregabalin"
    assert "[[titration]]" in made.html
    assert "25/11" in made.html
    assert "60 ans" not in made.html
    assert "calendrier" in made.title


@pytest.mark.parametrize("id", [t.id for t in shipped().treatments.values() if t.schedules])
@pytest.mark.parametrize("language", list(Language))
def test_every_plan_can_be_shown(id: str, language: Language) -> None:
    made = Sitting(shipped(), language, date(2026, 11, 25))
    made.begin_with(patient(shipped(), *PATIENT, "sex=male", "weight=70", "sodium=140"))
    made.open_plan(id)
    shown = page(made)
    assert (shown.table is None) == bool(shown.refused)
