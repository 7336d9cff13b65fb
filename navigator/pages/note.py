"""The consultation note: six to fifteen lines of plain text for the practice software, ending in the resume code.

Knows the walk, the facts, the findings and the options of the stage. Carries no name; nothing of it is kept.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from navigator import __version__
from navigator.consultation import counsel, findings
from navigator.consultation import walk as walking
from navigator.consultation.assessment import Status
from navigator.consultation.placement import Option, options
from navigator.consultation.resume import code_of
from navigator.consultation.walk import Moment, Position
from navigator.guideline.conditions import Value
from navigator.guideline.model import Guideline, NodeKind
from navigator.language import Language, _
from navigator.pages import blocked, filters, letter, words
from navigator.pages.filters import tr

_MOST = 4  # options named in one line
_SOURCES = 6


def note_text(guideline: Guideline, moment: Moment, facts: Mapping[str, Value], today: date, language: Language) -> str:
    """The note, one line a fact. What was not asked is left out; the last line is the resume code."""
    position = walking.replay(guideline, moment)
    ranked = _ranked(guideline, moment, position)
    lines = (
        _pain(guideline, moment, position, language),
        *_findings(guideline, moment, position, language),
        _patient(guideline, facts, language),
        *blocked.together(guideline, facts, language),
        *_trials(guideline, position, facts, language),
        _stage(guideline, moment, position, language),
        *_options(guideline, ranked, language),
        _remaining(guideline, moment, position, ranked, language),
        *_present(guideline, moment, position, facts, language),
        _sources(guideline, ranked, language),
        _stamp(guideline, today, language),
        tr(_("Code de reprise : {code}"), language, code=code_of(guideline, moment)),
    )
    return "\n".join(line for line in lines if line) + "\n"


def _ranked(guideline: Guideline, moment: Moment, position: Position) -> tuple[Option, ...]:
    if guideline.nodes[position.here].kind is not NodeKind.STAGE:
        return ()
    return options(guideline, position.here, moment.patient, moment.reading, position.facts_more, position.present)


def _pain(guideline: Guideline, moment: Moment, position: Position, language: Language) -> str:
    pain = guideline.pain_types.get(position.pain_type)
    if pain is None:
        return tr(_("Douleur neuropathique chronique, type à préciser."), language)
    title = filters.told(pain.title, language)
    return tr(_("Douleur neuropathique chronique : {type}."), language, type=filters.inside(title))


def _findings(guideline: Guideline, moment: Moment, position: Position, language: Language) -> Iterator[str]:
    """The scores and the red flags, where they were asked."""
    for id, score in guideline.scores.items():
        result = findings.scored(guideline, moment, id)
        if result.missing < result.out_of:
            told = {True: _("positif"), False: _("négatif"), None: _("incomplet")}[result.positive]
            points = f"{result.points}/{result.out_of}"
            yield tr(
                _("{score} : {points}, {told} (seuil {cutoff})."),
                language,
                score=id.upper(),
                points=points,
                told=tr(told, language),
                cutoff=score.cutoff,
            )
    present = findings.flags_present(guideline, moment)
    if present:
        what = " ; ".join(filters.told(flag.finding, language) for flag in present)
        yield tr(_("Signes d’alerte présents : {what}."), language, what=what)
        return
    asked = findings.flags_asked(guideline, moment, position.pain_type)
    if asked and all(findings.flag_of(moment, flag) is False for flag in asked):
        yield tr(_("Signes d’alerte : aucun des {count} cherchés."), language, count=len(asked))


def _patient(guideline: Guideline, facts: Mapping[str, Value], language: Language) -> str:
    told = letter.who(facts, language)
    more = letter.background(guideline, facts, language)
    return f"{told[:1].upper()}{told[1:]}. {more}".strip()


def _trials(guideline: Guideline, position: Position, facts: Mapping[str, Value], language: Language) -> Iterator[str]:
    """One line for each trial, with what it lacks to be called a failure."""
    for _index, trial in position.trials:
        line = letter.trial_line(guideline, trial, language)
        lacks = _lacks(guideline, trial.treatment, facts, trial.dose_mg, trial.weeks, language)
        yield tr(_("Essai : {line}."), language, line=line) + lacks


def _stage(guideline: Guideline, moment: Moment, position: Position, language: Language) -> str:
    if not position.pain_type:
        return ""
    title = filters.told(guideline.nodes[position.here].title, language)
    reading = filters.told(guideline.sources[moment.reading].short, language)
    return tr(_("Étape : {title} (selon {reading})."), language, title=title, reading=reading)


def _options(guideline: Guideline, ranked: tuple[Option, ...], language: Language) -> Iterator[str]:
    """What fits, what waits for an answer, what is set aside and why, and what to change first."""
    groups = (
        (_("Adapté : {what}."), (Status.SUITABLE,)),
        (_("Possible avec prudence : {what}."), (Status.CAUTION,)),
        (_("À préciser avant de choisir : {what}."), (Status.MISSING,)),
    )
    for message, statuses in groups:
        names = [_name(o, language) for o in ranked if o.assessment.status in statuses]
        if names:
            yield tr(message, language, what=_few(names, language))
    aside = [_because(o, language) for o in ranked if o.assessment.blocked]
    if aside:
        yield tr(_("Écarté : {what}."), language, what=_few(aside, language))
    if ranked and all(o.assessment.blocked for o in ranked):
        for changed, _freed in walking.what_to_change(guideline, ranked)[:1]:
            yield tr(_("À changer d’abord : {what}"), language, what=blocked.what_to_do(guideline, changed, language))


def _name(option: Option, language: Language) -> str:
    return filters.told(option.assessment.treatment.name, language)


def _because(option: Option, language: Language) -> str:
    why = filters.told(option.assessment.reasons[0].because, language).rstrip(".")
    return f"{_name(option, language)} ({filters.inside(why)})"


def _few(names: list[str], language: Language) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(names[:_MOST])
    rest = len(names) - _MOST
    if rest <= 0:
        return shown
    return tr(_("{shown}, et {count} de plus"), language, shown=shown, count=rest)


def _remaining(
    guideline: Guideline, moment: Moment, position: Position, ranked: tuple[Option, ...], language: Language
) -> str:
    """What nothing blocks at the later stages, where all of this one is set aside."""
    if not ranked or not all(o.assessment.blocked for o in ranked):
        return ""
    node, more = guideline.nodes[position.here], dict(position.facts_more)
    left = [o.label for o in blocked.remains(guideline, node, moment.patient, moment.reading, more, language)]
    return tr(_("Reste sans rien changer : {what}."), language, what=_few(left, language)) if left else ""


def _present(
    guideline: Guideline, moment: Moment, position: Position, facts: Mapping[str, Value], language: Language
) -> Iterator[str]:
    """The trial under way, with what it lacks so far to be judged; else what the patient goes on with."""
    draft = moment.walk.draft
    if draft is not None and draft.treatment in guideline.treatments:
        line = letter.draft_line(guideline, draft, language)
        lacks = _lacks(guideline, draft.treatment, facts, draft.dose_mg, draft.weeks, language)
        said = _("Essai non concluant à ce jour : {name}.") if lacks else _("Essai en cours : {name}.")
        yield tr(said, language, name=line) + lacks
    elif position.present:
        name = filters.told(guideline.treatments[position.present].name, language)
        yield tr(_("Traitement poursuivi : {name}."), language, name=name)


def _lacks(
    guideline: Guideline,
    treatment: str,
    facts: Mapping[str, Value],
    dose: Decimal | None,
    weeks: Decimal | None,
    language: Language,
) -> str:
    """Why a trial of that dose and length is no failure yet; empty where nothing is missing."""
    remark = counsel.remark(guideline, guideline.treatments[treatment], facts, dose, weeks)
    return f" {filters.spaced(remark.in_(language), language)}" if remark is not None else ""


def _sources(guideline: Guideline, ranked: tuple[Option, ...], language: Language) -> str:
    """The sources of the reasons that decide, each once."""
    cited = [c for o in ranked for reason in o.assessment.reasons[:1] for c in reason.citations]
    kept = list({c.source: c for c in cited}.values())[:_SOURCES]
    what = words.sources(guideline, kept, language)
    return tr(_("Sources : {what}."), language, what=what).replace("….", "…") if kept else ""


def _stamp(guideline: Guideline, today: date, language: Language) -> str:
    said = _("Navigateur {app}, contenu {content}, {day}. Aide à la décision non certifiée.")
    day = filters.day(today, language)
    return tr(said, language, app=__version__, content=guideline.version, day=day)
