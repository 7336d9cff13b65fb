"""Writes the parts of the authors' guides that follow from the code: every key, and every problem code with a mistake
that provokes it and the very words of `navigator check`.

Each part stands between two marks in docs/content-guide.md (English) and docs/guide-contenu.md (French); the rest of
both is written by hand. Every mistake is planted in the small content of the tests and must provoke its code.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from problem_examples import ABSENT, EXAMPLES, FOLDER, NO_CONTENT, Example  # noqa: E402

from navigator.consultation.sweep.pairs import check_pairs  # noqa: E402
from navigator.guideline.file_kinds import FILE_KINDS  # noqa: E402
from navigator.guideline.schema import form_said  # noqa: E402
from navigator.guideline.shapes import Either, Form, Key, Many, Open, Shape, Value, Words, shapes_of  # noqa: E402
from navigator.language import Language, Sentence  # noqa: E402
from navigator.problems import Problem, Severity  # noqa: E402
from navigator.terminal.checking import check  # noqa: E402
from tests.guideline.small_content import files  # noqa: E402

GUIDES = {Language.EN: ROOT / "docs" / "content-guide.md", Language.FR: ROOT / "docs" / "guide-contenu.md"}
_WORDS = {
    Language.FR: {
        "head": ("Clé", "Prend", "Dit", "Exemple"),
        "optional": "facultatif",
        "must": "obligatoire si `{key}` est {words}",
        "only": "seulement si `{key}` est {words}",
        "list": "liste : {of}",
        "title": "bloc",
        "block": "bloc {name}",
        "open": "bloc de clés libres : {of}",
        "either": " ou ",
        "not": "faux",
        "but": "juste",
        "absent": "(rien : la ligne manque)",
        "warning": "avertissement : ",
        "error": "erreur : ",
    },
    Language.EN: {
        "head": ("Key", "Takes", "Says", "Example"),
        "optional": "optional",
        "must": "needed if `{key}` is {words}",
        "only": "only if `{key}` is {words}",
        "list": "list: {of}",
        "title": "block",
        "block": "block {name}",
        "open": "block with keys of its own: {of}",
        "either": " or ",
        "not": "wrong",
        "but": "right",
        "absent": "(nothing: the line is missing)",
        "warning": "warning: ",
        "error": "error: ",
    },
}


# --- the keys


def keys_part(language: Language) -> str:
    """A table of keys for every block of every kind of file."""
    parts, told = [], set()
    for kind in FILE_KINDS:
        parts.append(f"### {kind.files}\n")
        for shape in shapes_of(kind.root):
            if shape.name not in told:
                told.add(shape.name)
                parts.append(_table(shape, language))
    return "\n".join(parts)


def _table(shape: Shape, language: Language) -> str:
    words = _WORDS[language]
    rows = [words["head"], ("---",) * 4, *(_row(key, language) for key in shape.keys)]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"#### {words['title']} {shape.name}\n\n{Sentence(shape.says).in_(language)}\n\n{lines}\n"


def _row(key: Key, language: Language) -> tuple[str, str, str, str]:
    words = _WORDS[language]
    takes = _takes(key.value, language)
    for where, name in ((key.must, "must"), (key.only, "only")):
        if where is not None:
            listed = ", ".join(f"`{word}`" for word in where.words)
            takes += f" — {words[name].format(key=where.key, words=listed)}"
    if not key.needed and key.must is None:
        takes += f" — {words['optional']}"
    example = f"`{key.name}: {key.example}`".replace("|", "\\|")
    return f"`{key.name}`", takes, Sentence(key.says).in_(language), example


def _takes(value: Value, language: Language) -> str:
    words = _WORDS[language]
    match value:
        case Form():
            return form_said(value, language)
        case Words(known):
            return ", ".join(f"`{word}`" for word in known)
        case Many(of):
            return words["list"].format(of=_takes(of, language))
        case Open(of):
            return words["open"].format(of=_takes(of, language))
        case Either(values):
            return words["either"].join(_takes(one, language) for one in values)
        case Shape(name):
            return words["block"].format(name=f"[{name}](#{words['title']}-{name})")


# --- the codes


def codes_part(language: Language) -> str:
    """Every code with its mistakes and the words of `navigator check`."""
    ordered = sorted(EXAMPLES, key=lambda example: example.code)
    return "\n".join(_code(code, tuple(each), language) for code, each in groupby(ordered, lambda e: e.code))


def _code(code: str, examples: Iterable[Example], language: Language) -> str:
    parts = [f"### {code}\n"]
    for example in examples:
        problem = provoked(example)
        kind = _WORDS[language]["error" if problem.severity is Severity.ERROR else "warning"]
        parts.append(f"{_fence(example, language)}\n```text\n{kind}{problem.text.in_(language)}\n```\n")
    return "\n".join(parts)


def _fence(example: Example, language: Language) -> str:
    words = _WORDS[language]
    wrong = example.shown or example.after or f"# {words['absent']}"
    text = f"# {example.file} — {words['not']} :\n{wrong.strip(chr(10))}\n"
    if example.before:
        text += f"# {words['but']} :\n{example.before.strip(chr(10))}\n"
    return f"```yaml\n{text if language is Language.FR else text.replace(' :', ':')}```\n"


@cache
def provoked(example: Example) -> Problem:
    """The first problem of the example's code that the mistake adds; without one the example is worth nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "content"
        _write(folder)
        before = {problem.text for problem in _found(folder, example.code)}
        _plant(example, folder)
        added = [problem for problem in _found(folder, example.code) if problem.text not in before]
    if not added:
        raise SystemExit(f"{example.code}: {example.after[:60]!r} in {example.file} does not provoke it")
    return added[0]


def _write(folder: Path) -> None:
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _plant(example: Example, folder: Path) -> None:
    path = folder / example.file
    if example.after == NO_CONTENT:
        folder.rename(folder.with_name("elsewhere"))
    elif example.after in {ABSENT, FOLDER}:
        path.unlink()
        if example.after == FOLDER:
            path.mkdir()
    elif not example.before:
        path.write_text(example.after, encoding="latin-1" if example.latin else "utf-8")
    else:
        text = path.read_text("utf-8")
        if text.count(example.before) != 1:
            raise SystemExit(f"{example.code}: {text.count(example.before)} × {example.before!r} in {example.file}")
        path.write_text(text.replace(example.before, example.after), encoding="utf-8")


def _found(folder: Path, code: str) -> Iterator[Problem]:
    """What `navigator check` says of this code; of the sweep of `--safety`, the part that goes through the pairs."""
    checked = check(folder)
    found = [*checked.problems, *(check_pairs(checked.guideline) if checked.guideline is not None else ())]
    return (problem for problem in found if problem.code == code)


# --- the guides


def rewritten(text: str, language: Language) -> str:
    """A guide with its two parts made anew."""
    for name, part in (("keys", keys_part), ("codes", codes_part)):
        start, end = f"<!-- {name}: make guides -->\n", f"<!-- end of {name} -->"
        before, _start, rest = text.partition(start)
        _old, _end, after = rest.partition(end)
        text = f"{before}{start}\n{part(language)}\n{end}{after}"
    return text


if __name__ == "__main__":
    for language, path in GUIDES.items():
        path.write_text(rewritten(path.read_text("utf-8"), language), encoding="utf-8")
