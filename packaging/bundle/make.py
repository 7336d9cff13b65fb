"""Builds the bundle of one folder, lets it test itself and, when asked, measures it beside a bare PySide6 bundle.

python packaging/bundle/make.py [--beside-bare]: writes dist/navigateur, prints what it did. No network.
"""

import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from runpath import forget_places

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = sys.platform == "win32"
# Beside each other, for the one of Windows is made on Linux too, in wine (packaging/windows/make.py).
WORK = ROOT / "build" / "windows" if WINDOWS else ROOT / "build"
BUNDLES, FINISHED = WORK / "bundles", (WORK if WINDOWS else ROOT / "dist") / "navigateur"
SUFFIX = ".exe" if WINDOWS else ""
PAIRS = 7
SOME_DAY = "1764028800"
WANTED = ("libcomposeplatforminputcontext", "qtbase_fr.qm", "navigator.mo", "cupsprintersupport", "lgpl-3.txt")
UNWANTED = ("Qt6Network", "Qt6Qml", "libssl", "libcrypto", "_ssl.", "tests")


def build(measured: bool) -> None:
    spec = ROOT / "packaging" / "build.spec"
    where = ["--distpath", str(BUNDLES), "--workpath", str(WORK / "pyinstaller")]
    # Bytecode that is the same each time; see docs/installing.md, "The same build twice".
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or day_of_commit()}
    call = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *where, str(spec)]
    subprocess.run(call, check=True, env={**os.environ, **fixed, "NAVIGATEUR_MEASURED": str(int(measured))})


def day_of_commit() -> str:
    """The second of the last commit: the one date of a build."""
    if shutil.which("git") is None:
        return SOME_DAY
    call = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return done.stdout.strip() or SOME_DAY


def test(bundle: Path) -> None:
    """Its window and its self-test, with no display, far from the sources; then what must lie in it and must not."""
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "PYTHON")) and k != "DISPLAY"}
    window = bundle / f"start_ours{SUFFIX}"
    print(f"the start page was painted with no display, {seconds(window, toured(), 'page'):.1f} s after its start")
    window.unlink()
    program = str(bundle / f"navigator{SUFFIX}")
    call = [program, "self-test", "--lang", "en"]
    done = subprocess.run(call, cwd=bundle.anchor, env=bare, check=False, stdout=subprocess.PIPE, encoding="utf-8")
    print(done.stdout, end="")
    if done.returncode or "Content kept, equal" not in done.stdout:
        raise SystemExit("the bundle's self-test failed")
    if sys.platform == "linux":
        names = "\n".join(str(p.relative_to(bundle)) for p in bundle.rglob("*"))
        lacking = [w for w in WANTED if w not in names]
        unwanted = [u for u in UNWANTED if u in names]
        astray = [p.name for p in bundle.rglob("*") if p.is_symlink() and not p.exists()]
        if lacking or unwanted or astray:
            raise SystemExit(f"the bundle lacks {lacking}, has {unwanted}, links to nothing: {astray}")
    subprocess.run([sys.executable, str(Path(__file__).with_name("licences.py")), str(bundle)], check=True)


def megabytes(folder: Path) -> float:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink()) / 1e6


def seconds(*call: Path | str) -> float:
    begun = time.perf_counter()
    start(*call)
    return time.perf_counter() - begun


def start(*call: Path | str) -> None:
    """Run `call` to its end. No `timeout` of the library: waiting with one looks every 50 ms only, half a start."""
    running = subprocess.Popen([str(word) for word in call])
    watch = threading.Timer(120, running.kill)
    watch.start()
    code = running.wait()
    watch.cancel()
    if code:
        raise SystemExit(f"{call[0]} ended with {code}")


def processor_seconds(*call: Path | str) -> float:
    """What a call takes of the processor, which says more than a clock where others work beside; 0 on Windows."""
    before = os.times()
    start(*call)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def toured() -> Path:
    """Settings of somebody who started the app before."""
    file = WORK / "toured.json"
    file.write_text('{"toured": true, "reading": "source-article"}', encoding="utf-8")
    return file


def measure() -> None:
    """Print size and start beside the bare bundle, started in turn: to the first paint, and to the page to work on."""
    ours, bare = BUNDLES / "navigateur", BUNDLES / "bare"
    window = ours / f"start_ours{SUFFIX}"
    a, b = megabytes(ours) - window.stat().st_size / 1e6, megabytes(bare)
    print(f"size: {a / b:.2f} × ({a:.1f} MB against {b:.1f} MB of a bare PySide6 bundle; aim 1.10)")
    empty: tuple[Path | str, ...] = (bare / f"start_bare{SUFFIX}",)
    first: tuple[Path | str, ...] = (window, toured())
    compare("start, to the first paint of the window (aim 1.35)", first, empty)
    compare("start, to the start page that can be used", (*first, "page"), empty)


def compare(what: str, call: tuple[Path | str, ...], other: tuple[Path | str, ...]) -> None:
    """Print how much longer `call` takes than `other`, by the clock and, where that can be asked, of the processor."""
    pairs = [(seconds(*call), seconds(*other)) for _ in range(PAIRS + 1)][1:]
    ratio = statistics.median(one / two for one, two in pairs)
    ms = [statistics.median(pair[i] for pair in pairs) * 1000 for i in (0, 1)]
    print(f"{what}: {ratio:.2f} × ({ms[0]:.0f} ms against {ms[1]:.0f} ms)")
    if not WINDOWS:
        spent = [statistics.median(processor_seconds(*c) for _ in range(PAIRS)) * 1000 for c in (call, other)]
        print(f"  of the processor: {spent[0] / spent[1]:.2f} × ({spent[0]:.0f} ms against {spent[1]:.0f} ms)")


def main() -> None:
    measured = "--beside-bare" in sys.argv[1:]
    icons = Path(__file__).with_name("icons.py")
    subprocess.run([sys.executable, str(icons), str(ROOT / "build" / "icons")], check=True)
    build(measured)
    if sys.platform == "linux":
        forget_places(BUNDLES)
    if measured:
        measure()
    test(BUNDLES / "navigateur")
    shutil.rmtree(FINISHED, ignore_errors=True)
    FINISHED.parent.mkdir(exist_ok=True)
    shutil.move(BUNDLES / "navigateur", FINISHED)
    print(f"bundle: {FINISHED.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
