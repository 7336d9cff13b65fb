"""The user guide as pages to read: its contents, and one page a chapter.

Reads the articles in resources/guide, which `make guide` made of docs/guide. Knows no widget and renders no Markdown.
"""

from dataclasses import dataclass
from functools import cache

from navigator import paths
from navigator.language import Language, _
from navigator.pages import scene
from navigator.pages.blocks import Block, Item, Part
from navigator.pages.desk import Desk
from navigator.pages.filters import tr
from navigator.pages.reading import document, returning

ID = "guide"
_TITLE = _("Guide de l’utilisateur")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: the name of its file, and its title."""

    name: str
    title: str

    @property
    def id(self) -> str:
        """What opens it: `guide.NAME`."""
        return f"{ID}.{self.name}"


@cache
def chapters(language: Language) -> tuple[Chapter, ...]:
    """The chapters, in their order."""
    lines = _read(language, "contents.txt").splitlines()
    return tuple(Chapter(name, title) for name, _space, title in (line.partition(" ") for line in lines))


def guide_page(desk: Desk, id: str) -> scene.ArticlePage:
    """The chapter `guide.NAME`; for every other id the contents."""
    language = desk.language
    title = tr(_TITLE, language)
    found = chapters(language)
    place = next((n for n, chapter in enumerate(found) if chapter.id == id), None)
    if place is None:
        links = tuple(Item(chapter.title, link=chapter.id) for chapter in found)
        html = document([Block("contents", tr(_("Contenu"), language), (Part(items=links),))], "", language)
        return scene.ArticlePage(ID, (), title, "", html, title, returning(language))
    chapter, following = found[place], found[place + 1 : place + 2]
    moves = [scene.Move(ID, tr(_("Tout le guide"), language))]
    moves += [scene.Move(c.id, tr(_("Ensuite : {title}"), language, title=c.title)) for c in following]
    html = _read(language, f"{chapter.name}.html")
    return scene.ArticlePage(
        chapter.id, (title,), chapter.title, "", html, chapter.title, (*returning(language), *moves)
    )


def _read(language: Language, name: str) -> str:
    return (paths.resources() / "guide" / language.value / name).read_text(encoding="utf-8")
