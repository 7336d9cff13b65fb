"""Where the patient panel is: beside the page and as wide as it was drawn, or in the drawer over the page.

Knows widths and parents of the panel, not what it shows.
"""

from PySide6.QtWidgets import QBoxLayout

from navigator.pages.settings import NARROWEST, WIDEST
from navigator.ui.drawer import WIDTH, Drawer
from navigator.ui.panel_edge import PanelEdge
from navigator.ui.patient_panel import PatientPanel
from navigator.ui.theme import Theme

_PLAIN, _GENEROUS = 296, 340  # beside the page, and beside it in a wide window


class PatientPlace:
    """Puts the panel into the row of the window or into its drawer."""

    def __init__(self, theme: Theme, panel: PatientPanel, edge: PanelEdge, row: QBoxLayout, drawer: Drawer) -> None:
        self._theme, self._panel, self._edge, self._row, self._drawer = theme, panel, edge, row, drawer
        self._width = 0  # as the user drew it; 0: as it comes

    def draw(self, width: int) -> None:
        """Let the panel be so wide beside the page, in pixels of the plain text size, within limits; 0: as it comes."""
        self._width = max(NARROWEST, min(WIDEST, width)) if width else 0

    def fit(self, *, in_drawer: bool, wide: bool, shown: bool) -> None:
        """Take the place: the drawer, or the row with the room of a `wide` window; `shown`: there is a patient."""
        beside = self._width or (_GENEROUS if wide else _PLAIN)
        self._panel.setFixedWidth(max(self._theme.px(WIDTH if in_drawer else beside), self._panel.least_width()))
        self._edge.setVisible(not in_drawer)
        in_row = self._row.indexOf(self._panel) >= 0
        if in_drawer:
            if in_row:
                self._row.removeWidget(self._panel)
                self._drawer.take(self._panel)
            return
        self._drawer.close_overlay(restore=False)
        if not in_row:
            self._row.addWidget(self._panel)
        self._panel.setVisible(shown)
