"""JSON Schema (draft 2020-12) of each kind of content file, for the editors of authors.

Knows JSON Schema. Made from the shapes, which say the same as the loader reads; what a schema cannot say (that an id
exists, that doses are in order) is left to `navigator check`. Stricter in one thing: a number is not in quotes.
"""

from collections.abc import Mapping

from navigator.guideline.shapes import Either, FileKind, Form, Key, Many, Open, Shape, Value, Where, Words, shapes_of
from navigator.language import Language, Sentence, _

Schema = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN_NUMBER = r"(0|[1-9][0-9]{0,8})(\.[0-9]{0,8}[1-9])?"
_ID = "[a-z0-9][a-z0-9+._-]{0,99}"
_FORMS: Mapping[Form, Schema] = {
    Form.WORD: {"type": ["string", "number"], "pattern": r"\S"},
    Form.ID: {"type": ["string", "number"], "pattern": f"^{_ID}$"},
    Form.CITATION: {"type": ["string", "number"], "pattern": f"^{_ID}(#.*)?$"},
    Form.NUMBER: {"type": "number", "minimum": 0},
    Form.WHOLE: {"type": "integer", "minimum": 0},
    Form.RANGE: {"type": ["number", "string"], "minimum": 0, "pattern": f"^{_PLAIN_NUMBER}-{_PLAIN_NUMBER}$"},
    Form.FLAG: {"type": "boolean"},
    Form.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Form.CONDITION: {"type": "string", "pattern": r"\S", "maxLength": 500},
    Form.ANSWER: {"type": ["string", "number", "boolean"], "pattern": r"\S"},
    Form.TEXT: {
        "type": "object",
        "properties": {language: {"type": ["string", "number"], "pattern": r"\S"} for language in ("fr", "en")},
        "required": ["fr", "en"],
        "additionalProperties": False,
    },
}
_FORM_SAYS: Mapping[Form, str] = {
    Form.WORD: _("un mot ou quelques mots"),
    Form.ID: _("un identifiant : minuscules, chiffres et tirets"),
    Form.CITATION: _("l’identifiant d’une source, avec l’endroit après « # » : v15#4.2"),
    Form.NUMBER: _("un nombre avec un point décimal, sans zéro final : 12.5"),
    Form.WHOLE: _("un nombre entier"),
    Form.RANGE: _("un nombre, ou deux joints par un tiret : 7-14"),
    Form.FLAG: _("true ou false"),
    Form.DAY: _("une date : 2026-11-23"),
    Form.CONDITION: _("une condition sur les facteurs : crcl < 30 and not dialysis"),
    Form.ANSWER: _("yes, no, un nombre ou un choix"),
    Form.TEXT: _("un texte dans les deux langues : {{fr: …, en: …}}"),
}


def form_said(form: Form, language: Language) -> str:
    """How a value of this form is written, in words."""
    return Sentence(_FORM_SAYS[form]).in_(language)


def schema_of(kind: FileKind, language: Language) -> Schema:
    """The whole schema of one kind of file, its descriptions in `language`."""
    root = _block(kind.root, language)
    inner = [shape for shape in shapes_of(kind.root) if shape is not kind.root]
    blocks = {shape.name: _block(shape, language) for shape in inner}
    forms = {form.value: {"description": form_said(form, language), **_FORMS[form]} for form in Form}
    if clash := set(blocks) & set(forms):
        raise ValueError(f"named like a form: {clash}")
    return {"$schema": DRAFT, "title": f"Navigateur: {kind.files}", **root, "$defs": {**blocks, **forms}}


def _block(shape: Shape, language: Language) -> Schema:
    needed = [key.name for key in shape.keys if key.needed and key.only is None]
    depending = [clause for key in shape.keys for clause in _clauses(key)]
    block: Schema = {
        "description": Sentence(shape.says).in_(language),
        "type": "object",
        "properties": {key.name: _key(key, language) for key in shape.keys},
        "required": needed,
        "additionalProperties": False,
    }
    return {**block, "allOf": depending} if depending else block


def _key(key: Key, language: Language) -> Schema:
    return {"description": Sentence(key.says).in_(language), **_value(key.value)}


def _clauses(key: Key) -> list[Schema]:
    """What the presence of a key has to do with another key of its block."""
    clauses = []
    if key.must is not None:
        clauses.append({"if": _where(key.must), "then": {"required": [key.name]}})
    if key.only is not None:
        there: Schema = {"then": {"required": [key.name]}} if key.needed else {}
        clauses.append({"if": _where(key.only), **there, "else": {"properties": {key.name: False}}})
    return clauses


def _where(where: Where) -> Schema:
    return {"properties": {where.key: {"enum": list(where.words)}}, "required": [where.key]}


def _value(value: Value) -> Schema:
    match value:
        case Shape(name):
            return {"$ref": f"#/$defs/{name}"}
        case Words(words):
            return {"enum": [int(word) if word.isdigit() else word for word in words]}
        case Many(of, least):
            return {"type": "array", "items": _value(of), **({"minItems": least} if least else {})}
        case Open(of):
            return {"type": "object", "propertyNames": {"pattern": f"^{_ID}$"}, "additionalProperties": _value(of)}
        case Either(values):
            return {"anyOf": [_value(one) for one in values]}
        case Form():
            return {"$ref": f"#/$defs/{value.value}"}
