"""Writes dist/navigateur.cdx.json, the list of all that the bundle carries (CycloneDX 1.6), and dist/SHA256SUMS.

Reads the lock for versions, the bundle for what is really in it. Asks no network.
"""

import hashlib
import json
import platform
import re
import subprocess
import sys
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SIGN = (sys.executable, str(ROOT / "packaging" / "signing" / "sign.py"))
# Name in the lock, licence, and where its files lie in the bundle.
PARTS = (
    ("pyside6-essentials", "LGPL-3.0-only", "PySide6"),
    ("shiboken6", "LGPL-3.0-only", "shiboken6"),
    ("pyyaml", "MIT", "yaml"),
    ("jinja2", "BSD-3-Clause", ""),
    ("markupsafe", "BSD-3-Clause", "markupsafe"),
    ("pyinstaller", "GPL-2.0-or-later WITH Bootloader-exception", ""),
)


_LIBRARY = re.compile(r"\.(so|dll|pyd)")


def version() -> str:
    found = re.search(r'__version__ = "(.+)"', (ROOT / "navigator/__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def locked() -> dict[str, str]:
    """The version of every package in the locks."""
    text = "".join((ROOT / "requirements" / name).read_text(encoding="utf-8") for name in ("run.txt", "dist.txt"))
    return dict(re.findall(r"(?m)^([a-z0-9_.-]+)==([^\s;]+)", text))


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def files(folder: Path) -> list[dict[str, object]]:
    """Every library of the bundle below `folder` with its checksum, as CycloneDX's components of components."""
    found = sorted(
        p for p in folder.rglob("*") if p.is_file() and not p.is_symlink() and re.search(r"\.(so|dll|pyd)", p.name)
    )
    return [{"type": "file", "name": p.name, "hashes": [{"alg": "SHA-256", "content": sha256(p)}]} for p in found]


def component(
    name: str, licence: str, inside: Path | None, lock: dict[str, tuple[str, list[str]]]
) -> dict[str, object]:
    number = lock[name]
    address = f"pkg:pypi/{name}@{number}"
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": number,
        "purl": address,
        "licenses": [{"expression": licence}] if " " in licence else [{"license": {"id": licence}}],
    }
    if inside is not None and inside.is_dir():
        made["components"] = files(inside)
    return made


def bill(bundle: Path) -> dict[str, object]:
    """The CycloneDX document."""
    lock, internal = locked(), bundle / "_internal"
    parts = [component(name, licence, internal / at if at else None, lock) for name, licence, at in PARTS]
    python = platform.python_version()
    parts.append(
        {
            "type": "platform",
            "bom-ref": f"pkg:generic/python@{python}",
            "name": "python",
            "version": python,
            "licenses": [{"license": {"id": "PSF-2.0"}}],
        }
    )
    parts.append(
        {
            "type": "data",
            "bom-ref": "ibm-plex-sans",
            "name": "IBM Plex Sans",
            "version": "as in resources/fonts",
            "licenses": [{"license": {"id": "OFL-1.1"}}],
            "components": [
                {"type": "file", "name": p.name, "hashes": [{"alg": "SHA-256", "content": sha256(p)}]}
                for p in sorted((ROOT / "resources/fonts").glob("*.ttf"))
            ],
        }
    )
    app = {
        "type": "application",
        "bom-ref": "navigateur",
        "name": "navigateur",
        "version": version(),
        "licenses": [{"license": {"id": "MIT"}}],
    }
    refs = [str(p["bom-ref"]) for p in parts]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts, sort_keys=True))  # the same for the same parts
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": app},
        "components": parts,
        "dependencies": [{"ref": "navigateur", "dependsOn": refs}, *({"ref": ref} for ref in refs)],
    }


def main() -> None:
    bundle = DIST / "navigateur"
    if not bundle.is_dir():
        sys.exit("no bundle in dist/navigateur; run: make bundle")
    written = DIST / f"navigateur-{version()}.cdx.json"
    written.write_text(json.dumps(bill(bundle), indent=1), encoding="utf-8")
    subprocess.run([*SIGN, str(written)], check=True)
    sums = DIST / "SHA256SUMS"
    shipped = sorted(p for p in DIST.iterdir() if p.is_file() and not p.name.startswith(sums.name))
    sums.write_text("".join(f"{sha256(p)}  {p.name}\n" for p in shipped), encoding="utf-8")
    subprocess.run([*SIGN, str(sums)], check=True)
    print(f"parts list: {written.relative_to(ROOT)}; checksums of {len(shipped)} files: dist/SHA256SUMS")


if __name__ == "__main__":
    main()
