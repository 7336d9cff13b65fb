"""The choices in force: what was chosen here, over it what the administrator has fixed. Wears them, keeps them.

Knows the theme, the settings file and the policy. Knows no widget and no patient.
"""

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from navigator.language import Language, Sentence, _
from navigator.pages.settings import NARROWEST, WIDEST, ZOOMS, Settings
from navigator.policy import Policy
from navigator.ui import settings as remembered
from navigator.ui import tokens
from navigator.ui.theme import Theme, system_mode

_FIXED = _("Fixé par l’administrateur de ce poste : ce choix ne change pas.")


class Preferences(QObject):
    """The choices of whoever sits here, and the theme that wears them."""

    changed = Signal(object)  # Settings
    language_chosen = Signal(object)  # Language
    reading_chosen = Signal(str)
    said = Signal(object)  # Sentence: a choice that cannot be made or kept

    def __init__(self, qt: QApplication, theme: Theme, file: Path, policy: Policy) -> None:
        super().__init__()
        self._qt, self._theme, self._file, self._policy = qt, theme, file, policy
        self._kept = True
        self.settings = remembered.read(file)
        self._wear()
        hints = qt.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def language(self) -> Language:
        """The language in force: fixed, chosen, else the system's."""
        wanted = self._policy.language or self.settings.language
        if wanted in ("fr", "en"):
            return Language(wanted)
        return Language.EN if QLocale.system().language() is QLocale.Language.English else Language.FR

    def reading(self) -> str:
        """The reading that was kept or fixed; empty where none was."""
        return self._policy.reading or self.settings.reading

    def choose(self, name: str, value: str) -> None:
        """One choice of the settings page; what is fixed or makes no sense changes nothing."""
        if self._refused(name):
            return
        if name == "language":
            self.language_chosen.emit(Language(value))
        elif name == "reading":
            self.reading_chosen.emit(value)
        elif name in ("zoom", "panel"):
            self._keep(**{name: int(value)})
        else:
            self._keep(**{name: value})

    def restore(self) -> None:
        """As it was at first; the language and the tour that was seen stay."""
        plain = asdict(Settings(language=self.settings.language, toured=self.settings.toured, seen=self.settings.seen))
        self.reading_chosen.emit("")
        self._keep(**plain)

    def turn_theme(self) -> None:
        """Dark where it is light, else light."""
        if not self._refused("theme"):
            self._keep(theme="light" if self._theme.mode == "dark" else "dark")

    def turn_language(self) -> None:
        """The other language."""
        self.choose("language", Language.EN if self.language() is Language.FR else Language.FR)

    def step_zoom(self, step: int) -> None:
        """Larger by one step (+1), smaller (-1), or as at first (0)."""
        at = ZOOMS.index(self.settings.zoom)
        self._keep(zoom=100 if step == 0 else ZOOMS[max(0, min(len(ZOOMS) - 1, at + step))])

    def keep_language(self, language: Language) -> None:
        """Remember the language that is now spoken."""
        self._keep(language=language.value)

    def keep_reading(self, reading: str, seen: str, creatinine: str) -> None:
        """Remember the reading that is followed now, the version whose news were dismissed, the unit of creatinine."""
        reading = self.settings.reading if self._policy.reading else reading
        kept = self.settings
        if (reading, seen, creatinine) != (kept.reading, kept.seen, kept.creatinine):
            self._keep(reading=reading, seen=seen, creatinine=creatinine)

    def keep_panel(self, width: int) -> None:
        """Remember how wide the patient panel was drawn, in pixels of the plain text size; 0: as it comes."""
        self._keep(panel=max(NARROWEST, min(WIDEST, width)) if width else 0)

    def keep_folder(self, folder: str) -> None:
        """Remember where a document was saved."""
        if folder != self.settings.folder:
            self._keep(folder=folder)

    def keep_toured(self) -> None:
        """The tour is not shown by itself again."""
        if not self.settings.toured:
            self._keep(toured=True)

    def _refused(self, name: str) -> bool:
        if self._policy.fixes(name):
            self.said.emit(Sentence(_FIXED))
            return True
        return False

    def _keep(self, **changes: object) -> None:
        before = self.settings
        self.settings = remembered.sensible(Settings(**(asdict(before) | changes)))
        self._wear()
        failed = remembered.write(self._file, self.settings)
        if self.settings != before:
            self.changed.emit(self.settings)
        if failed and self._kept:  # said once: the next choice would fail for the same reason
            self._kept = False
            message = _("Les réglages valent pour cette séance seulement. {why}")
            self.said.emit(Sentence(message, why=failed))

    def _wear(self) -> None:
        wanted = self._policy.theme or self.settings.theme
        mode = system_mode(self._qt) if wanted == "system" else wanted
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._theme.wear(mode, self.settings.zoom / 100, system if self.settings.font == "system" else tokens.FAMILY)

    def _follow_system(self) -> None:
        self._wear()
