"""The notation of training: doses, units, ranges and shares, in the words that a person would say for them.

The rules of `NOTATION` are laid over a text first, those of `AMOUNTS` last, each after the one before it. What is no
dose stays as it is written: dates, versions, the names of vertebrae, 4-7-8 breathing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

UNITS = {
    "s": ("second", "seconds"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "mm": ("millimetre", "millimetres"),
    "cm": ("centimetre", "centimetres"),
    "m": ("metre", "metres"),
    "km": ("kilometre", "kilometres"),
    "kg": ("kilogram", "kilograms"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "rep": ("repetition", "repetitions"),
    "reps": ("repetition", "repetitions"),
    "bpm": ("beat a minute", "beats a minute"),
    "spm": ("step a minute", "steps a minute"),
}
_UNIT_NAME = "|".join(sorted(UNITS, key=len, reverse=True))
_COUNTED = "(?:rep|repetition|session|set|round|time|second|minute|hour|breath|metre|kilometre|step|hold|beat)s?"
_RUN = r"\d+(?:\s?[-–]\s?\d+)?"
DOSE = rf"{_RUN}(?:\s?[x×]\s?\d|\s?(?:{_UNIT_NAME})\b|\s{_COUNTED}\b)"
"""What begins like a dose: "2 sets", "8-10 reps", "3 x 30 s"."""

_PARTS = {
    "1/2": "a half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
    "1/8": "an eighth",
}
_SIGNS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}
_IN_ALL = 100  # 80/20 and 20/80 are the parts of a whole
_SCALES = ("5", "10", "100")  # 5/5 and 10/10 are marks on a scale, 90/90 is a position
_PER = {"d": "day", "wk": "week", "mi": "mile", "hr": "hour"}

# A length or an angle is in the singular before the thing that has it: a 3 second hold, a 45 degree angle.
_THING = (
    r"(?:angle|arc|bend|block|break|breath|count|cycle|dumbbell|gap|hold|incline|interval|jog|lean|lift|lunge|march|"
    r"pause|plank|pulse|rest|rotation|routine|run|session|sit|slope|squeeze|step|stretch|test|tilt|timer|turn|twist|"
    r"walk|wall|warm-up|weight)s?\b(?! \d)"
)
_LASTS = re.compile(r"\b(?:after|every|for|hold|in|pause|rest|wait|within) $", re.IGNORECASE)
_SIZED = (
    r"(?: (?:foam |wooden |yoga )?(?:ball|bench|block|box|gap|platform|roller|stair|step)s?\b)|"
    r"( (?:above|apart|away|below|deep|from|high|long|off|tall|thick|wide)\b)"
)

_NUMBER = r"(?<![\w.])(\d+(?:\.\d+)?)"
_SIGN = re.compile(rf"\s?([{''.join(_SIGNS)}])(?=(\w)?)")
_MIXED = re.compile(
    rf"(?<![\w./])(?<!\bset )(?<!\bround )(?<!\bstep )(\d+)[ -]({'|'.join(_PARTS)})(?!\d|/\d)(?=([a-z])?)",
    re.IGNORECASE,
)
_PART_OF_UNIT = re.compile(rf"(?<![\w./])({'|'.join(_PARTS)}) ?({_UNIT_NAME})\b(?!['’])")
_PRIMES = re.compile(r"(?<![\w.])(\d+)['’′]\s?(\d+)(?:[\"”″]|'')(?!\w)")
_TWO_PRIMES = re.compile(r"(?<![\w.])(\d+)\s?(?:''|’’|′′)(?!\w)")
_PRIME = re.compile(r"(?<![\d.])(\d+)′(?!\w)")
_UNQUOTED = re.compile(r"^(?!(?:.*[^\w'’])?['‘’]\w).*[0-9]['’].*")
_PRIME_RANGE = re.compile(r"(?<![\w.])(\d+)['’]\s?[-–]\s?(?=\d+['’](?!\w))")
_FEET_OR_MINUTES = re.compile(rf"(?<![\w.])(\d+)['’](?!\w)(?:(?={_SIZED})())?")
_QUOTED = re.compile(r".*[\"“”″].*")
_MARK = re.compile(rf"(?:(?<![\w.])(\d+))?([\"“”″])(?!(?<=\d.)\w)(?:(?={_SIZED})())?")
_EACH = re.compile(
    rf"(\d|(?<=\d)\s?x|\b(?:half|thirds?|quarters?|eighth)|(?<![A-Za-z'’])(?:{_UNIT_NAME}|{_COUNTED}))\s?/\s?"
    r"(side|leg|arm|hand|foot|shoulder|hip|knee|direction|way|day|d|week|wk|month|session|km|mi|mile|"
    r"min|minute|hour|hr|h|sec|second|s)\b(?!['’])"
)
_EACH_SET = re.compile(
    rf"(\d|(?<![A-Za-z'’])(?:{_UNIT_NAME}|breaths?|seconds?))\s?/\s?(set|round|rep|breath)\b(?!['’])"
)
_CLOCKS = re.compile(r"(?<![\w:])(\d{1,2}:[0-5]\d)\s?[-–]\s?(?=\d{1,2}:[0-5]\d(?!\d))")
_CLOCK = re.compile(r"(?<![\w:])(\d{1,2}):([0-5]\d)(?:\s?(?:(min(?:ute)?s?)|hours?|hrs?|h)\b(?!['’])|\b(?!:))")
_LENGTH = re.compile(
    r"(?<![\w.])(?=\d+h ?\d+[ms]\b|\d+m ?\d+s\b|\d+h ?\d+m ?\d+s\b)(?:(\d+)h)? ?(?:(\d+)m)? ?(?:(\d+)s)?\b"
)
_OF_ALL = re.compile(
    r"\b(set|round|rep|repetition|step|side|stage|week|day|level|part|phase|exercise)\s+(\d+)/(\d+)\b", re.IGNORECASE
)
_APART = re.compile(r"(?<![\w./])(\d+) / (\d+)(?![\w/]|\.\d)")
_MARKED = re.compile(
    r"\b((?:pain|effort|strength|power|stiffness|difficulty|tension|score|rpe)(?: of| at| is| under| below| about)?) "
    r"(\d)/(\d)(?![\w/])",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"(?<![\w./])(\d+)/(\d+)(?=(?:{_UNIT_NAME})\b|(?![\w/]|\.\d))")
_VERTEBRAE = re.compile(r"\b([CTL]\d{1,2})\s?[-–]\s?([CTL]\d{1,2})\b")
_SEVERAL = re.compile(r"(?<![\w.])(\d+) ?([a-z]+)\((e?s)\)")
_SETS_OF = re.compile(r"\b(sets?|rounds?)\s*[xX×]\s*(?=\d)", re.IGNORECASE)
_TIMES = re.compile(r"(?<=\d)\s*[xX×*]\s*(?=\d)")
_TIMES_OVER = re.compile(r"(?<![\w.])(\d+)\s*[x×](?=\s|$|[,.;:!?)])")
_TIMES_BEFORE = re.compile(
    rf"(\w )?(?<![\w×])[x×]\s?({_RUN})(\s?(?:{_UNIT_NAME})\b|\s{_COUNTED}\b)?(?!\w|[.,]\d|/\d|['’])"
)
_AT_LEAST = re.compile(rf"(?<![\w.])(\d+)\+(?:\s|(?=(?:{_UNIT_NAME})\b))")
_DEGREE_RANGE = re.compile(r"(?<=\d)\s?°\s?[-–]\s?(?=\d+(?:\.\d+)?\s?°)")
_CHAIN = re.compile(r"(?<![\w.–-])\d+(?:–\d+){2,}(?![\w–-])")
_RANGE = re.compile(rf"(?<![\w.–-])(\d+)\s?[-–]\s?(\d+)(?=-?(?:{_UNIT_NAME})\b|(?![\w–-]))")
_JOINED = re.compile(rf"{_NUMBER}-({_UNIT_NAME})\b(?!['’])")
_UNIT = re.compile(
    rf"{_NUMBER}( and (?:{'|'.join(_PARTS.values())})| or more)?\s?({_UNIT_NAME})\b(?!['’])(?=( {_THING})?)"
)
_DEGREES = re.compile(rf"(?:{_NUMBER}\s?)?°(?=( {_THING})?)")


def _mixed(found: re.Match[str]) -> str:
    """`1 1/2`."""
    return f"{found[1]} and {_PARTS[found[2]]}{' ' if found[3] else ''}"


def _part_of_unit(found: re.Match[str]) -> str:
    """`1/2 min` and `3/4 h`."""
    part, unit = _PARTS[found[1]], _a(UNITS[found[2]][0])
    return f"half {unit}" if found[1] == "1/2" else f"{part} of {unit}"


def _a(thing: str) -> str:
    return f"{'an' if thing == 'hour' else 'a'} {thing}"


def _each(found: re.Match[str]) -> str:
    """`reps/side`, `km/h`: so many for each."""
    per = found[2]
    return f"{found[1]} {_a(_PER.get(per) or UNITS.get(per, (per,))[0])}"


def _marks(found: re.Match[str]) -> str:
    """Of a whole text: `5"` as a length of time, or in front of what has a size as one of inches. A mark that ends
    what another one began is none.
    """
    is_open = False

    def said(mark: re.Match[str]) -> str:
        nonlocal is_open
        number, sign, apart, is_size = mark.groups()
        if number is None or (is_open and sign != "″") or sign == "“":
            is_open = sign == "“" or (sign == '"' and not is_open)
            return mark[0]
        if is_size is None:
            return f"{number} {UNITS['s'][number != '1']}"
        return f"{number} {'inches' if apart and number != '1' else 'inch'}"

    return _MARK.sub(said, found[0])


def _clock(found: re.Match[str]) -> str:
    """`1:30` as a length of time, of `1:30 h` in hours: nothing that the coach says is a time of day."""
    is_hours = not found[3] and found[0][-1].isalpha()
    units = ("h", "min") if is_hours else ("min", "s")
    parts = [f"{n} {UNITS[unit][n != 1]}" for n, unit in zip(map(int, found.groups()[:2]), units, strict=True) if n]
    return " ".join(parts) or "0 seconds"


def _feet_or_minutes(found: re.Match[str]) -> str:
    """Of a whole text without quotation marks: `3'` as minutes, or in front of what has a size as feet."""

    def said(mark: re.Match[str]) -> str:
        number, apart, is_size = mark.groups()
        if is_size is None:
            return f"{number} min"
        return f"{number} {'feet' if apart and number != '1' else 'foot'}"

    return _FEET_OR_MINUTES.sub(said, _PRIME_RANGE.sub(r"\1-", found[0]))


def _length(found: re.Match[str]) -> str:
    """`1h30m` as the language of the files writes it."""
    told = zip(found.groups(), ("h", "min", "s"), strict=True)
    return " ".join(f"{n} {UNITS[unit][int(n) != 1]}" for n, unit in told if n is not None)


def _share(found: re.Match[str]) -> str:
    """`6/10`, `90/90`, `80/20`, `120/80`; what may be a part of one (3/4) or a day (7/5) stays."""
    share, whole = found.groups()
    if len(whole) > 1 and len(share) > 1 and (int(share) > int(whole) or int(share) + int(whole) == _IN_ALL):
        return f"{share} over {whole}" if len(share) > 2 else f"{share} {whole}"
    if share == whole and whole not in _SCALES and len(whole) > 1:
        return f"{share} {whole}"
    if (share, whole) == ("24", "7"):
        return "24 7"
    is_mark = share in (whole, "0") or len(whole) > 1
    return f"{share} out of {whole}" if is_mark else found[0]


def _several(found: re.Match[str]) -> str:
    """`2 rep(s)`: the number tells which."""
    return f"{found[1]} {found[2]}{'' if found[1] == '1' else found[3]}"


def _times(found: re.Match[str]) -> str:
    return _so_often(found[1])


def _so_often(number: str) -> str:
    return "once" if number == "1" else f"{number} times"


def _times_before(found: re.Match[str]) -> str:
    """`x8`, and `x 10 reps` behind what is done so often."""
    before, number, unit = found[1] or "", found[2], found[3]
    if unit is None:
        return f"{before}{_so_often(number)}"
    return f"{before.rstrip()}{', ' if before else ''}{number}{unit}"


def _range(found: re.Match[str]) -> str:
    """`8-10`; two that are the same name a position: 90-90."""
    return " ".join(found.groups()) if found[1] == found[2] else f"{found[1]} to {found[2]}"


def _joined(found: re.Match[str]) -> str:
    """`10-s`."""
    return f"{found[1]}-{UNITS[found[2]][0]}"


def _with_unit(found: re.Match[str]) -> str:
    """`3 s`, and `3 s hold`."""
    number, part, unit, thing = found.groups()
    one, several = UNITS[unit]
    is_one = (number == "1" and part is None) or (thing and not _LASTS.search(found.string[: found.start()]))
    return f"{number}{part or ''} {one if is_one else several}"


def _degrees(found: re.Match[str]) -> str:
    number, thing = found.groups()
    return f"{number or ''} degree{'' if number == '1' or (number and thing) else 's'}"


NOTATION: tuple[Rule, ...] = (
    (_DEGREE_RANGE, " to "),
    (_DEGREES, _degrees),
    (_SIGN, lambda found: f" {_SIGNS[found[1]]}{' ' if found[2] else ''}"),
    (_MIXED, _mixed),
    (_PART_OF_UNIT, _part_of_unit),
    (_PRIMES, lambda found: f"{found[1]}:{found[2]:0>2}"),
    (_TWO_PRIMES, r"\1″"),
    (_PRIME, r"\1 min"),
    (_UNQUOTED, _feet_or_minutes),
    (_QUOTED, _marks),
    (_EACH, _each),
    (_EACH_SET, _each),
    (_CLOCKS, r"\1 to "),
    (_CLOCK, _clock),
    (_LENGTH, _length),
    (_APART, r"\1/\2"),
    (_OF_ALL, r"\1 \2 of \3"),
    (_MARKED, r"\1 \2 out of \3"),
    (_SHARE, _share),
    (_VERTEBRAE, r"\1 to \2"),
    (_SEVERAL, _several),
    (_SETS_OF, r"\1 of "),
    (_TIMES, " times "),
    (_TIMES_OVER, _times),
    (_TIMES_BEFORE, _times_before),
)
AMOUNTS: tuple[Rule, ...] = (
    (_AT_LEAST, r"\1 or more "),
    (_CHAIN, lambda found: found[0].replace("–", " to ")),
    (_RANGE, _range),
    (_JOINED, _joined),
    (_UNIT, _with_unit),
)
