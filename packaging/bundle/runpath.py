"""Takes the build machine's folders out of ELF files: a RUNPATH to an absolute place is no place of the user's.

Knows the dynamic section of 64-bit ELF files. Changes nothing else of a file, and no file of Qt (theirs are relative).
"""

import struct
from pathlib import Path

_DYNAMIC, _LOAD = 2, 1
_NULL, _STRTAB, _RPATH, _RUNPATH = 0, 5, 15, 29
_PROGRAM = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")


def forget_places(folder: Path) -> int:
    """Drop every absolute RPATH and RUNPATH below `folder`; in how many files."""
    changed = 0
    for file in folder.rglob("*.so*"):
        if file.is_file() and not file.is_symlink():
            data = bytearray(file.read_bytes())
            if data[:5] == b"\x7fELF\x02" and _forget(data):
                file.write_bytes(data)
                changed += 1
    return changed


def _forget(data: bytearray) -> bool:
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    segments = [_PROGRAM.unpack_from(data, table + n * size) for n in range(count)]
    start, length = next((s[2], s[5]) for s in segments if s[0] == _DYNAMIC)
    entries = [_ENTRY.unpack_from(data, at) for at in range(start, start + length, _ENTRY.size)]
    strings = _offset(segments, next(value for tag, value in entries if tag == _STRTAB))
    kept = [e for e in entries if e[0] not in (_RPATH, _RUNPATH) or data[strings + e[1]] != ord("/")]
    if kept == entries:
        return False
    for _tag, value in (e for e in entries if e not in kept):
        end = data.index(0, strings + value)
        data[strings + value : end] = bytes(end - strings - value)
    kept += [(_NULL, 0)] * (len(entries) - len(kept))
    for number, entry in enumerate(kept):
        _ENTRY.pack_into(data, start + number * _ENTRY.size, *entry)
    return True


def _offset(segments: list[tuple[int, ...]], address: int) -> int:
    """Where in the file lies what is loaded at `address`."""
    return next(address - s[3] + s[2] for s in segments if s[0] == _LOAD and s[3] <= address < s[3] + s[6])
