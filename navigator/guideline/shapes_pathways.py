"""The shape of pathways.yaml, as loader.py and read_pathways.py read it."""

from navigator.guideline.model import Line, NodeKind, Outcome
from navigator.guideline.read_pathways import ENDS, STAY_WHILE, URGENCIES
from navigator.guideline.shapes import Form, Key, Many, Shape, Where, Words
from navigator.guideline.shapes_shared import BOTH, GENERAL_STATEMENT, OWN_ID, SOURCES, STATEMENT
from navigator.language import _

_STAGE_ONLY = Where("kind", (NodeKind.STAGE,))

_HEAD = Shape(
    "guideline",
    _("L’en-tête du guide."),
    (
        Key("id", Form.ID, OWN_ID, "neuropathic-pain"),
        Key("version", Form.WORD, _("version du contenu"), "'2026.11'"),
        Key("released", Form.DAY, _("date de parution"), "2026-11-23"),
        Key("review_by", Form.DAY, _("date à laquelle tout le guide doit être relu"), "2028-11-23"),
        Key("title", Form.TEXT, _("titre du guide"), BOTH),
        Key("reading", Form.ID, _("lecture qui range les étapes par défaut"), "source-article"),
        Key(
            "default_order",
            Many(Form.ID),
            _("lectures qui parlent, dans cet ordre, là où la première se tait"),
            "[sfetd-2020, ean-2019-tn]",
        ),
        Key("changes", Many(Form.TEXT), _("ce que cette version change, montré au départ"), f"[{BOTH}]", needed=False),
    ),
)
_CLASS = Shape(
    "class",
    _("Une classe de médicaments ou une famille de techniques."),
    (
        Key("id", Form.ID, OWN_ID, "snri"),
        Key("name", Form.TEXT, _("nom de la classe"), "{fr: IRSNA, en: SNRI}"),
        Key(
            "antiepileptic",
            Form.FLAG,
            _("true : une éruption avec l’un interdit les autres de ce genre"),
            "true",
            needed=False,
        ),
        Key("counts_as", Form.ID, _("le facteur « pris » que ses médicaments signifient"), "opioid", needed=False),
    ),
)
_STAGE = Shape(
    "stage",
    _("Une étape du parcours, la même pour tous les types de douleur."),
    (
        Key("id", Form.ID, OWN_ID, "first-line"),
        Key("title", Form.TEXT, _("nom de l’étape"), "{fr: Première ligne, en: First line}"),
        Key("short", Form.TEXT, _("nom court"), "{fr: 1re ligne, en: 1st line}"),
        Key("when", Form.TEXT, _("à quel moment, en quelques mots"), BOTH),
        Key(
            "lines",
            Many(Words(tuple(Line))),
            _("lignes que l’étape reçoit, chacune une fois"),
            "[first-line]",
        ),
    ),
)
_PAIN_TYPE = Shape(
    "pain_type",
    _("Un type de douleur, par lequel un parcours commence."),
    (
        Key("id", Form.ID, OWN_ID, "diffuse"),
        Key("title", Form.TEXT, _("nom du type"), BOTH),
        Key("looks_like", Form.TEXT, _("à quoi il se reconnaît"), BOTH),
        Key("words", Form.TEXT, _("les mots du patient"), BOTH),
        Key("causes", Many(Form.TEXT), _("causes fréquentes"), "[{fr: Diabète, en: Diabetes}]"),
        Key("synonyms", Many(Form.WORD), _("autres mots pour la recherche"), "[brûlure, burning]", needed=False),
        Key("first", Form.ID, _("premier nœud du parcours"), "diffuse.first-line"),
    ),
)
_RED_FLAG = Shape(
    "red_flag",
    _("Un signe d’alerte, qui arrête le parcours."),
    (
        Key("id", Form.ID, OWN_ID, "cauda-equina"),
        Key("finding", Form.TEXT, _("ce qui est vu"), BOTH),
        Key("think", Form.TEXT, _("à quoi penser"), BOTH),
        Key("action", Form.TEXT, _("que faire"), BOTH),
        Key("urgency", Words(URGENCIES), _("délai"), "emergency"),
        SOURCES,
        Key("pain_type", Form.ID, _("type de douleur concerné ; sans la clé, tous"), "trigeminal", needed=False),
    ),
)
_EXIT = Shape(
    "exit",
    _("Où mène un résultat de l’essai."),
    (
        Key("outcome", Words(tuple(Outcome)), _("résultat de l’essai"), "no-relief"),
        Key("to", Form.ID, _("nœud suivant"), "diffuse.second-line"),
        Key(
            "stay_while",
            Words(STAY_WHILE),
            _("rester ici tant qu’une classe (ou une option) n’a pas été essayée"),
            "untried-class",
            needed=False,
        ),
        Key("label", Form.TEXT, _("autre nom de la sortie"), BOTH, needed=False),
    ),
)
_ANSWER = Shape(
    "answer",
    _("Une réponse à une question du parcours."),
    (
        Key("id", Form.ID, OWN_ID, "present"),
        Key("label", Form.TEXT, _("la réponse"), BOTH),
        Key("to", Form.ID, _("nœud suivant"), "urgent"),
    ),
)
_NODE = Shape(
    "node",
    _("Une page du parcours."),
    (
        Key("id", Form.ID, _("type de douleur, un point, étape ou fin"), "diffuse.first-line"),
        Key("kind", Words(tuple(NodeKind)), _("genre de page"), "stage"),
        Key("title", Form.TEXT, _("titre de la page"), BOTH),
        Key("aim", Form.TEXT, _("but de l’étape, en une phrase"), BOTH),
        Key(
            "pain_type",
            Form.ID,
            _("type de douleur ; obligatoire pour une étape"),
            "diffuse",
            needed=False,
            must=_STAGE_ONLY,
        ),
        Key("stage", Form.ID, _("étape, de la liste « stages »"), "first-line", only=_STAGE_ONLY),
        Key("end", Words(ENDS), _("genre de fin"), "maintain", only=Where("kind", (NodeKind.END,))),
        Key("statements", Many(STATEMENT), _("phrases de la page"), "[]", needed=False),
        Key(
            "exits",
            Many(_EXIT),
            _("où mène chaque résultat, une fois chacun"),
            "[{outcome: skip, to: diffuse.refer}]",
            only=_STAGE_ONLY,
        ),
        Key(
            "answers",
            Many(_ANSWER),
            _("réponses d’une question"),
            f"[{{id: absent, label: {BOTH}, to: start}}]",
            needed=False,
            must=Where("kind", (NodeKind.QUESTION,)),
        ),
    ),
)
_DISCREPANCY = Shape(
    "discrepancy",
    _("Un point où l’article et les preuves diffèrent."),
    (
        Key("id", Form.ID, OWN_ID, "d-01"),
        Key("article", Form.TEXT, _("ce que dit l’article"), BOTH),
        Key("evidence", Form.TEXT, _("ce que disent les preuves"), BOTH),
        Key("shown", Form.TEXT, _("ce que le guide montre"), BOTH),
        Key("shown_on", Many(Form.ID), _("pages où le point est montré"), "[pregabalin, diffuse.first-line]"),
        SOURCES,
    ),
)

PATHWAYS = Shape(
    "pathways",
    _("L’arbre : en-tête, classes, étapes, types de douleur, signes d’alerte, nœuds."),
    (
        Key("guideline", _HEAD, _("l’en-tête"), "{id: neuropathic-pain, …}"),
        Key("classes", Many(_CLASS), _("classes de traitements"), f"[{{id: snri, name: {BOTH}}}]"),
        Key("stages", Many(_STAGE), _("étapes, dans l’ordre"), "[{id: first-line, …}]"),
        Key("pain_types", Many(_PAIN_TYPE), _("types de douleur, dans l’ordre"), "[{id: diffuse, …}]"),
        Key("red_flags", Many(_RED_FLAG), _("signes d’alerte"), "[{id: cauda-equina, …}]"),
        Key("statements", Many(GENERAL_STATEMENT), _("phrases générales"), "[{id: trial.length, …}]", needed=False),
        Key("nodes", Many(_NODE), _("pages du parcours"), "[{id: start, kind: start, …}]"),
        Key("discrepancies", Many(_DISCREPANCY), _("écarts entre article et preuves"), "[{id: d-01, …}]", needed=False),
        Key(
            "treatments",
            Many(Form.ID),
            _("ordre des traitements ; chaque fichier de treatments/ y figure"),
            "[pregabalin, gabapentin]",
            needed=False,
        ),
    ),
)
