"""What whoever sits here has chosen, and which choices there are. Never a patient.

Frozen values only: the window reads and writes them, the settings page tells them.
"""

from dataclasses import dataclass

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
THEMES = ("system", "light", "dark", "contrast")
FONTS = ("shipped", "system")
PANELS = (0, 260, 296, 340, 400, 440)  # pixels at the plain text size; 0: as wide as the window suggests
CREATININE = ("µmol/L", "mg/L", "mg/dL")  # the units of consultation/entry.py, which a start has no time to load
NARROWEST, WIDEST = PANELS[1], PANELS[-1]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices. `zoom` is in percent; `panel` is the width of the patient panel; empty means not chosen."""

    language: str = ""
    theme: str = "system"
    zoom: int = 100
    reading: str = ""
    font: str = "shipped"
    panel: int = 0
    toured: bool = False  # the tour of the first start was seen or passed over
    seen: str = ""  # the version of the content whose news were dismissed
    creatinine: str = CREATININE[0]  # the unit of the laboratory here
    folder: str = ""  # where a document was last saved; never its name
