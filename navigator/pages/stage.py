"""The page of a stage: its ranked options for this patient, what the stage says, and the way on.

Knows the walk's position and the assessed options. Renders no HTML.
"""

from navigator.consultation import walk as walking
from navigator.consultation.patient import Facts
from navigator.consultation.placement import Option
from navigator.consultation.walk import Offers, Position, Trial
from navigator.guideline.model import Guideline, Node, Outcome, Treatment
from navigator.language import Language, Text, _, say
from navigator.pages import cards, filters, preferences, scene, trail, words
from navigator.pages.blocked import blocked_card, together
from navigator.pages.desk import Desk
from navigator.pages.early import early_end, lacking
from navigator.pages.filters import tr

NOTE = "document.note"
RECORDED = (Outcome.RELIEF_50, Outcome.RELIEF_30, Outcome.NO_RELIEF, Outcome.NOT_TOLERATED)


def stage_page(
    guideline: Guideline,
    desk: Desk,
    facts: Facts,
    position: Position,
    node: Node,
    ranked: tuple[Option, ...],
    offers: Offers,
) -> scene.StagePage:
    """The stage `node` as shown; when it is not where the walk stands it is a preview that records nothing."""
    language = desk.language
    here = node.id == position.here
    trials = tuple(t for _index, t in position.trials)
    pain = guideline.pain_types[node.pain_type]
    made = tuple(cards.card(guideline, desk, facts, o, node.stage, node.pain_type, trials) for o in ranked)
    return scene.StagePage(
        node=node.id,
        crumbs=(filters.told(pain.title, language), _step_words(guideline, node, language)),
        title=filters.told(node.title, language),
        aim=filters.told(node.aim, language),
        reading_label=tr(_("Recommandation suivie"), language),
        reading=desk.moment.reading,
        readings=preferences.readings(guideline, desk),
        count=_count(len(made), facts, language),
        legend=tr(_("1re, 2e : rang selon chaque recommandation"), language),
        why_first=_why_first(guideline, desk, ranked, language),
        options=made,
        statements_title=tr(_("Ce que dit cette étape"), language),
        statements=_statements(guideline, node, desk),
        notes=(*_notes(guideline, desk, position, here), *_present(guideline, facts, ranked, language)),
        moves=_moves(guideline, node, offers, language) if here else (),
        outcome=outcome_bar(guideline, desk, facts, node, ranked) if here and position.stop is None else None,
        preview=not here,
        followed=tr(_("selon {reading}"), language, reading=filters.told(_short(guideline, desk), language)),
        actions=(scene.PageAction(NOTE, "print", tr(_("Note de consultation"), language)),) if here else (),
        blocked=_blocked(guideline, desk, position, node, ranked) if here else None,
    )


def _present(
    guideline: Guideline, facts: Facts, ranked: tuple[Option, ...], language: Language
) -> tuple[scene.Note, ...]:
    """What is taken already and should not go together, whatever is chosen; a stage set aside says it on its card."""
    lines = () if walking.blocked(ranked) else together(guideline, facts.values, language)
    title = tr(_("Traitement actuel : à revoir avant d’ajouter"), language)
    return (scene.Note(scene.Mark.AVOID, title, lines),) if lines else ()


def _blocked(
    guideline: Guideline, desk: Desk, position: Position, node: Node, ranked: tuple[Option, ...]
) -> scene.Blocked | None:
    if not walking.blocked(ranked):
        return None
    moment, more = desk.moment, dict(position.facts_more)
    return blocked_card(guideline, node, moment.patient, moment.reading, more, ranked, desk.language)


def _short(guideline: Guideline, desk: Desk) -> Text:
    return guideline.sources[desk.moment.reading].short


def _statements(guideline: Guideline, node: Node, desk: Desk) -> tuple[scene.StatementLine, ...]:
    """What the stage says, then where the article and the evidence differ about it, both sides told."""
    differ = tuple(
        scene.StatementLine(
            tr(
                _("Désaccord. L’article : {article} Les preuves : {evidence} {shown}"),
                desk.language,
                article=filters.told(d.article, desk.language),
                evidence=filters.told(d.evidence, desk.language),
                shown=filters.told(d.shown, desk.language),
            ),
            words.sources(guideline, d.citations, desk.language),
        )
        for d in guideline.discrepancies
        if node.id in d.shown_on
    )
    return (*(words.statement_line(guideline, s, desk.today, desk.language) for s in node.statements), *differ)


def _step_words(guideline: Guideline, node: Node, language: Language) -> str:
    order = list(guideline.stages)
    return tr(_("Étape {number} sur {count}"), language, number=order.index(node.stage) + 2, count=len(order) + 1)


def _count(count: int, facts: Facts, language: Language) -> str:
    sex = facts.values.get("sex")
    if count == 0:
        return tr(_("Aucune option à cette étape dans cette lecture"), language)
    if count == 1:
        return tr(_("1 option"), language)
    if sex == "female":
        return tr(_("{count} options, triées pour cette patiente"), language, count=count)
    return tr(_("{count} options, triées pour ce patient"), language, count=count)


def _why_first(guideline: Guideline, desk: Desk, ranked: tuple[Option, ...], language: Language) -> str:
    if len(ranked) < 2:
        return ""
    first = ranked[0]
    name = filters.told(first.assessment.treatment.name, language)
    status = say(words.STATUS[first.assessment.status], language).lower()
    if first.assessment.status is not ranked[1].assessment.status:
        return tr(
            _("{name} vient en tête : « {status} », mieux que les suivantes."), language, name=name, status=status
        )
    if first.placed.line is not ranked[1].placed.line:
        line = say(words.LINE[first.placed.line], language)
        return tr(_("{name} vient en tête : à statut égal, {line}."), language, name=name, line=line)
    if first.assessment.prefers > ranked[1].assessment.prefers:
        return tr(
            _("{name} vient en tête : à statut et rang égaux, le terrain du patient le favorise."), language, name=name
        )
    return tr(_("À statut et rang égaux, les options suivent l’ordre de la recommandation."), language)


def _notes(guideline: Guideline, desk: Desk, position: Position, here: bool) -> tuple[scene.Note, ...]:
    language = desk.language
    if not here:
        back = scene.Move("return", tr(_("Revenir à l’étape en cours"), language), primary=True)
        return (
            scene.Note(
                scene.Mark.NEUTRAL,
                tr(_("Aperçu : le parcours n’est pas modifié."), language),
                (tr(_("Aucun essai n’est enregistré depuis un aperçu."), language),),
                (back,),
            ),
        )
    notes = []
    if desk.resumed:
        title = tr(_("Consultation reprise : à relire."), language)
        notes.append(
            scene.Note(
                scene.Mark.CAUTION, title, tuple(filters.spaced(s.in_(language), language) for s in desk.resumed)
            )
        )
    if position.stop is not None:
        notes.append(_stop_note(guideline, position, language))
    if "recheck" in position.standing:
        notes.append(
            scene.Note(
                scene.Mark.MISSING,
                tr(_("Une réponse antérieure est à revoir."), language),
                (
                    tr(_("Le parcours s’arrête ici : cette réponse ne tient plus."), language),
                    *trail.asked_again(guideline, desk.moment, position, language),
                ),
            )
        )
    return tuple(notes)


def _stop_note(guideline: Guideline, position: Position, language: Language) -> scene.Note:
    assert position.stop is not None
    name = filters.told(guideline.treatments[position.stop.treatment].name, language)
    return scene.Note(
        scene.Mark.CONTRAINDICATED,
        tr(_("Éruption ou fièvre sous {name} : arrêter aujourd’hui et examiner le jour même."), language, name=name),
        (
            *_said(guideline, "stop.at-once", language),
            tr(
                _("Rien d’autre n’est proposé avant votre réponse ; la suite tient compte de cette réaction."), language
            ),
        ),
        (
            scene.Move("stopped", tr(_("Arrêté et examiné : continuer"), language), primary=True),
            scene.Move("urgent", tr(_("Adresser en urgence"), language)),
        ),
    )


def _said(guideline: Guideline, statement: str, language: Language) -> tuple[str, ...]:
    """A general statement of the content, where it is there."""
    found = guideline.statements.get(statement)
    return (filters.told(found.text, language),) if found else ()


def _moves(guideline: Guideline, node: Node, offers: Offers, language: Language) -> tuple[scene.Move, ...]:
    offered = [m for m in trail.MOVES if m in offers.moves and m != "stopped"]
    moves = [scene.Move(m, tr(trail.MOVES[m], language), primary=m == "content") for m in offered]
    return (*moves, scene.Move(NOTE, tr(_("Note de consultation"), language)))


def outcome_bar(
    guideline: Guideline, desk: Desk, facts: Facts, node: Node, ranked: tuple[Option, ...]
) -> scene.OutcomeBar:
    """The bar that records a trial; the treatment on trial first, then the options of the stage."""
    language = desk.language
    draft = desk.moment.walk.draft
    trials = tuple(
        scene.Option(o.assessment.treatment.id, filters.told(o.assessment.treatment.name, language)) for o in ranked
    )
    chosen = draft.treatment if draft and any(t.id == draft.treatment for t in trials) else ""
    treatment = guideline.treatments[chosen] if chosen else None
    dosed = treatment is None or bool(treatment.schedules)
    buttons = tuple(_button(guideline, node, o, language) for o in RECORDED)
    option = next((o for o in ranked if o.assessment.treatment is treatment), None)
    return scene.OutcomeBar(
        title=tr(_("Résultat de l’essai"), language),
        hint=_hint(guideline, treatment, facts, language),
        trials=trials,
        selected=chosen,
        dose=filters.number(draft.dose_mg, language) if draft and chosen and draft.dose_mg is not None else "",
        dose_label=tr(_("Dose atteinte"), language),
        dose_unit=tr(_("mg/j"), language),
        weeks=filters.number(draft.weeks, language) if draft and chosen and draft.weeks is not None else "",
        weeks_label=tr(_("Durée"), language),
        weeks_unit=tr(_("sem."), language),
        buttons=buttons,
        reasons_title=tr(_("Pourquoi mal toléré ?"), language),
        reasons=trail.reasons(language),
        remark=lacking(guideline, facts.values, draft, language) if draft and chosen else "",
        error=filters.spaced(desk.draft_error.in_(language), language) if desk.draft_error else "",
        asks_dose=dosed,
        early=_early(guideline, desk, node, option),
    )


def _early(guideline: Guideline, desk: Desk, node: Node, option: Option | None) -> scene.EarlyEnd | None:
    """What is asked of the result that was pressed too early; None where none was."""
    draft = desk.moment.walk.draft
    if option is None or draft is None or not desk.early:
        return None
    trial = Trial(node.id, draft.treatment, draft.dose_mg, draft.weeks, Outcome(desk.early))
    return early_end(guideline, desk.language, option.assessment, desk.moment, trial, goes_on=True)


def _hint(guideline: Guideline, treatment: Treatment | None, facts: Facts, language: Language) -> str:
    if treatment is None:
        return ""
    weeks = walking.judge_after(guideline, treatment, facts.values)
    if weeks is None:
        return ""
    return tr(_("Jugé à {weeks} sem. de dose cible"), language, weeks=filters.number(weeks, language))


def _button(guideline: Guideline, node: Node, outcome: Outcome, language: Language) -> scene.OutcomeButton:
    leads = words.leads(guideline, node, outcome, language)
    label = filters.spaced(say(words.OUTCOME[outcome], language), language)
    return scene.OutcomeButton(outcome.value, label, leads, tr("{label} : {leads}", language, label=label, leads=leads))
