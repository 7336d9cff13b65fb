"""The patient panel: every factor as a control, what matters now first, and the clearance box.

Knows which factors the options on the screen ask for. Decides no medicine: it shows what was answered or derived.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal

from navigator.consultation.entry import CREATININE_UNITS, UMOL
from navigator.consultation.patient import Facts
from navigator.guideline.model import Factor, FactorGroup, FactorKind, Guideline
from navigator.language import Language, Sentence, Text, _, say
from navigator.pages import filters, scene
from navigator.pages.desk import Desk

_FROM_BODY = ("age", "sex", "weight", "creatinine")
_COUNTED = 9  # more open answers than that are not counted: the number would only frighten
_QUESTIONS = 3  # asked at the top of the panel
LINE = "line"  # where what could not be read of a line is kept, beside the refusals of the factors


def panel(guideline: Guideline, desk: Desk, facts: Facts, asked: Sequence[str]) -> scene.PatientPanel:
    """The panel, its groups in the order of the content; `asked` are the factors that matter on this page."""
    wanted = _expanded(asked, facts)
    first = next(iter(guideline.factor_groups), "")
    groups = tuple(_group(guideline, g, desk, facts, wanted, first) for g in guideline.factor_groups.values())
    fields = {f.id: f for g in groups for f in g.fields}
    count = sum(g.asked for g in groups)
    words = desk.language
    settle = _to_settle(count, words)
    own = {f.id for f in groups[0].fields} if groups else set()
    questions = tuple(fields[f] for f in wanted if f in fields and f not in own and fields[f].state == "asked")
    closable = [g for g in groups if g.close_label]
    return scene.PatientPanel(
        title=say(_("Patient"), words),
        to_settle=filters.spaced(settle, words),
        summary=summary(facts, words) or say(_("Patient"), words),
        groups=groups,
        clearance=clearance_box(guideline, facts, words),
        privacy=filters.spaced(
            say(_("Rien n’est enregistré. Ces données restent en mémoire et s’effacent à la fermeture."), words), words
        ),
        new_patient=say(_("Nouveau patient"), words),
        line=_line(desk),
        questions_title=_questions_title(len(questions), words),
        questions=questions[:_QUESTIONS],
        close_all=_close_all(desk, closable),
        all_closed=bool(closable) and all(g.closed for g in closable),
    )


def _to_settle(count: int, language: Language) -> str:
    """How many answers could still change something; many are not counted, only said to be open."""
    if not count:
        return ""
    if count > _COUNTED:
        return say(_("à compléter"), language)
    return say(_("{count} à préciser"), language).format(count=count)


def _questions_title(count: int, language: Language) -> str:
    if count == 0:
        return ""
    few = _("Peut encore changer un statut ici")
    return filters.spaced(say(few if count <= _QUESTIONS else _("À demander d’abord"), language), language)


def _close_all(desk: Desk, closable: Sequence[scene.FieldGroup]) -> str:
    """« Terrain sans particularité » while nothing was said in these groups, else « Rien d’autre »."""
    if not closable:
        return ""
    told = any(f.id in desk.moment.patient.answers for g in closable for f in g.fields)
    words = _("Rien d’autre à signaler") if told else _("Terrain sans particularité")
    return filters.spaced(say(words, desk.language), desk.language)


def _line(desk: Desk) -> scene.PatientLine:
    """The patient in one line, with what could not be read of the last one."""
    language, refusal = desk.language, desk.refusals.get(LINE)
    return scene.PatientLine(
        label=say(_("Le patient en une ligne"), language),
        placeholder=filters.spaced(say(_("72 ans, femme, 61 kg, tramadol…"), language), language),
        left=refusal.typed if refusal else "",
        error=filters.spaced(refusal.reason.in_(language), language) if refusal else "",
    )


def _expanded(asked: Sequence[str], facts: Facts) -> tuple[str, ...]:
    """`asked` with the clearance replaced by what it is computed from, as far as that is unknown."""
    wanted: list[str] = []
    for factor in asked:
        if factor == "crcl":
            wanted += [f for f in (facts.clearance.missing or _FROM_BODY) if f not in facts.values]
        elif factor == "bmi":
            wanted += [f for f in ("weight", "height") if f not in facts.values]
        else:
            wanted.append(factor)
    return tuple(dict.fromkeys(wanted))


def _group(
    guideline: Guideline, group: FactorGroup, desk: Desk, facts: Facts, asked: Sequence[str], first: str
) -> scene.FieldGroup:
    own = [f for f in guideline.factors.values() if f.group == group.id]
    fields = tuple(field_of(guideline, f, desk, facts, asked) for f in own)
    count = sum(f.state == "asked" for f in fields)
    wrong = any(f.state == "invalid" for f in fields)
    language = desk.language
    return scene.FieldGroup(
        id=group.id,
        title=filters.told(group.title, language),
        fields=fields,
        close_label=filters.spaced(say(_("Rien d’autre"), language), language) if group.closable else "",
        closed=group.id in desk.moment.patient.closed,
        open=group.id == first or wrong,
        asked=count,
        told="" if group.id == first else _told(fields, {f.none for f in own}, language),
    )


def _told(fields: Sequence[scene.Field], nothing: Collection[str], language: Language) -> str:
    """What was answered in a group, for its folded title; a « no » is not worth saying there."""
    words = []
    for field in (f for f in fields if f.state in ("answered", "implied") and f.value not in ("", "no")):
        choice = next((o.label for o in field.options if o.id == field.value), "")
        if field.kind == "number":
            words.append(f"{field.label} {field.value} {field.unit}".strip())
        elif field.kind == "yes-no":
            words.append(field.label)
        elif field.state == "answered" and field.value not in nothing:
            words.append(f"{field.label} ({_lower(choice)})")
    return filters.spaced(" · ".join(words), language)


def field_of(guideline: Guideline, factor: Factor, desk: Desk, facts: Facts, asked: Sequence[str] = ()) -> scene.Field:
    """One factor as a control, with what is known of it."""
    language = desk.language
    refusal = desk.refusals.get(factor.id)
    own = factor.id in desk.moment.patient.answers
    value = facts.values.get(factor.id) if own or factor.kind is not FactorKind.NUMBER else None
    if isinstance(value, Decimal) and factor.id == "creatinine" and desk.settings.creatinine != UMOL:
        value = round(value / CREATININE_UNITS[desk.settings.creatinine], 2)
    state = _state(factor, facts, asked, own, refusal is not None)
    return scene.Field(
        id=factor.id,
        kind="number" if factor.kind is FactorKind.NUMBER else _choice_kind(factor),
        label=filters.told(factor.short or factor.label, language),
        state=state,
        value=refusal.typed if refusal else _value_text(value, language),
        unit=_unit(factor, desk),
        help=_help(factor, language),
        note=_note(facts.implied.get(factor.id), language) if state == "implied" else "",
        error=filters.spaced(refusal.reason.in_(language), language) if refusal else "",
        options=tuple(scene.Option(c.id, filters.told(c.label, language)) for c in factor.choices),
        units=_units_from(desk.settings.creatinine) if factor.id == "creatinine" else (),
    )


def _choice_kind(factor: Factor) -> str:
    return "choice" if factor.kind is FactorKind.CHOICE else "yes-no"


def _state(factor: Factor, facts: Facts, asked: Sequence[str], own: bool, refused: bool) -> str:
    if refused:
        return "invalid"
    if own:
        return "answered"
    if factor.id in facts.implied:
        return "implied"
    if factor.id in facts.values and factor.kind is not FactorKind.NUMBER:
        return "answered"
    return "asked" if factor.id in asked else "unknown"


def _value_text(value: Decimal | str | bool | None, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return filters.number(value, language) if isinstance(value, Decimal) else value


def _units_from(unit: str) -> tuple[str, ...]:
    """The units of creatinine, the one in use first, then the one that comes next."""
    known = tuple(CREATININE_UNITS)
    at = known.index(unit)
    return known[at:] + known[:at]


def _unit(factor: Factor, desk: Desk) -> str:
    if factor.id == "creatinine":
        return desk.settings.creatinine
    return filters.told(factor.unit, desk.language) if factor.unit else ""


def _help(factor: Factor, language: Language) -> str:
    label = filters.told(factor.label, language)
    if factor.help is None:
        return label
    return filters.spaced(f"{label} : ", language) + filters.told(factor.help, language)


def _note(because: Text | Sentence | None, language: Language) -> str:
    if because is None:
        return ""
    return filters.spaced(because.in_(language), language)


def summary(facts: Facts, language: Language) -> str:
    """`F · 72 ans · ClCr 45`, as far as it is known."""
    parts = []
    sex, age, crcl = facts.values.get("sex"), facts.values.get("age"), facts.values.get("crcl")
    if sex is not None:
        parts.append(say(_("F"), language) if sex == "female" else say(_("H"), language))
    if isinstance(age, Decimal):
        parts.append(say(_("{age} ans"), language).format(age=filters.number(age, language)))
    if isinstance(crcl, Decimal):
        parts.append(say(_("ClCr {value}"), language).format(value=filters.number(round(crcl, 1), language)))
    return filters.spaced(" · ".join(parts), language)


_LEVELS = (
    (Decimal(15), _("très sévère"), scene.Mark.CONTRAINDICATED),
    (Decimal(30), _("sévère"), scene.Mark.AVOID),
    (Decimal(60), _("modérée"), scene.Mark.CAUTION),
    (Decimal(90), _("légère"), scene.Mark.SUITABLE),
)


def clearance_box(guideline: Guideline, facts: Facts, language: Language) -> scene.Clearance:
    """The clearance with its level, or what is missing to compute it."""
    title = say(_("Clairance (Cockcroft-Gault)"), language)
    found = facts.clearance
    if found.refused is not None:
        return scene.Clearance(title, missing=filters.spaced(found.refused.in_(language), language))
    if found.value is None:
        names = [_lower(filters.told(guideline.factors[f].label, language)) for f in found.missing]
        wanted = filters.listed(names, language)
        missing = say(_("Non calculée : il manque {wanted}."), language).format(wanted=wanted)
        return scene.Clearance(title, missing=filters.spaced(missing, language))
    level, mark = next(
        ((word, mark) for below, word, mark in _LEVELS if found.value < below), (_("normale"), scene.Mark.SUITABLE)
    )
    return scene.Clearance(
        title,
        value=filters.number(round(found.value, 1), language),
        number=float(found.value),
        level=say(level, language),
        mark=mark,
        note=_clearance_note(found.entered, found.real, found.adjusted, language),
    )


def _clearance_note(entered: bool, real: Decimal | None, adjusted: Decimal | None, language: Language) -> str:
    if entered:
        return filters.spaced(say(_("Valeur saisie : elle l’emporte sur le calcul."), language), language)
    if adjusted is None or real is None:
        return ""
    words = say(_("Poids réel : {real} ; poids ajusté : {adjusted}. La clairance la plus basse décide."), language)
    return filters.spaced(
        words.format(
            real=filters.number(round(real, 1), language), adjusted=filters.number(round(adjusted, 1), language)
        ),
        language,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
