"""Writes the list of all that a bundle carries (CycloneDX 1.6) and, last of all, dist/SHA256SUMS.

python packaging/sbom.py [BUNDLE] [--python VERSION]: for dist/navigateur, or for another bundle with the Python in it.
The list is held against CycloneDX's own schema before it is written. Reads the lock for versions, the bundle for what
is really in it, packaging/bundle/licences.py for whose it is. Asks no network.
"""

import argparse
import hashlib
import json
import platform
import re
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(HERE / "bundle")]
import licences  # noqa: E402
import owner  # noqa: E402

DIST = ROOT / "dist"
SIGN = (sys.executable, str(HERE / "signing" / "sign.py"))
SPDX = {"ICU", "MIT", "PSF-2.0", "LGPL-3.0-only", "BSD-2-Clause", "BSD-3-Clause", "OFL-1.1", "CC0-1.0", "Zlib", "FTL"}
SPDX |= {"Unicode-DFS-2016", "libpng-2.0", "Apache-2.0", "HPND", "HPND-sell-variant"}
Component = dict[str, Any]


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


def licence(told: str) -> list[Component]:
    """CycloneDX's three ways to say a licence: an SPDX name, an expression of several, or words."""
    if told in SPDX:
        return [{"license": {"id": told}}]
    if " WITH " in told:
        return [{"expression": told}]
    return [{"license": {"name": told}}]


def file_of(place: str, file: Path, within: str) -> Component:
    name = f"{within}#{place}"
    return {"type": "file", "bom-ref": name, "name": place, "hashes": [{"alg": "SHA-256", "content": sha256(file)}]}


def number_of(part: licences.Part, python: str, bundle: Path) -> str:
    """The version of a part: the lock’s, that of the Python in the bundle, ICU’s by its file; empty where untold."""
    if part.name == "icu":
        return next((p.name.rpartition(".")[2] for p in sorted(bundle.rglob("libicuuc.so.*"))), "")
    return python if part.name == "python" else locked().get(part.name, "")


def works_inside(part: licences.Part) -> list[Component]:
    """What its collected text tells of the works of others inside a part."""
    texts = (ROOT / "resources/licences" / name for name in part.texts if "third-party" in name)
    told = {name: said for text in texts for name, said in licences.headings(text.read_text(encoding="utf-8")).items()}
    return [
        {"type": "library", "bom-ref": f"{part.name}/{name}", "name": name, "licenses": licence(said)}
        for name, said in told.items()
    ]


def component(part: licences.Part, files: list[tuple[str, Path]], number: str) -> Component:
    from_index = part.name in locked()
    address = f"pkg:pypi/{part.name}@{number}" if from_index else f"pkg:generic/{part.name}"
    address += f"@{number}" if number and not from_index else ""
    inside = [*works_inside(part), *(file_of(place, file, address) for place, file in files)]
    return {
        "type": "library",
        "bom-ref": address,
        "name": part.name,
        **({"version": number} if number else {}),
        "purl": address,
        "licenses": licence(part.licence),
        **({"components": inside} if inside else {}),
    }


def bill(bundle: Path, python: str) -> Component:
    """The CycloneDX document of a bundle. Raises SystemExit for a file that belongs to no part."""
    owned: dict[licences.Part, list[tuple[str, Path]]] = {part: [] for part in licences.PARTS}
    for place, file in licences.binaries(bundle):
        part = licences.owner(place)
        if part is None:
            raise SystemExit(f"no parts list: {place} has no licence entry")
        owned[part].append((place, file))
    for part in licences.ALSO:
        inside = sorted((bundle / part.files).glob("*.ttf")) if part.files else []
        owned[part] = [(p.relative_to(bundle).as_posix(), p) for p in inside]
    shipped = {part: files for part, files in owned.items() if files or not part.files}
    parts = [component(part, files, number_of(part, python, bundle)) for part, files in shipped.items()]
    who = {"name": owner.read().publisher}
    me = {"type": "application", "bom-ref": "navigateur", "name": "navigateur", "version": version()}
    refs = [str(p["bom-ref"]) for p in parts]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts, sort_keys=True))  # the same for the same parts
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": {**me, "publisher": who["name"], "licenses": licence("MIT")}, "supplier": who},
        "components": parts,
        "dependencies": [{"ref": "navigateur", "dependsOn": refs}, *({"ref": ref} for ref in refs)],
    }


def faults(document: Component) -> list[str]:
    """What CycloneDX's own schema finds wrong, with the place; the schema comes with cyclonedx-python-lib."""
    import cyclonedx.schema  # noqa: PLC0415
    import jsonschema  # noqa: PLC0415
    import referencing  # noqa: PLC0415

    folder = Path(cyclonedx.schema.__file__).parent / "_res"
    names = ("bom-1.6", "spdx", "jsf-0.82")
    read = {n: json.loads((folder / f"{n}.SNAPSHOT.schema.json").read_text(encoding="utf-8")) for n in names}
    known = referencing.Registry()
    for name, schema in read.items():
        made = referencing.Resource.from_contents(schema)
        known = known.with_resource(f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json", made)
    found = jsonschema.Draft7Validator(read["bom-1.6"], registry=known).iter_errors(document)
    return [f"{e.json_path}: {e.message[:200]}" for e in found]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("bundle", nargs="?", type=Path, default=DIST / "navigateur")
    asked.add_argument("--python", default=platform.python_version(), help="the version of the Python in the bundle")
    words = asked.parse_args()
    if not words.bundle.is_dir():
        sys.exit(f"no bundle in {words.bundle}; run: make bundle")
    document = bill(words.bundle, words.python)
    held = ", valid by the schema of CycloneDX 1.6"
    try:
        wrong = faults(document)
    except ModuleNotFoundError as absent:  # the lock has it for Linux, where releases are made
        wrong, held = [], f"; skipped: its schema ({absent.name} is absent)"
    if wrong:
        raise SystemExit("the parts list is no CycloneDX 1.6:\n" + "\n".join(wrong))
    system = "windows" if (words.bundle / "navigator.exe").is_file() else "linux"
    written = DIST / f"navigateur-{version()}-{system}.cdx.json"
    written.write_text(json.dumps(document, indent=1), encoding="utf-8", newline="\n")
    print(f"parts list: {written.name}, {len(document['components'])} parts{held}")
    subprocess.run([*SIGN, str(written)], check=True)
    sums = DIST / "SHA256SUMS"
    shipped = sorted(p for p in DIST.iterdir() if p.is_file() and not p.name.startswith(sums.name))
    sums.write_text("".join(f"{sha256(p)}  {p.name}\n" for p in shipped), encoding="utf-8", newline="\n")
    print(f"checksums of {len(shipped)} files: {sums.relative_to(ROOT)}")
    subprocess.run([*SIGN, str(sums)], check=True)


if __name__ == "__main__":
    main()
