"""The language in which the program speaks to the person."""

from __future__ import annotations

from typing import Protocol

from coach.words import names


class Language(Protocol):
    """A language: its words for ours, and its names of days and months."""

    @property
    def tag(self) -> str:
        """Its tag, like `en` or `de`: the one that texts by language in YAML use."""
        ...

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        """`text` in this language, itself where the language has no word for it.

        With a count `n`, 0 or more, `text` is English for several, with `%n` for the count, and `disambiguation` for
        one of them: `language.translate("Finish", "%n exercises", "1 exercise", n)`. Who translates sees the second
        beside the first, and gives as many forms as the language has. The call is written out, its words as literals
        and its count as a name: Qt's lupdate loses a text whose count is a call or a sum.
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
        return in_english(text, disambiguation, n)

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        return names.day(self, weekday, short=short)

    def month_name(self, month: int, *, short: bool = False) -> str:
        return names.month(self, month, short=short)


def in_english(text: str, one: str = "", n: int = -1) -> str:
    """What `Language.translate` is where nothing is translated: `one` for a count of 1, where there is such a form.

    >>> in_english("%n exercises", "1 exercise", 1), in_english("%n exercises", "1 exercise", 0)
    ('1 exercise', '0 exercises')
    """
    return text if n < 0 else one if one and n == 1 else text.replace("%n", str(n))


ENGLISH: Language = _English()
"""English, which needs no translation: the language of terminal and commands, and where none is given."""
