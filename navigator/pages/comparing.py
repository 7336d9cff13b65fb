"""Treatments side by side for this patient: the same questions to each, and where the answers differ.

Knows how an assessment and the sections are told in a cell. Decides nothing; costs are not in the content.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from navigator.consultation.assessment import Assessment
from navigator.guideline.model import Evidence, Guideline, Line, Node, Treatment
from navigator.language import Language, _
from navigator.pages import cards, doses, filters, scene, words
from navigator.pages.desk import Desk
from navigator.pages.filters import tr

MOST = 4  # side by side
COMPARE, CLEAR, WHAT_IF = "compare", "compare-clear", "what-if"  # the actions that lead here
_SHOWN_REASONS, _SHOWN_CHECKS = 3, 3
_Line = scene.CompareLine
Cell = tuple[scene.CompareLine, ...]
SECTIONS = (
    ("renal", _("Rein")),
    ("hepatic", _("Foie")),
    ("pregnancy", _("Grossesse")),
    ("stopping", _("Comment arrêter")),
)


@dataclass(frozen=True)
class Compared:
    """A treatment with its assessment; `parts`: itself, or the two members with theirs."""

    treatment: Treatment
    found: Assessment
    parts: tuple[Assessment, ...]


def view_id(node: str, treatments: tuple[str, ...]) -> str:
    """The id of the view that compares `treatments` as seen from `node`."""
    return f"{node}:{','.join(treatments)}"


def compared_in(view_id: str) -> tuple[str, ...]:
    """The treatments that a view's id names."""
    return tuple(t for t in view_id.partition(":")[2].split(",") if t)


def compare_page(
    guideline: Guideline,
    desk: Desk,
    node: Node,
    assessed: Callable[[str], Assessment],
    others: tuple[Assessment, ...],
    chosen: tuple[str, ...],
) -> scene.ComparePage:
    """`chosen` side by side as seen from `node`; `others`: what the stage offers besides, ranked."""
    language = desk.language
    all_ = tuple(_compared(guideline, assessed, t) for t in chosen if t in guideline.treatments)
    ids = {c.treatment.id for c in all_}
    free = tuple(o for o in others if o.treatment.id not in ids) if len(all_) < MOST else ()
    return scene.ComparePage(
        node=node.id,
        crumbs=(filters.told(node.title, language),),
        title=tr(_("Comparer"), language),
        hint=tr(_("Choisissez au moins un autre traitement de cette étape."), language) if len(all_) < 2 else "",
        heads=tuple(_head(guideline, c, len(all_), language) for c in all_),
        rows=_rows(guideline, desk, all_, node),
        add_label=tr(_("Comparer avec…"), language),
        others=tuple(scene.Option(o.treatment.id, _other(o, language)) for o in free),
        only_label=tr(_("Seulement les différences"), language),
        mark_label=tr(_("diffère"), language),
        open_label=tr(_("Ouvrir"), language),
        back_label=tr(_("Retour"), language),
    )


def with_ways(page: scene.StagePage, desk: Desk) -> scene.StagePage:
    """The page of a stage with what gathers its options, and « Et si… ? »."""
    language = desk.language
    gathered = [o.treatment for o in page.options if o.treatment in desk.gathered]
    options = tuple(
        replace(o, gathered=o.treatment in gathered, compare_label=tr(_("Comparer"), language)) for o in page.options
    )
    actions = [scene.PageAction(WHAT_IF, "help", tr(_("Et si… ?"), language), worded=True)] if page.options else []
    if gathered:
        label = tr(_("Comparer ({count})"), language, count=len(gathered))
        actions.append(scene.PageAction(COMPARE, "columns", label, worded=True))
        actions.append(scene.PageAction(CLEAR, "close", tr(_("Vider la comparaison"), language)))
    return replace(page, options=options if len(options) > 1 else page.options, actions=(*actions, *page.actions))


def ways_of_treatment(language: Language) -> tuple[scene.PageAction, ...]:
    """What the page of a treatment offers, seen from a stage."""
    return (
        scene.PageAction(COMPARE, "columns", tr(_("Comparer avec…"), language), worded=True),
        scene.PageAction(WHAT_IF, "help", tr(_("Et si… ?"), language), worded=True),
    )


def _compared(guideline: Guideline, assessed: Callable[[str], Assessment], id: str) -> Compared:
    treatment, found = guideline.treatments[id], assessed(id)
    return Compared(treatment, found, tuple(assessed(m) for m in treatment.members) or (found,))


def _head(guideline: Guideline, one: Compared, count: int, language: Language) -> scene.CompareHead:
    name = filters.told(one.treatment.name, language)
    return scene.CompareHead(
        one.treatment.id,
        name,
        cards.class_name(guideline, one.treatment, language),
        words.status(one.found.status, language),
        tr(_("Retirer {name} de la comparaison"), language, name=name) if count > 1 else "",
    )


def _other(found: Assessment, language: Language) -> str:
    return f"{filters.told(found.treatment.name, language)} · {words.status(found.status, language).word}"


def _rows(guideline: Guideline, desk: Desk, all_: tuple[Compared, ...], node: Node) -> tuple[scene.CompareRow, ...]:
    language = desk.language
    makers: list[tuple[str, str, Callable[[Compared], Cell]]] = [
        ("status", _("Avis"), lambda c: _status(c, language)),
        ("reasons", _("Pourquoi, et que faire"), lambda c: _reasons(guideline, c, language)),
        ("start", _("Début"), lambda c: _dose(guideline, c, _start, language)),
        ("step", _("Palier"), lambda c: _dose(guideline, c, _step, language)),
        ("target", _("Cible"), lambda c: _dose(guideline, c, _target, language)),
        ("maximum", _("Maximum"), lambda c: _dose(guideline, c, _maximum, language)),
        ("judge", _("Jugé après"), lambda c: _dose(guideline, c, _judged, language)),
        ("monitoring", _("À surveiller d’abord"), lambda c: _monitoring(guideline, c, language)),
        *((s, title, _section(guideline, desk, s)) for s, title in SECTIONS),
        ("driving", _("Conduite automobile"), lambda c: _driving(guideline, desk, c)),
        ("nnt", "NNT", lambda c: _evidence(guideline, c, "nnt", language)),
        ("nnh", "NNH", lambda c: _evidence(guideline, c, "nnh", language)),
    ]
    made = [_row(all_, id, tr(label, language), make, language) for id, label, make in makers]
    made[7:7] = _lines(guideline, all_, node, language)
    return tuple(made)


def _row(
    all_: tuple[Compared, ...], id: str, label: str, make: Callable[[Compared], Cell], language: Language
) -> scene.CompareRow:
    cells = tuple(make(c) or (_Line("—"),) for c in all_)
    told = [" ".join(line.text for line in cell) for cell in cells]
    named = (f"{filters.told(c.treatment.name, language)} : {text}" for c, text in zip(all_, told, strict=True))
    return scene.CompareRow(id, label, cells, len(set(told)) > 1, f"{label}. " + " | ".join(named))


def _status(one: Compared, language: Language) -> Cell:
    status = words.status(one.found.status, language)
    return (_Line(status.word, status.mark),)


def _reasons(guideline: Guideline, one: Compared, language: Language) -> Cell:
    names = cards.factor_names(guideline, language)
    reasons = cards.reasons_of(guideline, one.found, names, language)
    shown = [
        _Line(f"{r.text} {r.instead}".strip(), r.mark, " · ".join(p for p in (r.sources, r.standing) if p))
        for r in reasons[:_SHOWN_REASONS]
    ]
    rest = len(reasons) - len(shown)
    if rest > 0:
        more = tr(_("et 1 autre"), language) if rest == 1 else tr(_("et {rest} autres"), language, rest=rest)
        shown.append(_Line(more))
    return tuple(shown) or (_Line(cards.summary_of(one.found, language)),)


def _named(one: Compared, part: Assessment, text: str, language: Language) -> str:
    """A sentence about a part, with its name where there are two."""
    if not one.treatment.members:
        return text
    return tr(_("{name} : {text}"), language, name=filters.told(part.treatment.name, language), text=text)


def _dose(guideline: Guideline, one: Compared, tell: Callable[[Assessment, Language], str], language: Language) -> Cell:
    lines = []
    for part in one.parts:
        if part.schedule is not None:
            lines.append(_Line(_named(one, part, tell(part, language), language)))
        elif part.dose_needs:
            needs = doses.needs_words(part, cards.factor_names(guideline, language), language)
            lines.append(_Line(_named(one, part, needs, language), scene.Mark.MISSING))
    return tuple(lines)


def _start(part: Assessment, language: Language) -> str:
    assert part.schedule is not None
    return doses.start_words(part.schedule, language)


def _step(part: Assessment, language: Language) -> str:
    assert part.schedule is not None
    step, pace = doses.step_words(part.schedule, language)
    return tr(_("{step} mg {pace}"), language, step=step, pace=pace) if step else pace


def _target(part: Assessment, language: Language) -> str:
    assert part.schedule is not None
    return doses.target_words(part.schedule, language)


def _maximum(part: Assessment, language: Language) -> str:
    assert part.schedule is not None
    top = tr(_("{mg} mg/j"), language, mg=filters.number(part.schedule.max_mg, language))
    title = filters.told(part.schedule.title, language)
    return f"{top} · {title}" if title else top


def _judged(part: Assessment, language: Language) -> str:
    assert part.schedule is not None
    weeks = filters.number(part.schedule.judge_after_weeks, language)
    return tr(_("{weeks} semaines à la dose cible"), language, weeks=weeks)


def _lines(guideline: Guideline, all_: tuple[Compared, ...], node: Node, language: Language) -> list[scene.CompareRow]:
    """One row for each reading that places at least one of them; silence is said too."""
    made = []
    for source in (s for s in guideline.sources.values() if s.reading):
        given = {c.treatment.id: _line_of(c.treatment, node.pain_type, source.id) for c in all_}
        if all(line is Line.NOT_ADDRESSED for line in given.values()):
            continue
        told: Mapping[str, Cell] = {t: (_Line(tr(words.LINE[line], language)),) for t, line in given.items()}
        label = tr(_("Rang, {source}"), language, source=filters.told(source.short, language))
        made.append(_row(all_, f"line.{source.id}", label, lambda c, told=told: told[c.treatment.id], language))  # type: ignore[misc]
    return made


def _line_of(treatment: Treatment, pain_type: str, source: str) -> Line:
    found = (p.line for p in treatment.placements if p.pain_type == pain_type and p.source == source)
    return next(found, Line.NOT_ADDRESSED)


def _section(guideline: Guideline, desk: Desk, id: str) -> Callable[[Compared], Cell]:
    language = desk.language

    def told(one: Compared) -> Cell:
        lines: list[scene.CompareLine] = []
        for part in one.parts:
            section = part.treatment.sections.get(id)
            if section is None:
                continue
            if section.not_applicable is not None:
                lines.append(_Line(_named(one, part, filters.told(section.not_applicable, language), language)))
            for statement in section.statements:
                line = words.statement_line(guideline, statement, desk.today, language)
                note = " · ".join(p for p in (line.sources, line.standing) if p)
                lines.append(_Line(_named(one, part, line.text, language), note=note))
        return tuple(lines)

    return told


def _monitoring(guideline: Guideline, one: Compared, language: Language) -> Cell:
    lines = []
    for part in one.parts:
        for check in part.treatment.monitoring[:_SHOWN_CHECKS]:
            when, what = filters.told(check.when, language), filters.told(check.what, language)
            text = tr(_("{when} : {what}"), language, when=when, what=what)
            note = words.sources(guideline, check.citations, language)
            lines.append(_Line(_named(one, part, text, language), note=note))
    return tuple(lines)


def _driving(guideline: Guideline, desk: Desk, one: Compared) -> Cell:
    language, lines = desk.language, []
    for part in one.parts:
        driving = part.treatment.driving
        if driving is not None:
            line = words.statement_line(guideline, driving.statement, desk.today, language)
            shown = driving.shown_level
            level = tr(_("Pictogramme de niveau {level}. "), language, level=shown) if shown else ""
            note = " · ".join(p for p in (line.sources, line.standing) if p)
            lines.append(_Line(_named(one, part, level + line.text, language), note=note))
    return tuple(lines)


def _evidence(guideline: Guideline, one: Compared, measure: str, language: Language) -> Cell:
    return tuple(
        _Line(_figure(e, language), note=_population(guideline, e, language))
        for e in one.treatment.evidence
        if e.measure == measure
    )


def _figure(evidence: Evidence, language: Language) -> str:
    """`7,7 (IC 95 % 6,5–9,4)`; the bound that no source gives is said."""
    value = filters.number(evidence.value, language)
    if evidence.low is None:
        return value
    low = filters.number(evidence.low, language)
    if evidence.high is None:
        return tr(_("{value} (IC 95 % à partir de {low}, sans limite haute)"), language, value=value, low=low)
    high = filters.number(evidence.high, language)
    return tr(_("{value} (IC 95 % {low}–{high})"), language, value=value, low=low, high=high)


def _population(guideline: Guideline, evidence: Evidence, language: Language) -> str:
    whom = f"{filters.told(evidence.label, language)} · " if evidence.label else ""
    source = words.sources(guideline, (evidence.citation,), language)
    return f"{whom}{filters.told(evidence.population, language)} · {source}"
