"""Ends at the first paint of our window: what packaging/bundle/measure.py times. Never shipped."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from navigator import paths
from navigator.guideline.loader import load
from navigator.ui.app import App, make_application

qt = make_application(["navigator"])
guideline = load(paths.content()).guideline
assert guideline is not None
with TemporaryDirectory() as folder:
    app = App(qt, guideline, date(2026, 11, 23), Path(folder) / "settings.json")
    app.window.show()
    qt.processEvents()
