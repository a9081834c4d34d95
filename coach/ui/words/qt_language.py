"""The window's language: Qt's translators and the names of its locale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from coach.words.language import in_english


class QtLanguage:
    """What Qt speaks at the moment: its installed translators and its default locale, asked anew each time."""

    @property
    def tag(self) -> str:
        """The language part of Qt's locale: `de` of `de_AT`."""
        return QLocale().name().split("_")[0]

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        """As an installed translator has it; English where none has it."""
        told = QCoreApplication.translate(context, text, disambiguation or None, n)
        # Qt has a plural only by a translator, and gives the text back with its count where there is none.
        return in_english(text, disambiguation, n) if told == in_english(text, n=n) else told

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        """The locale's name of a day of the week."""
        return QLocale().dayName(weekday, _form(short))

    def month_name(self, month: int, *, short: bool = False) -> str:
        """The locale's name of a month."""
        return QLocale().monthName(month, _form(short))


LANGUAGE = QtLanguage()
"""The person's language as the window has it."""


def _form(short: bool) -> QLocale.FormatType:
    return QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
