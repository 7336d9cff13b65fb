"""A reader for the PDFs that the app writes: objects, fonts, and the text that a search in a viewer would find.

Knows just enough of ISO 32000-1: flate streams, one ToUnicode map a font, text shown glyph by glyph.
"""

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


@dataclass
class Pdf:
    """A PDF as its objects, the newest of each number."""

    data: bytes

    def __post_init__(self) -> None:
        self.objects: dict[int, bytes] = {int(n): body for n, body in _OBJECT.findall(self.data)}

    @property
    def catalogue(self) -> bytes:
        """The root that the newest trailer names."""
        roots = re.findall(rb"/Root (\d+) 0 R", self.data)
        return self.objects[int(roots[-1])]

    @property
    def title(self) -> str:
        """The title of the document."""
        info = self.objects[int(re.findall(rb"/Info (\d+) 0 R", self.data)[-1])]
        found = re.search(rb"/Title \((.*?)\)\n", info, re.DOTALL)
        assert found
        return _unescaped(found[1]).decode("utf-16")

    @property
    def pages(self) -> list[bytes]:
        """The page objects, in order."""
        tree = next(b for b in self.objects.values() if b"/Type /Pages" in b)
        kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
        assert kids
        return [self.objects[int(n)] for n in re.findall(rb"(\d+) 0 R", kids[1])]

    @property
    def outline(self) -> list[str]:
        """The titles of the outline, in the order of the file."""
        found = [re.search(rb"/Title <([0-9a-f]+)>", b) for b in self.objects.values() if b"/Dest" in b]
        return [bytes.fromhex(f[1].decode()).decode("utf-16") for f in found if f]

    def fonts(self) -> dict[str, bool]:
        """The fonts by name, each with whether it is embedded."""
        found = {}
        for body in self.objects.values():
            name = re.search(rb"/FontName /(\S+)", body)
            if b"/Type /FontDescriptor" in body and name:
                found[name[1].decode()] = b"/FontFile2 " in body or b"/FontFile3 " in body
        return found

    def drawn(self, page: int) -> bytes:
        """What is drawn on a page, in the words of the format."""
        contents = re.search(rb"/Contents (\d+) 0 R", self.pages[page])
        assert contents
        return self._stream(int(contents[1]))

    def text(self, page: int) -> str:
        """The text of a page as it is drawn, one line after the other without a gap."""
        maps = self._maps(self.pages[page])
        pieces: list[str] = []
        current: dict[str, str] = {}
        for font, shown in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>", self.drawn(page)):
            if font:
                current = maps[font.decode()]
            else:
                code = shown.decode().lower()
                pieces.append("".join(current.get(code[i : i + 4], "") for i in range(0, len(code), 4)))
        return "".join(pieces)

    def _maps(self, page: bytes) -> dict[str, dict[str, str]]:
        """The fonts of a page: their glyphs and what each stands for."""
        resources = re.search(rb"/Resources (\d+) 0 R", page)
        table = self.objects[int(resources[1])] if resources else page
        return {
            name.decode(): self._map(self.objects[int(number)])
            for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", table)
        }

    def _map(self, font: bytes) -> dict[str, str]:
        found = re.search(rb"/ToUnicode (\d+) 0 R", font)
        if not found:
            return {}
        text = self._stream(int(found[1])).decode("ascii")
        made = {}
        for low, high, to in re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", text):
            for code in range(int(low, 16), int(high, 16) + 1):
                made[f"{code:04x}"] = chr(int(to, 16) + code - int(low, 16))
        for low, _high, many in re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> \[(.*?)\]", text, re.DOTALL):
            for offset, to in enumerate(re.findall(r"<([0-9a-fA-F]+)>", many)):
                made[f"{int(low, 16) + offset:04x}"] = bytes.fromhex(to).decode("utf-16-be")
        return made

    def _stream(self, number: int) -> bytes:
        body = self.objects[number]
        found = _STREAM.search(body)
        assert found
        return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _unescaped(text: bytes) -> bytes:
    return re.sub(rb"\\(.)", rb"\1", text, flags=re.DOTALL)
