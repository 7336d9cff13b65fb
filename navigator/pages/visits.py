"""The pages that were looked at, in their order, each with where it was scrolled to.

Frozen: going somewhere gives new visits. Knows views only.
"""

from dataclasses import dataclass, replace

from navigator.pages.desk import WALK, View


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was looked at, and where it was scrolled to when it was left."""

    view: View
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class Visits:
    """All visits and which of them is on the screen."""

    all: tuple[Visit, ...] = (Visit(WALK),)
    at: int = 0

    @property
    def here(self) -> Visit:
        """The visit on the screen."""
        return self.all[self.at]

    @property
    def can_back(self) -> bool:
        """Whether there is a page before."""
        return self.at > 0

    @property
    def can_forward(self) -> bool:
        """Whether there is a page after."""
        return self.at < len(self.all) - 1

    def left(self, scroll: int) -> "Visits":
        """The page on the screen is left, scrolled to `scroll`."""
        return self._with_here(replace(self.here, scroll=scroll))

    def renamed(self, view: View) -> "Visits":
        """The page on the screen is remembered as `view`: the walk moves on, its former page stays reachable."""
        return self._with_here(replace(self.here, view=view))

    def visit(self, view: View) -> "Visits":
        """Go to `view`; what lay ahead is forgotten. Nothing where it is on the screen already."""
        if view == self.here.view:
            return self
        return Visits((*self.all[: self.at + 1], Visit(view)), self.at + 1)

    def travel(self, by: int) -> "Visits":
        """One page back (-1) or forward (1), as far as there is one."""
        return replace(self, at=max(0, min(len(self.all) - 1, self.at + by)))

    def _with_here(self, visit: Visit) -> "Visits":
        return replace(self, all=(*self.all[: self.at], visit, *self.all[self.at + 1 :]))
