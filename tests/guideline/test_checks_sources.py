"""A citation says where in its source, and a sentence that ages says until when."""

import pytest

from navigator.guideline.checks_sources import count_citations
from navigator.guideline.model import Guideline

from .planted import caught
from .small_content import SmallContent

DULOXETINE = "treatments/duloxetine.yaml"


@pytest.mark.parametrize("written", ["l24", "l24#4.9", "l24#"])
def test_a_citation_names_a_part_of_its_source(content: SmallContent, written: str) -> None:
    content.swap(DULOXETINE, "l24#4.2", written)
    assert len(caught(content, "locator")) == 1


def test_where_a_source_has_no_parts_any_place_will_do(content: SmallContent) -> None:
    content.swap(DULOXETINE, "sources: [v1, l24#4.2]", "sources: ['v1#p. 12', l24#4.2]")
    assert caught(content, "locator") == []


@pytest.mark.parametrize(
    "text",
    [
        "{fr: Hors AMM., en: Off-label.}",
        "{fr: 'Ordonnance : 12 semaines au plus.', en: 'Prescription: 12 weeks at most.'}",
        "{fr: Non commercialisé., en: Not marketed.}",
    ],
)
def test_a_sentence_on_law_or_supply_has_a_date_of_review(content: SmallContent, text: str) -> None:
    content.swap("background.yaml", "{fr: Ils laissent entrer le calcium., en: They let calcium in.}", text)
    assert len(caught(content, "review-missing")) == 1
    content.swap("background.yaml", text, f"{text}, review_by: 2027-11-23")
    assert caught(content, "review-missing") == []


SAID_SHORT = (  # where no date can stand: the old text, and one that names the law
    (
        "{fr: Choisir la gabapentine., en: Choose gabapentin.}",
        "{fr: 'Attestation, puis gabapentine.', en: 'Form first.'}",
    ),
    (
        "title: {fr: Schéma habituel, en: Usual schedule}",
        "title: {fr: A, en: A}\n    note: {fr: Une attestation., en: A.}",
    ),
    ("line: first-line}", "line: first-line, note: {fr: Attestation., en: Form.}}"),
    (
        "monitoring: []",
        "monitoring:\n  - {what: {fr: Une attestation, en: A form}, when: {fr: Souvent, en: Often}, sources: [v1]}",
    ),
)


@pytest.mark.parametrize(("old", "new"), SAID_SHORT, ids=["rule", "schedule", "placement", "monitoring"])
def test_the_law_in_a_short_text_is_in_a_dated_sentence_of_the_treatment(
    content: SmallContent, old: str, new: str
) -> None:
    content.swap(DULOXETINE, old, new)
    assert len(caught(content, "review-missing")) == 1
    content.swap(
        DULOXETINE,
        "  authorisation: {not_applicable: {fr: Sans objet., en: Not applicable.}}",
        "  authorisation: [{text: {fr: Une attestation., en: A form.}, sources: [v1], review_by: 2027-11-23}]",
    )
    assert caught(content, "review-missing") == []


def test_every_sentence_on_authorisation_has_one(content: SmallContent) -> None:
    content.swap(
        DULOXETINE,
        "  authorisation: {not_applicable: {fr: Sans objet., en: Not applicable.}}",
        "  authorisation: [{text: {fr: Pour le diabète., en: For diabetes.}, sources: [v1]}]",
    )
    assert len(caught(content, "review-missing")) == 1


def test_the_shipped_content_names_the_place_of_its_citations(guideline: Guideline) -> None:
    cited = count_citations(guideline)
    assert 0 < cited.placed < cited.all
    divided = {source.id for source in guideline.sources.values() if source.parts}
    assert "source-article" in divided


def test_every_disagreement_of_the_register_is_on_a_page_that_shows_it(guideline: Guideline) -> None:
    """Stages and treatments show the register, a background page says both sides; the start page does neither."""
    showing = {node.id for node in guideline.nodes.values() if node.stage or node.end} | guideline.treatments.keys()
    assert len(guideline.discrepancies) == 25
    for differ in guideline.discrepancies:
        assert set(differ.shown_on) <= showing | guideline.background.keys(), differ.id
        assert "source-article" in {citation.source for citation in differ.citations}, differ.id
        assert len({citation.source for citation in differ.citations}) > 1, differ.id
