"""The shape of sources, background, scores, glossary, codes and interactions.

As read_library.py and read_interactions.py read them.
"""

from navigator.guideline.model import Level
from navigator.guideline.read_library import KINDS
from navigator.guideline.shapes import Form, Key, Many, Shape, Words
from navigator.guideline.shapes_shared import BOTH, OWN_ID, PLACEMENTS, SOURCES, STANDINGS, STATEMENT, SUMMARY
from navigator.language import _

_STATEMENTS = Key("statements", Many(STATEMENT), _("phrases de la page"), "[]")

_SOURCE = Shape(
    "source",
    _("Un document d’où viennent des faits."),
    (
        Key("id", Form.ID, OWN_ID, "v106"),
        Key("title", Form.TEXT, _("titre complet du document"), BOTH),
        Key("short", Form.TEXT, _("nom court, affiché après la phrase"), BOTH),
        Key("kind", Words(KINDS), _("genre de document"), "label"),
        Key("status", STANDINGS, _("jusqu’où il a été lu"), "read"),
        Key("year", Form.WORD, _("année"), "'2024'", needed=False),
        Key("address", Form.WORD, _("adresse ou DOI"), "'…'", needed=False),
        Key("note", Form.TEXT, _("ce qui en a été lu"), BOTH, needed=False),
        Key("reading", Form.FLAG, _("true : peut ranger les traitements par lignes"), "true", needed=False),
        Key(
            "parts",
            Many(Form.WORD),
            _("rubriques ou titres du document ; chaque citation en nomme alors un : « l24#4.5 »"),
            "['4.2', '4.3']",
            needed=False,
        ),
    ),
)
SOURCES_FILE = Shape(
    "sources",
    _("Les documents cités."),
    (Key("sources", Many(_SOURCE), _("les documents"), "[{id: v106, …}]"),),
)

_PAGE = Shape(
    "background_page",
    _("Un mécanisme ou une autre page à lire."),
    (
        Key("id", Form.ID, OWN_ID, "sodium-channels"),
        Key("title", Form.TEXT, _("titre de la page"), BOTH),
        _STATEMENTS,
    ),
)
BACKGROUND = Shape(
    "background",
    _("Les mécanismes et les pages à lire."),
    (Key("background", Many(_PAGE), _("les pages"), "[{id: sodium-channels, …}]"),),
)

_ITEM = Shape(
    "score_item",
    _("Une question du score, qui vaut un point."),
    (
        Key("id", Form.ID, OWN_ID, "burning"),
        Key("part", Form.TEXT, _("partie du score"), "{fr: Interrogatoire, en: Interview}"),
        Key("text", Form.TEXT, _("la question"), BOTH),
    ),
)
_SCORE = Shape(
    "score",
    _("Un score de questions oui ou non."),
    (
        Key("id", Form.ID, OWN_ID, "dn4"),
        Key("title", Form.TEXT, _("nom du score"), BOTH),
        Key("items", Many(_ITEM), _("les questions, dans l’ordre"), "[{id: burning, …}]"),
        Key("cutoff", Form.WHOLE, _("points à partir desquels le score est positif"), "4"),
        Key("positive", Form.TEXT, _("ce que dit un score positif"), BOTH),
        Key("negative", Form.TEXT, _("ce que dit un score négatif"), BOTH),
        _STATEMENTS,
    ),
)
SCORES = Shape(
    "scores",
    _("Les scores cliniques."),
    (Key("scores", Many(_SCORE), _("les scores"), "[{id: dn4, …}]"),),
)

_TERM = Shape(
    "term",
    _("Un mot expliqué."),
    (
        Key("id", Form.ID, OWN_ID, "allodynia"),
        Key("word", Form.TEXT, _("le mot"), "{fr: Allodynie, en: Allodynia}"),
        Key("meaning", Form.TEXT, _("ce qu’il veut dire, simplement"), BOTH),
    ),
)
GLOSSARY = Shape(
    "glossary",
    _("Les mots du guide, expliqués."),
    (Key("glossary", Many(_TERM), _("les mots"), "[{id: allodynia, …}]"),),
)

CODES = Shape(
    "codes",
    _("Les numéros du code de reprise : on ajoute à la fin, on ne déplace et ne retire jamais rien."),
    tuple(
        Key(kind, Many(Form.WORD), says, example)
        for kind, says, example in (
            ("factors", _("facteurs du patient"), "[age, sex]"),
            ("groups", _("groupes de facteurs"), "[measures]"),
            ("choices", _("réponses à choix"), "[female, male]"),
            ("pain_types", _("types de douleur"), "[diffuse]"),
            ("nodes", _("étapes du parcours"), "[start]"),
            ("moves", _("réponses des étapes"), "[skip]"),
            ("treatments", _("traitements et associations"), "[pregabalin]"),
            ("readings", _("recommandations qui rangent les étapes"), "[source-article]"),
            ("findings", _("items des scores et signes d’alerte"), "[dn4.burning]"),
        )
    ),
)

_PAIR = Shape(
    "pair",
    _("Comment deux traitements vont ensemble, quel que soit le premier nommé."),
    (
        Key("between", Many(Form.ID), _("chacun de ceux-ci…"), "[pregabalin, gabapentin]"),
        Key("and", Many(Form.ID), _("… avec chacun de ceux-là"), "[tramadol, morphine]"),
        Key("level", Words(tuple(Level)), _("comment ils vont ensemble"), "caution"),
        Key("because", Form.TEXT, _("pourquoi, en une phrase"), BOTH),
        SOURCES,
    ),
)
_COMBINATION = Shape(
    "combination",
    _("Deux médicaments proposés ensemble."),
    (
        Key("members", Many(Form.ID, least=2), _("deux, dans l’ordre de « treatments »"), "[gabapentin, duloxetine]"),
        SUMMARY,
        PLACEMENTS,
        Key("statements", Many(STATEMENT), _("doses des essais, pour qui pas"), "[]", needed=False),
    ),
)
INTERACTIONS = Shape(
    "interactions",
    _("Les paires et les associations."),
    (
        Key("pairs", Many(_PAIR), _("les paires"), "[{between: [pregabalin], and: [gabapentin], …}]"),
        Key("combinations", Many(_COMBINATION), _("les associations proposées"), "[{members: [a, b], …}]"),
    ),
)
