"""The referral letter: what this consultation knows, and blanks for what it must not."""

from datetime import date

import pytest

from navigator.consultation.patient import patient_from
from navigator.guideline.model import Guideline
from navigator.language import Language
from navigator.pages import documents
from navigator.pages.compose import Spot
from navigator.pages.sitting import Sitting

TODAY = date(2026, 11, 25)


@pytest.fixture
def sitting(guideline: Guideline) -> Sitting:
    """A woman of 78 with a failing kidney, after one trial and during another."""
    made = Sitting(guideline, Language.FR, TODAY)
    known = ("age=78", "sex=female", "weight=60", "creatinine=150", "dialysis=no", "taking=ssri,none", "others=no")
    made.begin_with(patient_from(guideline, known))
    made.choose_type("diffuse")
    made.change_draft("pregabalin", "75", "6")
    made.record_outcome("no-relief", "")
    made.change_draft("tramadol", "100", "4")
    made.record_outcome("not-tolerated", "side-effect")
    made.change_draft("venlafaxine", "75", "")
    return made


def letter(guideline: Guideline, sitting: Sitting) -> str:
    desk = sitting.desk
    facts = Spot(guideline, desk).facts.values
    return documents.document(guideline, "letter", desk.moment, facts, TODAY, desk.language)[0].text


def test_it_tells_who_what_was_tried_and_what_is_barred(guideline: Guideline, sitting: Sitting) -> None:
    text = letter(guideline, sitting).replace("\u00a0", " ").replace("\u202f", " ")
    assert "une femme de 78 ans pour une douleur neuropathique chronique (périphérique diffuse)" in text
    assert "– Prégabaline, 75 mg/j, 6 semaines : soulagement de moins de 30 %" in text
    assert "– Tramadol, 100 mg/j, 4 semaines : mal toléré (effet indésirable)" in text
    assert "Traitement actuel : Venlafaxine, 75 mg/j" in text
    assert "créatinine 150 µmol/L" in text
    assert "– Duloxétine : " in text


def test_what_was_examined_is_told_with_its_count(guideline: Guideline, sitting: Sitting) -> None:
    assert "DN4" not in letter(guideline, sitting)
    for item in guideline.scores["dn4"].items[:5]:
        sitting.find(f"dn4.{item.id}", "yes")
    assert "DN4 : 5 sur 10, positif." in letter(guideline, sitting).replace("\u00a0", " ")


def test_names_birthdays_and_the_question_are_blanks(guideline: Guideline, sitting: Sitting) -> None:
    text = letter(guideline, sitting)
    for label in ("Douleur depuis", "intensité", "Patient", "né(e) le", "Docteur", "Ma question", "Attente du patient"):
        assert label in text
    assert text.count("____________________") == 6


def test_in_english_it_says_the_same(guideline: Guideline, sitting: Sitting) -> None:
    sitting.speak(Language.EN)
    text = letter(guideline, sitting).replace("\u00a0", " ")
    assert "a woman aged 78 with chronic neuropathic pain (diffuse peripheral)" in text
    assert "– Pregabalin, 75 mg/day, 6 weeks: relief of less than 30%" in text


def test_nothing_known_is_a_letter_of_blanks(guideline: Guideline) -> None:
    text = letter(guideline, Sitting(guideline, Language.FR, TODAY))
    assert "un patient" in text
    assert "Traitements essayés" not in text
    assert "Terrain" not in text


def test_what_was_typed_is_printed_as_typed(guideline: Guideline, sitting: Sitting) -> None:
    desk = sitting.desk
    document, _note = documents.document(guideline, "letter", desk.moment, {}, TODAY, desk.language)
    typed = documents.retyped(document, "Un <b>&\n\nDeux\ntrois")
    assert typed.html == "<p>Un &lt;b&gt;&amp;</p><p>Deux<br>trois</p>"
    assert typed.text == "Un <b>&\n\nDeux\ntrois"
    assert typed.stamp == document.stamp


def test_every_document_says_its_versions_and_its_use(guideline: Guideline, sitting: Sitting) -> None:
    desk = sitting.desk
    for id in ("letter", "leaflet.pregabalin", "large-leaflet.tens"):
        assert documents.has_document(guideline, id)
        made, _note = documents.document(guideline, id, desk.moment, {}, TODAY, desk.language)
        assert guideline.version in made.stamp
        assert "25\u00a0novembre 2026" in made.stamp
        assert "non certifiée" in made.intended_use
    for id in ("leaflet", "leaflet.unknown", "letter.x", "leaflet.nav-blockers", "poster"):
        assert not documents.has_document(guideline, id)
