"""Reads what may be asked about a patient: factors, their groups, and what one answer implies.

Knows the shape of factors.yaml. Knows no patient.
"""

from navigator.guideline.conditions import Value
from navigator.guideline.desk import Desk
from navigator.guideline.fields import Fields
from navigator.guideline.model import Choice, Factor, FactorGroup, FactorKind, Implication, Remedy, Treatable
from navigator.guideline.source import Element
from navigator.guideline.values import read_word_among
from navigator.language import Sentence, _


def read_group(element: Element, desk: Desk) -> FactorGroup:
    """Factors asked together."""
    fields = Fields(element, desk)
    group = FactorGroup(fields.id(), fields.text("title"), fields.flag("closable"))
    fields.close()
    return group


def read_factor(element: Element, desk: Desk) -> Factor:
    """A fact about the patient that rules may ask for."""
    fields = Fields(element, desk)
    kind = fields.one_of("kind", FactorKind)
    number, choice = kind is FactorKind.NUMBER, kind is FactorKind.CHOICE
    factor = Factor(
        id=fields.id(),
        kind=kind,
        label=fields.text("label"),
        group=fields.reference("group", "group"),
        place=fields.place,
        short=fields.maybe_text("short"),
        help=fields.maybe_text("help"),
        unit=fields.text("unit") if number else fields.maybe_text("unit"),
        minimum=fields.decimal("minimum") if number else None,
        maximum=fields.decimal("maximum") if number else None,
        decimals=fields.whole("decimals", default=0) if number else 0,
        choices=tuple(fields.by_id("choices", read_choice).values()) if choice else (),
        ordered=fields.flag("ordered") if choice else False,
        none=fields.id("none", required=False) if choice else "",
        names=() if number else fields.words("names"),
        treatable=_read_treatable(fields, kind) if kind is not FactorKind.TAKING else None,
    )
    fields.close()
    _refuse_impossible(factor, fields)
    return factor


def _read_treatable(fields: Fields, kind: FactorKind) -> Treatable | None:
    block = fields.block("treatable", required=False)
    if block is None:
        return None
    how = block.one_of("how", Remedy)
    answer: Value
    if kind is FactorKind.NUMBER:
        answer = block.decimal("answer")
    elif kind is FactorKind.CHOICE:
        answer = block.id("answer")
    else:
        answer = block.word_among("answer", ("yes", "no")) == "yes"
    block.close()
    return Treatable(how, answer)


def _refuse_impossible(factor: Factor, fields: Fields) -> None:
    if factor.minimum is not None and factor.maximum is not None and factor.minimum >= factor.maximum:
        sentence = _("le minimum est sous le maximum ; corrigez l’un des deux")
        fields.desk.note(fields.place_of("minimum"), "range", Sentence(sentence))
    if factor.none and factor.none not in {choice.id for choice in factor.choices}:
        sentence = _("« {word} » n’est pas un des choix ; « none » nomme la réponse de « rien d’autre »")
        fields.desk.note(fields.place_of("none"), "choice", Sentence(sentence, word=factor.none))
    answer = factor.treatable.answer if factor.treatable is not None else None
    if isinstance(answer, str) and answer not in {choice.id for choice in factor.choices}:
        sentence = _("« {word} » n’est pas un des choix ; « treatable » nomme la réponse une fois le soin fait")
        fields.desk.note(fields.place_of("treatable"), "choice", Sentence(sentence, word=answer))


def read_choice(element: Element, desk: Desk) -> Choice:
    """One answer of a choice factor."""
    fields = Fields(element, desk)
    choice = Choice(fields.id(), fields.text("label"))
    fields.close()
    return choice


def read_implication(element: Element, desk: Desk) -> Implication:
    """What a certain answer says of other factors."""
    fields = Fields(element, desk)
    then = fields.block("then")
    implication = Implication(
        when=fields.condition("when"),
        then=() if then is None else _read_then(then),
        because=fields.text("because"),
    )
    fields.close()
    return implication


def _read_then(fields: Fields) -> tuple[tuple[str, str], ...]:
    vocabulary = fields.desk.vocabulary
    found = []
    for name in fields.names():
        element = fields.take(name)
        fields.desk.refer("factor", name, fields.place_of_key(name))
        if element is None or name not in vocabulary:
            continue
        choices = [choice.id for choice in vocabulary[name].choices]
        found.append((name, read_word_among(element, choices or ("yes", "no"), fields.desk)))
    return tuple(found)
