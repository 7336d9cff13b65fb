"""Qt's own words (Copy, Select all, the buttons of its dialogs) in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from navigator.language import Language

_LOCALES = {
    Language.FR: QLocale(QLocale.Language.French, QLocale.Country.France),
    Language.EN: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Tongue(QObject):
    """The one translator of Qt's words. English is Qt's own language and needs none."""

    def __init__(self, qt: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._qt = qt
        self._french: QTranslator | None = None

    def speak(self, language: Language) -> None:
        """Let Qt speak `language` from now on."""
        QLocale.setDefault(_LOCALES[language])
        if language is Language.FR and self._french is None:
            translator = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load("qtbase_fr", folder):
                self._qt.installTranslator(translator)
                self._french = translator
        elif language is not Language.FR and self._french is not None:
            self._qt.removeTranslator(self._french)
            self._french = None
