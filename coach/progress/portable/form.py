"""The form of a record: what each type has, and what each key may be. One that fits is brought into one way of writing,
so that two are equal where they say the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from coach import strict_json
from coach.progress.moments import FIRST_YEAR, LAST_YEAR
from coach.progress.portable.wrong import (
    Missing,
    OneOf,
    UnknownType,
    WantedError,
    Whole,
    WrongPart,
    WrongRecordError,
    WrongUid,
    WrongValue,
)
from coach.values import dataclass
from coach.walltest.score import Result

Record = Mapping[str, Any]
"""A record in that one way of writing, its type, uid and `changed` among its keys."""

MOST_PAIN = 10  # of a scale from 0, as of effort and tension (docs/evidence.md)


Judge = Callable[[Any], Any]
"""Gives the value in the one way of writing; raises WantedError saying what would be right."""


@dataclass(frozen=True, slots=True)
class _Key:
    """`default` where it may be absent, else it has to be there. `is_left_out`: its default is not written."""

    name: str
    judge: Judge
    default: Any = ...
    is_left_out: bool = False


def moment_text(moment: datetime) -> str:
    """A moment as the file has it: to the second, or to the millisecond where there are some, in its own offset."""
    return moment.isoformat(timespec="milliseconds" if moment.microsecond >= _MILLISECOND else "seconds")


_MILLISECOND = 1000
_MINUTE = timedelta(minutes=1)


def moment_of(value: Any) -> datetime:
    """The moment that a text tells, to the millisecond. WantedError where it is none with an offset."""
    try:
        moment = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        moment = None
    offset = None if moment is None else moment.utcoffset()
    if moment is None or offset is None or offset % _MINUTE or not FIRST_YEAR < moment.year < LAST_YEAR:
        raise WantedError("time")
    return moment.replace(microsecond=moment.microsecond // _MILLISECOND * _MILLISECOND)


_AS_WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(?!000)\d{3})?(?:\+|-(?!00:00))\d\d:\d\d")


def _moment(value: Any) -> str:
    return value if _is_as_written(value) else moment_text(moment_of(value))


def _is_as_written(value: Any) -> bool:
    """Whether it is a moment in the one way of writing. Most are, and a file has hundreds of thousands."""
    if type(value) is not str or not _AS_WRITTEN.fullmatch(value):
        return False
    try:
        return FIRST_YEAR < datetime.fromisoformat(value).year < LAST_YEAR
    except ValueError:
        return False


def _date(value: Any) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (ValueError, TypeError):
        raise WantedError("date") from None


def _text(value: Any) -> str:
    if not strict_json.is_text(value):
        raise WantedError("text")
    return value


def _name(value: Any) -> str:
    if not value or not strict_json.is_text(value):
        raise WantedError("name")
    return value


def _whole(least: int, most: int) -> Judge:
    def judge(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise WantedError(Whole(least, most))
        return value

    return judge


def _seconds(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise WantedError("seconds")
    return float(value)


def _one_of(*words: str) -> Judge:
    def judge(value: Any) -> str:
        if value not in words or not isinstance(value, str):
            raise WantedError(OneOf(words))
        return value

    return judge


def _or_null(judge: Judge) -> Judge:
    return lambda value: None if value is None else judge(value)


def _list_of(judge: Judge) -> Judge:
    def judged(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise WantedError("list")
        return [judge(one) for one in value]

    return judged


def _map(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WantedError("map")
    return value


def _result(value: Any) -> dict[str, Any]:
    result = _map(value)
    try:
        Result.from_json(result)
    except (ValueError, TypeError, KeyError):
        raise WantedError("result") from None
    return result


def _anything(value: Any) -> Any:
    return value


def _object_of(keys: Sequence[_Key]) -> Judge:
    return lambda value: _fitting(_map(value), keys)


_RATING = _whole(0, MOST_PAIN)
_LARGEST = 2**31
_COUNT = _whole(0, _LARGEST)
_OUTCOMES = ("done", "skipped", "repeated", "ended", "lost")
_PAIN = (_Key("at", _moment), _Key("exercise", _name), _Key("pain", _RATING))
_INTERVAL = (
    _Key("index", _COUNT),
    _Key("kind", _name),
    _Key("exercise", _or_null(_text), None),
    _Key("for", _name, None, is_left_out=True),
    _Key("set", _or_null(_COUNT), None),
    _Key("side", _or_null(_text), None),
    _Key("seconds", _seconds),
    _Key("reps", _or_null(_COUNT), None),
    _Key("outcome", _one_of(*_OUTCOMES)),
    _Key("finished", _moment),
)
_IN_EVERY_INTERVAL = frozenset(key.name for key in _INTERVAL) - {"for"}


def _interval(value: Any) -> Any:
    """As `_INTERVAL` judges. Most have what this program writes, its texts in ASCII, and a file has hundreds of
    thousands: they are looked at once, without a call for every key.
    """
    return value if type(value) is dict and _is_interval_as_written(value) else _fitting(_map(value), _INTERVAL)


def _is_interval_as_written(value: dict[str, Any]) -> bool:
    if value.keys() != _IN_EVERY_INTERVAL:
        return False
    index, kind, exercise, number = value["index"], value["kind"], value["exercise"], value["set"]
    seconds, reps, side, outcome = value["seconds"], value["reps"], value["side"], value["outcome"]
    return (
        type(index) is int
        and 0 <= index <= _LARGEST
        and type(kind) is str
        and kind != ""
        and kind.isascii()
        and (exercise is None or (type(exercise) is str and exercise.isascii()))
        and (number is None or (type(number) is int and 0 <= number <= _LARGEST))
        and (side is None or (type(side) is str and side.isascii()))
        and type(seconds) is float
        and 0.0 <= seconds < math.inf
        and (reps is None or (type(reps) is int and 0 <= reps <= _LARGEST))
        and type(outcome) is str
        and outcome in _OUTCOMES
        and _is_as_written(value["finished"])
    )


_OPENING = (_Key("uid", _name), _Key("changed", _moment))
_KEYS: Mapping[str, Sequence[_Key]] = {
    "session": (
        _Key("kind", _one_of("routine", "test", "exercise")),
        _Key("target", _name),
        _Key("title", _text),
        _Key("started", _moment),
        _Key("ended", _or_null(_moment), None),
        _Key("how", _or_null(_one_of("finished", "ended", "pain", "abandoned")), None),
        _Key("effort", _or_null(_RATING), None),
        _Key("pain", _or_null(_RATING), None),
        _Key("morning", _or_null(_one_of("better", "same", "worse")), None),
        _Key("pains", _list_of(_object_of(_PAIN)), []),
        _Key("intervals", _list_of(_interval), []),
        _Key("planned_seconds", _seconds, 0.0, is_left_out=True),
        _Key("planned_intervals", _COUNT, 0, is_left_out=True),
    ),
    "test": (_Key("test", _name), _Key("at", _moment), _Key("result", _result)),
    "reminder": (
        _Key("reminder", _name),
        _Key(
            "what",
            _one_of("shown", "done", "started", "snoozed", "skipped", "missed", "deferred", "natural-break"),
        ),
        _Key("why", _text, ""),
        _Key("at", _moment),
    ),
    "safety": (_Key("at", _moment), _Key("yes", _list_of(_name)), _Key("checked", _list_of(_name), [])),
    "conditions": (_Key("at", _moment), _Key("told", _list_of(_name)), _Key("cleared", _list_of(_name), [])),
    "plan": (_Key("plan", _name), _Key("from", _date), _Key("until", _or_null(_date), None)),
    "choice": (
        _Key("at", _moment),
        _Key("routine", _name),
        _Key("exercise", _name),
        _Key("what", _one_of("up", "down", "hold", "easier", "harder", "reset")),
    ),
    "setting": (_Key("key", _name), _Key("value", _anything)),
    "deleted": (),
}
TYPES = tuple(_KEYS)
"""In the order in which a file has them, and in which they are told."""


def fitting(value: Any) -> Record:
    """The record that a line holds, in the one way of writing; keys that nobody knows stay. WrongRecordError else."""
    if not isinstance(value, dict):
        raise WrongRecordError("no-object")
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in _KEYS:
        raise WrongRecordError(UnknownType(strict_json.write(kind), TYPES))
    record = {"type": kind, **_fitting({k: v for k, v in value.items() if k != "type"}, (*_OPENING, *_KEYS[kind]))}
    if kind == "setting" and record["uid"] != f"setting:{record['key']}":
        raise WrongRecordError(WrongUid(record["uid"]))
    return record


def _fitting(value: Mapping[str, Any], keys: Sequence[_Key]) -> dict[str, Any]:
    made = dict(value)
    for key in keys:
        name = key.name
        if name not in value:
            if key.default is ...:
                raise WrongRecordError(Missing(name))
            if not key.is_left_out:
                made[name] = key.default
            continue
        try:
            made[name] = key.judge(value[name])
        except WrongRecordError as error:
            raise WrongRecordError(WrongPart(name, error.wrong)) from None
        except WantedError as error:
            raise WrongRecordError(WrongValue(name, error.wanted)) from None
        if key.is_left_out and made[name] == key.default:
            del made[name]
    if "for" in made and made["for"] == made.get("exercise"):
        del made["for"]
    return made


def known_keys(kind: str) -> frozenset[str]:
    """The keys of a type that have a meaning, `type`, `uid` and `changed` among them."""
    return frozenset({"type", *(key.name for key in (*_OPENING, *_KEYS[kind]))})


INTERVAL_KEYS = frozenset(key.name for key in _INTERVAL)
PAIN_KEYS = frozenset(key.name for key in _PAIN)


def written(record: Record) -> str:
    """A record as one line of JSON: keys sorted, no spaces."""
    return strict_json.write(record, canonical=True)
