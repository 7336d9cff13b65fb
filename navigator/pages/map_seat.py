"""The map and the jumps that start there.

Knows which jump leaves trials behind and asks first. Knows no Qt and decides no medicine.
"""

from navigator.consultation import walk as walking
from navigator.consultation.walk import Chosen
from navigator.language import Sentence, _
from navigator.pages import map as maps
from navigator.pages.desk import View
from navigator.pages.reading_seat import ReadingSeat
from navigator.pages.walking_seat import WalkingSeat


class MapSeat(WalkingSeat, ReadingSeat):
    """The actions on the map. Each changes the desk."""

    def open_map(self) -> None:
        """Look at the whole tree; once more goes back to the page before."""
        if self._desk.view.kind == "map":
            self.back()
        else:
            self._visit(View("map"))

    def go_to(self, node: str) -> None:
        """A cell of the map was opened: its stage is looked at; another type of pain starts the walk anew.

        Where that would leave recorded trials the map asks first.
        """
        position = walking.replay(self._guideline, self._history.present)
        place = self._guideline.nodes[node]
        if maps.leaves_trials(self._guideline, self._desk, position, place):
            self._set(leaving_for=node, notice=None)
        elif place.pain_type == position.pain_type:
            self.open_node(node)
        else:
            self._start_at(node)

    def answer_leaving(self, answer: str) -> None:
        """What the doctor says to leaving the trials: `leave` goes, anything else stays on the map."""
        node = self._desk.leaving_for
        if answer == maps.LEAVE and node:
            self._start_at(node)
        else:
            self._set(notice=None)

    def _start_at(self, node: str) -> None:
        pain = self._guideline.nodes[node].pain_type
        title = self._guideline.pain_types[pain].title
        self._did(walking.advance(self._guideline, self._anew(), Chosen(pain)), None)
        self._visits = self._visits.travel(-1)  # one page further, not two: the stage that was pressed
        self.open_node(node)
        self._set(notice=Sentence(_("Parcours : {pain}."), pain=title))
