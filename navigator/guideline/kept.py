"""The content as it was read, kept as bytes beside the app: what a start opens instead of reading all YAML anew.

Knows for which content files, of which version, the kept bytes hold. They are written when the app is built, never on
a user's machine. Reads no YAML and trusts no file: what does not fit exactly is as if it were not there.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from navigator import __version__, paths
from navigator.guideline.frozen_bytes import LaterCases, LaterSections, from_bytes, to_bytes
from navigator.guideline.model import Guideline

_HEAD = b"navigator content 2\n"
_DIGEST = 32


def shipped() -> Guideline | None:
    """The built-in content as it was kept; None where nothing is kept of just these files."""
    return read(paths.content(), paths.kept_content())


def write(guideline: Guideline, folder: Path, file: Path, *, bundled: bool = False) -> None:
    """Keep in `file` what was read from `folder`; `bundled`: for a copy whose own code is closed. Raises OSError."""
    late = {
        id_: replace(treatment, sections=LaterSections(to_bytes(dict(treatment.sections))))
        for id_, treatment in guideline.treatments.items()
    }
    body = to_bytes(replace(guideline, treatments=late, cases=LaterCases(to_bytes(tuple(guideline.cases)))))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_HEAD + _key(folder, open_code=not bundled) + _digest(body) + body)


def read(folder: Path, file: Path) -> Guideline | None:
    """What `file` keeps of `folder`; None where it keeps nothing, or not exactly this, or is damaged."""
    try:
        data = memoryview(file.read_bytes())
        start = len(_HEAD) + 2 * _DIGEST
        body = data[start:]
        if bytes(data[:start]) != _HEAD + _key(folder, open_code=True) + _digest(body):
            return None
        found = from_bytes(body)
    except Exception:  # whatever is wrong with what is kept, the content itself is there to be read
        return None
    return found if isinstance(found, Guideline) else None


def _digest(data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _key(folder: Path, *, open_code: bool) -> bytes:
    """What the kept bytes depend on: app, Python, every content file, and the reader's code where it lies open."""
    hashed = blake2b(f"{__version__} {sys.version_info[:2]}".encode(), digest_size=_DIGEST)
    # The folder itself has another name in a bundle.
    named = [(file.relative_to(folder).as_posix(), file) for file in _content(folder)]
    named += [(file.name, file) for file in (_code() if open_code else ())]
    for name, file in named:
        data = file.read_bytes()
        hashed.update(f"\n{name} {len(data)}\n".encode())
        hashed.update(data)
    return hashed.digest()


def _content(folder: Path) -> Iterator[Path]:
    """The content files, in an order of their own; one more or one less is another content."""
    for pattern in ("*.y*ml", "*/*.y*ml"):
        yield from sorted(folder.glob(pattern))


def _code() -> Iterator[Path]:
    """The modules that read the content; none where the app is bundled."""
    here = Path(__file__).parent
    yield from sorted(here.rglob("*.py"))
    yield from (file for file in (here.parent / "language.py", here.parent / "problems.py") if file.is_file())
