"""The one bridge between the window and the core: ids come in, a scene goes out.

A thin QObject around a sitting: each slot does one thing there and emits the scene that follows.
Knows no widget and decides no medicine.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from navigator.consultation.patient import patient_from
from navigator.guideline.model import Guideline
from navigator.language import Language, Sentence
from navigator.pages.desk import Desk, Finding
from navigator.pages.scene import Document
from navigator.pages.settings import Settings
from navigator.pages.sitting import Sitting
from navigator.pages.trail import Revision


class Session(QObject):
    """One doctor's desk, as signals and slots. Every slot ends in one `scene_changed`."""

    scene_changed = Signal(object)  # Scene
    hits_found = Signal(object, str)  # tuple[Hit, ...], and the nearest spelling where there is none
    section_wanted = Signal(str)  # the part of the page to scroll to
    proposals_found = Signal(object)  # tuple[Proposal, ...]
    form_ready = Signal(object)  # StepForm of an earlier answer; None: it is done
    field_wanted = Signal(str)  # a factor whose field should take the focus
    scroll_wanted = Signal(int)  # where the page that was come back to was scrolled

    def __init__(self, guideline: Guideline, sitting: Sitting) -> None:
        super().__init__()
        self._guideline = guideline
        self._sitting = sitting

    @property
    def desk(self) -> Desk:
        """What lies on the desk now."""
        return self._sitting.desk

    def follow_scroll(self, position: Callable[[], int]) -> None:
        """Ask `position` where the page stands whenever it is left."""
        self._sitting.follow_scroll(position)

    def show(self) -> None:
        """Emit the present scene."""
        self.scene_changed.emit(self._sitting.scene)

    def speak(self, language: Language) -> None:
        """The other language."""
        self._sitting.speak(language)

    def open_at(self, place: str, factors: tuple[str, ...]) -> None:
        """Start at a node or treatment, from what is known of the patient (`name=value`). Raises `Refused`."""
        self._sitting.begin_with(patient_from(self._guideline, factors))
        self._sitting.open_at(place)
        self.show()

    def choose_type(self, pain_type: str) -> None:
        """A type of pain was pressed: the walk starts anew from it, the patient stays."""
        self._sitting.choose_type(pain_type)
        self.show()

    def start_trial(self, treatment: str) -> None:
        """The treatment on the screen is begun: back to the stage, its trial under way."""
        self._sitting.start_trial(treatment)
        self.show()

    def change_draft(self, treatment: str, dose: str, weeks: str) -> None:
        """The trial in the outcome bar was chosen or its dose or duration typed."""
        self._sitting.change_draft(treatment, dose, weeks)
        self.show()

    def tell_trial(self, line: str) -> None:
        """The trial of the outcome bar in one line."""
        self._sitting.tell_trial(line)
        self.show()

    def record_outcome(self, outcome: str, reason: str) -> None:
        """The trial of the outcome bar ended so."""
        self._sitting.record_outcome(outcome, reason)
        self.show()

    def edit_step(self, index: int) -> None:
        """Open an earlier answer again."""
        self.form_ready.emit(self._sitting.step_form(index))

    def revise_step(self, index: int, said: Revision) -> None:
        """An earlier answer is changed or removed. What cannot be read, or comes too early, is said in the form."""
        form = self._sitting.revise_step(index, said)
        self.form_ready.emit(form)
        if form is None:
            self.show()

    def find(self, id: str, value: str) -> None:
        """A finding is present, absent or forgotten."""
        self._sitting.find(id, value)
        self.show()

    def move(self, id: str) -> None:
        """A move of the page was pressed."""
        self._sitting.move(id)
        self.show()

    def choose_reading(self, reading: str) -> None:
        """Another reading lays out the stages."""
        self._sitting.choose_reading(reading)
        self.show()

    def answer(self, factor_id: str, text: str) -> None:
        """A factor was answered; empty forgets it. What cannot be taken is said beside the field."""
        self._sitting.answer(factor_id, text)
        self.show()

    def tell(self, line: str) -> None:
        """The patient in one line."""
        self._sitting.tell(line)
        self.show()

    def propose(self, line: str) -> None:
        """What the last words of a line may mean."""
        self.proposals_found.emit(self._sitting.proposals(line))

    def close_all(self, closed: bool) -> None:
        """« Rien d’autre » for every group at once, or its undoing."""
        self._sitting.close_all(closed)
        self.show()

    def choose_unit(self, _factor: str, unit: str) -> None:
        """Creatinine is shown and typed in another unit."""
        self._sitting.choose_unit(_factor, unit)
        self.show()

    def close_group(self, group: str, closed: bool) -> None:
        """« Rien d’autre » for a group of factors, or its undoing."""
        self._sitting.close_group(group, closed)
        self.show()

    def note(self) -> str:
        """The consultation note of now, as plain text."""
        return self._sitting.note()

    def note_copied(self) -> None:
        """The note lies on the clipboard."""
        self._sitting.note_copied()
        self.show()

    def resume(self, code: str) -> None:
        """Take a consultation up again from its code."""
        self._sitting.resume(code)
        self.show()

    def write(self, id: str, proposed: str, text: str) -> None:
        """The doctor writes on a document: kept, and nothing is shown anew at every key."""
        self._sitting.write(id, proposed, text)

    def dismiss_news(self) -> None:
        """What is new in this version was read."""
        self._sitting.dismiss_news()
        self.show()

    def new_patient(self) -> None:
        """Walk and factors are cleared together, for good."""
        self._sitting.new_patient()
        self.show()

    def open_treatment(self, id: str) -> None:
        """Look at a treatment, from the stage on the screen."""
        self._sitting.open_treatment(id)
        self.show()

    def open_plan(self) -> None:
        """Look at the plan of the treatment on the screen, where it has doses."""
        view = self.desk.view
        if view.kind == "treatment" and self._guideline.treatments[view.id].schedules:
            self._sitting.open_plan(view.id)
            self.show()

    def choose_plan(self, what: str, id: str) -> None:
        """Another schedule, pace, target or treatment to replace was chosen for the plan."""
        self._sitting.choose_plan(what, id)
        self.show()

    def type_in_plan(self, what: str, text: str) -> None:
        """The first day of the plan, or the present dose of the treatment to replace, was typed."""
        if what == "start":
            self._sitting.type_plan_start(text)
        else:
            self._sitting.type_leaving_dose(text)
        self.show()

    def type_step(self, place: int, what: str, text: str) -> None:
        """The days or the dose of a row of the plan were typed."""
        self._sitting.type_step(place, what, text)
        self.show()

    def change_steps(self, action: str, place: int) -> None:
        """A step of the plan was added or removed, or all put back to those of the schedule."""
        if action == "add":
            self._sitting.add_step(place)
        elif action == "remove":
            self._sitting.remove_step(place)
        else:
            self._sitting.reset_plan()
        self.show()

    def plan_calendar(self) -> str:
        """The plan on the screen as a calendar file; empty where there is none."""
        return self._sitting.plan_calendar()

    def plan_document(self) -> Document | None:
        """The plan on the screen as a document for paper; None where there is none."""
        return self._sitting.plan_document()

    def open_article(self, id: str) -> None:
        """Look at a page to read."""
        self._sitting.open_article(id)
        self.show()

    def open_document(self, id: str) -> None:
        """Look at a document before it leaves the room."""
        self._sitting.open_document(id)
        self.show()

    def open_to_print(self) -> None:
        """Look at what printing the page on the screen means."""
        self._sitting.open_to_print()
        self.show()

    def open_help(self) -> None:
        """Look at the keys."""
        self._sitting.open_help()
        self.show()

    def open_settings(self) -> None:
        """Look at what can be chosen."""
        self._sitting.open_settings()
        self.show()

    def know(self, settings: Settings) -> None:
        """Other settings are in force."""
        self._sitting.know(settings)
        self.show()

    def remark(self, sentence: Sentence) -> None:
        """Say something that is no doing of the consultation."""
        self._sitting.remark(sentence)
        self.show()

    def show_findings(self, findings: tuple[Finding, ...], checked: bool) -> None:
        """This copy checks itself: what was found so far, and whether that is all."""
        self._sitting.found(findings, checked)
        self.show()

    def leave(self, why: Sentence) -> None:
        """Nobody has been here for a while: as a new patient, with the reason; nothing where nothing is known."""
        if not self._sitting.is_empty:
            self._sitting.new_patient(why)
            self.show()

    def open_node(self, id: str) -> None:
        """Look at a stage; the walk is not changed. The start leads back to the choice of the type."""
        self._sitting.open_node(id)
        self.show()

    def to_walk(self) -> None:
        """Look at where the consultation stands."""
        self._sitting.to_walk()
        self.show()

    def home(self) -> None:
        """Look at the start page."""
        self._sitting.home()
        self.show()

    def gather(self, treatment: str) -> None:
        """An option was ticked to be compared, or its tick taken away."""
        self._sitting.gather(treatment)
        self.show()

    def compare_more(self, treatment: str) -> None:
        """A column of the comparison comes or goes."""
        self._sitting.compare_more(treatment)
        self.show()

    def suppose_about(self, factor: str) -> None:
        """« Et si… ? » looks at another factor."""
        self._sitting.suppose_about(factor)
        self.show()

    def suppose(self, _factor: str, text: str) -> None:
        """« Et si… ? » looks at another answer."""
        self._sitting.suppose(text)
        self.show()

    def end_supposing(self, move: str) -> None:
        """The supposed answer is applied or dropped."""
        self._sitting.end_supposing(move)
        self.show()

    def open_map(self) -> None:
        """Look at the whole tree, or go back from it."""
        leaves = self._sitting.desk.view.kind == "map"
        self._sitting.open_map()
        self.show()
        if leaves:
            self.scroll_wanted.emit(self._sitting.scroll)

    def go_to(self, node: str) -> None:
        """A stage of the map was opened."""
        self._sitting.go_to(node)
        self.show()

    def answer_leaving(self, answer: str) -> None:
        """Whether trials may be left for another type of pain."""
        self._sitting.answer_leaving(answer)
        self.show()

    def open_hit(self, target: str) -> None:
        """Go where a search result leads: a page, `PAGE#SECTION`, or `factor.ID` for a field of the patient."""
        place, _hash, section = target.partition("#")
        if place.startswith("factor."):
            self.want_field(place.removeprefix("factor."))
            return
        self._sitting.open_hit(place)
        self.show()
        if section:
            self.section_wanted.emit(section)

    def undo(self) -> None:
        """Take the last change of walk, patient or reading back."""
        self._sitting.undo()
        self.show()

    def redo(self) -> None:
        """Make it again."""
        self._sitting.redo()
        self.show()

    def back(self) -> None:
        """The page before."""
        self._sitting.back()
        self.show()
        self.scroll_wanted.emit(self._sitting.scroll)

    def forward(self) -> None:
        """The page after."""
        self._sitting.forward()
        self.show()
        self.scroll_wanted.emit(self._sitting.scroll)

    def search(self, text: str) -> None:
        """Find `text` in the guideline."""
        hits = self._sitting.search(text)
        self.hits_found.emit(hits, "" if hits else self._sitting.nearest(text))

    def want_field(self, factor: str) -> None:
        """Point at the field that settles a factor."""
        self.field_wanted.emit(self._sitting.field_for(factor))
