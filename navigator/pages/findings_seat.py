"""What the doctor asks and examines before any treatment: the items of a score, the red flags.

Knows the moves of those pages. Decides no medicine. Knows no Qt.
"""

from collections.abc import Mapping

from navigator.consultation import findings
from navigator.consultation import walk as walking
from navigator.consultation.findings import RED_FLAGS
from navigator.language import Sentence, _
from navigator.pages.checklists import CLEAR, HOME
from navigator.pages.desk import WALK, View
from navigator.pages.seat import Seat

_VALUES: Mapping[str, bool | None] = {"yes": True, "no": False, "": None}


class FindingsSeat(Seat):
    """The actions on findings. Each changes the desk."""

    def find(self, id: str, value: str) -> None:
        """A finding is present (`yes`), absent (`no`) or forgotten (empty)."""
        moment = findings.with_finding(self._history.present, id, _VALUES[value])
        if moment.findings != self._history.present.findings:
            self._did(moment, None)

    def _finding_move(self, id: str) -> bool:
        """Do the move of a page of findings; False where `id` is none of them."""
        if id == HOME:
            self._visit(View("node", "start"))
        elif id.startswith(CLEAR):
            moment = findings.without_sheet(self._history.present, id.removeprefix(CLEAR))
            self._did(moment, Sentence(_("Réponses effacées.")))
        elif id == f"{RED_FLAGS}:absent":
            self._answer_rest()
        else:
            return False
        return True

    def _answer_rest(self) -> None:
        """Every red flag not answered is absent; where none is present, back to the consultation."""
        present = self._history.present
        pain_type = walking.replay(self._guideline, present).pain_type
        moment = findings.with_rest_absent(self._guideline, present, pain_type)
        said = Sentence(_("Autres signes d’alerte : absents."))
        if not findings.flags_present(self._guideline, moment):
            said = Sentence(_("Aucun signe d’alerte : c’est noté."))
        if moment.findings != present.findings:
            self._did(moment, said)
        if not findings.flags_present(self._guideline, moment):
            self._visit(WALK, notice=said)
