"""The life of the Windows installers, in a fresh Windows in wine: install, self-test, PDF, upgrade, refusals, out.

python packaging/windows/lifecycle.py [WORD]: for what `make windows` built; with a word, the steps that it names.
Prints each step, keeps the transcript in build/windows/lifecycle.txt, ends at the first thing that is not as it should
be. PICTURES=folder keeps pictures.
"""

import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from life import Failed, Life, running, screen_of_its_own
from wine import Wine

from navigator import __version__

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIST, WORK = ROOT / "dist", ROOT / "build" / "windows"
HIGHER = ".".join([*__version__.split(".")[:2], str(int(__version__.split(".")[2]) + 1)])
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Navigateur"
KEY = r"Software\Navigateur"
GIVEN_UP, NEWER_THERE, IS_OPEN, FOREIGN = 1, 4, 5, 6
MINE = r"AppData\Local\Programs\Navigateur"


def made(version: str, tail: str) -> Path:
    folder = DIST if version == __version__ else WORK / "higher"
    return folder / f"navigateur-{version}{tail}"


def install(life: Life, version: str, *words: str, ends: int = 0) -> None:
    """By setup.exe, in silence. A folder after /D= is not quoted: its blanks part words, as Windows wants it."""
    life.run(life.wine.path(made(version, "-setup.exe")), "/S", *" ".join(words).split(), ends=ends)


# --- the steps


def for_one_user(life: Life) -> None:
    wine = life.wine
    folder = wine.home / MINE.replace("\\", "/")
    install(life, __version__)
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
    install(life, HIGHER)
    life.want(life.value("HKCU", UNINSTALL, "DisplayVersion") == HIGHER, f"{HIGHER} in the list of installed programs")
    life.want(not (folder / "_internal/of_yesterday.pyd").exists(), "a file of the earlier version is gone")
    life.want("dark" in settings.read_text(encoding="utf-8"), "the settings are as they were")
    life.proves_itself(folder)

    life.say("--- an older setup is refused")
    install(life, __version__, ends=NEWER_THERE)
    life.want(life.value("HKCU", UNINSTALL, "DisplayVersion") == HIGHER, "nothing was changed")

    life.say("--- while the app is open, nothing is touched")
    close = opened(life, folder)
    install(life, HIGHER, ends=IS_OPEN)
    life.run(wine.path(folder / "uninstall.exe"), "/S", f"_?={wine.path(folder)}", ends=IS_OPEN)
    life.want((folder / "_internal/base_library.zip").is_file(), "all files are there")
    close()

    life.say("--- out again")
    leave(life, folder, "HKCU", kept=frozenset({"notes.txt"}))
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
        at = life.window("Navigateur")
        life.picture("installed")

        def close() -> None:
            life.close(at)
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


def leave(life: Life, folder: Path, root: str, kept: frozenset[str] = frozenset()) -> None:
    """Uninstall in silence; `kept` are the names of the user's own files in the program's folder."""
    life.run(life.wine.path(folder / "uninstall.exe"), "/S")
    life.wait(lambda: {p.name for p in folder.glob("*")} == kept and folder.exists() == bool(kept), "uninstalled")
    life.wait(lambda: not life.value(root, KEY, "InstallDir"), "nothing of it in the registry")
    life.want(not life.value(root, UNINSTALL, "DisplayName"), "no longer in the list of installed programs")


def for_all_users(life: Life) -> None:
    folder = life.wine.drive / "Program Files" / "Navigateur"
    install(life, __version__, "/AllUsers")
    life.want((folder / "Navigateur.exe").is_file(), r"installed in C:\Program Files\Navigateur")
    life.want(list((life.wine.drive / "ProgramData").rglob("Programs/Navigateur.lnk")), "in everyone's Start menu")
    life.proves_itself(folder)
    install(life, HIGHER)
    life.want(life.value("HKLM", UNINSTALL, "DisplayVersion") == HIGHER, "upgraded as it is, for all users")
    install(life, __version__, "/AllUsers", ends=NEWER_THERE)
    code, _told = life.wine.run("msiexec", "/i", life.wine.path(made(HIGHER, ".msi")), "/qn")
    life.want(code and (folder / "uninstall.exe").is_file(), f"the .msi is refused beside it ({code})")
    leave(life, folder, "HKLM")


def by_hand(life: Life) -> None:
    """The wizard, by the Enter key alone: for oneself, to the open window."""
    if not life.wine.display:
        life.say("    skipped: there is no display")
        return
    folder = life.wine.home / MINE.replace("\\", "/")
    setup = life.wine.path(made(__version__, "-setup.exe"))
    english = life.wine.start(setup, "/LANG=1033")
    life.window("Navigateur")
    life.picture("wizard-en")
    life.press("Escape")
    life.want(english.wait(60) == GIVEN_UP, f"given up in English: it ends with {GIVEN_UP}")
    life.want(not folder.exists(), "nothing was written")
    french = life.wine.start(setup, "/LANG=1036")
    life.window("Navigateur")
    life.picture("wizard-fr")
    life.press("Return", "Return")
    life.wait(lambda: bool(life.value("HKCU", UNINSTALL, "EstimatedSize")), "in French, Enter twice: installed")
    time.sleep(2)
    life.picture("wizard-end")
    life.press("Return")
    life.want(french.wait(60) == 0, "Enter once more: it ends with 0")
    # Opened through the desktop, as by a double click, the program has no standard output at all: other than below.
    at = life.window("Navigateur")
    life.picture("first-start")
    life.close(at)
    life.wait(lambda: not running(folder / "Navigateur.exe"), "the window that it opened was closed, its process ended")
    leave(life, folder, "HKCU")


def in_another_folder(life: Life) -> None:
    folder = life.wine.drive / "Cabinet médical" / "Navigateur d’été"
    install(life, __version__, f"/D={life.wine.path(folder)}")
    life.want((folder / "Navigateur.exe").is_file(), f"installed in {life.wine.path(folder)}")
    life.proves_itself(folder)
    leave(life, folder, "HKCU")
    other = life.wine.drive / "Other program"
    (other / "_internal").mkdir(parents=True)
    (other / "_internal" / "of another.dll").touch()
    install(life, __version__, f"/D={life.wine.path(other)}", ends=FOREIGN)
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
    # Wine's installer knows only the menu of its user; that of Windows takes everyone's, for ALLUSERS is 1.
    life.want(list(wine.drive.rglob("Start Menu/Programs/Navigateur.lnk")), "in the Start menu")
    life.proves_itself(folder)
    install(life, HIGHER, "/AllUsers", ends=FOREIGN)
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
    "setup.exe, by hand": by_hand,
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
    life = Life(wine, WORK / "lifecycle.txt")
    try:
        life.say(f"--- a fresh Windows in wine, {'with' if display else 'without'} a display")
        wine.set_up()
        for title, step in STEPS.items():
            if not all(word in title for word in sys.argv[1:]):
                continue
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


if __name__ == "__main__":
    main()
