"""Everything on the screen as one frozen value, in words ready to show; one module for each part of the window.

Knows what is said and how it is marked. Knows no Qt, no colour and no pixel; holds no guideline object.
Texts are plain (never HTML) but for the fields named `html`, which come out of our own templates.
"""

from dataclasses import dataclass

from navigator.language import Language
from navigator.pages.scene.basics import (
    LineTag,
    Mark,
    Move,
    Note,
    Option,
    PageAction,
    StatementLine,
    Status,
    Tab,
)
from navigator.pages.scene.checklist import CheckGroup, CheckItem, ChecklistPage, Gauge
from navigator.pages.scene.compare import (
    CompareHead,
    CompareLine,
    ComparePage,
    CompareRow,
    Shift,
    WhatIfChange,
    WhatIfPage,
)
from navigator.pages.scene.document import ChanceArray, ChanceGroup, Document, DocumentPage, Paper, Picture
from navigator.pages.scene.map import MapCell, MapColumn, MapOption, MapPage, MapRow
from navigator.pages.scene.patient import Clearance, Field, FieldGroup, PatientLine, PatientPanel, Proposal
from navigator.pages.scene.plan import PlanChoice, PlanField, PlanPage, PlanRow, PlanTable, PlanWords
from navigator.pages.scene.rail import Rail, RailFinding, RailStep, RailTrial, StepForm
from navigator.pages.scene.reading import SHELVES, ArticlePage, EndPage, Reference, Shelf
from navigator.pages.scene.settings import Choice, ChoiceGroup, SettingsPage
from navigator.pages.scene.stage import (
    Blocked,
    ChangeStep,
    DoseLine,
    EarlyEnd,
    OptionCard,
    OutcomeBar,
    OutcomeButton,
    Reason,
    StagePage,
)
from navigator.pages.scene.start import News, ResumeBox, StartPage, Strip, TypeCard
from navigator.pages.scene.treatment import (
    Alert,
    AlertReason,
    ChartStep,
    EvidenceChart,
    EvidenceRow,
    Figure,
    Interval,
    TitrationChart,
    TreatmentPage,
)

__all__ = [
    "SHELVES",
    "Alert",
    "AlertReason",
    "ArticlePage",
    "Blocked",
    "Can",
    "ChanceArray",
    "ChanceGroup",
    "ChangeStep",
    "ChartStep",
    "CheckGroup",
    "CheckItem",
    "ChecklistPage",
    "Choice",
    "ChoiceGroup",
    "Clearance",
    "CompareHead",
    "CompareLine",
    "ComparePage",
    "CompareRow",
    "Document",
    "DocumentPage",
    "DoseLine",
    "EarlyEnd",
    "EndPage",
    "EvidenceChart",
    "EvidenceRow",
    "Field",
    "FieldGroup",
    "Figure",
    "Gauge",
    "Hit",
    "Interval",
    "LineTag",
    "MapCell",
    "MapColumn",
    "MapOption",
    "MapPage",
    "MapRow",
    "Mark",
    "Move",
    "News",
    "Note",
    "Option",
    "OptionCard",
    "OutcomeBar",
    "OutcomeButton",
    "Page",
    "PageAction",
    "Paper",
    "PatientLine",
    "PatientPanel",
    "Picture",
    "PlanChoice",
    "PlanField",
    "PlanPage",
    "PlanRow",
    "PlanTable",
    "PlanWords",
    "Proposal",
    "Rail",
    "RailFinding",
    "RailStep",
    "RailTrial",
    "Reason",
    "Reference",
    "ResumeBox",
    "Scene",
    "SettingsPage",
    "Shelf",
    "Shift",
    "StagePage",
    "StartPage",
    "StatementLine",
    "Status",
    "StepForm",
    "Strip",
    "Tab",
    "TitrationChart",
    "TreatmentPage",
    "TypeCard",
    "WhatIfChange",
    "WhatIfPage",
]


@dataclass(frozen=True, slots=True)
class Can:
    """Which of the window's movements lead anywhere now."""

    back: bool = False
    forward: bool = False
    undo: bool = False
    redo: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result."""

    id: str
    kind: str
    group: str
    title: str
    snippet: str
    status: Status | None = None
    target: str = ""  # where it leads
    marks: tuple[tuple[int, int], ...] = ()  # the letters of the title that answer: from, to


Page = (
    StartPage
    | StagePage
    | TreatmentPage
    | PlanPage
    | EndPage
    | ArticlePage
    | MapPage
    | ComparePage
    | WhatIfPage
    | ChecklistPage
    | SettingsPage
    | DocumentPage
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the whole window."""

    language: Language
    title: str
    page: Page
    rail: Rail
    patient: PatientPanel | None  # None in reference mode
    can: Can
    notice: str = ""  # the undo line: what the last action did
    undoable: bool = False  # the notice tells something that can be undone
    announce: str = ""  # spoken to a screen reader, not shown
