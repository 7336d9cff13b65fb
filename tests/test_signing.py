"""Signing as the build calls it: by the command that the owner names, never silently in vain."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pip
import pytest

ROOT = Path(__file__).parent.parent
SIGN = ROOT / "packaging" / "signing" / "sign.py"


def sign(*files: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-S", str(SIGN), *map(str, files)]
    known = {k: v for k, v in os.environ.items() if not k.startswith("SIGN_")}
    return subprocess.run(call, capture_output=True, text=True, check=False, env={**known, **variables}, timeout=60)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    made = tmp_path / "a package.deb"
    made.write_text("as built", encoding="utf-8")
    return made


def test_where_no_command_is_named_one_sentence_says_so_and_an_old_signature_is_gone(package: Path) -> None:
    old = package.with_name(f"{package.name}.asc")
    old.write_text("of an older build", encoding="utf-8")
    done = sign(package)
    assert done.returncode == 0
    assert done.stdout == f"not signed: {package.name} (SIGN_FILE names no command; docs/signing.md)\n"
    assert not old.exists()


@pytest.mark.parametrize(
    ("command", "said"), [("true", "neither changed it nor signed beside it"), ("false", "ended with 1")]
)
def test_a_command_that_signs_nothing_ends_the_build(package: Path, command: str, said: str) -> None:
    done = sign(package, SIGN_FILE=command)
    assert done.returncode == 1
    assert said in done.stderr


def test_a_command_signs_beside_the_file_or_writes_what_takes_its_place(package: Path) -> None:
    assert "signed: a package.deb" in sign(package, SIGN_FILE="cp {file} '{file}.sig'").stdout
    assert package.with_name(f"{package.name}.sig").is_file()
    into = """sh -c 'tr a-z A-Z <"$0" >"$1"' {file} {out}"""
    assert sign(package, SIGN_FILE=into).returncode == 0
    assert package.read_text(encoding="utf-8") == "AS BUILT"
    assert not package.with_name(f"{package.name}.signed").exists()


def test_a_program_of_windows_is_known_by_its_first_bytes_too(package: Path) -> None:
    package.write_bytes(b"MZ, as makensis hands over the uninstaller, with no kind in its name")
    assert "(SIGN_WINDOWS names no command" in sign(package).stdout


@pytest.mark.sweep
@pytest.mark.skipif(not (shutil.which("osslsigncode") and shutil.which("openssl")), reason="osslsigncode is absent")
def test_a_windows_program_carries_the_signature_of_a_certificate_thrown_away(tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    shutil.copyfile(Path(pip.__file__).parent / "_vendor/distlib/w64.exe", program)
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Throwaway -keyout {key} -out {certificate}"
    subprocess.run([*made.split(), "-addext", "extendedKeyUsage=codeSigning"], check=True, capture_output=True)
    command = f"osslsigncode sign -certs {certificate} -key {key} -h sha256 -in {{file}} -out {{out}}"
    assert sign(program, SIGN_WINDOWS=command).returncode == 0
    check = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(program)]
    told = subprocess.run(check, capture_output=True, text=True, check=True).stdout
    assert "Signature verification: ok" in told


@pytest.mark.sweep
@pytest.mark.skipif(not shutil.which("gpg"), reason="gpg is absent")
def test_a_package_gets_a_signature_beside_it_that_a_changed_package_betrays(
    package: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("g")
    home.chmod(0o700)
    known = {**os.environ, "GNUPGHOME": str(home)}
    make = [
        "gpg",
        "--batch",
        "--quiet",
        "--passphrase",
        "",
        "--quick-generate-key",
        "Throwaway",
        "ed25519",
        "sign",
        "2d",
    ]
    try:
        subprocess.run(make, check=True, capture_output=True, env=known)
        done = sign(package, SIGN_FILE="gpg --batch --yes --armor --detach-sign", GNUPGHOME=str(home))
        assert done.returncode == 0, done.stderr
        verify = ["gpg", "--batch", "--verify", f"{package}.asc", str(package)]
        assert subprocess.run(verify, capture_output=True, check=False, env=known).returncode == 0
        package.write_text("as changed", encoding="utf-8")
        assert subprocess.run(verify, capture_output=True, check=False, env=known).returncode != 0
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False, env=known)
