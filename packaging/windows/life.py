"""What the life of the Windows installers does and looks at: programs in wine, its registry, windows on a display.

Prints each step and keeps the transcript. Knows no installer by name.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wine import Wine

CLOSE = Path(__file__).resolve().parents[1] / "linux" / "close_window.py"


class Failed(Exception):
    """Something is not as it should be."""


class Life:
    """What is done and looked at, and the transcript of it."""

    def __init__(self, wine: Wine, transcript: Path) -> None:
        self.wine, self.told = wine, transcript
        self.told.write_text("", encoding="utf-8")

    def say(self, line: str) -> None:
        print(line, flush=True)
        with self.told.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def want(self, fine: object, what: str) -> None:
        if not fine:
            raise Failed(what)
        self.say(f"    {what}")

    def run(self, *words: str, ends: int = 0) -> str:
        """A program that must end with `ends`; what it printed."""
        code, told = self.wine.run(*words)
        shown = " ".join(Path(w.replace("\\", "/")).name if n == 0 else w for n, w in enumerate(words))
        self.say(f"  $ {shown}   -> {code}")
        if code != ends:
            raise Failed(f"{shown} ended with {code} in place of {ends}\n{told[-3000:]}")
        return told

    def value(self, root: str, key: str, name: str) -> str:
        """A value of the registry; empty where there is none."""
        code, told = self.wine.run("reg", "query", f"{root}\\{key}", "/v", name)
        lines = [line.split("    ", 3)[-1] for line in told.splitlines() if line.strip().startswith(name)]
        return lines[0].strip() if code == 0 and lines else ""

    def wait(self, holds: Callable[[], bool], what: str, seconds: float = 60) -> None:
        """Until it holds: an uninstaller returns before its copy has removed the last file."""
        for _ in range(int(seconds * 4)):
            if holds():
                break
            time.sleep(0.25)
        self.want(holds(), what)

    def proves_itself(self, folder: Path) -> None:
        """The installed copy tests itself, and makes a PDF in a folder of its user."""
        program = self.wine.path(folder / "navigator.exe")
        said = self.run(program, "self-test", "--lang", "en").splitlines()
        self.want(said[-1] == "All is well.", f"self-test: {said[0]}; {len(said)} lines; {said[-1]}")
        leaflet = self.wine.home / "Documents" / "guide d’été.pdf"
        leaflet.parent.mkdir(parents=True, exist_ok=True)
        leaflet.unlink(missing_ok=True)
        self.run(program, "export", self.wine.path(leaflet), "--lang", "fr")
        self.want(
            leaflet.read_bytes().startswith(b"%PDF-"), f"a PDF of {leaflet.stat().st_size // 1000} kB: {leaflet.name}"
        )

    # --- with a display

    def window(self, name: str) -> str:
        """The number of the window that is or will be open under this name."""
        call = ["timeout", "90", "xdotool", "search", "--sync", "--onlyvisible", "--name", name]
        found = subprocess.run(call, capture_output=True, text=True, env=self._seen(), check=False).stdout.split()
        self.want(found, f"a window « {name} » is open")
        time.sleep(4)
        return found[0]

    def press(self, *keys: str) -> None:
        for key in keys:
            subprocess.run(["xdotool", "key", key], check=True, env=self._seen())
            time.sleep(2)

    def close(self, window: str) -> None:
        """As by the cross in its corner."""
        subprocess.run([sys.executable, str(CLOSE), window], check=True, env=self._seen())

    def picture(self, name: str) -> None:
        if os.environ.get("PICTURES"):
            file = Path(os.environ["PICTURES"]) / f"windows-{name}.png"
            subprocess.run(["import", "-window", "root", str(file)], env=self._seen(), check=False)

    def _seen(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.wine.display}


def running(program: Path) -> bool:
    """Whether it runs: its name, with the folder before it, is that of a process."""
    name = program.parent.name.encode() + b"\\" + program.name.encode()
    return any(name in command(process) for process in Path("/proc").glob("[0-9]*"))


def command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:  # it ended meanwhile
        return b""


def screen_of_its_own() -> tuple["subprocess.Popen[bytes] | None", str]:
    """An X server for the windows, where this machine has one, under a number that was free; and its name."""
    if not all(shutil.which(tool) for tool in ("Xvfb", "xdotool")):
        print("without windows (sudo apt-get install --no-install-recommends xvfb xdotool)")
        return None, ""
    told, tells = os.pipe()
    call = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24", "-ac", "-nolisten", "tcp"]
    screen = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(tells,))
    os.close(tells)
    with os.fdopen(told) as number:
        return screen, f":{number.readline().strip()}"
