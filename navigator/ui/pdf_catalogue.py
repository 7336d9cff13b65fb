"""What Qt leaves out of a PDF: its language, its title shown, an outline, spaces that can be searched.

Knows the tail of a PDF file. Appends an incremental update (ISO 32000-1, 7.5.6): what Qt wrote stays as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)  # what each glyph of a font stands for
_PAGES = re.compile(rb"/Type /Pages\s*/Kids\s*\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline: on which page (from 0) and how far down it, in points; level 1 stands above level 2."""

    title: str
    level: int
    page: int
    down: float


def completed(pdf: bytes, language: str, headings: Sequence[Heading], page_height: float) -> bytes:
    """`pdf` with its language (« fr »), its title in the title bar and `headings` as outline; heights in points.

    Raises ValueError where `pdf` does not end as Qt ends it: a programmer's mistake.
    """
    # Qt names the first character of each glyph: a tab for the space, which no search for two words finds.
    pdf = _MAP.sub(lambda glyphs: glyphs[0].replace(b"<0009>", b"<0020>"), pdf)
    tail = pdf[pdf.rfind(b"trailer") :]
    root, size, start = _ROOT.search(tail), _SIZE.search(tail), _START.search(tail)
    found = re.search(rb"\n%b 0 obj\s*<<(.*?)>>\s*endobj" % root[1], pdf, re.DOTALL) if root else None
    if root is None or size is None or start is None or found is None:
        raise ValueError("not a PDF of Qt")
    first = int(size[1])
    objects = _outline(pdf, headings, first, page_height)
    entries = found[1].rstrip() + b"\n/Lang (%b)\n/ViewerPreferences << /DisplayDocTitle true >>" % language.encode()
    if objects:
        entries += b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % first
    return _updated(pdf, {int(root[1]): b"<<%b\n>>" % entries, **objects}, tail, int(start[1]))


def _outline(pdf: bytes, headings: Sequence[Heading], first: int, page_height: float) -> dict[int, bytes]:
    """The objects of the outline, numbered from `first`, which is its root."""
    if not headings:
        return {}
    pages = _PAGES.search(pdf)
    if pages is None:
        raise ValueError("no pages")
    numbers = [int(n) for n in re.findall(rb"(\d+) 0 R", pages[1])]
    parents = _parents(headings)
    objects: dict[int, bytes] = {}
    for parent in (-1, *range(len(headings))):
        children = [i for i, above in enumerate(parents) if above == parent]
        links = b""
        if children:
            links = b"/First %d 0 R /Last %d 0 R " % (first + 1 + children[0], first + 1 + children[-1])
            links += b"/Count %d " % (len(children) if parent < 0 else -len(children))
        if parent < 0:
            objects[first] = b"<< /Type /Outlines %b>>" % links
            continue
        line = headings[parent]
        beside = [i for i, above in enumerate(parents) if above == parents[parent]]
        at = beside.index(parent)
        if at:
            links += b"/Prev %d 0 R " % (first + 1 + beside[at - 1])
        if at + 1 < len(beside):
            links += b"/Next %d 0 R " % (first + 1 + beside[at + 1])
        links += b"/Parent %d 0 R " % (first + 1 + parents[parent])
        title = ("\ufeff" + line.title).encode("utf-16-be").hex().encode()
        place = b"%d 0 R /XYZ null %d null" % (numbers[line.page], round(page_height - line.down))
        objects[first + 1 + parent] = b"<< /Title <%b> /Dest [%b] %b>>" % (title, place, links)
    return objects


def _parents(headings: Sequence[Heading]) -> list[int]:
    """For each heading the index of the one that it stands under, -1 at the top."""
    found: list[int] = []
    above: list[int] = []
    for index, line in enumerate(headings):
        while above and headings[above[-1]].level >= line.level:
            above.pop()
        found.append(above[-1] if above else -1)
        above.append(index)
    return found


def _updated(pdf: bytes, objects: dict[int, bytes], tail: bytes, start: int) -> bytes:
    """`pdf` with `objects` in place of those with the same number, or beside them."""
    made = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = bytearray(b"xref\n")
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    where = len(made)
    old = tail[tail.index(b"<<") + 2 : tail.rindex(b">>")]
    size = max(int(_SIZE.search(old)[1]), max(objects) + 1)  # type: ignore[index]
    entries = _SIZE.sub(b"/Size %d" % size, old).strip()
    made += table + b"trailer\n<<\n%b\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (entries, start, where)
    return bytes(made)
