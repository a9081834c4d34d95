"""Lengths of time, times of day and windows: from text into numbers, and a sentence for what cannot be read.

Every reader raises `Wrong`, whose text says what is wrong and what to write.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from coach.content.model import DAY_MINUTES, Window
from coach.content.spelling import shown

if TYPE_CHECKING:
    from fractions import Fraction

_SECONDS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_COUNT = r"(0|[1-9][0-9]{0,8})"
_DURATION = re.compile(rf"(?:{_COUNT}d)?(?:{_COUNT}h)?(?:{_COUNT}m)?(?:{_COUNT}s)?")
_NAMES = {
    "d": ("d", "day", "days"),
    "h": ("h", "hr", "hrs", "hour", "hours"),
    "m": ("m", "min", "mins", "minute", "minutes"),
    "s": ("s", "sec", "secs", "second", "seconds"),
}
_UNIT = {name: unit for unit, names in _NAMES.items() for name in names}
_PART = r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([A-Za-z]+)\s*"
_LOOSE = re.compile(rf"\s*[-+]?\s*(?:{_PART})+")
_UNFINISHED = re.compile(r"(?:[1-9][0-9]{0,3}h)?[1-9][0-9]{0,3}([hm])[1-9][0-9]{0,2}")
_BELOW = {"h": "m", "m": "s"}
_COLONS = re.compile(r"([0-9]{1,4}):([0-9]{1,2})(?::([0-9]{1,2}))?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_LOOSE_CLOCK = re.compile(r"([0-9]{1,2})[:.h]?([0-9]{2})?\s*(am|pm)?", re.IGNORECASE)


class Wrong(ValueError):  # noqa: N818  it is the author who is wrong, not the program
    """A text that cannot be read; the sentence says what to write."""


def in_units(seconds: int, *, days: bool = True) -> str:
    """A length as an author writes it: 90 is `1m30s`, 604800 is `7d` or, where `days` make no sense, `168h`."""
    parts = []
    for unit, size in _SECONDS.items():
        if unit == "d" and not days:
            continue
        count, seconds = divmod(seconds, size)
        parts += [f"{count}{unit}"] if count else []
    return "".join(parts) or "0s"


@lru_cache(maxsize=1024)  # a library says the same few again and again
def duration(text: str, *, days: bool = False, unit: str = "s") -> int:
    """Seconds of a length such as `90s`, `1m30s` or `7d`. `unit` is what a bare number most likely meant."""
    found = _DURATION.fullmatch(text)
    if not text or not found:
        raise Wrong(_why_no_duration(text, unit))
    if found[1] is not None and not days:
        raise Wrong(
            f"{text} is counted in days, which make no sense here; write hours, minutes or seconds, such as 30m"
        )
    return sum(int(count) * size for count, size in zip(found.groups(), _SECONDS.values(), strict=True) if count)


def parse_duration(text: str) -> tuple[int | None, str]:
    """Seconds of a length that a person typed, or None and the sentence that says what to write: whoever names no unit
    of a pause or a walk means minutes.
    """
    try:
        return duration(text, days=True, unit="m"), ""
    except Wrong as wrong:
        return None, str(wrong)


def typed_seconds(text: str) -> int | None:
    """Seconds of a length as people type it, `45` (minutes), `1h30m`, `1 h 30 min`, `90 s`; None for another text."""
    from fractions import Fraction

    text = text.strip().lower()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text) * _SECONDS["m"]
    if text.startswith(("-", "+")) or not _LOOSE.fullmatch(text):
        return None
    parts = [(Fraction(count), _UNIT.get(name)) for count, name in re.findall(_PART, text)]
    total = sum((count * _SECONDS[name] for count, name in parts if name is not None), Fraction(0))
    return int(total) if all(name for _, name in parts) and total == int(total) else None


def _why_no_duration(text: str, unit: str) -> str:
    from fractions import Fraction

    what = f"{shown(text) or 'an empty text'} is not a length of time"
    if re.fullmatch(r"[0-9]{1,9}", text):
        return f"{text} has no unit; did you mean {int(text)}{unit}?"
    if (colons := _COLONS.fullmatch(text)) and (seconds := _of_colons(colons)):
        return f"{what}; write {in_units(seconds)}"
    if unfinished := _UNFINISHED.fullmatch(text):
        return f"{what}, its last number has no unit; did you mean {text}{_BELOW[unfinished[1]]}?"
    if _LOOSE.fullmatch(text):
        parts = [(Fraction(count), _UNIT.get(name.lower(), "")) for count, name in re.findall(_PART, text)]
        if all(unit for _, unit in parts):
            return _why_not_these(what, parts)
    if negative := re.fullmatch(r"-([0-9]{1,9})", text):
        return f"{what}; write {int(negative[1])}{unit}"
    if re.fullmatch(r"-?[0-9]{1,9}\.[0-9]{1,9}", text):
        return f"{what}; write whole numbers with a unit, such as 90s or 1m30s"
    return f"{what}; write one such as 90s or 1m30s"


def _of_colons(found: re.Match[str]) -> int:
    """`1:30` is minutes and seconds, `1:30:00` hours, minutes and seconds."""
    numbers = [int(part) for part in found.groups() if part is not None]
    sizes = (3600, 60, 1)[-len(numbers) :]
    return sum(count * size for count, size in zip(numbers, sizes, strict=True))


def _why_not_these(what: str, parts: list[tuple[Fraction, str]]) -> str:
    from fractions import Fraction

    total = sum((count * _SECONDS[unit] for count, unit in parts), Fraction(0))
    whole = int(total)
    units = [unit for _, unit in parts]
    if total != whole:
        return f"{what}; write whole numbers such as {in_units(whole)} or {in_units(whole + 1)}"
    if twice := next((unit for unit in units if units.count(unit) > 1), None):
        return f"{what}, {twice} stands in it more than once; write {in_units(whole)}"
    if units != sorted(units, key=list(_SECONDS).index):
        return f"{what}, its units go from small to large; write {in_units(whole)}"
    return f"{what}; write {in_units(whole)}"


def clock_time(text: str) -> int:
    """Minutes after midnight of a time of day such as `09:30`."""
    if found := _CLOCK.fullmatch(text):
        return int(found[1]) * 60 + int(found[2])
    raise Wrong(f"{shown(text) or 'an empty text'} is not a time of day; write {_likely_clock(text)}")


def _likely_clock(text: str) -> str:
    found = _LOOSE_CLOCK.fullmatch(text.strip())
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
        hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
        if hour < 24 and minute < 60:
            return f"{hour:02}:{minute:02}"
    return "one from 00:00 to 23:59, such as 09:30"


def window(text: str) -> Window:
    """Hours of a day such as `09:00-17:30`; `24:00` may be its end."""
    start, dash, end = text.partition("-")
    end_is_midnight = end == "24:00"
    if dash and _CLOCK.fullmatch(start) and (end_is_midnight or _CLOCK.fullmatch(end)):
        return Window(clock_time(start), DAY_MINUTES if end_is_midnight else clock_time(end))

    what = f"{shown(text) or 'an empty text'} is not a window of the day"
    if start == "24:00":
        return _refuse(f"{what}, 24:00 can only be its end; write 00:00{dash}{end}")
    likely = [_likely_clock(part.strip()) for part in text.replace("–", "-").split("-")]
    if len(likely) == 2 and all(_CLOCK.fullmatch(part) for part in likely):
        return _refuse(f"{what}; write {likely[0]}-{likely[1]}")
    return _refuse(f"{what}; write one such as 09:00-17:30")


def _refuse(sentence: str) -> Window:
    raise Wrong(sentence)
