"""What goes into the patient's record and comes back from it: the consultation note and its resume code.

Knows the desk. Keeps nothing and decides no medicine. Knows no Qt.
"""

from dataclasses import replace

from navigator.consultation import walk as walking
from navigator.consultation.entry import Refused
from navigator.consultation.history import History
from navigator.consultation.patient import facts_of
from navigator.consultation.resume import Resumed, resumed
from navigator.language import Sentence, _
from navigator.pages import early
from navigator.pages.desk import WALK, Written
from navigator.pages.note import note_text
from navigator.pages.seat import Seat
from navigator.pages.visits import Visits


class RecordSeat(Seat):
    """The actions on the record."""

    def note(self) -> str:
        """The consultation note of now, as plain text."""
        desk = self._desk
        more = walking.replay(self._guideline, desk.moment).facts_more
        facts = facts_of(self._guideline, desk.moment.patient, more).values
        return note_text(self._guideline, desk.moment, facts, desk.today, desk.language)

    def note_copied(self) -> None:
        """Say that the note lies on the clipboard now."""
        self.remark(Sentence(_("Note de consultation copiée, avec son code de reprise.")))

    def write(self, id: str, proposed: str, text: str) -> None:
        """The doctor made `text` of the document `id`: kept until the next patient, on no disk."""
        written = {known: kept for known, kept in self._desk.written.items() if known != id}
        if _plain(text) != _plain(proposed):
            before = self._desk.written.get(id)
            written[id] = Written(before.proposed if before is not None else proposed, text)
        self._desk = replace(self._desk, written=written)

    def resume(self, code: str) -> None:
        """Take a consultation up again from its code: another patient, whom no undo mixes with the one before."""
        try:
            found = resumed(self._guideline, code)
        except Refused as refused:
            self._set(resume_error=refused.sentence if code.strip() else None, notice=None)
            return
        self._history = History(found.moment)
        self._visits = Visits()
        self._desk = replace(self._desk, moment=found.moment, view=WALK, refusals={}, draft_error=None, written={})
        told = self._differences(found)
        self._set(notice=Sentence(_("Consultation reprise.")), resumed=told, resume_error=None)

    def _differences(self, found: Resumed) -> tuple[Sentence, ...]:
        """What is not as it was when the code was written, or was counted too early; nothing where all holds."""
        told = []
        if found.version != self._guideline.version:
            sentence = _("Code écrit avec le contenu {old} ; ce contenu est le {new} : avis et doses sont recalculés.")
            told.append(Sentence(sentence, old=found.version or "?", new=self._guideline.version))
        if found.unknown:
            sentence = _("N’existe plus dans ce contenu, et n’est pas repris : {what}.")
            told.append(Sentence(sentence, what=", ".join(found.unknown)))
        standing = walking.replay(self._guideline, found.moment).standing
        again, gone = standing.count(walking.Fate.RECHECK), standing.count(walking.Fate.DROPPED)
        if again or gone:
            sentence = _("Réponses à revoir : {recheck} ; plus demandées : {dropped}.")
            told.append(Sentence(sentence, recheck=again, dropped=gone))
        for trial, lacks in early.counted_early(self._guideline, found.moment):
            name = self._guideline.treatments[trial.treatment].name
            told.append(Sentence(_("{name}, essai compté. {lacks}"), name=name, lacks=lacks))
        return tuple(told)


def _plain(text: str) -> str:
    """`text` as a field to type in gives it back: without what a sentence asks of its spaces."""
    return text.replace("\u00a0", " ").strip()
