"""The card of a stage where every option is set aside: what blocks, what to change first, what remains elsewhere.

Knows the ranked options and what counsel says of them. Decides nothing.
"""

from collections.abc import Mapping

from navigator.consultation import walk as walking
from navigator.consultation.assessment import Status
from navigator.consultation.counsel import advice, taken_together
from navigator.consultation.patient import Patient
from navigator.consultation.placement import Option, options
from navigator.guideline.conditions import Value
from navigator.guideline.model import FactorKind, Guideline, Node, NodeKind, Remedy
from navigator.language import Language, _
from navigator.pages import cards, filters, scene
from navigator.pages.filters import tr

_STEPS, _OF_A_STAGE = 3, 2


def blocked_card(
    guideline: Guideline,
    node: Node,
    patient: Patient,
    reading: str,
    more: dict[str, Value],
    ranked: tuple[Option, ...],
    language: Language,
) -> scene.Blocked:
    """What is said where all of `ranked` is set aside at `node`."""
    changes = walking.what_to_change(guideline, ranked)[:_STEPS]
    names = cards.factor_names(guideline, language)
    factors = tuple(dict.fromkeys(f for changed, _freed in changes for f in changed))
    left = remains(guideline, node, patient, reading, more, language)
    return scene.Blocked(
        title=tr(_("Aucune option de cette étape ne convient aujourd’hui"), language),
        because=" ".join(
            (
                _because(ranked, tuple(names[f] for f in factors), language),
                *together(guideline, ranked[0].assessment.facts, language),
            )
        ),
        steps_title=tr(_("À changer d’abord"), language) if changes else "",
        steps=tuple(_step(guideline, ranked, changed, freed, language) for changed, freed in changes),
        remains_title=tr(_("Sans rien changer, non écarté aux étapes suivantes"), language) if left else "",
        remains=left,
        refer=_refer(guideline, language),
        moves=(
            scene.Move("skip", tr(_("Voir l’étape suivante"), language), primary=True),
            scene.Move("refer", tr(_("Adresser"), language)),
        ),
    )


def together(guideline: Guideline, facts: Mapping[str, Value], language: Language) -> tuple[str, ...]:
    """`Déjà pris, à revoir : tramadol (un ISRS est pris…).`: what is to be reviewed whatever is chosen here."""
    return tuple(
        tr(
            _("Déjà pris, à revoir : {name} ({why})."),
            language,
            name=filters.told(treatment.name, language).lower(),
            why=cards.inside(filters.told(reason.because, language).rstrip(".")),
        )
        for treatment, reason in taken_together(guideline, facts)
    )


def _because(ranked: tuple[Option, ...], names: tuple[str, ...], language: Language) -> str:
    if names:
        return tr(_("Ce qui bloque : {what}."), language, what=filters.listed(list(names), language))
    return filters.told(ranked[0].assessment.reasons[0].because, language)


def _step(
    guideline: Guideline,
    ranked: tuple[Option, ...],
    factors: tuple[str, ...],
    freed: tuple[str, ...],
    language: Language,
) -> scene.ChangeStep:
    first = next(o.assessment for o in ranked if o.assessment.treatment.id == freed[0])
    found = advice(guideline, first, factors, freed)
    return scene.ChangeStep(
        what=what_to_do(guideline, factors, language),
        advice=filters.told(found, language) if found else "",
        frees_label=tr(_("Rendrait possible :"), language),
        frees=tuple(scene.Option(t, filters.told(guideline.treatments[t].name, language)) for t in freed),
    )


def what_to_do(guideline: Guideline, factors: tuple[str, ...], language: Language) -> str:
    """`Revoir tramadol avec le prescripteur…`; treating and testing are said apart."""
    names = cards.factor_names(guideline, language)
    taken, treated, corrected, tested = [], [], [], []
    for id_ in factors:
        factor = guideline.factors[id_]
        if factor.kind is FactorKind.TAKING:
            taken.append(names[id_])
        elif factor.treatable is not None and factor.treatable.how is Remedy.TEST:
            tested.append(names[id_])
        elif factor.kind is FactorKind.NUMBER:
            corrected.append(names[id_])
        else:
            treated.append(names[id_])
    said = (
        (_("Revoir {what} avec le prescripteur : décroissance ou remplacement."), taken),
        (_("Traiter d’abord : {what}."), treated),
        (_("Corriger d’abord : {what}."), corrected),
        (_("Tester d’abord : {what}."), tested),
    )
    return " ".join(tr(message, language, what=filters.listed(list(what), language)) for message, what in said if what)


def remains(
    guideline: Guideline, node: Node, patient: Patient, reading: str, more: dict[str, Value], language: Language
) -> tuple[scene.Option, ...]:
    """The first options of each later stage that nothing blocks, those that nothing is missing for first."""
    stages = list(guideline.stages)
    found: dict[str, scene.Option] = {}
    for stage in stages[stages.index(node.stage) + 1 :]:
        other = guideline.nodes.get(f"{node.pain_type}.{stage}")
        if other is None or other.kind is not NodeKind.STAGE:
            continue
        short = filters.told(guideline.stages[stage].short, language)
        seen = (o.assessment for o in options(guideline, other.id, patient, reading, more, ""))
        free = [a for a in seen if not a.blocked and not a.treatment.members and a.treatment.id not in found]
        free.sort(key=lambda a: a.status is Status.MISSING)
        for assessment in free[:_OF_A_STAGE]:
            name = filters.told(assessment.treatment.name, language).partition(" (")[0]
            label = tr("{name} · {stage}", language, name=name, stage=short)
            found[assessment.treatment.id] = scene.Option(assessment.treatment.id, label)
    return tuple(found.values())


def _refer(guideline: Guideline, language: Language) -> str:
    statement = guideline.statements.get("refer.sdc")
    return filters.told(statement.text, language) if statement else ""
