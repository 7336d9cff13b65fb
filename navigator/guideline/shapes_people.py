"""The shape of factors.yaml and cases/*.yaml, as read_people.py and read_cases.py read them."""

from navigator.guideline.model import FactorKind, Remedy
from navigator.guideline.read_cases import STATUSES
from navigator.guideline.shapes import Either, Form, Key, Many, Open, Shape, Where, Words
from navigator.guideline.shapes_shared import BOTH, OWN_ID
from navigator.guideline.shapes_treatment import STEP
from navigator.language import _

_NUMBER_ONLY = Where("kind", (FactorKind.NUMBER,))
_CHOICE_ONLY = Where("kind", (FactorKind.CHOICE,))
_NAMED = Where("kind", (FactorKind.CHOICE, FactorKind.YES_NO, FactorKind.TAKING))
_STATE = Where("kind", (FactorKind.NUMBER, FactorKind.CHOICE, FactorKind.YES_NO))

_GROUP = Shape(
    "group",
    _("Des facteurs demandés ensemble."),
    (
        Key("id", Form.ID, OWN_ID, "heart"),
        Key("title", Form.TEXT, _("titre du groupe"), BOTH),
        Key(
            "closable",
            Form.FLAG,
            _("true : une touche répond « rien d’autre » à tout ce qui reste"),
            "true",
            needed=False,
        ),
    ),
)
_CHOICE = Shape(
    "choice",
    _("Une réponse possible."),
    (
        Key("id", Form.ID, OWN_ID, "mild"),
        Key("label", Form.TEXT, _("la réponse affichée"), "{fr: Légère, en: Mild}"),
    ),
)
_TREATABLE = Shape(
    "treatable",
    _("Ce qu’un soin ou un test peut changer ; sert à dire « à changer d’abord » quand tout est écarté."),
    (
        Key("how", Words(tuple(Remedy)), _("treat : un soin ; test : un examen à faire"), "treat"),
        Key("answer", Form.ANSWER, _("la réponse une fois que c’est fait"), "no"),
    ),
)
_FACTOR = Shape(
    "factor",
    _("Un fait du patient qu’une règle peut demander."),
    (
        Key("id", Form.ID, _("nom du facteur dans les conditions et sur la ligne de commande"), "hepatic"),
        Key("kind", Words(tuple(FactorKind)), _("comment il se répond"), "choice"),
        Key("label", Form.TEXT, _("nom affiché"), BOTH),
        Key("group", Form.ID, _("groupe où il est demandé"), "organs"),
        Key("short", Form.TEXT, _("nom court"), BOTH, needed=False),
        Key("help", Form.TEXT, _("aide sous le champ"), BOTH, needed=False),
        Key(
            "unit",
            Form.TEXT,
            _("unité ; obligatoire pour un nombre"),
            "{fr: ans, en: years}",
            needed=False,
            must=_NUMBER_ONLY,
        ),
        Key("minimum", Form.NUMBER, _("plus petite valeur acceptée"), "18", only=_NUMBER_ONLY),
        Key("maximum", Form.NUMBER, _("plus grande valeur acceptée"), "110", only=_NUMBER_ONLY),
        Key("decimals", Form.WHOLE, _("chiffres après la virgule"), "0", needed=False, only=_NUMBER_ONLY),
        Key("choices", Many(_CHOICE), _("les réponses, de la plus légère à la plus grave"), "[…]", only=_CHOICE_ONLY),
        Key(
            "ordered",
            Form.FLAG,
            _("true : les réponses se comparent avec < et >="),
            "true",
            needed=False,
            only=_CHOICE_ONLY,
        ),
        Key("none", Form.ID, _("réponse donnée par « rien d’autre »"), "none", needed=False, only=_CHOICE_ONLY),
        Key(
            "names",
            Many(Form.WORD),
            _("autres noms sous lesquels il se saisit : DCI de la classe, mots courants"),
            "[fluoxétine, fluoxetine]",
            needed=False,
            only=_NAMED,
        ),
        Key(
            "treatable",
            _TREATABLE,
            _("ce qu’un soin ou un test peut changer"),
            "{how: treat, answer: no}",
            needed=False,
            only=_STATE,
        ),
    ),
)
_IMPLICATION = Shape(
    "implication",
    _("Ce qu’une réponse certaine dit d’autres facteurs."),
    (
        Key("when", Form.CONDITION, _("condition sur les facteurs"), "sex == male"),
        Key("then", Open(Form.ANSWER), _("facteur: yes, no ou un choix"), "{pregnant: no}"),
        Key("because", Form.TEXT, _("pourquoi, en une phrase"), BOTH),
    ),
)

FACTORS = Shape(
    "factors",
    _("Les faits que les règles peuvent demander sur le patient."),
    (
        Key("groups", Many(_GROUP), _("groupes, dans l’ordre"), f"[{{id: heart, title: {BOTH}}}]"),
        Key("factors", Many(_FACTOR), _("facteurs, dans l’ordre"), "[{id: age, kind: number, …}]"),
        Key("implications", Many(_IMPLICATION), _("ce qu’une réponse entraîne ; une réponse donnée l’emporte"), "[]"),
    ),
)

_DOSE = Shape(
    "expected_dose",
    _("La dose attendue pour le premier traitement de « expect » ; ce qui n’est pas nommé n’est pas comparé."),
    (
        Key("start_mg", Form.RANGE, _("dose de départ attendue, par jour"), "300", needed=False),
        Key("start_interval_days", Form.WHOLE, _("jours entre deux doses de départ"), "2", needed=False),
        Key("target_mg", Form.RANGE, _("dose visée attendue, par jour"), "900-1800", needed=False),
        Key("max_mg", Form.NUMBER, _("maximum attendu, par jour"), "3600", needed=False),
        Key("steps", Many(STEP), _("paliers attendus"), "[{after_days: 3-7, add_mg: 300}]", needed=False),
        Key("takes_a_day", Form.WHOLE, _("nombre de prises par jour"), "3", needed=False),
        Key("judge_after_weeks", Form.NUMBER, _("semaines avant de juger"), "6", needed=False),
        Key("taper_mg", Form.NUMBER, _("mg retirés à chaque pas de l’arrêt"), "300", needed=False),
        Key("taper_every_days", Form.WHOLE, _("jours entre deux pas de l’arrêt"), "7", needed=False),
        Key("strengths_mg", Many(Form.NUMBER), _("dosages attendus"), "[100, 300]", needed=False),
        Key("liquid_mg", Form.NUMBER, _("mg attendus dans une unité liquide"), "1", needed=False),
    ),
)
_CASE = Shape(
    "case",
    _("Un patient à une étape, et ce qui doit en sortir."),
    (
        Key("id", Form.ID, OWN_ID, "duloxetine-renal-failure"),
        Key(
            "patient",
            Open(Either((Form.ANSWER, Many(Form.WORD)))),
            _("faits, comme sur la ligne de commande ; « others: no » ferme le reste"),
            "{age: 78, crcl: 25, taking: 'maoi,none', others: no}",
        ),
        Key("node", Form.ID, _("étape où le patient se trouve"), "diffuse.first-line"),
        Key("expect", Open(Words(STATUSES)), _("traitement: statut attendu"), "{duloxetine: contraindicated}"),
        Key(
            "because",
            Form.ID,
            _("règle qui doit s’appliquer au premier traitement de « expect »"),
            "duloxetine.renal",
            needed=False,
        ),
        Key("absent", Many(Form.ID), _("règles qui ne doivent pas s’appliquer"), "[duloxetine.hepatic]", needed=False),
        Key(
            "dose",
            Either((_DOSE, Words(("none",)))),
            _("dose attendue pour le premier traitement ; « none » : aucun schéma ne s’applique"),
            "{start_mg: 300, max_mg: 3600}",
            needed=False,
        ),
        Key("reading", Form.ID, _("lecture à suivre ; sans la clé, celle du guide"), "sfetd-2020", needed=False),
    ),
)

CASES = Shape(
    "cases",
    _("Des cas cliniques, joués à chaque vérification."),
    (Key("cases", Many(_CASE), _("les cas"), "[{id: duloxetine-renal-failure, …}]"),),
)
