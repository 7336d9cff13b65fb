"""What the bundle leaves out of Python and Qt: lists, and the rule that follows the libraries.

Knows names of files and PyInstaller's way to read what a library needs. Deletes nothing: it says what stays.
"""

import re
import sys
from collections import deque
from pathlib import Path

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]  # place in the bundle, file on this machine, PyInstaller's kind

# Python's own modules that nothing here needs; without them the bundle cannot speak TLS.
MODULES = ["tkinter", "unittest", "doctest", "test", "lib2to3", "distutils", "setuptools", "pip", "pkg_resources"]
MODULES += ["ssl", "_ssl", "_hashlib", "sqlite3", "xmlrpc", "ftplib", "smtplib", "http.server", "curses", "readline"]
MODULES += ["asyncio", "multiprocessing", "concurrent", "bz2", "_bz2", "lzma", "_lzma", "_multibytecodec"]
MODULES += [f"_codecs_{name}" for name in ("jp", "hk", "cn", "kr", "tw", "iso2022")]
MODULES += [f"PySide6.Qt{name}" for name in ("Network", "Qml", "Quick", "OpenGL", "DBus", "Sql", "Test")]
MODULES += ["_wmi"]  # asks Windows slowly what nobody here wants to know, and ends under wine
if sys.platform != "win32":
    MODULES += ["ctypes", "_ctypes"]  # libffi has another name on every system
# What the app never asks for either: imported lazily elsewhere, or only where a module in C is absent. The bare bundle
# has them, for they are no part of Qt. Without them there is no socket in a bundle at all.
UNASKED = ["email", "importlib.metadata", "importlib.resources", "socket", "_socket", "tarfile", "gzip", "statistics"]
UNASKED += ["fractions", "_pydecimal", "_pydatetime", "typing_extensions"]

# Qt's plugins that a window of widgets on paper and glass uses. Anything else in plugins/ stays out.
_PLUGINS = re.compile(
    r"plugins/("
    r"platforms/(libqxcb|libqoffscreen|qwindows|qoffscreen)"
    r"|platforminputcontexts/libcompose"  # accents by dead keys and Compose on Linux
    r"|iconengines/(lib)?qsvgicon|imageformats/(lib)?q(svg|ico)"
    r"|printsupport/|styles/"
    r")"
)
_TRANSLATIONS = re.compile(r"translations/(qtbase_fr\.qm|qtbase_en\.qm)")
_NEVER = re.compile(
    r"opengl32sw|d3dcompiler|libcrypto|libssl|Qt6(Network|Qml|Quick|OpenGL|VirtualKeyboard|Pdf)"
    r"|api-ms-win-|ucrtbase"  # part of Windows 10; PyInstaller takes those of other programs in the PATH
)


def stays(entry: Entry) -> bool:
    """Whether a file of Qt or Python is wanted at all, by its name."""
    place = entry[0].replace("\\", "/")
    if "PySide6" in place and "/plugins/" in place:
        return bool(_PLUGINS.search(place))
    if "PySide6" in place and "/translations/" in place:
        return bool(_TRANSLATIONS.search(place))
    return not _NEVER.search(place)


def of_the_system(entry: Entry) -> bool:
    """Whether a library belongs to the Linux it was built on: packages name it as a need instead of carrying it."""
    return sys.platform == "linux" and re.match(r"(/usr)?/lib(64)?/", str(Path(entry[1]).resolve())) is not None


def reached(binaries: list[Entry]) -> list[Entry]:
    """The binaries that something loads: extension modules, plugins and libpython, and what these need, and so on."""
    by_name = {Path(place).name.lower(): (place, file, kind) for place, file, kind in binaries if kind != "SYMLINK"}
    found: dict[str, Entry] = {}
    waiting = deque(e for e in binaries if e[2] == "EXTENSION" or "/plugins/" in e[0].replace("\\", "/") or _root(e[0]))
    while waiting:
        entry = waiting.popleft()
        if entry[0] in found:
            continue
        found[entry[0]] = entry
        for name, _path in get_imports(entry[1]):
            needed = by_name.get(Path(name).name.lower())
            if needed is not None:
                waiting.append(needed)
    names = {Path(place).name for place in found}
    links = [e for e in binaries if e[2] == "SYMLINK" and Path(e[1]).name in names]
    return [*found.values(), *links]


def _root(place: str) -> bool:
    return Path(place).name.lower().startswith(("libpython", "python3", "vcruntime", "msvcp"))
