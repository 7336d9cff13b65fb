"""Builds the user guide from docs/guide: the table of keys, the text for the app, HTML and PDF with pictures.

Three things follow from the Markdown, which is written by hand in two languages:

- the table of keys in it, written anew from `navigator.pages.keys`;
- resources/guide/LANGUAGE/NAME.html, one article a chapter, which the window shows (no pictures: the app is there);
- build/guide/LANGUAGE/index.html and navigateur-guide.pdf, through the same writers as every document of the app.

`**bold**` is a label of the app, word for word, and `code` a key; tests/test_user_guide.py holds both to the app.
"""

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markdown_it import MarkdownIt

from navigator import paths
from navigator.guideline.loader import load
from navigator.guideline.model import Guideline
from navigator.language import Language, _, say
from navigator.pages import documents, filters
from navigator.pages.environment import render
from navigator.pages.filters import tr
from navigator.pages.handbook import Chapter
from navigator.pages.keys import lines_by_screen
from navigator.pages.scene import Document, Picture
from navigator.pages.self_contained import page

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "docs" / "guide"
SHIPPED = ROOT / "resources" / "guide"
_TITLE = re.compile(r"\A# (.+)\n")
_IMAGE = re.compile(r'<p><img src="([^"]+)" alt="([^"]*)" /></p>\n?')
_KEYS = re.compile(r"<!-- keys -->.*<!-- /keys -->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_NUMBER = re.compile(r"\A[0-9]+-")
_INSTEAD = (
    ("<table>", '<table width="100%" class="d" cellspacing="0">'),
    ("</table>", '</table>\n<p class="gap">&nbsp;</p>'),
    ("<th>", '<th align="left">'),
    ("<code>", "<b>"),
    ("</code>", "</b>"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A chapter: its file, the name that it has in the app, its title, its HTML with `<p><img …></p>` in place."""

    file: Path
    name: str
    title: str
    html: str


def pages(language: Language) -> list[Page]:
    """The chapters in the order of their numbers."""
    reader = MarkdownIt("commonmark").enable("table")
    found = []
    for file in sorted((TEXTS / language.value).glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title = _TITLE.match(text)
        assert title is not None, f"{file.name}: the first line is the title"
        html = reader.render(_COMMENT.sub("", text[title.end() :]))
        html = re.sub(r"<pre><code[^>]*>(.*?)\n?</code></pre>", r'<p class="lead">\1</p>', html, flags=re.DOTALL)
        for plain, ours in _INSTEAD:
            html = html.replace(plain, ours)
        found.append(Page(file, _NUMBER.sub("", file.stem), title[1], filters.spaced(html, language)))
    return found


def keys_table(language: Language) -> str:
    """The keys of the app as Markdown, by screen."""
    heads = [say(word, language) for word in (_("Touche"), _("Effet"))]
    parts = []
    for screen, lines in lines_by_screen(""):
        rows = "".join(f"| {say(line.shown, language)} | {say(line.meaning, language)} |\n" for line in lines)
        parts.append(f"## {say(screen, language)}\n\n| {heads[0]} | {heads[1]} |\n|---|---|\n{rows}")
    return "\n".join(parts)


def with_keys(text: str, language: Language) -> str:
    """A chapter with the table of keys as the app has them; as it is where it has none."""
    return _KEYS.sub(lambda _old: f"<!-- keys -->\n\n{keys_table(language)}\n<!-- /keys -->", text)


def shipped(language: Language) -> dict[str, str]:
    """What the window shows, by the name of the file: the articles, and `contents` with a title a line."""
    found = {f"{p.name}.html": _IMAGE.sub("", p.html) for p in pages(language)}
    return {**found, "contents.txt": "".join(f"{p.name} {p.title}\n" for p in pages(language))}


def book(guideline: Guideline, today: date, language: Language) -> Document:
    """The whole guide, with its pictures."""
    pictures: dict[str, Picture] = {}
    chapters = []
    for chapter in pages(language):

        def put(found: re.Match[str], folder: Path = chapter.file.parent) -> str:
            name = Path(found[1]).stem
            pictures[name] = Picture((folder / found[1]).read_bytes(), found[2])
            return f'<p class="chart">[[{name}]]</p>\n<p class="cap">{found[2]}</p>'

        html = _IMAGE.sub(put, chapter.html)
        chapters.append(Chapter(chapter.name, chapter.title, html))
    title = {Language.FR: "Navigateur : guide de l’utilisateur", Language.EN: "Navigateur: user guide"}[language]
    stamp, use = documents.stamp(guideline, today, language), documents.intended_use(language)
    title, contents = filters.spaced(title, language), tr(_("Contenu"), language)
    html = render("handbook.html.j2", language, title=title, stamp=stamp, use=use, contents=contents, chapters=chapters)
    return Document(title, language, html, title, "navigateur-guide", stamp, use, tuple(pictures.items()), 0.92)


def main() -> int:
    """Write what follows from the Markdown; with a folder, the books there too."""
    for language in Language:
        for chapter in pages(language):
            text = chapter.file.read_text(encoding="utf-8")
            chapter.file.write_text(with_keys(text, language), encoding="utf-8")
        folder = SHIPPED / language.value
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in shipped(language).items():
            (folder / name).write_text(text, encoding="utf-8")
    if len(sys.argv) > 1:
        write_books(Path(sys.argv[1]))
    return 0


def write_books(folder: Path) -> None:
    """index.html and the PDF of each language below `folder`."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 only the PDF needs Qt

    from navigator.ui.paper import pdf  # noqa: PLC0415

    guideline = load(paths.content()).guideline
    assert guideline is not None
    qt = QGuiApplication(sys.argv[:1])
    for language in Language:
        made = book(guideline, guideline.released, language)
        place = folder / language.value
        place.mkdir(parents=True, exist_ok=True)
        (place / "index.html").write_text(page(made), encoding="utf-8")
        (place / f"{made.file_name}.pdf").write_bytes(pdf(made))
        print(place)
    del qt


if __name__ == "__main__":
    sys.exit(main())
