"""The words of the glossary that a page uses: marked where each first stands, and listed with their meaning.

Knows HTML of ours and the glossary. Knows no page and no widget.
"""

import re
from collections.abc import Mapping

from navigator.guideline.model import Guideline, Term
from navigator.language import Language, _
from navigator.pages import filters, scene
from navigator.pages.filters import tr

LINK = "term."
_TAG = re.compile(r"(<[^>]+>)")
_CLOSED = ("a", "h2", "h3", "th")  # no word is marked inside these


def marked(html: str, guideline: Guideline, language: Language) -> tuple[str, tuple[Term, ...]]:
    """`html` with the first use of each word as a link to its meaning, and the words in the order of their use."""
    words = {filters.told(t.word, language).lower(): t for t in guideline.glossary.values()}
    if not words:
        return html, ()
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(re.escape(w) for w in longest)})(s?)\b", re.IGNORECASE)
    used: dict[str, Term] = {}
    pieces, closed = _TAG.split(html), 0
    for place, piece in enumerate(pieces):
        if piece.startswith("<"):
            name = piece.strip("</>").split(" ")[0]
            closed += (name in _CLOSED) * (-1 if piece.startswith("</") else 1)
        elif not closed:
            pieces[place] = pattern.sub(lambda found: _link(found, words, used), piece)
    return "".join(pieces), tuple(used.values())


def _link(found: re.Match[str], words: Mapping[str, Term], used: dict[str, Term]) -> str:
    term = words[found[1].lower()]
    if term.id in used:
        return found[0]
    used[term.id] = term
    return f'<a class="term" href="article:{LINK}{term.id}">{found[0]}</a>'


def shelf(terms: tuple[Term, ...], language: Language) -> scene.Shelf:
    """The words of a page with their meaning, in alphabetical order."""
    told = (
        scene.Reference(filters.told(t.word, language), filters.told(t.meaning, language), id=f"{LINK}{t.id}")
        for t in terms
    )
    return scene.Shelf("glossary", tr(_("Glossaire"), language), tuple(sorted(told, key=lambda r: r.text.lower())))
