"""The shape of what several kinds of file are made of: statements, sections, placements.

Described as read_statements.py reads them.
"""

from dataclasses import replace

from navigator.guideline.model import Line, Standing, Topic
from navigator.guideline.shapes import Either, Form, Key, Many, Shape, Words
from navigator.language import _

BOTH = "{fr: …, en: …}"
OWN_ID = _("son nom, qui ne change plus une fois publié")

SOURCES = Key(
    "sources",
    Many(Form.CITATION, least=1),
    _("ce qui soutient la phrase : identifiants de sources.yaml, avec l’endroit après « # » s’il est connu"),
    "[v106, 'v15#4.2']",
)
STANDINGS = Words(tuple(Standing))


def statement(*, named: bool, more: tuple[Key, ...] = ()) -> Shape:
    """The shape of a statement; a general one has an id, by which pages quote it."""
    return Shape(
        "general_statement" if named else "statement",
        _("Une phrase générale, citée par son identifiant.") if named else _("Une phrase avec ses sources."),
        (
            Key("text", Form.TEXT, _("la phrase, dans les deux langues"), BOTH),
            SOURCES,
            Key("id", Form.ID, _("nom par lequel une page la cite"), "trial.length", needed=named),
            Key(
                "status",
                STANDINGS,
                _("à écrire seulement si la phrase est incertaine ; sinon, déduit des sources"),
                "unsure",
                needed=False,
            ),
            Key("review_by", Form.DAY, _("date à laquelle la phrase doit être relue"), "2028-11-23", needed=False),
            *more,
        ),
    )


STATEMENT = statement(named=False)
GENERAL_STATEMENT = statement(named=True)

_TOPIC = Key(
    "topic",
    Words(tuple(Topic)),
    _("question du patient sous laquelle la fiche le dit ; « contraception » : à qui peut être enceinte"),
    "call",
)
_ADVICE = replace(
    statement(named=False, more=(_TOPIC,)), name="advice", says=_("Une phrase dite au patient, avec ses sources.")
)

NOT_APPLICABLE = Shape(
    "not_applicable",
    _("La raison pour laquelle une partie n’a rien à dire."),
    (
        Key(
            "not_applicable",
            Form.TEXT,
            _("pourquoi la partie est sans objet, dans les deux langues"),
            "{fr: Sans objet., en: Not applicable.}",
        ),
    ),
)
SECTION = Either((Many(STATEMENT, least=1), NOT_APPLICABLE))
ADVICE = Either((Many(_ADVICE, least=1), NOT_APPLICABLE))

PLACEMENT = Shape(
    "placement",
    _("La ligne qu’une lecture donne au traitement dans un type de douleur."),
    (
        Key("pain_type", Form.ID, _("type de douleur de pathways.yaml"), "diffuse"),
        Key("source", Form.ID, _("lecture qui parle : une source avec « reading: true »"), "sfetd-2020"),
        Key("line", Words(tuple(Line)), _("ligne que cette lecture lui donne"), "first-line"),
        Key("note", Form.TEXT, _("précision affichée à côté de la ligne"), BOTH, needed=False),
    ),
)
PLACEMENTS = Key(
    "placements",
    Many(PLACEMENT),
    _("une entrée par lecture et par type de douleur ; seulement ce que la source dit"),
    "[{pain_type: diffuse, source: sfetd-2020, line: first-line}]",
)
SUMMARY = Key("summary", STATEMENT, _("une phrase : ce que c’est, et pour qui"), f"{{text: {BOTH}, sources: [v106]}}")
