"""Writing a file so that a failure leaves what was there: beside it, to the disk, compared, then in its place.

Knows the system's reasons for refusing and says each in one sentence: what, where, what to do. Renders nothing: it is
given the whole content as bytes.
"""

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from navigator.language import Sentence, _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE}
_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}

_PART, _PART_END = ".navigator-", ".part"  # the name of a file that is being written
_STALE_S = 3600  # a part so old belongs to no write of now


class NotWritten(Exception):
    """The file was not written and what was there before is as it was; `sentence` says why and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence


def write(path: Path, data: bytes) -> None:
    """Make `data` the content of `path` in one move. Raises `NotWritten`; the old content is then untouched.

    A link is followed, so that what it points to is replaced and the link stays. The mode of the old file is kept.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f"{_PART}{os.urandom(6).hex()}{_PART_END}")
    _clear_stale(target.parent)
    try:
        known = target.exists()
        if known and not target.is_file():
            raise NotWritten(Sentence(_("« {path} » n’est pas un fichier : choisissez un autre nom."), path=path))
        _write_beside(beside, data)
        if known:
            with suppress(OSError):
                beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except OSError as error:
        raise NotWritten(_reason(error, path)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _clear_stale(folder: Path) -> None:
    """Remove what a write that was killed left in `folder`: half a letter is about a patient too."""
    with suppress(OSError):
        for part in folder.glob(f"{_PART}*{_PART_END}"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _STALE_S:
                    part.unlink()


def _write_beside(beside: Path, data: bytes) -> None:
    """All of `data` in a new file, on the disk. Raises OSError, also where the system kept less and said nothing."""
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    if beside.stat().st_size != len(data):
        raise OSError(errno.ENOSPC, "short write")


def _reason(error: OSError, path: Path) -> Sentence:
    place: dict[str, object] = {"name": path.name, "folder": path.parent}
    if error.errno in _FULL:
        said = _(
            "« {name} » n’a pas été enregistré : il n’y a plus de place dans « {folder} ». "
            "Libérez de la place ou choisissez un autre dossier."
        )
    elif error.errno in _CLOSED:
        said = _(
            "« {name} » n’a pas été enregistré : « {folder} » ne peut pas être modifié, ou le fichier est ouvert "
            "ailleurs. Fermez-le ou choisissez un autre dossier."
        )
    elif error.errno in _GONE:
        said = _(
            "« {name} » n’a pas été enregistré : le dossier « {folder} » n’existe plus. Choisissez un autre dossier."
        )
    elif error.errno in _NAME:
        said = _("« {name} » n’a pas été enregistré : ce nom ne convient pas au disque. Choisissez un nom plus court.")
    else:
        said = _(
            "« {name} » n’a pas été enregistré dans « {folder} » ({why}). Choisissez un autre dossier ou réessayez."
        )
        place["why"] = error.strerror or type(error).__name__
    return Sentence(said, **place)
