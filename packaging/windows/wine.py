"""A Windows of its own below build/, in wine: made once, and programs that run in it.

Knows wine's ways: no display, no input, output to a pipe, the stand-in of icuuc.dll. Knows nothing of the app.
"""

import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The loader itself: Debian's script around it complains of the 32-bit wine that nothing here needs.
LOADER = Path("/usr/lib/wine/wine64")
COMPILER = "x86_64-w64-mingw32-gcc"


class Wine:
    """One Windows, its C: below `prefix`. `display` is an X display for programs that show something, "" for none."""

    def __init__(self, prefix: Path, display: str = "") -> None:
        self.prefix, self.display = prefix, display

    @property
    def drive(self) -> Path:
        """Its drive C:."""
        return self.prefix / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of its one user."""
        return next(p for p in (self.drive / "users").iterdir() if p.name != "Public")

    def set_up(self) -> None:
        """Make it, as Windows 10, with the stand-in that wine lacks."""
        (self.prefix / "home").mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "--init")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        library = self.drive / "windows" / "system32" / "icuuc.dll"
        source = HERE / "icustub" / "icuuc.c"
        subprocess.run(
            [COMPILER, "-shared", "-nostdlib", "-Wl,-e,0", "-s", "-o", str(library), str(source)], check=True
        )

    def start(self, *words: str, **more: str) -> "subprocess.Popen[bytes]":
        """A program that goes on by itself."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            self.call(*words), stdin=nothing, stdout=nothing, stderr=nothing, env=self.about(**more)
        )

    def run(self, *words: str, seconds: float = 600, **more: str) -> tuple[int, str]:
        """The exit code of a program, and what it printed: to a pipe, for a Python in wine cannot print to a file."""
        done = subprocess.run(
            self.call(*words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.about(**more),
            timeout=seconds,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip()

    def end(self) -> None:
        """End what still runs in it."""
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
        subprocess.run([server, "-k"], env=self.about(), check=False, stderr=subprocess.DEVNULL)

    def path(self, file: Path) -> str:
        """How programs in it call a file of this machine."""
        inside = file.is_relative_to(self.drive)
        return ("C:\\" if inside else "Z:") + str(file.relative_to(self.drive) if inside else file).replace("/", "\\")

    def call(self, *words: str) -> list[str]:
        """The words that start a program in it."""
        return [str(LOADER) if LOADER.is_file() else "wine", *words]

    def about(self, **more: str) -> dict[str, str]:
        """The environment of what runs in it."""
        foreign = ("QT_", "PYTHON", "WINE", "XDG_", "DISPLAY", "WAYLAND_DISPLAY")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        mine = {
            "HOME": str(self.prefix / "home"),  # wine puts its user's Documents where this says: not into ours
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winedbg.exe,winemenubuilder.exe=d",
        }
        if self.display:
            mine["DISPLAY"] = self.display
        return {**kept, **mine, **more}
