"""What the installers say of the app is so: parts, verbs, names. What they do is shown by `make dist` itself."""

import re
from pathlib import Path

from navigator.cli import _VERBS
from navigator.pages.about import LICENCES
from tests.test_documents import maker

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "packaging" / "linux"


def test_every_part_of_the_parts_list_is_locked_and_shown_in_about() -> None:
    sbom = maker("sbom")
    locked = sbom.locked()
    shown = {licence.package.lower().replace("_", "-") for licence in LICENCES.values()}
    for name, _licence, _place in sbom.PARTS:
        assert re.fullmatch(r"[0-9.]+", locked[name]), name
        assert name in shown or name in ("shiboken6", "pyinstaller"), name


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
    claimed = re.search(r'setDesktopFileName\("(.+)"\)', (ROOT / "navigator/ui/app.py").read_text(encoding="utf-8"))
    assert claimed is not None
    assert f"StartupWMClass={claimed[1]}\n" in entry
    assert f"{claimed[1]}.desktop" in (LINUX / "navigator.metainfo.xml").read_text(encoding="utf-8")
