"""What the administrator of a machine has fixed: one JSON file in the place that the system keeps for such files.

Reads it, forgives it, never writes it: a broken policy stops no start, and every fault becomes a sentence that says
where and what to do. Knows no Qt and no guideline.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from navigator.language import Sentence, Text, _

VARIABLE = "NAVIGATEUR_POLICY"


@dataclass(frozen=True, slots=True)
class Policy:
    """What is fixed; empty, true or 0 where nothing is."""

    content: str = ""  # a content folder to open instead of the built-in one
    language: str = ""  # fr or en
    reading: str = ""  # the id of a source that lays out the stages
    theme: str = ""  # system, light, dark or contrast
    patient_panel: bool = True  # false: reference mode, no question about a patient
    idle_minutes: int = 0  # after so long without key or mouse the consultation is cleared; 0: never
    tour: bool = True  # false: the first start shows no tour
    troubles: tuple[Sentence, ...] = ()

    def fixes(self, name: str) -> bool:
        """Whether the choice of that name is not the user's."""
        return bool(getattr(self, name, ""))


def _one_of(*allowed: str) -> Callable[[object], bool]:
    return lambda value: value in allowed


def _filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _minutes(value: object) -> bool:
    return type(value) is int and 1 <= value <= 24 * 60


_TRUE_FALSE = Text("true ou false", "true or false")
# each key: what may stand there, and the same in words
_KEYS: Mapping[str, tuple[Callable[[object], bool], Text]] = {
    "content": (_filled, Text("le chemin d’un dossier", "the path of a folder")),
    "language": (_one_of("fr", "en"), Text("« fr » ou « en »", "“fr” or “en”")),
    "reading": (_filled, Text("l’identifiant d’une source", "the id of a source")),
    "theme": (
        _one_of("system", "light", "dark", "contrast"),
        Text("« system », « light », « dark » ou « contrast »", "“system”, “light”, “dark” or “contrast”"),
    ),
    "patient_panel": (_is_bool, _TRUE_FALSE),
    "idle_minutes": (_minutes, Text("un nombre entier de 1 à 1440", "a whole number from 1 to 1440")),
    "tour": (_is_bool, _TRUE_FALSE),
}


def place(environment: Mapping[str, str], platform: str) -> Path:
    """Where the policy of this machine lies; `NAVIGATEUR_POLICY` names another file."""
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    if platform == "win32":
        return Path(environment.get("PROGRAMDATA") or r"C:\ProgramData") / "Navigateur" / "policy.json"
    return Path("/etc/navigateur/policy.json")


def of_machine(environment: Mapping[str, str], platform: str) -> Policy:
    """The policy of this machine; a file that was named and is not there is a fault, the usual one absent is none."""
    return read(place(environment, platform), must_exist=bool(environment.get(VARIABLE)))


def read(file: Path, *, must_exist: bool = False) -> Policy:
    """The policy in `file`, without whatever is wrong in it; `troubles` says what that is."""
    try:
        found = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return _distrusted(file, _("il n’existe pas")) if must_exist else Policy()
    except OSError as error:
        return _distrusted(file, error.strerror or str(error))
    except (ValueError, RecursionError) as error:
        line = f" ({error.lineno}:{error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        return _distrusted(file, Sentence(_("ce n’est pas du JSON{where}"), where=line))
    if not isinstance(found, dict):
        return _distrusted(file, _("il doit contenir un objet JSON, entre accolades"))
    return _taken(file, found)


def _taken(file: Path, found: Mapping[str, object]) -> Policy:
    taken: dict[str, object] = {}
    troubles = []
    for key, value in found.items():
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            message = _("{file} : la clé « {key} » n’existe pas et n’est pas suivie. Les clés : {known}.")
            troubles.append(Sentence(message, file=file, key=key, known=known))
        elif not _KEYS[key][0](value):
            message = _("{file} : « {key} » n’est pas suivi. Écrivez {allowed}.")
            troubles.append(Sentence(message, file=file, key=key, allowed=_KEYS[key][1]))
            if key == "patient_panel":
                taken[key] = False  # it may have been meant to forbid patients
        else:
            taken[key] = value
    if "content" in taken:  # beside the policy file, unless it says where from the root
        taken["content"] = str(file.parent / Path(str(taken["content"])).expanduser())
    return replace(Policy(), troubles=tuple(troubles), **taken)  # type: ignore[arg-type]


def _distrusted(file: Path, why: str | Sentence) -> Policy:
    """What is in force while a policy cannot be read: it may forbid patients, so none is asked for."""
    reason = Sentence(why) if isinstance(why, str) else why
    message = _(
        "Le fichier d’administration {file} n’est pas suivi : {why}. Par prudence, rien n’est demandé sur le patient. "
        "Corrigez-le ou retirez-le."
    )
    return Policy(patient_panel=False, troubles=(Sentence(message, file=file, why=reason),))
