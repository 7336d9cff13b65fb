"""Signs what is handed out, with the command that the owner of a certificate names. Knows no key and no certificate.

python packaging/signing/sign.py FILE…: signs each file by SIGN_WINDOWS (.exe, .msi, .dll) or SIGN_FILE (all else). A
command signs the file in place, writes `{out}`, which then takes the file's place, or writes a signature beside it.
Where the variable is empty nothing is signed, and one sentence says so. docs/signing.md has commands that work.
"""

import hashlib
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

WINDOWS = (".exe", ".msi", ".dll")  # what Windows itself checks: the signature lies inside the file
BESIDE = (".asc", ".sig")


def variable(file: Path) -> str:
    """The environment variable whose command signs such a file."""
    if file.suffix.lower() in WINDOWS:
        return "SIGN_WINDOWS"
    with file.open("rb") as opened:  # makensis names no kind for the uninstaller that it has signed
        return "SIGN_WINDOWS" if opened.read(2) == b"MZ" else "SIGN_FILE"


def words(command: str, file: Path, out: Path) -> list[str]:
    """The command as the words of a call; the file comes last where the command names no `{file}`."""
    told = command if "{file}" in command else f"{command} {{file}}"
    # On Windows a backslash is part of a path.
    lexer = shlex.shlex(told, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    if os.name == "nt":
        lexer.escape = ""
    return [word.replace("{file}", str(file)).replace("{out}", str(out)) for word in lexer]


def sign(file: Path, command: str) -> None:
    """Sign one file. Raises SystemExit where the command fails or leaves no trace: no file is unsigned in silence."""
    out = file.with_name(f"{file.name}.signed")
    out.unlink(missing_ok=True)
    before = hashlib.sha256(file.read_bytes()).digest()
    done = subprocess.run(words(command, file, out), stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise SystemExit(f"not signed: {file.name}; the command of {variable(file)} ended with {done.returncode}")
    if out.is_file():
        out.replace(file)
    changed = hashlib.sha256(file.read_bytes()).digest() != before
    if not changed and not any(beside.is_file() for beside in signatures(file)):
        raise SystemExit(
            f"not signed: {file.name}; the command of {variable(file)} neither changed it nor signed beside it"
        )
    print(f"signed: {file.name}")


def signatures(file: Path) -> list[Path]:
    """Where a detached signature of the file lies."""
    return [file.with_name(file.name + suffix) for suffix in BESIDE]


def sign_all(files: list[Path], environment: Mapping[str, str]) -> None:
    """Sign what has a command; tell in one sentence what has none. Old signatures go first: the file is new."""
    unsigned: dict[str, list[str]] = {}
    for file in files:
        for old in signatures(file):
            old.unlink(missing_ok=True)
        command = environment.get(variable(file), "").strip()
        if command:
            sign(file, command)
        else:
            unsigned.setdefault(variable(file), []).append(file.name)
    for name, left in unsigned.items():
        print(f"not signed: {', '.join(left)} ({name} names no command; docs/signing.md)")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sign_all([Path(name) for name in sys.argv[1:]], os.environ)
