"""Whose each program and library of a bundle is, and under which text in resources/licences it is handed on.

Reads files by their first bytes and by strings that betray what was linked in. The build ends where a file has no
owner here, where a text is not in the bundle, or where something was found inside that no text tells. Changes nothing.

Where the texts come from: LGPL and GPL, gnu.org; Jinja2, MarkupSafe, PyYAML, PyInstaller, their wheels (of the last,
tabs are blanks); Python, the LICENSE and Doc/license.rst of CPython 3.11; Microsoft's runtime, after a paragraph of
ours, what the LICENSE.txt of CPython 3.12 for Windows says of it (Microsoft's own terms are in no package used here);
what is inside Qt, the attributions and licence files of qtbase and qtsvg. Of IAccessible2's only the beginning was to
be had there: the end is that of the same text in Chromium (third_party/iaccessible2/LICENSE).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """A work that is shipped: which files of the bundle are its own, its licence (SPDX), its texts."""

    name: str
    files: str
    licence: str
    texts: tuple[str, ...]


# The first whose pattern is found at the beginning of a file's place in the bundle owns the file.
PARTS = (
    Part(
        "microsoft-visual-c++-runtime",
        r"(.*/)?(vcruntime|msvcp|concrt|vccorlib|vcomp|vcamp|ucrtbase|api-ms-win-)[\w.-]*\.dll$",
        "Microsoft Visual Studio distributable code",
        ("microsoft-runtime.txt",),
    ),
    Part("icu", r"_internal/(PySide6/Qt/lib/)?libicu", "ICU", ("icu.txt",)),
    Part("shiboken6", r"_internal/shiboken6/", "LGPL-3.0-only", ("lgpl-3.txt", "gpl-3.txt")),
    Part(
        "pyside6-essentials", r"_internal/PySide6/", "LGPL-3.0-only", ("lgpl-3.txt", "gpl-3.txt", "qt-third-party.txt")
    ),
    Part("markupsafe", r"_internal/markupsafe/", "BSD-3-Clause", ("markupsafe.txt",)),
    Part("pyyaml", r"_internal/yaml/", "MIT", ("pyyaml.txt",)),
    Part(
        "python",
        r"_internal/(libpython3|python3\d*\.dll$|python3\.\d+/lib-dynload/|libffi-\d+\.dll$|\w+\.pyd$)",
        "PSF-2.0",
        ("python.txt", "python-third-party.txt"),
    ),
    Part(
        "pyinstaller",
        r"(navigator|Navigateur|start_ours)(\.exe)?$",
        "GPL-2.0-or-later WITH Bootloader-exception",
        ("pyinstaller.txt",),
    ),
)
# Shipped as Python or data, so that no file betrays it.
ALSO = (
    Part("jinja2", "", "BSD-3-Clause", ("jinja2.txt",)),
    Part("ibm-plex-sans", "_internal/navigator/_resources/fonts/", "OFL-1.1", ("../fonts/OFL.txt",)),
)
# What is linked into a library of Qt: the bytes that betray it, and its heading in qt-third-party.txt. The last are not
# shipped today: a plugin added without its licence would bring them.
BETRAYED = {
    b"PCRE2 does not support": "PCRE2",
    b"HB_SHAPER_LIST": "HarfBuzz",
    b"mity/md4c": "MD4C",
    b"libpng version": "libpng",
    b"FREETYPE_PROPERTIES": "FreeType",
    b"VmaBlockMetadata": "Vulkan Memory Allocator",
    b"D3D12MA": "D3D12 Memory Allocator",
    b"International Color Consortium": "sRGB colour profile",
    b"invalid stored block lengths": "zlib",
    b"Bogus message code": "libjpeg",
    b"LIBTIFF": "libtiff",
    b"WEBP": "libwebp",
    b"SQLite format 3": "SQLite",
    b"OpenSSL 3": "OpenSSL",
    b"llvmpipe": "Mesa",
}
_RULE = "=" * 78


def binaries(bundle: Path) -> Iterator[tuple[str, Path]]:
    """Every program and library of the bundle with its place in it; links are not files of their own."""
    for file in sorted(bundle.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                begin = opened.read(4)
            if begin == b"\x7fELF" or begin[:2] == b"MZ":
                yield file.relative_to(bundle).as_posix(), file


def owner(place: str) -> Part | None:
    """The part that a file belongs to."""
    return next((part for part in PARTS if re.match(part.files, place, re.IGNORECASE)), None)


def headings(text: str) -> dict[str, str]:
    """The works that a collected text tells, each with its licence."""
    found = re.findall(rf"^{_RULE}\n(.+)\n{_RULE}\n\n(?:In: .+?\. Licence: (.+)\.$)?", text, re.M)
    return {name: licence for name, licence in found if licence}


def carried(bundle: Path) -> dict[str, list[str]]:
    """What was found inside the libraries of Qt, and in which."""
    found: dict[str, list[str]] = {}
    for place, file in binaries(bundle):
        part = owner(place)
        if part is not None and part.name == "pyside6-essentials":
            data = file.read_bytes()
            for mark, name in BETRAYED.items():
                if mark in data:
                    found.setdefault(name, []).append(file.name)
    return found


def faults(bundle: Path) -> list[str]:
    """Everything that is shipped without its licence."""
    texts = bundle / "_internal/navigator/_resources/licences"
    said = [f"{place} has no licence entry" for place, _file in binaries(bundle) if owner(place) is None]
    needed = {text for part in (*PARTS, *ALSO) for text in part.texts}
    said += [f"{text} is not in the bundle" for text in sorted(needed) if not (texts / text).is_file()]
    told = texts / "qt-third-party.txt"
    known = headings(told.read_text(encoding="utf-8")) if told.is_file() else {}
    said += [
        f"{name} is inside {', '.join(files)} and not told in {told.name}"
        for name, files in carried(bundle).items()
        if name not in known
    ]
    return said


def main() -> None:
    bundle = Path(sys.argv[1])
    found = faults(bundle)
    if found:
        raise SystemExit("shipped without a licence:\n" + "\n".join(found))
    count = sum(1 for _ in binaries(bundle))
    print(f"licences: {count} programs and libraries, each with its entry; inside Qt: {', '.join(carried(bundle))}")


if __name__ == "__main__":
    main()
