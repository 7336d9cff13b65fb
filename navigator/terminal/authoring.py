"""What the command line does for authors: the schemas for their editors, and the file of a new treatment.

Knows files and folders, and what to do after. What the files say is told by the shapes.
"""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

from navigator.guideline.file_kinds import FILE_KINDS
from navigator.guideline.schema import schema_of
from navigator.guideline.shapes import FileKind
from navigator.guideline.shapes_treatment import TREATMENT
from navigator.guideline.skeleton import skeleton
from navigator.language import Language, Sentence, _
from navigator.terminal.call import FOUND_WRONG, Wrong, unknown

_TREATMENT_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST_ID = 60


def kinds(asked: str | None) -> Sequence[FileKind]:
    """The kind of content file that was asked for, or all of them."""
    found = [kind for kind in FILE_KINDS if asked in (None, kind.name)]
    if not found and asked is not None:
        raise unknown(asked, [kind.name for kind in FILE_KINDS])
    return found


def schema_text(kind: FileKind, language: Language) -> str:
    """The schema of one kind of file as it is written to a file."""
    return json.dumps(schema_of(kind, language), ensure_ascii=False, indent=1) + "\n"


def write_schemas(asked: Sequence[FileKind], folder: Path, language: Language) -> list[Path]:
    """Write a file `<kind>.json` each; the folder is made where it is missing."""
    written = []
    for kind in asked:
        path = folder / f"{kind.name}.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _beside(path, schema_text(kind, language)).replace(path)
        except OSError as error:
            raise _unwritable(path, error) from None
        written.append(path)
    return written


def new_treatment(id_: str, content: Path, language: Language) -> Path:
    """Write the skeleton of a treatment that does not exist yet, all of it or nothing."""
    if not _TREATMENT_ID.match(id_) or len(id_) > _LONGEST_ID:
        sentence = _("« {id} » ne peut pas nommer un traitement : minuscules, chiffres et tirets, comme nerve-block.")
        raise Wrong(Sentence(sentence, id=id_))
    folder = content / "treatments"
    if not folder.is_dir():
        sentence = _("{folder} n’est pas un dossier de contenu : il n’a pas de dossier « treatments ».")
        raise Wrong(Sentence(sentence, folder=content))
    if content.name == "_content":
        sentence = _("Le contenu d’une copie installée ne s’écrit pas : nommez votre dossier avec --content.")
        raise Wrong(Sentence(sentence))
    path = folder / f"{id_}.yaml"
    taken = Wrong(Sentence(_("{file} existe déjà : choisissez un autre nom."), file=path))
    if any(os.path.lexists(path.with_suffix(suffix)) for suffix in (".yaml", ".yml")):
        raise taken
    try:
        _settle(_beside(path, skeleton(TREATMENT, {"id": id_}, language)), path)
    except FileExistsError:
        raise taken from None
    except OSError as error:
        raise _unwritable(path, error) from None
    return path


def next_steps(id_: str) -> tuple[Sentence, ...]:
    """What an author does after `navigator new treatment`, in order."""
    return (
        Sentence(_("Remplissez le fichier et retirez les clés facultatives inutiles.")),
        Sentence(_("Ajoutez « {id} » à sa place dans la liste « treatments » de pathways.yaml."), id=id_),
        Sentence(_("Placez-le : une entrée de « placements » par type de douleur et par lecture qui en parle.")),
        Sentence(_("Ajoutez à sources.yaml chaque document cité qui n’y est pas encore.")),
        Sentence(_("Dites dans interactions.yaml comment il va avec chaque autre médicament.")),
        Sentence(_("Écrivez dans cases/ un cas où chaque règle parle, et un où elle se tait.")),
        Sentence(_("Lancez « navigator check » jusqu’à zéro erreur. Le guide : docs/guide-contenu.md.")),
    )


def _beside(path: Path, text: str) -> Path:
    """The text whole on disk, in a file beside `path` that is no content file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _settle(beside: Path, path: Path) -> None:
    """Give the file its name; a file that came there meanwhile is never replaced."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> Wrong:
    why = error.strerror or type(error).__name__
    return Wrong(Sentence(_("{file} ne peut pas être écrit ({why})."), file=path, why=why), FOUND_WRONG)
