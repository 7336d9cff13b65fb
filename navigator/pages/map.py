"""The map: every type of pain and every stage, with how each option fits this patient, and where the walk stands.

Knows how the tree is told as a grid. Decides nothing: the stages are ranked by `placement`, as on their own pages.
"""

from collections.abc import Mapping

from navigator.consultation.assessment import Status
from navigator.consultation.placement import Option, options
from navigator.consultation.walk import Position, Trial
from navigator.guideline.model import Guideline, Line, Node, PainType
from navigator.language import Language, _, say
from navigator.pages import early, filters, scene, words
from navigator.pages.desk import Desk
from navigator.pages.filters import tr

STAY, LEAVE = "stay", "leave"
_NEUTRAL = scene.Status(scene.Mark.NEUTRAL, "")


def map_page(guideline: Guideline, desk: Desk, position: Position) -> scene.MapPage:
    """The whole tree for this desk; every cell ranks its options as the page of that stage would."""
    language = desk.language
    tried = _tried(guideline, desk, position, language)
    stage_here = guideline.nodes[position.here].stage
    columns = tuple(
        scene.MapColumn(str(number), filters.told(stage.short, language), stage.id == stage_here)
        for number, stage in enumerate(guideline.stages.values(), start=2)
    )
    return scene.MapPage(
        title=tr(_("Carte du parcours"), language),
        subtitle=_subtitle(desk, language),
        legend=() if desk.reference else tuple(words.status(s, language) for s in Status),
        here_label=tr(_("Vous êtes ici"), language),
        columns=columns,
        rows=tuple(_row(guideline, desk, position, p, tried) for p in guideline.pain_types.values()),
        leaving=_leaving(guideline, desk, position),
    )


def leaves_trials(guideline: Guideline, desk: Desk, position: Position, node: Node) -> bool:
    """Whether going to `node` would leave trials behind: it is of another type of pain than those were made for."""
    walk = desk.moment.walk
    tried = any(isinstance(step, Trial) for step in walk.steps) or walk.draft is not None
    return tried and node.pain_type != position.pain_type


def _subtitle(desk: Desk, language: Language) -> str:
    if desk.reference:
        return tr(_("Toutes les options, sans patient. Ouvrez une case pour voir l’étape."), language)
    if desk.moment.patient.answers.get("sex") == "female":
        return tr(_("Statuts calculés pour la patiente saisie. Ouvrez une case pour voir l’étape."), language)
    return tr(_("Statuts calculés pour le patient saisi. Ouvrez une case pour voir l’étape."), language)


def _row(
    guideline: Guideline, desk: Desk, position: Position, pain: PainType, tried: Mapping[str, Mapping[str, str]]
) -> scene.MapRow:
    title = filters.told(pain.title, desk.language)
    cells = tuple(
        _cell(guideline, desk, position, node, title, tried.get(node.id, {}))
        for node in (guideline.nodes[f"{pain.id}.{stage}"] for stage in guideline.stages)
    )
    return scene.MapRow(pain.id, title, cells, pain.id == position.pain_type)


def _cell(
    guideline: Guideline, desk: Desk, position: Position, node: Node, pain: str, tried: Mapping[str, str]
) -> scene.MapCell:
    language, moment = desk.language, desk.moment
    ranked = options(guideline, node.id, moment.patient, moment.reading, position.facts_more, position.present)
    told = tuple(_option(desk, o, tried) for o in (_by_line(guideline, node, ranked) if desk.reference else ranked))
    way = "here" if node.id == position.here else "done" if node.id in position.stepped else "ahead"
    head = [pain, filters.told(node.title, language)]
    if way == "here":
        head.append(tr(_("Vous êtes ici"), language))
    spoken = [", ".join(p for p in (o.name, o.status.word, o.trial) if p) for o in told]
    aside = Line.COMBINATION in guideline.stages[node.stage].lines
    return scene.MapCell(node.id, told, ". ".join((*head, *spoken)), way, aside)


def _by_line(guideline: Guideline, node: Node, ranked: tuple[Option, ...]) -> list[Option]:
    """Without a patient no status ranks: the line in the reading does, then the order of the content."""
    lines, content = guideline.stages[node.stage].lines, list(guideline.treatments)

    def rank(option: Option) -> tuple[int, int]:
        line = option.placed.line
        return lines.index(line) if line in lines else len(lines), content.index(option.assessment.treatment.id)

    return sorted(ranked, key=rank)


def _option(desk: Desk, option: Option, tried: Mapping[str, str]) -> scene.MapOption:
    treatment = option.assessment.treatment
    return scene.MapOption(
        treatment.id,
        filters.told(treatment.name, desk.language),
        _NEUTRAL if desk.reference else words.status(option.assessment.status, desk.language),
        tried.get(treatment.id, ""),
        option.assessment.blocked and not desk.reference,
    )


def _tried(guideline: Guideline, desk: Desk, position: Position, language: Language) -> dict[str, dict[str, str]]:
    """What was tried, by node and treatment: how the last trial ended, or that it has not."""
    found: dict[str, dict[str, str]] = {}
    for _index, trial in position.trials:
        outcome = filters.spaced(say(words.OUTCOME[trial.outcome], language), language)
        found.setdefault(trial.node, {})[trial.treatment] = outcome
    draft = desk.moment.walk.draft
    if draft is not None:
        said = early.under_way_words(guideline, desk.moment, position, language)
        found.setdefault(position.here, {})[draft.treatment] = said
    return found


def _leaving(guideline: Guideline, desk: Desk, position: Position) -> scene.Note | None:
    node = guideline.nodes.get(desk.leaving_for)
    if node is None or not leaves_trials(guideline, desk, position, node):
        return None
    language = desk.language
    pain = filters.told(guideline.pain_types[node.pain_type].title, language)
    names = dict.fromkeys(t.treatment for _index, t in position.trials)
    if desk.moment.walk.draft is not None:
        names[desk.moment.walk.draft.treatment] = None
    left = filters.listed([filters.told(guideline.treatments[t].name, language) for t in names], language)
    line = tr(_("Essais laissés : {names}. Ctrl+Z les rend. Le patient est conservé."), language, names=left)
    return scene.Note(
        scene.Mark.CAUTION,
        tr(_("Aller à « {pain} » recommence le parcours."), language, pain=pain),
        (line,),
        (
            scene.Move(STAY, tr(_("Rester"), language), primary=True),
            scene.Move(LEAVE, tr(_("Laisser ces essais et y aller"), language)),
        ),
    )
