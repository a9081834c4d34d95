"""Languages for tests."""

from __future__ import annotations

from collections.abc import Mapping

from coach.words.language import ENGLISH


class Bracketed:
    """A language that puts every text of ours into brackets, so that what was not translated is seen."""

    tag = "en"

    def __init__(self) -> None:
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        self.asked.add((context, text))
        return f"[{text}]".replace("%n", str(n))

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        return f"[{'d' if short else 'day'} {weekday}]"

    def month_name(self, month: int, *, short: bool = False) -> str:
        return f"[{'m' if short else 'month'} {month}]"


def outside_brackets(told: str) -> str:
    """What of a sentence stands in no brackets: what the language was not asked for."""
    depth, found = 0, []
    for letter in told:
        depth += {"[": 1, "]": -1}.get(letter, 0)
        found.append("" if depth or letter == "]" else letter)
    assert depth == 0, told
    return "".join(found)


class Glossary:
    """A language that knows some words; the others stay English."""

    def __init__(self, tag: str, words: Mapping[str, str]) -> None:
        self.tag = tag
        self._words = words

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        known = self._words.get
        return ENGLISH.translate(context, known(text, text), known(disambiguation, disambiguation), n)

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        return self._words.get(ENGLISH.day_name(weekday, short=short), ENGLISH.day_name(weekday, short=short))

    def month_name(self, month: int, *, short: bool = False) -> str:
        return self._words.get(ENGLISH.month_name(month, short=short), ENGLISH.month_name(month, short=short))
