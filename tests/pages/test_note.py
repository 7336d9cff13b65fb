"""The consultation note and its code: what is told, what is left out, and that the code brings all of it back."""

from datetime import date
from decimal import Decimal

from navigator.consultation.patient import facts_of, patient_from
from navigator.consultation.resume import code_of, resumed
from navigator.consultation.steps import Chosen, Draft, Moment, Trial, Walk
from navigator.guideline.model import Guideline, Outcome
from navigator.language import Language
from navigator.pages.note import note_text
from navigator.pages.scene import DocumentPage, StagePage, StartPage
from navigator.pages.sitting import Sitting

TODAY = date(2026, 11, 25)
WOMAN = ("age=72", "sex=female", "weight=61", "creatinine=128", "taking=tramadol,ssri,none", "diabetes=yes")


def moment(guideline: Guideline) -> Moment:
    trial = Trial("diffuse.first-line", "gabapentin", Decimal(300), Decimal(2), Outcome.NOT_TOLERATED, "side-effect")
    findings = {f"dn4.{item.id}": n < 6 for n, item in enumerate(guideline.scores["dn4"].items)}
    walk = Walk((Chosen("diffuse"), trial))
    return Moment(walk, patient_from(guideline, WOMAN), guideline.reading, findings)


def note(guideline: Guideline, language: Language = Language.FR) -> str:
    present = moment(guideline)
    return note_text(guideline, present, facts_of(guideline, present.patient).values, TODAY, language)


def close(text: str) -> str:
    return "".join(text.split())


def test_the_whole_note_pasted_resumes_as_its_code_does(guideline: Guideline) -> None:
    first, second = (Sitting(guideline, Language.FR, TODAY) for _n in range(2))
    first.begin_with(patient_from(guideline, ("age=78", "sex=female", "crcl=25", "others=no")))
    first.choose_type("diffuse")
    second.resume(" ".join(first.note().splitlines()))
    assert second.desk.resume_error is None
    assert second.desk.moment == first.desk.moment


def test_it_tells_what_was_found_tried_and_set_aside(guideline: Guideline) -> None:
    said = note(guideline)
    for words in (
        "72 ans",
        "34 mL/min",
        "DN4",
        "6/10",
        "Gabapentine, 300 mg/j, 2 semaines",
        "Écarté",
    ):
        assert close(words) in close(said), words
    assert 6 <= said.count("\n") <= 15


def test_where_all_is_set_aside_it_says_what_to_change_first(guideline: Guideline) -> None:
    blocked = Moment(Walk((Chosen("diffuse"),)), patient_from(guideline, WOMAN), guideline.reading)
    said = note_text(guideline, blocked, facts_of(guideline, blocked.patient).values, TODAY, Language.FR)
    assert "changer d’abord" in said
    assert "Revoir tramadol" in said
    assert close("Déjà pris, à revoir : tramadol (un ISRS est pris : syndrome sérotoninergique") in close(said)


def test_the_trial_under_way_tells_dose_length_and_that_it_is_no_failure_yet(guideline: Guideline) -> None:
    walk = Walk((Chosen("diffuse"),), Draft("gabapentin", Decimal(300), Decimal(2)))
    under_way = Moment(walk, patient_from(guideline, WOMAN), guideline.reading)
    said = note_text(guideline, under_way, facts_of(guideline, under_way.patient).values, TODAY, Language.FR)
    assert close("Essai non concluant à ce jour : Gabapentine, 300 mg/j, 2 semaines. Essai court") in close(said)
    assert close("Reste sans rien changer : Patch de capsaïcine 8 %") in close(said)
    assert "…." not in said


def test_it_says_the_same_in_english(guideline: Guideline) -> None:
    said = note(guideline, Language.EN)
    assert "aged 72" in said
    assert "Set aside:" in said
    assert said.count("\n") == note(guideline).count("\n")


def test_what_was_not_asked_is_left_out(guideline: Guideline) -> None:
    nothing = Moment(reading=guideline.reading)
    said = note_text(guideline, nothing, facts_of(guideline, nothing.patient).values, TODAY, Language.FR)
    assert "DN4" not in said
    assert "alerte" not in said
    assert "None" not in said


def test_its_last_line_restores_the_consultation(guideline: Guideline) -> None:
    code = note(guideline).strip().splitlines()[-1].partition(": ")[2]
    assert resumed(guideline, code).moment == moment(guideline)


def test_a_code_opens_the_consultation_where_it_stood(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.choose_type("central")
    sitting.resume(code_of(guideline, moment(guideline)))
    page = sitting.scene.page
    assert isinstance(page, StagePage)
    assert page.node == "diffuse.second-line"
    assert sitting.desk.moment == moment(guideline)
    sitting.undo()
    assert sitting.desk.moment == moment(guideline), "undo never brings the patient before back"


def test_a_code_says_which_trial_was_counted_too_early(guideline: Guideline) -> None:
    short = Trial("diffuse.first-line", "gabapentin", Decimal(300), Decimal(2), Outcome.NO_RELIEF)
    fit = patient_from(guideline, ("age=40", "sex=male", "weight=80", "creatinine=80", "taking=none", "others=no"))
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.resume(code_of(guideline, Moment(Walk((Chosen("diffuse"), short)), fit, guideline.reading)))
    page = sitting.scene.page
    assert isinstance(page, StagePage)
    assert [n.title.replace("\u00a0", " ") for n in page.notes] == ["Consultation reprise : à relire."]
    assert "Gabapentine, essai compté." in page.notes[0].lines[0]
    assert "Trop tôt" in page.notes[0].lines[0]


def test_the_note_can_be_read_and_retyped_before_it_leaves(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    sitting.resume(code_of(guideline, moment(guideline)))
    sitting.move("document.note")
    page = sitting.scene.page
    assert isinstance(page, DocumentPage)
    assert page.editable
    assert page.document.text == sitting.note()
    assert page.document.file_name == "note-consultation"


def test_a_mistyped_code_changes_nothing_and_says_where(guideline: Guideline) -> None:
    sitting = Sitting(guideline, Language.FR, TODAY)
    before = sitting.desk.moment
    code = code_of(guideline, moment(guideline))
    sitting.resume(code[:6] + ("A" if code[6] != "A" else "B") + code[7:])
    page = sitting.scene.page
    assert isinstance(page, StartPage)
    assert page.resume is not None
    assert "groupe 2" in page.resume.error
    assert sitting.desk.moment == before


def test_a_medicine_taken_alone_is_not_said_to_clash_with_itself(guideline: Guideline) -> None:
    alone = patient_from(guideline, ("age=50", "sex=female", "taking=tramadol,none", "others=no"))
    present = Moment(Walk((Chosen("diffuse"),)), alone, guideline.reading)
    said = note_text(guideline, present, facts_of(guideline, alone).values, TODAY, Language.FR)
    assert "à revoir" not in said
