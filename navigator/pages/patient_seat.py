"""What the doctor says of the patient: answers, units, closed groups, a new patient.

Decides no medicine; what cannot be taken is said beside the field. Knows no Qt.
"""

from dataclasses import replace

from navigator.pages import answering
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

    def choose_unit(self, _factor: str, unit: str) -> None:
        """Creatinine is shown and typed in another unit."""
        self._set(mg_per_dl=unit == "mg/dL")

    def close_group(self, group: str, closed: bool) -> None:
        """« Rien d’autre » for a group of factors, or its undoing."""
        moment = self._history.present
        self._did(replace(moment, patient=moment.patient.with_closed(group, closed)), None)

    def field_for(self, factor: str) -> str:
        """The field that settles a factor; for the clearance, the first unknown thing it is computed from."""
        if factor == "crcl":
            known = self._desk.moment.patient.answers
            factor = next((f for f in ("age", "sex", "weight", "creatinine") if f not in known), "crcl")
        return factor
