"""What the doctor says of the patient: answers, units, closed groups, a new patient.

Decides no medicine; what cannot be taken is said beside the field. Knows no Qt.
"""

from dataclasses import replace

from navigator.consultation import walk as walking
from navigator.consultation.patient_line import Answers, Line, LineReader
from navigator.consultation.walk import Draft
from navigator.language import Language, Sentence, _
from navigator.pages import answering, filters, scene
from navigator.pages.desk import Refusal
from navigator.pages.panel import LINE
from navigator.pages.seat import Seat


class PatientSeat(Seat):
    """The actions on the patient. Each changes the desk."""

    def answer(self, factor_id: str, text: str) -> None:
        """A factor was answered; empty forgets it. What cannot be taken is said beside the field."""
        moment = self._history.present
        patient, refusals = answering.answered(self._guideline, self._desk, factor_id, text)
        refused = factor_id in refusals
        self._desk = replace(self._desk, refusals=refusals)
        if patient != moment.patient and not refused:
            self._did(replace(moment, patient=patient), None)
            return
        self._replace_present(replace(moment, patient=patient))
        self._set(notice=None)

    def tell(self, line: str) -> None:
        """The patient in one line: what is read becomes answers in one step, the rest stays beside the field."""
        read = self._reader().read(line)
        moment = self._history.present
        patient = moment.patient
        for factor, value in read.answers.items():
            patient = patient.answered(factor, value)
        refusals = {k: v for k, v in self._desk.refusals.items() if k != LINE and k not in read.answers}
        if read.unread:
            reason = read.refused or Sentence(_("Non compris : choisissez un mot proposé, un nombre avec son unité."))
            refusals[LINE] = Refusal(", ".join(read.unread), reason)
            for group in patient.closed:
                patient = patient.with_closed(group, False)
        self._desk = replace(self._desk, refusals=refusals)
        if patient == moment.patient:
            self._set(notice=None)
        else:
            reopened = Sentence(_("Terrain rouvert : un mot de la ligne n’est pas compris."))
            said = reopened if patient.closed != moment.patient.closed else self._noted(read)
            self._did(replace(moment, patient=patient), said)
        if read.trial is not None:
            self._try(read.trial)

    def _noted(self, read: Line) -> Sentence:
        """What was understood of the words; the numbers are seen in their fields."""
        if read.names:
            return Sentence(_("Noté : {names}."), names=", ".join(read.names))
        if len(read.answers) == 1:
            return Sentence(_("Noté : 1 mesure."))
        return Sentence(_("Noté : {count} mesures."), count=len(read.answers))

    def _try(self, trial: Draft) -> None:
        """A trial told in the line becomes the trial under way, where this stage offers it."""
        moment = self._history.present
        if trial.treatment in walking.offers(self._guideline, moment).treatments:
            self._without_step(replace(moment.walk, draft=trial), None)
            return
        name = self._guideline.treatments[trial.treatment].name
        reason = Sentence(_("L’essai de {name} ne se note pas à cette étape."), name=name)
        self._set(refusals={**self._desk.refusals, LINE: Refusal("", reason)})

    def proposals(self, line: str) -> tuple[scene.Proposal, ...]:
        """What the last words of a line may mean."""
        language = self._desk.language
        return tuple(
            scene.Proposal(p.line, self._told(p.known.name), self._meaning(p.known.answers, p.known.name, language))
            for p in self._reader().proposals(line)
        )

    def close_all(self, closed: bool) -> None:
        """« Rien d’autre » for every group at once, or its undoing."""
        if closed and self._asks_to_read():
            return
        moment = self._history.present
        patient = moment.patient
        for group in self._guideline.factor_groups.values():
            if group.closable:
                patient = patient.with_closed(group.id, closed)
        said = _("Rien d’autre : le reste du terrain compte comme « non ».") if closed else _("Terrain rouvert.")
        self._did(replace(moment, patient=patient), Sentence(said))

    def _asks_to_read(self) -> bool:
        """Whether words of the line are still unread: « no » to all the rest would say no to them as well."""
        refusal = self._desk.refusals.get(LINE)
        if refusal is None or not refusal.typed:
            return False
        reason = Sentence(_("Non compris, donc pas encore « rien d’autre » : dites-le autrement ou effacez-le."))
        self._set(refusals={**self._desk.refusals, LINE: replace(refusal, reason=reason)}, notice=None, remark=reason)
        return True

    def _reader(self) -> LineReader:
        language = self._desk.language
        if self._line_reader is None or self._line_reader.language is not language:
            self._line_reader = LineReader(self._guideline, language)
        return self._line_reader

    def _told(self, name: str) -> str:
        return name[:1].upper() + name[1:]

    def _meaning(self, answers: Answers, name: str, language: Language) -> str:
        """The factors that a name answers, where they are not the name itself."""
        labels = [self._guideline.factors[factor].label.in_(language) for factor, _value in answers]
        return "" if labels == [name] else filters.spaced(" · ".join(labels), language)

    def choose_unit(self, _factor: str, unit: str) -> None:
        """Creatinine is shown and typed in another unit; what could not be taken is read again in that one."""
        self._set(settings=replace(self._desk.settings, creatinine=unit))
        refused = self._desk.refusals.get("creatinine")
        if refused is not None:
            self.answer("creatinine", refused.typed)

    def close_group(self, group: str, closed: bool) -> None:
        """« Rien d’autre » for a group of factors, or its undoing."""
        if closed and self._asks_to_read():
            return
        moment = self._history.present
        self._did(replace(moment, patient=moment.patient.with_closed(group, closed)), None)

    def field_for(self, factor: str) -> str:
        """The field that settles a factor; for the clearance, the first unknown thing it is computed from."""
        if factor == "crcl":
            known = self._desk.moment.patient.answers
            factor = next((f for f in ("age", "sex", "weight", "creatinine") if f not in known), "crcl")
        return factor
