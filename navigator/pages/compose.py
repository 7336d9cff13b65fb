"""The whole screen from the guideline and the desk: replay, assess, tell.

The one place where a scene is put together. Pure: the same desk gives the same scene.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from navigator.consultation import walk as walking
from navigator.consultation.assessment import Assessment, assess
from navigator.consultation.patient import Facts, facts_of
from navigator.consultation.placement import Option, facts_at, options
from navigator.consultation.walk import Offers, Position
from navigator.guideline.model import Guideline, Node, NodeKind
from navigator.language import _
from navigator.pages import (
    about,
    checklists,
    comparing,
    document_page,
    filters,
    guide,
    library,
    panel,
    plan_page,
    preferences,
    rail,
    reading,
    reference,
    scene,
    stage,
    start,
    supposing,
    treatment,
)
from navigator.pages import map as maps
from navigator.pages.desk import Desk
from navigator.pages.filters import tr

_OPTION = 10  # what each option that waits for a factor weighs; how decisive it is there comes second


def scene_of(guideline: Guideline, desk: Desk) -> scene.Scene:
    """Everything on the screen for this desk."""
    at = Spot(guideline, desk)
    page = _page(at)
    if desk.reference:
        page = reference.without_patient(page, desk.language)
    asked = _asked(at, page)
    said = desk.remark or desk.notice
    return scene.Scene(
        language=desk.language,
        title=_title(guideline, desk, page),
        page=page,
        rail=rail.rail(guideline, desk, at.position, at.facts, at.node.id),
        patient=None if desk.reference else panel.panel(guideline, desk, at.facts, asked),
        can=desk.can,
        notice=filters.spaced(said.in_(desk.language), desk.language) if said else "",
        undoable=bool(desk.notice) and not desk.remark and desk.can.undo,
        announce=_announce(page),
    )


class Spot:
    """Where the desk stands: position, node looked at, facts and ranked options, each worked out once."""

    def __init__(self, guideline: Guideline, desk: Desk) -> None:
        self.guideline, self.desk = guideline, desk
        moment = desk.moment
        self.position: Position = walking.replay(guideline, moment)
        self.node = node_shown(guideline, desk, self.position)
        self.offers: Offers = walking.offers(guideline, moment)
        more = self.position.facts_more
        where = {"pain_type": self.node.pain_type, "stage": self.node.stage}
        self.facts: Facts = facts_of(guideline, moment.patient, {**more, **{k: v for k, v in where.items() if v}})
        self.ranked: tuple[Option, ...] = ()
        if self.node.kind is NodeKind.STAGE:
            present = self.position.present
            ranked = options(guideline, self.node.id, moment.patient, moment.reading, more, present)
            self.ranked = reference.in_order(guideline, self.node, ranked) if desk.reference else ranked

    def assessed(self, id: str) -> Assessment:
        """How a treatment fits, seen from the node looked at."""
        present = self.position.present
        facts = facts_at(self.guideline, self.node, self.desk.moment.patient, self.position.facts_more, present)
        return assess(self.guideline, self.guideline.treatments[id], facts, present)


def node_shown(guideline: Guideline, desk: Desk, position: Position) -> Node:
    """The node behind the page: the one looked at, else where the walk stands."""
    id = desk.view.id.partition(":")[0]
    if desk.view.kind in ("node", "compare", "what-if") and id in guideline.nodes:
        return guideline.nodes[id]
    return guideline.nodes[position.here]


def _page(at: Spot) -> scene.Page:
    return _opened(at) or _node_page(at)


def _opened(at: Spot) -> scene.Page | None:
    """The page that was opened beside the walk; None where the node itself is looked at."""
    guideline, desk, node = at.guideline, at.desk, at.node
    if desk.view.kind in _BESIDE:
        return _BESIDE[desk.view.kind](at)
    if desk.view.kind == "treatment" and desk.view.id in guideline.treatments:
        startable = desk.view.id in at.offers.treatments and node.id == at.position.here
        found = at.assessed(desk.view.id)
        page = treatment.treatment_page(guideline, desk, at.facts, found, node, startable)
        ways = comparing.ways_of_treatment(desk.language) if node.stage else ()
        return replace(page, actions=(*page.actions, *ways))
    return None


def _what_if(at: Spot) -> scene.WhatIfPage:
    supposed = supposing.supposed_desk(at.guideline, at.desk)
    then, one = Spot(at.guideline, supposed), at.desk.view.id.partition(":")[2]
    before, after = ((spot.assessed(one),) if one else tuple(o.assessment for o in spot.ranked) for spot in (at, then))
    facts = (at.facts, then.facts)
    return supposing.what_if_page(at.guideline, at.desk, supposed, at.node, facts, before, after)


def _plan(at: Spot) -> scene.Page:
    return plan_page.plan_page(at.guideline, at.desk, at.assessed(at.desk.view.id))


def _compare(at: Spot) -> scene.Page:
    others = tuple(o.assessment for o in at.ranked)
    chosen = comparing.compared_in(at.desk.view.id)
    return comparing.compare_page(at.guideline, at.desk, at.node, at.assessed, others, chosen)


def _document(at: Spot) -> scene.Page:
    return document_page.document_page(at.guideline, at.desk, at.facts.values, at.position, at.desk.view.id)


def _node_page(at: Spot) -> scene.Page:
    guideline, desk, node = at.guideline, at.desk, at.node
    if node.kind is NodeKind.STAGE:
        page = stage.stage_page(guideline, desk, at.facts, at.position, node, at.ranked, at.offers)
        return comparing.with_ways(page, desk)
    if node.kind is NodeKind.END:
        return reading.end_page(guideline, desk, at.position, node)
    if node.kind is NodeKind.QUESTION:
        return checklists.red_flags_page(guideline, desk, at.position.pain_type)
    return start.start_page(guideline, desk, at.position.pain_type)


def article_page(guideline: Guideline, desk: Desk, id: str, pain_type: str) -> scene.ArticlePage | scene.ChecklistPage:
    """A page to read: `red-flags`, `landmarks`, `help`, `guide`, `about`, or what follows.

    `score.`, `background.`, `source.`, `guide.` and `licence.` ID.
    """
    if id == "red-flags":
        return checklists.red_flags_page(guideline, desk, pain_type)
    if id == library.ID:
        return library.landmarks_page(guideline, desk)
    if id.partition(".")[0] == guide.ID:
        return guide.guide_page(desk, id)
    if id == about.ID:
        return about.about_page(guideline, desk)
    screen = id.removeprefix("help.") if id.startswith("help.") else ""
    return _named_page(guideline, desk, id, pain_type) or reading.help_page(guideline, desk, screen)


def _named_page(
    guideline: Guideline, desk: Desk, id: str, pain_type: str
) -> scene.ArticlePage | scene.ChecklistPage | None:
    kind, _dot, name = id.partition(".")
    if kind == "licence" and name in about.LICENCES:
        return about.licence_page(desk, name)
    if kind == "score" and name in guideline.scores:
        return checklists.score_page(guideline, desk, name, pain_type)
    if kind == "background" and name in guideline.background:
        return reading.background_page(guideline, desk, name)
    if kind == "source" and name in guideline.sources:
        return reading.source_page(guideline, desk, name)
    return None


_BESIDE: Mapping[str, Callable[[Spot], scene.Page]] = {
    "map": lambda at: maps.map_page(at.guideline, at.desk, at.position),
    "settings": lambda at: preferences.settings_page(at.guideline, at.desk),
    "compare": _compare,
    "what-if": _what_if,
    "article": lambda at: article_page(at.guideline, at.desk, at.desk.view.id, at.position.pain_type),
    "document": _document,
    "plan": _plan,
}


def _asked(at: Spot, page: scene.Page) -> tuple[str, ...]:
    """The unknown factors that matter on this page, those that most options wait for first.

    On a stage an option that is blocked already asks for nothing: no answer would bring it back.
    """
    if isinstance(page, scene.TreatmentPage | scene.PlanPage):
        found: tuple[Assessment, ...] = (at.assessed(page.treatment),)
    elif isinstance(page, scene.StagePage):
        found = tuple(o.assessment for o in at.ranked if not o.assessment.blocked)
    else:
        found = ()
    weight: dict[str, int] = {}
    for assessment in found:
        for place, factor in enumerate(assessment.missing):  # the most decisive first
            weight[factor] = weight.get(factor, 0) + _OPTION + max(0, _OPTION - 1 - place)
    return tuple(sorted(weight, key=lambda f: -weight[f]))


def _title(guideline: Guideline, desk: Desk, page: scene.Page) -> str:
    name = page.name if isinstance(page, scene.TreatmentPage) else page.title
    app = tr(_("{title} — Navigateur"), desk.language, title=filters.told(guideline.title, desk.language))
    return app if isinstance(page, scene.StartPage) else f"{name} — {app}"


def _announce_stage(page: scene.StagePage) -> str:
    """What is heard of a stage without looking: what is asked or refused comes first, then where all is set aside."""
    bar = page.outcome
    if bar is not None and bar.early is not None:
        return f"{bar.early.title}. {bar.remark} {bar.early.moves[0].label}"
    if bar is not None and bar.error:
        return bar.error
    if page.blocked is not None:
        return f"{page.title}. {page.blocked.title}. {page.blocked.because}"
    return f"{page.title}. {page.count}. {page.why_first}"


def _announce(page: scene.Page) -> str:
    if isinstance(page, scene.StagePage):
        return _announce_stage(page)
    if isinstance(page, scene.TreatmentPage):
        return f"{page.name}. {page.status.word}"
    if isinstance(page, scene.ChecklistPage):
        return page.spoken
    return page.title
