"""The content folder: which files belong in it, and what each holds as elements.

Knows file names, and that disks fail. Knows no noun of the guideline.
"""

from dataclasses import dataclass
from pathlib import Path

from navigator.guideline.source import MOST_BYTES, Element, read_yaml
from navigator.guideline.spelling import suggestion
from navigator.language import Sentence, _
from navigator.problems import Place, Problem

SINGLE_FILES = (
    "pathways.yaml",
    "factors.yaml",
    "sources.yaml",
    "background.yaml",
    "scores.yaml",
    "glossary.yaml",
    "interactions.yaml",
    "codes.yaml",
)
FOLDERS = ("treatments", "cases")
_MOST_FILES = 500
_MOST_BYTES_TOGETHER = 8 * MOST_BYTES


@dataclass(frozen=True, slots=True)
class Folder:
    """The elements of all files that could be read, by their name in the folder, and what was wrong with the others."""

    elements: dict[str, Element]
    unreadable: frozenset[str]
    problems: tuple[Problem, ...]

    def inside(self, name: str) -> dict[str, Element]:
        """The files of a folder inside, in the order of their names."""
        return {file: element for file, element in self.elements.items() if file.startswith(f"{name}/")}


def read_folder(root: Path) -> Folder:
    """Read every content file under `root`."""
    elements: dict[str, Element] = {}
    unreadable: set[str] = set()
    files, problems = _files_of(root)
    left = _MOST_BYTES_TOGETHER
    for file in files:
        data, failed = _bytes_of(root / file, file, left)
        left -= len(data)
        element, found = (None, (failed,)) if failed is not None else read_yaml(data, file)
        problems.extend(found)
        if element is None:
            unreadable.add(file)
        else:
            elements[file] = element
    return Folder(elements, frozenset(unreadable), tuple(problems))


def _files_of(root: Path) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    try:
        there = sorted(entry.name for entry in root.iterdir())
        inside = {name: sorted(p.name for p in (root / name).glob("*.y*ml")) for name in FOLDERS}
    except OSError as error:
        sentence = Sentence(_("le dossier de contenu ne s’ouvre pas ({why}) ; vérifiez le chemin"), why=_why(error))
        return [], [Problem(Place("."), "folder", sentence)]
    for name in SINGLE_FILES:
        if name not in there:
            problems.append(Problem(Place(name), "missing-file", Sentence(_("le fichier manque ; créez-le"))))
    for name in there:
        if name.endswith((".yaml", ".yml")) and name not in SINGLE_FILES:
            hint = suggestion(name, set(SINGLE_FILES) - set(there))
            sentence = Sentence(_("ce fichier n’a pas de place ici{hint}"), hint=hint)
            problems.append(Problem(Place(name), "unknown-file", sentence))
    files = [name for name in SINGLE_FILES if name in there]
    for folder, names in inside.items():
        files.extend(f"{folder}/{name}" for name in names)
    if len(files) > _MOST_FILES:
        sentence = Sentence(_("plus de {most} fichiers ; retirez ceux qui sont de trop"), most=_MOST_FILES)
        problems.append(Problem(Place("."), "too-large", sentence))
    return files[:_MOST_FILES], problems


def _bytes_of(path: Path, file: str, left: int) -> tuple[bytes, Problem | None]:
    if left <= 0:
        sentence = Sentence(_("le dossier dépasse {most} octets ; allégez-le"), most=_MOST_BYTES_TOGETHER)
        return b"", Problem(Place(file), "too-large", sentence)
    try:
        if not path.is_file():
            sentence = Sentence(_("ce n’est pas un fichier ordinaire ; remplacez-le par un fichier"))
            return b"", Problem(Place(file), "unreadable", sentence)
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1), None
    except OSError as error:
        sentence = Sentence(_("le fichier ne se lit pas ({why}) ; vérifiez ses droits"), why=_why(error))
        return b"", Problem(Place(file), "unreadable", sentence)


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
