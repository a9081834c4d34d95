"""JSON as the standard has it, in both directions: what others may have written is read, or refused with a ValueError.

Python's own reader takes NaN and Infinity, turns 1e999 into infinity, and raises RecursionError for three thousand
brackets; its writer prints NaN. Here all of that is a ValueError, so that whoever reads needs to catch one thing.
"""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn, TypeGuard


def read(text: str | bytes) -> Any:
    """The value. ValueError for whatever is no JSON, for numbers beyond a float, and for nesting beyond all sense."""
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def write(value: Any, *, indent: int | None = None, canonical: bool = False) -> str:
    """The value as text that UTF-8 can hold; `canonical`: keys sorted and no spaces, so that equal values are equal
    texts. ValueError for NaN and infinity, TypeError for what is no JSON.
    """
    separators = (",", ":") if canonical else None
    try:
        text = json.dumps(
            value, ensure_ascii=False, allow_nan=False, indent=indent, sort_keys=canonical, separators=separators
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if is_text(text):
        return text
    return json.dumps(value, allow_nan=False, indent=indent, sort_keys=canonical, separators=separators)


def is_text(value: object) -> TypeGuard[str]:
    """Whether it is a text that UTF-8 can hold. Half a pair of a character, as JSON may have by an escape, is none."""
    return isinstance(value, str) and (value.isascii() or value.encode("utf-8", "replace").decode() == value)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large a number")
    return number
