"""One doctor at the desk: what each action does to the walk, the patient and the page looked at.

Knows no Qt: the window and the terminal both sit on it. Decides no medicine: the walk refuses what the page does not
offer, the assessment says what fits.
"""

from navigator.pages.comparing_seat import ComparingSeat
from navigator.pages.map_seat import MapSeat
from navigator.pages.plan_seat import PlanSeat
from navigator.pages.record_seat import RecordSeat


class Sitting(PlanSeat, ComparingSeat, MapSeat, RecordSeat):
    """The state behind a front end. Every method changes the desk; `scene` tells it."""
