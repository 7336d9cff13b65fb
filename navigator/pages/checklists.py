"""The pages where findings are answered: a score, the red flags; and what they say so far, in a few words.

Knows how results are told. Decides nothing: `consultation.findings` counts and picks.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from navigator.consultation import findings
from navigator.consultation.findings import RED_FLAGS, finding_id
from navigator.consultation.scores import Result
from navigator.guideline.model import Guideline, RedFlag, Score
from navigator.language import Language, _, say
from navigator.pages import filters, scene
from navigator.pages.blocks import Block, Item, Numbering, Part
from navigator.pages.desk import Desk
from navigator.pages.filters import tr
from navigator.pages.reading import URGENCY, items_of, returning, shelved
from navigator.pages.scene import Mark

CLEAR = "clear:"  # a move: forget what was answered on a page
HOME = "home"  # a move: choose the type of pain
_GRADING = "grading."  # the general statements on how certain a neuropathic pain is
_MARKS = {"emergency": Mark.CONTRAINDICATED, "urgent": Mark.AVOID, "prompt": Mark.CAUTION}


# --- a score


def score_page(guideline: Guideline, desk: Desk, id: str, pain_type: str) -> scene.ChecklistPage:
    """A score to answer: its items in their parts, the running result, its cut-off and its limits."""
    language, score = desk.language, guideline.scores[id]
    result = findings.scored(guideline, desk.moment, id)
    verdict = _score_verdict(score, result, language)
    html, shelves = _score_text(guideline, desk, score)
    answered = result.missing < result.out_of
    return scene.ChecklistPage(
        id=f"score.{id}",
        crumbs=(),
        title=filters.told(score.title, language),
        lead=tr(
            _("1 point par oui ; positif à partir de {cutoff} sur {items}"),
            language,
            cutoff=score.cutoff,
            items=len(score.items),
        ),
        groups=_score_groups(score, desk),
        verdict=verdict,
        gauge=_gauge(score, result, language),
        html=html,
        shelves=shelves,
        spoken=_spoken(verdict, _points(result, language) if answered else ""),
        moves=(*_score_moves(pain_type, language), *([_clear_move(id, language)] if answered else [])),
    )


def _score_groups(score: Score, desk: Desk) -> tuple[scene.CheckGroup, ...]:
    language, made = desk.language, []
    for part, items in groupby(score.items, key=lambda item: item.part):
        shown = tuple(
            scene.CheckItem(
                finding_id(score.id, item.id),
                filters.told(item.text, language),
                _value(desk.moment.findings.get(finding_id(score.id, item.id))),
            )
            for item in items
        )
        points = sum(item.value == "yes" for item in shown)
        note = tr(_("{points} sur {items}"), language, points=points, items=len(shown))
        made.append(scene.CheckGroup(filters.told(part, language), shown, note))
    return tuple(made)


def _gauge(score: Score, result: Result, language: Language) -> scene.Gauge:
    return scene.Gauge(
        points=result.points,
        out_of=result.out_of,
        cutoff=score.cutoff,
        missing=result.missing,
        label=f"{result.points}/{result.out_of}",
        cutoff_label=tr(_("seuil {cutoff}"), language, cutoff=score.cutoff),
        spoken=_counted(result, language),
    )


def _counted(result: Result, language: Language) -> str:
    """« 3 sur 10, 4 réponses manquent »."""
    points = _points(result, language)
    return f"{points}, {_missing(result.missing, language)}" if result.missing else points


def _points(result: Result, language: Language) -> str:
    return tr(_("{points} sur {items}"), language, points=result.points, items=result.out_of)


def _missing(count: int, language: Language) -> str:
    if count == 1:
        return tr(_("1 réponse manque"), language)
    return tr(_("{count} réponses manquent"), language, count=count)


def _score_verdict(score: Score, result: Result, language: Language) -> scene.Note:
    """What can be said already; nothing more than what the unanswered items cannot change."""
    if result.positive is None:
        needed = score.cutoff - result.points
        still = tr(_("Encore {needed} oui pour atteindre le seuil."), language, needed=needed)
        title = tr(_("Pas encore de résultat : {missing}"), language, missing=_missing(result.missing, language))
        return scene.Note(Mark.MISSING, title, (still,))
    told = filters.told(score.positive if result.positive else score.negative, language)
    if not result.missing:
        early = ""
    elif result.positive:
        early = tr(_("Le seuil est atteint, quelles que soient les réponses qui manquent."), language)
    else:
        early = tr(_("Le seuil ne peut plus être atteint, quelles que soient les réponses qui manquent."), language)
    return scene.Note(Mark.NEUTRAL, told, (early,) if early else ())


def _score_text(guideline: Guideline, desk: Desk, score: Score) -> tuple[str, tuple[scene.Shelf, ...]]:
    language, numbers = desk.language, Numbering()
    results = tuple(Item(filters.told(text, language)) for text in (score.positive, score.negative))
    limits = items_of(guideline, score.statements, numbers, desk)
    blocks = [
        Block("result", tr(_("Le résultat"), language), (Part(items=results),)),
        Block("limits", tr(_("À savoir"), language), (Part(items=limits),)),
    ]
    grading = [s for id, s in guideline.statements.items() if id.startswith(_GRADING)]
    if grading:
        title = tr(_("Au-delà du score : degré de certitude"), language)
        blocks.append(Block("grading", title, (Part(items=items_of(guideline, grading, numbers, desk)),)))
    return shelved(guideline, blocks, numbers, language)


def _score_moves(pain_type: str, language: Language) -> tuple[scene.Move, ...]:
    choose = scene.Move(HOME, tr(_("Choisir le type de douleur"), language), primary=not pain_type)
    return (*returning(language), choose) if pain_type else (choose,)


def score_tag(guideline: Guideline, desk: Desk, id: str) -> str:
    """« 7/10 : positif » in a few words; empty while nothing is answered."""
    result = findings.scored(guideline, desk.moment, id)
    if result.missing == result.out_of:
        return ""
    word = {True: _("positif"), False: _("négatif"), None: _("en cours")}[result.positive]
    word, points = say(word, desk.language), f"{result.points}/{result.out_of}"
    return tr("{points} : {word}", desk.language, points=points, word=word)


# --- the red flags


def red_flags_page(guideline: Guideline, desk: Desk, pain_type: str) -> scene.ChecklistPage:
    """The red flags to look for, each with what to think of, how urgent it is and what to do."""
    language, numbers = desk.language, Numbering()
    node = guideline.nodes[RED_FLAGS]
    flags = findings.flags_asked(guideline, desk.moment, pain_type)
    verdict = _flags_verdict(guideline, desk, flags)
    text = Part(items=items_of(guideline, node.statements, numbers, desk))
    for flag in flags:
        numbers.refs(flag.citations)
    blocks = [Block("notes", "", (text,))] if node.statements else []
    html, shelves = shelved(guideline, blocks, numbers, language)
    return scene.ChecklistPage(
        id=RED_FLAGS,
        crumbs=(),
        title=filters.told(node.title, language),
        lead=filters.told(node.aim, language),
        groups=_flag_groups(guideline, desk, flags),
        verdict=verdict,
        gauge=None,
        html=html,
        shelves=shelves,
        spoken=_spoken(verdict),
        moves=_flag_moves(guideline, desk, flags),
        rest=f"{RED_FLAGS}:absent",
    )


def _flag_groups(guideline: Guideline, desk: Desk, flags: Sequence[RedFlag]) -> tuple[scene.CheckGroup, ...]:
    language, made = desk.language, []
    for kind in ("", *guideline.pain_types):
        items = tuple(_flag_item(desk, flag) for flag in flags if flag.pain_type == kind)
        if items:
            pain = guideline.pain_types.get(kind)
            title = filters.told(pain.title, language) if pain else tr(_("Toute douleur"), language)
            made.append(scene.CheckGroup(title, items))
    return tuple(made)


def _flag_item(desk: Desk, flag: RedFlag) -> scene.CheckItem:
    language = desk.language
    return scene.CheckItem(
        id=finding_id(RED_FLAGS, flag.id),
        text=filters.told(flag.finding, language),
        value=_value(findings.flag_of(desk.moment, flag)),
        meaning=tr(_("Y penser : {think}"), language, think=filters.told(flag.think, language)),
        tag=tr(URGENCY[flag.urgency], language),
        action=filters.told(flag.action, language),
        mark=_MARKS[flag.urgency],
    )


def _flags_verdict(guideline: Guideline, desk: Desk, flags: Sequence[RedFlag]) -> scene.Note:
    language = desk.language
    present = findings.flags_present(guideline, desk.moment)
    if present:
        first, more = present[0], len(present) - 1
        told = f"{filters.told(first.finding, language)} → {filters.told(first.action, language)}"
        rest = tr(_("et 1 autre signe"), language) if more == 1 else tr(_("et {n} autres signes"), language, n=more)
        return scene.Note(
            _MARKS[first.urgency], tr(URGENCY[first.urgency], language), (told, *([rest] if more else []))
        )
    unknown = sum(findings.flag_of(desk.moment, flag) is None for flag in flags)
    if not unknown:
        return scene.Note(Mark.SUITABLE, tr(_("Aucun signe d’alerte"), language))
    if unknown == 1:
        return scene.Note(Mark.MISSING, tr(_("1 signe reste à chercher"), language))
    return scene.Note(Mark.MISSING, tr(_("{count} signes restent à chercher"), language, count=unknown))


def _flag_moves(guideline: Guideline, desk: Desk, flags: Sequence[RedFlag]) -> tuple[scene.Move, ...]:
    """The two answers of the page; once a sign is found, the urgent way out first and the rest as it is."""
    language, node = desk.language, guideline.nodes[RED_FLAGS]
    values = [findings.flag_of(desk.moment, flag) for flag in flags]
    found, unknown = True in values, None in values
    made = []
    for answer in node.answers:
        urgent = answer.to == "urgent"
        label = filters.told(answer.label, language)
        if found:
            label = filters.told(guideline.nodes["urgent"].title, language) if urgent else ""
            label = label or (tr(_("Aucun autre signe"), language) if unknown else "")
        if label:
            made.append(scene.Move(f"{RED_FLAGS}:{answer.id}", label, primary=urgent))
    if found:
        made += [replace(move, primary=False) for move in returning(language)]
    if found or False in values:
        made.append(_clear_move(RED_FLAGS, language))
    return tuple(made)


def flags_tag(guideline: Guideline, desk: Desk, pain_type: str) -> str:
    """« 2 signes présents » or « aucun signe »; empty while that cannot be said."""
    present = len(findings.flags_present(guideline, desk.moment))
    if present:
        one = _("1 signe d’alerte présent")
        return tr(one if present == 1 else _("{count} signes d’alerte présents"), desk.language, count=present)
    flags = findings.flags_asked(guideline, desk.moment, pain_type)
    if flags and all(findings.flag_of(desk.moment, flag) is False for flag in flags):
        return tr(_("Aucun signe d’alerte"), desk.language)
    return ""


def rail_findings(guideline: Guideline, desk: Desk, pain_type: str) -> tuple[scene.RailFinding, ...]:
    """What was found, for the rail."""
    made = []
    for id, score in guideline.scores.items():
        result = findings.scored(guideline, desk.moment, id)
        if result.missing < result.out_of:
            text = f"{id.upper()} {result.points}/{result.out_of}"
            title = filters.told(score.title, desk.language)
            made.append(
                scene.RailFinding(f"score.{id}", "calculator", text, f"{title} {score_tag(guideline, desk, id)}")
            )
    flags = flags_tag(guideline, desk, pain_type)
    if flags:
        alarm = bool(findings.flags_present(guideline, desk.moment))
        made.append(scene.RailFinding(RED_FLAGS, "flag", flags, flags, alarm))
    return tuple(made)


# --- what both share


def _clear_move(sheet: str, language: Language) -> scene.Move:
    return scene.Move(f"{CLEAR}{sheet}", tr(_("Tout effacer"), language))


def _spoken(verdict: scene.Note, before: str = "") -> str:
    return " ".join(f"{part.rstrip('.')}." for part in (before, verdict.title, *verdict.lines) if part)


def _value(present: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[present]
