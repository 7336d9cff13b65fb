"""One call of the command line: its language, its content, its patient; and the ways in which it can be wrong.

What the verbs share. Knows the core, imports it lazily, loads no Qt.
"""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from navigator import paths
from navigator.language import Language, Sentence, _
from navigator.policy import Policy

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from navigator.consultation.patient import Patient
    from navigator.guideline.model import Guideline
    from navigator.pages.sitting import Sitting
    from navigator.problems import Problem

OK, FOUND_WRONG, WRONG_USE = 0, 1, 2
UNSAID = {"lang": "", "content": None, "json": False, "verb": "open"}  # what stands where nothing was typed


class Wrong(Exception):
    """The call cannot be answered: the sentence for standard error and the exit code."""

    def __init__(self, sentence: Sentence, code: int = WRONG_USE) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence
        self.code = code


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked on the command line."""

    words: "Namespace | SimpleNamespace"
    language: Language
    policy: Policy = field(default_factory=Policy)

    @property
    def json(self) -> bool:
        """Whether the answer is to be JSON."""
        return bool(self.words.json) or getattr(self.words, "format", "text") == "json"

    def folder(self) -> Path:
        """The content asked for on the command line, else by the policy of this machine, else the built-in one."""
        return Path(self.words.content or self.policy.content or paths.content())

    def guideline(self) -> "Guideline":
        """The content asked for; wrong content is refused with the first problem."""
        return self.guideline_in(self.folder())

    def guideline_in(self, folder: Path) -> "Guideline":
        """The content of this folder; wrong content is refused with the first problem."""
        from navigator.guideline import kept

        found = kept.shipped() if folder == paths.content() else None
        return self._read(folder) if found is None else found

    def _read(self, folder: Path) -> "Guideline":
        from navigator.guideline.loader import load

        loaded = load(folder)
        if loaded.guideline is None:
            first = loaded.problems[0].line(self.language)
            raise Wrong(
                Sentence(_("Le contenu de {folder} ne peut pas être lu : {first}"), folder=folder, first=first),
                FOUND_WRONG,
            )
        return loaded.guideline


def sitting_of(call: Call, guideline: "Guideline") -> "Sitting":
    """A consultation with the patient and the reading that were given."""
    from datetime import date

    from navigator.pages.sitting import Sitting

    reading = reading_of(guideline, getattr(call.words, "reading", None))
    sitting = Sitting(guideline, call.language, date.today(), reading)
    sitting.begin_with(patient_of(guideline, call.words.patient))
    return sitting


def patient_of(guideline: "Guideline", factors: Sequence[str] | None) -> "Patient":
    """The patient of the `-p` words; a word that cannot be taken is wrong use."""
    from navigator.consultation.entry import Refused
    from navigator.consultation.patient import patient_from

    try:
        return patient_from(guideline, factors or ())
    except Refused as refused:
        raise Wrong(refused.sentence) from None


def reading_of(guideline: "Guideline", asked: str | None) -> str:
    """The reading asked for, or the guideline's own."""
    readings = [s.id for s in guideline.sources.values() if s.reading]
    if asked is None:
        return guideline.reading
    if asked not in readings:
        sentence = _("« {id} » n’est pas une recommandation à suivre. Écrivez {known}.")
        raise Wrong(Sentence(sentence, id=asked, known=", ".join(readings)))
    return asked


def unknown(id: str, known: Sequence[str]) -> Wrong:
    """An id that does not exist, with the nearest that does."""
    from difflib import get_close_matches

    near = get_close_matches(id, known, 1, 0.5)
    if near:
        return Wrong(Sentence(_("« {id} » n’existe pas ; vouliez-vous dire « {near} » ?"), id=id, near=near[0]))
    return Wrong(Sentence(_("« {id} » n’existe pas ; la liste : navigator tree, navigator search."), id=id))


def content_or_built_in(call: Call) -> "tuple[Guideline, Problem | None]":
    """The content asked for, or the built-in one with the problem which kept the other from being opened.

    Another content is held against the invariants as well: what breaks one (doses out of order, an exit that leads
    nowhere) is not shown to a doctor. The built-in content was, when it was built.
    """
    folder = call.folder()
    if folder == paths.content():
        return call.guideline_in(folder), None
    from navigator.guideline.checks import check_guideline
    from navigator.guideline.loader import load
    from navigator.problems import Severity

    loaded = load(folder)
    wrong = [p for p in (*loaded.problems, *check_guideline(loaded)) if p.severity is Severity.ERROR]
    if loaded.guideline is None or wrong:
        return call.guideline_in(paths.content()), (wrong or loaded.problems)[0]
    return loaded.guideline, None


def no_display() -> bool:
    """Whether this machine has no screen to open a window on."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def print_json(value: object) -> None:
    """Print `value` as the JSON of the contract."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
