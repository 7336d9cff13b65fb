"""Comparing treatments and supposing another answer: what is gathered, what is supposed, what is applied.

Knows no Qt and decides no medicine. Nothing that is supposed reaches the patient before it is applied.
"""

from dataclasses import replace

from navigator.language import Sentence, _
from navigator.pages import comparing, compose, supposing
from navigator.pages.desk import Supposed, View
from navigator.pages.patient_seat import PatientSeat
from navigator.pages.walking_seat import WalkingSeat


class ComparingSeat(PatientSeat, WalkingSeat):
    """The actions on the pages « Comparer » and « Et si… ? ». Each changes the desk."""

    def gather(self, treatment: str) -> None:
        """Tick an option to be compared, or take the tick away; four at most."""
        here = {o.assessment.treatment.id for o in compose.Spot(self._guideline, self._desk).ranked}
        gathered = tuple(t for t in self._desk.gathered if t in here)
        if treatment in gathered:
            self._set(gathered=tuple(t for t in gathered if t != treatment), notice=None)
        elif len(gathered) == comparing.MOST:
            self.remark(Sentence(_("Quatre traitements au plus se comparent.")))
        else:
            self._set(gathered=(*gathered, treatment), notice=None)

    def move(self, id: str) -> None:
        """Compare, clear and what if, from a stage or a treatment; every other move is the walk's."""
        if id in (comparing.COMPARE, comparing.CLEAR, comparing.WHAT_IF):
            self._look_beside(id)
        else:
            super().move(id)

    def _look_beside(self, action: str) -> None:
        node, view = compose.Spot(self._guideline, self._desk).node.id, self._desk.view
        treatment = view.id if view.kind == "treatment" else ""
        if action == comparing.CLEAR:
            self._set(gathered=(), notice=None)
        elif action == comparing.COMPARE:
            self._visit(View("compare", comparing.view_id(node, (treatment,) if treatment else self._desk.gathered)))
        else:
            self._desk = replace(self._desk, supposed=None)
            self._visit(View("what-if", f"{node}:{treatment}" if treatment else node))

    def compare_more(self, treatment: str) -> None:
        """One more column, or one less where it stands there already."""
        node = self._desk.view.id.partition(":")[0]
        now = comparing.compared_in(self._desk.view.id)
        chosen = tuple(t for t in now if t != treatment) if treatment in now else (*now, treatment)
        view = View("compare", comparing.view_id(node, chosen[: comparing.MOST]))
        self._visits = self._visits.renamed(view)  # the same page: back leads to where it was opened
        self._set(view=view, notice=None)

    def suppose_about(self, factor: str) -> None:
        """Another factor is looked at: a yes-no one with its other answer at once."""
        facts = compose.Spot(self._guideline, self._desk).facts
        text = supposing.opposite(self._guideline, self._desk, facts, factor)
        self._set(supposed=Supposed(factor, text), notice=None)

    def suppose(self, text: str) -> None:
        """Another answer for the factor looked at."""
        if self._desk.supposed is not None:
            self._set(supposed=Supposed(self._desk.supposed.factor, text), notice=None)

    def end_supposing(self, move: str) -> None:
        """`apply` gives the supposed answer for real, to be undone like any other; both lead back."""
        supposed = self._desk.supposed
        if move == supposing.APPLY and supposed is not None:
            self.answer(supposed.factor, supposed.text)
        self._desk = replace(self._desk, supposed=None)
        self._travel(-1)
        if move == supposing.APPLY and supposed is not None:
            label = self._guideline.factors[supposed.factor].label
            self._set(notice=Sentence(_("Réponse appliquée : {factor}."), factor=label))
