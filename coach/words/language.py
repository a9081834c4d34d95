"""The language in which the program speaks to the person."""

from __future__ import annotations

from typing import Protocol


class Language(Protocol):
    """A language: its words for ours, and its names of days and months."""

    @property
    def tag(self) -> str:
        """Its tag, like `en` or `de`: the one that texts by language in YAML use."""
        ...

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        """`text` in this language, itself where the language has no word for it; `%n` in it becomes `n`.

        The call is written out with literal arguments, as `language.translate("Desk", "came")`: Qt's lupdate finds
        the texts to translate by that form.
        """
        ...

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        """A day of the week, 1 (Monday) to 7."""
        ...

    def month_name(self, month: int, *, short: bool = False) -> str:
        """A month of the year, 1 to 12."""
        ...


class _English:
    """The language that everything is written in, so that nothing is looked up."""

    tag = "en"

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:  # noqa: ARG002 (the protocol)
        return text if n < 0 else text.replace("%n", str(n))

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        # calendar.day_name would speak the process's locale, not English.
        return _DAYS[weekday - 1][: 3 if short else None]

    def month_name(self, month: int, *, short: bool = False) -> str:
        return _MONTHS[month - 1][: 3 if short else None]


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH: Language = _English()
"""English, which needs no translation: the language of terminal and commands, and where none is given."""
