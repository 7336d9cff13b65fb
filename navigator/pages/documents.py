"""Which documents leave the room, what all of them say at their foot, and the page that shows one before it does.

Knows the kinds of documents and who makes each; `document_page` tells one as a page of the window.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from markupsafe import escape

from navigator import __version__
from navigator.consultation.walk import Moment
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, _
from navigator.pages import filters, scene
from navigator.pages.filters import tr
from navigator.pages.leaflet import has_leaflet, leaflet
from navigator.pages.letter import letter_text
from navigator.pages.note import note_text

LEAFLET, LARGE_LEAFLET, LETTER, NOTE = "leaflet", "large-leaflet", "letter", "note"
_TYPED = {  # documents of plain text, which the doctor may retype: title, name of the file
    LETTER: (_("Courrier au centre de la douleur"), _("courrier-douleur")),
    NOTE: (_("Note de consultation"), _("note-consultation")),
}
_LETTER_SCALE = 1.04


def stamp(guideline: Guideline, today: date, language: Language) -> str:
    """`Navigateur 0.1.0 · contenu 2026.11 · 25 novembre 2026`."""
    said = _("Navigateur {app} · contenu {content} · {day}")
    day = filters.day(today, language)
    return tr(said, language, app=__version__, content=guideline.version, day=day)


def intended_use(language: Language) -> str:
    """What every document says of itself."""
    return tr(_("Aide à la décision non certifiée, pour des médecins : ne remplace pas leur jugement."), language)


def is_typed(id: str) -> bool:
    """Whether a document is plain text that the doctor may retype."""
    return id in _TYPED


def has_document(guideline: Guideline, id: str) -> bool:
    """Whether `id` (`letter`, `note`, `leaflet.TREATMENT`, `large-leaflet.TREATMENT`) names a document."""
    kind, _dot, treatment = id.partition(".")
    if kind in _TYPED:
        return not treatment
    known = guideline.treatments.get(treatment)
    return kind in (LEAFLET, LARGE_LEAFLET) and known is not None and has_leaflet(known)


def document(
    guideline: Guideline, id: str, moment: Moment, facts: Mapping[str, Value], today: date, language: Language
) -> tuple[scene.Document, Sentence | None]:
    """The document `id` for this consultation, and what the doctor should know first. Raises KeyError without one."""
    kind, _dot, treatment = id.partition(".")
    foot, use = stamp(guideline, today, language), intended_use(language)
    if kind in _TYPED:
        text = (letter_text if kind == LETTER else note_text)(guideline, moment, facts, today, language)
        title, file_name = (tr(said, language) for said in _TYPED[kind])
        plain = scene.Document(
            title=title,
            language=language,
            html="",
            text=text,
            file_name=file_name,
            stamp=foot,
            intended_use=use,
            scale=_LETTER_SCALE,
        )
        return retyped(plain, text), None
    known = guideline.treatments[treatment]
    return leaflet(guideline, known, facts, today, language, (foot, use), large=kind == LARGE_LEAFLET)


def retyped(document: scene.Document, text: str) -> scene.Document:
    """`document` with the words that the doctor made of it: paragraphs at empty lines, lines kept."""
    paragraphs = (str(escape(p)).replace("\n", "<br>") for p in text.strip().split("\n\n"))
    html = "".join(f"<p>{p}</p>" for p in paragraphs)
    return replace(document, html=html, text=text)
