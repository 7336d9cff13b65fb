"""The patient panel: factors as controls, clearance. Frozen values, in words ready to show."""

from dataclasses import dataclass

from navigator.pages.scene.basics import Mark, Option


@dataclass(frozen=True, slots=True)
class Field:
    """A factor of the patient as a control. `kind`: number, yes-no or choice.

    `value`: the text of a number, `yes`, `no`, or the id of a choice; empty while unknown.
    `state`: asked (unknown and it matters here), unknown, answered, implied (derived, said in `note`) or invalid.
    """

    id: str
    kind: str
    label: str
    state: str
    value: str = ""
    unit: str = ""
    help: str = ""
    note: str = ""
    error: str = ""
    options: tuple[Option, ...] = ()
    units: tuple[str, ...] = ()  # a choice of units, the first is the one in use


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Factors asked together. `close_label` is « Rien d’autre », empty where the group cannot be closed."""

    id: str
    title: str
    fields: tuple[Field, ...]
    close_label: str = ""
    closed: bool = False
    open: bool = True  # unfolded at first: something in it matters to what is on the screen
    asked: int = 0
    told: str = ""  # what was answered in it, for its folded title


@dataclass(frozen=True, slots=True)
class Clearance:
    """The creatinine clearance box. `value` is empty while it cannot be computed; `missing` then says why."""

    title: str
    value: str = ""
    number: float | None = None  # for the marker on the scale only
    unit: str = "mL/min"
    level: str = ""
    mark: Mark = Mark.NEUTRAL
    note: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the last words of the line may mean: `line` is the line completed, `label` and `note` say what it means."""

    line: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PatientLine:
    """The patient in one line. `left` is what could not be read of it, `error` says why."""

    label: str
    placeholder: str = ""
    left: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class PatientPanel:
    """The patient: what is known, what is asked. `questions`: what could still change a status here, at most three."""

    title: str
    to_settle: str  # « 3 à préciser », empty when nothing matters any more
    summary: str  # for the narrow window's button: « F · 72 ans · ClCr 45 »
    groups: tuple[FieldGroup, ...]
    clearance: Clearance
    privacy: str
    new_patient: str
    line: PatientLine = PatientLine("")
    questions_title: str = ""
    questions: tuple[Field, ...] = ()
    close_all: str = ""  # « Terrain sans particularité » or « Rien d’autre », empty where nothing can be closed
    all_closed: bool = False
