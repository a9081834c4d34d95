"""The pseudo-language as a language that the program speaks."""

from __future__ import annotations

from coach.pseudo import TAG, pseudo
from coach.words import names
from coach.words.language import in_english


class PseudoLanguage:
    """English as a translation would be: every word of ours, and every name of a day or a month."""

    tag = TAG

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:  # noqa: ARG002 (the protocol)
        return pseudo(in_english(text, disambiguation, n))

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        return names.day(self, weekday, short=short)

    def month_name(self, month: int, *, short: bool = False) -> str:
        return names.month(self, month, short=short)
