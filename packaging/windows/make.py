"""Builds what a clinic with Windows installs: setup.exe (NSIS), a .zip for a stick, an .msi for group policy.

python packaging/windows/make.py [--measured] [--packed --version V --fast --to FOLDER] [--only zip]: writes dist/. On
Linux the bundle is made in wine, by a checked Python of Windows; on Windows, called by build.ps1, by the Python there.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.append(str(HERE.parent))
import contents  # noqa: E402
import msi  # noqa: E402
import owner  # noqa: E402

from navigator import __version__  # noqa: E402

DIST, WORK = ROOT / "dist", ROOT / "build" / "windows"
BUNDLE, PYTHON = WORK / "navigateur", WORK / "python"
ICON = ROOT / "build" / "icons" / "navigator.ico"
SIDE = ICON.with_name("setup.bmp")
SIGN = (sys.executable, str(ROOT / "packaging" / "signing" / "sign.py"))
# What Linux needs for it: a command, and the packages of Debian that bring it.
TOOLS = {
    "wine": "wine wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "osslsigncode": "osslsigncode",
    "makensis": "nsis",
    "wixl": "wixl",
}
PORTABLE = "portable.txt"  # the mark that navigator/paths.py looks for


def lacking() -> list[str]:
    """The Debian packages that bring the tools which this Linux lacks."""
    return [package for tool, package in TOOLS.items() if shutil.which(tool) is None]


def ready() -> bool:
    """Whether the tools are there: on Debian, as root, installed now; elsewhere one sentence says what is missing."""
    missing = " ".join(lacking())
    if not missing:
        return True
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print(f"skipped: the installers of Windows (sudo apt-get install --no-install-recommends {missing})")
        return False
    print(f"Installing system packages: {missing}")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    words = ["install", "-qq", "--yes", "--no-install-recommends", *missing.split()]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", *words], check=True, stdout=subprocess.DEVNULL, env=quiet)
    return True


def moment() -> datetime:
    """The one date in what is made: of the last commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told and shutil.which("git"):
        call = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(call, capture_output=True, text=True, check=False).stdout.strip()
    return datetime.fromtimestamp(int(told or 1764028800), UTC)


# --- the bundle


def bundle(words: list[str]) -> str:
    """build/windows/navigateur, by the script that makes that of Linux, and the version of the Python in it."""
    script = ROOT / "packaging" / "bundle" / "make.py"
    if os.name == "nt":
        subprocess.run([sys.executable, str(script), *words], check=True)
        check((Path(sys.base_prefix), Path(sys.prefix)))
        return platform.python_version()
    import runtime  # noqa: PLC0415 - these two are only for Linux
    from wine import Wine  # noqa: PLC0415

    runtime.lay_out(PYTHON, WORK / "work")
    wine = Wine(WORK / "wine")
    if not (wine.drive / "windows/system32/icuuc.dll").is_file():
        print(f"a Windows in wine: {wine.prefix.relative_to(ROOT)}")
        wine.set_up()
    print("the bundle of Windows is made in wine; this takes some minutes", flush=True)
    about = {"SOURCE_DATE_EPOCH": f"{moment().timestamp():.0f}", "PYTHONUTF8": "1"}
    code, told = wine.run(str(PYTHON / "python.exe"), wine.path(script), *words, seconds=3600, **about)
    wine.end()
    print(told)
    if code:
        raise SystemExit("the bundle of Windows was not made")
    check((PYTHON,))
    return runtime.version(PYTHON)


def check(pythons: tuple[Path, ...]) -> None:
    """End where the bundle is not as it must be."""
    wrong = contents.faults(BUNDLE, pythons)
    if wrong:
        raise SystemExit("the bundle of Windows: " + "; ".join(wrong))
    print("the bundle of Windows: every library is, to the byte, of the checked Python or of a locked wheel")


# --- what is handed out


def laid_out() -> Path:
    """The bundle with the one date on every file, and on the pictures that the setup carries with theirs."""
    day = moment().timestamp()
    for place in (BUNDLE, *BUNDLE.rglob("*"), ICON, SIDE):
        os.utime(place, (day, day))
    return BUNDLE


def listed(payload: Path) -> str:
    """The files for makensis, by name: by itself it takes them as they lie on the disk, and no two builds are alike."""
    told = []
    for folder in sorted({payload, *(p for p in payload.rglob("*") if p.is_dir())}):
        inside = "".join(f"\\{part}" for part in folder.relative_to(payload).parts)
        told.append(f'SetOutPath "$INSTDIR{inside}"')
        told += [f'File "${{PAYLOAD}}{inside}\\{p.name}"' for p in sorted(folder.iterdir()) if p.is_file()]
    return "\n".join([*told, 'SetOutPath "$INSTDIR"', ""])


def pack_setup(payload: Path, words: argparse.Namespace) -> Path:
    """The wizard, by NSIS."""
    made = words.to / f"navigateur-{words.version}-setup.exe"
    (WORK / "files.nsh").write_text(listed(payload), encoding="utf-8")
    given = {
        "VERSION": words.version,
        "VERSION4": ".".join([*words.version.split("."), "0", "0"][:4]),
        "PAYLOAD": str(payload),
        "FILES": str(WORK / "files.nsh"),
        "PUBLISHER": owner.read().publisher,
        "ICON": str(ICON),
        "SIDE": str(SIDE),
        "OUT": str(made),
    }
    flags = [name for name, wanted in (("X64", os.name != "nt"), ("FAST", words.fast)) if wanted]
    if os.environ.get("SIGN_WINDOWS", "").strip():
        given["SIGN"] = " ".join(f'"{word}"' for word in SIGN)
    call = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in given.items())]
    day = {"SOURCE_DATE_EPOCH": f"{moment().timestamp():.0f}"}
    subprocess.run([*call, *(f"-D{f}" for f in flags), str(HERE / "setup.nsi")], check=True, env={**os.environ, **day})
    return made


def pack_zip(payload: Path, words: argparse.Namespace) -> Path:
    """The same files with the mark that keeps the settings beside them."""
    made = words.to / f"navigateur-{words.version}-portable.zip"
    day = moment().timetuple()[:6]
    files = {p.relative_to(payload).as_posix(): p for p in sorted(payload.rglob("*")) if p.is_file()}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if words.fast else 9) as packed:
        for name, file in {PORTABLE: HERE / PORTABLE, **files}.items():
            entry = zipfile.ZipInfo(f"Navigateur/{name}", day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())
    return made


def pack_msi(payload: Path, words: argparse.Namespace) -> Path | None:
    """The package of Windows Installer, by wixl, which Windows itself has not."""
    if shutil.which("wixl") is None:
        print("skipped: the .msi (wixl is absent; it is built on Linux)")
        return None
    made = words.to / f"navigateur-{words.version}.msi"
    msi.build(payload, ICON, words.version, owner.read().publisher, made, WORK, moment())
    return made


PACKERS = {"setup": pack_setup, "zip": pack_zip, "msi": pack_msi}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", choices=PACKERS)
    asked.add_argument("--version", default=__version__)
    asked.add_argument("--fast", action="store_true", help="press less")
    asked.add_argument("--to", type=Path, default=DIST)
    asked.add_argument("--packed", action="store_true", help="pack the bundle that is there")
    asked.add_argument("--measured", action="store_true", help="measure it beside a bare PySide6 bundle")
    words = asked.parse_args()
    if os.name != "nt" and not ready():
        return
    python = "" if words.packed else bundle(["--beside-bare"] if words.measured else [])
    words.to.mkdir(parents=True, exist_ok=True)
    signed = words.to == DIST  # what is only for a test is not
    payload = laid_out()
    if signed:
        subprocess.run([*SIGN, *(str(payload / name) for name in contents.PROGRAMS)], check=True)
    for name, pack in PACKERS.items():
        made = pack(payload, words) if words.only in (None, name) else None
        if made is not None:
            print(f"{name}: {made.name}, {made.stat().st_size / 1e6:.1f} MB")
            if signed:
                subprocess.run([*SIGN, str(made)], check=True)
    if signed and python:
        parts = [str(ROOT / "packaging" / "sbom.py"), str(BUNDLE), "--python", python]
        subprocess.run([sys.executable, *parts], check=True)


if __name__ == "__main__":
    main()
