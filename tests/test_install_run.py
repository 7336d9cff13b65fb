"""The installer for one user without root: what it lays down, upgrades, refuses and leaves."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).parent.parent / "packaging" / "linux"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it installs on Linux")


class Home:
    """A user's home and the unpacked installers of versions."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, folder / "home"
        self.home.mkdir()
        self.program = self.home / ".local/lib/navigateur/navigator"

    def call(self, script: Path, *words: str, lang: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
        known = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": lang}
        return subprocess.run(["sh", str(script), *words], env=known, capture_output=True, text=True, check=False)

    def install(self, version: str, *words: str, lang: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
        unpacked = self.folder / version
        if not unpacked.exists():
            (unpacked / "navigateur").mkdir(parents=True)
            (unpacked / "navigateur/navigator").write_text(version, encoding="utf-8")
            (unpacked / "navigateur/VERSION").write_text(f"{version}\n", encoding="utf-8")
            (unpacked / "icons/48x48/apps").mkdir(parents=True)
            (unpacked / "icons/48x48/apps/navigator.png").write_bytes(b"png")
            for name in ("install.sh", "navigator.desktop", "navigator.1"):
                shutil.copyfile(LINUX / name, unpacked / name)
        return self.call(unpacked / "install.sh", *words, lang=lang)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_an_upgrade_takes_the_place_of_the_older_version(home: Home) -> None:
    assert home.install("1.9.0").returncode == 0
    assert home.install("1.10.0").returncode == 0
    assert home.program.read_text(encoding="utf-8") == "1.10.0"
    assert (home.home / ".local/bin/navigator").resolve() == home.program
    entry = (home.home / ".local/share/applications/navigator.desktop").read_text(encoding="utf-8")
    assert f'Exec="{home.program}"\n' in entry


@pytest.mark.parametrize(("lang", "said"), [("fr_FR.UTF-8", "plus récente que la 1.9.0"), ("C", "newer than 1.9.0")])
def test_an_older_version_over_a_newer_one_is_refused_unless_forced(home: Home, lang: str, said: str) -> None:
    home.install("1.10.0")
    refused = home.install("1.9.0", lang=lang)
    assert refused.returncode == 4
    assert said in refused.stderr
    assert home.program.read_text(encoding="utf-8") == "1.10.0"
    assert home.install("1.9.0", "--force").returncode == 0
    assert home.program.read_text(encoding="utf-8") == "1.9.0"


def test_the_same_version_again_and_a_copy_that_says_none_are_installed_over(home: Home) -> None:
    home.install("1.0")
    assert home.install("1.0").returncode == 0
    (home.program.parent / "VERSION").unlink()
    assert home.install("0.1").returncode == 0


def test_removing_leaves_nothing_but_what_others_put_there(home: Home) -> None:
    home.install("1.0")
    other = home.home / ".local/bin/other"
    other.write_text("of another", encoding="utf-8")
    done = home.call(home.program.parent / "install.sh", "--uninstall", "--quiet")
    assert (done.returncode, done.stdout) == (0, "")
    assert [p for p in home.home.rglob("*") if p.is_file()] == [other]


def test_a_word_that_it_does_not_know_changes_nothing(home: Home) -> None:
    assert home.install("1.0", "--unknown").returncode == 2
    assert list(home.home.iterdir()) == []


def test_every_exit_code_is_told_and_every_one_told_exists() -> None:
    script = (LINUX / "install.sh").read_text(encoding="utf-8")
    told = (LINUX.parent.parent / "docs/installing.md").read_text(encoding="utf-8")
    table = told.partition("| the `.run` ends with |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| (\d) \|", table, re.MULTILINE)) == set(
        re.findall(r"exit (\d)$", script, re.MULTILINE)
    ) | {"2"}
    for word in set(re.findall(r"^ +(--[a-z]+)\)", script, re.MULTILINE)):
        assert f"[{word}" in script.partition("usage: ")[2].partition('"')[0]
