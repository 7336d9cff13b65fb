"""The life of the Windows installers, in a fresh Windows in wine: install, self-test, PDF, upgrade, refusals, out.

python packaging/windows/lifecycle.py: for what `make windows` built. Prints each step, keeps the transcript in
build/windows/lifecycle.txt, ends at the first thing that is not as it should be. PICTURES=folder keeps pictures.
"""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from wine import Wine

from navigator import __version__

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIST, WORK = ROOT / "dist", ROOT / "build" / "windows"
HIGHER = ".".join([*__version__.split(".")[:2], str(int(__version__.split(".")[2]) + 1)])
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Navigateur"
KEY = r"Software\Navigateur"
NEWER_THERE, IS_OPEN, FOREIGN = 4, 5, 6
MINE = r"AppData\Local\Programs\Navigateur"


class Failed(Exception):
    """Something is not as it should be."""


class Life:
    """What is done and looked at, and the transcript of it."""

    def __init__(self, wine: Wine) -> None:
        self.wine, self.told = wine, WORK / "lifecycle.txt"
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

    def setup(self, version: str, *words: str, ends: int = 0) -> None:
        """The silent setup.exe of a version; /D=… comes last and with blanks in it stays one word without quotes."""
        self.run(self.wine.path(made(version, "-setup.exe")), "/S", *words, ends=ends)

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


def made(version: str, tail: str) -> Path:
    folder = DIST if version == __version__ else WORK / "higher"
    return folder / f"navigateur-{version}{tail}"


# --- the steps


def for_one_user(life: Life) -> None:
    wine = life.wine
    folder = wine.home / MINE.replace("\\", "/")
    life.setup(__version__)
    life.want((folder / "Navigateur.exe").is_file(), rf"installed in %LOCALAPPDATA%\Programs\{folder.name}")
    life.want(life.value("HKCU", UNINSTALL, "DisplayVersion") == __version__, "in the list of installed programs")
    menu = list(wine.home.rglob("Start Menu/Programs/Navigateur.lnk"))
    life.want(menu, "in the Start menu")
    life.proves_itself(folder)

    life.say("--- upgrade")
    settings = wine.home / "AppData/Local/navigator/settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"theme": "dark", "toured": true}', encoding="utf-8")
    (folder / "_internal/of_yesterday.pyd").touch()
    (folder / "notes.txt").write_text("of the user", encoding="utf-8")
    life.setup(HIGHER)
    life.want(life.value("HKCU", UNINSTALL, "DisplayVersion") == HIGHER, f"{HIGHER} in the list of installed programs")
    life.want(not (folder / "_internal/of_yesterday.pyd").exists(), "a file of the earlier version is gone")
    life.want("dark" in settings.read_text(encoding="utf-8"), "the settings are as they were")
    life.proves_itself(folder)

    life.say("--- an older setup is refused")
    life.setup(__version__, ends=NEWER_THERE)
    life.want(life.value("HKCU", UNINSTALL, "DisplayVersion") == HIGHER, "nothing was changed")

    life.say("--- while the app is open, nothing is touched")
    close = opened(life, folder)
    life.setup(HIGHER, ends=IS_OPEN)
    life.run(wine.path(folder / "uninstall.exe"), "/S", f"_?={wine.path(folder)}", ends=IS_OPEN)
    life.want((folder / "_internal/base_library.zip").is_file(), "all files are there")
    close()

    life.say("--- out again")
    leave(life, folder, "HKCU", kept={"notes.txt"})
    life.want(not any(m.exists() for m in menu), "no longer in the Start menu")
    life.want("dark" in settings.read_text(encoding="utf-8"), "left to the user: settings, a PDF, a note")
    shutil.rmtree(folder)
    left = [p for p in wine.drive.rglob("*") if "navigat" in p.name.lower() and p != settings.parent]
    life.want(not left, f"nothing else of it on the disk{': ' if left else ''}{', '.join(map(str, left))}")


def opened(life: Life, folder: Path) -> Callable[[], None]:
    """Open the window, or without a display the walk in the terminal; what closes it again."""
    wine = life.wine
    if wine.display:
        app = wine.start(wine.path(folder / "Navigateur.exe"))
        at = window_of(life, "Navigateur")
        picture(life, "installed")

        def close() -> None:
            subprocess.run([sys.executable, str(HERE.parent / "linux/close_window.py"), at], check=True, env=on(wine))
            life.want(app.wait(60) == 0, "the window was closed and the program ended with 0")

        return close
    walk = subprocess.Popen(
        wine.call(wine.path(folder / "navigator.exe"), "walk"),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=wine.about(),
    )
    time.sleep(10)

    def end() -> None:
        assert walk.stdin is not None
        walk.stdin.close()
        walk.wait(60)

    return end


def on(wine: Wine) -> dict[str, str]:
    return {**os.environ, "DISPLAY": wine.display}


def window_of(life: Life, name: str) -> str:
    call = ["timeout", "90", "xdotool", "search", "--sync", "--onlyvisible", "--name", name]
    found = subprocess.run(call, capture_output=True, text=True, env=on(life.wine), check=False).stdout.split()
    life.want(found, f"a window « {name} » is open")
    time.sleep(4)
    return found[0]


def picture(life: Life, name: str) -> None:
    if os.environ.get("PICTURES"):
        file = Path(os.environ["PICTURES"]) / f"windows-{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], env=on(life.wine), check=False)


def leave(life: Life, folder: Path, root: str, kept: set[str] = frozenset()) -> None:
    life.run(life.wine.path(folder / "uninstall.exe"), "/S")
    life.wait(lambda: {p.name for p in folder.glob("*")} == kept and folder.exists() == bool(kept), "uninstalled")
    life.want(not life.value(root, UNINSTALL, "DisplayName"), "no longer in the list of installed programs")
    life.want(not life.value(root, KEY, "InstallDir"), "nothing of it in the registry")


def for_all_users(life: Life) -> None:
    folder = life.wine.drive / "Program Files" / "Navigateur"
    life.setup(__version__, "/AllUsers")
    life.want((folder / "Navigateur.exe").is_file(), r"installed in C:\Program Files\Navigateur")
    life.want(list((life.wine.drive / "ProgramData").rglob("Programs/Navigateur.lnk")), "in everyone's Start menu")
    life.proves_itself(folder)
    life.setup(HIGHER)
    life.want(life.value("HKLM", UNINSTALL, "DisplayVersion") == HIGHER, "upgraded as it is, for all users")
    life.setup(__version__, "/AllUsers", ends=NEWER_THERE)
    leave(life, folder, "HKLM")


def in_another_folder(life: Life) -> None:
    folder = life.wine.drive / "Cabinet médical" / "Navigateur d’été"
    life.setup(__version__, f"/D={life.wine.path(folder)}")
    life.want((folder / "Navigateur.exe").is_file(), f"installed in {life.wine.path(folder)}")
    life.proves_itself(folder)
    leave(life, folder, "HKCU")
    other = life.wine.drive / "Other program"
    (other / "_internal").mkdir(parents=True)
    (other / "_internal" / "of another.dll").touch()
    life.setup(__version__, f"/D={life.wine.path(other)}", ends=FOREIGN)
    life.want((other / "_internal" / "of another.dll").is_file(), "another program's folder is refused, and untouched")


def from_a_stick(life: Life) -> None:
    stick = life.wine.drive / "Clé USB de l’été"
    with zipfile.ZipFile(made(__version__, "-portable.zip")) as packed:
        packed.extractall(stick)
    folder = stick / "Navigateur"
    own = life.wine.home / "AppData/Local/navigator"
    shutil.rmtree(own, ignore_errors=True)
    life.proves_itself(folder)
    if life.wine.display:
        opened(life, folder)()
        life.want((folder / "settings.json").is_file(), "the settings lie beside the program")
        life.want(not own.exists(), "nothing was written to the user's folders")
    shutil.rmtree(stick)


def by_group_policy(life: Life) -> None:
    wine = life.wine
    folder = wine.drive / "Program Files" / "Navigateur"
    life.run("msiexec", "/i", wine.path(made(__version__, ".msi")), "/qn")
    life.want((folder / "Navigateur.exe").is_file(), r"installed in C:\Program Files\Navigateur")
    life.want(list((wine.drive / "ProgramData").rglob("Programs/Navigateur.lnk")), "in everyone's Start menu")
    life.proves_itself(folder)
    life.setup(HIGHER, "/AllUsers", ends=FOREIGN)
    life.run("msiexec", "/i", wine.path(made(HIGHER, ".msi")), "/qn")
    life.want(life.value("HKLM", KEY, "Msi") == HIGHER, f"upgraded to {HIGHER}")
    life.proves_itself(folder)
    code, _told = wine.run("msiexec", "/i", wine.path(made(__version__, ".msi")), "/qn")
    life.want(code and life.value("HKLM", KEY, "Msi") == HIGHER, f"the older one is refused ({code})")
    life.run("msiexec", "/x", wine.path(made(HIGHER, ".msi")), "/qn")
    life.want(not folder.exists(), "uninstalled")
    life.want(not life.value("HKLM", KEY, "Msi"), "nothing of it in the registry")


STEPS = {
    "setup.exe, for one user, in silence": for_one_user,
    "setup.exe, for all users": for_all_users,
    "setup.exe, a folder with blanks and accents; another program's folder": in_another_folder,
    "the .zip, on a stick": from_a_stick,
    "the .msi, as group policy runs it": by_group_policy,
}


def main() -> None:
    if shutil.which("wine") is None or not made(__version__, "-setup.exe").is_file():
        print("skipped: the life of the Windows installers (there is no wine, or no setup.exe; run: make windows)")
        return
    higher = [str(HERE / "make.py"), "--packed", "--fast", "--version", HIGHER, "--to", str(WORK / "higher")]
    for kind in ("setup", "msi"):
        subprocess.run([sys.executable, *higher, "--only", kind], check=True, stdout=subprocess.DEVNULL)
    prefix = WORK / "life"
    shutil.rmtree(prefix, ignore_errors=True)
    screen, display = screen_of_its_own()
    wine = Wine(prefix, display)
    life = Life(wine)
    try:
        life.say(f"--- a fresh Windows in wine, {'with' if display else 'without'} a display")
        wine.set_up()
        for title, step in STEPS.items():
            life.say(f"--- {title}")
            step(life)
        life.say("the life of the Windows installers: as it should be")
    except Failed as failed:
        life.say(f"FAILED: {failed}")
        raise SystemExit(1) from None
    finally:
        wine.end()
        if screen is not None:
            screen.terminate()


def screen_of_its_own() -> tuple["subprocess.Popen[bytes] | None", str]:
    """An X server for the windows, where this machine has one; and its name."""
    if not all(shutil.which(tool) for tool in ("Xvfb", "xdotool")):
        print("without windows (sudo apt-get install --no-install-recommends xvfb xdotool)")
        return None, ""
    call = ["Xvfb", ":98", "-screen", "0", "1280x800x24", "-ac", "-nolisten", "tcp"]
    screen = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(2)
    return screen, ":98"


if __name__ == "__main__":
    main()
