"""The whole guideline on paper: the handbook with its contents, and the tree on one wall chart.

Knows how the pages to read are told and puts them one after the other. No patient: every text is the general one.
"""

import re
from dataclasses import dataclass
from datetime import date

from navigator.consultation.assessment import assess
from navigator.consultation.placement import treatments_of
from navigator.consultation.walk import Moment
from navigator.guideline.model import Guideline, Node, NodeKind, Treatment
from navigator.language import Language, _
from navigator.pages import documents, filters, library, reading, scene
from navigator.pages.article import Article
from navigator.pages.blocks import Block, Numbering, Part
from navigator.pages.cards import class_name
from navigator.pages.desk import Desk
from navigator.pages.environment import render
from navigator.pages.filters import tr
from navigator.pages.treatment import evidence_chart

_WALL_SCALE, _LISTED = 1.0, 7
_CHART = "[[evidence]]"
_LINK = re.compile(r'<a\b[^>]*href="(?!https?:)\w+:([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_ANCHOR = re.compile(r'<a name="(?!source\.)[^"]*"></a>')


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, or (`under`) a page within one, with its text."""

    anchor: str
    title: str
    html: str
    under: bool = False

    @property
    def new(self) -> bool:
        """Whether it begins on a page of its own."""
        return not self.under or self.anchor.startswith("treatment.")


def handbook(guideline: Guideline, today: date, language: Language) -> scene.Document:
    """Everything that the guideline says to a reader."""
    desk = Desk(Moment(reading=guideline.reading), language, today, reference=True)
    charts: list[tuple[str, scene.EvidenceChart]] = []
    chapters = [*_general(guideline, desk), *_walks(guideline, desk), *_treatments(guideline, desk, charts)]
    chapters += _background(guideline, desk)
    chapters.append(Chapter("all-sources", tr(_("Sources"), language), _all_sources(guideline, language)))
    known = {c.anchor for c in chapters} | {f"source.{id}" for id in guideline.sources}
    title = filters.told(guideline.title, language)
    html = render(
        "handbook.html.j2",
        language,
        title=title,
        stamp=documents.stamp(guideline, today, language),
        use=documents.intended_use(language),
        contents=tr(_("Contenu"), language),
        chapters=[Chapter(c.anchor, c.title, _bound(c, known), c.under) for c in chapters],
    )
    return _document(guideline, title, html, today, language, tr(_("guide"), language), tuple(charts))


def wall(guideline: Guideline, today: date, language: Language) -> scene.Document:
    """The tree on one sheet: a column for each type of pain, a row for each line, and the ways out."""
    stages = list(guideline.stages.values())
    pains = list(guideline.pain_types.values())
    rows = []
    for stage in stages:
        cells = [_offered(guideline, _node(guideline, p.id, stage.id), language) for p in pains]
        rows.append((filters.told(stage.title, language), filters.told(stage.when, language), cells, _many(cells)))
    title = filters.told(guideline.title, language)
    source = filters.told(guideline.sources[guideline.reading].title, language)
    html = render(
        "wall.html.j2",
        language,
        title=title,
        reading=tr(_("Lignes selon : {source}"), language, source=source),
        pains=[(filters.told(p.title, language), filters.told(p.looks_like, language)) for p in pains],
        rows=rows,
        flags_title=tr(_("Signes d’alerte : la marche s’arrête"), language),
        flags=[filters.told(f.finding, language) for f in guideline.red_flags],
        ends=[
            (tr(_("Soulagement d’au moins 50 %"), language), tr(_("Poursuivre et réévaluer"), language)),
            (tr(_("Soulagement de 30 à 49 %"), language), tr(_("Associer"), language)),
            (
                tr(_("Moins de 30 %, ou mal toléré"), language),
                tr(_("Changer de classe, puis ligne suivante"), language),
            ),
            (tr(_("Plus rien ne convient"), language), tr(_("Adresser au centre de la douleur"), language)),
        ],
    )
    made = _document(guideline, title, html, today, language, tr(_("affiche"), language), ())
    return scene.Document(
        made.title, language, html, made.text, made.file_name, made.stamp, made.intended_use, (), _WALL_SCALE,
        scene.Paper.A3_WIDE, one_page=True,
    )  # fmt: skip


def _many(cells: list[list[str]]) -> bool:
    """Whether a row of the wall chart is told in running text: a list of it would leave no room for the others."""
    return max(map(len, cells)) > _LISTED


def _document(
    guideline: Guideline,
    title: str,
    html: str,
    today: date,
    language: Language,
    name: str,
    charts: tuple[tuple[str, scene.EvidenceChart], ...],
) -> scene.Document:
    stamp, use = documents.stamp(guideline, today, language), documents.intended_use(language)
    return scene.Document(title, language, html, title, f"navigateur-{name}", stamp, use, charts, 0.92)


def _general(guideline: Guideline, desk: Desk) -> list[Chapter]:
    language = desk.language
    marks = library.landmarks_page(guideline, desk)
    numbers = Numbering()
    flags = [reading.red_flag_block(guideline, "", numbers, language)]
    blocks = [*flags, *reading.sources_block(guideline, numbers, language)]
    found = [
        Chapter("landmarks", marks.title, marks.html),
        Chapter("red-flags", tr(_("Signes d’alerte"), language), reading.document(blocks, "", language)),
    ]
    for score in guideline.scores.values():
        rows = [(filters.told(i.part, language), filters.told(i.text, language)) for i in score.items]
        verdict = [filters.told(t, language) for t in (score.positive, score.negative)]
        html = render("score.html.j2", language, rows=rows, verdict=verdict)
        found.append(Chapter(f"score.{score.id}", filters.told(score.title, language), html))
    return found


def _walks(guideline: Guideline, desk: Desk) -> list[Chapter]:
    """The stages of each type of pain, each with what it offers."""
    language = desk.language
    found = []
    for pain in guideline.pain_types.values():
        lead = filters.told(pain.looks_like, language)
        found.append(
            Chapter(f"pain.{pain.id}", filters.told(pain.title, language), f"<p>{filters.marked(lead, language)}</p>")
        )
        for node in guideline.nodes.values():
            if node.pain_type == pain.id:
                found.append(Chapter(node.id, filters.told(node.title, language), _stage(guideline, desk, node), True))
    return found


def _stage(guideline: Guideline, desk: Desk, node: Node) -> str:
    language, numbers = desk.language, Numbering()
    part = Part(items=reading.items_of(guideline, node.statements, numbers, desk))
    blocks = [Block("do", tr(_("Conduite à tenir"), language), (part,))] if node.statements else []
    text = reading.document(
        [*blocks, *reading.sources_block(guideline, numbers, language)], node.aim.in_(language), language
    )
    offered = _offered(guideline, node, language)
    return render("stage.html.j2", language, title=tr(_("Options"), language), offered=offered) + text


def _offered(guideline: Guideline, node: Node | None, language: Language) -> list[str]:
    if node is None:
        return []
    return [filters.told(t.name, language) for t in treatments_of(guideline, node, guideline.reading)]


def _node(guideline: Guideline, pain: str, stage: str) -> Node | None:
    found = (n for n in guideline.nodes.values() if n.kind is NodeKind.STAGE)
    return next((n for n in found if (n.pain_type, n.stage) == (pain, stage)), None)


def _treatments(guideline: Guideline, desk: Desk, charts: list[tuple[str, scene.EvidenceChart]]) -> list[Chapter]:
    language = desk.language
    found = [Chapter("treatments", tr(_("Traitements"), language), "")]
    for treatment in guideline.treatments.values():
        html = Article(guideline, desk, assess(guideline, treatment, {}), "").html()[0]
        chart = evidence_chart(guideline, treatment, language)
        if chart is not None and _CHART in html:
            charts.append((f"evidence.{treatment.id}", chart))
            html = html.replace(_CHART, f"[[evidence.{treatment.id}]]")
        found.append(Chapter(f"treatment.{treatment.id}", _name(guideline, treatment, language), html, True))
    return found


def _name(guideline: Guideline, treatment: Treatment, language: Language) -> str:
    return f"{filters.told(treatment.name, language)} · {class_name(guideline, treatment, language)}"


def _background(guideline: Guideline, desk: Desk) -> list[Chapter]:
    language = desk.language
    found = [Chapter("background", tr(_("Pour comprendre"), language), "")]
    for id in guideline.background:
        page = reading.background_page(guideline, desk, id)
        found.append(Chapter(f"background.{id}", page.title, page.html, True))
    return found


def _all_sources(guideline: Guideline, language: Language) -> str:
    rows = [
        (s.id, filters.told(s.short, language), filters.told(s.title, language), s.year, s.address)
        for s in guideline.sources.values()
    ]
    return render("sources.html.j2", language, rows=rows)


def _bound(chapter: Chapter, known: set[str]) -> str:
    """The text of a page inside the book: its own anchors gone, its headings lower, its links to chapters kept."""

    def link(found: re.Match[str]) -> str:
        return f'<a href="#{found[1]}">{found[2]}</a>' if found[1] in known else found[2]

    html = _ANCHOR.sub("", _LINK.sub(link, chapter.html))
    for level in (4, 3, 2):
        html = html.replace(f"<h{level}", f"<h{level + 1}").replace(f"</h{level}>", f"</h{level + 1}>")
    return html
