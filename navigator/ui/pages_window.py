"""A window of pages, each made when it is first asked for. Knows the names of those often asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from navigator.ui.page_stack import PageStack
from navigator.ui.start_page import StartPage

if TYPE_CHECKING:
    from navigator.ui.article_page import ArticlePage
    from navigator.ui.map_page import MapPage
    from navigator.ui.stage_page import StagePage
    from navigator.ui.treatment_page import TreatmentPage


class PagesWindow(QMainWindow):
    """The pages of the window by their names."""

    pages: PageStack

    @property
    def start_page(self) -> StartPage:
        """The first page."""
        return self.pages.start_page

    @property
    def stage_page(self) -> "StagePage":
        """A stage of the walk."""
        return self.pages.stage_page

    @property
    def treatment_page(self) -> "TreatmentPage":
        """One treatment."""
        return self.pages.treatment_page

    @property
    def article_page(self) -> "ArticlePage":
        """A page to read."""
        return self.pages.article_page

    @property
    def map_page(self) -> "MapPage":
        """The whole tree."""
        return self.pages.map_page
