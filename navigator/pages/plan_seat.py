"""What the doctor tells a plan: its first day, schedule, pace, target, own steps, the treatment that it replaces.

Each action changes the settings on the desk; what cannot be taken is said and changes nothing. Decides no dose.
"""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from navigator.consultation.entry import Refused, parse_quantity
from navigator.consultation.ladder import Pace
from navigator.consultation.own_steps import OwnStep, inserted
from navigator.consultation.planning import NoPlan
from navigator.consultation.units import units_of
from navigator.guideline.model import Treatment
from navigator.language import Sentence, _
from navigator.pages import calendar_file, plan_document
from navigator.pages.desk import PlanSettings, View
from navigator.pages.plan_page import ACTION, Made, made_of, mean_of
from navigator.pages.scene import Document
from navigator.pages.typed_day import parse_day
from navigator.pages.walking_seat import WalkingSeat

_MOST_MG, _MOST_DAYS = Decimal(9999), Decimal(366)
_BEFORE, _AFTER = timedelta(days=366), timedelta(days=731)  # a first day farther off is a slip of the hand


class PlanSeat(WalkingSeat):
    """The actions on the plan on the screen."""

    def move(self, id: str) -> None:
        """The way to the plan of a treatment; every other move is another seat's."""
        if id.startswith(ACTION):
            self.open_plan(id.removeprefix(ACTION))
        else:
            super().move(id)

    def open_plan(self, treatment: str) -> None:
        """Look at the plan of a treatment; another treatment begins anew, on the same first day."""
        if self._desk.plan.treatment != treatment:
            self._desk = replace(self._desk, plan=PlanSettings(treatment, start=self._desk.plan.start))
        self._visit(View("plan", treatment))

    def choose_plan(self, what: str, id: str) -> None:
        """Another schedule, pace, target or treatment to replace was chosen."""
        plan = self._desk.plan
        if what == "schedule":
            self._tell(replace(plan, schedule=id, target_mg=None, own=()))
        elif what == "pace":
            self._tell(replace(plan, pace=Pace(id), target_mg=None, own=()))
        elif what == "target":
            self._tell(replace(plan, target_mg=Decimal(id), own=()))
        elif what == "leaving":
            self._tell(replace(plan, leaving="" if id == "none" else id, leaving_mg=None))

    def type_plan_start(self, text: str) -> None:
        """The first day was typed or picked."""
        try:
            day = parse_day(text)
        except Refused as refused:
            self._refuse("start", refused.sentence)
            return
        today = self._desk.today
        if not today - _BEFORE <= day <= today + _AFTER:
            sentence = _("{day} est trop loin : au plus un an avant ou deux ans après aujourd’hui.")
            self._refuse("start", Sentence(sentence, day=text.strip()))
            return
        self._tell(replace(self._desk.plan, start=day))

    def type_leaving_dose(self, text: str) -> None:
        """The present dose of the treatment to replace was typed; empty forgets it."""
        try:
            dose = parse_quantity(text, _MOST_MG) if text.strip() else None
        except Refused as refused:
            self._refuse("leaving", refused.sentence)
            return
        self._tell(replace(self._desk.plan, leaving_mg=dose))

    def type_step(self, place: int, what: str, text: str) -> None:
        """The days or the dose of a row were typed: from then on the steps are the doctor's own."""
        made = self._made()
        if made is None or not 0 <= place < len(made.plan.steps):
            return
        steps = self._steps(made)
        try:
            if what == "days":
                steps[place] = replace(steps[place], days=_whole_days(text))
            else:
                dose = parse_quantity(text.replace("mg", " "), _MOST_MG)
                steps[place] = replace(steps[place], mg=mean_of(made.plan, place, dose))
        except Refused as refused:
            self._refuse("steps", refused.sentence)
            return
        self._try_own(steps)

    def add_step(self, place: int) -> None:
        """One more step after the row at `place`."""
        made = self._made()
        if made is None or not 0 <= place < len(made.plan.steps):
            return
        schedule, units = made.plan.schedule, units_of(self._planned())
        try:
            steps = inserted(schedule, units, tuple(self._steps(made)), place)
        except Refused as refused:
            self._refuse("steps", refused.sentence)
            return
        self._try_own(list(steps))

    def remove_step(self, place: int) -> None:
        """The row at `place` is left out."""
        made = self._made()
        if made is None or not 0 <= place < len(made.plan.steps):
            return
        steps = self._steps(made)
        gone = steps.pop(place)
        if steps and gone.days is None:
            steps[-1] = replace(steps[-1], days=None)
        if not steps:
            self._refuse("steps", Sentence(_("Aucun palier : écrivez au moins une dose.")))
            return
        self._try_own(steps)

    def reset_plan(self) -> None:
        """The steps of the schedule again."""
        plan = self._desk.plan
        fresh = PlanSettings(plan.treatment, start=plan.start)
        with_relay = replace(fresh, leaving=plan.leaving, leaving_mg=plan.leaving_mg)
        self._tell(with_relay if self._made(with_relay) is not None else fresh)

    def plan_calendar(self) -> str:
        """The plan on the screen as a calendar file; empty where there is none."""
        made = self._made()
        if made is None:
            return ""
        return calendar_file.calendar(self._planned(), made.plan, self._desk.language, made.relay)

    def plan_document(self) -> Document | None:
        """The plan on the screen as a document for paper; None where there is none."""
        made = self._made()
        if made is None:
            return None
        found, _facts = self.assessed(self._planned().id)
        return plan_document.document(self._guideline, self._desk, found, made)

    # --- how a plan is told

    def _planned(self) -> Treatment:
        return self._guideline.treatments[self._desk.plan.treatment]

    def _made(self, settings: PlanSettings | None = None) -> Made | None:
        if not self._desk.plan.treatment:
            return None
        found, facts = self.assessed(self._desk.plan.treatment)
        try:
            return made_of(self._guideline, found.treatment, facts, settings or self._desk.plan, self._desk.today)
        except NoPlan:
            return None

    def _steps(self, made: Made) -> list[OwnStep]:
        """The rows of the table as steps of the doctor's own; the last lasts until the review."""
        own = self._desk.plan.own
        steps = [OwnStep(s.mean_mg, (s.last - s.first).days + 1) for s in made.plan.steps]
        if not own or own[-1].days is None:
            steps[-1] = replace(steps[-1], days=None)
        return steps

    def _try_own(self, steps: list[OwnStep]) -> None:
        """Take `steps`, or say in the words of the limit which one they break."""
        wished = replace(self._desk.plan, own=tuple(steps))
        found, facts = self.assessed(wished.treatment)
        try:
            made_of(self._guideline, found.treatment, facts, wished, self._desk.today)
        except NoPlan as none:
            self._refuse("steps", none.sentence)
            return
        self._tell(wished)

    def _tell(self, plan: PlanSettings) -> None:
        self._set(plan=replace(plan, error=None, error_at=""), notice=None)

    def _refuse(self, place: str, sentence: Sentence) -> None:
        self._set(plan=replace(self._desk.plan, error=sentence, error_at=place), notice=None)


def _whole_days(text: str) -> int:
    days = parse_quantity(text, _MOST_DAYS)
    if days != days.to_integral_value():
        raise Refused(Sentence(_("Des jours entiers : {days} est refusé."), days=text.strip()))
    return int(days)
