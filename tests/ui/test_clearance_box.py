"""The clearance is said, or what is missing is."""

from pytestqt.qtbot import QtBot

from navigator.pages.scene import Clearance, Mark
from navigator.ui.clearance_box import ClearanceBox
from navigator.ui.theme import Theme


def test_value_level_and_note_are_its_name(qtbot: QtBot, theme: Theme) -> None:
    box = ClearanceBox(theme)
    qtbot.addWidget(box)
    box.show_clearance(Clearance("Clairance", "45", 45.0, level="modérée", mark=Mark.CAUTION, note="Valeur saisie."))
    assert box.accessibleName() == "Clairance : 45 mL/min, modérée. Valeur saisie."
    box.resize(250, box.heightForWidth(250))
    assert not box.grab().isNull()


def test_without_a_value_it_says_why_and_grows_with_the_sentence(qtbot: QtBot, theme: Theme) -> None:
    box = ClearanceBox(theme)
    qtbot.addWidget(box)
    box.show_clearance(Clearance("Clairance", missing="Il manque l’âge."))
    short = box.heightForWidth(200)
    box.show_clearance(
        Clearance("Clairance", missing="Non calculée : il manque l’âge, le sexe, le poids et la créatinine.")
    )
    assert "il manque" in box.accessibleName()
    assert box.heightForWidth(200) > short


def test_values_beyond_the_scale_are_drawn(qtbot: QtBot, theme: Theme) -> None:
    box = ClearanceBox(theme)
    qtbot.addWidget(box)
    for number in (0.0, 500.0, None):
        box.show_clearance(Clearance("Clairance", "1", number, level="x"))
        assert not box.grab().isNull()
