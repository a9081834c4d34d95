"""What a value without quotes stands for, by our own grammar: nothing, a truth value, a number, or a text."""

from __future__ import annotations

import re
from collections.abc import Mapping

WORDS: Mapping[str, str | bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
"""What is no text. Not `yes`, `no`, `on` and `off`: they are words."""
NUMBERS_BEGIN = frozenset("-0123456789")
MOST_DIGITS = 9  # before the point, as docs/format.md says; our choice
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")


class TooManyDigits(ValueError):  # noqa: N818  it is the author who is wrong, not the program
    """A number that is larger than any that a file may hold."""


def number_or_text(text: str) -> int | float | str:
    """What a text means that begins as a number does. TooManyDigits."""
    is_whole = _WHOLE.fullmatch(text)
    if not (is_whole or _DECIMAL.fullmatch(text)):
        return text
    if len(text.lstrip("-").partition(".")[0]) > MOST_DIGITS:
        raise TooManyDigits
    return int(text) if is_whole else float(text)
