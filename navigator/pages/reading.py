"""Pages to read: the end of a walk, mechanisms, sources, the keys.

Knows the guideline's texts and renders them through the templates. Knows no widget.
"""

from collections.abc import Iterable

from navigator.consultation import findings
from navigator.consultation.walk import Position
from navigator.guideline.model import Guideline, Node, RedFlag, Source, Statement
from navigator.language import Language, _, say
from navigator.pages import cards, document_page, filters, glossary, plan_page, scene, words
from navigator.pages.blocks import Block, Item, Numbering, Part, Table
from navigator.pages.desk import Desk
from navigator.pages.environment import render
from navigator.pages.filters import tr
from navigator.pages.keys import lines_by_screen

URGENCY = {
    "emergency": _("Urgence : appeler le 15"),
    "urgent": _("Avis urgent"),
    "prompt": _("Avis rapide"),
}


def document(blocks: list[Block], lead: str, language: Language) -> str:
    """The HTML of a page to read."""
    return render("article.html.j2", language, blocks=blocks, lead=lead)


def items_of(guideline: Guideline, statements: Iterable[Statement], numbers: Numbering, desk: Desk) -> tuple[Item, ...]:
    """Statements as sentences with numbered sources, their standing, and whether their review is due."""
    return tuple(
        Item(
            s.text.in_(desk.language),
            numbers.refs(s.citations),
            words.standing_words(guideline, s, desk.today, desk.language),
        )
        for s in statements
    )


def sources_block(guideline: Guideline, numbers: Numbering, language: Language) -> list[Block]:
    """The sources that a page cited, in the order of their numbers, each leading to its own page."""
    items = tuple(
        Item(
            f"{source.title.in_(language)}{f' ({source.year})' if source.year else ''}",
            (number,),
            say(words.STANDING[source.standing], language),
            f"source.{source.id}",
        )
        for source, number in ((guideline.sources[i], n) for i, n in numbers.order.items())
    )
    return [Block("sources", tr(_("Sources"), language), (Part(items=items),))] if items else []


def shelved(
    guideline: Guideline,
    blocks: list[Block],
    numbers: Numbering,
    language: Language,
    *,
    first: tuple[scene.Shelf, ...] = (),
    mark_words: bool = True,
) -> tuple[str, tuple[scene.Shelf, ...]]:
    """The HTML of a page to read and the lists under it: `first`, its sources, the words of the glossary it marks."""
    sources = sources_block(guideline, numbers, language)
    html, mark, end = document([*blocks, *sources], "", language).partition(scene.SHELVES)
    html, terms = glossary.marked(html, guideline, language) if mark_words else (html, ())
    cited = tuple(
        scene.Reference(f"{item.refs[0]}. {filters.spaced(item.text, language)}", item.standing, item.link)
        for block in sources
        for part in block.parts
        for item in part.items
    )
    shelves = (*first, scene.Shelf("sources", tr(_("Sources"), language), cited), glossary.shelf(terms, language))
    return html + mark + end, tuple(shelf for shelf in shelves if shelf.references)


def end_page(guideline: Guideline, desk: Desk, position: Position, node: Node) -> scene.EndPage:
    """Where a walk ends: maintain, refer or urgent, with what was tried on the way."""
    language, numbers = desk.language, Numbering()
    parts = (Part(items=items_of(guideline, node.statements, numbers, desk)),)
    blocks = [Block("do", tr(_("Conduite à tenir"), language), parts)] if node.statements else []
    if node.end == "urgent":
        found = findings.flags_present(guideline, desk.moment)
        if found:
            table = Part(table=_flags_table(list(found), numbers, language))
            blocks.insert(0, Block("found", tr(_("Signes trouvés"), language), (table,)))
        blocks.append(red_flag_block(guideline, position.pain_type, numbers, language))
    trials = tuple(
        f"{filters.told(guideline.treatments[t.treatment].name, language)}, {cards.trial_words(t, language)}"
        for _index, t in position.trials
    )
    pain = guideline.pain_types.get(node.pain_type or position.pain_type)
    moves = [
        scene.Move("document.note", tr(_("Note de consultation"), language)),
        scene.Move("new-patient", tr(_("Nouveau patient"), language)),
    ]
    if node.end != "maintain":
        moves.insert(0, scene.Move("document.letter", tr(_("Courrier"), language), primary=node.id == position.here))
    else:
        moves[1:1] = _papers_of(guideline, position.present, language)
    if node.id != position.here:
        moves.insert(0, scene.Move("return", tr(_("Revenir à l’étape en cours"), language), primary=True))
    html, shelves = shelved(guideline, blocks, numbers, language)
    return scene.EndPage(
        node=node.id,
        end=node.end,
        crumbs=(filters.told(pain.title, language),) if pain else (),
        title=filters.told(node.title, language),
        aim=filters.told(node.aim, language),
        html=html,
        trials_title=tr(_("Essais de ce parcours"), language) if trials else "",
        trials=trials,
        moves=tuple(moves),
        shelves=shelves,
    )


def _papers_of(guideline: Guideline, treatment: str, language: Language) -> list[scene.Move]:
    """What a patient who goes on with `treatment` takes home: its plan and its leaflet, where it has them."""
    kept = guideline.treatments.get(treatment)
    if kept is None:
        return []
    ways = (*plan_page.actions(kept, language), *document_page.actions(guideline, treatment, language))
    return [scene.Move(way.id, way.label) for way in ways]


def red_flag_block(guideline: Guideline, pain_type: str, numbers: Numbering, language: Language) -> Block:
    """The red flags as tables: those of any pain, then those of each type (of `pain_type` alone when given)."""
    parts = []
    for kind in ("", *guideline.pain_types):
        found = [f for f in guideline.red_flags if f.pain_type == kind]
        if not found or (kind and pain_type and kind != pain_type):
            continue
        title = filters.told(guideline.pain_types[kind].title, language) if kind else tr(_("Toute douleur"), language)
        parts.append(Part(title, (), _flags_table(found, numbers, language)))
    return Block("flags", tr(_("Signes d’alerte"), language), tuple(parts))


def _flags_table(flags: list[RedFlag], numbers: Numbering, language: Language) -> Table:
    rows = tuple(
        (
            Item(f.finding.in_(language)),
            Item(f.think.in_(language), numbers.refs(f.citations)),
            Item(f"**{say(URGENCY[f.urgency], language)}**. {f.action.in_(language)}"),
        )
        for f in flags
    )
    head = (_("Ce que l’on trouve"), _("Y penser"), _("Que faire"))
    return Table(tuple(tr(h, language) for h in head), rows, widths=(36, 28, 36))


def background_page(guideline: Guideline, desk: Desk, id: str) -> scene.ArticlePage:
    """A mechanism, and the treatments that act on it."""
    language, numbers, page = desk.language, Numbering(), guideline.background[id]
    blocks = [Block("text", "", (Part(items=items_of(guideline, page.statements, numbers, desk)),))]
    acting = [t for t in guideline.treatments.values() if id in t.mechanisms]
    heading = tr(_("Traitements qui agissent dessus"), language)
    if acting:
        names = tuple(Item(t.name.in_(language), link=f"treatment.{t.id}") for t in acting)
        blocks.append(Block("treatments", heading, (Part(items=names),)))
    leads = tuple(scene.Reference(filters.told(t.name, language), link=f"treatment.{t.id}") for t in acting)
    title = filters.told(page.title, language)
    html, shelves = shelved(guideline, blocks, numbers, language, first=(scene.Shelf("treatments", heading, leads),))
    return scene.ArticlePage(f"background.{id}", (), title, "", html, title, returning(language), shelves)


def source_page(guideline: Guideline, desk: Desk, id: str) -> scene.ArticlePage:
    """A source: what it is, how far it was read, and what it places."""
    language, source = desk.language, guideline.sources[id]
    placed: list[tuple[Item, ...]] = []
    leads: list[scene.Reference] = []
    for treatment in guideline.treatments.values():
        name, lines = treatment.name.in_(language), []
        for p in treatment.placements:
            if p.source == id:
                pain = guideline.pain_types[p.pain_type].title.in_(language)
                line = say(words.LINE[p.line], language)
                placed.append((Item(name), Item(pain), Item(line)))
                lines.append(tr("{pain} : {line}", language, pain=pain, line=line))
        if lines:
            note = " · ".join(lines)
            leads.append(scene.Reference(filters.spaced(name, language), note, f"treatment.{treatment.id}"))
    blocks, heading = [Block("about", "", (Part(items=_about(source, language)),))], tr(_("Ce qu’elle place"), language)
    if placed:
        head = (_("Traitement"), _("Douleur"), _("Rang"))
        table = Table(tuple(tr(h, language) for h in head), tuple(placed))
        blocks.append(Block("places", heading, (Part(table=table),)))
    title, lead = filters.told(source.short, language), filters.told(source.title, language)
    html, shelves = shelved(
        guideline, blocks, Numbering(), language, first=(scene.Shelf("places", heading, tuple(leads)),)
    )
    return scene.ArticlePage(f"source.{id}", (), title, lead, html, title, returning(language), shelves)


def _about(source: Source, language: Language) -> tuple[Item, ...]:
    standing = say(words.STANDING[source.standing], language) or say(_("lu dans une page publiée"), language)
    items = [Item(tr(_("Vérification : {standing}."), language, standing=standing))]
    if source.year:
        items.append(Item(tr(_("Date : {year}."), language, year=source.year)))
    if source.address:
        items.append(Item(source.address))
    if source.note is not None:
        items.append(Item(source.note.in_(language)))
    return tuple(items)


def help_page(guideline: Guideline, desk: Desk, screen: str = "") -> scene.ArticlePage:
    """The keys, those of `screen` first; what the app is for, and what it is not."""
    language = desk.language
    head = (tr(_("Touche"), language), tr(_("Effet"), language))
    keys = []
    for title, lines in lines_by_screen(screen):
        rows = tuple((Item(tr(line.shown, language)), Item(tr(line.meaning, language))) for line in lines)
        keys.append(Part(tr(title, language), (), Table(head, rows, widths=(34, 66))))
    about = (
        Item(
            tr(_("Navigateur aide à choisir et à conduire un traitement ; il ne remplace pas le jugement."), language)
        ),
        Item(tr(_("Ce n’est pas un dispositif médical certifié."), language)),
        Item(tr(_("Rien n’est enregistré : les données du patient s’effacent à la fermeture."), language)),
        Item(
            tr(
                _("Contenu {version}, publié le {day}, à revoir avant le {review}."),
                language,
                version=guideline.version,
                day=filters.day(guideline.released, language),
                review=filters.day(guideline.review_by, language),
            )
        ),
    )
    blocks = [
        Block("keys", tr(_("Clavier"), language), tuple(keys)),
        Block("about", tr(_("À propos"), language), (Part(items=about),)),
    ]
    title = tr(_("Aide"), language)
    moves = (*returning(language), scene.Move("guide", tr(_("Guide complet"), language)))
    return scene.ArticlePage("help", (), title, "", document(blocks, "", language), title, moves)


def returning(language: Language) -> tuple[scene.Move, ...]:
    """The move back to the consultation."""
    return (scene.Move("return", tr(_("Revenir à la consultation"), language), primary=True),)
