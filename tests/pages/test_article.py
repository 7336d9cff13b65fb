"""The full text of a treatment: sections, tables, numbered sources."""

import re

from navigator.pages.scene import ArticlePage, TreatmentPage
from navigator.pages.sitting import Sitting


def html(sitting: Sitting, treatment: str) -> str:
    sitting.open_treatment(treatment)
    page = sitting.scene.page
    assert isinstance(page, TreatmentPage)
    return page.html


def test_every_number_leads_to_a_source(fit: Sitting) -> None:
    text = html(fit, "carbamazepine")
    cited = {int(n) for found in re.findall(r"\[([\d,]+)\]</span>", text) for n in found.split(",")}
    listed = {int(n) for n in re.findall(r'<p class="source"><b>(\d+)\.</b>', text)}
    assert cited <= listed
    assert listed == set(range(1, len(listed) + 1))


def test_the_patients_own_band_is_marked_in_the_renal_table(fit: Sitting) -> None:
    fit.answer("crcl", "45")
    text = html(fit, "gabapentin").replace("\u00a0", " ")
    assert '<td class="on"><b>30 à moins de 50 (ce patient)</b>' in text


def test_two_rows_of_one_clearance_say_what_parts_them(fit: Sitting) -> None:
    text = html(fit, "pregabalin").replace("\u00a0", " ")
    assert "60 et plus — À partir de 75 ans" in text
    assert "60 et plus — Schéma habituel" in text
    assert "30 à moins de 60 — À partir de 75 ans" in text
    assert "30 à moins de 60 — Avant 75 ans" in text
    assert "15 à moins de 30 —" not in text


def test_where_no_schedule_fits_the_usual_one_is_not_shown(fit: Sitting) -> None:
    assert "Schéma habituel" in html(fit, "duloxetine")
    fit.answer("crcl", "20")
    text = html(fit, "duloxetine")
    assert "Ce guide ne donne aucun schéma pour ce patient" in text.replace("\u00a0", " ")
    assert "Schéma habituel" not in text


def test_what_does_not_apply_says_why(fit: Sitting) -> None:
    assert "Sans objet" in html(fit, "tens")


def test_an_uncertain_pictogram_is_advice_without_its_figure(fit: Sitting) -> None:
    assert "Pictogramme de niveau 2" in html(fit, "pregabalin")
    text = html(fit, "baclofen")
    assert "Pictogramme de niveau" not in text
    assert "Ne pas conduire sans l’avis" in text[text.index("Conduite automobile") :]


def test_a_combination_tells_what_holds_for_both_and_each_dose(fit: Sitting) -> None:
    text = html(fit, "gabapentin+duloxetine")
    assert "Les deux ensemble" in text
    assert 'href="article:treatment.duloxetine"' in text


def test_a_tab_leads_to_each_section(fit: Sitting) -> None:
    fit.open_treatment("duloxetine")
    page = fit.scene.page
    assert isinstance(page, TreatmentPage)
    shelves = {shelf.id for shelf in page.shelves}
    assert all(f'<a name="{tab.id}">' in page.html or tab.id in shelves for tab in page.tabs[1:])


def test_a_page_without_figures_of_evidence_says_so(fit: Sitting) -> None:
    for treatment, silent in (("gabapentin", False), ("rtms", True)):
        fit.open_treatment(treatment)
        page = fit.scene.page
        assert isinstance(page, TreatmentPage)
        assert ("Aucune donnée chiffrée" in page.html) is silent
        assert (page.evidence is None) is silent


def test_a_mechanism_opens_and_leads_to_the_treatments_that_act_on_it(fit: Sitting) -> None:
    fit.open_treatment("gabapentin")
    page = fit.scene.page
    assert isinstance(page, TreatmentPage)
    mechanism = next(s for s in page.shelves if s.id == "mechanisms").references[0].link
    fit.open_article(mechanism)
    read = fit.scene.page
    assert isinstance(read, ArticlePage)
    assert 'href="article:treatment.pregabalin"' in read.html
