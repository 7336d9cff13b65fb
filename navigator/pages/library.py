"""What holds for every treatment: the landmarks of the guide, the mechanisms, the glossary.

Knows the general statements of the content and puts them in the order in which a doctor asks. Decides nothing.
"""

from navigator.guideline.model import Guideline
from navigator.language import _
from navigator.pages import filters, scene
from navigator.pages.blocks import Block, Item, Numbering, Part, Table
from navigator.pages.desk import Desk
from navigator.pages.filters import tr
from navigator.pages.reading import items_of, returning, shelved

ID = "landmarks"
CHAPTERS = (
    (_("Diagnostic"), ("definition", "prevalence", "grading", "dn4", "causes")),
    (_("Avant de traiter"), ("before",)),
    (_("Ce que l’on vise"), ("goals", "criteria", "expect")),
    (_("Conduire un essai"), ("trial", "change", "follow")),
    (_("Arrêter"), ("stop",)),
    (_("Sécurité et règles"), ("safety", "rules")),
    (_("Soutenir"), ("support",)),
    (_("Adresser"), ("refer",)),
)


def landmarks_page(guideline: Guideline, desk: Desk) -> scene.ArticlePage:
    """The general statements by chapter, then the pages to understand, then the words."""
    language, numbers = desk.language, Numbering()
    blocks = []
    told: set[str] = set()
    for title, topics in CHAPTERS:
        found = [s for id, s in guideline.statements.items() if id.split(".")[0] in topics]
        told |= {s.id for s in found}
        if found:
            items = items_of(guideline, found, numbers, desk)
            blocks.append(Block(topics[0], tr(title, language), (Part(items=items),)))
    rest = [s for id, s in guideline.statements.items() if id not in told]
    if rest:
        blocks.append(
            Block("more", tr(_("À savoir"), language), (Part(items=items_of(guideline, rest, numbers, desk)),))
        )
    pages = tuple(Item(b.title.in_(language), link=f"background.{b.id}") for b in guideline.background.values())
    blocks.append(Block("background", tr(_("Pour comprendre"), language), (Part(items=pages),)))
    terms = sorted(guideline.glossary.values(), key=lambda t: t.word.in_(language).casefold())
    rows = tuple((Item(t.word.in_(language)), Item(t.meaning.in_(language))) for t in terms)
    head = (tr(_("Mot"), language), tr(_("Sens"), language))
    blocks.append(Block("glossary", tr(_("Glossaire"), language), (Part(table=Table(head, rows, widths=(28, 72))),)))
    html, shelves = shelved(guideline, blocks, numbers, language, mark_words=False)  # the text has all of them
    title = tr(_("Repères"), language)
    lead = tr(
        _("Ce qui vaut pour tous les traitements : diagnostic, objectifs, essais, arrêt, quand adresser."), language
    )
    return scene.ArticlePage(ID, (), title, filters.spaced(lead, language), html, title, returning(language), shelves)
