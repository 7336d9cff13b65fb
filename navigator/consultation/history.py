"""The moments of a consultation: what was done, undone and can be done again.

Knows moments only. A new patient empties it: no undo ever brings a former patient back.
"""

from dataclasses import dataclass

from navigator.consultation.steps import Moment


@dataclass(frozen=True)
class History:
    """The present moment, those before it (oldest first) and those that were undone (nearest first)."""

    present: Moment
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()

    def did(self, moment: Moment) -> "History":
        """`moment` comes after the present; what was undone is forgotten."""
        return History(moment, (*self.past, self.present))

    def undo(self) -> "History":
        """The moment before; the same history where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> "History":
        """The moment that was undone last; the same history where there is none."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])

    def new_patient(self) -> "History":
        """An empty walk and patient in the same reading, with nothing to undo."""
        return History(Moment(reading=self.present.reading))
