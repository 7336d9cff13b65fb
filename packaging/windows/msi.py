"""Writes the description (WiX) of the .msi that an administrator rolls out by group policy, and lets wixl build it.

Always for all users of a machine. Knows Windows Installer's rules; knows nothing of what the files are for.
"""

import hashlib
import os
import re
import subprocess
import uuid
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

# Never changed: by it Windows knows that another version is the same program.
UPGRADE_CODE = "8A6C0B6E-3F0D-4C1C-9C55-0C2E4E1D7B60"
_SPACE = uuid.UUID(UPGRADE_CODE)
WINDOW = "Navigateur.exe"
KEY = r"Software\Navigateur"
NEWER = "Une version plus récente de Navigateur est installée. / A newer version of Navigateur is installed."
SETUP = (
    "Navigateur a été installé par setup.exe : désinstallez-le d'abord. / Installed by setup.exe: uninstall that first."
)
# In the package's summary: its code, then when it was created and when it was saved (FILETIME).
_SUMMED = re.compile(rb"\{[0-9A-F-]{36}\}\0\0@\0\0\0.{8}@\0\0\0.{8}", re.DOTALL)
_EPOCH_1601 = 11_644_473_600  # seconds from there to 1970
WINDOWS = "Navigateur demande Windows 10 ou 11, 64 bits. / Navigateur needs Windows 10 or 11, 64-bit."


def guid(of: str) -> str:
    """The same for the same words: two builds of one version are the same product."""
    return str(uuid.uuid5(_SPACE, of)).upper()


def description(payload: Path, icon: Path, version: str, publisher: str, work: Path) -> str:
    """The WiX source, to lie in `work`, for the files below `payload`; wixl wants their names relative to it."""
    root = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = _sub(
        root,
        "Product",
        Id=guid(f"product {version}"),
        Name="Navigateur",
        Language="1036",
        Codepage="1252",
        Version=version,
        Manufacturer=publisher,
        UpgradeCode=UPGRADE_CODE,
    )
    about = {"Description": f"Navigateur {version}", "InstallScope": "perMachine"}
    _sub(product, "Package", InstallerVersion="500", Compressed="yes", **about)
    _sub(product, "MajorUpgrade", DowngradeErrorMessage=NEWER)
    _sub(product, "Media", Id="1", Cabinet="navigateur.cab", EmbedCab="yes")
    _sub(product, "Condition", Message=WINDOWS).text = "VersionNT64 >= 603"
    found = _sub(product, "Property", Id="BYSETUP")
    _sub(found, "RegistrySearch", Id="BySetup", Root="HKLM", Key=KEY, Name="InstallDir", Type="raw", Win64="yes")
    _sub(product, "Condition", Message=SETUP).text = "Installed OR NOT BYSETUP"
    _sub(product, "Icon", Id="navigator.ico", SourceFile=os.path.relpath(icon, work))
    _sub(product, "Property", Id="ARPPRODUCTICON", Value="navigator.ico")
    _sub(product, "Property", Id="ARPNOMODIFY", Value="1")
    top = _sub(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    _sub(top, "Directory", Id="ProgramMenuFolder")
    programs = _sub(top, "Directory", Id="ProgramFiles64Folder")
    feature = ET.Element("Feature", Id="Whole", Level="1", Title="Navigateur")
    _folder(_sub(programs, "Directory", Id="INSTALLDIR", Name="Navigateur"), payload, payload, feature, version, work)
    product.append(feature)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _folder(into: ET.Element, folder: Path, payload: Path, feature: ET.Element, version: str, work: Path) -> None:
    for place in sorted(folder.iterdir()):
        name = place.relative_to(payload).as_posix()
        id = f"f{guid(name).replace('-', '')}"
        if place.is_dir():
            _folder(_sub(into, "Directory", Id=f"d{id}", Name=place.name), place, payload, feature, version, work)
            continue
        component = _sub(into, "Component", Id=f"c{id}", Guid=guid(f"component {name}"), Win64="yes")
        _sub(component, "File", Id=id, Name=place.name, Source=os.path.relpath(place, work), KeyPath="yes")
        _sub(feature, "ComponentRef", Id=f"c{id}")
        if name == WINDOW:
            menu = {"Directory": "ProgramMenuFolder", "WorkingDirectory": "INSTALLDIR"}
            _sub(component, "Shortcut", Id="Menu", Name="Navigateur", Target=f"[INSTALLDIR]{WINDOW}", **menu)
            # What setup.exe looks for: it leaves alone what Windows Installer looks after.
            _sub(component, "RegistryValue", Root="HKLM", Key=KEY, Name="Msi", Type="string", Value=version)


def _sub(parent: ET.Element, tag: str, **given: str) -> ET.Element:
    return ET.SubElement(parent, tag, given)


def code_of(payload: Path, version: str) -> str:
    """The package's own code: another one where anything in it differs, as Windows Installer wants it."""
    seen = hashlib.sha256(version.encode())
    for file in sorted(p for p in payload.rglob("*") if p.is_file()):
        seen.update(file.relative_to(payload).as_posix().encode() + hashlib.sha256(file.read_bytes()).digest())
    return guid(f"package {seen.hexdigest()}")


def settle(made: Path, code: str, day: datetime) -> None:
    """The code and the date of the commit, where wixl draws lots and reads the clock: two builds are alike."""
    when = ((int(day.timestamp()) + _EPOCH_1601) * 10_000_000).to_bytes(8, "little")
    given = f"{{{code}}}".encode() + b"\0\0" + (b"@\0\0\0" + when) * 2
    data, count = _SUMMED.subn(lambda _found: given, made.read_bytes())
    if count != 1:
        raise SystemExit(f"{made.name}: {count} summaries in place of one")
    made.write_bytes(data)


def build(payload: Path, icon: Path, version: str, publisher: str, made: Path, work: Path, day: datetime) -> None:
    """The .msi of the files below `payload`. Raises CalledProcessError."""
    source = work / "navigateur.wxs"
    source.write_text(description(payload, icon, version, publisher, work), encoding="utf-8")
    # It leaves folders of its own where it works.
    subprocess.run(["wixl", "--arch", "x64", "--output", str(made), str(source)], check=True, cwd=work)
    settle(made, code_of(payload, version), day)
