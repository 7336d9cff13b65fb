"""A document as a page of the window: which others fit here, what can be done with it, and the ways to it.

Knows the desk. Makes no document: `documents` does, and the pages to read give their own text.
"""

from collections.abc import Mapping

from navigator.consultation.assessment import Status, assess
from navigator.consultation.walk import Position
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence, Text, _
from navigator.pages import documents, filters, scene
from navigator.pages.desk import Desk, Written
from navigator.pages.documents import LARGE_LEAFLET, LEAFLET, LETTER, NOTE
from navigator.pages.filters import tr

ACTION = "document."  # what the id of an action begins with that leads to a document
_NAMES = {LEAFLET: _("Fiche patient"), LARGE_LEAFLET: _("Gros caractères"), LETTER: _("Courrier"), NOTE: _("Note")}
_BACK = _("Retour")


def document_page(
    guideline: Guideline, desk: Desk, facts: Mapping[str, Value], position: Position, id: str
) -> scene.DocumentPage:
    """The page of the document `id`."""
    language = desk.language
    made, because = documents.document(guideline, id, desk.moment, facts, desk.today, language)
    lead = _lead(because, _against(guideline, facts, position, id), language)
    written = desk.written.get(id)
    if documents.is_typed(id):
        lead = lead or tr(_typed_lead(written, made.text), language)
    return scene.DocumentPage(
        id=id,
        crumbs=(tr(_("Documents"), language),),
        title=made.title,
        lead=lead,
        document=documents.retyped(made, written.text) if written is not None else made,
        choices=choices(guideline, position, id, language),
        actions=(
            scene.PageAction("print", "print", tr(_("Imprimer…"), language), worded=True),
            scene.PageAction("save", "page", tr(_("Enregistrer en PDF…"), language), worded=True),
            scene.PageAction("copy", "copy", tr(_("Copier le texte"), language), worded=True),
            *_again(id, language),
        ),
        editable=documents.is_typed(id),
        back_label=tr(_BACK, language),
        proposed=made.text,
    )


def _typed_lead(written: Written | None, proposed: str) -> str:
    """What to know of a text to complete: that nothing is kept, or that another one is proposed by now."""
    if written is None or written.proposed == proposed:
        return _("À relire et à compléter ici : rien n’est gardé sur le disque.")
    return _("Votre texte est gardé, mais la consultation a changé depuis. « Texte du guide » le remplace.")


def _again(id: str, language: Language) -> tuple[scene.PageAction, ...]:
    """The way back to the proposed text, where there is one to type in."""
    if not documents.is_typed(id):
        return ()
    return (scene.PageAction("renew", "rotate-ccw", tr(_("Texte du guide"), language), worded=True),)


def _lead(because: Sentence | None, against: Text | None, language: Language) -> str:
    """What the doctor should know before the paper is handed over; empty where nothing speaks against it."""
    if because is not None:
        reason = filters.spaced(because.in_(language), language)
        return tr(_("Doses laissées en blanc. {reason}"), language, reason=reason)
    if against is not None:
        return tr(_("Déconseillé chez ce patient. {reason}"), language, reason=filters.told(against, language))
    return ""


def _against(guideline: Guideline, facts: Mapping[str, Value], position: Position, id: str) -> Text | None:
    """The first reason to avoid the treatment of a leaflet."""
    treatment = guideline.treatments.get(id.partition(".")[2])
    if treatment is None:
        return None
    found = assess(guideline, treatment, facts, position.present)
    return found.reasons[0].because if found.status is Status.AVOID else None


def choices(guideline: Guideline, position: Position, id: str, language: Language) -> tuple[scene.Option, ...]:
    """The documents beside `id`: the leaflets of its treatment (else of the present one), letter, note."""
    treatment = id.partition(".")[2] or position.present
    ids = [f"{LEAFLET}.{treatment}", f"{LARGE_LEAFLET}.{treatment}", LETTER, NOTE]
    fitting = [i for i in ids if documents.has_document(guideline, i)]
    return tuple(scene.Option(i, tr(_NAMES[i.partition(".")[0]], language)) for i in fitting)


def actions(guideline: Guideline, treatment: str, language: Language) -> tuple[scene.PageAction, ...]:
    """The documents that the page of a treatment leads to."""
    id = f"{LEAFLET}.{treatment}"
    if not documents.has_document(guideline, id):
        return ()
    return (scene.PageAction(ACTION + id, "print", tr(_NAMES[LEAFLET], language), worded=True),)


def to_print(page: scene.Page) -> str:
    """The document that printing `page` means; empty where there is none."""
    if isinstance(page, scene.TreatmentPage):
        return f"{LEAFLET}.{page.treatment}"
    if isinstance(page, scene.StagePage):
        return NOTE
    return LETTER if isinstance(page, scene.EndPage) else ""
