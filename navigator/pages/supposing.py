"""« Et si… ? »: the options with another answer for one factor, and nothing recorded.

Knows how two assessments of the same treatment are told apart. Decides nothing: both come from `assess`.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from navigator.consultation.assessment import Assessment
from navigator.consultation.patient import Facts
from navigator.guideline.model import Factor, FactorKind, Guideline, Node, Treatment
from navigator.language import Language, _
from navigator.pages import answering, cards, doses, filters, panel, scene, words
from navigator.pages.desk import Desk
from navigator.pages.filters import tr

APPLY, LEAVE = "apply", "leave"
_OF_THE_PAGE = frozenset({"pain_type", "stage", "rash_now"})  # no answer of the patient
_DECIDES = 10  # what a factor that decides an option weighs beside one that a rule only looks at
_FROM_BODY = ("creatinine", "weight", "age", "sex")


def supposed_desk(guideline: Guideline, desk: Desk) -> Desk:
    """The desk as it would be with the supposed answer; `desk` itself stays as it is."""
    if desk.supposed is None:
        return desk
    patient, refusals = answering.answered(guideline, desk, desk.supposed.factor, desk.supposed.text)
    return replace(desk, moment=replace(desk.moment, patient=patient), refusals=refusals)


def opposite(guideline: Guideline, desk: Desk, facts: Facts, factor: str) -> str:
    """What is supposed first: the other answer of a yes-no factor (yes where it is unknown), else nothing yet."""
    if guideline.factors[factor].kind in (FactorKind.NUMBER, FactorKind.CHOICE):
        return ""
    return "no" if facts.values.get(factor) is True else "yes"


def what_if_page(
    guideline: Guideline,
    desk: Desk,
    supposed: Desk,
    node: Node,
    facts: tuple[Facts, Facts],
    before: tuple[Assessment, ...],
    after: tuple[Assessment, ...],
) -> scene.WhatIfPage:
    """The page; `facts`, `before` and `after` are those of the desk and of the supposed one."""
    language, factor = desk.language, desk.supposed.factor if desk.supposed else ""
    told = bool(factor) and factor not in supposed.refusals and bool(desk.supposed and desk.supposed.text)
    changes = _changes(guideline, before, after, facts, language) if told else ()
    one = before[0].treatment if len(before) == 1 else None
    name = filters.told(one.name if one else node.title, language)
    return scene.WhatIfPage(
        subject=desk.view.id,
        crumbs=(filters.told(node.title, language), name) if one else (name,),
        title=tr(_("Et si… ?"), language),
        lead=tr(_("Une autre réponse, pour voir : rien n’est enregistré tant que vous n’appliquez pas."), language),
        factor_label=tr(_("Facteur"), language),
        factors=_factors(guideline, before, language),
        factor=factor,
        now=_now(guideline, facts[0], factor, language) if factor else "",
        field=_field(guideline, supposed, facts[1], factor) if factor else None,
        changes_title=tr(_("Ce qui change"), language) if changes else "",
        changes=changes,
        verdict=_verdict(len(before), len(changes), told, language),
        moves=_moves(told, language),
    )


def _field(guideline: Guideline, supposed: Desk, facts: Facts, factor: str) -> scene.Field:
    """The control of the supposed answer; its unit is that of the patient's, not to be changed half way."""
    return replace(panel.field_of(guideline, guideline.factors[factor], supposed, facts), units=())


def _moves(told: bool, language: Language) -> tuple[scene.Move, ...]:
    apply = (scene.Move(APPLY, tr(_("Appliquer au patient"), language), primary=True),) if told else ()
    return (*apply, scene.Move(LEAVE, tr(_("Fermer sans rien changer"), language)))


def _verdict(count: int, changed: int, told: bool, language: Language) -> str:
    if not told:
        return ""
    same = count - changed
    if not changed:
        return tr(_("Rien ne change : ni avis, ni dose, ni raison."), language)
    if not same:
        return ""
    if same == 1:
        return tr(_("1 autre option reste inchangée."), language)
    return tr(_("{count} autres options restent inchangées."), language, count=same)


def _now(guideline: Guideline, facts: Facts, factor: str, language: Language) -> str:
    value, asked = facts.values.get(factor), guideline.factors[factor]
    if value is None:
        told = tr(_("non précisé"), language)
    elif isinstance(value, bool):
        told = tr(_("oui") if value else _("non"), language)
    elif isinstance(value, Decimal):
        told = f"{filters.number(value, language)} {filters.told(asked.unit, language) if asked.unit else ''}".strip()
    else:
        told = next((filters.told(c.label, language) for c in asked.choices if c.id == value), value)
    return tr(_("Aujourd’hui : {value}"), language, value=told)


def _factors(guideline: Guideline, found: tuple[Assessment, ...], language: Language) -> tuple[scene.Option, ...]:
    """Every factor that can be asked for, those that most of these options look at first."""
    weight: dict[str, int] = {}
    for assessment in found:
        for factor in _looked_at(guideline, assessment.treatment):
            weight[factor] = weight.get(factor, 0) + 1
        for factor in (*_asked_for(assessment.missing), *_asked_for(_speaking(guideline, assessment))):
            weight[factor] = weight.get(factor, 0) + _DECIDES
    asked = [f for f in guideline.factors.values() if f.id in weight]
    asked.sort(key=lambda f: -weight[f.id])
    return tuple(scene.Option(f.id, _label(f, language)) for f in asked)


def _speaking(guideline: Guideline, found: Assessment) -> list[str]:
    """The factors of the rules that speak for this patient."""
    spoken = {r.rule for r in found.reasons}
    rules = (r for t in guideline.treatments.values() if t.id in _parts(found.treatment) for r in t.rules)
    return [f for rule in rules if rule.id in spoken for f in sorted(rule.when.facts_used - _OF_THE_PAGE)]


def _parts(treatment: Treatment) -> tuple[str, ...]:
    return treatment.members or (treatment.id,)


def _looked_at(guideline: Guideline, treatment: Treatment) -> set[str]:
    """The factors that its rules and schedules ask for, by what they are computed or implied from."""
    parts = [guideline.treatments[m] for m in _parts(treatment)]
    used: set[str] = set()
    for part in parts:
        used |= {f for rule in part.rules for f in rule.when.facts_used}
        used |= {f for s in part.schedules if s.when for f in s.when.facts_used}
        used |= {"crcl"} if any(s.band for s in part.schedules) else set()
    for implication in guideline.implications:
        if any(f in used for f, _value in implication.then):
            used |= implication.when.facts_used
    return set(_asked_for(used)) - _OF_THE_PAGE


def _asked_for(factors: Iterable[str]) -> list[str]:
    found: list[str] = []
    for factor in factors:
        found += _FROM_BODY if factor == "crcl" else ("weight", "height") if factor == "bmi" else (factor,)
    return list(dict.fromkeys(found))


def _label(factor: Factor, language: Language) -> str:
    return filters.told(factor.short or factor.label, language)


def _changes(
    guideline: Guideline,
    before: tuple[Assessment, ...],
    after: tuple[Assessment, ...],
    facts: tuple[Facts, Facts],
    language: Language,
) -> tuple[scene.WhatIfChange, ...]:
    then = {a.treatment.id: a for a in after}
    made = []
    for old in before:
        new = then.get(old.treatment.id, old)
        shifts = _shifts(guideline, old, new, facts, language)
        if old.status is new.status and not shifts:
            continue
        name = filters.told(old.treatment.name, language)
        was, is_ = words.status(old.status, language), words.status(new.status, language)
        told = [f"{name} : {was.word} → {is_.word}", *(f"{s.label} : {_sides(s)}" for s in shifts)]
        made.append(scene.WhatIfChange(old.treatment.id, name, was, is_, shifts, ". ".join(told)))
    return tuple(made)


def _sides(shift: scene.Shift) -> str:
    return " → ".join(side for side in (shift.before, shift.after) if side)


def _shifts(
    guideline: Guideline, old: Assessment, new: Assessment, facts: tuple[Facts, Facts], language: Language
) -> tuple[scene.Shift, ...]:
    names = cards.factor_names(guideline, language)
    was, is_ = (_dose(a, f, names, language) for a, f in zip((old, new), facts, strict=True))
    made = [scene.Shift(tr(_("Dose"), language), was or "—", is_ or "—")] if was != is_ else []
    gone, come = (_reasons(guideline, a, names, language) for a in (old, new))
    made += [scene.Shift(tr(_("Ne tient plus"), language), r, "") for r in gone if r not in come]
    made += [scene.Shift(tr(_("S’ajoute"), language), "", r) for r in come if r not in gone]
    return tuple(made)


def _reasons(guideline: Guideline, found: Assessment, names: dict[str, str], language: Language) -> list[str]:
    return [f"{r.text} {r.instead}".strip() for r in cards.reasons_of(guideline, found, names, language)]


def _dose(found: Assessment, facts: Facts, names: dict[str, str], language: Language) -> str:
    crcl = facts.values.get("crcl")
    line = doses.dose_line(found, crcl if isinstance(crcl, Decimal) else None, names, language)
    if line is None or found.schedule is None:
        return line.needs if line else ""
    top = tr(_("maximum {mg} mg/j"), language, mg=filters.number(found.schedule.max_mg, language))
    return f"{line.start} → {line.target}, {top}"
