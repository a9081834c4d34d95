"""The window's language: what wiring decided, given to Qt, so that `self.tr` and all else speak the same one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from coach.pseudo import TAG as PSEUDO
from coach.pseudo import pseudo
from coach.ui.look.mirror import read_as
from coach.words import names
from coach.words.language import Language, in_english
from coach.words.translated import Translated


class QtLanguage:
    """The language that the window speaks: English until it is told another, whatever the desktop speaks."""

    def __init__(self) -> None:
        self._tag = "en"
        self._translators: list[QTranslator] = []

    @property
    def tag(self) -> str:
        """The language's tag, like `de`."""
        return self._tag

    def speak(self, language: Language) -> None:
        """From now on the window speaks this one, and Qt with it. Before a window is made: what stands in one is not
        said again.
        """
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._tag, self._translators = language.tag, _translators(language)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(QLocale("en" if language.tag == PSEUDO else language.tag))
        read_as(language.tag)

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        """As an installed translator has it; English where none has it."""
        told = QCoreApplication.translate(context, text, disambiguation or None, n)
        # Qt has a plural only by a translator, and gives the text back with its count where there is none.
        return in_english(text, disambiguation, n) if told == in_english(text, n=n) else told

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        """A day of the week, 1 (Monday) to 7."""
        return names.day(self, weekday, short=short)

    def month_name(self, month: int, *, short: bool = False) -> str:
        """A month of the year, 1 to 12."""
        return names.month(self, month, short=short)


LANGUAGE = QtLanguage()
"""The person's language as the window has it."""


class _PseudoTranslator(QTranslator):
    """Qt's door to the pseudo-language."""

    def translate(self, _context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(in_english(text, disambiguation or "", n))

    def isEmpty(self) -> bool:
        return False


def _translators(language: Language) -> list[QTranslator]:
    """What Qt is given for a language: its own words first, so that ours, asked before them, have the last say."""
    if language.tag == PSEUDO:
        return [_PseudoTranslator()]
    if not isinstance(language, Translated):
        return []
    of_qt, ours = QTranslator(), QTranslator()
    of_qt.load(f"qtbase_{language.tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    ours.load(str(language.file))
    return [of_qt, ours]
