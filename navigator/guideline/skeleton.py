"""The skeleton of a new content file: every key with a comment that says what goes there, and nothing filled in.

Knows the shapes and how YAML is laid out. Every value is empty, so that `navigator check` asks for each: a plausible
filler would be taken for a fact.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from navigator.guideline.shapes import Either, Form, Key, Many, Open, Shape, Value, Where, Words
from navigator.guideline.shapes_shared import STATEMENT
from navigator.language import Language, Sentence, _

_WIDTH = 110
_EMPTY = "''"


def skeleton(shape: Shape, known: dict[str, str], language: Language) -> str:
    """The text of a file of this shape; `known` are the values that are already sure, by key."""
    lines = _comment(Sentence(_HEAD).in_(language), "")
    for key in shape.keys:
        lines += ["", *_key_lines(key, "", known.get(key.name, ""), language)]
    return "\n".join(lines) + "\n"


_HEAD = _(
    "Remplissez chaque valeur, retirez les clés facultatives inutiles, puis « navigator check » : il dit ce qui manque."
)


def _key_lines(key: Key, indent: str, known: str, language: Language, dash: str = "") -> list[str]:
    comment = _comment(" — ".join(_said(key, language)), indent)
    if known:
        return [*comment, f"{indent}{dash}{key.name}: {known}"]
    return [*comment, *_value_lines(key.value, f"{indent}{dash}{key.name}:", indent + " " * len(dash), language)]


def _said(key: Key, language: Language) -> Iterator[str]:
    """What the comment of a key says: its meaning, whether it is needed, its words or an example."""
    yield Sentence(key.says).in_(language)
    if key.must is not None:
        yield _depends(_("obligatoire si {key} est {words}, sinon facultatif"), key.must, language)
    elif not key.needed:
        yield Sentence(_("facultatif")).in_(language)
    words = _words(key.value)
    if words:
        yield " | ".join(words)
    elif isinstance(key.value, Form) and key.value is not Form.TEXT:
        yield Sentence(_("exemple : {example}"), example=key.example).in_(language)


def _depends(sentence: str, where: Where, language: Language) -> str:
    return Sentence(sentence, key=where.key, words=", ".join(where.words)).in_(language)


def _words(value: Value) -> tuple[str, ...]:
    match value:
        case Words(words):
            return words
        case Many(of):
            return _words(of)
    return ()


def _value_lines(value: Value, before: str, indent: str, language: Language) -> list[str]:
    """The lines of an empty value after `before`, which holds the key."""
    if isinstance(value, Either):
        return _value_lines(value.values[0], before, indent, language)
    deeper = f"{indent}  "
    if value is Form.TEXT:
        return [before, f"{deeper}fr: {_EMPTY}", f"{deeper}en: {_EMPTY}"]
    lines: list[str] = []
    if isinstance(value, Shape):
        lines = _block_lines(value.keys, deeper, language)
    elif isinstance(value, Many) and isinstance(value.of, Shape) and value.of is not STATEMENT:
        lines = _block_lines(value.of.keys, deeper, language, dash="- ")
    return [before, *lines] if lines else [f"{before} {_short(value)}"]


def _block_lines(keys: Sequence[Key], indent: str, language: Language, dash: str = "") -> list[str]:
    first, *others = keys
    deeper = indent + " " * len(dash)
    return _key_lines(first, indent, "", language, dash) + [
        line for key in others for line in _key_lines(key, deeper, "", language)
    ]


def _short(value: Value) -> str:
    """An empty value on the line of its key."""
    match value:
        case Many(Form.CITATION) | Many(Shape()):
            return "[]"
        case Many():
            return f"[{_EMPTY}]"
        case Open():
            return "{}"
    return _EMPTY


def _comment(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False)]
