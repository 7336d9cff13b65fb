"""A file that leaves the room: the doctor names it, it is written in one move, what happened is a sentence.

Knows the file dialog of the system. What is written comes as bytes.
"""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from navigator.files import NotWritten, write
from navigator.language import Sentence, _


class Saver:
    """Saves, beginning in `folder`, which follows to where the doctor went; empty: at home."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def save(self, parent: QWidget, name: str, data: bytes) -> Sentence | None:
        """Ask where `data` goes, proposing `name`, and write it; None where the doctor thought better of it."""
        folder = Path(self.folder) if self.folder and Path(self.folder).is_dir() else Path.home()
        chosen, _kind = QFileDialog.getSaveFileName(parent, "", str(folder / name), f"*{Path(name).suffix}")
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(Path(name).suffix)
        try:
            write(path, data)
        except NotWritten as failed:
            return failed.sentence
        self.folder = str(path.parent)
        return Sentence(_("Enregistré : {path}"), path=path)
