"""What the tests of the window share: a theme that dresses the one application."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from navigator.ui.theme import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, applied."""
    made = Theme("light")
    made.apply(qapp)
    return made
