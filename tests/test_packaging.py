"""What the installers say of the app is so: parts, verbs, names. What they do is shown by `make dist` itself."""

import re
import shutil
from pathlib import Path

from navigator.cli import _VERBS
from navigator.pages.about import LICENCES
from tests.test_documents import maker

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "packaging" / "linux"
sbom = maker("sbom")
licences, owner = sbom.licences, sbom.owner


def test_every_part_that_a_bundle_may_carry_is_told_in_about_with_its_texts() -> None:
    shown = {Path(file).name for licence in LICENCES.values() for file in licence.files}
    needed = {Path(text).name for part in (*licences.PARTS, *licences.ALSO) for text in part.texts}
    assert shown == needed | {"navigator.txt"}
    assert {file.name for file in (ROOT / "resources/licences").iterdir()} | {"OFL.txt"} == shown
    for name in ("pyside6-essentials", "shiboken6", "pyyaml", "jinja2", "markupsafe", "pyinstaller"):
        assert re.fullmatch(r"[0-9.]+", sbom.locked()[name]), name


def bundle_with(folder: Path, **files: bytes) -> Path:
    """A bundle with all licence texts and these libraries; two underscores stand for a slash."""
    texts = folder / "_internal/navigator/_resources/licences"
    shutil.copytree(ROOT / "resources/licences", texts)
    shutil.copytree(ROOT / "resources/fonts", texts.parent / "fonts")
    for name, data in files.items():
        place = folder / name.replace("__", "/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def test_a_library_without_a_licence_entry_ends_the_build(tmp_path: Path) -> None:
    bundle = bundle_with(tmp_path, navigator=b"\x7fELF", _internal__libother=b"\x7fELF", _internal__notes=b"text")
    assert licences.faults(bundle) == ["_internal/libother has no licence entry"]


def test_a_licence_text_that_is_not_shipped_ends_the_build(tmp_path: Path) -> None:
    bundle = bundle_with(tmp_path)
    (bundle / "_internal/navigator/_resources/licences/icu.txt").unlink()
    assert licences.faults(bundle) == ["icu.txt is not in the bundle"]


def test_what_was_linked_into_qt_is_told_or_ends_the_build(tmp_path: Path) -> None:
    library = b"\x7fELF mity/md4c"
    bundle = bundle_with(
        tmp_path, _internal__PySide6__libQt6Gui=library, _internal__PySide6__libqjpeg=b"MZ Bogus message code"
    )
    assert licences.faults(bundle) == ["libjpeg is inside libqjpeg and not told in qt-third-party.txt"]


def test_the_parts_list_tells_every_library_and_the_works_inside(tmp_path: Path) -> None:
    places = {"_internal__PySide6__libQt6Core": b"\x7fELF", "_internal__yaml___yaml": b"\x7fELF"}
    told = {part["name"]: part for part in sbom.bill(bundle_with(tmp_path, **places), "3.11.0")["components"]}
    inside = {part["name"] for part in told["pyside6-essentials"]["components"]}
    assert {"PCRE2", "HarfBuzz", "libpng", "_internal/PySide6/libQt6Core"} <= inside
    assert told["pyyaml"]["purl"] == f"pkg:pypi/pyyaml@{sbom.locked()['pyyaml']}"
    assert {"jinja2", "ibm-plex-sans"} <= set(told)
    assert "markupsafe" not in told, "what is not in the bundle is not in its list"


def test_the_works_inside_are_counted_as_the_document_counts_them() -> None:
    told = (ROOT / "docs/installing.md").read_text(encoding="utf-8")
    for file, first in (("qt", "PCRE2, HarfBuzz, libpng, MD4C"), ("python", "libmpdec, expat, zlib")):
        works = licences.headings((ROOT / f"resources/licences/{file}-third-party.txt").read_text(encoding="utf-8"))
        named = first.split(", ")
        assert set(named) <= set(works)
        assert f"| {first} and {len(works) - len(named)} more |" in told


def test_what_is_yet_to_fill_in_by_the_owner_is_named(tmp_path: Path) -> None:
    text = owner.FILE.read_text(encoding="utf-8")
    values = {"maintainer": "A B <a@b.fr>", "publisher": "B", "appstream_id": "fr.b.navigateur", "homepage": ""}
    filled = tmp_path / "owner.toml"
    filled.write_text("".join(f'{name} = "{value}"\n' for name, value in values.items()), encoding="utf-8")
    assert owner.read(filled) == owner.Owner(**values)
    assert owner.read(filled).placeholders() == []
    left = owner.read().placeholders()
    assert set(left) == {name for name, value in owner.read()._asdict().items() if "example" in value}
    told = (ROOT / "docs/installing.md").read_text(encoding="utf-8")
    for name in values:
        assert re.search(rf"^{name} = ", text, re.MULTILINE), name
        assert f"`{name}`" in told, name


def test_both_manual_pages_tell_the_same_verbs_and_each_exists() -> None:
    told = [
        re.findall(r"^\.B ([a-z\\-]+)\n", (LINUX / page).read_text(encoding="utf-8"), re.MULTILINE)
        for page in ("navigator.1", "fr/navigator.1")
    ]
    assert told[0] == told[1]
    verbs = {verb.replace("\\", "") for verb in told[0]} - {"navigator"}
    assert verbs
    assert verbs <= set(_VERBS)


def test_the_menu_entry_is_the_one_that_the_window_claims() -> None:
    entry = (LINUX / "navigator.desktop").read_text(encoding="utf-8")
    claimed = re.search(r'setDesktopFileName\("(.+)"\)', (ROOT / "navigator/ui/opening.py").read_text(encoding="utf-8"))
    assert claimed is not None
    assert f"StartupWMClass={claimed[1]}\n" in entry
    assert f"{claimed[1]}.desktop" in (LINUX / "navigator.metainfo.xml").read_text(encoding="utf-8")
