"""Packs dist/navigateur for Linux: .deb by dpkg-deb, .rpm by nfpm, a per-user .run by makeself.

python packaging/linux/make.py [--only deb] [--version V] [--fast]: writes dist/. What the machine lacks is skipped,
with the line that installs it. The needs of the packages are read from the ELF files themselves.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))
import owner  # noqa: E402

DIST, STAGE = ROOT / "dist", ROOT / "build" / "linux"
BUNDLE = DIST / "navigateur"
OWNER = owner.read()
SUMMARY = "offline guideline navigator for chronic neuropathic pain"
DESCRIPTION = f"""{SUMMARY}
 From the type of pain through first line, combinations, second line and
 interventions: every option says whether it fits the patient and why, at
 which dose, and which guideline says so. In French and English, with no
 network connection. It is not a certified medical device."""
SIGN = ROOT / "packaging" / "signing" / "sign.py"
OPTIONAL = "printsupport"  # a plugin that Qt does without where CUPS is absent


def version() -> str:
    found = re.search(r'__version__ = "(.+)"', (ROOT / "navigator" / "__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def moment() -> datetime:
    """The one date in the packages: of the last commit, so that two builds of one commit are alike."""
    call = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or done.stdout.strip() or 0), UTC)


def lacks(tool: str, package: str, what: str) -> bool:
    """Say that `what` is left out where `tool` is absent."""
    if shutil.which(tool):
        return False
    print(f"skipped: {what} ({tool} is absent; sudo apt-get install --no-install-recommends {package})")
    return True


# --- the tree that all packages carry


def stage(root: Path, of: str, day: datetime) -> None:
    """Lay /usr below `root`."""
    shutil.rmtree(root, ignore_errors=True)
    share = root / "usr/share"
    shutil.copytree(BUNDLE, root / "usr/lib/navigateur", symlinks=True)
    for file in (root / "usr/lib/navigateur").rglob("*"):
        if not file.is_symlink():
            file.chmod(
                0o755 if file.is_dir() or (file.name == "navigator" and file.parent.name == "navigateur") else 0o644
            )
    (root / "usr/bin").mkdir()
    (root / "usr/bin/navigator").symlink_to("../lib/navigateur/navigator")
    write(share / "applications/navigator.desktop", (HERE / "navigator.desktop").read_text(encoding="utf-8"))
    put_icons(share / "icons/hicolor")
    for place, source in (("man/man1", "navigator.1"), ("man/fr/man1", "fr/navigator.1"), ("metainfo", "")):
        text = filled(HERE / (source or "navigator.metainfo.xml"), of, day)
        write(share / place / ("navigator.1.gz" if source else f"{OWNER.appstream_id}.metainfo.xml"), text)
    write(share / "doc/navigateur/copyright", licences())
    changes = f"navigateur ({of}) stable; urgency=medium\n\n  * See the project's CHANGELOG.md.\n\n"
    write(share / "doc/navigateur/changelog.gz", f"{changes} -- {OWNER.maintainer}  {format_datetime(day)}\n")
    write(share / "lintian/overrides/navigateur", (HERE / "lintian-overrides").read_text(encoding="utf-8"))
    for place in (root, *root.rglob("*")):
        os.utime(place, (day.timestamp(),) * 2, follow_symlinks=False)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


def filled(source: Path, of: str, day: datetime) -> str:
    """A file with what is known only now: version, day, owner."""
    text = source.read_text(encoding="utf-8")
    at = OWNER.homepage and f'  <url type="homepage">{escape(OWNER.homepage)}</url>\n'
    known = {
        "VERSION": of,
        "DAY": f"{day:%Y-%m-%d}",
        "APPSTREAM": OWNER.appstream_id,
        "PUBLISHER": escape(OWNER.publisher),
    }
    for name, value in {**known, "DEVELOPER": OWNER.appstream_id.rpartition(".")[0]}.items():
        text = text.replace(f"@{name}@", value)
    return text.replace("@HOMEPAGE@\n", at)


def put_icons(hicolor: Path) -> None:
    for picture in (ROOT / "build" / "icons").glob("*.png"):
        place = hicolor / f"{picture.stem}x{picture.stem}/apps"
        place.mkdir(parents=True)
        shutil.copyfile(picture, place / "navigator.png")
    (hicolor / "scalable/apps").mkdir(parents=True)
    shutil.copyfile(ROOT / "resources/icons/app-icon.svg", hicolor / "scalable/apps/navigator.svg")


def licences() -> str:
    """The copyright file: who holds what, then each licence as it was given."""
    head = (HERE / "copyright").read_text(encoding="utf-8")
    # The GPL and the Apache License stand in every Debian and in the bundle; Microsoft's runtime is shipped on Windows.
    own = (
        f for f in sorted((ROOT / "resources/licences").glob("*.txt")) if f.stem not in ("gpl-3", "microsoft-runtime")
    )
    kept = [*own, ROOT / "resources/fonts/OFL.txt"]
    texts = (f"\n{'-' * 78}\n{f.stem}\n{'-' * 78}\n\n{without_common(f.read_text(encoding='utf-8'))}" for f in kept)
    return head + "".join(texts)


def without_common(text: str) -> str:
    """A licence text up to where the GPL 2 or the Apache License begins, which /usr/share/common-licenses has."""
    found = re.search(r"\n +GNU GENERAL PUBLIC LICENSE\n +Version 2|\n=+\nApache License 2\.0\n=+\n", text)
    if found is None:
        return text
    which = "GPL-2 and Apache-2.0" if "GENERAL" in found[0] else "Apache-2.0"
    return (
        f"{text[: found.start()].rstrip()}\n\nOn Debian systems the rest is in /usr/share/common-licenses: {which}.\n"
    )


# --- what the packages need


def elf_files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink() and OPTIONAL not in file.parts:
            with file.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield file


def sonames(folder: Path) -> list[str]:
    """The libraries that files below `folder` ask the system for."""
    asked: set[str] = set()
    for file in elf_files(folder):
        told = subprocess.run(["readelf", "-d", str(file)], capture_output=True, text=True, check=True).stdout
        asked |= set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
    own = {p.name for p in folder.rglob("*.so*")}
    return sorted(asked - own)


def debian_needs(folder: Path) -> list[str]:
    """The Debian packages, with versions, that dpkg-shlibdeps finds behind those libraries."""
    work = STAGE / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text("Source: navigateur\n\nPackage: navigateur\nArchitecture: any\n", "utf-8")
    own = [f"-l{d}" for d in sorted({str(f.parent) for f in elf_files(folder)})]
    call = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *own, *map(str, elf_files(folder))]
    done = subprocess.run(call, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"dpkg-shlibdeps: {done.stderr}")
    return done.stdout.strip().removeprefix("shlibs:Depends=").split(", ")


# --- the packages


def deb(root: Path, of: str, words: argparse.Namespace) -> Path | None:
    """The package of Debian and Ubuntu, by their own dpkg-deb."""
    if lacks("dpkg-shlibdeps", "dpkg-dev", ".deb"):
        return None
    control = root / "DEBIAN"
    files = sorted(p for p in (root / "usr").rglob("*") if p.is_file() and not p.is_symlink())
    sums = "".join(f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(root)}\n" for p in files)
    fields = {
        "Package": "navigateur",
        "Version": of,
        "Architecture": "amd64",
        "Maintainer": OWNER.maintainer,
        "Installed-Size": str(sum(p.stat().st_size for p in files) // 1024),
        "Depends": ", ".join(debian_needs(root / "usr/lib/navigateur")),
        "Recommends": "libcups2",
        "Section": "education",
        "Priority": "optional",
        **({"Homepage": OWNER.homepage} if OWNER.homepage else {}),
        "Description": DESCRIPTION,
    }
    write(control / "control", "".join(f"{name}: {value}\n" for name, value in fields.items()))
    write(control / "md5sums", sums)
    made = words.to / f"navigateur_{of}_amd64.deb"
    press = ["-Zgzip", "-z1"] if words.fast else ["-Zxz", "-z6"]
    call = ["dpkg-deb", "--root-owner-group", *press, "--build", str(root), str(made)]
    day = {"SOURCE_DATE_EPOCH": f"{moment().timestamp():.0f}"}
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **day})
    shutil.rmtree(control)
    return made


def rpm(root: Path, of: str, words: argparse.Namespace) -> Path | None:
    """The package of Fedora and openSUSE, by nfpm, which needs no rpm on this machine. JSON is YAML."""
    needs = [f"{name}()(64bit)" for name in sonames(root / "usr/lib/navigateur") if not name.startswith("ld-linux")]
    shutil.rmtree(root / "usr/share/lintian")
    described, made = STAGE / "nfpm.json", words.to / f"navigateur-{of}-1.x86_64.rpm"
    wanted = {
        "name": "navigateur",
        "arch": "amd64",
        "platform": "linux",
        "version": of,
        "version_schema": "none",
        "maintainer": OWNER.maintainer,
        "description": DESCRIPTION,
        "vendor": OWNER.publisher,
        "homepage": OWNER.homepage,
        "license": "MIT and LGPL-3.0-only and PSF-2.0 and OFL-1.1",
        "mtime": f"{moment():%Y-%m-%dT%H:%M:%SZ}",
        "depends": needs,
        "recommends": ["libcups.so.2()(64bit)"],
        "contents": [{"src": f"{root}/usr", "dst": "/usr", "type": "tree"}],
        "rpm": {"compression": "gzip:1" if words.fast else "zstd:19", "summary": SUMMARY, "packager": OWNER.maintainer},
    }
    described.write_text(json.dumps(wanted), encoding="utf-8")
    tool = Path(sys.executable).with_name("nfpm")
    call = [str(tool), "package", "-f", str(described), "-p", "rpm", "-t", str(made)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return made


def run(root: Path, of: str, words: argparse.Namespace) -> Path | None:
    """The per-user installer: a shell script with the bundle behind it."""
    if lacks("makeself", "makeself", "the per-user .run"):
        return None
    inside, share, day = STAGE / "run", root / "usr/share", moment()
    shutil.rmtree(inside, ignore_errors=True)
    shutil.copytree(root / "usr/lib/navigateur", inside / "navigateur", symlinks=True)
    write(inside / "navigateur/VERSION", f"{of}\n")
    shutil.copytree(share / "icons/hicolor", inside / "icons")
    shutil.copyfile(share / "applications/navigator.desktop", inside / "navigator.desktop")
    write(inside / "navigator.1", filled(HERE / "navigator.1", of, day))
    shutil.copy(HERE / "install.sh", inside / "install.sh")
    (inside / "install.sh").chmod(0o755)
    made = words.to / f"navigateur-{of}-linux-x86_64.run"
    same = f"--sort=name --owner=0 --group=0 --numeric-owner --mtime=@{day.timestamp():.0f}"
    press = ["--gzip"] if words.fast else ["--xz"]
    call = ["makeself", "--quiet", "--nox11", *press, "--packaging-date", f"{day:%Y-%m-%d}", "--tar-extra", same]
    # makeself writes its own call into the file: with no folder of this machine in it, two builds are alike.
    subprocess.run([*call, inside.name, made.name, f"Navigateur {of}", "./install.sh"], check=True, cwd=STAGE)
    shutil.move(STAGE / made.name, made)
    return made


def check(made: Path) -> None:
    """Lintian over a .deb: every finding is either cured or in the overrides."""
    if made.suffix == ".deb" and not lacks("lintian", "lintian", "the check of the .deb"):
        call = ["lintian", "--allow-root", "--fail-on", "error,warning", "--tag-display-limit", "0", str(made)]
        subprocess.run(call, check=True)
        print(f"lintian: {made.name} is clean")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", choices=("deb", "rpm", "run"), nargs="+", default=("deb", "run", "rpm"))
    asked.add_argument("--version", default=version())
    asked.add_argument("--fast", action="store_true", help="gzip instead of xz, no lintian")
    asked.add_argument("--to", type=Path, default=DIST)
    words = asked.parse_args()
    if not BUNDLE.is_dir():
        raise SystemExit("no bundle in dist/navigateur; run: make bundle")
    words.to.mkdir(parents=True, exist_ok=True)
    root = STAGE / "root"
    stage(root, words.version, moment())
    for name, make in (("deb", deb), ("run", run), ("rpm", rpm)):
        if name in words.only:
            made = make(root, words.version, words)
            if made is not None:
                print(f"{name}: {made.name}, {made.stat().st_size / 1e6:.1f} MB")
                if not words.fast:
                    check(made)
                if words.to == DIST:
                    subprocess.run([sys.executable, str(SIGN), str(made)], check=True)


if __name__ == "__main__":
    main()
