"""Where a walk ends: maintain, refer or urgent, with what was tried on the way."""

from navigator.language import Language
from navigator.pages import scene
from navigator.ui.article_page import ReadingPage
from navigator.ui.controls import Label, Surface
from navigator.ui.flow import Pool, column
from navigator.ui.theme import Theme


class TrialsCard(Surface):
    """The trials of this walk, one a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._title = Label(theme, "h3", wrap=True)
        self._column = column(self._title, 4, margins=(20, 14, 20, 14), into=self)
        self._lines = Pool(self._make_line)

    def show_trials(self, title: str, trials: tuple[str, ...]) -> None:
        """Show `trials`; none takes no place."""
        self.setVisible(bool(trials))
        self._title.setText(title)
        for label, trial in zip(self._lines.take(len(trials)), trials, strict=True):
            label.setText(trial)

    def _make_line(self) -> Label:
        label = Label(self._theme, "body", "text2", wrap=True)
        label.setContentsMargins(0, 3, 0, 0)
        self._column.addWidget(label)
        return label


class EndPage(ReadingPage):
    """The page of an end."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, language)
        self.trials = TrialsCard(theme)
        self.reader.above.addWidget(self.trials)
        self.reader.above.addSpacing(12)

    def show_page(self, page: scene.EndPage) -> None:  # type: ignore[override]
        """Show `page`."""
        self.head.show_head(page.crumbs, page.title, page.aim)
        self.trials.show_trials(page.trials_title, page.trials)
        self.reader.show_text(page.html, page.title, shelves=page.shelves)
        self.bar.show_moves(page.moves)
