"""How long something takes, and what is left of it: in words and as on a watch. Known here, said everywhere.

What takes a time (a session, a rest, a dose) is said to the second; a session with an open part, of which nobody knows
how long it will take, in whole minutes. What merely passes (time at the desk, an absence)
is said to the second below ten minutes and to the minute from there. What is left is rounded up, so that it is never
shown as less than it is; what has passed is rounded down.
"""

from __future__ import annotations

import math
from typing import Literal

from coach.words.language import ENGLISH, Language
from coach.words.numbers import number

Thing = Literal["hour", "minute", "second", "repetition", "set"]

ROUGH_SECONDS = 600
"""From here on nobody counts the seconds of what merely passes."""

_SLACK = 1e-6  # sums of seconds are off by less
_MINUTE, _HOUR = 60, 3600
_Unit = Literal["hour", "minute", "second"]
_Form = Literal["clock", "short", "words"]
_BIG_NUMBER = 100  # from here on a countdown shows minutes


def counted(count: float, thing: Thing, language: Language = ENGLISH) -> str:
    """A count of things, singular and plural: 1 second, 2 seconds, 1.5 minutes.

    >>> counted(1, "repetition"), counted(0, "second")
    ('1 repetition', '0 seconds')
    """
    if count == int(count):
        return _whole(int(count), thing, language)
    return _fraction(thing, language).format(n=number(count, language))


def in_words(seconds: float, language: Language = ENGLISH) -> str:
    """A length to the second, in whole words.

    >>> in_words(90), in_words(3601)
    ('1 minute 30 seconds', '1 hour 1 second')
    """
    return " ".join(counted(count, unit, language) for count, unit in _units(_nearest(seconds)))


def short(seconds: float, language: Language = ENGLISH) -> str:
    """A length to the second, in few letters.

    >>> short(75), short(7500)
    ('1 min 15 s', '2 h 5 min')
    """
    return _shortly(_nearest(seconds), language)


def rough(seconds: float) -> int:
    """Seconds as a person rounds what nobody timed: to the second below ten minutes, to the minute from there.

    >>> rough(82.1), rough(760)
    (82, 780)
    """
    whole = _nearest(seconds)
    return whole if whole < ROUGH_SECONDS else _nearest(seconds / _MINUTE) * _MINUTE


def roughly(seconds: float, language: Language = ENGLISH) -> str:
    """How long something took that nobody timed, in few letters.

    >>> roughly(82), roughly(760)
    ('1 min 22 s', '13 min')
    """
    return short(rough(seconds), language)


def so_far(seconds: float, language: Language = ENGLISH) -> str:
    """What has passed of something that goes on: never more than it is, and as rough as `roughly`.

    >>> so_far(59.9), so_far(1799)
    ('59 s', '29 min')
    """
    whole = _down(seconds)
    return _shortly(whole if whole < ROUGH_SECONDS else whole // _MINUTE * _MINUTE, language)


def still(seconds: float, language: Language = ENGLISH) -> str:
    """What is left until something: never less than it is, and as rough as `roughly`.

    >>> still(59.1), still(720.5)
    ('1 min', '13 min')
    """
    whole = _up(seconds)
    return _shortly(whole if whole <= ROUGH_SECONDS else _whole_minutes(whole) * _MINUTE, language)


def until(seconds: float, language: Language = ENGLISH) -> str:
    """How long until something, where nobody shows each second: whole minutes, rounded up.

    >>> until(0.5), until(30), until(61)
    ('now', 'under a minute', '2 min')
    """
    if seconds < 1:
        return language.translate("Durations", "now")
    whole = _up(seconds)
    if whole < _MINUTE:
        return language.translate("Durations", "under a minute")
    return _shortly(_whole_minutes(whole) * _MINUTE, language)


def clock(seconds: float) -> str:
    """A length, or a moment of a session, as on a watch: to the nearest second.

    >>> clock(576), clock(5), clock(3720)
    ('9:36', '0:05', '1:02:00')
    """
    return _on_a_watch(_nearest(seconds))


def of_session(seconds: float, form: _Form, *, is_estimate: bool, language: Language = ENGLISH) -> str:
    """How long a session will take: to the second, or in whole minutes, at least one, where an open part makes
    it a guess.

    >>> of_session(576, "clock", is_estimate=False), of_session(576, "clock", is_estimate=True)
    ('9:36', 'about 10 min')
    """
    if is_estimate:
        whole = _MINUTE * max(1, _nearest(seconds / _MINUTE))
        told = in_words(whole, language) if form == "words" else short(whole, language)
        return language.translate("Durations", "about {time}").format(time=told)
    match form:
        case "clock":
            return clock(seconds)
        case "short":
            return short(seconds, language)
        case "words":
            return in_words(seconds, language)


def clock_left(seconds: float) -> str:
    """What is left as on a watch: 0:00 only where nothing is left.

    >>> clock_left(23.4), clock_left(0.01), clock_left(0)
    ('0:24', '0:01', '0:00')
    """
    return _on_a_watch(_up(seconds))


def count_left(seconds: float) -> str:
    """What is left as one big number: plain seconds below 100, minutes and seconds from there.

    >>> count_left(99.2), count_left(7.01)
    ('1:40', '8')
    """
    whole = _up(seconds)
    return str(whole) if whole < _BIG_NUMBER else _on_a_watch(whole)


def count_passed(seconds: float) -> str:
    """Whole seconds that were held, as one big number: a second counts once it is over.

    >>> count_passed(12.9)
    '12'
    """
    return str(_down(seconds))


def _nearest(value: float) -> int:
    return round(max(0.0, value))


def _down(seconds: float) -> int:
    return math.floor(max(0.0, seconds) + _SLACK)


def _up(seconds: float) -> int:
    return max(1, math.ceil(seconds - _SLACK)) if seconds > 0 else 0


def _whole_minutes(seconds: int) -> int:
    return -(-seconds // _MINUTE)


def _units(whole: int) -> list[tuple[int, _Unit]]:
    """Hours, minutes and seconds, each only where it is not nought; nought itself in seconds."""
    hours, rest = divmod(whole, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    units: list[tuple[int, _Unit]] = [(hours, "hour"), (minutes, "minute"), (seconds, "second")]
    return [unit for unit in units if unit[0]] or units[-1:]


def _shortly(whole: int, language: Language) -> str:
    return " ".join(_short(unit, language).format(n=count) for count, unit in _units(whole))


def _short(unit: _Unit, language: Language) -> str:
    match unit:
        case "hour":
            return language.translate("Durations", "{n} h")
        case "minute":
            return language.translate("Durations", "{n} min")
        case "second":
            return language.translate("Durations", "{n} s")


def _whole(n: int, thing: Thing, language: Language) -> str:
    match thing:
        case "hour":
            return language.translate("Durations", "%n hours", "1 hour", n)
        case "minute":
            return language.translate("Durations", "%n minutes", "1 minute", n)
        case "second":
            return language.translate("Durations", "%n seconds", "1 second", n)
        case "repetition":
            return language.translate("Durations", "%n repetitions", "1 repetition", n)
        case "set":
            return language.translate("Durations", "%n sets", "1 set", n)


def _fraction(thing: Thing, language: Language) -> str:
    """A count that is not whole; languages differ in the form that one takes."""
    match thing:
        case "hour":
            return language.translate("Durations", "{n} hours", "a fraction, like 1.5")
        case "minute":
            return language.translate("Durations", "{n} minutes", "a fraction, like 1.5")
        case "second":
            return language.translate("Durations", "{n} seconds", "a fraction, like 1.5")
        case "repetition":
            return language.translate("Durations", "{n} repetitions", "a fraction, like 1.5")
        case "set":
            return language.translate("Durations", "{n} sets", "a fraction, like 1.5")


def _on_a_watch(whole: int) -> str:
    hours, rest = divmod(whole, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def in_letters(language: Language, number: int) -> str:
    """Small numbers as words, as one says them of weeks and minutes."""
    words = (
        language.translate("Durations", "one"),
        language.translate("Durations", "two"),
        language.translate("Durations", "three"),
        language.translate("Durations", "four"),
        language.translate("Durations", "five"),
        language.translate("Durations", "six"),
        language.translate("Durations", "seven"),
        language.translate("Durations", "eight"),
        language.translate("Durations", "nine"),
        language.translate("Durations", "ten"),
        language.translate("Durations", "eleven"),
        language.translate("Durations", "twelve"),
    )
    return words[number - 1] if 1 <= number <= len(words) else str(number)
