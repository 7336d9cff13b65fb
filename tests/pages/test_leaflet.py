"""The patient's leaflet: what it says, in whose words, and for whom no dose is written."""

import re
from dataclasses import replace
from datetime import date

import pytest

from navigator.consultation.patient import facts_of, patient_from
from navigator.guideline.model import Guideline, Section, Statement, Topic, Treatment
from navigator.language import Language, Sentence, Text
from navigator.pages.leaflet import chances_of, has_leaflet, leaflet
from navigator.pages.plain_words import PLAIN, plain
from navigator.pages.scene import Document
from navigator.problems import Place
from tests.reading_level import ease

TODAY = date(2026, 11, 25)
BARE = Statement(Text("Appelez avant.", "Call first."), (), Place("built.yaml"))
HEALTHY = ("age=50", "sex=male", "crcl=100", "taking=none", "others=no", "sodium=140")


def made(
    guideline: Guideline, id: str, *patient: str, language: Language = Language.FR, large: bool = False
) -> tuple[Document, Sentence | None]:
    facts = facts_of(guideline, patient_from(guideline, patient or HEALTHY)).values
    treatment = guideline.treatments[id]
    return leaflet(guideline, treatment, facts, TODAY, language, ("s", "u"), large=large)


def told(guideline: Guideline) -> list[Treatment]:
    return [t for t in guideline.treatments.values() if has_leaflet(t)]


def test_the_schedule_is_that_of_this_patient(guideline: Guideline) -> None:
    usual, because = made(guideline, "pregabalin")
    assert because is None
    assert "150\u00a0mg" in usual.html
    failing, because = made(
        guideline, "pregabalin", "age=78", "sex=female", "weight=60", "creatinine=150", "dialysis=no", "taking=none",
        "others=no",
    )  # fmt: skip
    assert because is None
    assert "25\u00a0mg" in failing.html
    assert "150\u00a0mg" not in failing.html


def test_a_take_names_the_units_that_make_it_up(guideline: Guideline) -> None:
    document, _because = made(guideline, "duloxetine")
    assert "60\u00a0mg" in document.html
    capsules, _because = made(guideline, "gabapentin")
    assert re.search(r">\d+\u00a0×\u00a0\d+<", capsules.html)


def test_every_other_day_is_said(guideline: Guideline) -> None:
    document, because = made(
        guideline, "gabapentin", "age=78", "sex=female", "weight=60", "creatinine=150", "dialysis=no", "taking=none",
        "others=no",
    )  # fmt: skip
    assert because is None
    assert document.html.replace("\u00a0", " ").count("n jour sur 2") == 2, "with the days and with the dose"


def test_the_pill_is_no_matter_for_a_man(guideline: Guideline) -> None:
    assert "pilule" in made(guideline, "carbamazepine", "age=40", "sex=female")[0].text
    assert "pilule" not in made(guideline, "carbamazepine", "age=40", "sex=male")[0].text


def test_without_a_plan_the_doses_are_blank_and_the_doctor_is_told_why(guideline: Guideline) -> None:
    unknown, because = made(guideline, "pregabalin", "age=50")
    assert because is not None
    assert "&nbsp;" in unknown.html
    assert not re.search(r"\d\u00a0mg", unknown.html)
    forbidden, because = made(guideline, "duloxetine", "age=50", "crcl=20", "taking=none", "others=no")
    assert because is not None
    assert "Contre-indication" in because.message
    assert not re.search(r"\d\u00a0mg", forbidden.html)


def test_what_has_no_dose_has_no_table_and_is_not_asked_for_one(guideline: Guideline) -> None:
    document, because = made(guideline, "tens", "age=50")
    assert because is None
    assert "Votre traitement" not in document.html
    assert "électrodes" in document.text


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_to_the_patient_is_on_the_leaflet(guideline: Guideline, language: Language) -> None:
    for treatment in told(guideline):
        document, _because = made(guideline, treatment.id, "age=40", language=language)
        read = re.sub(r"\W+", " ", document.text.lower())
        for statement in treatment.sections["advice"].statements:
            for piece in re.split(r"[.!?;:]", plain(statement.text.in_(language).replace("**", ""), language)):
                wanted = re.sub(r"\W+", " ", plain(piece.strip(), language).lower()).strip()
                assert wanted in read, (treatment.id, wanted)


def test_every_piece_of_advice_says_under_which_question_it_stands(guideline: Guideline) -> None:
    for treatment in guideline.treatments.values():
        for id, section in treatment.sections.items():
            assert all((s.topic is not None) == (id == "advice") for s in section.statements), (treatment.id, id)


def test_the_topic_sorts_not_the_words(guideline: Guideline) -> None:
    advice = Section("advice", (replace(BARE, topic=Topic.STOPPING), replace(BARE, topic=Topic.ALCOHOL)))
    drug = replace(guideline.treatments["pregabalin"], sections={"advice": advice})
    text = leaflet(guideline, drug, {}, TODAY, Language.FR, ("s", "u"))[0].text
    driving = text[text.index("Conduite et alcool") : text.index("Ne pas arrêter")]
    assert "Appelez avant." in driving
    assert "Prudence avec l’alcool" not in driving
    assert "Appelez avant." in text[text.index("Ne pas arrêter") : text.index("Quand appeler")]
    assert "Appelez avant." not in text[text.index("Quand appeler") :]


def test_what_to_call_for_stands_under_when_to_call(guideline: Guideline) -> None:
    document, _because = made(guideline, "carbamazepine")
    call = document.text[document.text.index("Quand appeler") :]
    assert "arrêtez et appelez le jour même" in call
    assert "15 ou 112" in call


def test_driving_and_alcohol_are_always_answered_for_what_makes_drowsy(guideline: Guideline) -> None:
    for language, words in ((Language.FR, ("condui", "alcool")), (Language.EN, ("driv", "alcohol"))):
        for treatment in told(guideline):
            if treatment.driving is not None and treatment.driving.level:
                text = made(guideline, treatment.id, language=language)[0].text.lower()
                assert all(word in text for word in words), treatment.id


@pytest.mark.parametrize("language", list(Language))
def test_a_patient_can_read_it(guideline: Guideline, language: Language) -> None:
    eases = {t.id: ease(made(guideline, t.id, language=language)[0].text, language) for t in told(guideline)}
    assert {id: round(e) for id, e in eases.items() if e < 60} == {}


@pytest.mark.parametrize("language", list(Language))
def test_no_doctors_word_is_left_and_no_plain_word_is_idle(guideline: Guideline, language: Language) -> None:
    content = " ".join(
        s.text.in_(language)
        for t in guideline.treatments.values()
        for id in ("adverse_common", "advice")
        if id in t.sections
        for s in t.sections[id].statements
    ).lower()
    read = " ".join(made(guideline, t.id, language=language)[0].text for t in told(guideline)).lower()
    for word in PLAIN[language]:
        assert word.lower() in content, word
        assert not re.search(rf"\b{word.lower()}\b", read), word


def test_no_leaflet_counts_takes_that_a_schedule_does_not_have(guideline: Guideline) -> None:
    """« Prenez les 3 doses » would be wrong for whom the kidney allows one."""
    for treatment in guideline.treatments.values():
        takes = {len(s.takes) for s in treatment.schedules} | {len(s.start_takes) for s in treatment.schedules}
        for statement in treatment.sections["advice"].statements if "advice" in treatment.sections else ():
            counted = re.search(r"(\d+|une?) (doses?|prises?) par jour|les (\d+) (doses|prises)", statement.text.fr)
            assert not counted or takes == {1}, (treatment.id, statement.text.fr)


def test_the_chances_are_those_of_the_source(guideline: Guideline) -> None:
    chances = chances_of(guideline.treatments["pregabalin"], Language.EN)
    assert chances is not None
    assert [(g.count, g.good) for g in chances.groups] == [(13, True), (7, False)]  # NNT 7.7, NNH 13.9
    document, _because = made(guideline, "pregabalin", language=Language.EN)
    assert "NNT\u00a07.7, NNH\u00a013.9" in document.html
    for id in ("carbamazepine", "oxcarbazepine", "lamotrigine", "botulinum-toxin"):  # none, another outcome, too high
        assert chances_of(guideline.treatments[id], Language.EN) is None, id
    assert "[[chances]]" not in made(guideline, "carbamazepine")[0].html


def test_no_file_name_says_anything_of_the_patient(guideline: Guideline) -> None:
    assert made(guideline, "gabapentin", "age=78")[0].file_name == "fiche-gabapentin"
    assert made(guideline, "gabapentin", "age=78", large=True)[0].file_name == "fiche-gabapentin"
