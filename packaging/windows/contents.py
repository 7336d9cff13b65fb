"""What lies in the Windows bundle: nothing but files of the checked Python, of locked wheels, and our own two programs.

Knows names and bytes of files. Runs nothing.
"""

import hashlib
import re
from pathlib import Path

PROGRAMS = ("Navigateur.exe", "navigator.exe")
WANTED = (
    "qwindows.dll",
    "qoffscreen.dll",
    "qsvgicon.dll",
    "qtbase_fr.qm",
    "navigator.mo",
    "lgpl-3.txt",
    "python312.dll",
)
UNWANTED = (
    r"icu\w*\.dll",
    r"mscms\.dll",
    r"api-ms-",
    r"ucrtbase",
    r"Qt6(Network|Qml|Quick|OpenGL)",
    r"lib(ssl|crypto)",
)
UNWANTED += (r"opengl32sw", r"_ssl\.", r"_wmi\.", r"\btests\b")


def faults(bundle: Path, pythons: tuple[Path, ...]) -> list[str]:
    """What is wrong with a bundle made by the Python in these folders, in words; nothing where it is as it must be."""
    files = [p for p in sorted(bundle.rglob("*")) if p.is_file()]
    names = "\n".join(p.relative_to(bundle).as_posix() for p in files)
    found = [f"{name} is not in it" for name in WANTED if name not in names]
    found += [f"{hit[0]} is in it" for rule in UNWANTED if (hit := re.search(rf".*{rule}.*", names, re.IGNORECASE))]
    top = {p.name for p in bundle.iterdir()}
    if top != {*PROGRAMS, "_internal"}:
        found.append(f"beside its programs lies {top - {*PROGRAMS, '_internal'}}")
    known = {digest(p) for python in pythons for p in python.rglob("*") if p.suffix.lower() in (".dll", ".pyd")}
    libraries = [p for p in files if p.suffix.lower() in (".dll", ".pyd")]
    return found + [f"{p.name} comes from elsewhere" for p in libraries if digest(p) not in known]


def digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()
