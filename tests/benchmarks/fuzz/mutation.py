"""Texts and values that are a little, or badly, other than they were; all by the given chance."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

PIECES = (
    "\n", " ", "  ", "\t", "- ", ": ", "{", "}", "[", "]", ",", '"', "'", "#", "&a ", "*a", "!t ", "|", ">", "%", "@",
    "? ", "---\n", "...\n", "\\", "é", "\u202e", "\x1b[2J", "~", "null", "<<: ", "\r", "\0", "\x85", "\u2028", "\ufeff",
    "0", "-1", "1e999", "999999999h", "1000000", "5", "1:30", "true", "yes", "2026-13-45", "24:00", "x" * 300, "[" * 60,
)  # fmt: skip
VALUES: Sequence[Any] = (
    None, True, False, 0, 1, -1, 2**31, 2**63, -(2**63) - 1, 10**400, 0.5, -0.0, 1e300, float("inf"), float("nan"), "",
    "x", "0", "desk-reset", "wall-test", "2026-05-14", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00",
    "2026-02-30T10:00:00Z", "2026-05-14T09:00:00.000Z", "24:00", "\u202e\x1b", "\ud800", "x" * 100_000, [], {}, [[]],
    [None], {"": {}}, ["x"] * 200, {"reminders": {}}, [[[[[[[[[[]]]]]]]]]],
)  # fmt: skip
"""What stands in no right file, or in another place of it."""


def changed_text(text: str, chance: random.Random, others: Sequence[str] = ()) -> str:
    """One to four changes: of characters, of lines, of values after a colon, with lines of another text. Mostly one: a
    file with four of them is hardly ever taken, and then nothing behind the reader is tried.
    """
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3, 4))):
        text = chance.choice(_CHANGES)(text, chance, others)
    return text


def _characters(text: str, chance: random.Random, _: Sequence[str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) + text[at + chance.randrange(9) :]


def _lines(text: str, chance: random.Random, others: Sequence[str]) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    other = chance.choice(others).split("\n") if others and chance.random() < 0.5 else lines
    some = other[(begin := chance.randrange(len(other))) : begin + chance.randrange(1, 6)]
    match chance.randrange(5):
        case 0:
            del lines[at : at + chance.randrange(1, 4)]
        case 1:
            lines[at:at] = some
        case 2:
            lines[at : at + 1] = some
        case 3:
            chance.shuffle(lines)
        case _:
            lines[at] = chance.choice(("  ", " ", "- ")) + lines[at]
    return "\n".join(lines)


def _value(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """What stands behind a colon, by what stands behind another one, mostly of the same key, or by what never does."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if ":" in line]
    if not places:
        return text
    at = chance.choice(places)
    key, _, old = lines[at].partition(":")
    source = [line.partition(":") for one in (*others, text) for line in one.split("\n") if ":" in line]
    alike = [after for name, _, after in source if name.strip(" -") == key.strip(" -") and after != old]
    match chance.randrange(5):
        case 0:
            new = f" {chance.choice(PIECES)}"
        case 1:
            new = chance.choice(source)[2]
        case 2 if old.strip(" sm%").isdigit():
            new = old.replace(old.strip(" sm%"), str(chance.choice((0, 1, 2, 3, 7, 12, 60, 100, 3600, 10**6))))
        case _:
            new = chance.choice(alike or [old])
    lines[at] = f"{key}:{new}"
    return "\n".join(lines)


def _cut(text: str, chance: random.Random, _: Sequence[str]) -> str:
    return text[: chance.randrange(len(text) + 1)]


_Change = Callable[[str, random.Random, Sequence[str]], str]
_CHANGES: Sequence[_Change] = (_characters, _lines, _lines, _value, _value, _value, _value, _value, _cut)


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bits turned, pieces gone, doubled or of zeros; never empty of change unless it is empty."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        if not made:
            break
        at, size = chance.randrange(len(made)), chance.choice((1, 1, 1, 4, 16, 512))
        match chance.randrange(4):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                del made[at : at + size]
            case 2:
                made[at:at] = made[at : at + size]
            case _:
                made[at : at + size] = bytes(min(size, len(made) - at))
    return bytes(made)


def changed_value(value: Any, chance: random.Random) -> Any:
    """A JSON value with one to three of its places changed: other values, keys gone, doubled, or with another name."""
    for _ in range(chance.randrange(1, 4)):
        value = _changed_in(value, chance)
    return value


def _changed_in(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        rest = {name: one for name, one in value.items() if name != key}
        match chance.randrange(8):
            case 0:
                return rest
            case 1:
                return {**rest, str(chance.choice(VALUES))[:50]: value[key]}
        return {**value, key: _changed_in(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        match chance.randrange(6):
            case 0:
                return value[:at] + value[at + 1 :]
            case 1:
                return [*value, value[at]]
        return [*value[:at], _changed_in(value[at], chance), *value[at + 1 :]]
    return chance.choice(VALUES)


def text_of(value: Any, chance: random.Random) -> str:
    """As JSON, in which NaN and the like may stand, as Python's own writer has them; now and then damaged."""
    text = json.dumps(value)
    return _characters(text, chance, ()) if chance.random() < 0.1 else text
